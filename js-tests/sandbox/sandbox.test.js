import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection } from "../support/server.js";

const start = (options) => {
  const sandbox = createSandbox(options);
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch, maxRetries: 0, logLevel: "off" });
  return { sandbox, client };
};

const outbound = async (client) => {
  for await (const agent of client.agents.list()) if (agent.type === "outbound") return agent.model_id;
};

test("an agent is created, read, updated and deleted", async () => {
  const { client } = start();
  const { model_id } = await client.agents.create({
    type: "widget",
    name: "A",
    agent: { prompt: "Be kind." },
  });
  const agent = await client.agents.get(model_id);
  assert.equal(agent.name, "A");
  assert.equal(agent.agent.prompt, "Be kind.");
  assert.equal(agent.agent.voice_speed, 1);
  await client.agents.update(model_id, { name: "B", agent: { voice_speed: 1.1 } });
  const changed = await client.agents.get(model_id);
  assert.deepEqual([changed.name, changed.agent.prompt, changed.agent.voice_speed], ["B", "Be kind.", 1.1]);
  assert.equal((await client.agents.list()).total, 4);
  await client.agents.delete(model_id);
  assert.equal((await client.agents.list()).total, 3);
  const gone = await rejection(client.agents.get(model_id));
  assert.equal(gone.status, 404);
  assert.match(gone.message, /agent \S+ not found/);
});

test("a voicemail message keeps the greeting mode that it needs, in whichever update it comes", async () => {
  const { client } = start();
  const model_id = await outbound(client);
  const voicemail_message = { enabled: true, mode: "exact_message", exact_message: "Bye" };
  const human = { greeting_message_mode: "human" };
  const agent_static = { greeting_message_mode: "agent_static" };
  await client.agents.update(model_id, { agent: human, voicemail_message });
  assert.equal((await rejection(client.agents.update(model_id, { agent: agent_static }))).status, 400);
  assert.equal((await client.agents.get(model_id)).agent.greeting_message_mode, "human");
  await client.agents.update(model_id, { agent: agent_static, voicemail_message: { enabled: false } });
  assert.equal((await rejection(client.agents.update(model_id, { voicemail_message }))).status, 400);
});

test("phone numbers are attached by number or slug and detached", async () => {
  const numbers = ["+14155550100", "+14155550101", "+14155550102"];
  const { client, sandbox } = start();
  sandbox.seed({ numbers });
  const model_id = await outbound(client);
  await client.agents.attachPhoneNumbers(model_id, { phone_numbers: numbers.slice(0, 2) });
  await client.agents.attachPhoneNumbers(model_id, { phone_number_slugs: ["14155550102"] });
  const attached = async () => (await client.agents.get(model_id)).attached_phone_numbers;
  assert.deepEqual(
    await attached(),
    numbers.map((number) => ({ number, sid: null, slug: number.slice(1) })),
  );
  for (const { number, slug } of await attached()) {
    const known = await client.phoneNumbers.get(slug, { workspace: "sandbox" });
    assert.deepEqual([known.phone_number, known.slug, known.assistants], [number, slug, [model_id]]);
  }
  await client.agents.detachPhoneNumber(model_id, "14155550100");
  assert.deepEqual(
    (await attached()).map(({ number }) => number),
    numbers.slice(1),
  );
  assert.equal((await rejection(client.agents.detachPhoneNumber(model_id, "none"))).status, 404);
});

test("a slug that the workspace does not have is a 404, and nothing is attached", async () => {
  const { client } = start();
  const model_id = await outbound(client);
  for (const unknown of ["19990002222", "number-15005550000"]) {
    const phone_number_slugs = ["15005550000", unknown];
    const refused = await rejection(client.agents.attachPhoneNumbers(model_id, { phone_number_slugs }));
    assert.equal(refused.status, 404);
    assert.match(refused.message, new RegExp(`phone number ${unknown} not found`));
  }
  assert.deepEqual((await client.agents.get(model_id)).attached_phone_numbers, []);
});

test("actions are returned on request", async () => {
  const { client } = start();
  const model_id = await outbound(client);
  assert.deepEqual((await client.agents.get(model_id)).actions, []);
  assert.equal((await client.agents.get(model_id, { include_actions: true })).actions.length, 1);
});

test("a call moves from queue to in-progress to completed by the clock, and has a transcript", async () => {
  let time = 1_700_000_000_000;
  const { client } = start({ now: () => time, callDuration: 3000 });
  const model_id = await outbound(client);
  const placed = await client.calls.create({
    model_id,
    name: "Sam",
    phone: "+14155550100",
    custom_variables: [{ key: "day", value: "Monday" }, "time: 9 am"],
  });
  assert.equal(placed.eta, 1);
  const look = async () => (await client.calls.get(placed.call_id)).status;
  assert.equal(await look(), "queue");
  time += 1500;
  assert.equal(await look(), "in-progress");
  time += 1500;
  const call = await client.calls.get(placed.call_id);
  assert.equal(call.status, "completed");
  assert.match(call.transcript, /\nhuman: Hello, this is Sam\./);
  assert.equal(call.duration, 3);
  assert.deepEqual(call.prompt_variables, { day: "Monday", time: "9 am" });
});

test("calls are listed and filtered", async () => {
  const { client } = start({ callDuration: 0 });
  const model_id = await outbound(client);
  for (const phone of ["+14155550001", "+14155550002", "+14155550003", "+14155550100"]) {
    const { call_id } = await client.calls.create({ model_id, name: "Sam", phone });
    await client.calls.wait(call_id, { interval: 1 });
  }
  const statuses = async (params) =>
    (await client.calls.list({ model_id, ...params })).data.map(({ call_status }) => call_status);
  assert.deepEqual(await statuses({}), ["busy", "no-answer", "failed", "completed"]);
  assert.deepEqual(await statuses({ call_status: "busy" }), ["busy"]);
  assert.deepEqual(await statuses({ lead_phone_number: "+14155550100" }), ["completed"]);
  assert.deepEqual(await statuses({ duration_min: 1 }), ["completed"]);
  assert.deepEqual(await statuses({ limit: 1, offset: 1 }), ["no-answer"]);
});

test("a call by an agent that is not outbound is refused", async () => {
  const { client } = start();
  const { model_id } = await client.agents.create({ type: "widget", name: "A", agent: {} });
  const error = await rejection(client.calls.create({ model_id, name: "Sam", phone: "+14155550100" }));
  assert.equal(error.status, 400);
  assert.equal(error.outcome, "refused");
});

test("a WebSocket media call has its URL, or the id to bind the socket of the named server to", async () => {
  const { client, sandbox } = start();
  const { wsMediaBaseUrl } = await client.calls.getWebSocketMediaBaseUrl();
  assert.match(wsMediaBaseUrl, /^wss:/);
  const modelId = await outbound(client);
  const params = { modelId, fromPhoneNumber: "+14155550100", toPhoneNumber: "+14155550101" };
  const send = async (body) => {
    const response = await sandbox.fetch("https://api.synthflow.ai/v2/calls/outbound-test-ws-media", {
      method: "POST",
      headers: { authorization: "Bearer test" },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const started = await send(params);
  assert.deepEqual(Object.keys(started), ["callId", "wsMediaUrl"]);
  assert.match(started.wsMediaUrl, /^wss:/);
  const bound = await send({ ...params, wsMediaServerName: "s1" });
  assert.deepEqual(Object.keys(bound), ["callId", "sid"]);
  for (const { callId } of [started, bound]) assert.equal((await client.calls.get(callId)).call_id, callId);
  const { sid } = await client.calls.startWebSocketMedia({ ...params, wsMediaServerName: "s1" });
  assert.ok(sid);
});

test("voices come in pages of 50, and are searched by name and provider", async () => {
  const { client } = start();
  const first = await client.voices.list({ workspace: "sandbox" });
  assert.equal(first.data.length, 50);
  assert.ok(first.hasNextPage());
  const found = await client.voices.list({ workspace: "sandbox", search: "sophia", provider: "deepgram" });
  assert.ok(found.data.length > 0);
  for (const voice of found.data) assert.match(voice.name, /Sophia/);
  // A search for a number is a string.
  assert.equal((await client.voices.list({ workspace: "sandbox", search: "123" })).data.length, 0);
});

test("what the API refuses is refused, with errors of the same form", async () => {
  const { sandbox } = start({ apiKey: "right" });
  const send = async (method, path, { key = "right", body } = {}) => {
    const headers = key ? { authorization: `Bearer ${key}` } : {};
    const response = await sandbox.fetch(`https://api.synthflow.ai/v2${path}`, { method, headers, body });
    return [
      response.status,
      response.status === 307 ? response.headers.get("location") : await response.json(),
    ];
  };
  assert.equal((await send("GET", "/assistants/", { key: "" }))[0], 401);
  assert.equal((await send("GET", "/assistants/", { key: "wrong" }))[0], 401);
  assert.equal((await send("GET", "/nowhere"))[0], 404);
  const [status, { detail }] = await send("POST", "/assistants", { body: '{"type": "widgt", "agent": {}}' });
  assert.equal(status, 400);
  assert.match(detail.description, /^type in the body: expected .*; name is missing in the body$/);
  assert.equal((await send("POST", "/assistants", { body: "{cut" }))[0], 400);
  const spanish = JSON.stringify({ type: "widget", name: "A", agent: { language: "es" } });
  assert.ok([400, 422].includes((await send("POST", "/assistants", { body: spanish }))[0]));
  // Trailing slashes matter, as in the API.
  const [moved, location] = await send("GET", "/assistants");
  assert.equal(moved, 307);
  assert.equal(location, "https://api.synthflow.ai/v2/assistants/");
});

test("fail() makes the given operations fail as often as requested", async () => {
  const { sandbox, client } = start();
  const model_id = await outbound(client);
  const call = { model_id, name: "Sam", phone: "+14155550100" };

  sandbox.fail({ operation: "calls.create", status: 429, headers: { "retry-after": "7" } });
  assert.equal((await client.agents.list()).data.length, 3);
  assert.equal((await rejection(client.calls.create(call))).retryAfter, 7000);
  await client.calls.create(call);

  sandbox.fail({ operation: "calls.create", reset: true });
  const before = (await client.calls.list({ model_id })).total;
  assert.equal((await rejection(client.calls.create(call))).outcome, "unknown");
  assert.equal((await client.calls.list({ model_id })).total, before);

  sandbox.fail({ operation: "calls.create", reset: true, afterDelivery: true });
  assert.equal((await rejection(client.calls.create(call))).outcome, "unknown");
  assert.equal((await client.calls.list({ model_id })).total, before + 1);

  for (const garbage of ["html", "cut"]) {
    sandbox.fail({ garbage });
    assert.equal((await rejection(client.agents.list())).name, "APIResponseError");
  }
  sandbox.fail({ delay: 5000 });
  assert.equal((await rejection(client.agents.list({}, { timeout: 30 }))).name, "APITimeoutError");
  sandbox.fail({ status: 500, times: 2 });
  sandbox.clearFailures();
  await client.agents.list();
});

test("reset restores the initial state; the same seed generates the same ids", async () => {
  const { sandbox, client } = start();
  const ids = async () => (await client.agents.list()).data.map(({ model_id }) => model_id);
  const first = await ids();
  await client.agents.delete(first[0]);
  sandbox.reset();
  assert.equal(sandbox.requests.length, 0);
  assert.deepEqual(await ids(), first);
  assert.notDeepEqual(
    (await new Synthflow({ apiKey: "t", fetch: createSandbox({ seed: 2 }).fetch }).agents.list()).data[0]
      .model_id,
    first[0],
  );
});
