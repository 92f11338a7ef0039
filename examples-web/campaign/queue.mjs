/** The queue of a campaign: its connection, its limits, and the list of people. */

import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { createJournal, idOf } from "./journal.mjs";

/** Settings of a campaign; those that are given to `openCampaign` are stored in Redis, where each worker reads them. */
const defaults = {
  /** Params of all calls, such as `model_id`; a person's own override them. */
  call: {},
  /** Limits of the plan. A call is in progress until it has ended. */
  callsPerSecond: 1,
  concurrentCalls: 5,
  /** Time between the start of a job and the arrival of its request, at most; half of it is checked before sending. */
  margin: 200,
  /** Milliseconds after which the jobs of a worker that is gone are taken over. */
  lock: 30_000,
  /** Timeout of `calls.create`, in milliseconds. */
  timeout: 30_000,
  /** Options of `calls.findPlaced` and `calls.wait`. */
  lookup: { timeout: 60_000, interval: 5000 },
  follow: { interval: 5000 },
  /** Number of times that a person without a connection to the API is tried, and the first pause. */
  attempts: 12,
  backoff: 1000,
};

const BATCH = 1000;

/**
 * Milliseconds between the starts of two jobs. `callsPerSecond + 1` starts then take a second and a margin; as each request
 * arrives within the margin, no second has more arrivals than the limit. A higher `max` of BullMQ's limiter would allow twice
 * as many around the end of its period.
 */
const gapOf = ({ callsPerSecond, margin }) => Math.ceil((1000 + margin) / callsPerSecond);

/** Connects as BullMQ needs it: a command waits until Redis is there again. */
export const connect = (url) => new Redis(url, { maxRetriesPerRequest: null });

/**
 * Opens a campaign. Settings that are given are stored, and the others are those that were stored before. A worker reads
 * them when it starts.
 */
export const openCampaign = async (redis, name, given = {}) => {
  const journal = createJournal(redis, name);
  for (const [field, value] of Object.entries(given)) await journal.set(field, value);
  const stored = await journal.settings();
  // A worker must not call people with the default settings.
  if (Object.keys(stored).length === 0) throw new Error(`there is no campaign "${name}" in this Redis`);
  const settings = { ...defaults, ...stored };
  const queue = new Queue(name, {
    connection: redis,
    defaultJobOptions: {
      attempts: settings.attempts,
      backoff: { type: "exponential", delay: settings.backoff, jitter: 0.5 },
      // The journal knows who has been called.
      removeOnComplete: { count: 1000 },
    },
  });
  // An error of the connection; ioredis connects again.
  queue.on("error", () => {});
  if (Object.keys(given).length > 0) {
    // Stored in Redis: one limit for all workers.
    await queue.setGlobalRateLimit(1, gapOf(settings));
    await queue.setGlobalConcurrency(settings.concurrentCalls);
  }
  return { name, redis, queue, journal, settings };
};

/** BullMQ accepts neither an integer nor a colon. */
const jobIdOf = (person) => `person-${encodeURIComponent(idOf(person))}`;

/** Adds people: one job each, so that adding a person twice is one. Resolves with the length of the list. */
export const addPeople = async ({ queue }, people) => {
  let batch = [];
  let total = 0;
  const add = async () => {
    await queue.addBulk(batch.map((data) => ({ name: "call", data, opts: { jobId: jobIdOf(data) } })));
    total += batch.length;
    batch = [];
  };
  for await (const person of people) {
    if (batch.push(person) === BATCH) await add();
  }
  if (batch.length > 0) await add();
  return total;
};
