/** Reads what a caller gave, once: as text for the core, and as the JSON that is sent. */

import { isPlain } from "../../shared/own.js";

/** The maximum length of a message that is quoted. */
export const MESSAGE_LENGTH = 500;

/** The items of an iterable, up to a limit: an array with four billion holes is easily made and would fill the memory. */
export const listOf = (iterable) => {
  const list = [];
  for (const entry of iterable) if (list.push(entry) > 1e4) throw TOO_MANY;
  return list;
};
const TOO_MANY = "too many entries";
const TOO_DEEP = "it is nested too deeply";

/** What an object is, of whatever realm: a test runner or a frame has its own `Date` and `String`. */
const kindOf = (object) => Object.prototype.toString.call(object).slice(8, -1);

/** The value that JSON serializes instead: what `toJSON` returns. */
const jsonValue = (value) =>
  typeof value === "object" && typeof value?.toJSON === "function" && kindOf(value) !== "Date"
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
  if (fields.length === 0 && (!isPlain(object) || object[Symbol.iterator])) throw "it has no own properties";
  return fields;
};

/** The maximum length of an array, and how many values are written: cyclic params would never end. */
const MAX_ITEMS = 1e6;
const MAX_VALUES = 1e6;

/**
 * The maximum length of a string that is needed whole, and of all of them: no URL and no headers are as long. And that of
 * the beginnings of strings in all: the core has a copy, in memory that it needs for the requests in flight.
 */
const MAX_LENGTH = 1e6;
const MAX_TEXT = 2e7;

/** A string with its length. */
const counted = (text, state) => {
  state.room -= text.length;
  if (text.length > MAX_LENGTH || state.room < 0) throw "a string is too long";
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

/** The same as a string with its length. */
const failed = (thrown) => counted(reasonOf(thrown), new Fields());

/** Makes objects in which any name is a field, as in one without a prototype, but which hosts read faster. */
export function Fields() {}
Fields.prototype = Object.freeze({ __proto__: null });

const dateTime = Date.prototype.getTime;

const letters = { __proto__: null, undefined: "u", boolean: "t", function: "F" };

/** In a copy, instead of that for which JSON would have null, an empty object or nothing: to write it fails. */
const unwritable = (reason) => ({
  toJSON(name) {
    throw name ? `${name}: ${reasonOf(reason)}` : reason;
  },
});

/** The same for what has no form in JSON; an option may be of any type. */
const withoutJSON = (value, { isBody }) => (isBody ? unwritable("a value has no form in JSON") : value);

/**
 * Reads a value, each property of it once: adds it to `state.text`, and returns a copy if `state.copies`. What the copy
 * has instead of the properties is what JSON has, so that nothing else can be sent than what is checked.
 */
const read = (value, depth, state, iterable) => {
  if (state.left-- < 0) throw TOO_MANY;
  if (typeof value === "string") {
    state.text += counted(value.length > state.length ? value.slice(0, state.length) : value, state);
  } else if (typeof value === "object" && value) {
    const { text } = state;
    const isArray = !iterable && isArrayOf(value);
    try {
      return (isArray ? readArray : readObject)(value, depth, state, iterable);
    } catch (thrown) {
      state.text = text + (isArray ? "A" : "E") + failed(thrown);
      return unwritable(thrown);
    }
  } else if (typeof value === "number") {
    state.text += `#${value};`;
    if (!Number.isFinite(value)) return withoutJSON(value, state);
  } else {
    state.text += value === null ? "n" : value === false ? "f" : (letters[typeof value] ?? "x");
    if (typeof value === "function" || typeof value === "symbol") return withoutJSON(value, state);
  }
  return value;
};

/** Whether it is an array; false for a revoked proxy. */
const isArrayOf = (value) => {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
};

/** Instead of an undefined item: a value without a form in JSON. */
const MISSING = Symbol("undefined");

/** Reads the items of an array by index, as JSON does; they are three levels deeper. */
const readArray = (array, depth, state) => {
  const { length } = array;
  if (length > MAX_ITEMS) throw TOO_MANY;
  if (state.isBody && depth <= 0) throw TOO_DEEP;
  const copy = state.copies && depth > 0 ? [] : array;
  state.text += "[";
  for (let index = 0; depth > 0 && index < length; index += 1) {
    let item = depth > 3 ? jsonValue(array[index]) : array[index];
    // JSON has null for it, and for what the array lacks.
    if (item === undefined && depth > 3) item = MISSING;
    item = read(item, depth - 3, state);
    if (state.copies) copy.push(item);
  }
  state.text += "]";
  return copy;
};

const readObject = (object, depth, state, iterable) => {
  const kind = kindOf(object);
  // In a query, as in JSON; of declared params the core decides.
  if (kind === "Date" && state.isQuery) return read(object.toISOString(), depth, state);
  if (kind === "Date") {
    const time = dateTime.call(object);
    state.text += `D${time};`;
    return Number.isNaN(time) ? withoutJSON(object, state) : object;
  }
  if (ArrayBuffer.isView(object)) {
    state.text += "x";
    return object;
  }
  // JSON has the text or the number that is in such an object.
  if (/^(String|Number|Boolean)$/.test(kind)) return read(object.valueOf(), depth, state);
  if (state.isBody && depth <= 0) throw TOO_DEEP;
  const copy = state.copies && depth > 0 ? new Fields() : object;
  state.text += "{";
  const fields = depth > 0 ? fieldsOf(object, iterable) : [];
  for (let index = 0; index < fields.length; index += 2) {
    const [name, value] = [fields[index], fields[index + 1]];
    state.text += counted(name, state);
    const field = read(depth > 1 ? jsonValue(value) : value, depth - 1, state);
    if (state.copies) {
      if (name in copy) throw `"${name}" is there twice`;
      copy[name] = field;
    }
  }
  state.text += "}";
  return copy;
};

/** The text, and the copy if it `copies`. */
const readAll = (value, depth, length, iterable, copies) => {
  const room = length > MAX_LENGTH ? MAX_LENGTH : MAX_TEXT;
  const [isBody, isQuery] = [copies && depth > 1, iterable && !copies && depth > 1];
  const state = { left: MAX_VALUES, room, length, copies, isBody, isQuery, text: "" };
  try {
    state.copy = read(value, depth, state, iterable);
  } catch (thrown) {
    // A string at the root, which is too long.
    state.text = `E${failed(thrown)}`;
    state.copy = unwritable(thrown);
  }
  return state;
};

/**
 * Writes a value as the text that `src/host/value.rs` describes: `depth` levels of it, with the first `length` characters
 * of its strings. What is deeper is written as if it were empty. With `iterable`, the value itself may be pairs: see
 * `fieldsOf`; more than one level of it is a query.
 */
export const encode = (value, depth, length, iterable) => readAll(value, depth, length, iterable, false).text;

/** How deep what is sent may be nested; an array counts three times. */
const DEPTH = 100;

/** The same; puts a copy, from which what is sent or used is taken, into a list. */
export const readParams = (params, depth, length, held) => {
  const { text, copy } = readAll(params, depth, length, false, true);
  held.push(copy);
  return text;
};

const isScalar = (value) => /^[nb]/.test(typeof value);

/**
 * Writes a body as JSON: the params that `readParams` held and the fields that are added to them, but not those in the
 * query, whose names have spaces in between. The objects in some fields are written as pairs of a `key` and a `value`, a
 * text. Undefined if there are none and it is `optional`.
 */
export const writeBody = ([given], extra, inQuery, inPairs, optional) => {
  // Of a route that is not declared nothing has been read.
  const params = given instanceof Fields ? given : readAll(given, DEPTH, 0, false, true).copy;
  if (params !== undefined && !(params instanceof Fields)) return JSON.stringify(params);
  let body = params ?? new Fields();
  for (const name of inPairs ? inPairs.split(" ") : []) {
    if (body[name] instanceof Fields) {
      const pairs = Object.entries(body[name]);
      body[name] = pairs.map(([key, value]) => ({ key, value: isScalar(value) ? String(value) : value }));
    }
  }
  if (extra !== undefined || inQuery) {
    const names = inQuery ? inQuery.split(" ") : [];
    body = new Fields();
    for (const source of [params, readAll(extra, DEPTH, 0, true, true).copy]) {
      for (const name of Object.keys(source ?? {})) {
        // An undefined one adds nothing: it must not take a field away.
        if (!names.includes(name) && source[name] !== undefined) body[name] = source[name];
      }
    }
  }
  return optional && Object.keys(body).length === 0 ? undefined : JSON.stringify(body);
};
