/** Expands a text that was shortened by a dictionary when the package was built: `scripts/dictionary.mjs`. */

/** The number of a word is a mark and one of so many characters, from this one on. */
export const PER_MARK = 90;
export const FIRST_CODE = 35;

/** The text. Words are in lines, and have numbers of words of earlier lines. */
export const expand = (marks, words, text) => {
  const full = [];
  const numbers = new RegExp(`[${marks}].`, "g");
  const wordOf = ([mark, letter]) => full[marks.indexOf(mark) * PER_MARK + letter.charCodeAt() - FIRST_CODE];
  for (const word of words.split("\n")) full.push(word.replace(numbers, wordOf));
  return text.replace(numbers, wordOf);
};
