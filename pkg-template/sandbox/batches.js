/** How a batch dials: it claims as many recipients as there are free slots, and places their calls a moment later. */

import { activeCalls, outboundAgent, placeCall } from "./call-records.js";
import { stateOf } from "./call-state.js";
import { Refusal } from "./errors.js";
import { countAttempt, freeAttempts, nextAttempt } from "./rate-limits.js";
import { nextOpenTime } from "./time-window.js";
import { variablesOf } from "./variables.js";

/** The slots of all batches if the sandbox has no limit of concurrent calls. */
const SLOTS = 10;

/** The time between a claim and its call, as a part of the duration of a call. */
const CLAIM = 0.1;

const NEVER = Number.POSITIVE_INFINITY;

const freeSlots = (store, { reserved_concurrency: reserved = 0 }) => {
  const { concurrentCalls } = store.rateLimits;
  const claims = [...store.activeBatches].reduce((sum, { claimed }) => sum + claimed.length, 0);
  const ofBatches = [...store.open].filter(({ batch_call_id }) => batch_call_id).length;
  const used = concurrentCalls === undefined ? ofBatches : activeCalls(store);
  return Math.max(0, (concurrentCalls ?? SLOTS) - Math.max(0, reserved) - used - claims);
};

/** Lets the batches go on that wait for a slot. */
export const wakeBatches = (store, time) => {
  for (const batch of store.activeBatches) if (batch.isWaiting) batch.next = time;
};

const dial = (store, batch, task, time) => {
  try {
    const agent = outboundAgent(store, task.override_model_id || batch.model_id);
    placeCall(store, agent, {
      to: task.to_phone_number,
      from: batch.from_phone_number,
      name: task.lead_name ?? "",
      variables: variablesOf(task.custom_variables),
      batch_call_id: batch.batch_call_id,
      placed: time,
    });
    task.status = "dispatched";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    Object.assign(task, { status: "failed", error_message: error.why });
    wakeBatches(store, time);
  }
};

const claim = (store, batch, time) => {
  let free = Math.min(freeSlots(store, batch), freeAttempts(store, time));
  for (; free > 0 && batch.position < batch.tasks.length; free -= 1) {
    const task = batch.tasks[batch.position];
    batch.position += 1;
    task.status = "claimed";
    batch.claimed.push(task);
    countAttempt(store, time);
  }
};

/** When a batch goes on: to place its calls, when the rate allows it, or when a call ends and wakes it. */
const waitFrom = (store, batch, time) => {
  if (batch.claimed.length > 0) return time + Math.max(1, Math.round(store.callDuration * CLAIM));
  if (freeSlots(store, batch) > 0) return Math.max(time + 1, nextAttempt(store));
  batch.isWaiting = true;
  return NEVER;
};

/** Places the claimed calls of a batch, then claims others. Does nothing before the time of its next event. */
export const work = (store, batch, time) => {
  if (batch.next > time) return;
  Object.assign(batch, { status: "in_progress", isWaiting: false, next: NEVER });
  for (const task of batch.claimed.splice(0)) dial(store, batch, task, time);
  const opens = nextOpenTime(batch.call_time_window, store.agents.get(batch.model_id)?.agent.timezone, time);
  if (opens === time) claim(store, batch, time);
  if (batch.claimed.length > 0 || batch.position < batch.tasks.length) {
    batch.next = opens > time ? opens : waitFrom(store, batch, time);
    return;
  }
  batch.status = "completed";
  store.activeBatches.delete(batch);
};

/** Where calls advance with each poll: one step of a batch and of its calls. */
export const poll = (store, batch) => {
  if (store.callDuration > 0 || !store.activeBatches.has(batch)) return;
  for (const call of [...store.open].filter(({ batch_call_id: id }) => id === batch.batch_call_id)) {
    stateOf(store, call);
  }
  const now = store.now();
  if (now < batch.trigger) return;
  batch.next = now;
  work(store, batch, now);
};
