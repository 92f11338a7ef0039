/** The files of the guides on webhooks and exporting calls, on a sandbox: running calls, failed reads, several pages, both frameworks. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Synthflow } from "synthflow-wasm";
import { createSandbox, webhookFixture } from "synthflow-wasm/sandbox";
import { blocks } from "./blocks.js";

const folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "made-"));
after(() => rmSync(folder, { recursive: true }));
for (const { isFile, name, code, page } of blocks)
  if (isFile && /webhooks\.md|exporting-calls\.md/.test(page)) writeFileSync(join(folder, name), code);
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
const load = (name) => import(pathToFileURL(join(folder, name)).href);

const agents = ["a", "b"].map((model_id) => ({ model_id, type: "outbound", name: model_id }));
const person = { name: "Sam", phone: "+14155550123" };
const start = (options) => {
  const sandbox = createSandbox({ callDuration: 0, seed: { agents }, ...options });
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch, maxRetries: 0, logLevel: "off" });
  return { sandbox, client };
};

test("onEnded: a running call is not stored, and is when it has ended; a failed read is repeated", async () => {
  const { onEnded, stored } = await load("ended.js");
  const { sandbox, client } = start();
  const { call_id } = await client.calls.create({ ...person, model_id: "a" });
  await onEnded(client, call_id);
  assert.equal(stored.has(call_id), false);
  await client.calls.wait(call_id, { interval: 1 });
  sandbox.fail({ operation: "calls.get", status: 400 });
  await assert.rejects(onEnded(client, call_id), { status: 400 });
  assert.equal(stored.has(call_id), false);
  await onEnded(client, call_id);
  assert.equal(stored.get(call_id).status, "completed");
  const reads = sandbox.requests.length;
  await onEnded(client, call_id);
  assert.equal(sandbox.requests.length, reads);
});

test("reconcile: the calls of all agents that have ended, and those that end later in the next run", async () => {
  const { reconcile, stored } = await load("ended.js");
  let time = Date.now();
  const { client } = start({ callDuration: 1000, now: () => time, seed: { agents, ids: 2 } });
  const ids = [];
  for (const { model_id } of agents) ids.push((await client.calls.create({ ...person, model_id })).call_id);
  await reconcile(client);
  assert.deepEqual(
    ids.filter((id) => stored.has(id)),
    [],
  );
  time += 1000;
  await reconcile(client);
  assert.deepEqual(
    ids.filter((id) => stored.has(id)),
    ids,
  );
});

test("exportCalls: more than a page of several agents, once; running ones apart; a list that is short is named", async () => {
  const { exportCalls } = await load("export.js");
  const at = Date.parse("2026-04-02T10:00:00Z");
  const many = Array.from({ length: 230 }, (_, index) => ({
    call_id: `call-${index}`,
    model_id: index % 10 === 0 ? "b" : "a",
    phone: person.phone,
    start_time: at + index,
  }));
  const calls = [
    ...many,
    { ...many[0], call_id: "running", status: "in-progress" },
    { ...many[0], call_id: "next day", start_time: at + 86_400_000 },
  ];
  const { sandbox, client } = start({ seed: { agents, calls } });
  const period = { from_date: new Date(at), to_date: new Date(at + 86_400_000) };
  const all = await exportCalls(client, period, ["a", "b", "deleted"]);
  assert.deepEqual([all.calls.size, [...all.running], all.incomplete], [230, ["running"], []]);
  const short = { pagination: { total_records: 2, limit: 100, offset: 0 }, calls: [{ call_id: "x" }] };
  sandbox.fail({ operation: "calls.list", status: 200, body: { response: short } });
  sandbox.fail({ operation: "calls.list", status: 200, body: { response: { ...short, calls: [] } } });
  assert.deepEqual((await exportCalls(client, period, ["a"])).incomplete, ["a"]);
});

const listening = {
  "express-app.js": async (app) => {
    const server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    return [`http://127.0.0.1:${server.address().port}`, () => server.close()];
  },
  "fastify-app.js": async (app) => [await app.listen({ port: 0, host: "127.0.0.1" }), () => app.close()],
};

for (const [name, listen] of Object.entries(listening)) {
  test(`${name}: signed events, a long transcript, a wrong signature, a missing secret, a check`, async () => {
    process.env.WEBHOOK_SECRET = "secret";
    process.env.WEBHOOK_TOKEN = "token";
    const { app } = await load(name);
    const { ended } = await load("webhook.js");
    const [url, close] = await listen(app);
    const post = async (kind, overrides, secret = "secret") => {
      const { body, headers } = await webhookFixture(kind, overrides, secret);
      const response = await fetch(`${url}/webhook?token=token`, { method: "POST", body, headers });
      return [response.status, await response.text()];
    };
    try {
      const call = { call_id: name, transcript: "\nbot: Hello".repeat(200_000) };
      assert.deepEqual(await post("completed", { call }), [200, ""]);
      assert.ok(ended.has(name));
      assert.deepEqual(await post("completed", { call: { call_id: "x" } }, "another"), [401, ""]);
      assert.deepEqual(await post("check"), [200, ""]);
      const [status, text] = await post("inbound");
      assert.equal(status, 200);
      assert.deepEqual(JSON.parse(text).call_inbound.custom_variables, { vip: "yes" });
      process.env.WEBHOOK_SECRET = "";
      assert.deepEqual(await post("completed", { call: { call_id: "x" } }), [500, ""]);
      assert.equal(ended.has("x"), false);
    } finally {
      await close();
    }
  });
}
