/** Following a call to its end. */

import { LONGEST } from "./drive.js";
import { APIAbortError, APITimeoutError, SynthflowError } from "./errors.js";

const positive = (value, name) => {
  if (typeof value === "number" && value > 0) return value;
  throw new SynthflowError({
    message: `calls.wait: ${name}: expected milliseconds above 0, got ${typeof value}`,
    outcome: "not-sent",
    attempts: 0,
  });
};

/** Resolves after the time, or at once when the signal fires; leaves no timer and no listener. */
const sleep = (time, signal) =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(time, LONGEST));
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });

/** Asks for a call again and again until it has ended. */
export const wait = async (get, ended, callId, options) => {
  const { interval = 2000, timeout = 3_600_000, onChange, signal } = options ?? {};
  positive(interval, "interval");
  const end = Date.now() + positive(timeout, "timeout");
  for (let last; ; ) {
    const call = await get(callId, { signal });
    const told = call.status ?? call.call_status;
    const status = typeof told === "string" ? told : "";
    if (status !== last) onChange?.(call);
    last = status;
    if (ended(status)) return call;
    const facts = { outcome: "unknown", attempts: 1 };
    if (Date.now() + interval > end) {
      throw new APITimeoutError({
        ...facts,
        message: `the call has not ended within ${timeout} ms, it is ${status}: it goes on all the same; wait for it again, or longer (option timeout)`,
      });
    }
    await sleep(interval, signal);
    if (signal?.aborted) {
      throw new APIAbortError({
        ...facts,
        message: "aborted by its signal: the call itself goes on",
        cause: signal.reason,
      });
    }
  }
};
