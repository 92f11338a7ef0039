/** `calls.wait`: polls a call until it has ended. The core checks the options, and decides what the end means. */

import { DONE, THREW, TIME } from "../generated/events.js";
import { race } from "./drive.js";
import { toError } from "./errors.js";

/**
 * Polls a call until it has ended, the timeout has passed, or the signal has fired. `ask` returns what a function of the
 * core returns.
 */
export const wait = async (ask, get, callId, options) => {
  const { interval, timeout, onChange, signal } = ask((core) => core.waitOptions(options ?? undefined));
  // Aborts the request in flight, or the pause.
  const controller = new AbortController();
  let status;
  const poll = async () => {
    try {
      while (!controller.signal.aborted) {
        const call = await get(callId, { signal: controller.signal });
        const given = call?.status;
        const current = typeof given === "string" ? given : "";
        const isNew = current !== status;
        status = current;
        if (isNew) await onChange?.(call);
        if (ask((core) => core.isFinalStatus(status))) return [DONE, call];
        await race(undefined, interval, controller.signal);
      }
    } catch (error) {
      return [THREW, error];
    }
  };
  const [event, value] = await race(poll, timeout, signal);
  controller.abort();
  if (event === DONE) return value;
  throw event === THREW
    ? value
    : toError(ask((core) => core.waitFailure(event === TIME, timeout, status, signal)));
};
