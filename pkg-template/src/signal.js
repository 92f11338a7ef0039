/** The caller's signals: one listener on each, however many requests wait for it. */

/** Signal to the set of who waits for it. */
const waiting = new WeakMap();

/** Whether it is a signal, by what it can do; what cannot be read is none. */
export const isSignal = (value) => {
  try {
    const { aborted, addEventListener, removeEventListener } = value;
    return (
      typeof aborted === "boolean" &&
      [addEventListener, removeEventListener].every((one) => typeof one === "function")
    );
  } catch {
    return false;
  }
};

/** Whether a signal has fired; one that cannot be read has not. */
export const isAborted = (signal) => {
  try {
    return Boolean(signal?.aborted);
  } catch {
    return false;
  }
};

/** Calls the method of a signal; one that throws is one that never fires. */
const call = (signal, method, listener) => {
  try {
    signal[method]("abort", listener);
  } catch {}
};

/** Runs a function when the signal fires; returns the function that takes it back. */
export const onAbort = (signal, run) => {
  if (!signal) return () => {};
  let all = waiting.get(signal);
  if (!all) {
    all = new Set();
    all.fire = () => {
      for (const one of [...all]) one();
    };
    waiting.set(signal, all);
    call(signal, "addEventListener", all.fire);
  }
  all.add(run);
  return () => {
    if (!all.delete(run) || all.size > 0) return;
    waiting.delete(signal);
    call(signal, "removeEventListener", all.fire);
  };
};

let registry;

/** Runs a function once the object is nobody's any more, in hosts that can tell; until it is forgotten. */
export const onCollected = (object, run) => {
  if (typeof FinalizationRegistry !== "function") return;
  registry ??= new FinalizationRegistry((late) => late());
  registry.register(object, run, run);
};

/** Takes that back: what has ended needs nobody to end it, and would be kept for it. */
export const forget = (run) => registry?.unregister(run);

/** A promise whose rejection is handled elsewhere must not end the process. */
export const ignoreRejection = (promise) => {
  promise?.catch?.(() => {});
  return promise;
};
