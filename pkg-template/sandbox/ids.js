/**
 * Creates a generator of ids that look random and are the same in every run with the same seed, so that tests can
 * rely on them.
 *
 * @param {number} seed
 */
export const createIds = (seed) => {
  let state = seed >>> 0;

  // mulberry32, which is good enough: these ids need not be unguessable.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const hex = (digits) => {
    let text = "";
    while (text.length < digits) text += next().toString(16).padStart(8, "0");
    return text.slice(0, digits);
  };

  return {
    hex,
    /** A version 4 UUID. */
    uuid: () => {
      const variant = (8 + (next() % 4)).toString(16);
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
    },
  };
};
