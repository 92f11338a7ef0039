/**
 * Drives a request: performs the action that the core returns, and passes it the resulting event. The core decides
 * what is sent, whether and when it is retried, and what a response means; this module only waits.
 */

import {
  ABORT,
  ASK,
  BROKE,
  DONE,
  KEY,
  KEY_THREW,
  READY,
  REPLY,
  SEND,
  SLEEP,
  THREW,
  TIME,
} from "../generated/events.js";
import { MAX_DELAY_MS } from "../shared/delay.js";
import { get } from "../shared/own.js";
import { SENT } from "../shared/sent.js";
import { isPlainDispatcher } from "./host/proof.js";
import { lines } from "./lines.js";
import { callCore } from "./load.js";
import { createReport, isReport } from "./report.js";
import { isAborted, onAbort, onCollected } from "./signal.js";

/** How many microtasks a request with a signal waits before it is sent: the same number as in the core. */
const MICROTASKS = 10;

/** How much longer others are held than a call that is retried, in milliseconds: it comes before them. */
const RETRY_FIRST = 5;

/**
 * The event that comes first: of the work, the timer if there is a time, or the caller's signal. Leaves no timer and no
 * listener.
 */
export const race = (work, time, signal) =>
  new Promise((resolve) => {
    // A replaced `setTimeout` may call it at once.
    let timer;
    const end = (event) => {
      clearTimeout(timer);
      removeListener();
      resolve(event);
    };
    const removeListener = onAbort(signal, () => end([ABORT]));
    if (time !== undefined) timer = setTimeout(() => end([TIME]), Math.min(time, MAX_DELAY_MS));
    if (isAborted(signal)) return end([ABORT]);
    work?.().then(end);
  });

const askKey = async (provider) => {
  try {
    return [KEY, await provider()];
  } catch (error) {
    return [KEY_THREW, error];
  }
};

/**
 * Whether it is what the `fetch` of Next.js throws, before it sends anything, at a request that a page without a cache sends while
 * it is built. Next.js must get it as it is, to render the page at each request.
 */
const isOfFramework = (error) => get(error, "digest") === "DYNAMIC_SERVER_USAGE";

/** The event of such an error, which the core does not know. */
const OF_FRAMEWORK = -1;

const send = async ({ fetch, url, init }, raw) => {
  let failure = THREW;
  try {
    // Called without `this`: a fetch that is called on another object throws.
    const response = await fetch(url, init);
    failure = BROKE;
    if (raw() && response?.ok) return [REPLY, response];
    // A response that the caller reads has the text undefined.
    const text = typeof response?.text === "function" ? await response.text() : null;
    return [REPLY, response, text ?? null];
  } catch (error) {
    // A page that writes while it is rendered must not become one that does so at each request.
    return [init.method === "GET" && isOfFramework(error) ? OF_FRAMEWORK : failure, error];
  }
};

/**
 * The signal of an attempt. If the caller reads the body, it includes the caller's: the host joins them without
 * leaving a listener.
 */
const signalOf = (controller, callerSignal) => {
  try {
    if (callerSignal) return AbortSignal.any([controller.signal, callerSignal]);
  } catch {
    // An older host, or a signal that is not the host's own.
  }
  return controller.signal;
};

/**
 * Does the same for a response that was requested late. A function of its own, so that the listener does not keep
 * the response alive. The listener is removed when the body, which a caller may keep alone, is garbage-collected.
 */
const link = (signal, controller, response) => {
  const body = get(response, "body");
  onCollected(
    get(body, "getReader") ? body : response,
    onAbort(signal, () => controller.abort(signal.reason)),
  );
};

/** Begins a request of the core; each of its methods may throw what `callCore` throws. */
const openRequest = (begin) => {
  const startedAt = new Date();
  const [core, request, fetchOptions] = begin();
  let attempts = 0;
  let ended = false;
  return {
    fetchOptions,
    startedAt,
    signal: callCore(core, () => core.signal(request)),
    attempts: () => attempts,
    next: (...event) => {
      // Its number may be another request's.
      if (ended) {
        throw createReport("the request has ended", attempts);
      }
      const action = callCore(core, () => core.next(request, ...event), attempts);
      if (action.do === SEND) attempts += 1;
      return action;
    },
    free: () => {
      if (!core.failure && !ended) callCore(core, () => core.end(request), attempts);
      ended = true;
    },
  };
};

/**
 * Drives a request of the core to its end. `raw` returns whether the caller reads the body; `stream` is whether the
 * response is NDJSON. One that rings has a place in the `pace` of its client, if that has one, and waits for its turn before
 * the event `gate`: nothing that takes time is between that and sending.
 */
export const drive = async (begin, raw, stream, pace) => {
  const request = openRequest(begin);
  const { attempts, fetchOptions, next, signal, startedAt } = request;
  let attempt;
  let streaming = false;
  const place = pace?.join?.();
  try {
    for (let turn = 0; signal && turn < MICROTASKS; turn += 1) await undefined;
    for (let event = [READY]; ; ) {
      if (place && event[0] === pace.gate) {
        const own = event;
        event = await race(() => place.turn().then(() => own), undefined, signal);
      }
      const action = next(...event);
      // A 429 holds all calls of the pace; another reason to retry holds only this one.
      if (get(place && event[1], "status") === 429)
        place.leave(action.do === SLEEP ? action.time + RETRY_FIRST : action.value?.retryAfter);
      if (action.do === DONE) {
        const result = action.value;
        const { controller, time, joined } = attempt;
        if (raw()) {
          if (!joined) link(signal, controller, result.response);
        } else if (stream) {
          try {
            result.data = lines(request, result.response, controller, time);
            streaming = true;
          } catch (error) {
            // A body that somebody else reads already.
            event = [BROKE, error];
            continue;
          }
        }
        return result;
      }
      if (action.do === ASK) {
        event = await race(() => askKey(action.value), action.time, signal);
        // The signal may have fired after the key was received: nothing has been sent yet.
        if (isAborted(signal)) event = [ABORT];
      } else if (action.do === SEND) {
        place?.sent();
        // A campaign takes back only what has not been sent.
        get(signal, SENT)?.();
        const controller = new AbortController();
        const { init } = action.value;
        Object.assign(init, fetchOptions);
        action.value.trusted &&= isPlainDispatcher(init.dispatcher);
        init.signal = signalOf(controller, raw() && signal);
        attempt = { controller, time: action.time, joined: init.signal !== controller.signal };
        event = await race(() => send(action.value, () => stream || raw()), action.time, signal);
        // Closes the connection of a response that is no longer needed.
        if (event[0] === TIME || event[0] === ABORT) controller.abort();
        if (event[0] === OF_FRAMEWORK) throw event[1];
      } else if (action.do === SLEEP) {
        place?.leave();
        event = await race(undefined, action.time, signal);
        if (event[0] === TIME) event = [READY];
      } else {
        throw action.value;
      }
    }
  } catch (error) {
    if (isOfFramework(error)) throw error;
    // Such as a missing AbortController or setTimeout.
    const report = isReport(error)
      ? error
      : createReport("this host lacks what a request needs", attempts(), error);
    throw Object.assign(report, { startedAt });
  } finally {
    place?.leave();
    if (!streaming) request.free();
  }
};
