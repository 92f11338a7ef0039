/**
 * What happens as time passes: calls end and batches dial. The sandbox catches up at each request, event by event, so
 * that it is in the same state whether it was asked in between or not. A timer does it where a webhook waits for it.
 */

import { work } from "./batches.js";
import { endCall } from "./call-state.js";
import { webhookOf } from "./post-call.js";
import { report } from "./report.js";

/** The limits of a timer, in milliseconds. */
const MIN_DELAY = 5;
const MAX_DELAY = 3_600_000;

const NEVER = Number.POSITIVE_INFINITY;

const endTime = (store, call) => call.placed + store.callDuration;

/** The next open call to end. All calls take the same time, so it is the one placed first. */
const nextCall = (store) => store.open.values().next().value;

/** The time of the next event; `Infinity` if there is none, or if calls advance with each poll. */
const nextTime = (store) => {
  if (store.callDuration === 0) return NEVER;
  const call = nextCall(store);
  return Math.min(call ? endTime(store, call) : NEVER, ...[...store.activeBatches].map(({ next }) => next));
};

/** Brings the store to the present. */
export const catchUp = (store) => {
  const now = store.now();
  for (let time = nextTime(store); time <= now; time = nextTime(store)) {
    for (let call = nextCall(store); call && endTime(store, call) <= time; call = nextCall(store))
      endCall(store, call);
    for (const batch of store.activeBatches) work(store, batch, time);
  }
  schedule(store);
};

/** Whether something waits for the end of a call: a webhook. */
const isAwaited = (store) =>
  [...store.open].some((call) => webhookOf(store, call)) ||
  (store.delivery.isOn &&
    [...store.activeBatches].some(({ model_id }) => store.agents.get(model_id)?.external_webhook_url));

const schedule = (store) => {
  clearTimeout(store.timer);
  store.timer = undefined;
  const time = nextTime(store);
  if (store.isClosed || time === NEVER || !isAwaited(store)) return;
  const delay = Math.min(Math.max(time - store.now(), MIN_DELAY), MAX_DELAY);
  store.timer = setTimeout(() => {
    try {
      catchUp(store);
    } catch (error) {
      // The clock is an option, so it may throw.
      report("timer", "", 500, String(error));
    }
  }, delay);
  // A sandbox must not keep a process running.
  store.timer.unref?.();
};

/** Catches up, and waits for the webhooks on their way. */
export const settle = async (store) => {
  catchUp(store);
  while (store.deliveries.size > 0) await Promise.all(store.deliveries);
};
