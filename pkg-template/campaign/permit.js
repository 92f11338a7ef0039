/** Permission to send a request: it can be withdrawn until the request is sent, and not after that. */

import { SENT } from "../shared/sent.js";

/**
 * Creates a permit. `signal` is for the request: the client looks at it last immediately before it sends, so that a request
 * which waited for a pace, a key or a redirect is not sent if `mayBeSent` no longer holds. `onSent` is called when it is sent.
 */
export const createPermit = (mayBeSent, onSent = () => {}) => {
  const listeners = new Set();
  let [isWithdrawn, isInFlight, wasSent, wasStopped] = [false, false, false, false];
  const signal = {
    get aborted() {
      isWithdrawn ||= !isInFlight && !mayBeSent();
      return isWithdrawn;
    },
    get reason() {
      return new Error("the campaign was stopped, or the calling window has closed");
    },
    addEventListener: (_, listener) => {
      listeners.add(listener);
    },
    removeEventListener: (_, listener) => {
      listeners.delete(listener);
      // A redirect may follow, whose request has not been sent.
      isInFlight = false;
    },
    [SENT]: () => {
      // A callback of the client may have taken long since it looked.
      wasStopped = signal.aborted && !wasSent;
      if (isWithdrawn) return;
      [isInFlight, wasSent] = [true, true];
      onSent();
    },
  };
  return {
    signal,
    /** Ends the waiting of a request that has not been sent. */
    withdraw: () => {
      if (isInFlight) return;
      isWithdrawn = true;
      for (const listener of [...listeners]) listener();
    },
    /** Whether an error only says that the permit was withdrawn, and nothing has had an effect. */
    explains: (error) => {
      const { outcome, status, issues } = { __proto__: null, ...error };
      return wasStopped || (isWithdrawn && /^(not-sent|refused)$/.test(outcome) && !status && !issues);
    },
  };
};
