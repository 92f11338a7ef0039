/** Compresses as `unpack/src/lib.rs` decompresses. */

import { bodiesOf, contextsOf, hashesOf } from "./code.mjs";
import {
  backBits,
  kindBits,
  LAST_LENGTH,
  LENGTH,
  lengthBits,
  literalBits,
  Model,
  nextState,
} from "./model.mjs";
import { averagesOf, findMatches, parse } from "./parse.mjs";

/** How far the operations are chosen at once, and how many bytes of that are used before they are chosen again. */
const WINDOW = 2048;
const STEP = 512;

/** Each pass begins with the prices of the one before. */
const PASSES = 4;

/** The encoder of ranges: the bytes of a number between `low` and `low + range`. */
class RangeEncoder {
  low = 0;
  /** Less than it can be, so that the first byte is 0, which is left out. */
  range = 2 ** 24;
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
    return Uint8Array.from(this.bytes.slice(1));
  }
}

/** Encodes everything once, with the prices of the last pass if there was one. */
const pass = (bytes, contexts, matches, last) => {
  const model = new Model();
  const encoder = new RangeEncoder();
  const bit = (index, one) => {
    encoder.bit(model.probabilities[index] >> 4, one);
    model.update(index, one);
  };
  let [at, state, distance] = [0, 0, 0];
  const emit = (operation) => {
    const { kind, length } = operation;
    kindBits(bit, state, contexts[at], kind);
    if (kind === "literal") literalBits(bit, contexts[at], bytes[at]);
    if (kind === "last") lengthBits(bit, LAST_LENGTH, length);
    if (kind === "match") {
      lengthBits(bit, LENGTH, length);
      distance = operation.distance;
      backBits(bit, operation.back);
    }
    state = nextState(state, kind);
    at += length;
  };
  while (at < bytes.length) {
    const [start, end] = [at, Math.min(at + WINDOW, bytes.length)];
    const situation = { bytes, contexts, matches, model, last, start, end, state, distance };
    for (const operation of parse(situation)) {
      emit(operation);
      if (end < bytes.length && at >= start + STEP) break;
    }
  }
  return { packed: encoder.finish(), averages: averagesOf(model) };
};

/** The smallest of several passes, and where the function bodies are. */
export const compress = (bytes) => {
  const bodies = bodiesOf(bytes);
  const contexts = contextsOf(bytes, bodies);
  const matches = findMatches(bytes, hashesOf(bytes, contexts));
  let [smallest, last] = [undefined, undefined];
  for (let count = 0; count < PASSES; count += 1) {
    const { packed, averages } = pass(bytes, contexts, matches, last);
    last = averages;
    if (!smallest || packed.length < smallest.length) smallest = packed;
  }
  return { packed: smallest, bodies };
};
