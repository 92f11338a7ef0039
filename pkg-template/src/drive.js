/**
 * Drives a request: does what the core says next, and tells it what came of it. The core decides
 * what is sent, when again, and what an answer means; here is only the waiting.
 */

import { toError } from "./errors.js";
import { guarded } from "./load.js";

/** What came of an action, in the numbers of the core. */
const READY = 0;
const KEY = 1;
const KEY_THREW = 2;
const REPLY = 3;
const THREW = 4;
const TIME = 5;
const ABORT = 6;

/** What the core wants done. */
const ASK = 0;
const SEND = 1;
const SLEEP = 2;
const DONE = 3;

/** `setTimeout` fires at once above this. */
export const LONGEST = 2 ** 31 - 1;

/** What comes first: the work, the time, the caller's signal. Leaves no timer and no listener. */
const race = (work, time, signal) =>
  new Promise((resolve) => {
    const end = (event) => {
      clearTimeout(timer);
      signal?.removeEventListener?.("abort", abort);
      resolve(event);
    };
    const abort = () => end([ABORT]);
    const timer = setTimeout(() => end([TIME]), Math.min(time, LONGEST));
    if (signal?.aborted) return abort();
    signal?.addEventListener?.("abort", abort);
    work?.().then(end);
  });

const ask = async (provider) => {
  try {
    return [KEY, await provider()];
  } catch (error) {
    return [KEY_THREW, error];
  }
};

const send = async ({ fetch, url, init }, raw) => {
  try {
    // Called bare: a fetch that is called on another object throws.
    const response = await fetch(url, init);
    if (raw() && response?.ok) return [REPLY, response];
    const text = typeof response?.text === "function" ? await response.text() : null;
    return [REPLY, response, text];
  } catch (error) {
    return [THREW, error];
  }
};

const read = async (reader) => {
  try {
    return [REPLY, await reader.read()];
  } catch (error) {
    return [THREW, error];
  }
};

/**
 * The items of an answer that comes line by line. The core reads them and says what a failure means;
 * `time` is the longest silence.
 */
async function* lines({ next, free, signal }, response, time) {
  const items = (text) => {
    const { answer, error } = next(REPLY, response, text);
    if (error) throw error;
    return answer.data;
  };
  const reader = response.body?.getReader();
  try {
    if (!reader) return yield* items(await response.text());
    const decoder = new TextDecoder();
    for (let rest = "", done = false; !done; ) {
      const [event, value] = await race(() => read(reader), time, signal);
      if (event !== REPLY) throw next(event, value).error;
      done = value.done;
      rest += decoder.decode(value.value, { stream: !done });
      const end = done ? rest.length : rest.lastIndexOf("\n") + 1;
      yield* items(rest.slice(0, end));
      rest = rest.slice(end);
    }
  } catch (error) {
    throw toError(error);
  } finally {
    reader?.cancel().catch(() => {});
    free();
  }
}

/** A request of the core, each step of which may fail in the core itself. */
const open = (begin) => {
  const [core, request] = begin();
  let attempts = 0;
  return {
    signal: guarded(core, () => request.signal),
    next: (...event) => {
      const action = guarded(core, () => request.next(...event), attempts);
      if (action.do === SEND) attempts += 1;
      return action;
    },
    free: () => {
      if (!core.failure) guarded(core, () => request.free(), attempts);
    },
  };
};

/**
 * Drives a request of the core to its end; `raw` says whether the caller reads the body, `stream`
 * whether it comes line by line.
 */
export const drive = async (begin, raw, stream) => {
  const request = open(begin);
  const { next, signal } = request;
  let time;
  let streaming = false;
  try {
    for (let event = [READY]; ; ) {
      const action = next(...event);
      if (action.do === DONE) {
        const { answer } = action;
        if (stream && !raw()) {
          streaming = true;
          answer.data = lines(request, answer.response, time);
        }
        return answer;
      }
      if (action.do === ASK) {
        event = await race(() => ask(action.provider), action.time, signal);
      } else if (action.do === SEND) {
        const controller = new AbortController();
        action.init.signal = controller.signal;
        ({ time } = action);
        event = await race(() => send(action, () => stream || raw()), time, signal);
        // Frees the connection of an answer nobody waits for any more.
        if (event[0] === TIME || event[0] === ABORT) controller.abort();
      } else if (action.do === SLEEP) {
        event = await race(undefined, action.time, signal);
        if (event[0] === TIME) event = [READY];
      } else {
        throw action.error;
      }
    }
  } finally {
    if (!streaming) request.free();
  }
};
