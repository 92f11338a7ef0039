/** Whether a value is an object of fields, not an array and not null. */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Fields without those of some names: what the sandbox keeps itself is not for a client to replace. */
export const without = (fields, names) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/**
 * What a partial update makes of an object: given fields replace, nested objects are merged,
 * arrays are replaced whole. Neither argument is changed.
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
