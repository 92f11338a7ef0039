/** Finds the call whose response was lost. `src/http/placed.rs` is the same for Rust users: `tests/placed.json` has the cases of both. */

import { ABORT } from "../generated/events.js";
import { isIncoming } from "../shared/direction.js";
import { own } from "../shared/own.js";
import { race } from "./drive.js";
import { APIConnectionError, APIResponseError, SynthflowError } from "./errors.js";
import { refused, toError } from "./report.js";

/** How far the clocks of this host and of the API may differ, in milliseconds. */
const SKEW = 60_000;

/** How long a call may wait in the queue after its request, in milliseconds. */
const QUEUED = 600_000;

/** How long a list may be read on after the timeout, in milliseconds: one that goes on is no list of one person's calls. */
const READ_ON = 60_000;

/** The digits of a number and its `+`. A `(0)` is dialed within a country only. */
const digitsOf = (phone) => String(phone).replace(/\(0\)|[^+\d]/g, "");

/** A number as it is dialed, without the zeros in front. */
const localOf = (digits) => digits.replace(/^0+/, "");

/**
 * Whether a number is one in E.164 format: the whole of it, with 00 or 011 instead of the `+`, too; or what follows the country,
 * whose number has up to three digits.
 */
const isSame = (one, phone) => {
  const digits = digitsOf(one).replace(/^(00|011(?=\d{11}))/, "+");
  const local = localOf(digits);
  return digits[0] === "+" ? +digits === +phone : phone.endsWith(local) && phone.length - local.length < 5;
};

/**
 * Whether it may be the same, by its last digits: with a `+` if it has one more or less and the same country, as networks write
 * some: +52 1, +54 9, or a 0 that is dialed within a country only; without one whatever is in front of them.
 */
const isSimilar = (one, phone) => {
  const digits = digitsOf(one);
  const end = localOf(digits).slice(-7);
  const isNear = digits.slice(0, 2) === phone.slice(0, 2) && Math.abs(digits.length - phone.length) === 1;
  const isEnd = end.length > 3 && phone.endsWith(end) && (digits[0] !== "+" || isNear);
  // As of one that is masked.
  return isEnd || phone.endsWith(digits);
};

/** Whether it is a number that can be compared: not an address, masked, or the word or zeros for none. */
const isNumber = (phone) => /^[+\d\s().-]*\d[\s.-]*$/.test(phone) && /[1-9]/.test(phone);

/** The numbers that a call was to. */
const numbersOf = (call) =>
  ["lead_phone_number", "phone_number_to"].map((name) => own(call, name)).filter(isNumber);

const HOUR = 3_600_000;

/**
 * The earliest and the latest time that a value may be, in milliseconds, also if it is in seconds, in microseconds or a text; NaN
 * if there is none. One without a time zone is at any time of its day, in any zone.
 */
const timesOf = (value) => {
  const isText = Number.isNaN(+value);
  if (isText && !/:.*(Z|GMT|[+-]\d\d:?\d\d)$/.test(value)) {
    const day = Date.parse(/^\d{4}-\d\d-\d\d/.exec(value)?.[0]);
    return [day - 14 * HOUR, day + 38 * HOUR];
  }
  const number = isText ? Date.parse(value) : +value;
  const factor = number < 1e11 ? 1000 : number > 1e14 ? 0.001 : 1;
  const time = number > 1e9 && number < 1e17 ? number * factor : NaN;
  return [time, time];
};

const isId = (id) => typeof id === "string" || Number.isSafeInteger(id);

/** The id of a call, unless it has none or a number that has been rounded. */
const idOf = (call) => {
  const id = own(call, "call_id");
  return isId(id) ? id : undefined;
};

const noAnswer = (message) =>
  new APIResponseError({ message: `calls.findPlaced: ${message}`, outcome: "unknown", attempts: 1 });

/**
 * All calls of a list, each id once, and how many there should be, as the page says that has most. Throws for a response
 * without a list: it says nothing of a call.
 */
const callsOf = async (page, isLate) => {
  const calls = new Map();
  let total = 0;
  for (let current = await page; ; current = await current.getNextPage()) {
    if (!Array.isArray(own(current.body, "calls"))) throw noAnswer("the response has no list of calls");
    for (const call of current.data) calls.set(idOf(call) || {}, call ?? {});
    total = Math.max(total, current.total ?? 0);
    // The last page may say that there are more.
    if (!current.hasNextPage()) return [[...calls.values()], current.isMore ? Infinity : total];
    if (isLate()) throw refused("calls.findPlaced: too many calls; pass until");
  }
};

/** Whether another attempt may succeed, also after one that was not sent, since there was no connection. */
const isTransient = (error) => {
  const status = own(error, "status");
  return status
    ? status === 408 || status === 429 || status > 499
    : error.outcome === "unknown" || error instanceof APIConnectionError;
};

/** The same. The outcome of its errors is that of the call, about which nothing is known then: not that of the search. */
export const findPlaced = async (...given) => {
  try {
    return await search(...given);
  } catch (error) {
    if (error instanceof SynthflowError) error.outcome = "unknown";
    throw error;
  }
};

/**
 * Lists the calls to a number until one is found that was placed between two times. `ask` returns what a function of the core
 * returns, `list` is `calls.list`.
 */
const search = async (ask, list, params, more) => {
  const {
    since,
    until = Infinity,
    except = [],
    interval: pausing,
    timeout: limit,
    signal: given,
    ...call
  } = { __proto__: null, ...params };
  const { model_id, phone } = call;
  const times = { from_date: since, to_date: until === Infinity ? undefined : until };
  for (const { path, message, hint } of ask((core) => core.validate("calls.list", times)))
    if (Object.hasOwn(times, path)) {
      const advice = hint && `; ${hint}`;
      throw refused(`calls.findPlaced: ${path[0] === "f" ? "since" : "until"}: ${message}${advice}`);
    }
  const from = +new Date(since) - SKEW;
  const to = until === Infinity ? until : +new Date(until) + QUEUED;
  const isRight = phone && Array.isArray(except) && [...except].every(isId) && more === undefined;
  // A time that is to come would find no call that was placed.
  if (!isRight || !(from > -SKEW && to - QUEUED >= from + SKEW && from < Date.now())) {
    throw refused(
      "calls.findPlaced: expected { model_id, phone, since }, since in the past, until not before it, and except as a list of ids",
    );
  }
  // What else was wrong with the call does not matter.
  for (const { path, code, message } of ask((core) => core.validate("calls.create", call)))
    if (path === "phone" || code === "unknown_field") throw refused(`calls.findPlaced: ${path}: ${message}`);
  const { interval, timeout, signal } = ask((core) =>
    core.waitOptions("calls.findPlaced", {
      interval: pausing ?? 5000,
      timeout: limit ?? 60_000,
      signal: given,
    }),
  );
  const known = except.map(String);
  const end = performance.now() + timeout;
  const query = { model_id, lead_phone_number: phone, from_date: from, limit: 100 };
  if (to < Infinity) query.to_date = to;
  for (;;) {
    const isLast = performance.now() >= end;
    try {
      // This loop retries, by its own clock.
      const sent = list(query, { signal, maxRetries: 0 });
      const [found, total] = await callsOf(sent, () => performance.now() >= end + READ_ON);
      const calls = found.filter((call) => {
        // A call in the queue may have no time yet.
        const [earliest, latest] = timesOf(own(call, "start_time"));
        // An API that does not know a filter ignores it.
        const called = numbersOf(call);
        const id = idOf(call);
        const isIt = (one) => isSame(one, phone) || isSimilar(one, phone);
        const isOther = called.length > 0 && !called.some(isIt);
        const isExcepted = id && known.includes(String(id));
        const isInbound = isIncoming(own(call, "type_of_call"));
        return !(isInbound || isOther || latest < from || earliest >= to || isExcepted);
      });
      // Those that name another agent, or the number in another form, are it only if the API has another name for it.
      const exact = calls.filter((call) => {
        const called = numbersOf(call);
        const isTo = called.length > 0 ? called.some((one) => isSame(one, phone)) : idOf(call);
        return isTo && String(own(call, "model_id") || model_id) === model_id;
      });
      // One that is missing, or says nothing, may be it, too.
      const isClear = found.length >= total && calls.every((call) => idOf(call) || numbersOf(call)[0]);
      if (exact.length === 1 && idOf(exact[0]) && isClear)
        return { outcome: "placed", call: exact[0], calls: exact };
      if (calls.length > 0) return { outcome: "ambiguous", calls: exact.length > 0 ? exact : calls };
      // The one that is missing may be it.
      if (found.length < total) throw noAnswer("the list has fewer calls than it says there are");
      if (isLast) return { outcome: "not-found", calls };
    } catch (error) {
      if (isLast || !isTransient(error)) throw error;
    }
    const pause = Math.max(Math.min(interval, end - performance.now()), 1);
    if ((await race(undefined, pause, signal))[0] === ABORT) {
      throw toError(ask((core) => core.waitFailure("call", false, timeout, "", signal)));
    }
  }
};
