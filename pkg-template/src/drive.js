/**
 * Drives a request: does what the core says next, and tells it what came of it. The core decides
 * what is sent, when again, and what an answer means; here is only the waiting.
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
import { lines } from "./lines.js";
import { callCore } from "./load.js";
import { isAborted, onAbort, onCollected } from "./signal.js";

/** `setTimeout` fires immediately above this. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** How many microtasks a request with a signal waits before it is sent: the same number as in the core. */
const TURNS = 10;

/** What comes first: the work, the time, the caller's signal. Leaves no timer and no listener. */
export const race = (work, time, signal) =>
  new Promise((resolve) => {
    const end = (event) => {
      clearTimeout(timer);
      leave();
      resolve(event);
    };
    const leave = onAbort(signal, () => end([ABORT]));
    const timer = setTimeout(() => end([TIME]), Math.min(time, MAX_DELAY_MS));
    if (isAborted(signal)) return end([ABORT]);
    work?.().then(end);
  });

const ask = async (provider) => {
  try {
    return [KEY, await provider()];
  } catch (error) {
    return [KEY_THREW, error];
  }
};

/** A path is on the page's own origin, whatever its `<base>` says. */
const absolute = (url) => {
  const { origin } = globalThis.location ?? {};
  return url[0] === "/" && origin?.startsWith("http") ? origin + url : url;
};

const send = async ({ fetch, url, init }, raw) => {
  let failed = THREW;
  try {
    // Called bare: a fetch that is called on another object throws.
    const response = await fetch(absolute(url), init);
    failed = BROKE;
    if (raw() && response?.ok) return [REPLY, response];
    // Undefined is the text of a response that the caller reads.
    const text = typeof response?.text === "function" ? await response.text() : null;
    return [REPLY, response, text ?? null];
  } catch (error) {
    return [failed, error];
  }
};

/**
 * The signal of an attempt. Where the caller reads the body, theirs goes along: the host joins them, and leaves
 * no listener behind.
 */
const signalOf = (controller, theirs) => {
  try {
    if (theirs) return AbortSignal.any([controller.signal, theirs]);
  } catch {
    // An older host, or a signal that is not the host's own.
  }
  return controller.signal;
};

/**
 * The same for a response that was asked for late. Apart, so that the listener does not hold the response.
 * The body, which a caller may keep alone, takes the listener away when it is collected.
 */
const link = (signal, controller, response) =>
  onCollected(
    typeof response.body?.getReader === "function" ? response.body : response,
    onAbort(signal, () => controller.abort(signal.reason)),
  );

/** A request of the core, each step of which may fail in the core itself. */
const open = (begin) => {
  const [core, request] = begin();
  let attempts = 0;
  return {
    signal: callCore(core, () => request.signal),
    next: (...event) => {
      const action = callCore(core, () => request.next(...event), attempts);
      if (action.do === SEND) attempts += 1;
      return action;
    },
    free: () => {
      if (!core.failure) callCore(core, () => request.free(), attempts);
    },
  };
};

/**
 * Drives a request of the core to its end; `raw` says whether the caller reads the body, `stream`
 * whether it comes as NDJSON.
 */
export const drive = async (begin, raw, stream) => {
  const request = open(begin);
  const { next, signal } = request;
  let attempt;
  let streaming = false;
  try {
    for (let turn = 0; signal && turn < TURNS; turn += 1) await undefined;
    for (let event = [READY]; ; ) {
      const action = next(...event);
      if (action.do === DONE) {
        const { answer } = action;
        const { controller, time, joined } = attempt;
        if (raw()) {
          if (!joined) link(signal, controller, answer.response);
        } else if (stream) {
          streaming = true;
          answer.data = lines(request, answer.response, controller, time);
        }
        return answer;
      }
      if (action.do === ASK) {
        event = await race(() => ask(action.provider), action.time, signal);
        // It may have fired since the key came: nothing has been sent yet.
        if (isAborted(signal)) event = [ABORT];
      } else if (action.do === SEND) {
        const controller = new AbortController();
        action.init.signal = signalOf(controller, raw() && signal);
        attempt = { controller, time: action.time, joined: action.init.signal !== controller.signal };
        event = await race(() => send(action, () => stream || raw()), action.time, signal);
        // Frees the connection of a response nobody waits for any more.
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
