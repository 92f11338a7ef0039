/** The most similar of some names, for messages about misspelled ones, as `src/schema/naming.rs` finds it. */

/** The letters to replace, insert, delete or swap with their neighbor; a result above `limit` only means more than that. */
const distance = (one, other, limit) => {
  const apart = Math.abs(one.length - other.length);
  if (!one || !other || apart > limit) return apart;
  const next = (letters, more) => distance(one.slice(letters), other.slice(more), limit - 1);
  if (one[0] === other[0]) return distance(one.slice(1), other.slice(1), limit);
  if (limit < 1) return 1;
  const isSwapped = one[0] === other[1] && one[1] === other[0];
  return 1 + Math.min(next(1, 1), next(1, 0), next(0, 1), isSwapped ? next(2, 2) : Infinity);
};

const plain = (text) => text.toLowerCase().replace(/[-_ ]/g, "");

/**
 * `; did you mean "…"?`, or nothing if no name is similar: at most a third of the letters differ. A name that begins with `from` or
 * `to` is that of one end of a call, and no name of the other is suggested for it.
 */
export const didYouMean = (given, names) => {
  const text = String(given).slice(0, 100);
  let limit = Math.min(Math.max(text.length, 3) / 3, 4) | 0;
  let best;
  for (const name of names) {
    const isOtherEnd =
      [name, plain(text)].some((one) => /^(from|to)/.test(one)) && name[0] !== plain(text)[0];
    const letters = isOtherEnd ? Infinity : distance(plain(text), plain(name), limit);
    // Of equally similar names, the first.
    if (letters < limit || (letters === limit && best === undefined)) [limit, best] = [letters, name];
  }
  return best === undefined ? "" : `; did you mean "${best}"?`;
};

/**
 * The name and the one it may mean. A name that is similar to none may be anything, a key among others, and is not shown: the
 * `known` ones are, if they are to be.
 */
export const shown = (given, names, known) => {
  const guess = didYouMean(given, names);
  if (guess) return JSON.stringify(given) + guess;
  return known ? `of this name; known are ${names.join(", ")}` : "of this name";
};
