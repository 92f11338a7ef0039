/** Custom variables: the forms in which they are given, and how they are filled in. */

import { isObject } from "../shared/own.js";
import { badRequest } from "./errors.js";

const textOf = (value) => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

/** One entry of an array: a pair, or a text such as `"Company: Acme"`. */
const pairOf = (entry, path) => {
  if (isObject(entry)) {
    if (entry.key === undefined) throw badRequest(`${path}.key is missing; a pair has a key and a value`);
    return [textOf(entry.key), entry.value];
  }
  const [key, ...value] = textOf(entry).split(":");
  return [key.trim(), value.join(":").trim()];
};

/**
 * Variables as an object, given as `[{ key, value }]`, as `["Key: value"]`, or as an object. Throws for a pair without
 * a key, with its path.
 */
export const variablesOf = (given, path = "custom_variables") => {
  if (Array.isArray(given))
    return Object.fromEntries(given.map((entry, index) => pairOf(entry, `${path}[${index}]`)));
  return isObject(given) ? { ...given } : {};
};

/** A text with the value of each `{variable}`. A name without a value remains as it is. */
export const fill = (text, variables) =>
  String(text ?? "").replace(/\{([^{}]{1,200})\}/g, (whole, name) => {
    const key = name.trim();
    return Object.hasOwn(variables, key) ? textOf(variables[key]) : whole;
  });
