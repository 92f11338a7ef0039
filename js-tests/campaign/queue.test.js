/** The campaign on BullMQ and Redis: a small run of the proof in docs/guides/campaigns.md, and what its parts guarantee. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { cancel, progress, resume } from "../../examples-web/campaign/control.mjs";
import { servePage } from "../../examples-web/campaign/page.mjs";
import { createPeople } from "../../examples-web/campaign/people.mjs";
import { proofRun } from "../../examples-web/campaign/proof/run.mjs";
import { mostAtOnce, mostPerSecond } from "../../examples-web/campaign/proof/verdict.mjs";
import { addPeople, connect, openCampaign } from "../../examples-web/campaign/queue.mjs";
import { missing, startRedis } from "../../examples-web/campaign/redis.mjs";
import { startWorker } from "../../examples-web/campaign/workers.mjs";
import { blocks } from "../docs/blocks.js";

const skip = missing ?? false;

/** Runs a test with Redis, a sandbox, and a campaign; `start` starts a worker process. */
const withCampaign = async (settings, run) => {
  const dir = mkdtempSync(join(tmpdir(), "campaign-test-"));
  const redis = await startRedis(dir);
  const api = await serveSandbox({
    callDuration: 500,
    seed: { agents: [{ model_id: "agent-1", type: "outbound", name: "Test" }] },
  });
  const connection = connect(redis.url);
  const campaign = await openCampaign(connection, "test", {
    callsPerSecond: 50,
    concurrentCalls: 10,
    lock: 2000,
    follow: { interval: 100 },
    backoff: 100,
    call: { model_id: "agent-1" },
    ...settings,
  });
  const workers = [];
  const start = () => {
    workers.push(startWorker({ redisUrl: redis.url, name: "test", baseURL: api.url, stderr: "ignore" }));
    return workers.at(-1);
  };
  const until = async (test) => {
    for (let index = 0; index < 1200; index += 1) {
      const now = await progress(campaign);
      if (await test(now)) return now;
      await pause(50);
    }
    throw new Error(`not reached within a minute: ${JSON.stringify(await progress(campaign))}`);
  };
  const dialed = () =>
    api.sandbox.requests
      .filter(({ operation }) => operation === "calls.create")
      .map(({ body }) => body.phone);
  try {
    await run({ campaign, connection, api, start, until, dialed });
  } finally {
    await Promise.all(workers.map((worker) => worker.stop("SIGKILL")));
    await campaign.queue.close();
    connection.disconnect();
    await redis.stop("SIGKILL");
    await api.close();
    rmSync(dir, { recursive: true, force: true });
  }
};

test("60 people, 2 workers, one killed: nobody is called twice or forgotten, no limit is exceeded", {
  skip,
}, async () => {
  const limits = { callsPerSecond: 20, concurrentCalls: 12 };
  const pauses = { failure: [500, 900], kill: [1000, 2500], freeze: [0, 0], crash: [0, 0], outage: [0, 0] };
  const faults = { pauses, kills: 1, freezes: 0, crashes: 0, outages: 0 };
  const times = { duration: 400, lock: 2000, timeout: 60_000 };
  const run = await proofRun({ seed: 1, count: 60, workers: 2, limits, ...times, ...faults });
  assert.equal(run.happened.killed, 1);
  assert.deepEqual(run.forgotten, []);
  assert.equal(run.twice, 0);
  assert.equal(run.done + run.unknownRung + run.unknownNotRung, 60);
  // Each tenth person is in the list under two ids.
  assert.equal(run.skipped, 6);
  assert.ok(run.perSecond <= 20, `${run.perSecond} in a second`);
  assert.ok(run.atOnce <= 12, `${run.atOnce} at once`);
});

test("the verdict counts what a second and a moment have", () => {
  assert.equal(mostPerSecond([0, 999, 1000, 1001, 3000]), 3);
  assert.equal(mostPerSecond([0, 1000, 2000]), 1);
  assert.equal(mostAtOnce([0, 50, 100, 160], 100), 2);
});

test("a claim is for one attempt, and the late result of another one changes nothing", { skip }, async () => {
  await withCampaign({}, async ({ campaign, connection }) => {
    // Redis replies when the claim is on the disk.
    assert.deepEqual(await connection.config("GET", "appendfsync"), ["appendfsync", "always"]);
    const { journal } = campaign;
    const person = { id: "1", phone: "+14155550100" };
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, index) => journal.claim(person, `a${index}`)),
    );
    assert.equal(claims.filter(({ isMine }) => isMine).length, 1);
    const [{ record }] = claims;
    assert.equal((await journal.claim(person, record.attempt)).isMine, true, "a repeated command");

    assert.equal((await journal.claim({ id: "2", phone: "+1 415 555 0100" }, "b")).record.state, "skipped");
    await journal.move(person, { attempt: "other" }, ["sending"], "failed", { reason: "late" });
    assert.equal((await journal.get("1")).state, "sending");
    await journal.move(person, record, ["sending"], "unknown", { reason: "lost" });
    assert.equal((await journal.claim(person, record.attempt)).isMine, false, "no longer sending");
    await journal.move(person, record, ["sending"], "queued");
    assert.equal((await journal.get("1")).state, "unknown");
    assert.deepEqual(await journal.counts(), { sending: 0, skipped: 1, unknown: 1 });
  });
});

test("a wrong key pauses the campaign; after resume, everybody is called once", { skip }, async () => {
  await withCampaign({}, async ({ campaign, api, start, until, dialed }) => {
    api.sandbox.fail({ operation: "calls.create", status: 401, times: 1000 });
    await addPeople(campaign, createPeople(15));
    start();
    const paused = await until(({ isPaused, active }) => isPaused && active === 0);
    assert.equal(paused.counts.queued, 15);
    assert.match(paused.pausedBecause, /401/);
    assert.deepEqual(dialed(), []);
    api.sandbox.clearFailures();
    await resume(campaign);
    await until(({ counts }) => counts.done === 15);
    assert.equal(new Set(dialed()).size, 15);
    assert.equal(dialed().length, 15);
  });
});

test("SIGTERM gives calls in progress to the next worker, which follows them", { skip }, async () => {
  await withCampaign({}, async ({ campaign, start, until, dialed }) => {
    await addPeople(campaign, createPeople(5));
    const first = start();
    await until(({ counts }) => counts.placed > 0);
    await first.stop();
    const { active, counts } = await progress(campaign);
    assert.equal(active, 0);
    assert.ok(counts.placed > 0);
    start();
    await until(({ counts }) => counts.done === 5);
    assert.equal(dialed().length, 5);
  });
});

test("a person whose worker is killed again and again is not given up", { skip }, async () => {
  await withCampaign({ lock: 700 }, async ({ campaign, api, start, until, dialed }) => {
    // The call does not seem to end.
    api.sandbox.fail({ operation: "calls.get", status: 503, times: 100_000 });
    await addPeople(campaign, createPeople(1));
    // BullMQ gives up a job that stalled twice.
    for (const stalled of [0, 1]) {
      const worker = start();
      await until(async ({ active, counts }) => {
        const [job] = await campaign.queue.getActive();
        return active === 1 && counts.placed === 1 && job?.stalledCounter === stalled;
      });
      await worker.stop("SIGKILL");
    }
    api.sandbox.clearFailures();
    start();
    await until(({ counts }) => counts.done === 1);
    assert.equal(dialed().length, 1);
  });
});

test("cancel skips everybody who was not dialed, those who are added later too", { skip }, async () => {
  await withCampaign({ callsPerSecond: 5 }, async ({ campaign, start, until, dialed }) => {
    await addPeople(campaign, createPeople(1500));
    start();
    await until(({ counts }) => counts.placed > 0);
    await cancel(campaign);
    await addPeople(campaign, createPeople(1501).slice(1500));
    const { counts } = await until(({ counts, active }) => counts.queued + active === 0);
    assert.equal(counts.done, dialed().length);
    assert.equal(counts.skipped, 1501 - dialed().length);
    assert.ok(dialed().length < 20);
  });
});

test("docs/guides/campaigns.md: a program opens a campaign, and adds the list", { skip }, async () => {
  const dir = mkdtempSync(fileURLToPath(new URL("made-", import.meta.url)));
  const redis = await startRedis(dir);
  const { name, code } = blocks.find(({ page, isFile }) => page.endsWith("campaigns.md") && isFile);
  const text = code
    .replace("redis://10.0.0.5:6379", redis.url)
    .replace("./", "../../../examples-web/campaign/");
  writeFileSync(join(dir, name), `${text}\nexport { campaign };\n`);
  const { campaign } = await import(pathToFileURL(join(dir, name)).href);
  try {
    assert.deepEqual((await progress(campaign)).counts, { queued: 1 });
    assert.equal(await campaign.queue.getGlobalConcurrency(), 50);
    assert.equal((await campaign.journal.settings()).call.model_id, "your-agent-id");
  } finally {
    await campaign.queue.close();
    campaign.redis.disconnect();
    await redis.stop("SIGKILL");
    rmSync(dir, { recursive: true, force: true });
  }
});

test("the page refuses other hosts and origins", { skip }, async () => {
  await withCampaign({}, async ({ campaign }) => {
    const { url, close } = await servePage(campaign);
    const post = async (headers) => (await fetch(`${url}pause`, { method: "POST", headers })).status;
    try {
      assert.equal(await post({ origin: "https://other.example" }), 403);
      assert.equal((await fetch(url.replace("127.0.0.1", "localhost"))).status, 403);
      assert.equal((await progress(campaign)).isPaused, false);
      assert.equal(await post({}), 200);
      assert.equal((await (await fetch(`${url}progress`)).json()).isPaused, true);
      assert.match(await (await fetch(`${url}board`)).text(), /Bull/);
    } finally {
      close();
    }
  });
});

test("the example calls its list, and stops cleanly", { skip }, async () => {
  const file = fileURLToPath(new URL("../../examples-web/campaign/start.mjs", import.meta.url));
  const example = spawn(process.execPath, [file, "--people", "3", "--workers", "1"]);
  const exited = once(example, "exit");
  try {
    let output = "";
    for await (const chunk of example.stdout.setEncoding("utf8")) {
      output += chunk;
      if (output.includes("Ctrl-C")) break;
    }
    const [url] = output.match(/http:\S+/);
    let counts = {};
    for (let index = 0; index < 600 && counts.done !== 3; index += 1) {
      await pause(100);
      ({ counts } = await (await fetch(`${url}progress`)).json());
    }
    assert.equal(counts.done, 3);
    example.kill("SIGTERM");
    assert.deepEqual(await exited, [0, null]);
  } finally {
    example.kill("SIGKILL");
  }
});

test("a signal at any moment of its start leaves no process and no files", { skip }, async () => {
  const file = fileURLToPath(new URL("../../examples-web/campaign/start.mjs", import.meta.url));
  const moments = ["at once", 300, 450, 600, 750, 900, 1200, "when it says so"];
  for (const moment of moments) {
    const folder = mkdtempSync(join(tmpdir(), "campaign-signal-"));
    const env = { ...process.env, TMPDIR: folder };
    const example = spawn(process.execPath, [file, "--people", "3"], { env, detached: true });
    // Not before Redis and the workers have ended too: they inherit the pipe.
    const closed = once(example, "close").then(() => "closed");
    const interrupt = () => process.kill(-example.pid, "SIGINT");
    try {
      if (moment === "when it says so") await once(example.stdout, "data");
      else await pause(moment === "at once" ? 0 : moment);
      interrupt();
      assert.equal(
        await Promise.race([closed, pause(30_000, "still open", { ref: false })]),
        "closed",
        `${moment}`,
      );
      assert.deepEqual(readdirSync(folder), [], `${moment}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
});
