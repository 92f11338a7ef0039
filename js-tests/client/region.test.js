/** Regions: the warning of a client without one, the advice of a 401, and which region accepts a key. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { Synthflow, SynthflowError } from "synthflow-wasm";
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

test("client.check refuses options that are none, and sends nothing", async () => {
  const asked = [];
  const fetch = async (url) => {
    asked.push(url);
    return refuse();
  };
  const client = new Synthflow({ apiKey: "test", region: "us", fetch });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const options of [
    null,
    5,
    "us",
    [],
    ["us"],
    { regions: 5 },
    { regions: null },
    { regions: "us" },
    { regions: { 0: "us", length: 1 } },
    { regions: new Set(["us"]) },
    { regions: ["us", 5] },
    { regions: [undefined] },
    { regions: Object.assign(new Array(2), { 1: "us" }) },
    { regions: [["us"]] },
    { region: "us" },
    proxy,
  ]) {
    const error = await rejection(client.check(options));
    assert.ok(error instanceof SynthflowError, String(error));
    assert.deepEqual([error.outcome, error.attempts], ["not-sent", 0]);
    assert.match(error.message, /^client\.check: expected \{ regions \}/);
  }
  assert.equal(asked.length, 0);
});

test("client.check reports each region that is none under its own name", async () => {
  const client = new Synthflow({ apiKey: "test", region: "us", fetch: refuse });
  for (const region of ["__proto__", "constructor", "", "mars"]) {
    const { ok, errors } = await client.check({ regions: [region] });
    assert.equal(ok, false);
    assert.deepEqual(Object.keys(errors), [region]);
    assert.ok(Object.entries(errors)[0][1] instanceof SynthflowError);
    assert.equal(Object.getPrototypeOf(errors), Object.prototype);
  }
});

test("client.check does not send the key and the headers of a gateway to Synthflow", async () => {
  const asked = [];
  const options = {
    apiKey: "key-of-the-gateway",
    defaultHeaders: { "x-gateway-secret": "secret" },
    fetch: async (url) => {
      asked.push(url);
      return new Response('{"response":{"assistants":[]}}');
    },
  };
  const clients = [
    new Synthflow({ ...options, baseURL: "https://gateway.example/v2" }),
    new Synthflow({ ...options, region: "us", baseURL: "https://gateway.example/v2" }),
  ];
  process.env.SYNTHFLOW_BASE_URL = "https://gateway.example/v2";
  try {
    clients.push(new Synthflow(options));
  } finally {
    delete process.env.SYNTHFLOW_BASE_URL;
  }
  for (const client of clients) {
    const error = await rejection(client.check({ regions: ["us", "eu"] }));
    assert.ok(error instanceof SynthflowError, String(error));
    assert.equal(error.outcome, "not-sent");
    assert.match(
      error.message,
      /^client\.check: a client with a baseURL has no other regions; omit regions$/,
    );
    assert.equal(asked.length, 0);
  }
});

test("no region at all is nothing to ask", async () => {
  const client = new Synthflow({ apiKey: "test", region: "us", fetch: refuse, logLevel: "off" });
  const error = await rejection(client.check({ regions: [] }));
  assert.match(error.message, /^client\.check: expected { regions }/);
});

test("a base URL of the environment that a region in code replaces is named: it may be that of a sandbox", () => {
  const lines = [];
  const logger = { warn: (line) => lines.push(line) };
  process.env.SYNTHFLOW_BASE_URL = "http://127.0.0.1:4010/v2";
  try {
    new Synthflow({ apiKey: "test", region: "us", logger });
    new Synthflow({ apiKey: "test", region: "us", logger, logLevel: "off" });
    new Synthflow({ apiKey: "test", region: "us", logger, baseURL: "https://a.example" });
    new Synthflow({ apiKey: "test", logger });
  } finally {
    delete process.env.SYNTHFLOW_BASE_URL;
  }
  assert.deepEqual(lines, ["SYNTHFLOW_BASE_URL is ignored: a region is given"]);
});

test("a region that is none is refused, with a base URL too", () => {
  const options = { apiKey: "test", region: "US", baseURL: "https://a.example", fetch: refuse };
  assert.throws(() => new Synthflow(options), /client option region: expected "global", "us" or "eu"/);
});
