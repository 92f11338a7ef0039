/** Clients and pages behind proxies, as in frameworks, and what `require` returns. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { inspect } from "node:util";
import { reactive, readonly, ref, shallowReactive } from "@vue/reactivity";
import * as main from "synthflow-wasm";
import { rejection } from "../support/server.js";
import { recording } from "./recording.js";

const { Synthflow, ValidationError, VERSION } = main;
const require = createRequire(import.meta.url);

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

for (const entry of ["node", "slim"]) {
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

test("a page that is not awaited says so, and is still awaited and printed as before", async () => {
  const client = new Synthflow({ apiKey: "test", fetch: recording().fetch });
  const list = client.agents.list();
  for (const name of ["data", "total", "hasNextPage", "getNextPage"])
    assert.throws(() => list[name], { name: "SynthflowError", message: /await the list first/ });
  assert.ok(!inspect(list, { showHidden: true }).includes("await the list"));
  assert.deepEqual(Object.keys(list), []);
  assert.equal((await list).data.length, 2);
});
