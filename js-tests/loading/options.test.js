/** `withOptions` and `fetchOptions`: which client sends what, and where. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow, SynthflowError } from "synthflow-wasm";
import { rejection } from "../support/server.js";
import { recording } from "./recording.js";

test("L25: withOptions derives a client; what is not given is the first one's", async () => {
  const { fetch, seen } = recording();
  const logger = { error() {}, warn() {}, info() {}, debug() {} };
  const first = new Synthflow({
    apiKey: "key-one",
    region: "us",
    fetch,
    logger,
    defaultHeaders: { "x-team": "a" },
    validation: "off",
  });
  const second = first.withOptions({ apiKey: "key-two", timeout: undefined });
  await first.agents.list();
  await second.agents.list();
  const sent = seen.map(({ url, headers }) => [new URL(url).host, headers.authorization, headers["x-team"]]);
  assert.deepEqual(sent, [
    ["api.us.synthflow.ai", "Bearer key-one", "a"],
    ["api.us.synthflow.ai", "Bearer key-two", "a"],
  ]);
  assert.ok(second instanceof Synthflow && second !== first);
  await first
    .withOptions({ validation: "strict" })
    .agents.create({})
    .catch(({ name }) => {
      assert.equal(name, "ValidationError");
    });
  assert.equal(seen.length, 2);
  for (const same of [{}, { region: "us" }, { region: undefined, baseURL: null }]) {
    await first.withOptions(same).agents.list();
    assert.equal(seen.at(-1).headers.authorization, "Bearer key-one");
    assert.ok(seen.at(-1).url.startsWith("https://api.us."));
  }
});

test("L25: null is no way to another server: what is meant for a proxy or a sandbox does not reach Synthflow", async () => {
  const { fetch, seen } = recording();
  const first = new Synthflow({ apiKey: "key-of-proxy", baseURL: "https://proxy.example/v2", fetch });
  for (const options of [
    { baseURL: null },
    { region: null },
    { fetch: null },
    { baseURL: null, region: null },
  ]) {
    await first.withOptions(options).agents.list();
    assert.ok(seen.at(-1).url.startsWith("https://proxy.example/v2/"), JSON.stringify(options));
  }
  assert.equal(seen.length, 4);
  // For the key it has a meaning: none is sent.
  await first.withOptions({ apiKey: null }).agents.list();
  assert.equal(seen.at(-1).headers.authorization, undefined);
});

test("L25: another region or base URL never gets the key or the headers of the first client", async () => {
  const { fetch, seen } = recording();
  for (const apiKey of ["key-of-us", () => "key-of-us"]) {
    const first = new Synthflow({ apiKey, region: "us", fetch });
    for (const options of [
      { region: "eu" },
      { region: "eu", apiKey: undefined },
      { baseURL: "https://proxy.example" },
      { baseURL: "https://api.us.synthflow.ai/v2", maxRetries: 1 },
    ]) {
      const error = await rejection((async () => first.withOptions(options))());
      assert.ok(error instanceof SynthflowError && error.outcome === "not-sent");
      assert.match(error.message, /another region or baseURL needs its own apiKey/);
    }
    await first.withOptions({ region: "eu", apiKey: "key-of-eu" }).agents.list();
    assert.equal(seen.at(-1).headers.authorization, "Bearer key-of-eu");
    assert.ok(seen.at(-1).url.startsWith("https://api.eu.synthflow.ai/"));
  }
  const signed = new Synthflow({
    apiKey: null,
    region: "us",
    fetch,
    defaultHeaders: { authorization: "Bearer one" },
  });
  assert.throws(() => signed.withOptions({ baseURL: "https://other.example" }), /its own defaultHeaders/);
  await signed.withOptions({ baseURL: "https://other.example", defaultHeaders: {} }).agents.list();
  assert.equal(seen.at(-1).headers.authorization, undefined);
  // A base URL is one region's.
  const proxied = new Synthflow({ apiKey: "a", baseURL: "http://127.0.0.1:1", fetch });
  await proxied.withOptions({ region: "eu", apiKey: "b" }).agents.list();
  assert.ok(seen.at(-1).url.startsWith("https://api.eu."));
  const plain = new Synthflow({ apiKey: "a", baseURL: "http://one", dangerouslyAllowHttp: true, fetch });
  assert.throws(() => plain.withOptions({ baseURL: "http://two", apiKey: "b" }), /dangerouslyAllowHttp/);
});

test("L25: an environment variable that appears later does not move a derived client", async () => {
  const { fetch, seen } = recording();
  const first = new Synthflow({ apiKey: "key-one", region: "us", fetch });
  process.env.SYNTHFLOW_BASE_URL = "https://elsewhere.example";
  try {
    await first.withOptions({ maxRetries: 0 }).agents.list();
    assert.ok(seen[0].url.startsWith("https://api.us.synthflow.ai/"));
  } finally {
    delete process.env.SYNTHFLOW_BASE_URL;
  }
});

test("L25: a key is not dropped for an authorization of the first client", async () => {
  const sent = [];
  const fetch = async (_, { headers }) => {
    sent.push(headers.authorization);
    return Response.json({ response: { assistants: [] } });
  };
  const forms = [
    { Authorization: "Bearer session-of-a" },
    new Headers({ authorization: "Bearer session-of-a" }),
    new Map([["authorization", "Bearer session-of-a"]]),
    [["authorization", "Bearer session-of-a"]],
  ];
  for (const defaultHeaders of forms) {
    const first = new Synthflow({ apiKey: null, baseURL: "https://one.example", defaultHeaders, fetch });
    assert.throws(() => first.withOptions({ apiKey: "key-of-b" }), /apiKey would not be sent/);
    await first.withOptions({ apiKey: "key-of-b", defaultHeaders: {} }).agents.list();
    await first.withOptions({ timeout: 5000 }).agents.list();
  }
  assert.deepEqual([...new Set(sent)], ["Bearer key-of-b", "Bearer session-of-a"]);
});

test("L25: withOptions refuses what the constructor refuses", () => {
  const client = new Synthflow({ apiKey: "a", fetch: recording().fetch });
  for (const wrong of [
    null,
    5,
    "us",
    new Map(),
    { timeuot: 1 },
    { timeout: "1" },
    { region: "mars", apiKey: "b" },
  ])
    assert.throws(() => client.withOptions(wrong), SynthflowError);
});

test("L25: fetchOptions are passed to fetch, except those that the client decides on", async () => {
  const { fetch, seen } = recording();
  const given = { dispatcher: { name: "mine" }, credentials: "include" };
  const client = new Synthflow({ apiKey: "test", fetch, fetchOptions: given });
  given.credentials = "changed later";
  await client.agents.list();
  const [{ dispatcher, credentials, method, redirect, cache }] = seen;
  assert.deepEqual([dispatcher.name, credentials], ["mine", "include"]);
  assert.deepEqual([method, redirect, cache], ["GET", "manual", "no-store"]);
  for (const name of [
    "method",
    "body",
    "headers",
    "redirect",
    "cache",
    "signal",
    "keepalive",
    "mode",
    "next",
    "cf",
  ]) {
    const fetchOptions = { priority: "low", [name]: undefined };
    assert.throws(
      () => new Synthflow({ apiKey: "a", fetch, fetchOptions }),
      (error) => {
        assert.match(error.message, new RegExp(`^client option fetchOptions: ${name} is set by the client$`));
        return error instanceof SynthflowError && error.outcome === "not-sent";
      },
    );
  }
  for (const fetchOptions of [5, "low", new Map([["a", 1]]), () => {}])
    assert.throws(
      () => new Synthflow({ apiKey: "a", fetch, fetchOptions }),
      /fetchOptions: expected an object/,
    );
  const inherited = Object.assign(Object.create({ method: "POST", dispatcher: "x" }), { priority: "low" });
  await new Synthflow({ apiKey: "a", fetch, fetchOptions: inherited }).agents.list();
  assert.deepEqual([seen[1].method, seen[1].dispatcher, seen[1].priority], ["GET", undefined, "low"]);
});

test("L25: what the environment has by now is not read by withOptions", async () => {
  const asked = [];
  const fetch = async (url) => {
    asked.push(url);
    return new Response('{"response":{"assistants":[]}}');
  };
  const first = new Synthflow({ apiKey: "test", fetch, logLevel: "off" });
  process.env.SYNTHFLOW_BASE_URL = "https://other.example/v2";
  try {
    await first.withOptions({ timeout: 5000 }).agents.list();
    await first.withOptions(undefined).agents.list();
  } finally {
    delete process.env.SYNTHFLOW_BASE_URL;
  }
  assert.ok(
    asked.every((url) => url.startsWith("https://api.synthflow.ai/v2/")),
    asked.join(" "),
  );
});
