/** Habits of users of other clients: proxies of objects, `require` as a constructor, `withOptions`, `fetchOptions`. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { inspect } from "node:util";
import { reactive, readonly, ref, shallowReactive } from "@vue/reactivity";
import * as main from "synthflow-wasm";
import { rejection, withServer } from "../support/server.js";

const { Synthflow, SynthflowError, ValidationError, VERSION } = main;
const require = createRequire(import.meta.url);

/** A `fetch` that records its arguments, and responds with the pages of a list of agents. */
const recording = (total = 5) => {
  const seen = [];
  const fetch = async (url, init) => {
    seen.push({ url, ...init });
    const from = Number(new URL(url).searchParams.get("offset") ?? 0);
    const assistants = Array.from({ length: Math.min(2, total - from) }, (_, at) => ({
      model_id: `${from + at}`,
    }));
    const pagination = { total_records: total, limit: 2, offset: from };
    return Response.json({ status: "ok", response: { pagination, assistants } });
  };
  return { fetch, seen };
};

/** Every object of it behind a proxy, as some libraries for state have it. */
const deep = (object) =>
  new Proxy(object, {
    get: (target, name, receiver) => {
      const value = Reflect.get(target, name, receiver);
      const isFixed = Object.getOwnPropertyDescriptor(target, name)?.configurable === false;
      return typeof value === "object" && value && !isFixed ? deep(value) : value;
    },
  });

for (const [name, wrap] of Object.entries({
  "a Proxy": (value) => new Proxy(value, {}),
  "a deep Proxy": deep,
  "reactive of Vue": (value) => reactive({ value }).value,
  "ref of Vue": (value) => ref(value).value,
  "readonly of Vue": (value) => readonly({ value }).value,
  "shallowReactive of Vue": shallowReactive,
  "an object with it as the prototype": Object.create,
})) {
  test(`L13: a client works behind ${name}`, async () => {
    const { fetch, seen } = recording();
    const client = wrap(new Synthflow({ apiKey: "test-key", fetch }));
    assert.equal((await client.agents.list({ limit: 2 })).data.length, 2);
    assert.equal((await client.agents.list().toArray()).length, 5);
    assert.equal((await client.check()).ok, true);
    assert.ok(await client.request("GET", "/voices"));
    const derived = client.withOptions({ defaultHeaders: { "x-a": "1" } });
    assert.equal((await derived.agents.list().toArray({ limit: 3 })).length, 3);
    assert.equal(seen.at(-1).headers["x-a"], "1");
    assert.equal(typeof client.agents.toUpdate, "function");
    const { data, response } = await client.agents.list().withResponse();
    assert.equal(data.total, 5);
    assert.equal(response.status, 200);
    assert.ok((await rejection(client.agents.create({}))) instanceof ValidationError);
  });

  test(`L13: a page works behind ${name}`, async () => {
    const client = new Synthflow({ apiKey: "test-key", fetch: recording().fetch });
    let page = wrap(await client.agents.list({ limit: 2 }));
    assert.equal(page.hasNextPage(), true);
    assert.equal((await page.toArray({ limit: 3 })).length, 3);
    const ids = [];
    for await (const { model_id } of page) ids.push(model_id);
    assert.deepEqual(ids, ["0", "1", "2", "3", "4"]);
    page = wrap(await page.getNextPage());
    page = wrap(await page.getNextPage());
    assert.deepEqual([page.data.length, page.total, page.hasNextPage()], [1, 5, false]);
    assert.match((await rejection(page.getNextPage())).message, /there is no next page/);
  });
}

test("L13: neither printing nor reading a client or a page shows the key", async () => {
  const key = "sk-a-secret-key-123456";
  const client = new Synthflow({ apiKey: key, fetch: recording().fetch, defaultHeaders: { "x-token": key } });
  const page = await client.agents.list();
  for (const value of [client, page, reactive({ client }), client.withOptions({ maxRetries: 1 })]) {
    assert.ok(!inspect(value, { showHidden: true, depth: 9 }).includes("secret"));
    assert.ok(!JSON.stringify(value).includes("secret"));
    for (const name of Reflect.ownKeys(value))
      assert.ok(!inspect(value[name], { showHidden: true, depth: 9 }).includes("secret"), String(name));
  }
  assert.deepEqual(Object.keys(page), ["data", "total"]);
  assert.ok(!Object.keys(client).some((name) => /request|check|with/.test(name)));
});

for (const entry of ["node", "index", "slim"]) {
  test(`L16: require of ${entry}.cjs is the class, and has all other exports`, async () => {
    const required = require(`../../pkg/${entry}.cjs`);
    const imported = await import(`../../pkg/${entry}.js`);
    if (entry === "slim")
      required.initSync(require("node:fs").readFileSync(require.resolve("synthflow-wasm/wasm")));
    const client = new required({ apiKey: "test", fetch: recording().fetch });
    assert.equal((await client.agents.list()).total, 5);
    assert.ok(client instanceof required.Synthflow && client instanceof required.default);
    assert.equal(required.name, "Synthflow");
    for (const name of Object.keys(imported))
      assert.equal(typeof required[name], typeof imported[name], name);
    assert.equal(required.VERSION, VERSION);
    // What TypeScript and Babel compile `import x from` to.
    assert.equal(required.__esModule, true);
    assert.ok(!Object.keys(required).includes("__esModule"));
    class Mine extends required {}
    assert.ok(new Mine({ apiKey: "test" }).withOptions({}) instanceof Mine);
  });
}

test("L16: Node finds the names of the exports when a module imports the required file", async () => {
  const names = Object.keys(await import("../../pkg/node.cjs"));
  for (const name of Object.keys(main)) assert.ok(names.includes(name), name);
});

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
