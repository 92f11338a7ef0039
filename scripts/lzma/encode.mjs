/** Compresses as `unpack/src/lib.rs` decompresses. */

import {
  distanceBits,
  kindBits,
  LENGTH,
  lengthBits,
  literalBits,
  Model,
  nextDistances,
  nextState,
  REP_LENGTH,
  slotOf,
  slotsOf,
  tree,
} from "./model.mjs";
import { averagesOf, findMatches, parse, pricesOf } from "./parse.mjs";

/** How far the operations are chosen at once, and how many bytes of that are used before they are chosen again. */
const WINDOW = 2048;
const STEP = 512;

/** Each pass begins with the prices of the one before. */
const PASSES = 4;

/** The encoder of ranges: the bytes of a number between `low` and `low + range`. */
class RangeEncoder {
  low = 0;
  range = 2 ** 32 - 1;
  bytes = [];

  /** Encodes a bit with the probability of 0 in 1/4096. */
  bit(probability, one) {
    const bound = (this.range >>> 12) * probability;
    if (one) {
      this.low += bound;
      this.range -= bound;
    } else {
      this.range = bound;
    }
    this.normalize();
  }

  direct(count, value) {
    for (let step = count; step-- > 0; ) {
      this.range >>>= 1;
      if ((value >> step) & 1) this.low += this.range;
      this.normalize();
    }
  }

  normalize() {
    this.carry();
    while (this.range < 2 ** 24) {
      this.range = (this.range << 8) >>> 0;
      this.shift();
    }
  }

  /** Adds what exceeds 32 bits to the bytes before. */
  carry() {
    if (this.low < 2 ** 32) return;
    this.low -= 2 ** 32;
    let index = this.bytes.length - 1;
    while (this.bytes[index] === 255) this.bytes[index--] = 0;
    this.bytes[index] += 1;
  }

  shift() {
    this.bytes.push(Math.floor(this.low / 2 ** 24));
    this.low = (this.low % 2 ** 24) * 2 ** 8;
  }

  /** All bytes, with as many zeros at the end as there can be, which are left out: the decoder reads zeros. */
  finish() {
    for (let unit = 2 ** 32; ; unit /= 2) {
      const end = Math.ceil(this.low / unit) * unit;
      if (end >= this.low + this.range) continue;
      this.low = end;
      break;
    }
    this.carry();
    for (let count = 0; count < 4; count += 1) this.shift();
    while (this.bytes.at(-1) === 0) this.bytes.pop();
    return Uint8Array.from(this.bytes);
  }
}

/** Encodes everything once, with the prices of the last pass if there was one. */
const pass = (bytes, matches, last) => {
  const model = new Model();
  const encoder = new RangeEncoder();
  const bit = (index, one) => {
    encoder.bit(model.probabilities[index] >> 4, one);
    model.update(index, one);
  };
  const direct = (count, value) => encoder.direct(count, value);
  let [at, state, distances] = [0, 0, [0, 0, 0, 0]];
  const emit = (operation) => {
    const { kind, length, distance } = operation;
    const before = bytes[at - 1] ?? 0;
    kindBits(bit, state, before, operation);
    if (kind === "literal")
      literalBits(bit, before, state > 6 ? bytes[at - distances[0] - 1] : -1, bytes[at]);
    if (kind === "rep") lengthBits(bit, REP_LENGTH, length);
    if (kind === "match") {
      lengthBits(bit, LENGTH, length);
      tree(bit, slotsOf(length), 6, slotOf(distance));
      distanceBits(bit, direct, distance);
    }
    state = nextState(state, operation);
    distances = nextDistances(distances, operation);
    at += length;
  };
  while (at < bytes.length) {
    const [start, end] = [at, Math.min(at + WINDOW, bytes.length)];
    const prices = pricesOf(model, last);
    for (const operation of parse({ bytes, matches, prices, start, end, state, distances })) {
      emit(operation);
      if (end < bytes.length && at >= start + STEP) break;
    }
  }
  return { packed: encoder.finish(), averages: averagesOf(model) };
};

/** The smallest of several passes. */
export const compress = (bytes) => {
  const matches = findMatches(bytes);
  let [smallest, last] = [undefined, undefined];
  for (let count = 0; count < PASSES; count += 1) {
    const { packed, averages } = pass(bytes, matches, last);
    last = averages;
    if (!smallest || packed.length < smallest.length) smallest = packed;
  }
  return smallest;
};
