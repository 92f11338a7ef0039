/** Shortens a text by a dictionary of what repeats in it: `pkg-template/shared/dictionary.js` has the reverse. */

import { FIRST_CODE, PER_MARK } from "../pkg-template/shared/dictionary.js";

/** Characters that can begin the number of a word; those that occur in the text cannot. */
const MARKS = "!#$%&*=@|~<>?;";

/** Codes below are characters, others are pairs of two codes. */
const FIRST_PAIR = 128;
const CODES = 1024;

/** What replaces a pair is two characters: worth it if the pair is frequent. */
const LEAST = 8;

/** The most frequent pair of neighbors, as one number. */
const frequent = (codes, counts) => {
  counts.fill(0);
  let most = 0;
  for (let at = 0; at + 1 < codes.length; at += 1) {
    const pair = codes[at] * CODES + codes[at + 1];
    counts[pair] += 1;
    if (counts[pair] > counts[most]) most = pair;
  }
  return counts[most] < LEAST ? undefined : most;
};

/** Replaces a pair in place; returns what is left. */
const merge = (codes, pair, code) => {
  let length = 0;
  for (let at = 0; at < codes.length; at += 1) {
    const isPair = at + 1 < codes.length && codes[at] * CODES + codes[at + 1] === pair;
    codes[length] = isPair ? code : codes[at];
    length += 1;
    if (isPair) at += 1;
  }
  return codes.subarray(0, length);
};

/** Pairs of pairs, the most frequent first, until there is none, or no number for another (byte-pair encoding). */
const pairs = (text, limit) => {
  let codes = Uint16Array.from(text, (letter) => letter.charCodeAt(0));
  const counts = new Uint32Array(CODES * CODES);
  const parts = new Map();
  for (let code = FIRST_PAIR; code < FIRST_PAIR + limit; code += 1) {
    const pair = frequent(codes, counts);
    if (pair === undefined) break;
    parts.set(code, [Math.floor(pair / CODES), pair % CODES]);
    codes = merge(codes, pair, code);
  }
  return { codes, parts };
};

/** The text of marks, words and the text with numbers of words: the parameters of `expand`. */
export const shorten = (text) => {
  if (/[^\n -~]/.test(text)) throw new Error("the text has a character that is not ASCII");
  const marks = [...MARKS].filter((mark) => !text.includes(mark)).join("");
  const { codes, parts } = pairs(text, Math.min(marks.length * PER_MARK, CODES - FIRST_PAIR));
  const uses = new Map();
  for (const code of [...codes, ...[...parts.values()].flat()]) uses.set(code, (uses.get(code) ?? 0) + 1);
  const length = (code) => parts.get(code)?.reduce((sum, part) => sum + length(part), 0) ?? 1;
  const kept = [...parts.keys()].filter((code) => length(code) > 2 && uses.get(code) > 1);
  const numbers = new Map(
    kept.map((code, index) => [
      code,
      marks[Math.floor(index / PER_MARK)] + String.fromCharCode(FIRST_CODE + (index % PER_MARK)),
    ]),
  );
  const write = (code) =>
    numbers.get(code) ?? parts.get(code)?.map(write).join("") ?? String.fromCharCode(code);
  const words = kept.map((code) => parts.get(code).map(write).join(""));
  return [marks, words.join("\n"), Array.from(codes, write).join("")];
};
