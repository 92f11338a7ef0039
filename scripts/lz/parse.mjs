/** Chooses the operations: the cheapest sequence at the prices that the probabilities have. */

import { backBits, kindBits, LAST_LENGTH, LENGTH, lengthBits, literalBits, nextState } from "./model.mjs";

/** The longest match that is used. */
const MAX_LENGTH = 273;

/** For each index: the matches by increasing length, each the nearest. */
export const findMatches = (bytes, hashes) => {
  const seen = new Map();
  return Array.from(bytes, (_, at) => {
    const before = seen.get(hashes[at]) ?? [];
    seen.set(hashes[at], before);
    const found = [];
    const most = Math.min(bytes.length - at, MAX_LENGTH);
    for (let index = before.length, best = 1; index-- > 0 && best < most; ) {
      const from = before[index];
      if (bytes[from + best] !== bytes[at + best]) continue;
      const length = lengthAt(bytes, from, at, most);
      if (length > best) {
        best = length;
        found.push({ length, distance: at - from, back: before.length - index });
      }
    }
    before.push(at);
    return found;
  });
};

const lengthAt = (bytes, from, at, most) => {
  let length = 0;
  while (length < most && bytes[from + length] === bytes[at + length]) length += 1;
  return length;
};

/** The weight of the prices of the last pass, in uses of a probability in this one. */
const PRIOR = 64;

/** `(index, bit)`: the price of a bit now. At the beginning, what it cost in the last pass is the better estimate. */
const pricesOf = (model, last) => {
  const known = new Map();
  return (index, one) => {
    const key = index * 2 + one;
    let price = known.get(key);
    if (price === undefined) {
      const weight = last ? PRIOR / (PRIOR + model.uses[index]) : 0;
      price = model.cost(index, one);
      if (weight) price = price * (1 - weight) + last[one][index] * weight;
      known.set(key, price);
    }
    return price;
  };
};

/** What a bit cost on average in a pass. */
export const averagesOf = ({ counts, costs }) =>
  [0, 1].map((one) =>
    Float64Array.from(costs[one], (cost, index) => {
      const all = counts[0][index] + counts[1][index];
      const own = counts[one][index];
      if (all === 0) return 1;
      if (own === 0) return Math.min(Math.log2((all + 1) * 2), 8);
      return (cost + Math.log2((all + 1) / (own + 0.5)) / 2) / (own + 0.5);
    }),
  );

/** Of a longer match only the greater lengths are tried. */
const NICE = 64;

/** The price of a step back, in bits: it takes time to unpack. */
const STEP_PRICE = 0.02;

/** The cheapest operations from `start` to `end`. */
export const parse = ({ bytes, contexts, matches, model, last, start, end, state, distance }) => {
  const price = pricesOf(model, last);
  let sum = 0;
  const bit = (index, one) => {
    sum += price(index, one);
  };
  const priceOf = (run) => {
    sum = 0;
    run();
    return sum;
  };
  const lengthsOf = (base) =>
    Float64Array.from({ length: MAX_LENGTH + 1 }, (_, length) =>
      length > 1 ? priceOf(() => lengthBits(bit, base, length)) : 0,
    );
  const [lengths, lastLengths] = [lengthsOf(LENGTH), lengthsOf(LAST_LENGTH)];
  const nodes = Array.from({ length: end - start + 1 }, () => ({ price: Number.POSITIVE_INFINITY }));
  nodes[0] = { price: 0, state, distance };
  for (let at = start; at < end; at += 1) {
    const node = nodes[at - start];
    // Filled in late, since most nodes are replaced by a cheaper one.
    if (node.operation) {
      node.state = nextState(node.previous.state, node.operation.kind);
      node.distance = node.operation.distance ?? node.previous.distance;
    }
    const kindPrice = (kind) => node.price + priceOf(() => kindBits(bit, node.state, contexts[at], kind));
    const offer = (price, operation) => {
      const target = nodes[at - start + operation.length];
      if (price >= target.price) return;
      target.price = price;
      target.previous = node;
      target.operation = operation;
    };
    const literal = priceOf(() => literalBits(bit, contexts[at], bytes[at]));
    offer(kindPrice("literal") + literal, { kind: "literal", length: 1 });
    const most = Math.min(end - at, MAX_LENGTH);
    const from = at - node.distance;
    const longest = from >= 0 && from < at ? lengthAt(bytes, from, at, most) : 0;
    if (longest > 1) {
      const base = kindPrice("last");
      for (let length = longest > NICE ? longest : 2; length <= longest; length += 1)
        offer(base + lastLengths[length], { kind: "last", length });
    }
    if (matches[at].length === 0) continue;
    const base = kindPrice("match");
    let length = Math.min(matches[at].at(-1).length, most) > NICE ? NICE : 2;
    for (const { length: longest, distance, back } of matches[at]) {
      const place = priceOf(() => backBits(bit, back)) + back * STEP_PRICE;
      for (; length <= Math.min(longest, most); length += 1)
        offer(base + lengths[length] + place, { kind: "match", length, distance, back });
    }
  }
  const operations = [];
  for (let node = nodes[end - start]; node.operation; node = node.previous) operations.push(node.operation);
  return operations.reverse();
};
