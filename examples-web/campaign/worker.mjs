/**
 * A worker: `node worker.mjs`, as often and on as many machines as needed. From the environment it takes `REDIS_URL`,
 * `CAMPAIGN` and what the client reads (`SYNTHFLOW_API_KEY`, `SYNTHFLOW_BASE_URL`); the settings are in Redis.
 */

import { Worker } from "bullmq";
import { Synthflow } from "synthflow-wasm";
import { createProcessor } from "./call.mjs";
import { connect, openCampaign } from "./queue.mjs";

const { REDIS_URL = "redis://127.0.0.1:6379", CAMPAIGN = "campaign" } = process.env;

const redis = connect(REDIS_URL);
redis.on("error", ({ message }) => console.error(`redis: ${message}`));
const campaign = await openCampaign(redis, CAMPAIGN);
const { lock, concurrentCalls, timeout } = campaign.settings;

const client = new Synthflow();
// Reports a wrong key or agent before the first call, which is then not delayed by loading and connecting.
await client.agents
  .get(campaign.settings.call.model_id)
  .catch(({ message }) => console.error(`worker: the agent could not be read: ${message}`));

const closing = new AbortController();
const processor = createProcessor({ client, campaign, closing: closing.signal });
const worker = new Worker(CAMPAIGN, processor, {
  connection: redis,
  concurrency: concurrentCalls,
  lockDuration: lock,
  stalledInterval: lock,
  // However often its worker ends: a job that BullMQ gives up would be a forgotten person.
  maxStalledCount: Number.MAX_SAFE_INTEGER,
  // A pause between two attempts to reach Redis.
  runRetryDelay: 1000,
});
worker.on("error", ({ message }) => console.error(`worker: ${message}`));

let isClosing = false;

/** Requests that are being sent end, waits are given back to the queue. */
const close = async () => {
  if (isClosing) return;
  isClosing = true;
  // Without Redis, it would wait for ever. Ending at any moment is safe.
  setTimeout(() => process.exit(1), timeout + 5000).unref();
  const closed = worker.close();
  closing.abort();
  await closed;
  await campaign.queue.close();
  redis.disconnect();
};
for (const name of ["SIGTERM", "SIGINT"]) process.on(name, close);
