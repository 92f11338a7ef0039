/** The same fields are normalized in the same way wherever a call comes from; `tests/calls.rs` has the same cases. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { parse, sign, unwrap } from "synthflow-wasm/webhooks";
import { responses } from "../../pkg-template/generated/normalized.js";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const fixtures = JSON.parse(read("../../tests/calls.json"));

/** A client of an API that always returns this text. Not a `Response`, which a polluted prototype breaks. */
const clientOfText = (text) =>
  new Synthflow({
    apiKey: "test",
    fetch: async () => ({ status: 200, ok: true, headers: new Headers(), text: async () => text }),
  });

/** A client of an API that always returns these calls. */
const clientOf = (...calls) => clientOfText(JSON.stringify({ status: "ok", response: { calls } }));

const unwrapped = async (body) =>
  unwrap(
    JSON.stringify(body),
    { "synthflow-signature": await sign(body.call.call_id, "s") },
    { secret: "s" },
  );

for (const { name, sent, read: expected } of fixtures) {
  test(`W8, W9, W10: get, list, wait: ${name}`, async () => {
    const client = clientOf(sent);
    assert.deepEqual(await client.calls.get("c"), expected);
    assert.deepEqual((await client.calls.get("c").withResponse()).data, expected);
    assert.deepEqual((await client.calls.list({ model_id: "m" })).data, [expected]);
    for await (const call of client.calls.list({ model_id: "m" })) assert.deepEqual(call, expected);
    const seen = [];
    const waited = client.calls.wait("c", {
      interval: 50,
      timeout: 100,
      onChange: (call) => seen.push(call),
    });
    const result = await waited.catch(() => expected);
    assert.deepEqual(result, expected);
    assert.deepEqual(seen, [expected]);
  });

  test(`W8, W9, W10: unwrap, parse: ${name}`, async () => {
    const { executed_actions: actions, ...call } = sent;
    const body = { call, executed_actions: actions };
    const { executed_actions: expectedActions, ...expectedCall } = expected;
    for (const event of [await unwrapped(body), parse(body), parse(JSON.stringify(body))]) {
      assert.deepEqual(event.call, expectedCall);
      assert.deepEqual(event.executed_actions, expectedActions);
    }
  });
}

test("W8: an account that says call_status only: onChange gets every status, and wait ends", async () => {
  const statuses = ["queue", "in-progress", "in-progress", "completed"];
  const fetch = async () =>
    Response.json({ response: { calls: [{ call_id: "c", call_status: statuses.shift() }] } });
  const client = new Synthflow({ apiKey: "test", fetch });
  const seen = [];
  const call = await client.calls.wait("c", { interval: 1, onChange: ({ status }) => seen.push(status) });
  assert.deepEqual(seen, ["queue", "in-progress", "completed"]);
  assert.equal(call.status, "completed");
});

test("W8: the second page of a list is normalized as well", async () => {
  const fetch = async (url) => {
    const offset = Number(new URL(url).searchParams.get("offset") ?? 0);
    const calls = [{ call_id: `c${offset}`, call_status: "completed", duration: "1" }];
    return Response.json({ response: { calls, pagination: { total_records: 3, limit: 1, offset } } });
  };
  const client = new Synthflow({ apiKey: "test", fetch });
  const all = [];
  for await (const { status, duration } of client.calls.list({ model_id: "m", limit: 1 }))
    all.push([status, duration]);
  assert.deepEqual(all, Array(3).fill(["completed", 1]));
});

test("W8: asResponse and request return what the API sent", async () => {
  const sent = { call_id: "c", call_status: "completed", duration: "1" };
  const client = clientOf(sent);
  const raw = await (await client.calls.get("c").asResponse()).text();
  assert.deepEqual(JSON.parse(raw).response.calls, [sent]);
  assert.deepEqual((await client.request("GET", "/calls/c")).calls, [sent]);
});

test("W10: responses of any kind are read, however deep and whatever they contain", async () => {
  const nested = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  for (const actions of [nested, "null", "5", '"x"', "[null]", `{"a":${nested}}`]) {
    const text = `{"response":{"calls":[{"call_id":"c","call_status":"busy","executed_actions":${actions}}]}}`;
    assert.equal((await clientOfText(text).calls.get("c")).status, "busy");
  }
  for (const call of [null, [], "x", 5]) await clientOf(call).calls.list({ model_id: "m" });
});

test("S16, W8: only own fields, and __proto__ is a field like any other", async () => {
  for (const [name, value] of Object.entries({
    call_status: "completed",
    status: "x",
    executed_actions: {},
  })) {
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: false });
    try {
      const call = await clientOf({ call_id: "c" }).calls.get("c");
      assert.deepEqual(Object.keys(call), ["call_id"]);
      for (const sent of [{ call_status: "busy" }, { status: null, call_status: "busy" }]) {
        const { status } = await clientOf(sent).calls.get("c");
        assert.equal(status, "busy");
      }
    } finally {
      delete Object.prototype[name];
    }
  }
  const text =
    '{"response":{"calls":[{"call_id":"c","__proto__":{"status":"x"},"executed_actions":{"__proto__":{"return_value":"{}"}}}]}}';
  const call = await clientOfText(text).calls.get("c");
  assert.equal(call.status, undefined);
  assert.deepEqual(Object.keys(call), ["call_id", "__proto__", "executed_actions"]);
  assert.equal(Object.getPrototypeOf(call.executed_actions), Object.prototype);
  assert.equal({}.return_value, undefined);
});

const created = [
  ["actions.create", { SEND_SMS: { content: "a", instructions: "b" } }, "action_id", "id"],
  ["contacts.create", { name: "A" }, "id", "contact_id"],
  ["knowledgeBases.create", { name: "A" }, "knowledge_base_id", "id"],
  ["subaccounts.create", { subaccount_name: "A" }, "subaccount_id", "id"],
  ["memoryStores.create", { title: "A" }, "id", "memory_store_id"],
  ["phoneBooks.create", { name: "A" }, "key", "id"],
  ["simulationSuites.create", { name: "A", model_id: "m" }, "id", "suite_id"],
  ["simulationScenarios.create", { name: "A", description: "B" }, "id", "scenario_id"],
  [
    "chats.createOutbound",
    {
      agent_id: "a",
      channel: "sms",
      to_number: "+14155550123",
      from_number: "+14155550100",
      initial_message: "Hi",
    },
    "conversation_id",
    "chat_id",
  ],
];

for (const [operation, params, name, other] of created) {
  test(`W28: the response of ${operation} has ${name}, from either name`, async () => {
    const [resource, method] = operation.split(".");
    for (const field of [name, other]) {
      for (const [id, expected] of [
        ["id-1", "id-1"],
        ["x".repeat(5000), "x".repeat(5000)],
        // The type says that it is a text, and as that it is asked for.
        [123, "123"],
      ]) {
        const text = JSON.stringify({ status: "ok", response: { [field]: id } });
        const made = await clientOfText(text)[resource][method](params);
        assert.equal(made[name], expected, field);
        if (field !== name) assert.equal(made[field], id);
      }
    }
  });
}

test("W28: a call whose id is a number can be waited for", async () => {
  const client = clientOfText('{"status":"ok","response":{"call_id":123,"call_status":"completed"}}');
  const { call_id } = await client.calls.create({ model_id: "m", name: "Sam", phone: "+14155550123" });
  assert.equal(call_id, "123");
  assert.equal((await client.calls.wait(call_id)).status, "completed");
});

test("W42: the id of something else is not that of what was created", async () => {
  const numbers = { fromPhoneNumber: "+14155550100", toPhoneNumber: "+14155550123" };
  for (const [send, response, name] of [
    [(client) => client.calls.startWebSocketMedia({ modelId: "m", ...numbers }), { sid: "s" }, "callId"],
    [
      (client) =>
        client.phoneNumbers.importCustom({ workspace_id: "w", phone_number: "+1", provider_name: "zoom" }),
      { response: { phone_number: "+1" } },
      "key",
    ],
    [
      (client) => client.simulationRuns.start({ simulation_case_id: "c", target_agent_id: "a" }),
      { response: { simulation_session_id: "s" } },
      "simulation_id",
    ],
  ]) {
    const error = await send(clientOfText(JSON.stringify(response))).catch((error) => error);
    assert.equal(error.outcome, "unknown", name);
    assert.match(error.message, new RegExp(`the response has no \`${name}\``));
  }
});

test("W10: docs/responses.md lists every field that is normalized, and the operations", () => {
  const docs = read("../../docs/responses.md");
  const missing = (shape, path) =>
    Object.entries(shape).flatMap(([name, rule]) => {
      const at = path ? `${path}.${name}` : name;
      if (typeof rule === "object") return missing(rule, at);
      return docs.includes(`\`${at}\``) ? [] : [at];
    });
  for (const [operation, shape] of Object.entries(responses)) {
    assert.ok(docs.includes(`\`${operation}\``), operation);
    assert.deepEqual(missing(shape, ""), []);
  }
});
