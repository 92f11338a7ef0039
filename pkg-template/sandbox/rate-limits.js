/** The limits of outbound calls: call attempts per second, and calls at the same time. */

import { activeCalls } from "./call-records.js";
import { rateLimited } from "./errors.js";

const SECOND = 1000;

/** The number of call attempts that the rate still allows at a time. */
export const freeAttempts = (store, time) => {
  const { callsPerSecond } = store.rateLimits;
  if (callsPerSecond === undefined) return Number.POSITIVE_INFINITY;
  store.attempts = store.attempts.filter((at) => at > time - SECOND && at <= time);
  return callsPerSecond - store.attempts.length;
};

/** Counts a call attempt. */
export const countAttempt = (store, time) => {
  if (store.rateLimits.callsPerSecond !== undefined) store.attempts.push(time);
};

/** The time of the next attempt, after the rate did not allow one. */
export const nextAttempt = (store) => store.attempts[0] + SECOND;

/** Refuses an outbound call that exceeds a limit, and counts it otherwise. */
export const limitCalls = (store) => {
  const { callsPerSecond, concurrentCalls, retryAfter } = store.rateLimits;
  const now = store.now();
  if (freeAttempts(store, now) <= 0) {
    throw rateLimited(`rate limit exceeded: ${callsPerSecond} call attempts per second`, retryAfter);
  }
  if (concurrentCalls !== undefined && activeCalls(store) >= concurrentCalls) {
    throw rateLimited(`rate limit exceeded: ${concurrentCalls} concurrent calls`, retryAfter);
  }
  countAttempt(store, now);
};
