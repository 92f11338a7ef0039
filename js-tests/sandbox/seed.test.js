/** Seeding, and limits of outbound calls. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createSandbox } from "synthflow-wasm/sandbox";
import { startSandbox } from "../support/sandbox.js";
import { rejection } from "../support/server.js";

const seed = {
  actions: [{ action_id: "act-1", type: "SEND_SMS", name: "Text", SEND_SMS: { message: "Hi" } }],
  agents: [
    { model_id: "agent-1", type: "outbound", name: "Sales", agent: { prompt: "Sell." }, actions: ["act-1"] },
    { model_id: "agent-2", type: "inbound", name: "Desk", phone_number: "+14155550199" },
  ],
  numbers: ["+14155550199", { phone_number: "+14155550198", friendly_name: "Fax" }],
  contacts: [{ id: "contact-1", name: "Ada", phone_number: "+14155550123" }],
  memoryStores: [{ id: "memory-1", title: "Calls", contacts: ["contact-1"], agents: ["agent-1"] }],
  knowledgeBases: [{ id: "kb-1", name: "FAQ" }],
  subaccounts: [{ subaccount_id: "sub-1", subaccount_name: "Sales" }],
  calls: [
    {
      call_id: "call-1",
      model_id: "agent-1",
      phone: "+14155550123",
      name: "Ada",
      status: "left_voicemail",
      transcript: "\nbot: Hello",
      duration: 25,
      start_time: 1_764_000_000_000,
      recording_url: "https://a.example/1.mp3",
    },
    { model_id: "agent-2", phone: "+14155550123" },
  ],
};

test("W34: createSandbox({ seed }) starts with these resources, and reset() returns to them", async () => {
  const { sandbox, client } = startSandbox({ seed });
  const look = async () => {
    const agents = (await client.agents.list()).data.map(({ model_id }) => model_id);
    const agent = await client.agents.get("agent-1", { include_actions: true });
    const call = await client.calls.get("call-1");
    return [agents, agent.agent.prompt, agent.actions, call.status, call.duration, call.recording_url];
  };
  const expected = [
    ["agent-1", "agent-2"],
    "Sell.",
    ["act-1"],
    "left_voicemail",
    25,
    "https://a.example/1.mp3",
  ];
  assert.deepEqual(await look(), expected);
  assert.deepEqual((await client.contacts.get("contact-1")).memory_store_ids, ["memory-1"]);
  assert.equal((await client.knowledgeBases.get("kb-1")).name, "FAQ");
  assert.equal((await client.subaccounts.get("sub-1")).name, "Sales");
  const { assistants } = await client.phoneNumbers.get("14155550199", { workspace: "sandbox" });
  assert.deepEqual(assistants, ["agent-2"]);
  const [inbound] = (await client.calls.list({ model_id: "agent-2" })).data;
  assert.deepEqual(
    [inbound.call_status, inbound.type_of_call, inbound.lead_phone_number],
    ["completed", "inbound", "+14155550123"],
  );
  await client.agents.delete("agent-1");
  sandbox.reset();
  assert.deepEqual(await look(), expected);
});

test("W34: the seed of docs/sandbox.md: its call has a status of the API, by which a wait for it ends", async () => {
  const text = readFileSync(new URL("../../docs/sandbox.md", import.meta.url), "utf8");
  const [, options] = /createSandbox\((\{\s+seed:[\s\S]*?\n\})\)/.exec(text);
  const { client } = startSandbox(new Function(`return ${options}`)());
  const { data } = await client.calls.list({ model_id: "agent-1" });
  assert.equal(data.length, 1);
  const { status } = await client.calls.wait(data[0].call_id, { interval: 10, timeout: 1000 });
  assert.equal(status, "left_voicemail");
});

test("W34: seed() adds to what is there, and returns the ids", async () => {
  const { sandbox, client } = startSandbox();
  const ids = sandbox.seed({ agents: [{ type: "outbound", name: "A" }], contacts: seed.contacts });
  assert.equal((await client.agents.get(ids.agents[0])).name, "A");
  assert.deepEqual([ids.contacts, ids.calls], [["contact-1"], []]);
  assert.equal((await client.agents.list()).total, 4);
  const { call_id } = await client.calls.create({
    model_id: ids.agents[0],
    name: "A",
    phone: "+14155550100",
  });
  assert.ok(call_id);
});

test("W34: a seed that could not be read is refused as a whole", async () => {
  const { sandbox, client } = startSandbox();
  const agent = { type: "outbound", name: "A" };
  for (const [wrong, why] of [
    [{ agent: [] }, /seed\.agent: unknown/],
    [{ agents: {} }, /seed\.agents: expected an array/],
    [{ agents: [agent, { type: "outbnd", name: "B" }] }, /seed\.agents\[1\]: type/],
    [{ agents: [{ ...agent, model_id: "" }] }, /model_id: expected a non-empty string/],
    [{ agents: [{ ...agent, agent: { promt: "x" } }] }, /promt/],
    [{ agents: [agent], contacts: [null] }, /seed\.contacts\[0\]: expected an object/],
    [{ numbers: ["555"] }, /phone_number/],
    [{ calls: [{ phone: "+14155550100" }] }, /model_id/],
    [{ calls: [{ model_id: "a", transcript: 5 }] }, /transcript: expected a string/],
    [null, /must be an object/],
    [[], /must be an object/],
  ]) {
    assert.throws(() => sandbox.seed(wrong), { name: "TypeError", message: why }, JSON.stringify(wrong));
    assert.throws(() => createSandbox({ seed: wrong }), TypeError);
  }
  assert.throws(() => sandbox.seed({ calls: [{ model_id: "none" }] }), /agent none not found/);
  assert.throws(() => sandbox.seed({ memoryStores: [{ title: "A", contacts: ["none"] }] }), /contact none/);
  assert.equal((await client.agents.list()).total, 3);
});

test("W34: an id that a seed has twice is refused with its path", async () => {
  const { sandbox, client } = startSandbox();
  const agent = { model_id: "a", type: "outbound", name: "A" };
  for (const [wrong, why] of [
    [{ agents: [agent, { ...agent, model_id: "b" }, agent] }, 'seed.agents[2]: duplicate model_id "a"'],
    [{ contacts: [seed.contacts[0], seed.contacts[0]] }, 'seed.contacts[1]: duplicate id "contact-1"'],
    [{ actions: [seed.actions[0], seed.actions[0]] }, 'seed.actions[1]: duplicate action_id "act-1"'],
    [
      { numbers: ["+14155550199", { phone_number: "+14155550199" }] },
      'seed.numbers[1]: duplicate phone_number "+14155550199"',
    ],
    [
      {
        agents: [agent],
        calls: [
          { call_id: "c", model_id: "a" },
          { call_id: "c", model_id: "a" },
        ],
      },
      'seed.calls[1]: duplicate call_id "c"',
    ],
  ]) {
    const first = `${why.split("[")[0]}[0]`;
    const expected = { name: "TypeError", message: `${why}, which ${first} has` };
    assert.throws(() => sandbox.seed(wrong), expected);
    assert.throws(() => createSandbox({ seed: wrong }), expected);
  }
  assert.equal((await client.agents.list()).total, 3, "nothing was added");
  // Without ids, or in lists of their own, there is nothing to confuse.
  const { model_id: _, ...other } = agent;
  assert.equal(sandbox.seed({ agents: [other, other], calls: [] }).agents.length, 2);
  sandbox.seed({ contacts: [{ id: "a", name: "A" }], knowledgeBases: [{ id: "a", name: "A" }] });
  sandbox.seed({ numbers: ["+15005550000"] });
});

test("W34: calls per second are limited: 429, with Retry-After if it is set", async () => {
  const { client, pass, agentId } = startSandbox({ rateLimits: { callsPerSecond: 2, retryAfter: 1 } });
  const call = { model_id: await agentId(), name: "Sam", phone: "+14155550100" };
  await client.calls.create(call);
  pass(400);
  await client.calls.create(call);
  const refused = await rejection(client.calls.create(call));
  assert.deepEqual([refused.status, refused.retryAfter, refused.outcome], [429, 1000, "refused"]);
  pass(600);
  await client.calls.create(call);
  assert.equal((await rejection(client.calls.create(call))).status, 429);
  assert.equal((await client.calls.list({ model_id: call.model_id })).total, 3);
});

test("W34: concurrent calls are limited, inbound ones are not; no Retry-After by default", async () => {
  const { sandbox, client, pass, agentId, send } = startSandbox({ rateLimits: { concurrentCalls: 1 } });
  const call = { model_id: await agentId(), name: "Sam", phone: "+14155550100" };
  await sandbox.receiveCall({ model_id: await agentId("widget") });
  await client.calls.create(call);
  const { status, headers, json } = await send("POST", "/calls", call);
  assert.deepEqual([status, headers.get("retry-after")], [429, null]);
  assert.match(json.detail.description, /1 concurrent calls/);
  pass(3000);
  await client.calls.create(call);
});
