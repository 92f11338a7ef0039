/** Following a call to its end. */

import { DONE, THREW, TIME } from "../generated/events.js";
import { race } from "./drive.js";
import { APIAbortError, APITimeoutError, SynthflowError } from "./errors.js";
import { isSignal } from "./signal.js";

const refuse = (message) => {
  throw new SynthflowError({ message: `calls.wait: ${message}`, outcome: "not-sent", attempts: 0 });
};

/** The options, checked; their own fields only. */
const read = (options) => {
  const { interval, timeout, onChange, signal, ...others } = { __proto__: null, ...options };
  if (Object.keys(others)[0]) refuse("no such option; known are interval, timeout, onChange, signal");
  const times = { interval: interval ?? 2000, timeout: timeout ?? 3_600_000 };
  for (const [name, time] of Object.entries(times)) {
    if (!(typeof time === "number" && time > 0)) refuse(`${name}: expected milliseconds above 0`);
  }
  if (onChange && typeof onChange !== "function") refuse("onChange: expected a function");
  if (signal && !isSignal(signal)) refuse("signal: expected an AbortSignal");
  return { ...times, onChange, signal };
};

/** Gets a call again and again until it has ended. */
export const wait = async (get, isFinal, callId, options) => {
  const { interval, timeout, onChange, signal } = read(options);
  // Ends the request in flight, or the pause.
  const controller = new AbortController();
  let status;
  const follow = async () => {
    try {
      while (!controller.signal.aborted) {
        const call = await get(callId, { signal: controller.signal });
        const told = call.status ?? call.call_status;
        const is = typeof told === "string" ? told : "";
        const isNew = is !== status;
        status = is;
        if (isNew) await onChange?.(call);
        if (isFinal(status)) return [DONE, call];
        await race(undefined, interval, controller.signal);
      }
    } catch (error) {
      return [THREW, error];
    }
  };
  const [event, value] = await race(follow, timeout, signal);
  controller.abort();
  if (event === DONE) return value;
  if (event === THREW) throw value;
  const facts = { outcome: "unknown", attempts: 1 };
  if (event === TIME) {
    throw new APITimeoutError({
      ...facts,
      message: `the call had not ended after ${timeout} ms (status ${status || "unknown"}) and is still running; call wait() again or raise \`timeout\``,
    });
  }
  throw new APIAbortError({
    ...facts,
    message: "aborted by the caller's signal: the call itself goes on",
    cause: signal.reason,
  });
};
