import { isObject } from "../shared/own.js";

/** Fields without those with the given names, which a client must not replace. */
export const without = (fields, names) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/**
 * Applies a partial update to an object: fields are replaced, nested objects merged, arrays replaced as a whole. Changes
 * neither argument.
 */
export const merge = (old, given) => ({
  ...old,
  ...Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      isObject(value) && Object.hasOwn(old, key) && isObject(old[key]) ? merge(old[key], value) : value,
    ]),
  ),
});
