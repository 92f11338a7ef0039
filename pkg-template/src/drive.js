/**
 * Drives a request: does what the core says next, and tells it what came of it. The core decides
 * what is sent, when again, and what an answer means; here is only the waiting.
 */

/** `setTimeout` fires at once above this. */
const LONGEST = 2 ** 31 - 1;

/** What comes first: the work, the time, the caller's signal. Leaves no timer and no listener. */
const race = (work, time, signal) =>
  new Promise((resolve) => {
    const end = (event) => {
      clearTimeout(timer);
      signal?.removeEventListener?.("abort", abort);
      resolve(event);
    };
    const abort = () => end(["abort"]);
    const timer = setTimeout(() => end(["time"]), Math.min(time, LONGEST));
    if (signal?.aborted) return abort();
    signal?.addEventListener?.("abort", abort);
    work?.().then(end);
  });

const ask = async (provider) => {
  try {
    return ["key", await provider()];
  } catch (error) {
    return ["key-threw", error];
  }
};

const send = async ({ fetch, url, init }, raw) => {
  try {
    // Called bare: a fetch that is called on another object throws.
    const response = await fetch(url, init);
    if (raw() && response?.ok) return ["reply", response];
    const text = typeof response?.text === "function" ? await response.text() : null;
    return ["reply", response, text];
  } catch (error) {
    return ["threw", error];
  }
};

/** Drives a request of the core to its end; `raw` says whether the caller reads the body. */
export const drive = async (request, raw) => {
  const { signal } = request;
  try {
    for (let event = ["ready"]; ; ) {
      const action = request.next(...event);
      if (action.do === "done") return action.answer;
      if (action.do === "fail") throw action.error;
      if (action.do === "key") {
        event = await race(() => ask(action.provider), action.time, signal);
      } else if (action.do === "send") {
        const controller = new AbortController();
        action.init.signal = controller.signal;
        event = await race(() => send(action, raw), action.time, signal);
        // Frees the connection of an answer nobody waits for any more.
        if (event[0] === "time" || event[0] === "abort") controller.abort();
      } else {
        event = await race(undefined, action.time, signal);
        if (event[0] === "time") event = ["ready"];
      }
    }
  } finally {
    request.free();
  }
};
