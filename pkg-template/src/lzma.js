/**
 * Decompresses what the build compressed with LZMA. With this decoder the package is a quarter smaller on the network
 * than with the bytes as they are; the decoder of the browser (`DecompressionStream`) is not synchronous.
 *
 * The stream is that of the LZMA specification, with its parameters fixed to lc = 3, lp = 0, pb = 0, no dictionary
 * beyond the output, and no end marker: the size is known.
 */

const HALF = 1024;

/** The index at which each kind of probability begins in the array that holds them all. */
const MATCH = 0;
const REP = 12;
const REP_G0 = 24;
const REP_G1 = 36;
const REP_G2 = 48;
const REP0_LONG = 60;
const SLOTS = 72;
const SPECIAL = 328;
const ALIGN = 456;
const LENGTH = 472;
const REP_LENGTH = LENGTH + 274;
const LITERAL = REP_LENGTH + 274;

/** Returns the `size` bytes that were compressed. */
export const unpackLzma = (packed, size) => {
  const output = new Uint8Array(size);
  const probabilities = new Uint16Array(LITERAL + 768 * 8).fill(HALF);
  let range = -1 >>> 0;
  let code = 0;
  let read = 1;
  for (let count = 0; count < 4; count += 1) code = ((code << 8) | packed[read++]) >>> 0;

  const normalize = () => {
    if (range < 2 ** 24) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | packed[read++]) >>> 0;
    }
  };
  const bit = (index) => {
    normalize();
    const probability = probabilities[index];
    const bound = (range >>> 11) * probability;
    if (code < bound) {
      range = bound;
      probabilities[index] += (2048 - probability) >> 5;
      return 0;
    }
    range -= bound;
    code -= bound;
    probabilities[index] -= probability >> 5;
    return 1;
  };
  const direct = (count) => {
    let value = 0;
    while (count-- > 0) {
      normalize();
      range >>>= 1;
      const one = code >= range ? 1 : 0;
      if (one) code -= range;
      value = value * 2 + one;
    }
    return value;
  };
  const tree = (base, count) => {
    let node = 1;
    for (let step = 0; step < count; step += 1) node = node * 2 + bit(base + node);
    return node - (1 << count);
  };
  const reverse = (base, count) => {
    let [node, value] = [1, 0];
    for (let step = 0; step < count; step += 1) {
      const one = bit(base + node);
      node = node * 2 + one;
      value |= one << step;
    }
    return value;
  };
  const length = (base) => {
    if (!bit(base)) return tree(base + 2, 3);
    if (!bit(base + 1)) return 8 + tree(base + 10, 3);
    return 16 + tree(base + 18, 8);
  };
  const distance = (long) => {
    const slot = tree(SLOTS + Math.min(long, 3) * 64, 6);
    if (slot < 4) return slot;
    const count = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << count;
    if (slot < 14) return base + reverse(SPECIAL + base - slot, count);
    return base + direct(count - 4) * 16 + reverse(ALIGN, 4);
  };

  let state = 0;
  let distances = [0, 0, 0, 0];
  for (let at = 0; at < size; ) {
    if (!bit(MATCH + state)) {
      const base = LITERAL + 768 * ((output[at - 1] ?? 0) >> 5);
      let symbol = 1;
      if (state > 6) {
        let known = output[at - distances[0] - 1];
        while (symbol < 256) {
          const expected = (known >> 7) & 1;
          known <<= 1;
          const one = bit(base + ((1 + expected) << 8) + symbol);
          symbol = symbol * 2 + one;
          if (one !== expected) break;
        }
      }
      while (symbol < 256) symbol = symbol * 2 + bit(base + symbol);
      output[at++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(REP + state)) {
      if (!bit(REP_G0 + state)) {
        if (!bit(REP0_LONG + state)) {
          state = state < 7 ? 9 : 11;
          output[at] = output[at - distances[0] - 1];
          at += 1;
          continue;
        }
      } else {
        const which = bit(REP_G1 + state) ? 2 + bit(REP_G2 + state) : 1;
        distances = [distances[which], ...distances.filter((_, index) => index !== which)];
      }
      count = length(REP_LENGTH);
      state = state < 7 ? 8 : 11;
    } else {
      count = length(LENGTH);
      state = state < 7 ? 7 : 10;
      distances = [distance(count), ...distances.slice(0, 3)];
    }
    for (count += 2; count > 0; count -= 1, at += 1) output[at] = output[at - distances[0] - 1];
  }
  return output;
};
