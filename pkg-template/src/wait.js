/**
 * Waits: polls something until it has ended. The core checks the options, and decides after which failures to go on and what the
 * end means; what is read of an item is the same here as in `src/http/wait.rs`.
 */

import { DONE, THREW, TIME } from "../generated/events.js";
import { own } from "../shared/own.js";
import { race } from "./drive.js";
import { toError } from "./report.js";

/** Whether it is a status: a string, or a number as which it is counted. */
const isStatus = (value) => (typeof value === "string" && value !== "") || typeof value === "number";

/** What of a status may be quoted: anything else than a plain word or a small number may be a secret, or very long. */
const QUOTABLE = /^([a-z_-]{0,40}|\d{1,6})$/;

/**
 * Polls an operation until what it gets has ended, the timeout has passed, or the signal has fired. `declared` is of
 * `generated/waits.js`. `ask` returns what a function of the core returns. `get` sends the request; by the pause, and
 * the time until which what is waited for may be missing, the core knows after which failures to retry.
 */
export const wait = async (ask, get, name, [noun, fields, begun, finals], id, options) => {
  const startedAt = new Date();
  const { interval, timeout, lateUntil, onChange, signal } = ask((core) =>
    core.waitOptions(name, options ?? undefined),
  );
  // Aborts the request in flight, or the pause.
  const controller = new AbortController();
  let last;
  const poll = async () => {
    try {
      while (!controller.signal.aborted) {
        const item = await get([id, { signal: controller.signal }], interval, lateUntil);
        const status = String(fields.map((field) => own(item, field)).find(isStatus) ?? "");
        const isNew = status !== last;
        last = status;
        if (isNew) await onChange?.(item);
        if (finals.includes(status) && !/^(0|null)$/.test(own(item, begun))) return [DONE, item];
        await race(undefined, interval, controller.signal);
      }
    } catch (error) {
      return [THREW, error];
    }
  };
  const [event, value] = await race(poll, timeout, signal);
  controller.abort();
  if (event === DONE) return value;
  const shown = last ?? "";
  const status = QUOTABLE.test(shown) ? shown : "unknown";
  throw event === THREW
    ? value
    : toError(
        ask((core) => core.waitFailure(noun, event === TIME, timeout, status, signal)),
        startedAt,
      );
};
