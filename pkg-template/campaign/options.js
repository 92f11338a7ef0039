/** The options of a campaign, checked before anything is written or sent. */

import { shown } from "../shared/nearest.js";
import { copyOf, isObject } from "../shared/own.js";
import { checkBatch } from "./batch.js";
import { memoryJournal } from "./journal.js";
import { Misuse } from "./misuse.js";
import { copied, isBlank, problemOf } from "./people.js";

const isFunction = (value) => typeof value === "function";
const isOptional = (is) => (value) => value === undefined || is(value);
const isTime = isOptional((value) => typeof value === "number" && value > 0 && Number.isFinite(value));

/** Whether an object has only these fields, and each is as it must be. */
const hasOnly = (value, fields) =>
  isObject(value) &&
  Object.entries(value).every(([name, one]) => Object.hasOwn(fields, name) && fields[name](one));

const isPace = (value) =>
  hasOnly(value, {
    callsPerSecond: isOptional((rate) => typeof rate === "number" && rate > 0),
    maxInFlight: isOptional((count) => Number.isInteger(count) && count > 0 && count <= 10_000),
  });

/** Whether it can be iterated, and is no text. */
export const isList = (value) =>
  typeof value !== "string" &&
  (isFunction(value?.[Symbol.iterator]) || isFunction(value?.[Symbol.asyncIterator]));

/** What each option must be, and how that is said. */
const OPTIONS = {
  client: [(client) => isFunction(client?.calls?.findPlaced), "a Synthflow client"],
  people: [isList, "a list of people, or something that can be iterated"],
  call: [isOptional(isObject), "an object with params of calls.create"],
  journal: [
    isOptional((journal) => isFunction(journal.read) && isFunction(journal.write)),
    "an object with read and write",
  ],
  pace: [
    isOptional(isPace),
    "{ callsPerSecond, maxInFlight }, a number above 0 and an integer from 1 to 10000",
  ],
  window: [isOptional(isObject), "an object with from, to, days or timezone"],
  recall: [isOptional(Array.isArray), "a list of rules"],
  follow: [
    isOptional((follow) => typeof follow === "boolean" || hasOnly(follow, { interval: isTime })),
    "true, false or { interval }, milliseconds above 0",
  ],
  whenNotFound: [isOptional((value) => value === "report" || value === "call"), '"report" or "call"'],
  lookup: [
    isOptional((lookup) => hasOnly(lookup, { timeout: isTime, interval: isTime })),
    "{ timeout, interval }, milliseconds above 0",
  ],
  retryFailed: [isOptional((value) => typeof value === "boolean"), "true or false"],
  batch: [
    isOptional((batch) => batch === true || isObject(batch)),
    "true, or an object with params of the batch",
  ],
  onProgress: [isOptional(isFunction), "a function"],
  signal: [isOptional((signal) => isFunction(signal.addEventListener)), "an AbortSignal"],
};

/** The options whose fields are settings, of which a copy is made. */
const SETTINGS = ["call", "pace", "window", "follow", "lookup", "batch"];

/** Checks the options and fills in the defaults. Null and undefined are the same as nothing. */
export const readOptions = (given) => {
  if (!isObject(given)) throw new Misuse("expected an object of options");
  const options = { __proto__: null };
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(OPTIONS, name))
      throw new Misuse(`there is no option ${shown(name, Object.keys(OPTIONS), true)}`);
    // What a script added to every object is no setting.
    if (value === null || value === undefined) continue;
    const isSettings = SETTINGS.includes(name) && isObject(value);
    const settings = isSettings && copyOf(value);
    options[name] = settings ? { __proto__: null, ...copied(settings) } : value;
    // As of a promise, a Map or a class whose fields are getters: nothing of it would count.
    if (isSettings && !settings)
      throw new Misuse(`${name}: expected ${OPTIONS[name][1]}; this object has no fields of its own`);
  }
  for (const [name, [is, expected]] of Object.entries(OPTIONS))
    if (!is(options[name])) throw new Misuse(`${name}: expected ${expected}`);
  if (options.call?.phone !== undefined) throw new Misuse("call.phone: each of the people has a phone");
  if (options.batch) checkBatch(options);
  const problem = isBlank(options.call?.lead_timezone) ? undefined : problemOf(options.call);
  if (problem) throw new Misuse(`call.${problem}`);
  if (options.recall?.length > 0 && options.follow === false)
    throw new Misuse("recall: not without following the calls to their end");
  return {
    __proto__: null,
    journal: memoryJournal(),
    whenNotFound: "report",
    follow: true,
    ...options,
    pace: {
      __proto__: null,
      callsPerSecond: options.pace?.callsPerSecond ?? 1,
      maxInFlight: options.pace?.maxInFlight ?? 5,
    },
  };
};
