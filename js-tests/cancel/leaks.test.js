/** No leaks: no listener, no timer, no memory, nothing that keeps a process alive. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { APIAbortError, Synthflow, SynthflowError } from "synthflow-wasm";
import { kinds, page } from "../support/kinds.js";
import { rejection } from "../support/server.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

/** Those that are still there after garbage collection. */
const uncollected = async (references) => {
  // Looked at only at the end: deref() keeps what is still there alive for a while.
  for (let round = 0; round < 20; round += 1) {
    collect();
    await turn();
  }
  return references.filter(({ reference }) => reference.deref()).map(({ what }) => what);
};

const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

test("100,000 requests on one signal leave no listener and no timer", async (context) => {
  context.mock.method(Math, "random", () => 0);
  const warnings = [];
  const warned = (warning) => warnings.push(warning);
  process.on("warning", warned);
  const used = kinds.map(({ respond, ...kind }) => ({
    ...kind,
    client: new Synthflow({ apiKey: "test", fetch: async () => respond(), logLevel: "off" }),
  }));
  // Kinds with a timer are rarer: a retry waits for at least 50 ms.
  const slow = used.filter((kind) => kind.slow);
  const quick = used.filter((kind) => !kind.slow);
  const { signal } = new AbortController();
  const before = timers();
  let done = 0;
  const rest = Array(100_000).keys();
  const worker = async () => {
    for (const index of rest) {
      const { client, run } = slow[index % 1000] ?? quick[index % quick.length];
      try {
        await run(client, { signal });
      } catch (error) {
        assert.ok(error instanceof SynthflowError, String(error));
      }
      done += 1;
      assert.ok(getEventListeners(signal, "abort").length < 10, `listeners after ${done} requests`);
    }
  };
  await Promise.all(Array.from({ length: 9 }, worker));
  assert.equal(done, 100_000);
  assert.deepEqual(getEventListeners(signal, "abort"), []);
  assert.equal(timers(), before);
  await turn();
  process.off("warning", warned);
  assert.deepEqual(warnings, []);
});

test("a signal does not affect a request that has ended", async () => {
  const controller = new AbortController();
  let aborted = 0;
  const fetch = async (_, { signal }) => {
    signal.addEventListener("abort", () => {
      aborted += 1;
    });
    return page;
  };
  const client = new Synthflow({ apiKey: "test", fetch });
  const list = await client.agents.list({}, { signal: controller.signal });
  controller.abort();
  assert.equal(list.data.length, 1);
  assert.equal(aborted, 0);
  const error = await rejection(list.getNextPage());
  assert.ok(error instanceof APIAbortError, String(error));
});

test("the signal of a request can be collected once it has ended", async (context) => {
  context.mock.method(Math, "random", () => 0);
  const send = async ({ respond, run }, index) => {
    const client = new Synthflow({ apiKey: "test", fetch: async () => respond(), logLevel: "off" });
    const { signal } = new AbortController();
    await run(client, { signal }).catch(() => {});
    return { what: `kind ${index}`, reference: new WeakRef(signal) };
  };
  const references = await Promise.all(kinds.map(send));
  assert.deepEqual(await uncollected(references), []);
});

test("what a client was given can be collected once nobody can use the client", async () => {
  const create = async (what, use) => {
    const fetch = async () => page;
    await use(new Synthflow({ apiKey: "test", fetch, logLevel: "off" }));
    return { what, reference: new WeakRef(fetch) };
  };
  const references = [
    await create("unused", () => {}),
    await create("used", (client) => client.agents.list()),
    await create("detached", ({ agents: { list } }) => list()),
  ];
  assert.deepEqual(await uncollected(references), []);
});

test("a process ends by itself after requests that resolved, were aborted, timed out or were abandoned", async () => {
  const script = fileURLToPath(new URL("exits.mjs", import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  const said = [];
  child.stdout.on("data", (chunk) => said.push(chunk));
  // A leak there would keep it alive for ten minutes.
  const kill = setTimeout(() => child.kill(), 60_000);
  const [code, killedBy] = await new Promise((resolve) => child.on("close", (...how) => resolve(how)));
  clearTimeout(kill);
  assert.deepEqual([Buffer.concat(said).toString(), code, killedBy], ["done\n", 0, null]);
});
