/** The caller's signals: one listener on each, however many requests use it. */

/** The callbacks of each signal. */
const callbacks = new WeakMap();

/** Whether a value has the interface of a signal; false if it cannot be read. */
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

/** Whether a signal has fired; false if it cannot be read. */
export const isAborted = (signal) => {
  try {
    return Boolean(signal?.aborted);
  } catch {
    return false;
  }
};

/** Calls a method of a signal; one that throws or rejects is ignored, so that the signal never fires. */
const callMethod = (signal, method, listener) => {
  try {
    ignoreRejection(signal[method]("abort", listener));
  } catch {}
};

/** Runs a function when the signal fires; returns a function that cancels that. */
export const onAbort = (signal, run) => {
  if (!signal) return () => {};
  let all = callbacks.get(signal);
  if (!all) {
    all = new Set();
    all.fire = () => {
      for (const one of [...all]) one();
    };
    callbacks.set(signal, all);
    callMethod(signal, "addEventListener", all.fire);
  }
  all.add(run);
  return () => {
    if (!all.delete(run) || all.size > 0) return;
    callbacks.delete(signal);
    callMethod(signal, "removeEventListener", all.fire);
  };
};

let registry;

/** Runs a function once the object has been garbage-collected, where the host supports it. */
export const onCollected = (object, run) => {
  if (typeof FinalizationRegistry !== "function") return;
  registry ??= new FinalizationRegistry((callback) => callback());
  registry.register(object, run, run);
};

/** Cancels that, so that the function, and what it refers to, can be collected. */
export const cancelOnCollected = (run) => registry?.unregister(run);

/** Marks the rejection of a promise as handled; it must not end the process. */
export const ignoreRejection = (promise) => {
  promise?.catch?.(() => {});
  return promise;
};
