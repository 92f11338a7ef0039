/** The webhook receivers, each started as a process: with signed events, and with the deliveries of the sandbox. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Database from "libsql";
import { Synthflow, webhooks } from "synthflow-wasm";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { receivers, SECRET, startReceiver, TOKEN } from "./receivers.js";

const CALLER = "+14155550123";

/** The reply that the README of the receivers shows. */
const readme = readFileSync(new URL("../../examples-web/webhooks/README.md", import.meta.url), "utf8");
const shown = JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(readme)[1]).call_inbound.custom_variables;

/** An event after a call, as real accounts send it: with JSON in strings. */
const ended = (call_id, { call = {}, ...fields } = {}) => ({
  status: "completed",
  lead: { name: "Ada", phone_number: CALLER, prompt_variables: {} },
  call: {
    call_id,
    status: "completed",
    duration: "35",
    start_time: "2026-04-02T10:00:00Z",
    transcript: "",
    ...call,
  },
  executed_actions: {
    extract_info_order_number: { return_value: '{"order_number":"A-17"}' },
    "Book an appointment": { return_value: '{"start":"2026-05-04T09:30:00Z"}' },
  },
  ...fields,
});

const inbound = (from_number) => ({
  event: "call_inbound",
  call_inbound: { from_number, to_number: "+15005550000" },
});

/** Posts an event, signed unless `signature` is given. */
const post = async (url, event, signature) => {
  const id = event.call?.call_id;
  const header = signature ?? (id && (await webhooks.sign(id, SECRET)));
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(header && { "synthflow-signature": header }) },
    body: JSON.stringify(event),
  });
  return { status: response.status, text: await response.text() };
};

/** The calls in a file of SQLite. */
const stored = (path) => {
  const database = new Database(path);
  try {
    return database
      .prepare("SELECT call_id, seconds, order_number, appointment, source FROM calls ORDER BY call_id")
      .all();
  } finally {
    database.close();
  }
};

/** What the agent is given when somebody calls. */
const variablesOf = async (url, number) => {
  const { status, text } = await post(`${url}?token=${TOKEN}`, inbound(number));
  assert.equal(status, 200, text);
  const { override_model_id, custom_variables } = JSON.parse(text).call_inbound;
  assert.equal(override_model_id, "");
  return custom_variables;
};

const signed = async (url) => {
  assert.deepEqual(await variablesOf(url, CALLER), { previous_calls: "0", last_order: "" });
  assert.deepEqual(await post(url, ended("a")), { status: 200, text: "" });
  // A second event of the same call, and one with another body, have no effect.
  assert.equal((await post(url, ended("a"))).status, 200);
  assert.equal((await post(url, ended("a", { lead: { phone_number: "+14155550999" } }))).status, 200);
  assert.deepEqual(await variablesOf(url, CALLER), shown);
  assert.deepEqual(await variablesOf(url, "+14155550999"), { previous_calls: "0", last_order: "" });
  // A long transcript, and values of other types than expected.
  const long = { call: { transcript: "\nbot: Hello, how are you?".repeat(80_000) } };
  assert.equal((await post(url, ended("b", long))).status, 200);
  const other = { executed_actions: { extract_info_order_number: { return_value: { order_number: 7 } } } };
  assert.equal((await post(url, ended("c", other))).status, 200);
  assert.deepEqual(await variablesOf(url, CALLER), { previous_calls: "3", last_order: "A-17" });
};

const refused = async (url) => {
  const wrong = await webhooks.sign("other", SECRET);
  for (const [event, signature] of [
    [ended("x"), wrong],
    [ended("x"), ""],
    [{ ...ended("x"), call_id: "y" }, await webhooks.sign("x", SECRET)],
    [inbound(CALLER)],
  ])
    assert.equal((await post(url, event, signature)).status, 401, JSON.stringify(event));
  assert.equal((await post(`${url}?token=wrong`, inbound(CALLER))).status, 401);
  assert.equal((await post(`${url}?token=`, inbound(CALLER))).status, 401);
  assert.equal((await fetch(url, { method: "POST", body: "{" })).status, 401, "not JSON");
  // The requests by which a saved URL is checked.
  assert.deepEqual(await post(`${url}?token=${TOKEN}`, inbound("+1123456789")), { status: 200, text: "" });
  const check = ended("check", { lead: { phone_number: "+1123456789" } });
  assert.equal((await post(url, check)).status, 200);
};

/** A call that is placed and one that arrives in the sandbox, which calls the receiver. */
const delivered = async (url) => {
  const phone = "+14155550177";
  const { url: baseURL, sandbox, close } = await serveSandbox({ callDuration: 0, webhookSecret: SECRET });
  try {
    const client = new Synthflow({ apiKey: "test", baseURL, logLevel: "off" });
    const agents = (await client.agents.list()).data;
    const [outbound, inbound] = ["outbound", "inbound"].map(
      (type) => agents.find((one) => one.type === type).model_id,
    );
    await client.agents.update(outbound, { external_webhook_url: url });
    await client.agents.update(inbound, {
      inbound_call_webhook_url: `${url}?token=${TOKEN}`,
      external_webhook_url: url,
    });
    const { call_id } = await client.calls.create({ model_id: outbound, name: "Sam", phone });
    await client.calls.wait(call_id, { interval: 1 });
    await sandbox.settle();
    const arrived = await sandbox.receiveCall({ model_id: inbound, from: phone });
    const { variables } = sandbox.instructions(arrived.call_id);
    assert.deepEqual(variables, { previous_calls: "1", last_order: "" });
    await client.calls.wait(arrived.call_id, { interval: 1 });
    await sandbox.settle();
    assert.equal((await variablesOf(url, phone)).previous_calls, "2");
    const logs = await client.webhookLogs.list({ workspace_id: "sandbox" }).toArray();
    assert.deepEqual(
      logs.map(({ status }) => status),
      ["success", "success", "success"],
    );
  } finally {
    await close();
  }
};

for (const name of Object.keys(receivers)) {
  test(`${name}: receives signed events once, refuses others, and the deliveries of the sandbox`, async () => {
    const receiver = await startReceiver(name);
    try {
      await signed(receiver.url);
      await refused(receiver.url);
      // Nothing of what was refused, and no check.
      assert.deepEqual(stored(receiver.database()), [
        {
          call_id: "a",
          seconds: 35,
          order_number: "A-17",
          appointment: "2026-05-04T09:30:00Z",
          source: "webhook",
        },
        {
          call_id: "b",
          seconds: 35,
          order_number: "A-17",
          appointment: "2026-05-04T09:30:00Z",
          source: "webhook",
        },
        { call_id: "c", seconds: 35, order_number: null, appointment: null, source: "webhook" },
      ]);
      await delivered(receiver.url);
    } catch (error) {
      error.message += `\n${receiver.stderr()}`;
      throw error;
    } finally {
      receiver.close();
    }
  });
}

test("without a token in the environment, no incoming call is accepted; without a secret, nothing is", async () => {
  for (const [env, status] of [
    [{ SYNTHFLOW_WEBHOOK_TOKEN: "" }, 401],
    [{ SYNTHFLOW_WEBHOOK_SECRET: "" }, 500],
  ]) {
    const receiver = await startReceiver("Hono", env);
    try {
      for (const query of ["", "?token="])
        assert.equal((await post(receiver.url + query, inbound(CALLER))).status, status, query);
      assert.equal((await post(receiver.url, ended("a"))).status, status === 401 ? 200 : 500);
    } finally {
      receiver.close();
    }
  }
});
