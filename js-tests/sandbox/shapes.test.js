/** Calls in the shapes of the reference, and of real accounts. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { startSandbox } from "../support/sandbox.js";

const call = { name: "Sam", phone: "+14155550100" };

const look = async (shapes) => {
  const { sent, agentId, pass } = startSandbox({ shapes });
  const model_id = await agentId();
  const { call_id } = await sent("POST", "/calls", { ...call, model_id });
  await sent("GET", `/calls/${call_id}`);
  pass(3000);
  const [one] = (await sent("GET", `/calls/${call_id}`)).calls;
  const [listed] = (await sent("GET", `/calls?model_id=${model_id}&duration_min=3`)).calls;
  return { one, listed };
};

test("by default, calls have the documented shapes", async () => {
  const { one, listed } = await look("documented");
  assert.deepEqual([one.status, one.call_status, listed.status], ["completed", undefined, undefined]);
  assert.deepEqual([one.duration, listed.duration], [3, 3]);
  assert.match(one.transcript, /^\nbot: /);
  assert.deepEqual(one.executed_actions["Find an appointment"].return_value, {});
});

test("a seeded call without some of its fields has a shape, too", async () => {
  const calls = [{ call_id: "c", model_id: "a", transcript: undefined, executed_actions: undefined }];
  const agents = [{ model_id: "a", type: "outbound", name: "A" }];
  const { sent } = startSandbox({ shapes: "live", seed: { agents, calls } });
  assert.equal((await sent("GET", "/calls/c")).calls[0].transcript, "");
});

test('with shapes: "live", they are as on real accounts', async () => {
  const { one, listed } = await look("live");
  assert.deepEqual([listed.call_status, listed.status, one.status], ["completed", undefined, "completed"]);
  assert.deepEqual([one.duration, listed.duration], ["3", "3"]);
  assert.match(one.transcript, /^\nassistant: [\s\S]*\nassistant: /);
  const action = one.executed_actions["Find an appointment"];
  assert.equal(action.return_value, "{}");
  assert.equal(JSON.parse(action.parameters_hard_coded).http_mode, "GET");
});
