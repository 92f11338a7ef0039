/** Row W23: what `get` returned can be changed and sent back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { check, Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
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

test("W23: an action becomes the field of its type", () => {
  const action = {
    action_id: "a",
    action_type: "SEND_SMS",
    name: "A",
    parameters_hard_coded: { content: "Hi", sms_message_text: "Hi" },
  };
  assert.deepEqual(client.actions.toUpdate(action), { SEND_SMS: { content: "Hi" } });
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

test("W23: a hostile item ends", () => {
  const cyclic = {};
  cyclic.self = cyclic;
  assert.throws(() => client.agents.toUpdate(cyclic), TypeError);
  assert.throws(() => client.agents.toUpdate(undefined), TypeError);
  const names = { "a.b": 1, "[0]": 2, __proto__: { polluted: true }, "": 3 };
  client.agents.toUpdate(names);
  client.agents.toUpdate(
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}}}'),
  );
  assert.equal({}.polluted, undefined);
});
