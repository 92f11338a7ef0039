/** Values in nested plain objects, which are never changed: a change is a new object. */

/** The value at a path, such as `["agent", "prompt"]`. */
export const valueAt = (object, path) =>
  path.reduce((value, name) => (value === null || value === undefined ? undefined : value[name]), object);

/** The object with a value at a path; `undefined` removes the name, and objects that become empty below the first level. */
export const withValue = (object, [name, ...rest], value) => {
  const next = rest.length > 0 ? withValue(object?.[name] ?? {}, rest, value) : value;
  const { [name]: _, ...others } = object ?? {};
  const isEmpty = rest.length > 0 && name !== "agent" && Object.keys(next).length === 0;
  return next === undefined || isEmpty ? others : { ...others, [name]: next };
};

/** A value for comparison: names in order, and nothing for what is null or empty. */
const comparable = (value) => {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return undefined;
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object") return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, comparable(value[name])]));
};

/** Whether two values mean the same to the form. */
export const isEqual = (a, b) => JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
