/** Finds the call whose response was lost. */

import { ABORT } from "../generated/events.js";
import { race } from "./drive.js";
import { refused, toError } from "./report.js";

/** How far the clocks of this host and of the API may differ, in milliseconds. */
const SKEW = 60_000;

const digitsOf = (phone) => String(phone).replace(/\D/g, "");

/** Whether another attempt may succeed. */
const isTransient = ({ status, outcome }) =>
  status ? status === 408 || status === 429 || status > 499 : outcome === "unknown";

/**
 * Lists the calls to a number until one is found that was placed between two times. `ask` returns what a function of the core
 * returns, `list` is `calls.list`.
 */
export const findPlaced = async (ask, list, params) => {
  const { model_id, phone, since, until = Infinity, except = [], ...others } = { __proto__: null, ...params };
  const [from, to] = [+new Date(since) - SKEW, (until === Infinity ? until : +new Date(until)) + SKEW];
  const isRight = typeof phone === "string" && digitsOf(phone) && Array.isArray(except);
  if (!isRight || !(since && from < to)) {
    throw refused("calls.findPlaced: expected model_id, phone, since, until after it, and except as a list");
  }
  const { interval, timeout, signal } = ask((core) =>
    core.waitOptions("calls.findPlaced", { interval: 5000, timeout: 60_000, ...others }),
  );
  const end = performance.now() + timeout;
  const query = { model_id, lead_phone_number: phone, from_date: from, limit: 100 };
  if (to < Infinity) query.to_date = to;
  for (;;) {
    const isLast = performance.now() >= end;
    try {
      const found = await list(query, { signal }).toArray();
      const calls = found.filter(({ call_id, lead_phone_number, start_time }) => {
        // A call in the queue may have no time yet.
        const time = +(start_time || NaN);
        // An API that does not know a filter ignores it.
        const isOther = digitsOf(lead_phone_number ?? phone) !== digitsOf(phone);
        return !(isOther || time < from || time >= to || except.includes(call_id));
      });
      if (calls.length > 0) {
        return calls.length > 1
          ? { outcome: "ambiguous", calls }
          : { outcome: "placed", call: calls[0], calls };
      }
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
