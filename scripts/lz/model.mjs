/** What `unpack/src/lib.rs` decodes: its probabilities, and the bits of each operation. */

// The index at which each kind of probability begins, as in the decoder.
export const LENGTH = 1280 << 8;
export const LAST_LENGTH = LENGTH + 1024;
const BACK = LAST_LENGTH + 1024;
const MATCH = BACK + 1024;
const LAST = MATCH + 1024;
const COUNT = LAST + 4;

/** 2 after a match, 1 after one literal, 0 after more of them. */
export const nextState = (state, kind) => (kind === "literal" ? state >> 1 : 2);

/** Calls `bit(index, value)` for the bits of a tree, the highest first. */
const tree = (bit, base, count, value) => {
  for (let step = count, node = 1; step-- > 0; ) {
    const one = (value >> step) & 1;
    bit(base + node, one);
    node = node * 2 + one;
  }
};

/** The bits of a number above 0. */
const number = (bit, base, value) => {
  const count = 31 - Math.clz32(value);
  tree(bit, base, 5, count);
  for (let step = count; step-- > 0; ) bit(base + count * 32 + step, (value >> step) & 1);
};

/** The bits of the length of a match, at a new distance or the last one. */
export const lengthBits = (bit, base, length) => number(bit, base, length - 1);

/** The bits of the place of a match: how many places with the same hash back it is. */
export const backBits = (bit, back) => number(bit, BACK, back);

/** The bits of a literal. */
export const literalBits = (bit, context, byte) => tree(bit, context * 256, 8, byte);

/** The bits that say which kind of operation follows: a literal, a match, or a match at the last distance. */
export const kindBits = (bit, state, context, kind) => {
  bit(MATCH + Math.min(context, 255) * 4 + state, kind === "literal" ? 0 : 1);
  if (kind !== "literal") bit(LAST + state, kind === "match" ? 0 : 1);
};

/** What a bit costs that has a probability in 1/4096, in bits. */
const COSTS = Float64Array.from({ length: 4097 }, (_, probability) => -Math.log2(probability / 4096));

/** The adaptive probabilities that a bit is 0, in 1/65536, and how often each was used. */
export class Model {
  probabilities = new Uint16Array(COUNT).fill(2 ** 15);
  uses = new Uint8Array(COUNT);
  /** For each: how many bits were 0 and 1, and what they cost. */
  counts = [new Uint32Array(COUNT), new Uint32Array(COUNT)];
  costs = [new Float64Array(COUNT), new Float64Array(COUNT)];

  /** The cost of a bit, in bits. */
  cost(index, one) {
    const probability = this.probabilities[index] >> 4;
    return COSTS[one ? 4096 - probability : probability];
  }

  update(index, one) {
    this.costs[one][index] += this.cost(index, one);
    this.counts[one][index] += 1;
    const uses = this.uses[index];
    const shift = 29 - Math.clz32(uses * 5 + 12);
    const probability = this.probabilities[index];
    this.probabilities[index] += one ? -(probability >> shift) : (2 ** 16 - probability) >> shift;
    if (uses < 24) this.uses[index] = uses + 1;
  }
}
