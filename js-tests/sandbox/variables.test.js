/** Custom variables are filled in. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { startSandbox } from "../support/sandbox.js";

const forms = {
  pairs: [
    { key: "Company", value: "Acme" },
    { key: "seats", value: "5" },
  ],
  "an object": { Company: "Acme", seats: 5 },
  lines: ["Company: Acme", "seats: 5"],
};

for (const [form, custom_variables] of Object.entries(forms)) {
  test(`W31: variables given as ${form} are in the prompt, the greeting and the transcript`, async () => {
    const { sandbox, sent, pass, agentId } = startSandbox();
    const model_id = await agentId();
    await sent("PUT", `/assistants/${model_id}`, {
      agent: {
        prompt: "Sell {seats} seats to { Company }.",
        greeting_message: "Hi {Company}, {name} {other}",
      },
    });
    const { call_id } = await sent("POST", "/calls", {
      model_id,
      name: "Sam",
      phone: "+14155550100",
      custom_variables,
    });
    pass(3000);
    const [call] = (await sent("GET", `/calls/${call_id}`)).calls;
    assert.match(call.transcript, /^\nbot: Hi Acme, Sam \{other\}\nhuman: /);
    assert.deepEqual(Object.keys(call.prompt_variables), ["Company", "seats"]);
    const { prompt, greeting } = sandbox.instructions(call_id);
    assert.deepEqual([prompt, greeting], ["Sell 5 seats to Acme.", "Hi Acme, Sam {other}"]);
  });
}

test("W31: a prompt and a greeting of the call are filled in too, also with system variables", async () => {
  const { sandbox, client, agentId } = startSandbox();
  const { call_id } = await client.calls.create({
    model_id: await agentId(),
    name: "Sam",
    phone: "+14155550100",
    prompt: "Call {user_phone_number} from {from_phone_number} for {Company}: {call_id}",
    greeting: "{__proto__} {toString} {Company}",
    custom_variables: [{ key: "Company", value: "$& {name}" }],
  });
  assert.deepEqual(sandbox.instructions(call_id), {
    prompt: `Call +14155550100 from +15005550000 for $& {name}: ${call_id}`,
    greeting: "{__proto__} {toString} $& {name}",
    variables: { Company: "$& {name}" },
  });
  assert.throws(() => sandbox.instructions("none"), TypeError);
});

test("W31: variables of an outbound chat are in the greeting, and in the initial message", async () => {
  const { sent, agentId } = startSandbox();
  const agent_id = await agentId();
  await sent("PUT", `/assistants/${agent_id}`, { agent: { greeting_message: "Hi {Company}, {other}" } });
  const chat = { agent_id, channel: "sms", to_number: "+14155550100", from_number: "+15005550000" };
  for (const [more, expected] of [
    [{}, "Hi Acme, {other}"],
    [{ initial_message: "Hey { Company } {seats}" }, "Hey Acme 5"],
  ]) {
    const custom_variables = { Company: "Acme", seats: 5 };
    const { conversation_id } = await sent("POST", "/chat/outbound", { ...chat, ...more, custom_variables });
    const { initial_message, transcript } = await sent("GET", `/chat/${conversation_id}`);
    assert.deepEqual([initial_message.agent_message, transcript], [expected, `bot: ${expected}`]);
  }
  const { conversation_id } = await sent("POST", "/chat/outbound", chat);
  assert.equal((await sent("GET", `/chat/${conversation_id}`)).transcript, "bot: Hi {Company}, {other}");
});

test("W31: a pair without a key is refused, in a call, in a seed and in an arriving call", async () => {
  const { sandbox, send, agentId } = startSandbox();
  const model_id = await agentId();
  const call = { model_id, name: "Sam", phone: "+14155550100" };
  for (const pair of [{ name: "Company", value: "Acme" }, { Company: "Acme" }, {}]) {
    const custom_variables = [{ key: "seats", value: "5" }, pair];
    const expected = /^custom_variables\[1\]\.key is missing/;
    const { status, json } = await send("POST", "/calls", { ...call, custom_variables });
    assert.equal(status, 400, JSON.stringify(pair));
    assert.match(json.detail.description, expected);
    const to = await agentId("inbound");
    await assert.rejects(sandbox.receiveCall({ model_id: to, custom_variables }), {
      name: "TypeError",
      message: expected,
    });
    assert.throws(
      () => sandbox.seed({ contacts: [{ name: "Ada" }], calls: [{ model_id, custom_variables }] }),
      {
        name: "TypeError",
        message: /^seed\.calls\[0\]: custom_variables\[1\]\.key is missing/,
      },
    );
  }
  for (const path of [`/calls?model_id=${model_id}`, "/contacts"]) {
    const { response } = (await send("GET", path)).json;
    assert.equal(response.pagination?.total_records ?? response.total, 0, "nothing was added");
  }
});
