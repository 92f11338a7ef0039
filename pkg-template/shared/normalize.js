/**
 * Normalizes fields that differ between accounts, by the shapes in `generated/normalized.js`. What does not parse stays as
 * it was, and everything else is what the API sent. `src/schema/normalize.rs` does the same for Rust users.
 */

import { NUMERIC } from "../generated/normalized.js";
import { isPlain, own } from "./own.js";

/** The value of a field by its rule. */
const normalizeField = (object, name, rule) => {
  const given = own(object, name);
  if (typeof rule === "string") return given || own(object, rule) || given;
  if (typeof rule === "object") return normalize(given, rule);
  try {
    // What is not a string is parsed as `false`. A number that is too large is read as Infinity.
    const made = JSON.parse(typeof given === "string" && given);
    return (rule === NUMERIC ? Number.isFinite(made) : Object(made) === made) ? made : given;
  } catch {
    return given;
  }
};

/** A normalized copy of what JSON has as an object; of any other value, the value itself. */
const normalizeObject = (value, shape) => {
  if (!isPlain(value ?? "")) return value;
  const each = own(shape, "*");
  const changes = { __proto__: null };
  for (const name of Object.keys(each ? value : shape)) {
    const made = normalizeField(value, name, each ?? shape[name]);
    if (made !== undefined) changes[name] = made;
  }
  // A spread defines fields, one called `__proto__` too, whatever a page has added to Object.prototype.
  return { ...value, ...changes };
};

/** The same for the objects in an array. */
export const normalize = (value, shape) =>
  Array.isArray(value) ? value.map((item) => normalizeObject(item, shape)) : normalizeObject(value, shape);
