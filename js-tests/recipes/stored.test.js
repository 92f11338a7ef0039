/** What the webhook receivers share: reconciliation, storage by several processes, failures, and the README. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import Database from "libsql";
import { webhooks } from "synthflow-wasm";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { createHandler } from "../../examples-web/webhooks/handler.mjs";
import { recordOf } from "../../examples-web/webhooks/record.mjs";
import { createStorage } from "../../examples-web/webhooks/storage.mjs";
import { commandsIn, isPrinted } from "./console.js";
import { folder, SECRET, startReceiver } from "./receivers.js";

const readme = readFileSync(join(folder, "README.md"), "utf8");
const start_time = Date.parse("2026-04-02T10:00:00Z");
const phone = "+14155550123";
const executed_actions = { info_extractor_order_number: { return_value: "A-17" } };
const call = (call_id, fields) => ({
  call_id,
  model_id: "agent-1",
  phone,
  start_time,
  executed_actions,
  ...fields,
});

const eventOf = (call_id) => ({
  status: "completed",
  lead: { name: "Ada", phone_number: phone },
  call: { call_id, status: "completed", duration: 35, start_time: "2026-04-02T10:00:00Z" },
  executed_actions,
});

const signed = async (call_id) => ({
  body: JSON.stringify(eventOf(call_id)),
  headers: { "synthflow-signature": await webhooks.sign(call_id, SECRET) },
});

const rowsIn = (path) => {
  const database = new Database(path);
  try {
    return database.prepare("SELECT call_id, source, order_number, number FROM calls ORDER BY call_id").all();
  } finally {
    database.close();
  }
};

/** Runs a test with a sandbox and a database; `reconcile` runs the script. */
const withCalls = async (run) => {
  const dir = mkdtempSync(join(tmpdir(), "reconcile-"));
  const { url, sandbox, close } = await serveSandbox({
    seed: {
      agents: [
        { model_id: "agent-1", type: "outbound", name: "Reminder" },
        { model_id: "agent-2", type: "inbound", name: "Front desk" },
      ],
      calls: [
        call("call-1"),
        call("call-2", { status: "left_voicemail" }),
        call("call-3", { model_id: "agent-2", status: "busy", executed_actions: {} }),
        call("call-4", { status: "in-progress" }),
        call("call-5", { start_time: Date.parse("2026-05-01T00:00:00Z") }),
      ],
    },
  });
  const database = join(dir, "calls.db");
  const env = { ...process.env, SYNTHFLOW_BASE_URL: url, SYNTHFLOW_API_KEY: "test", DATABASE: database };
  const reconcile = (args) =>
    new Promise((resolve) => {
      const command = [join(folder, "reconcile.mjs"), ...args];
      execFile(process.execPath, command, { env, timeout: 60_000 }, (error, stdout, stderr) =>
        resolve({ code: error ? error.code : 0, stdout: stdout.trimEnd(), stderr: stderr.trimEnd() }),
      );
    });
  try {
    await run({ sandbox, database, reconcile });
  } finally {
    await close();
    rmSync(dir, { recursive: true, force: true });
  }
};

test("reconcile: stores what no webhook delivered, once, as the README says", () =>
  withCalls(async ({ database, reconcile }) => {
    const receiver = await startReceiver("Hono", { DATABASE: database });
    try {
      const { body, headers } = await signed("call-1");
      assert.equal((await fetch(receiver.url, { method: "POST", headers, body })).status, 200);
      for (const { words, expected } of commandsIn(readme)) {
        const { code, stdout, stderr } = await reconcile(words.slice(2));
        assert.equal(code, 0, stderr);
        assert.ok(isPrinted(stdout, expected), stdout);
      }
      // An event that arrives late has no effect.
      const late = await signed("call-2");
      await fetch(receiver.url, { method: "POST", headers: late.headers, body: late.body });
      assert.deepEqual(rowsIn(database), [
        { call_id: "call-1", source: "webhook", order_number: "A-17", number: phone },
        { call_id: "call-2", source: "list", order_number: "A-17", number: phone },
        { call_id: "call-3", source: "list", order_number: null, number: phone },
      ]);
    } finally {
      receiver.close();
    }
  }));

test("reconcile: after a failure, the next run stores the rest", () =>
  withCalls(async ({ sandbox, database, reconcile }) => {
    const args = ["--agent", "agent-1", "--from", "2026-04-01", "--to", "2026-05-02"];
    sandbox.fail({ operation: "calls.get", status: 403 });
    const { code, stderr } = await reconcile(args);
    assert.equal(code, 1);
    assert.match(stderr, /^403/);
    assert.match((await reconcile(args)).stdout, /3 calls ended, 3 of them without a webhook$/);
    assert.deepEqual(
      rowsIn(database).map(({ call_id }) => call_id),
      ["call-1", "call-2", "call-5"],
    );
    assert.equal((await reconcile([])).stdout, "0 calls ended, 0 of them without a webhook");
  }));

test("two receivers with one database: each call is stored once, and no event is refused", async () => {
  const dir = mkdtempSync(join(tmpdir(), "shared-"));
  const database = join(dir, "calls.db");
  const started = [];
  try {
    for (const name of ["Express", "Fastify"])
      started.push(await startReceiver(name, { DATABASE: database }));
    const ids = Array.from({ length: 100 }, (_, index) => `call-${String(index).padStart(3, "0")}`);
    const statuses = await Promise.all(
      ids.flatMap((id) =>
        started.map(async ({ url }) => (await fetch(url, { method: "POST", ...(await signed(id)) })).status),
      ),
    );
    assert.deepEqual([...new Set(statuses)], [200]);
    assert.deepEqual(
      rowsIn(database).map(({ call_id }) => call_id),
      ids,
    );
  } finally {
    for (const { close } of started) close();
    rmSync(dir, { recursive: true, force: true });
  }
});

test("if the storage fails, the event is not acknowledged, and a caller reaches the agent", async (context) => {
  context.mock.method(console, "error", () => {});
  const fail = () => {
    throw new Error("the disk is full");
  };
  const receive = createHandler({
    secret: SECRET,
    token: "t",
    storage: { save: fail, has: fail, caller: fail },
  });
  await assert.rejects(receive(await signed("a")), /disk is full/);
  const body = JSON.stringify({ event: "call_inbound", call_inbound: { from_number: phone } });
  const { status, text } = await receive({ body, headers: {}, token: "t" });
  assert.deepEqual(
    [status, JSON.parse(text).call_inbound],
    [200, { override_model_id: "", custom_variables: {} }],
  );
});

test("the README lists every receiver, and the reply is the real one", async () => {
  const links = [...readme.matchAll(/\]\(([\w./]+\.(?:mjs|js|jsonc))\)/g)].map(([, name]) => name);
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(mjs|js|jsonc)$/.test(name));
  assert.deepEqual([...new Set(links)].sort(), names.map((name) => name.replaceAll("\\", "/")).sort());

  const database = new Database(":memory:");
  const storage = createStorage((query, ...values) => database.prepare(query).all(...values));
  const receive = createHandler({ secret: SECRET, token: "t", storage });
  await receive(await signed("a"));
  const body = JSON.stringify({ event: "call_inbound", call_inbound: { from_number: phone } });
  const { text } = await receive({ body, headers: {}, token: "t" });
  assert.deepEqual(JSON.parse(readme.match(/```json\n(.*)\n```/)[1]), JSON.parse(text));
});

test("a record is narrowed: values of other types are left out", () => {
  const of = (executed_actions) => recordOf({ call_id: "a", status: "completed", executed_actions });
  const booked = (action) => of({ "Book an appointment": action }).appointment;
  assert.equal(booked({ return_value: { start: "9:30" } }), "9:30");
  for (const action of [
    null,
    {},
    { return_value: null },
    { return_value: "9:30" },
    { return_value: { start: 930 } },
    { return_value: { start: "9:30" }, error_message: "taken" },
  ])
    assert.equal(booked(action), null, JSON.stringify(action));
  for (const actions of [null, undefined, {}, { extract_info_order_number: { return_value: ["A"] } }])
    assert.equal(of(actions).order_number, null);
  assert.throws(() => recordOf({ status: "completed" }), /without an id/);
});
