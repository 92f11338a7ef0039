/** Random numbers that are the same for the same seed (mulberry32). */
export const createRandom = (seed) => {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A number from `low` to `high`. */
    between: (low, high) => low + next() * (high - low),
    /** An element of a list. */
    pick: (list) => list[Math.floor(next() * list.length)],
  };
};
