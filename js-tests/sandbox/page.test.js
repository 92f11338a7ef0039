/** The sandbox without a key, and in simulated pages. */

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { startSandbox } from "../support/sandbox.js";

afterEach(() => {
  delete globalThis.location;
});

test("W35: apiKey: null accepts any key, and none", async () => {
  const { send } = startSandbox({ apiKey: null });
  for (const headers of [{}, { authorization: "Bearer x" }, { authorization: "nonsense" }]) {
    assert.equal((await send("GET", "/assistants/", undefined, headers)).status, 200);
  }
  const { send: other } = startSandbox();
  assert.equal((await other("GET", "/assistants/", undefined, {})).status, 401);
  const { send: one } = startSandbox({ apiKey: "right" });
  assert.equal((await one("GET", "/assistants/", undefined, { authorization: "Bearer x" })).status, 401);
});

test("W35: a relative URL is accepted, with and without a page", async () => {
  const { fetch } = createSandbox({ apiKey: null });
  for (const href of [undefined, "about:blank", "http://localhost:3000/app/", "file:///a.html"]) {
    if (href) globalThis.location = { href };
    for (const url of ["/v2/assistants/", new URL("http://localhost/v2/assistants/")]) {
      assert.equal((await fetch(url)).status, 200, href);
    }
    assert.equal((await fetch("/v2/calls", { method: "POST", body: "{}" })).status, 400);
  }
  // The redirect to the other slash form stays on the same origin.
  const moved = await fetch("/v2/assistants");
  assert.equal(new URL(moved.headers.get("location")).pathname, "/v2/assistants/");
});

test("W35: the client in a page, through a proxy path of its own origin", async () => {
  globalThis.location = { href: "http://localhost:3000/", origin: "http://localhost:3000" };
  const { fetch } = createSandbox({ apiKey: null, basePath: "/synthflow" });
  const client = new Synthflow({ apiKey: null, baseURL: "/synthflow", fetch });
  assert.equal((await client.agents.list()).total, 3);
  assert.throws(() => createSandbox({ basePath: "synthflow" }), TypeError);
});

test("W35: a signal of another class, as in jsdom, aborts", async () => {
  const { fetch, fail } = createSandbox({ apiKey: null });
  const listeners = new Set();
  const signal = {
    aborted: false,
    reason: undefined,
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  };
  assert.equal((await fetch("/v2/assistants/", { signal })).status, 200);
  fail({ delay: 60_000 });
  const waiting = fetch("/v2/assistants/", { signal });
  await new Promise((resolve) => setTimeout(resolve, 10));
  Object.assign(signal, { aborted: true, reason: new Error("enough") });
  for (const listener of listeners) listener();
  await assert.rejects(waiting, /enough/);
  await assert.rejects(fetch("/v2/assistants/", { signal }), /enough/);
  await assert.rejects(fetch("/v2/assistants/", { signal: { aborted: true } }), { name: "AbortError" });
});

test("W35: the control endpoints work in process too", async () => {
  const { fetch } = createSandbox();
  assert.equal((await fetch("/__sandbox/fail", { method: "POST", body: '{"status":500}' })).status, 200);
  const headers = { authorization: "Bearer x" };
  assert.equal((await fetch("/v2/assistants/", { headers })).status, 500);
  assert.equal((await fetch("/v2/assistants/", { headers })).status, 200);
});
