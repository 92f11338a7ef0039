/** The texts of the page, in one dictionary per language. */

import { store, stored } from "../app/stored.js";
import { en } from "./en.js";

/** Codes and names. */
export const languages = [
  ["en", "English"],
  ["de", "Deutsch"],
];

const load = { en: async () => en, de: async () => (await import("./de.js")).de };

export const language = $state({ code: "en" });
let texts = $state.raw(en);

/** Sets the language, and stores it. */
export const setLanguage = async (code) => {
  texts = await load[code]();
  language.code = code;
  document.documentElement.lang = code;
  store("language", code);
};

/** Sets the language that was stored, or else the first of the browser that there is. */
export const loadLanguage = async () => {
  const wanted = [stored("language"), ...navigator.languages.map((code) => code.slice(0, 2))];
  const code = wanted.find((name) => Object.hasOwn(load, name ?? "")) ?? "en";
  if (code !== "en") await setLanguage(code);
};

/** The text of a key, with `{name}` filled in. */
export const t = (key, values = {}) =>
  (texts[key] ?? en[key] ?? key).replace(/\{(\w+)\}/g, (found, name) => values[name] ?? found);

/** The text of a key, or `undefined`. */
export const known = (key) => texts[key] ?? en[key];

/** The name of a language by its code, or the code where it has none. */
export const languageName = (code) => {
  try {
    return new Intl.DisplayNames(language.code, { type: "language", languageDisplay: "standard" }).of(code);
  } catch {
    return code;
  }
};

/** A number of things: the text of `key.one` or `key.other`. */
export const count = (key, number) => {
  const form = new Intl.PluralRules(language.code).select(number) === "one" ? "one" : "other";
  return t(`${key}.${form}`, { count: new Intl.NumberFormat(language.code).format(number) });
};
