/** `calls.wait`: polls a call until it has ended. */

import { DONE, THREW, TIME } from "../generated/events.js";
import { race } from "./drive.js";
import { APIAbortError, APITimeoutError, SynthflowError } from "./errors.js";
import { isSignal } from "./signal.js";

const reject = (message) => {
  throw new SynthflowError({ message: `calls.wait: ${message}`, outcome: "not-sent", attempts: 0 });
};

/** The validated options; reads own properties only. */
const read = (options) => {
  const { interval, timeout, onChange, signal, ...others } = { __proto__: null, ...options };
  if (Object.keys(others)[0]) reject("expected interval, timeout, onChange, signal only");
  const times = { interval: interval ?? 2000, timeout: timeout ?? 3_600_000 };
  for (const [name, time] of Object.entries(times)) {
    if (!(typeof time === "number" && time > 0)) reject(`${name}: expected milliseconds above 0`);
  }
  if (onChange && typeof onChange !== "function") reject("onChange: expected a function");
  if (signal && !isSignal(signal)) reject("signal: expected an AbortSignal");
  return { ...times, onChange, signal };
};

/** Polls a call until it has ended, the timeout has passed, or the signal has fired. */
export const wait = async (get, isFinal, callId, options) => {
  const { interval, timeout, onChange, signal } = read(options);
  // Aborts the request in flight, or the pause.
  const controller = new AbortController();
  let status;
  const poll = async () => {
    try {
      while (!controller.signal.aborted) {
        const call = await get(callId, { signal: controller.signal });
        const given = call?.status ?? call?.call_status;
        const current = typeof given === "string" ? given : "";
        const isNew = current !== status;
        status = current;
        if (isNew) await onChange?.(call);
        if (isFinal(status)) return [DONE, call];
        await race(undefined, interval, controller.signal);
      }
    } catch (error) {
      return [THREW, error];
    }
  };
  const [event, value] = await race(poll, timeout, signal);
  controller.abort();
  if (event === DONE) return value;
  if (event === THREW) throw value;
  const common = { outcome: "unknown", attempts: 1 };
  if (event === TIME) {
    throw new APITimeoutError({
      ...common,
      message: `the call had not ended after ${timeout} ms (status ${status || "unknown"}) and is still running; call wait() again or raise \`timeout\``,
    });
  }
  throw new APIAbortError({
    ...common,
    message: "aborted by the caller's signal; the call continues",
    cause: signal.reason,
  });
};
