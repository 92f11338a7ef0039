/** Inline actions, undeclared fields, methods that a path does not have. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../support/sandbox.js";

const sms = { type: "SEND_SMS", name: "Text", SEND_SMS: { content: "Hi", instructions: "after the call" } };
const evaluation = {
  type: "CUSTOM_EVAL",
  name: "Polite",
  CUSTOM_EVAL: {
    question: { identifier: "polite", text: "?", category: "pass_fail", expected_result: "true" },
  },
};

test("W47: actions in the body of an agent become actions, and [] removes all", async () => {
  const { client, send, sent } = startSandbox();
  const agent = { type: "outbound", name: "A", agent: {} };
  const { model_id } = await sent("POST", "/assistants", { ...agent, actions: [sms, evaluation] });
  const read = () => client.agents.get(model_id, { include_actions: true });
  const { actions } = await read();
  assert.equal(actions.length, 2);
  const action = await client.actions.get(actions[0], { include_assistants: true });
  assert.deepEqual(
    [action.action_type, action.name, action.description, action.parameters_hard_coded, action.assistants],
    ["SEND_SMS", "Text", "", sms.SEND_SMS, [model_id]],
  );
  // They replace the actions that the agent had.
  await sent("PUT", `/assistants/${model_id}`, { actions: [evaluation, sms] });
  const replaced = (await read()).actions;
  assert.ok(replaced.length === 2 && replaced.every((id) => !actions.includes(id)));
  await sent("PUT", `/assistants/${model_id}`, { name: "B" });
  assert.equal((await read()).actions.length, 2);
  await sent("PUT", `/assistants/${model_id}`, { actions: [] });
  assert.deepEqual([(await read()).actions, (await read()).input_variables], [[], []]);
  for (const wrong of [
    [{}],
    [{ type: "SEND_SMS" }],
    [{ ...sms, type: "INCALL_SMS" }],
    [{ type: 5 }],
    [5],
    [null],
    {},
    [{ ...sms, name: 5 }],
  ]) {
    const refused = await send("PUT", `/assistants/${model_id}`, { name: "C", actions: wrong });
    assert.equal(refused.status, 400, JSON.stringify(wrong));
  }
  assert.equal((await read()).name, "B");
});

test("W47: undeclared fields are not stored or returned, and are in the log with the hint", async () => {
  const { sandbox, send, sent } = startSandbox();
  const long = "y".repeat(300);
  const { status } = await send("POST", "/assistants", {
    type: "outbound",
    name: "A",
    promt: 1,
    "a.b": 2,
    "": 3,
    [long]: 4,
    agent: { prompt: "P", promt: "Q", "x[0].y": 5, background_noise: { color: "red" } },
  });
  assert.equal(status, 200);
  const { ignored, body } = sandbox.requests.at(-1);
  assert.equal(ignored.length, 7);
  assert.ok(ignored.includes('agent.promt (did you mean "prompt"?)'), ignored.join());
  assert.equal(body["a.b"], 2);
  const agents = (await sent("GET", "/assistants/")).assistants;
  const stored = agents.at(-1);
  assert.equal(stored.agent.prompt, "P");
  for (const field of ["promt", "a.b", "", long]) assert.ok(!Object.hasOwn(stored, field), field);
  for (const field of ["promt", "x[0].y"]) assert.ok(!Object.hasOwn(stored.agent, field), field);
  assert.deepEqual(stored.agent.background_noise ?? {}, {});

  const { id } = await sent("POST", "/contacts", {
    name: "Ada",
    phone_number: "+14155550100",
    nickname: "A",
  });
  await sent("PATCH", `/contacts/${id}`, { nickname: "B" });
  assert.ok(!Object.hasOwn(await sent("GET", `/contacts/${id}`), "nickname"));
  const { knowledge_base_id: kb } = await sent("POST", "/knowledge_base", { name: "A", color: "red" });
  assert.ok(!Object.hasOwn((await sent("GET", `/knowledge_base/${kb}`)).knowledge_bases[0], "color"));
});

test("W47: a missing field under another name is refused, with the name that it should have", async () => {
  const { sandbox, send, agentId } = startSandbox();
  const body = { model_id: await agentId(), name: "Sam", phone_number: "+14155550100" };
  const { status, json } = await send("POST", "/calls", body);
  assert.equal(status, 400);
  assert.match(json.detail.description, /^phone is missing in the body; phone_number is ignored: use phone$/);
  assert.deepEqual(sandbox.requests.at(-1).ignored, ["phone_number (use phone)"]);
});

test("W47: fields that are declared as open are stored", async () => {
  const { sent, sandbox } = startSandbox();
  const contact_metadata = { company: "Acme", "a.b": { c: [1, { d: 2 }] } };
  const { id } = await sent("POST", "/contacts", {
    name: "A",
    phone_number: "+14155550100",
    contact_metadata,
  });
  assert.deepEqual((await sent("GET", `/contacts/${id}`)).contact_metadata, contact_metadata);
  assert.deepEqual(sandbox.requests[0].ignored, []);
});

test("W47: a known path with another method gets 405, with the allowed ones", async () => {
  const { send } = startSandbox();
  for (const [method, path, allow] of [
    ["DELETE", "/calls", "GET, POST"],
    ["PATCH", "/assistants/some-id", "GET, PUT, DELETE"],
    ["PUT", "/assistants", "POST, GET"],
    ["PUT", "/contacts/", "POST, GET"],
    ["DELETE", "/calls/batch", "POST, GET"],
    ["PUT", "/calls/some-id", "GET"],
    ["GET", "/calls/batch/b/pause", "POST"],
    ["DELETE", "/calls/outbound-test-ws-media", "POST"],
    ["GET", "/calls/outbound-test-ws-media", "POST"],
    ["GET", "/actions/attach", "POST"],
    ["DELETE", "/simulation_cases/by_agent", "GET"],
  ]) {
    const { status, headers, json } = await send(method, path);
    assert.equal(status, 405, path);
    const sorted = (text) => text.split(", ").sort();
    assert.deepEqual(sorted(headers.get("allow")), sorted(allow), path);
    assert.equal(json.detail, "Method Not Allowed");
  }
  assert.equal((await send("GET", "/nowhere")).status, 404);
});

test("W48: GET /calls/batch lists batches; it is no call id", async () => {
  const { sent } = startSandbox();
  assert.deepEqual((await sent("GET", "/calls/batch")).batch_calls, []);
});

const cli = fileURLToPath(new URL("../../pkg/cli.js", import.meta.url));

test("W47: the command prints undeclared fields on stderr, in one line without control characters", async () => {
  const child = spawn(process.execPath, [cli, "sandbox", "--port", "0", "--no-api-key"]);
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  try {
    while (!output.includes("Ctrl-C")) await once(child.stdout, "data");
    const [url] = output.match(/http:\S+\/v2/);
    const body = { name: "Ada", phone_number: "+14155550100", nme: 1, "\u001b[31m": 2 };
    assert.equal(
      (await fetch(`${url}/contacts`, { method: "POST", body: JSON.stringify(body) })).status,
      200,
    );
    while (!/nme[\s\S]*\n[\s\S]*\n/.test(errors)) await once(child.stderr, "data");
    assert.match(
      errors,
      /^synthflow-wasm sandbox: POST \/v2\/contacts: ignored unknown field nme \(did you mean "name"\?\)\n/,
    );
    assert.match(errors, /^[ -~\n]+$/);
  } finally {
    child.kill();
  }
});
