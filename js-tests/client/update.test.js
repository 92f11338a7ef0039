/** Row W23: what `get` returned can be changed and sent back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { check, Synthflow, SynthflowError } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { toUpdate } from "../../pkg-template/src/update.js";
import { consistent } from "../contract/across.js";
import { sample } from "../contract/cases.js";
import { contract, dataSchema } from "../contract/spec.js";
import { responses } from "../contract/table.js";

const { fetch } = createSandbox();
const client = new Synthflow({ apiKey: "sandbox", region: "us", fetch });

const agent = {
  model_id: "m",
  name: "A",
  type: "inbound",
  description: null,
  agent: { prompt: "Hi", greeting_message: null, brand_new: 1, voice_speed: 1 },
  actions: [],
  attached_phone_numbers: [{ number: "+14155550100", sid: null, slug: "14155550100" }],
  input_variables: [],
  consent_text: null,
};

/** Whether an error says that nothing was sent. */
const isRefused = (error) => error instanceof SynthflowError && error.outcome === "not-sent";

test("W23: an agent without what update does not accept, and unchanged itself", () => {
  const before = structuredClone(agent);
  assert.deepEqual(client.agents.toUpdate(agent), {
    model_id: "m",
    name: "A",
    type: "inbound",
    agent: { prompt: "Hi", voice_speed: 1 },
  });
  assert.deepEqual(agent, before);
});

test("W23: the actions of an agent are not sent back: an empty list would remove them", () => {
  for (const actions of [[], ["action-1"], [{ type: "SEND_SMS" }]]) {
    assert.ok(!("actions" in client.agents.toUpdate({ ...agent, actions })));
  }
});

test("W23: a mistake of the caller stays, so that update reports it", () => {
  const params = client.agents.toUpdate({ ...agent, agent: { voice_speed: 5 } });
  assert.deepEqual(
    check("agents.update", params).map(({ path }) => path),
    ["agent.voice_speed"],
  );
});

test("W23: a field under another name that is an object there is no id", () => {
  const suite = { id: "s", name: "S", agent: { id: "a", name: "n" } };
  assert.deepEqual(client.simulationSuites.toUpdate(suite), { name: "S" });
  assert.deepEqual(client.simulationSuites.toUpdate({ ...suite, model_id: "a" }), {
    name: "S",
    model_id: "a",
  });
});

test("W23: an action becomes the field of its type", () => {
  const action = {
    action_id: "a",
    action_type: "SEND_SMS",
    name: "A",
    parameters_hard_coded: { content: "Hi", sms_message_text: "Hi" },
  };
  assert.deepEqual(client.actions.toUpdate(action), { SEND_SMS: { content: "Hi" } });
  for (const [action_type, field] of [
    ["SEND_SMS", "content"],
    ["INCALL_SMS", "message_body"],
  ]) {
    const documented = { ...action, action_type, parameters_hard_coded: { sms_message_text: "Hi" } };
    assert.deepEqual(client.actions.toUpdate(documented), { [action_type]: { [field]: "Hi" } });
  }
});

const questions = {
  YES_NO: { identifier: "a", description: "A?" },
  SINGLE_CHOICE: { identifier: "a b", description: "A?", choices: ["a", "b"] },
  OPEN_QUESTION: { identifier: "a", description: "A?", examples: ["a"] },
};
const created = [
  ...Object.entries(questions).map(([type, question]) => ({ INFORMATION_EXTRACTOR: { [type]: question } })),
  { SEND_SMS: { content: "a", instructions: "b" } },
  { INCALL_SMS: { message_body: "a" } },
  { CUSTOM_EVAL: { question: { text: "a", category: "pass_fail", expected_result: "true" } } },
];

for (const given of created) {
  test(`W23: an action ${JSON.stringify(given)} that was read can be changed and sent back`, async () => {
    const { action_id } = await client.actions.create(given);
    const before = await client.actions.get(action_id);
    const params = client.actions.toUpdate(before);
    assert.equal((await client.actions.update(action_id, params)).action_id, action_id);
    assert.deepEqual(await client.actions.get(action_id), before);
  });
}

test("W23: an extractor's question is that of its parameters, flat or by its type, and can be changed", async () => {
  const flat = { identifier: "a", description: "A?" };
  for (const parameters_hard_coded of [flat, { YES_NO: flat }]) {
    const action = { action_type: "INFORMATION_EXTRACTOR", description: "", parameters_hard_coded };
    assert.deepEqual(client.actions.toUpdate(action), { INFORMATION_EXTRACTOR: flat });
  }
  const { action_id } = await client.actions.create({ INFORMATION_EXTRACTOR: { YES_NO: flat } });
  await client.actions.update(action_id, { INFORMATION_EXTRACTOR: { description: "B?" } });
  const { parameters_hard_coded } = await client.actions.get(action_id);
  assert.deepEqual(parameters_hard_coded, { YES_NO: { identifier: "a", description: "B?" } });
});

test("W23: an empty text that update does not accept is a field without a value", () => {
  const empty = { external_webhook_url: "", phone_number: "", agent: { timezone: "", prompt: "" } };
  const params = client.agents.toUpdate({ name: "A", type: "inbound", ...empty });
  assert.deepEqual(params, { name: "A", type: "inbound", phone_number: "", agent: { prompt: "" } });
});

const updates = contract.filter(
  ({ name }) =>
    name.endsWith(".update") && contract.some((one) => one.name === name.replace("update", "get")),
);

for (const { name } of updates) {
  test(`W23: ${name} accepts what the contract's get returns`, () => {
    const get = contract.find((one) => one.name === name.replace("update", "get"));
    const declared = responses.operations.find((one) => one.name === get.name);
    const item = get.response ? sample(dataSchema(declared, get.response), "", true) : {};
    const resource = client[name.split(".")[0]];
    assert.deepEqual(check(name, resource.toUpdate(consistent(name, item))), []);
  });
}

test("W23: an unknown field whose name looks like the path of another one is removed, and the other one is not", () => {
  const long = "x.".repeat(49);
  const named = (value) => ({
    "agent.prompt": value,
    "agent[prompt]": value,
    "agent.": value,
    ".agent": value,
    "[0]": value,
    " ": value,
    params: value,
    agent: { prompt: "Hi", "prompt.": value, "": value, [long]: value },
    [long]: value,
    "?0": value,
    0: value,
  });
  for (const value of [1, null, { prompt: 1 }, ["a"]]) {
    const item = { name: "A", type: "inbound", ...named(value) };
    const expected = { name: "A", type: "inbound", agent: { prompt: "Hi" } };
    assert.deepEqual(client.agents.toUpdate(item), expected, JSON.stringify(value));
  }
});

test("W23: the names in a map stay as they are", () => {
  const long = "y".repeat(200);
  const headers = {
    "a.b": "1",
    "": "2",
    "?0": "3",
    "x[0]": "4",
    [long]: "5",
    ["__proto__"]: "6",
  };
  const server = { mcp_url: "https://mcp.example", headers, "headers.a": 1 };
  const { servers } = client.mcp.toUpdate({ servers: [server] });
  assert.deepEqual(Object.entries(servers[0].headers), Object.entries(headers));
  assert.deepEqual(check("mcp.update", { servers }), []);
});

test("W23: an item with many unknown fields is validated a limited number of times", () => {
  const itemOf = (count) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`field_${at}`, at]));
  let passes = 0;
  const validate = (params) => {
    passes += 1;
    const names = Object.keys(params).slice(0, 100);
    return names.map((path) => ({ code: "unknown_field", got: "5", path }));
  };
  assert.throws(() => toUpdate(validate, itemOf(2000)), /no field of this can be updated/);
  assert.equal(passes, 21);
  passes = 0;
  toUpdate(validate, itemOf(50_000));
  assert.ok(passes <= 50);
  const names = Object.keys(client.agents.toUpdate({ ...agent, ...itemOf(2000) }));
  assert.deepEqual(names, ["model_id", "name", "type", "agent"]);
});

test("W23: what update knows by another name is kept under that: a change of it is not lost", () => {
  const read = { id: 5, name: "Old", status: "active" };
  assert.deepEqual(client.subaccounts.toUpdate({ ...read, name: "New" }), { subaccount_name: "New" });
  const both = { ...read, subaccount_name: "Newer" };
  assert.deepEqual(client.subaccounts.toUpdate(both), { subaccount_name: "Newer" });
});

test("W23: what is no response of get is refused: its update would be empty", async () => {
  const got = client.agents.get(agent.model_id);
  const promises = [got, got.withResponse(), client.agents.get(agent.model_id).asResponse()];
  for (const item of [...promises, new Map(), {}, { status: "ok", data: agent }])
    assert.throws(() => client.agents.toUpdate(item), isRefused);
  await Promise.allSettled(promises);
  const action = { action_type: "NEW_TYPE", name: "N" };
  assert.throws(() => client.actions.toUpdate(action), /no field of this can be updated/);
});

test("W23: a hostile item ends", () => {
  const cyclic = {};
  cyclic.self = cyclic;
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  let deep = {};
  for (let level = 0; level < 100_000; level += 1) deep = { deep };
  const thrower = {
    get name() {
      throw new Error("a getter");
    },
  };
  for (const item of [undefined, null, 5, 5n, "agent", [agent], () => agent, cyclic, proxy, thrower]) {
    assert.throws(() => client.agents.toUpdate(item), isRefused);
  }
  for (const value of [5n, proxy, deep, cyclic]) {
    assert.throws(() => client.agents.toUpdate({ ...agent, value }), isRefused);
  }
  const names = { "a.b": 1, "[0]": 2, __proto__: { polluted: true }, "": 3 };
  const nested = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}}}';
  for (const fields of [names, JSON.parse(nested)])
    assert.equal(client.agents.toUpdate({ ...fields, name: "A" }).name, "A");
  assert.equal({}.polluted, undefined);
});
