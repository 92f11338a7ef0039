/**
 * What `unpack/src/lib.rs` decodes: LZMA with two changes that are worth 2 % of the wasm. A probability adapts faster while
 * it is new, and whether a match follows depends on the byte before.
 */

// The index at which each kind of probability begins, as in the decoder.
export const REP = 0;
export const REP_G0 = 12;
export const REP_G1 = 24;
export const REP_G2 = 36;
export const REP0_LONG = 48;
export const SLOTS = 60;
export const SPECIAL = 316;
export const ALIGN = 444;
export const LENGTH = 460;
export const REP_LENGTH = LENGTH + 274;
export const LITERAL = REP_LENGTH + 274;
export const MATCH = LITERAL + 768 * 8;
const COUNT = MATCH + 12 * 256;

/** The longest match. */
export const MAX_LENGTH = 273;

/** An operation is a literal (`length` 1 without `distance`), a new distance, or one of the last four by its index, `rep`. */
export const nextState = (state, { kind }) => {
  if (kind === "literal") return state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  const base = { match: 7, rep: 8, short: 9 }[kind];
  return state < 7 ? base : Math.min(base + 3, 11);
};

/** The last four distances after an operation. */
export const nextDistances = (distances, { kind, distance, rep }) => {
  if (kind === "match") return [distance, ...distances.slice(0, 3)];
  if (kind !== "rep" || rep === 0) return distances;
  return [distances[rep], ...distances.filter((_, index) => index !== rep)];
};

/** The number of the range of a distance, less 1. */
export const slotOf = (distance) => {
  if (distance < 4) return distance;
  const bits = 31 - Math.clz32(distance);
  return bits * 2 + ((distance >> (bits - 1)) & 1);
};

/** Calls `bit(index, value)` for the bits of a tree, the highest first. */
export const tree = (bit, base, count, value) => {
  for (let step = count, node = 1; step-- > 0; ) {
    const one = (value >> step) & 1;
    bit(base + node, one);
    node = node * 2 + one;
  }
};

/** The same with the lowest bit first. */
export const reverseTree = (bit, base, count, value) => {
  for (let step = 0, node = 1; step < count; step += 1) {
    const one = (value >> step) & 1;
    bit(base + node, one);
    node = node * 2 + one;
  }
};

/** The bits of a length. */
export const lengthBits = (bit, base, length) => {
  const rest = length - 2;
  bit(base, rest < 8 ? 0 : 1);
  if (rest < 8) return tree(bit, base + 2, 3, rest);
  bit(base + 1, rest < 16 ? 0 : 1);
  if (rest < 16) return tree(bit, base + 10, 3, rest - 8);
  return tree(bit, base + 18, 8, rest - 16);
};

/** The index at which the probabilities of a slot begin. */
export const slotsOf = (length) => SLOTS + Math.min(length - 2, 3) * 64;

/** The bits of a distance after its slot; `direct(count, value)` is called for those without a probability. */
export const distanceBits = (bit, direct, distance) => {
  const slot = slotOf(distance);
  if (slot < 4) return;
  const count = (slot >> 1) - 1;
  const base = (2 | (slot & 1)) << count;
  if (slot < 14) return reverseTree(bit, SPECIAL + base - slot, count, distance - base);
  direct(count - 4, (distance - base) >> 4);
  reverseTree(bit, ALIGN, 4, distance & 15);
};

/** The bits of a literal after `before`; `expected` is the byte that would continue the last match, or -1. */
export const literalBits = (bit, before, expected, byte) => {
  const base = LITERAL + 768 * (before >> 5);
  let agrees = expected >= 0;
  for (let step = 8, node = 1; step-- > 0; ) {
    const one = (byte >> step) & 1;
    const other = (expected >> step) & 1;
    bit(base + (agrees ? (1 + other) << 8 : 0) + node, one);
    agrees &&= one === other;
    node = node * 2 + one;
  }
};

/** The bits that say which kind of operation follows. */
export const kindBits = (bit, state, before, { kind, rep }) => {
  bit(MATCH + state * 256 + before, kind === "literal" ? 0 : 1);
  if (kind === "literal") return;
  bit(REP + state, kind === "match" ? 0 : 1);
  if (kind === "match") return;
  bit(REP_G0 + state, rep === 0 ? 0 : 1);
  if (rep === 0) return bit(REP0_LONG + state, kind === "short" ? 0 : 1);
  bit(REP_G1 + state, rep === 1 ? 0 : 1);
  if (rep > 1) bit(REP_G2 + state, rep - 2);
};

/** The adaptive probabilities that a bit is 0, in 1/65536, and how often each was used. */
export class Model {
  probabilities = new Uint16Array(COUNT).fill(2 ** 15);
  uses = new Uint8Array(COUNT);
  /** For each: how many bits were 0 and 1, and what they cost. */
  counts = [new Uint32Array(COUNT), new Uint32Array(COUNT)];
  costs = [new Float64Array(COUNT), new Float64Array(COUNT)];

  /** The cost of a bit, in bits. */
  cost(index, one) {
    const probability = (this.probabilities[index] >> 4) / 4096;
    return -Math.log2(one ? 1 - probability : probability);
  }

  update(index, one) {
    this.costs[one][index] += this.cost(index, one);
    this.counts[one][index] += 1;
    const rate = Math.min(8 + this.uses[index], 64);
    const probability = this.probabilities[index];
    this.probabilities[index] += one
      ? -Math.floor((probability * 2) / rate)
      : Math.floor(((2 ** 16 - probability) * 2) / rate);
    this.uses[index] = Math.min(this.uses[index] + 1, 56);
  }
}
