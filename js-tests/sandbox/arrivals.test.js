/** Calls of inbound and widget agents, and the inbound webhook. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { startSandbox } from "../support/sandbox.js";

const HOOK = "https://app.example/inbound";

/** A sandbox whose inbound agent has a webhook; `replies` are returned in turn, then the last one. */
const start = async (...replies) => {
  const events = [];
  const onWebhook = async (request) => {
    events.push({ url: request.url, event: await request.json(), headers: request.headers });
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    if (reply instanceof Error) throw reply;
    return reply instanceof Response ? reply : Response.json(reply);
  };
  const started = startSandbox({ webhooks: "send", onWebhook, webhookRetryDelay: 1 });
  const { sent } = started;
  const { model_id } = await sent("POST", "/assistants", {
    type: "inbound",
    name: "Desk",
    agent: { greeting_message: "Hello {customer}, this is {company}." },
    phone_number: "+14155550199",
    inbound_call_webhook_url: HOOK,
  });
  return { ...started, events, model_id };
};

test("W34: an inbound call asks the webhook with the documented payload, and gets its variables", async () => {
  const { sandbox, client, events, model_id, pass } = await start({
    call_inbound: { override_model_id: "", custom_variables: { company: "Acme" }, metadata: { a: 1 } },
  });
  await client.contacts.create({ name: "Ada", phone_number: "+14155550123" });
  const { call_id, model_id: taker } = await sandbox.receiveCall({
    to: "+14155550199",
    from: "+14155550123",
    custom_variables: ["customer: Ada"],
  });
  assert.equal(taker, model_id);
  assert.deepEqual(events[0].event, {
    event: "call_inbound",
    call_inbound: { model_id, from_number: "+14155550123", to_number: "+14155550199" },
  });
  assert.equal(events.length, 1);
  pass(3000);
  const call = await client.calls.get(call_id);
  assert.deepEqual(
    [call.status, call.type_of_call, call.phone_number_from, call.phone_number_to, call.name],
    ["completed", "inbound", "+14155550123", "+14155550199", "Ada"],
  );
  assert.match(call.transcript, /^\nbot: Hello Ada, this is Acme\.\nhuman: Hello, this is Ada/);
  const [listed] = (await client.calls.list({ model_id })).data;
  assert.equal(listed.lead_phone_number, "+14155550123");
  const logs = await client.webhookLogs.list({ workspace_id: "sandbox", webhook_type: "inbound_webhook" });
  assert.deepEqual([logs.data[0].status, logs.data[0].webhook_url], ["success", HOOK]);
});

test("W34: the inbound webhook reroutes a call, or ends it", async () => {
  const first = await start({});
  const other = await first.agentId("widget");
  assert.deepEqual(await first.sandbox.receiveCall({ to: "+14155550199" }), {
    call_id: null,
    model_id: first.model_id,
  });
  const ended = await start({ call_inbound: {} });
  assert.equal((await ended.sandbox.receiveCall({ model_id: ended.model_id })).call_id, null);
  assert.equal((await ended.client.calls.list({ model_id: ended.model_id })).total, 0);
  // The ids of two sandboxes with the same seed are the same.
  const rerouted = await start({ call_inbound: { override_model_id: other } });
  const { model_id, call_id } = await rerouted.sandbox.receiveCall({ to: "+14155550199" });
  assert.equal(model_id, other);
  assert.equal((await rerouted.client.calls.get(call_id)).model_id, other);
  const wrong = await start({ call_inbound: { override_model_id: "none" } });
  await assert.rejects(wrong.sandbox.receiveCall({ to: "+14155550199" }), /override_model_id none/);
  const pairs = await start({ call_inbound: { custom_variables: [{ name: "company", value: "Acme" }] } });
  await assert.rejects(
    pairs.sandbox.receiveCall({ to: "+14155550199" }),
    /^TypeError: in the response of the inbound webhook: custom_variables\[0\]\.key is missing/,
  );
});

test("W34: without a response up to 3 more requests come, then the agent of the number takes the call", async () => {
  const none = await start(new Error("no response"));
  const taken = await none.sandbox.receiveCall({ to: "+14155550199" });
  assert.deepEqual([none.events.length, taken.model_id], [4, none.model_id]);
  assert.ok(taken.call_id);
  const late = await start(new Response("oops", { status: 500 }), new Response("text"), { call_inbound: {} });
  assert.equal((await late.sandbox.receiveCall({ to: "+14155550199" })).call_id, null);
  assert.equal(late.events.length, 3);
});

test("W34: a widget takes calls without a webhook; an outbound agent takes none", async () => {
  const { sandbox, client, events, pass, agentId } = await start({});
  const widget = await agentId("widget");
  const { call_id } = await sandbox.receiveCall({ model_id: widget, name: "Ada" });
  pass(3000);
  const call = await client.calls.get(call_id);
  assert.deepEqual([call.type_of_call, call.status, events.length], ["widget", "completed", 0]);
  const outbound = await agentId();
  await assert.rejects(sandbox.receiveCall({ model_id: outbound }), /takes no calls/);
  await assert.rejects(sandbox.receiveCall({ to: "+14155550111" }), /not found/);
  await assert.rejects(sandbox.receiveCall({ model_id: "none" }), TypeError);
  const figures = await client.analytics.export({ type_of_call: "widget" });
  assert.equal(figures.duration_metrics.total_calls, 1);
});

test("W34: the end of an inbound call is posted too", async () => {
  const { sandbox, sent, events, model_id, pass } = await start({ call_inbound: { override_model_id: "" } });
  await sent("PUT", `/assistants/${model_id}`, { external_webhook_url: "https://app.example/ended" });
  const { call_id } = await sandbox.receiveCall({ to: "+14155550199" });
  pass(3000);
  await sandbox.settle();
  assert.deepEqual(
    [events.at(-1).url, events.at(-1).event.call.call_id],
    ["https://app.example/ended", call_id],
  );
});
