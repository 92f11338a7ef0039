/** The options of a proxy: it does not start open, and a mistake in them throws. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createNodeHandler, createProxy } from "synthflow-wasm/proxy";
import { operations } from "../../pkg-template/generated/operations.js";
import { isNamedOnly } from "../../pkg-template/proxy/allow.js";
import { KEY, withProxy } from "./support.js";

const create = (options) => createProxy({ apiKey: KEY, authorize: () => true, ...options });

test("without authorize it does not start", () => {
  for (const options of [{}, { authorize: undefined }, { localOnly: false }]) {
    assert.throws(() => createProxy({ apiKey: KEY, ...options }), /pass authorize/);
  }
  assert.throws(() => create({ localOnly: true }), /pass authorize, .* or/);
  assert.throws(() => createProxy({ apiKey: KEY, authorize: "yes" }), /authorize: expected a function/);
});

test("localOnly throws in production", (context) => {
  const before = process.env.NODE_ENV;
  context.after(() => {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  });
  process.env.NODE_ENV = "production";
  assert.throws(() => createProxy({ apiKey: KEY, localOnly: true }), /NODE_ENV is production/);
});

test("an Object.prototype that a script has added to does not open it", (context) => {
  context.after(() => {
    delete Object.prototype.localOnly;
    delete Object.prototype.authorize;
  });
  Object.prototype.localOnly = true;
  assert.throws(() => createProxy({ apiKey: KEY }), /pass authorize/);
});

test("a misspelled option or operation throws, with the most similar name", () => {
  assert.throws(
    () => create({ origin: ["https://a.example"] }),
    /there is no option "origin"; did you mean "origins"\?/,
  );
  assert.throws(
    () => create({ allow: ["calls.creat"] }),
    /no operation "calls.creat"; did you mean "calls.create"\?/,
  );
  assert.throws(() => create({ allow: ["agent.*"] }), /did you mean "agents\.\*"\?/);
  assert.throws(() => create({ allow: ["Agents.list"] }), /no operation/);
  assert.throws(() => create({ allow: ["*.list"] }), /no operation/);
  assert.throws(() => create({ allow: "agents.*" }), /expected an array/);
  for (const name of ["constructor", "__proto__", "toString", "agents", "", "agents.", 5, null]) {
    assert.throws(() => create({ allow: [name] }), /no operation/, String(name));
  }
});

test("a handler of what is no proxy throws", () => {
  for (const proxy of [undefined, {}, Promise.resolve(() => {})])
    assert.throws(
      () => createNodeHandler(proxy),
      /createNodeHandler: expected the function that createProxy returns/,
    );
  const options = { maxBodyBytes: 5 };
  assert.throws(() => createNodeHandler(() => {}, options), /, and nothing else/);
});

test("options of the wrong type throw", () => {
  for (const [name, value] of [
    ["origins", []],
    ["origins", ["https://app.example/"]],
    ["origins", ["app.example"]],
    ["origins", ["null"]],
    ["origins", ["*"]],
    ["origins", ["https://*.app.example"]],
    ["origins", ["https://app.example", "*://app.example"]],
    ["origins", ["capacitor://localhost/"]],
    ["origins", ["chrome-extension://*"]],
    ["origins", ["file://"]],
    ["basePath", "synthflow"],
    ["basePath", "/synthflow/"],
    ["basePath", "/.."],
    ["maxBodySize", 0],
    ["bodyTimeout", "5"],
    ["timeout", 600_000],
    ["maxRetries", 5],
    ["validation", "warn"],
    ["store", { get: () => null, set: () => null }],
    ["onError", {}],
    ["apiKey", null],
  ]) {
    assert.throws(
      () => create({ [name]: value }),
      new RegExp(`option ${name}: expected`),
      `${name}: ${value}`,
    );
  }
});

/** The operations that a proxy with these options allows: it refuses others before it looks at anything else. */
const allowedBy = async (options) =>
  withProxy(options, async ({ send }) => {
    const found = [];
    for (const { name, method, path, isLegacy } of operations) {
      if (isLegacy) continue;
      const response = await send(method, path.replace(/\{\w+\}/g, "17x01"));
      const { detail } = await response.json();
      if (!String(detail).includes("this proxy does not allow")) found.push(name);
    }
    return found;
  });

test("by default it allows reading, and editing agents", async () => {
  const expected = operations
    .filter(({ name, retryPolicy, isLegacy }) => {
      const isDefault = retryPolicy === "safe" || name === "agents.create" || name === "agents.update";
      return isDefault && !isLegacy;
    })
    .map(({ name }) => name);
  assert.deepEqual(await allowedBy({ allow: undefined }), expected);
});

test("a pattern does not cover what rings, sends, runs something or costs", async () => {
  const named = operations.filter(isNamedOnly).map(({ name }) => name);
  for (const name of [
    "calls.create",
    "calls.startWebSocketMedia",
    "batchCalls.create",
    "batchCalls.resume",
    "actions.initialize",
    "chats.create",
    "chats.sendMessage",
    "chats.createOutbound",
    "phoneNumbers.importCustom",
    "subaccounts.create",
    "simulationCases.generate",
    "simulationSuites.execute",
    "simulationRuns.start",
    "simulations.create",
    "simulations.generate",
    "simulations.start",
    "mcp.set",
    "mcp.discoverTools",
    "mcp.invokeTool",
    "mcp.update",
    "subaccounts.update",
  ]) {
    assert.ok(named.includes(name), name);
  }
  const all = await allowedBy({ allow: ["*"] });
  assert.deepEqual(
    all.filter((name) => named.includes(name)),
    [],
  );
  assert.ok(all.includes("agents.delete") && all.includes("contacts.update"));
  assert.deepEqual(await allowedBy({ allow: ["calls.*", "calls.create"] }), [
    "calls.create",
    "calls.list",
    "calls.get",
    "calls.getWebSocketMediaBaseUrl",
  ]);
  const nested = await allowedBy({ allow: ["knowledgeBases.sources.*"] });
  assert.deepEqual(
    nested,
    ["list", "create", "update", "delete"].map((name) => `knowledgeBases.sources.${name}`),
  );
});

test("the refusal of an operation says how to allow it", async () => {
  await withProxy({ allow: ["calls.*"] }, async ({ place, delivered }) => {
    const response = await place();
    assert.equal(response.status, 405);
    assert.equal(response.headers.get("allow"), "GET");
    assert.match((await response.json()).detail, /calls\.create; .*by its own name: no pattern/);
    assert.equal(delivered.length, 0);
  });
});

test("/calls/batch is not a call with the id batch, and a shared route is that of the allowed operation", async () => {
  await withProxy({ allow: ["calls.get", "simulations.list"] }, async ({ send, delivered }) => {
    assert.equal((await send("GET", "/calls/batch")).status, 405);
    assert.equal((await send("GET", "/calls/outbound-test-ws-media/base-url")).status, 405);
    assert.equal((await send("POST", "/simulations", { body: {} })).status, 405);
    assert.equal(delivered.length, 0);
    assert.equal((await send("GET", "/simulations?page_number=2")).status, 200);
    assert.equal(delivered[0].url, "/v2/simulations?page_number=2");
  });
});

test("L19, L26: plain http in a private network and the options of fetch are those of its client", async () => {
  const seen = [];
  const fetch = async (url, init) => {
    seen.push([new URL(url).origin, init.dispatcher]);
    return Response.json({ status: "ok", response: { assistants: [] } });
  };
  const options = { baseURL: "http://sandbox:4010/v2", fetch, fetchOptions: { dispatcher: "mine" } };
  assert.throws(() => create(options), /set dangerouslyAllowHttp/);
  const proxy = create({ ...options, dangerouslyAllowHttp: true });
  const { status } = await proxy(new Request("http://a.example/synthflow/assistants"));
  assert.deepEqual([status, ...seen], [200, ["http://sandbox:4010", "mine"]]);
  assert.throws(() => create({ fetchOptions: { method: "POST" } }), /method is set by the client/);
});
