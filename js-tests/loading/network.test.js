/** What servers see, which base URLs are allowed, and how the end of a signal is reported. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow, VERSION } from "synthflow-wasm";
import { rejection, withServer } from "../support/server.js";
import { recording } from "./recording.js";

test("L27: the User-Agent names the package and the runtime; the caller's own comes first", async () => {
  await withServer(
    () => ({ status: "ok", response: { assistants: [] } }),
    async ({ client, delivered }) => {
      await client().agents.list();
      const runtime = globalThis.navigator?.userAgent ?? `Node.js/${process.versions.node}`;
      assert.equal(delivered[0].headers["user-agent"], `synthflow-wasm/${VERSION} (${runtime})`);
      await client({ defaultHeaders: { "User-Agent": "mine/1" } }).agents.list();
      assert.equal(delivered[1].headers["user-agent"], "mine/1");
    },
  );
});

for (const [what, navigator, expected] of [
  ["no navigator", undefined, `(Node.js/${process.versions.node})`],
  ["Cloudflare's", { userAgent: "Cloudflare-Workers" }, "(Cloudflare-Workers)"],
  ["one that no header can have", { userAgent: "a\r\nx-evil: 1" }, ""],
  ["one that is not a string", { userAgent: 5 }, "(5)"],
]) {
  test(`L27: the runtime with ${what}`, async () => {
    const { fetch, seen } = recording();
    const known = Object.getOwnPropertyDescriptor(globalThis, "navigator");
    Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
    try {
      await new Synthflow({ apiKey: "a", fetch }).agents.list();
    } finally {
      if (known) Object.defineProperty(globalThis, "navigator", known);
      else delete globalThis.navigator;
    }
    assert.equal(seen[0].headers["user-agent"], `synthflow-wasm/${VERSION} ${expected}`.trim());
  });
}

test("L27: a page sends its own", async () => {
  const { fetch, seen } = recording();
  globalThis.window = { document: {} };
  try {
    await new Synthflow({ apiKey: null, fetch }).agents.list();
  } finally {
    delete globalThis.window;
  }
  assert.equal(seen[0].headers["user-agent"], undefined);
});

for (const [what, replace] of Object.entries({
  "the host's fetch": (own) => own,
  "a fetch that a framework has replaced": (own) => (url, init) => own(url, init),
})) {
  test(`L18: a path as baseURL on a server, ${what}: refused before anything is sent, with the reason`, async () => {
    const own = globalThis.fetch;
    globalThis.fetch = replace(own);
    try {
      const client = new Synthflow({ apiKey: null, baseURL: "/synthflow" });
      for (const promise of [client.agents.list(), client.agents.delete("a")]) {
        const error = await rejection(promise);
        assert.deepEqual([error.name, error.attempts, error.outcome], ["SynthflowError", 1, "not-sent"]);
        assert.match(
          error.message,
          /baseURL is a path and this page has no origin; on a server, it must be a URL/,
        );
      }
    } finally {
      globalThis.fetch = own;
    }
  });
}

test("L18: a fetch that is passed as an option may resolve a path", async () => {
  const urls = [];
  const fetch = async (url) => {
    urls.push(url);
    return Response.json({ response: { assistants: [] } });
  };
  await new Synthflow({ apiKey: null, baseURL: "/synthflow", fetch }).agents.list();
  assert.ok(urls[0].startsWith("/synthflow/assistants"));
});

const plainHosts = [
  "sandbox:4010",
  "host.docker.internal:4010",
  "10.0.0.7",
  "192.168.1.5:80",
  "api.corp.example",
];
for (const host of plainHosts) {
  test(`L19: plain http to ${host} needs dangerouslyAllowHttp, which the message names`, async () => {
    const { fetch, seen } = recording();
    const options = { apiKey: "test", baseURL: `http://${host}/v2`, fetch };
    for (const no of [undefined, false]) {
      assert.throws(
        () => new Synthflow({ ...options, dangerouslyAllowHttp: no }),
        /in a private network, set dangerouslyAllowHttp$/,
      );
    }
    assert.throws(() => new Synthflow({ ...options, dangerouslyAllowHttp: "yes" }), /expected true or false/);
    await new Synthflow({ ...options, dangerouslyAllowHttp: true }).agents.list();
    assert.ok(seen[0].url.startsWith(`http://${host}/v2/`));
  });
}

test("L19: never to Synthflow itself, and nothing else becomes allowed", () => {
  for (const baseURL of [
    "http://api.synthflow.ai/v2",
    "http://api.us.synthflow.ai",
    "http://api.synthflow.ai:8080/v2",
    "http://API.SYNTHFLOW.AI/v2",
    "http://api.synthflow%2eai/v2",
    "http://api%2Esynthflow.ai",
    "http://",
    "http:///v2",
    "ftp://sandbox",
    "http://user@sandbox",
    "http://sandbox?key=1",
    "//sandbox",
  ]) {
    const options = { apiKey: "test", baseURL, dangerouslyAllowHttp: true };
    assert.throws(() => new Synthflow(options), /baseURL/, baseURL);
  }
});

test("L15: a signal that timed out says so; the cause is its reason", async () => {
  const silent = () => new Promise(() => {});
  const client = new Synthflow({ apiKey: "test", fetch: silent });
  const late = await rejection(client.agents.list({}, { signal: AbortSignal.timeout(20) }));
  assert.equal(late.message, "timed out by the caller's signal");
  assert.deepEqual([late.name, late.cause.name], ["APIAbortError", "TimeoutError"]);
  const joined = AbortSignal.any([AbortSignal.timeout(20), new AbortController().signal]);
  assert.equal((await rejection(client.agents.list({}, { signal: joined }))).message, late.message);
  const waited = await rejection(client.calls.wait("c", { signal: AbortSignal.timeout(20) }));
  assert.match(waited.message, /^timed out by the caller's signal; the call continues/);
  const aborted = await rejection(client.agents.list({}, { signal: AbortSignal.abort() }));
  assert.equal(aborted.message, "aborted by the caller's signal");
  assert.deepEqual([aborted.name, aborted.cause.name], ["APIAbortError", "AbortError"]);
  const reason = new Error("the user left");
  const left = await rejection(client.agents.list({}, { signal: AbortSignal.abort(reason) }));
  assert.deepEqual([left.message, left.cause], ["aborted by the caller's signal", reason]);
});
