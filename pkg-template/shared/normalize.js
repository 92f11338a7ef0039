/**
 * Normalizes fields that differ between accounts, by the shapes in `generated/normalized.js`. What does not parse stays as
 * it was, and everything else is what the API sent. `src/schema/normalize.rs` does the same for Rust users.
 */

import { NUMERIC } from "../generated/normalized.js";
import { define, isPlain, own } from "./own.js";

/** Refuses a number that JavaScript would round. */
const exact = (_, value) => {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw value;
  return value;
};

/** The value of a field by its rule. */
const normalizeField = (object, name, rule) => {
  const given = own(object, name);
  if (typeof rule === "string") {
    const found = given || own(object, rule) || given;
    // An id is a string, as its type says.
    return name.endsWith("id") && Number.isSafeInteger(found) ? String(found) : found;
  }
  if (typeof rule === "object") return normalize(given, rule);
  // An exception for every text that is not JSON takes longer than the whole list.
  if (typeof given !== "string" || !/^\s*[[{\d-]/.test(given)) return given;
  try {
    const made = JSON.parse(given, /\d{16}/.test(given) ? exact : undefined);
    // A number that is too large is read as Infinity.
    return (rule === NUMERIC ? Number.isFinite(made) : Object(made) === made) ? made : given;
  } catch {
    return given;
  }
};

/** Normalizes a parsed object in place; returns it, or any other value. */
export const normalize = (object, shape) => {
  if (!isPlain(object ?? "")) return object;
  const each = own(shape, "*");
  for (const name of Object.keys(each ? object : shape)) {
    const value = normalizeField(object, name, each ?? shape[name]);
    if (Object.hasOwn(object, name)) object[name] = value;
    else if (value !== undefined) define(object, name, value, { enumerable: true });
  }
  return object;
};
