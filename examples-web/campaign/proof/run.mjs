/** One run of the proof: a sandbox, Redis, worker processes, a list with duplicates, and faults until everybody is through. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Synthflow } from "synthflow-wasm";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { progress } from "../control.mjs";
import { createPeople } from "../people.mjs";
import { addPeople, connect, openCampaign } from "../queue.mjs";
import { startRedis } from "../redis.mjs";
import { startWorker } from "../workers.mjs";
import { startFaults } from "./faults.mjs";
import { createRandom } from "./random.mjs";
import { startRecorder } from "./recorder.mjs";
import { judge } from "./verdict.mjs";

const model_id = "agent-1";

/** Each tenth person once more, with the number written in another way. */
const withDuplicates = (people) => [
  ...people,
  ...people
    .filter((_, index) => index % 10 === 0)
    .map(({ phone, name }) => ({ name, phone, id: `copy of ${phone}` })),
  ...people.filter((_, index) => index % 10 === 5),
];

const isOver = async (campaign) => {
  const { counts, active } = await progress(campaign);
  return counts.queued === 0 && active === 0;
};

/** Runs it; resolves with the verdict. */
export const proofRun = async (options) => {
  const { seed, count, workers, limits, duration, lock, timeout, ...faults } = options;
  const random = createRandom(seed);
  const dir = mkdtempSync(join(tmpdir(), "campaign-proof-"));
  const api = await serveSandbox({
    seed: { agents: [{ model_id, type: "outbound", name: "Proof" }] },
    rateLimits: { ...limits, retryAfter: 1 },
    callDuration: duration,
  });
  const recorder = await startRecorder(api.url.replace(/\/v2$/, ""), seed);
  const run = { ...faults, lock, recorder, workers: [], redis: await startRedis(dir) };
  const connection = connect(run.redis.url);
  connection.on("error", () => {});
  const campaign = await openCampaign(connection, "proof", {
    ...limits,
    call: { model_id },
    lock,
    timeout: 5000,
    lookup: { timeout: 2000, interval: 500 },
    follow: { interval: 200 },
    backoff: 500,
  });
  run.startWorker = () =>
    startWorker({ redisUrl: run.redis.url, name: campaign.name, baseURL: recorder.url, stderr: "ignore" });
  run.post = (path, body) =>
    fetch(new URL(path, api.url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  const people = createPeople(count);
  const start = performance.now();
  const stopFaults = new AbortController();
  try {
    run.workers.push(...Array.from({ length: workers }, run.startWorker));
    const faulty = startFaults(run, random, stopFaults.signal);
    await addPeople(campaign, withDuplicates(people));
    while (!(await isOver(campaign)) && performance.now() - start < timeout) await pause(200);
    const seconds = (performance.now() - start) / 1000;
    stopFaults.abort();
    const happened = await faulty;
    await Promise.all(run.workers.map((worker) => worker.stop()));
    run.workers.length = 0;
    await run.post("/__sandbox/settle", {});
    const client = new Synthflow({ apiKey: "test", baseURL: api.url });
    const calls = await client.calls.list({ model_id, limit: 100 }).toArray();
    const records = new Map();
    for await (const [id, record] of campaign.journal.records()) records.set(id, record);
    const arrivals = await recorder.arrivals();
    const skipped = [...records.values()].filter(({ state }) => state === "skipped").length;
    return { seed, seconds, skipped, happened, ...judge({ people, records, calls, arrivals, duration }) };
  } finally {
    stopFaults.abort();
    await Promise.all(run.workers.map((worker) => worker.stop("SIGKILL")));
    await campaign.queue.close();
    connection.disconnect();
    await run.redis.stop("SIGKILL");
    await recorder.close();
    await api.close();
    rmSync(dir, { recursive: true, force: true });
  }
};
