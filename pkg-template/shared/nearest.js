/** The most similar of some names, for messages about misspelled ones. */

/** How many letters must be inserted, removed or replaced. */
const distance = (one, other) => {
  let row = [...Array(other.length + 1).keys()];
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at += 1) {
      next.push(Math.min(next[at] + 1, row[at + 1] + 1, row[at] + Number(letter !== other[at])));
    }
    row = next;
  }
  return row[other.length];
};

/**
 * `; did you mean "…"?`, or nothing if no name is similar. One that begins with `from` or `to` is that of one end of a call, and
 * is not suggested for the other; `src/schema/naming.rs` does the same.
 */
export const didYouMean = (given, names) => {
  const text = String(given).slice(0, 100).toLowerCase();
  const ranked = names
    .filter((name) => !/^(from|to)/.test(name) || name[0] === text[0])
    .map((name) => [distance(text, name.toLowerCase()), name])
    .sort(([a], [b]) => a - b);
  const [least, name] = ranked[0] ?? [Infinity];
  return least <= Math.max(2, text.length / 3) ? `; did you mean "${name}"?` : "";
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
