/** Regions: the warning of a client without one, the advice of a 401, and which region accepts a key. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { Synthflow } from "synthflow-wasm";
import { rejection } from "../support/server.js";

/** Runs code in a process of its own; returns what it prints. */
const run = async (code) => {
  const args = ["--input-type=module", "-e", `import { Synthflow } from "synthflow-wasm"; ${code}`];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args);
  return stdout + stderr;
};

test("a client without a region warns once in a process", async () => {
  const twice = "for (const _ of [1, 2]) new Synthflow({ apiKey: 'test-key-1' });";
  const text = await run(twice);
  assert.equal(text.split("no region is set").length, 2, text);
  assert.match(text, /"global", which Synthflow retires at the end of 2026/);
  for (const options of ["region: 'us'", "baseURL: 'https://a.example'", "logLevel: 'error'"]) {
    assert.equal(await run(`new Synthflow({ apiKey: "test-key-1", ${options} })`), "");
  }
});

const refuse = async () =>
  new Response('{"detail":"Unauthorized: Invalid or expired token."}', { status: 401 });

test("a 401 of the region global names the move to other regions", async () => {
  const of = async (region) => {
    const client = new Synthflow({ apiKey: "test", region, fetch: refuse });
    return (await rejection(client.agents.list())).message;
  };
  assert.match(await of("global"), /moved to "us" or "eu" in 2026/);
  assert.doesNotMatch(await of("us"), /moved/);
});

test("W46: client.check says which region accepts the key", async () => {
  const asked = [];
  const fetch = async (url) => {
    asked.push(new URL(url).host);
    return url.startsWith("https://api.eu.") ? new Response('{"response":{"assistants":[]}}') : refuse();
  };
  const client = new Synthflow({ apiKey: "test", region: "us", fetch });
  const own = await client.check();
  assert.equal(own.ok, false);
  assert.equal(own.errors.us.status, 401);
  const found = await client.check({ regions: ["us", "eu", "global"] });
  assert.deepEqual([found.ok, found.region], [true, "eu"]);
  assert.deepEqual(asked, ["api.us.synthflow.ai", "api.us.synthflow.ai", "api.eu.synthflow.ai"]);
});

test("W46: client.check asks each region, whatever options a subclass sets by itself", async () => {
  const asked = [];
  class Preset extends Synthflow {
    constructor() {
      const fetch = async (url) => {
        asked.push(new URL(url).host);
        return refuse();
      };
      super({ apiKey: "test", region: "us", fetch });
    }
  }
  const found = await new Preset().check({ regions: ["eu", "us"] });
  assert.equal(found.ok, false);
  assert.deepEqual(asked, ["api.eu.synthflow.ai", "api.us.synthflow.ai"]);
});

test("W46: client.check uses the client's own base URL", async () => {
  const asked = [];
  const fetch = async (url) => {
    asked.push(url);
    return new Response('{"response":{"assistants":[]}}');
  };
  const client = new Synthflow({ apiKey: "test", baseURL: "https://proxy.example/synthflow", fetch });
  assert.equal((await client.check()).ok, true);
  assert.match(asked[0], /^https:\/\/proxy\.example\/synthflow\/assistants/);
});
