/** The list of people: one record for each, however often they are in it. */

import { define, isObject, isPlain } from "../shared/own.js";
import { isTimeZone } from "../shared/time-zone.js";
import { Misuse } from "./misuse.js";

/** By which a person is known, in the list and in the journal: an id may be another person's in the next list. */
export const digitsOf = (phone) => phone.replace(/\D/g, "");

const E164 = /^\+\d{7,15}$/;

/** What people write into a number. */
const SEPARATORS = /[\s().\-\u00ad\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/**
 * A number without spaces, brackets, dashes and invisible characters: what else is in it is left for the reason. So is a zero in
 * brackets, which is dialed in some countries and not in others.
 */
const plain = (phone) => (/\(0\)/.test(phone) ? phone : phone.replace(SEPARATORS, ""));

const zones = new Map();

/** Whether it is a time zone: a long list has few, and asking takes time. */
const isZone = (name) => {
  if (!zones.has(name)) zones.set(name, typeof name === "string" && name !== "" && isTimeZone(name));
  return zones.get(name);
};

/** Whether a time zone is none: an empty cell of a table, too. */
export const isBlank = (zone) =>
  zone === undefined || zone === null || (typeof zone === "string" && zone.trim() === "");

/** How deep params are copied: what is deeper is too deep to be sent. */
const DEPTH = 100;

/**
 * A copy of a value with all that is in it, as it is now: calls are sent long after their params have been read, and a list may
 * be made with one object for everybody. An instance of a class, such as a date, stays as it is.
 */
export const copied = (value, depth = DEPTH, known = new Map()) => {
  try {
    const isArray = Array.isArray(value);
    if (depth === 0 || !(isArray || (isObject(value) && isPlain(value)))) return value;
    // Once each: what is in itself twice would be copied without an end.
    if (!known.has(value)) {
      const copy = isArray ? [] : {};
      known.set(value, copy);
      for (const name of Object.keys(value))
        define(copy, name, copied(value[name], depth - 1, known), { enumerable: true });
      if (isArray) copy.length = value.length;
    }
    return known.get(value);
  } catch {
    // What cannot be read cannot be sent either: the client says so.
    return value;
  }
};

/** The params of a call. The empty time zone of a table is none, so that the one of all calls or of the window counts. */
const paramsOf = (shared, own, phone) => {
  const isNone = (name, value) => name === "lead_timezone" && isBlank(value);
  const given = Object.entries(own).filter(([name, value]) => value !== undefined && !isNone(name, value));
  const set = given.map(([name, value]) => [name, copied(value)]);
  const params = { __proto__: null, ...shared, ...Object.fromEntries(set), phone };
  if (isBlank(params.lead_timezone)) delete params.lead_timezone;
  return params;
};

/** A value as JSON, or its type where it cannot be written. */
const describe = (value) => {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
};

/** What is wrong with a time zone: whom it is not known when to call must not be called by the clock of another place. */
export const problemOf = ({ lead_timezone: zone }) =>
  zone === undefined || isZone(zone)
    ? undefined
    : `lead_timezone: expected an IANA time zone such as "Europe/Berlin", got ${describe(zone)}`;

/** Whether a field of a person's params is that of everybody, from the option `call`, and not from their own row. */
export const isShared = (field, params, call = {}) =>
  Object.hasOwn(call, field) && Object.is(params[field], call[field]);

/**
 * Reads the list. A record has the `id`, the `params` of the call, and its state; records are by the digits of the number.
 * `others` are not called: who has the id or the number of somebody before, as if two lists had been joined, and who has no
 * number that can be called. `check` is called with the params of each and their path.
 */
export const readPeople = async (people, shared, check) => {
  const records = new Map();
  const ids = new Set();
  const others = [];
  let index = 0;
  for await (const person of people) {
    const at = `people[${index}]`;
    index += 1;
    if (!isObject(person)) throw new Misuse(`${at}: expected an object with a phone and a name`);
    const { id: given, phone: written, ...own } = { __proto__: null, ...person };
    // The ids of a table that are no numbers would all be NaN, and large ones would be rounded to another person's.
    if (given !== undefined && typeof given !== "string" && !Number.isSafeInteger(given))
      throw new Misuse(`${at}.id: expected a string or a safe integer`);
    const phone = plain(String(written ?? ""));
    const params = paramsOf(shared, own, phone);
    if (typeof params.model_id !== "string")
      throw new Misuse(`${at}.model_id: expected the id of the agent, here or in the option call`);
    check?.(params, at, shared);
    const digits = digitsOf(phone);
    const id = String(given ?? "") || digits || at;
    const leave = (state, reason) => others.push({ id, params, state, attempts: 0, reason });
    // An id that is given may be the digits of another person's number.
    const known = given !== undefined && ids.has(id) ? id : records.get(digits)?.id;
    if (!E164.test(phone)) {
      leave(
        "failed",
        phone ? "phone: expected + and 7 to 15 digits, such as +14155550123" : "phone: there is none",
      );
    } else if (known !== undefined) {
      leave("skipped", `duplicate of ${known}`);
    } else {
      if (given !== undefined) ids.add(id);
      records.set(digits, {
        __proto__: null,
        id,
        params,
        problem: problemOf(params),
        state: "queued",
        attempts: 0,
        recalls: 0,
        recalled: [],
        calls: [],
      });
    }
  }
  return { records, others };
};
