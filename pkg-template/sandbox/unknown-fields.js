/** Undeclared fields of a body, which the API ignores: dropped, so that no response repeats them. */

/** Paths are cut at about this length, and a field with an empty name is shown as "params". */
const CUT = 90;
const EMPTY = "params";

const isTree = (value) => typeof value === "object" && value !== null;

/** The field of an object that a path names: exactly, or cut, since a name may be long. */
const named = (object, path) => {
  if (Object.hasOwn(object, path)) return path;
  if (path === EMPTY && Object.hasOwn(object, "")) return "";
  return path.length < CUT
    ? undefined
    : Object.keys(object).find((key) => key.startsWith(path.slice(0, CUT)));
};

/** The fields that a path can lead through, with the rest of the path. A name may contain dots and brackets. */
const ways = (object, path) =>
  Object.keys(object).flatMap((key) => {
    const start = Array.isArray(object) ? `[${key}]` : key;
    if (!isTree(object[key]) || !path.startsWith(start)) return [];
    const rest = path.slice(start.length);
    if (rest.startsWith(".")) return [[key, rest.slice(1)]];
    return rest.startsWith("[") ? [[key, rest]] : [];
  });

/** A copy of the value without the field at a path; `undefined` if there is no such field. */
const without = (value, path) => {
  const field = Array.isArray(value) ? undefined : named(value, path);
  if (field !== undefined) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== field));
  for (const [key, rest] of ways(value, path)) {
    const inner = without(value[key], rest);
    if (inner === undefined) continue;
    return Array.isArray(value)
      ? value.map((item, index) => (String(index) === key ? inner : item))
      : { ...value, [key]: inner };
  }
  return undefined;
};

/** The body without the fields at these paths. A path that leads to no field is skipped. */
export const dropFields = (body, paths) => paths.reduce((left, path) => without(left, path) ?? left, body);
