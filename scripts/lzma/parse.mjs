/** Chooses the operations: the cheapest sequence at the prices that the probabilities have. */

import {
  ALIGN,
  distanceBits,
  kindBits,
  LENGTH,
  lengthBits,
  literalBits,
  MAX_LENGTH,
  nextDistances,
  nextState,
  REP_LENGTH,
  reverseTree,
  slotOf,
  slotsOf,
  tree,
} from "./model.mjs";

/** For each index: the matches by increasing length, each at the smallest distance. */
export const findMatches = (bytes) => {
  const seen = new Map();
  return Array.from(bytes, (_, at) => {
    if (at + 1 >= bytes.length) return [];
    const key = bytes[at] * 256 + bytes[at + 1];
    const before = seen.get(key) ?? [];
    seen.set(key, before);
    const found = [];
    const most = Math.min(bytes.length - at, MAX_LENGTH);
    for (let index = before.length, best = 1; index-- > 0 && best < most; ) {
      const from = before[index];
      if (bytes[from + best] !== bytes[at + best]) continue;
      const length = lengthAt(bytes, from, at, most);
      if (length > best) {
        best = length;
        found.push({ length, distance: at - from - 1 });
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
export const pricesOf = (model, last) => {
  const count = model.probabilities.length;
  const prices = [new Float64Array(count), new Float64Array(count)];
  for (const one of [0, 1]) {
    for (let index = 0; index < count; index += 1) {
      const weight = last ? PRIOR / (PRIOR + model.uses[index]) : 0;
      const now = model.cost(index, one);
      prices[one][index] = weight ? now * (1 - weight) + last[one][index] * weight : now;
    }
  }
  return prices;
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

/** The prices of everything that does not depend on where it is. */
const tablesOf = (prices) => {
  let sum = 0;
  const bit = (index, one) => {
    sum += prices[one][index];
  };
  const priceOf = (run) => {
    sum = 0;
    run();
    return sum;
  };
  const table = (count, run) => Float64Array.from({ length: count }, (_, index) => priceOf(() => run(index)));
  const lengths = (base) => table(MAX_LENGTH + 1, (length) => length > 1 && lengthBits(bit, base, length));
  const slots = [2, 3, 4, 5].map((length) => table(64, (slot) => tree(bit, slotsOf(length), 6, slot)));
  const near = table(128, (distance) => distanceBits(bit, () => {}, distance));
  const align = table(16, (value) => reverseTree(bit, ALIGN, 4, value));
  const distanceRest = (distance) =>
    distance < 128 ? near[distance] : (slotOf(distance) >> 1) - 5 + align[distance & 15];
  return { bit, priceOf, lengths: lengths(LENGTH), repLengths: lengths(REP_LENGTH), slots, distanceRest };
};

/** Of a longer match only the greater lengths are tried. */
const NICE = 64;

/** The cheapest operations from `start` to `end`. */
export const parse = ({ bytes, matches, prices, start, end, state, distances }) => {
  const { bit, priceOf, lengths, repLengths, slots, distanceRest } = tablesOf(prices);
  const nodes = Array.from({ length: end - start + 1 }, () => ({ price: Number.POSITIVE_INFINITY }));
  nodes[0] = { price: 0, state, distances };
  for (let at = start; at < end; at += 1) {
    const node = nodes[at - start];
    // Filled in late, since most nodes are replaced by a cheaper one.
    if (node.operation) {
      const { previous, operation } = node;
      node.state = nextState(previous.state, operation);
      node.distances = nextDistances(previous.distances, operation);
    }
    const before = bytes[at - 1] ?? 0;
    const kindPrice = (operation) => node.price + priceOf(() => kindBits(bit, node.state, before, operation));
    const offer = (price, operation) => {
      const target = nodes[at - start + operation.length];
      if (price >= target.price) return;
      target.price = price;
      target.previous = node;
      target.operation = operation;
    };
    const last = at - node.distances[0] - 1;
    const literal = { kind: "literal", length: 1 };
    const expected = node.state > 6 ? bytes[last] : -1;
    offer(kindPrice(literal) + priceOf(() => literalBits(bit, before, expected, bytes[at])), literal);
    if (bytes[last] === bytes[at]) {
      const short = { kind: "short", length: 1, rep: 0 };
      offer(kindPrice(short), short);
    }
    const most = Math.min(end - at, MAX_LENGTH);
    node.distances.forEach((distance, rep) => {
      const longest = at > distance ? lengthAt(bytes, at - distance - 1, at, most) : 0;
      if (longest < 2) return;
      const base = kindPrice({ kind: "rep", rep });
      for (let length = longest > NICE ? longest : 2; length <= longest; length += 1)
        offer(base + repLengths[length], { kind: "rep", length, rep });
    });
    if (matches[at].length === 0) continue;
    const base = kindPrice({ kind: "match" });
    let length = Math.min(matches[at].at(-1).length, most) > NICE ? NICE : 2;
    for (const { length: longest, distance } of matches[at]) {
      const rest = distanceRest(distance);
      const slot = slotOf(distance);
      for (; length <= Math.min(longest, most); length += 1) {
        const price = base + lengths[length] + slots[Math.min(length - 2, 3)][slot] + rest;
        offer(price, { kind: "match", length, distance });
      }
    }
  }
  const operations = [];
  for (let node = nodes[end - start]; node.operation; node = node.previous) operations.push(node.operation);
  return operations.reverse();
};
