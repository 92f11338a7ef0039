/** Reads values that anybody may have made: own properties only, and a getter that throws is no value. */

/** An own field of an object; undefined if there is none. */
export const read = (object, name) => {
  try {
    return typeof object === "object" && object !== null && Object.hasOwn(object, name)
      ? object[name]
      : undefined;
  } catch {
    return undefined;
  }
};

/** Whether a value is an object of fields, not an array; a revoked proxy is one without fields. */
export const isObject = (value) => {
  try {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return true;
  }
};

/** The names of an object's own fields. */
export const namesOf = (object) => {
  try {
    return typeof object === "object" && object !== null ? Object.keys(object) : [];
  } catch {
    return [];
  }
};

/** The object, array, text or null in a string of JSON, also one in another; any other value itself. */
export const parsed = (value) => {
  if (typeof value !== "string" || !/^\s*(?:[{["]|null\s*$)/.test(value)) return value;
  try {
    return parsed(JSON.parse(value));
  } catch {
    return value;
  }
};

/** Text that is not empty. */
export const textOf = (value) => (typeof value === "string" && value !== "" ? value : undefined);

/** A finite number, or one in a string. */
export const numberOf = (value) => {
  const number = typeof value === "string" && value.trim() ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};
