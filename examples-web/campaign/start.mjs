/**
 * `node examples-web/campaign/start.mjs`: starts Redis, the sandbox instead of the API, three workers and the page, and
 * calls a list of 50 people. The data are in a temporary folder. `--people 500`, `--workers 2` and `--port 4180` change it.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { servePage } from "./page.mjs";
import { createPeople } from "./people.mjs";
import { addPeople, connect, openCampaign } from "./queue.mjs";
import { missing, startRedis } from "./redis.mjs";
import { startWorker } from "./workers.mjs";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "50" },
    workers: { type: "string", default: "3" },
    port: { type: "string", default: "0" },
  },
});

if (missing) {
  console.log(missing);
  process.exit(1);
}

const limits = { callsPerSecond: 2, concurrentCalls: 10 };

const start = async () => {
  const dir = mkdtempSync(join(tmpdir(), "campaign-"));
  const redis = await startRedis(dir, { detached: true });
  const api = await serveSandbox({
    seed: { agents: [{ model_id: "agent-1", type: "outbound", name: "Campaign" }] },
    rateLimits: limits,
  });
  const connection = connect(redis.url);
  const campaign = await openCampaign(connection, "campaign", {
    ...limits,
    call: { model_id: "agent-1" },
    follow: { interval: 1000 },
  });
  await addPeople(campaign, createPeople(Number(values.people)));
  const workers = Array.from({ length: Number(values.workers) }, () =>
    startWorker({ redisUrl: redis.url, name: campaign.name, baseURL: api.url }),
  );
  const page = await servePage(campaign, Number(values.port));
  console.log(`${values.people} people, ${values.workers} workers: ${page.url}\nPress Ctrl-C to stop.`);
  return async () => {
    page.close();
    await Promise.all(workers.map((worker) => worker.stop()));
    await campaign.queue.close();
    connection.disconnect();
    await redis.stop();
    await api.close();
    rmSync(dir, { recursive: true, force: true });
  };
};

// A signal during the start waits for its end: no process is left behind.
const started = start();
for (const name of ["SIGINT", "SIGTERM"]) process.once(name, async () => (await started)());
await started;
