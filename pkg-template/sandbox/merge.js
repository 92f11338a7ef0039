/** Whether a value is an object of fields, not an array and not null. */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What a partial update makes of an object: given fields replace, nested objects are merged,
 * arrays are replaced whole. Neither argument is changed.
 */
export const merge = (old, given) => ({
  ...old,
  ...Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      isObject(value) && isObject(old[key]) ? merge(old[key], value) : value,
    ]),
  ),
});
