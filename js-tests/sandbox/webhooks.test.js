/** Webhooks are sent, signed, retried and listed. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { summarize } from "synthflow-wasm/calls";
import { createSandbox } from "synthflow-wasm/sandbox";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { unwrap } from "synthflow-wasm/webhooks";
import { startSandbox } from "../support/sandbox.js";

const call = { name: "Sam", phone: "+14155550100" };
const secret = "sandbox-webhook-secret";

let server;
let received = [];
let statuses = [];

before(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ method: request.method, url: request.url, headers: request.headers, body });
    response.writeHead(statuses.shift() ?? 200, { location: "/elsewhere" }).end("thanks");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});
after(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  received = [];
  statuses = [];
});

const hook = (path = "/hook") => `http://127.0.0.1:${server.address().port}${path}`;
const sending = (options) => startSandbox({ webhooks: "send", webhookRetryDelay: 1, ...options });

const logs = async (client) => (await client.webhookLogs.list({ workspace_id: "sandbox" })).data;

test("W34: the webhook of a call that has ended is posted, signed, and listed", async () => {
  const { sandbox, client, agentId, pass } = sending();
  const model_id = await agentId();
  await client.agents.update(model_id, { external_webhook_url: hook() });
  const { call_id } = await client.calls.create({
    ...call,
    model_id,
    custom_variables: [{ key: "day", value: "Monday" }],
  });
  await sandbox.settle();
  assert.equal(received.length, 0);
  pass(3000);
  await sandbox.settle();
  await sandbox.settle();
  assert.equal(received.length, 1);
  const [{ method, url, headers, body }] = received;
  assert.deepEqual([method, url, headers["content-type"]], ["POST", "/hook", "application/json"]);
  const event = await unwrap(body, headers, { secret });
  assert.equal(event.status, "completed");
  assert.deepEqual(event.lead, {
    name: "Sam",
    phone_number: "+14155550100",
    prompt_variables: { day: "Monday" },
  });
  assert.deepEqual(
    [event.call.call_id, event.call.status, event.call.model_id, event.call.start_time, event.call.duration],
    [call_id, "completed", model_id, "2026-11-25T12:00:00.000Z", 3],
  );
  assert.match(event.call.transcript, /human: Hello, this is Sam/);
  assert.deepEqual(event.collected_variables, { name: { value: "Sam", collected: true } });
  await assert.rejects(unwrap(body, headers, { secret: "other" }));
  const [log] = await logs(client);
  const shown = await client.webhookLogs.get(log.webhook_log_id, { workspace_id: "sandbox" });
  assert.deepEqual(
    [shown.status, shown.response_status_code, shown.webhook_type, shown.attempt_number, shown.call_id],
    ["success", 200, "external_webhook", 1, call_id],
  );
  assert.equal(shown.request_payload.call.call_id, call_id);
});

test("W34: the URL in the body of a call overrides the one of its agent; the secret is an option", async () => {
  const { sandbox, sent, agentId, pass } = sending({ webhookSecret: "mine" });
  const model_id = await agentId();
  await sent("PUT", `/assistants/${model_id}`, { external_webhook_url: hook("/agent") });
  await sent("POST", "/calls", { ...call, model_id, external_webhook_url: hook("/call") });
  await sent("POST", "/calls", { ...call, phone: "+14155550002", model_id });
  pass(3000);
  await sandbox.settle();
  const urls = Object.fromEntries(received.map(({ url, headers, body }) => [url, { headers, body }]));
  assert.deepEqual(Object.keys(urls).sort(), ["/agent", "/call"]);
  for (const { headers, body } of Object.values(urls)) await unwrap(body, headers, { secret: "mine" });
  assert.equal(JSON.parse(urls["/agent"].body).status, "no-answer");
});

test("W34: a webhook that is not accepted is retried, up to 3 times; a redirect is not followed", async () => {
  const { sandbox, client, agentId, pass } = sending();
  const model_id = await agentId();
  await client.agents.update(model_id, { external_webhook_url: hook() });
  const place = async (...given) => {
    statuses = given;
    received = [];
    await client.calls.create({ ...call, model_id });
    pass(3000);
    await sandbox.settle();
    return received.map(({ url }) => url);
  };
  assert.equal((await place(500, 404)).length, 3);
  assert.deepEqual(
    (await logs(client)).map(({ status, response_status_code }) => [status, response_status_code]),
    [
      ["success", 200],
      ["failed", 404],
      ["failed", 500],
    ],
  );
  assert.deepEqual(await place(302, 500, 500, 500, 200), ["/hook", "/hook", "/hook", "/hook"]);
  assert.equal((await logs(client))[0].status, "failed");
});

test("W34: only http and https URLs get a webhook; what cannot be reached is logged", async () => {
  const { sandbox, client, sent, agentId, pass } = sending();
  const model_id = await agentId();
  for (const url of [
    "ftp://127.0.0.1/x",
    "www.example.com/hook",
    "data:text/plain,x",
    "http://127.0.0.1:1/",
  ]) {
    await sent("POST", "/calls", { ...call, model_id, external_webhook_url: url }).catch(() => {});
  }
  pass(3000);
  await sandbox.settle();
  for (const { status, webhook_log_id: id } of await logs(client)) {
    assert.equal(status, "failed");
    const { error_message } = await client.webhookLogs.get(id, { workspace_id: "sandbox" });
    assert.ok(error_message);
  }
  assert.ok((await logs(client)).length > 0);
});

test("W34: onWebhook receives requests instead of the network, and may refuse or throw", async () => {
  const seen = [];
  const answers = [new Response("no", { status: 500 }), new Error("broken"), undefined];
  const onWebhook = async (request) => {
    seen.push([request.method, request.url, await request.json()]);
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return next;
  };
  const { sandbox, client, agentId, pass } = sending({ onWebhook });
  const model_id = await agentId();
  await client.agents.update(model_id, { external_webhook_url: "https://app.example/hook" });
  await client.calls.create({ ...call, model_id });
  pass(3000);
  await sandbox.settle();
  assert.equal(seen.length, 3);
  assert.deepEqual(seen[0].slice(0, 2), ["POST", "https://app.example/hook"]);
  assert.equal(seen[2][2].lead.name, "Sam");
});

test("information extractors have Synthflow's keys, and seeded values, in the event and the call", async () => {
  const extractor = (action_id, fields, return_value) => ({
    action_id,
    type: "INFORMATION_EXTRACTOR",
    name: `Ask ${action_id}`,
    INFORMATION_EXTRACTOR: fields,
    ...(return_value !== undefined && { return_value }),
  });
  const seed = {
    actions: [
      extractor(
        "order",
        { OPEN_QUESTION: { identifier: "order number", description: "Which order?", examples: ["A-1"] } },
        { "order number": "A-17" },
      ),
      extractor("back", { YES_NO: { identifier: "call_back" } }),
      extractor("odd", { SINGLE_CHOICE: { identifier: "__proto__", choices: ["a"] } }),
      { action_id: "sms", type: "SEND_SMS", name: "Text", SEND_SMS: {}, return_value: { sent: 1 } },
    ],
    agents: [
      { model_id: "a", type: "outbound", name: "A", actions: ["order", "back", "odd", "sms"] },
      { model_id: "b", type: "outbound", name: "B" },
    ],
  };
  for (const shapes of ["documented", "live"]) {
    const events = [];
    const onWebhook = async (request) => events.push(await unwrap(request, { secret }));
    const { sandbox, client, pass } = sending({ onWebhook, seed, shapes });
    const ask = { YES_NO: { identifier: "new one", description: "d" } };
    const { action_id } = await client.actions.create({ INFORMATION_EXTRACTOR: ask });
    await client.actions.attach({ model_id: "a", actions: [action_id] });
    const placed = { ...call, model_id: "a", external_webhook_url: "https://a.example" };
    const { call_id } = await client.calls.create(placed);
    await client.calls.create({ ...placed, phone: "+14155550001" });
    pass(3000);
    await sandbox.settle();
    // Which signature is verified first is not certain.
    const event = events.find(({ call }) => call.call_id === call_id);
    const busy = events.find((one) => one !== event);
    const got = await client.calls.get(call_id);
    for (const source of [event, got]) {
      const found = summarize(source).extractions;
      assert.deepEqual(Object.entries(found), [
        ["order number", "A-17"],
        ["call_back", null],
        ["__proto__", null],
        ["new one", null],
      ]);
      const action = source.executed_actions["info_extractor_order number"];
      assert.equal(action.name, "info_extractor_order number");
      assert.equal(action.action_type, "extract_info_action_type");
      assert.deepEqual(action.parameters_hard_coded, {
        identifier: "order number",
        condition: "Which order?",
        choices: null,
        examples: ["A-1"],
      });
      assert.deepEqual(source.executed_actions.Text.return_value, { sent: 1 });
    }
    assert.deepEqual(Object.keys(summarize(busy).extractions), []);
    // The value is what a call returns, not a field of the action.
    assert.equal("return_value" in (await client.actions.get("order")), false);
  }
});

test("W34: nothing is sent where webhooks are off, or after a reset", async () => {
  const { sandbox, client, agentId, pass } = sending({ webhooks: "off" });
  const model_id = await agentId();
  await client.agents.update(model_id, { external_webhook_url: hook() });
  await client.calls.create({ ...call, model_id });
  pass(3000);
  await sandbox.settle();
  assert.deepEqual([received.length, (await logs(client)).length], [0, 0]);

  const other = sending({ webhookRetryDelay: 60_000 });
  const id = await other.agentId();
  await other.client.agents.update(id, { external_webhook_url: hook() });
  await other.client.calls.create({ ...call, model_id: id });
  other.pass(3000);
  statuses = [500];
  const settled = other.sandbox.settle();
  while (received.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 20));
  other.sandbox.reset();
  await settled;
  assert.equal(received.length, 1);
});

test("W34: over HTTP, a webhook comes when the call ends, without another request", async () => {
  const { url, close } = await serveSandbox({ callDuration: 50 });
  try {
    const send = (method, path, body) =>
      fetch(url + path, { method, headers: { authorization: "Bearer t" }, body: JSON.stringify(body) });
    const { response } = await (await send("GET", "/assistants/")).json();
    const [{ model_id }] = response.assistants;
    await send("POST", "/calls", { ...call, model_id, external_webhook_url: hook("/http") });
    for (const end = performance.now() + 5000; received.length === 0; ) {
      assert.ok(performance.now() < end, "no webhook came");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.equal(received[0].url, "/http");
  } finally {
    await close();
  }
});

test("W34: the log of webhooks is bounded", async () => {
  let time = 0;
  const sandbox = createSandbox({ now: () => time, onWebhook: () => {}, apiKey: null });
  const { response } = await (await sandbox.fetch("/v2/assistants/")).json();
  const [{ model_id }] = response.assistants;
  const greeting = "x".repeat(100_000);
  const body = JSON.stringify({ ...call, model_id, greeting, external_webhook_url: "https://a.example" });
  for (let index = 0; index < 60; index += 1) await sandbox.fetch("/v2/calls", { method: "POST", body });
  time += 3000;
  await sandbox.settle();
  const list = await (await sandbox.fetch("/v2/logs?workspace_id=sandbox")).json();
  assert.ok(list.response.total > 10 && list.response.total < 50, String(list.response.total));
});

test("W34: options that could not work are refused", () => {
  for (const options of [
    { webhookSecret: "" },
    { webhooks: "yes" },
    { webhookRetryDelay: -1 },
    { shapes: "real" },
    { callDuration: Number.NaN },
    { rateLimits: { callsPerSecond: 0 } },
    { apiKey: "" },
    { seed: "x" },
  ]) {
    assert.throws(() => createSandbox(options), TypeError, JSON.stringify(options));
  }
});
