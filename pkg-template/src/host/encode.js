/** Reads what a caller gave, once: as text for the core, and as the JSON that is sent. */

/** The maximum length of a message that is quoted. */
export const MESSAGE_LENGTH = 500;

/** The items of an iterable, up to a limit: an array with four billion holes is easily made and would fill the memory. */
export const listOf = (iterable) => {
  const list = [];
  for (const entry of iterable) if (list.push(entry) > 1e4) throw TOO_MANY;
  return list;
};
const TOO_MANY = "too many entries";

/** Whether the prototype is null or `Object.prototype` of any realm. */
export const isPlain = (object) => {
  const prototype = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** The value that JSON serializes instead: what `toJSON` returns. */
const jsonValue = (value) =>
  typeof value === "object" && typeof value?.toJSON === "function" && !(value instanceof Date)
    ? value.toJSON()
    : value;

/**
 * The names and values of an object's fields in turn; with `iterable`, also the pairs of `Headers`, a `Map`,
 * `URLSearchParams` or an array. Throws for an object that has no fields and is not plain, such as a Map or a promise:
 * its content would be lost.
 */
const fieldsOf = (object, iterable) => {
  const fields = [];
  if (iterable && (Array.isArray(object) || (!isPlain(object) && typeof object.entries === "function"))) {
    for (const pair of listOf(object)) {
      const name = Array.isArray(pair) && pair.length === 2 && pair[0];
      if (typeof name !== "string") throw "expected [name, value] pairs";
      fields.push(name, pair[1]);
    }
    return fields;
  }
  for (const name of Object.keys(object)) fields.push(name, object[name]);
  if (fields.length === 0 && !isPlain(object)) throw "it has no own properties";
  return fields;
};

/** The maximum length of an array, and how many values are written: cyclic params would never end. */
const MAX_ITEMS = 1e6;
const MAX_VALUES = 4e6;

/** The maximum length of a string that is needed whole: no URL and no header is as long. */
const MAX_LENGTH = 1e7;

/** A string with its length. */
const counted = (text) => {
  if (text.length > MAX_LENGTH) throw "a string is too long";
  return `"${text.length}:${text}`;
};

/** The message of a thrown value. */
export const reasonOf = (thrown) => {
  try {
    const message = typeof thrown === "string" ? thrown : thrown.message;
    if (typeof message === "string" && message) return message.slice(0, MESSAGE_LENGTH);
  } catch {}
  return "no reason given";
};

const letters = { undefined: "u", boolean: "t", function: "F" };

/** Writes the items of an array by index, as JSON reads them; `rest` has how many values are left, and the `length`. */
const writeArray = (array, depth, rest) => {
  if (array.length > MAX_ITEMS) throw TOO_MANY;
  let text = "";
  for (let index = 0; depth > 0 && index < array.length; index += 1) {
    text += write(depth > 3 ? jsonValue(array[index]) : array[index], depth - 3, rest);
  }
  return `[${text}]`;
};

const writeObject = (object, depth, rest, iterable) => {
  if (object instanceof Date) return "D";
  if (ArrayBuffer.isView(object)) return "x";
  let text = "";
  const fields = depth > 0 ? fieldsOf(object, iterable) : [];
  for (let index = 0; index < fields.length; index += 2) {
    const value = fields[index + 1];
    text += counted(fields[index]) + write(depth > 1 ? jsonValue(value) : value, depth - 1, rest);
  }
  return `{${text}}`;
};

const write = (value, depth, rest, iterable) => {
  if (rest.left-- < 0) throw TOO_MANY;
  if (typeof value === "string") return counted(value.length > rest.length ? value.slice(0, rest.length) : value);
  if (typeof value === "number") return `#${value};`;
  if (value === null) return "n";
  if (value === false) return "f";
  if (typeof value !== "object") return letters[typeof value] ?? "x";
  let kind = "E";
  try {
    if (iterable || !Array.isArray(value)) return writeObject(value, depth, rest, iterable);
    kind = "A";
    return writeArray(value, depth, rest);
  } catch (thrown) {
    return kind + counted(reasonOf(thrown));
  }
};

/**
 * Writes a value as the text that `src/host/value.rs` describes: `depth` levels of it, with the first `length` characters
 * of its strings. What is deeper is written as if it were empty. Items of an array are three levels deeper than it. With
 * `iterable`, the value itself may be pairs: see `fieldsOf`. Each property is read once.
 */
export const encode = (value, depth, length, iterable) => {
  try {
    return write(value, depth, { left: MAX_VALUES, length }, iterable);
  } catch (thrown) {
    return `E${counted(reasonOf(thrown))}`;
  }
};

/** A copy of an object's own fields; what is read of it later is always the same. */
export const copy = (object) => {
  try {
    return { __proto__: null, ...object };
  } catch {
    return { __proto__: null };
  }
};

/** Makes objects in which any name is a field, as in one without a prototype, but which hosts read faster. */
export function Fields() {}
Fields.prototype = Object.freeze({ __proto__: null });

/**
 * Writes a body as JSON: the fields of the params and those that are added to them, but not those in the query, whose
 * names have spaces around them. Undefined if there are none and it is `optional`. JSON has no functions, and one called
 * toJSON would be called for the body. Params that are `whole`, such as an array, are the body as they are.
 */
export const writeBody = (params, extra, inQuery, optional, whole) => {
  if (whole) return JSON.stringify(params);
  const body = new Fields();
  let isEmpty = optional;
  for (const source of [params, extra]) {
    const fields = source === undefined ? [] : fieldsOf(source, source === extra);
    for (let index = 0; index < fields.length; index += 2) {
      const [name, value] = [fields[index], fields[index + 1]];
      if (typeof value === "function" || inQuery.includes(` ${name} `)) continue;
      isEmpty = false;
      body[name] = jsonValue(value);
    }
  }
  return isEmpty ? undefined : JSON.stringify(body);
};
