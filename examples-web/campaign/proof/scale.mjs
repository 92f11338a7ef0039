/**
 * `npm run campaign:scale`: how many people per second can be added and called, the memory per 100,000 people, and how
 * BullMQ's limiter keeps a rate, in about five minutes. Prints tables and writes them into the guide.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { progress } from "../control.mjs";
import { addPeople, connect, openCampaign } from "../queue.mjs";
import { missing, startRedis } from "../redis.mjs";
import { startWorker } from "../workers.mjs";
import { startInstantApi } from "./instant-api.mjs";
import { table, write } from "./table.mjs";
import { mostPerSecond } from "./verdict.mjs";

const PER = 100_000;
const PEOPLE = 6000;
const WARM_UP = 1000;
const RATE = 50;

if (missing) {
  console.log(missing);
  process.exit(1);
}

/** People with numbers of all area codes, since there are not enough that are reserved; nobody is called here. */
function* people(count) {
  for (let index = 0; index < count; index += 1)
    yield { phone: `+1${2_000_000_000 + index}`, name: `Person ${index}` };
}

const dir = mkdtempSync(join(tmpdir(), "campaign-scale-"));
const redis = await startRedis(dir);
const connection = connect(redis.url);
const api = await startInstantApi();

const open = (name, settings) =>
  openCampaign(connection, name, {
    call: { model_id: "agent-1" },
    concurrentCalls: 100,
    follow: { interval: 100 },
    margin: 60_000,
    ...settings,
  });

/** The sum of fields of `INFO`. */
const info = async (...fields) => {
  const text = await connection.info("all");
  return fields.reduce((sum, field) => sum + Number(text.match(new RegExp(`\n${field}:([\\d.]+)`))[1]), 0);
};
const memory = () => info("used_memory");
const cpuSeconds = () => info("used_cpu_user", "used_cpu_sys");

const until = async (test) => {
  while (!(await test())) await pause(50);
  return performance.now();
};

/** Runs workers until the list is done; the rate is measured once they have begun. */
const calling = async (name, workers) => {
  const campaign = await open(name);
  await campaign.queue.removeGlobalRateLimit();
  await addPeople(campaign, people(PEOPLE));
  const done = async () => (await progress(campaign)).counts.done ?? 0;
  const started = Array.from({ length: workers }, () =>
    startWorker({ redisUrl: redis.url, name, baseURL: api.url }),
  );
  let first;
  const from = await until(async () => {
    first = await done();
    return first >= WARM_UP;
  });
  const to = await until(async () => (await done()) === PEOPLE);
  await Promise.all(started.map((worker) => worker.stop()));
  await campaign.queue.close();
  return ((PEOPLE - first) / (to - from)) * 1000;
};

/** What the journal of a list that is done takes of Redis. Completed jobs are removed, except for the last 1,000. */
const journalSize = async (name) => {
  const keys = ["people", "phones"].map((part) => `campaign:{${name}}:${part}`);
  const sizes = await Promise.all(keys.map((key) => connection.memory("USAGE", key, "SAMPLES", 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
};

/** Adds a list, and what it takes of Redis. */
const adding = async () => {
  const campaign = await open("adding");
  const [before, start] = [await memory(), performance.now()];
  await addPeople(campaign, people(PER));
  const seconds = (performance.now() - start) / 1000;
  const bytes = (await memory()) - before;
  await campaign.queue.close();
  return { perSecond: PER / seconds, bytes };
};

/** The most arrivals in a second with a limit of RATE. */
const limiting = async (name, max, duration) => {
  const campaign = await open(name);
  await campaign.queue.setGlobalRateLimit(max, duration);
  const first = api.arrivals.length;
  const started = [1, 2, 3].map(() => startWorker({ redisUrl: redis.url, name, baseURL: api.url }));
  // Once all of them run.
  await until(async () => (await campaign.queue.getWorkersCount()) === 3);
  await addPeople(campaign, people(RATE * 10));
  await until(async () => (await progress(campaign)).counts.done === RATE * 10);
  await Promise.all(started.map((worker) => worker.stop()));
  await campaign.queue.close();
  const times = api.arrivals.slice(first);
  return { most: mostPerSecond(times), average: (times.length / (times.at(-1) - times[0])) * 1000 };
};

try {
  const added = await adding();
  await connection.flushall();
  const before = await cpuSeconds();
  const one = await calling("one", 1);
  const cpu = ((await cpuSeconds()) - before) / PEOPLE;
  const done = (await journalSize("one")) / PEOPLE;
  const three = await calling("three", 3);
  await connection.config("SET", "appendfsync", "everysec");
  const unsafe = await calling("unsafe", 1);
  await connection.config("SET", "appendfsync", "always");
  const limits = [
    ["`max: 1`, as here", 1, Math.ceil(1200 / RATE)],
    [`\`max: ${RATE}\` per second`, RATE, 1000],
  ];
  const limited = [];
  for (const [title, max, duration] of limits)
    limited.push({ title, ...(await limiting(`limit-${max}`, max, duration)) });

  const whole = (value) => Math.round(value).toLocaleString("en-US");
  const megabytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;
  const measured = [
    ["people added per second, by one process", whole(added.perSecond)],
    ["people called per second, one worker", whole(one)],
    ["people called per second, three workers", whole(three)],
    ["the same, one worker, with `appendfsync everysec`, which is not safe", whole(unsafe)],
    ["CPU of Redis per person", `${(cpu * 1000).toFixed(2)} ms`],
    ["memory of Redis per 100,000 people in the queue", megabytes(added.bytes)],
    ["memory of Redis per 100,000 people who are done", megabytes(done * PER)],
  ];
  const text = [
    table(measured, [
      ["measured", ([what]) => what],
      ["", ([, value]) => value],
    ]),
    table(limited, [
      [`limiter, for ${RATE} per second`, ({ title }) => title],
      ["most in a second", ({ most }) => most],
      ["average per second", ({ average }) => average.toFixed(1)],
    ]),
    `Node ${process.version}, ${cpus().length} CPUs (${cpus()[0].model}), all processes on one machine.`,
  ].join("\n\n");
  console.log(text);
  write("campaign:scale", text);
} finally {
  api.close();
  connection.disconnect();
  await redis.stop("SIGKILL");
  rmSync(dir, { recursive: true, force: true });
}
