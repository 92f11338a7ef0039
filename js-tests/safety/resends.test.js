/** What hosts resend by themselves: the header by which a proxy drops copies, and what the documentation says. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { rejection, reply, withServer } from "../support/server.js";
import { withGlobal } from "./support.js";

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

const creating = {
  "a call": (client, options) => client.calls.create(call, options),
  "a message": (client, options) => client.chats.sendMessage("c", { message: "Hi" }, options),
  "an undeclared POST": (client, options) => client.request("POST", "/new", { a: 1 }, options),
};

const others = {
  "a read": (client) => client.agents.list(),
  "an update": (client) => client.agents.update("m", { name: "B" }),
  "a deletion": (client) => client.agents.delete("m"),
};

const good = () => ({ status: "ok", response: { call_id: "c", agent_message: "Hi", assistants: [] } });

/** Makes this a page of an origin, as far as the client looks. */
const at = (origin) => {
  Object.defineProperty(globalThis, "location", { value: { origin }, configurable: true });
};
afterEach(() => {
  delete globalThis.location;
});

const keysOf = (delivered) => delivered.map(({ headers }) => headers["idempotency-key"]);

test("S32: each non-idempotent request to the page's own server has a key of its own", async () => {
  await withServer(good, async ({ url, client, delivered }) => {
    at(url);
    const page = client({ apiKey: null });
    for (const run of Object.values(creating)) await run(page);
    await creating["a call"](page);
    const keys = keysOf(delivered);
    assert.equal(keys.length, 4);
    assert.ok(
      keys.every((key) => /^\S{20,}$/.test(key)),
      keys.join(),
    );
    assert.equal(new Set(keys).size, 4);
  });
});

test("S32: the key is the same over all attempts", async () => {
  const respond = (_, response, index) =>
    index < 2 ? reply(response, 429, { detail: "slow down" }, { "retry-after": "0" }) : good();
  await withServer(respond, async ({ url, client, delivered }) => {
    at(url);
    await creating["a call"](client({ apiKey: null }));
    const keys = keysOf(delivered);
    assert.equal(keys.length, 3);
    assert.equal(new Set(keys).size, 1);
    assert.ok(keys[0]);
  });
});

test("S32: a caller's own key is sent instead", async () => {
  await withServer(good, async ({ url, client, delivered }) => {
    at(url);
    await creating["a call"](client({ apiKey: null }), { headers: { "Idempotency-Key": "mine" } });
    await creating["a call"](client({ apiKey: null, defaultHeaders: { "idempotency-key": "ours" } }));
    assert.deepEqual(keysOf(delivered), ["mine", "ours"]);
  });
});

test("S32: nothing else has a key: reads, updates, and requests to another origin", async () => {
  await withServer(good, async ({ url, client, delivered }) => {
    at(url);
    for (const run of Object.values(others)) await run(client({ apiKey: null }));
    // An origin that only begins like this one is another.
    for (const origin of ["https://page.example", `${url}0`, url.slice(0, -1), ""]) {
      at(origin);
      for (const run of Object.values(creating)) await run(client({ apiKey: null }));
    }
    delete globalThis.location;
    for (const run of Object.values(creating)) await run(client());
    assert.equal(delivered.length, 18);
    assert.deepEqual(new Set(keysOf(delivered)), new Set([undefined]));
  });
});

test("S32: a path as baseURL is the page's own server, also where randomUUID is missing", async () => {
  const { randomUUID } = crypto;
  const seen = [];
  const fetch = async (_, { headers }) => {
    seen.push(headers["idempotency-key"]);
    return Response.json({ call_id: "c" });
  };
  const { Synthflow } = await import("synthflow-wasm");
  const page = new Synthflow({ apiKey: null, baseURL: "/synthflow", fetch });
  await page.calls.create(call);
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true, writable: true });
  try {
    await page.calls.create(call);
    await page.calls.create(call);
  } finally {
    Object.defineProperty(crypto, "randomUUID", { value: randomUUID, configurable: true, writable: true });
  }
  assert.equal(new Set(seen).size, 3);
  assert.ok(seen.every((key) => key.length > 15));
});

test("S32: a path as baseURL is on the page's own origin, whatever the page's <base> says", async () => {
  const { Synthflow } = await import("synthflow-wasm");
  const urls = [];
  const fetch = async (url) => {
    urls.push(url);
    return Response.json({ call_id: "c" });
  };
  at("https://page.example");
  await new Synthflow({ apiKey: null, baseURL: "/synthflow", fetch }).calls.create(call);
  // A page without an origin of its own, such as a sandboxed frame.
  at("null");
  await new Synthflow({ apiKey: null, baseURL: "/synthflow", fetch }).calls.create(call);
  assert.deepEqual(urls, ["https://page.example/synthflow/calls", "/synthflow/calls"]);
});

test("S32: a page without an origin sends no path; an iframe with srcdoc has the origin of its creator", async () => {
  const { Synthflow } = await import("synthflow-wasm");
  const urls = [];
  const fetch = async (url) => {
    urls.push(url);
    return Response.json({ call_id: "c" });
  };
  await withGlobal("window", { document: {} }, async () => {
    const create = () => new Synthflow({ apiKey: null, baseURL: "/synthflow", fetch }).calls.create(call);
    for (const origin of [undefined, "null", "", "file://"]) {
      at(origin);
      const error = await rejection(create());
      assert.match(error.message, /this page has no origin/, origin);
      assert.equal(error.outcome, "not-sent");
    }
    assert.deepEqual(urls, []);
    at("null");
    await withGlobal("origin", "https://page.example", async () => {
      // Any script of the page can replace its own, but not the top page.
      for (const top of [undefined, { location: { origin: "https://other.example" } }]) {
        const error = await withGlobal("top", top, () => rejection(create()));
        assert.equal(error.outcome, "not-sent");
      }
      await withGlobal("top", { location: { origin: "https://page.example" } }, create);
    });
  });
  assert.deepEqual(urls, ["https://page.example/synthflow/calls"]);
});

test("S32: a lost response is delivered once by the client, and the error says so", async () => {
  await withServer(
    (_, response) => void response.socket.destroy(),
    async ({ url, client, delivered }) => {
      at(url);
      const error = await rejection(creating["a call"](client({ apiKey: null })));
      assert.deepEqual([error.outcome, error.attempts, delivered.length], ["unknown", 1, 1]);
    },
  );
});

const documentation = readFileSync(new URL("../../docs/reliability.md", import.meta.url), "utf8");

test("S36: the documentation says when Next.js places calls at build time, and what to use instead", () => {
  assert.match(documentation, /next build/);
  assert.match(documentation, /server action/i);
  assert.match(documentation, /force-dynamic/);
});

test("S32, S33: the documentation has the measured table of hosts", () => {
  const table = documentation.match(/<!-- resends -->[\s\S]*<!-- \/resends -->/)?.[0] ?? "";
  for (const host of ["Node", "Deno", "Bun", "workerd", "Chromium", "Firefox", "WebKitGTK"]) {
    assert.match(table, new RegExp(host), host);
  }
  assert.match(table, /\| status 421 \| new \| \*\*twice\*\*/);
  assert.match(documentation, /RFC 9110/);
});
