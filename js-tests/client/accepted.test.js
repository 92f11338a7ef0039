/** What requests may contain: rows W36 to W44 of the field findings, and others of their kind. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "synthflow-wasm";
import { rejection, withServer } from "../support/server.js";
import { codes, sent } from "./sent.js";

const call = { model_id: "m", name: "Ada", phone: "+14155550123" };
const agent = { type: "outbound", name: "A", agent: {} };

const evaluation = {
  question: { identifier: "polite", text: "Was it polite?", category: "pass_fail", expected_result: "true" },
};

test("W36: agents take actions inline, and an empty list removes all", async () => {
  const actions = [{ type: "CUSTOM_EVAL", name: "Polite", CUSTOM_EVAL: evaluation }];
  assert.deepEqual((await sent((client) => client.agents.create({ ...agent, actions }))).actions, actions);
  assert.deepEqual((await sent((client) => client.agents.update("m", { actions: [] }))).actions, []);
  assert.deepEqual(codes("agents.update", { actions: [{ type: "SEND_SMS", name: "a" }] }), [
    "actions[0] required",
    "actions[0].SEND_SMS required",
  ]);
});

test("W37: calls.create accepts a post-call webhook URL", () => {
  assert.deepEqual(codes("calls.create", { ...call, external_webhook_url: "https://a.example" }), []);
});

const { phone, ...noPhone } = call;
const misnamed = [
  ...["phone_number", "to", "to_number", "phoneNumber"].map((name) => [
    "calls.create",
    { ...noPhone, [name]: phone },
    name,
    "use phone",
  ]),
  ["calls.create", { ...call, agent_id: "m" }, "agent_id", "use model_id"],
  ["calls.create", { ...call, assistantId: "m" }, "assistantId", "use model_id"],
  ["calls.create", { ...call, from_number: "+14155550100" }, "from_number", "use from_phone_number"],
  ["calls.create", { ...call, variables: {} }, "variables", "use custom_variables"],
  ["calls.create", { ...call, scheduled_time: "2026-12-01" }, "scheduled_time", /immediately.*batchCalls/],
  ["agents.create", { ...agent, phoneNumber: "+14155550100" }, "phoneNumber", /phone_number/],
  ["agents.create", { ...agent, agent: { greeting: "Hi" } }, "agent.greeting", "use greeting_message"],
  ["agents.create", { ...agent, agent: { voice: "v" } }, "agent.voice", "use voice_id"],
  [
    "agents.create",
    { ...agent, webhook_url: "https://a.example" },
    "webhook_url",
    "use external_webhook_url",
  ],
  ["agents.create", { ...agent, prompt: "Hi" }, "prompt", "it is a field of agent"],
  ["agents.create", { ...agent, redact_pii: true }, "redact_pii", "it is a field of agent"],
  ["calls.list", { model_id: "m", start_date: "2026-04-01" }, "start_date", "use from_date"],
  ["calls.list", { model_id: "m", page: 2 }, "page", "use offset"],
  ["memoryStores.list", { page: 2 }, "page", "use page_number"],
  ["simulationCases.list", { limit: 2 }, "limit", "use page_size"],
  ["agents.update", { greeting: "Hi" }, "greeting", "use greeting_message of agent"],
  ["agents.update", { voice: "v" }, "voice", "use voice_id of agent"],
  ["calls.startWebSocketMedia", { phone }, "phone", "use toPhoneNumber"],
  ["calls.startWebSocketMedia", { to_number: phone }, "to_number", "use toPhoneNumber"],
  ["calls.startWebSocketMedia", { from: phone }, "from", "use fromPhoneNumber"],
  ["calls.startWebSocketMedia", { agent_id: "m" }, "agent_id", "use modelId"],
  ["chats.createOutbound", { phone_number: phone }, "phone_number", "use to_number"],
  ["chats.createOutbound", { from_phone_number: phone }, "from_phone_number", "use from_number"],
  ["chats.createOutbound", { model_id: "m" }, "model_id", "use agent_id"],
  ["contacts.create", { phone }, "phone", "use phone_number"],
  ["batchCalls.create", { tasks: [{ name: "Ada" }] }, "tasks[0].name", "use lead_name"],
  ["simulationSuites.execute", { model_id: "m" }, "model_id", "use target_agent_id"],
  ["subaccounts.update", { name: "A" }, "name", "use subaccount_name"],
  ["calls.create", { ...call, lead_phone_number: phone }, "lead_phone_number", "use phone"],
  ["calls.startWebSocketMedia", { leadPhoneNumber: phone }, "leadPhoneNumber", "use toPhoneNumber"],
  ["batchCalls.create", { phone_number: phone }, "phone_number", "use to_phone_number of tasks"],
  ["batchCalls.create", { to_phone_number: phone }, "to_phone_number", "it is a field of tasks"],
  // A number of the other end must not be suggested: the callee would become the caller ID.
  ["calls.create", { ...call, user_phone_number: phone }, "user_phone_number", ""],
  ["calls.create", { ...call, dest_phone_number: phone }, "dest_phone_number", ""],
  ["batchCalls.create", { tasks: [{ from_phone_number: phone }] }, "tasks[0].from_phone_number", ""],
  ["calls.create", { ...call, form_phone_number: phone }, "form_phone_number", /"from_phone_number"/],
  ["agents.create", { ...agent, agent: { max_duration: 300 } }, "agent.max_duration", /next to `agent`/],
  ["contacts.list", { email: "a@a.example" }, "email", /by phone number only/],
];

test("W20, W44: what is empty is to be omitted, and a Date is written as the field wants it", () => {
  const hintOf = (operation, params, name) => check(operation, params).find(({ path }) => path === name).hint;
  for (const [name, blank] of [
    ["from_phone_number", ""],
    ["external_webhook_url", ""],
    ["lead_timezone", ""],
    ["prompt", " "],
    ["greeting", "\n\t"],
  ])
    assert.equal(hintOf("calls.create", { ...call, [name]: blank }, name), "omit it", name);
  assert.match(hintOf("calls.create", { ...call, phone: "" }, "phone"), /\+14155550123/);
  assert.equal(hintOf("calls.create", { ...call, model_id: " " }, "model_id"), "it is required");
  // Without it, everybody would be called once more, by a new batch.
  assert.equal(hintOf("batchCalls.create", { batch_call_id: "" }, "batch_call_id"), "");
  assert.equal(hintOf("batchCalls.create", { tasks: [{ id: "" }] }, "tasks[0].id"), "");
  const booking = { REAL_TIME_BOOKING: { first_appt_date: new Date() } };
  const name = "REAL_TIME_BOOKING.first_appt_date";
  assert.equal(hintOf("actions.create", booking, name), "use date.toISOString().slice(0, 10)");
  assert.equal(hintOf("calls.create", { ...call, name: new Date() }, "name"), "use date.toISOString()");
});

test("W19: what takes variables says in which form", () => {
  const gotOf = (operation, params) =>
    check(operation, params).find(({ code }) => code === "invalid_type").expected;
  const wrong = { ...call, custom_variables: "a: b" };
  assert.equal(gotOf("calls.create", wrong), "[{ key, value }], or an object");
  const tasks = [{ to_phone_number: phone, custom_variables: [{ key: "a", value: "b" }] }];
  assert.equal(gotOf("batchCalls.create", { tasks }), "an object of names and values");
});

test("W22: the tool, its timeout and the number that is imported", () => {
  const codes = (operation, params) => check(operation, params).map(({ path, code }) => `${path} ${code}`);
  assert.deepEqual(codes("mcp.invokeTool", { namespaced_tool: "", timeout_ms: -1 }), [
    "namespaced_tool invalid_value",
    "timeout_ms out_of_range",
  ]);
  const number = { workspace_id: "w", phone_number: "", provider_name: "zoom" };
  assert.deepEqual(codes("phoneNumbers.importCustom", number), ["phone_number invalid_value"]);
});

for (const [operation, params, name, expected] of misnamed) {
  test(`W38: ${operation} with ${name} says what to use`, () => {
    const issue = check(operation, params).find(({ path }) => path === name);
    assert.equal(issue.code, "unknown_field");
    assert.match(issue.hint, expected instanceof RegExp ? expected : new RegExp(`^${expected}$`));
  });
}

test("W38: a number instead of an object shows the object's fields", () => {
  const [issue] = check("agents.create", { ...agent, max_duration: 300 });
  assert.match(issue.expected, /object.*duration_seconds/);
});

test("W39: contacts.list accepts limit and offset", () => {
  assert.deepEqual(codes("contacts.list", { limit: 20, offset: 0 }), []);
});

test("W40: simulationCases.generate needs no include_tests", () => {
  assert.deepEqual(codes("simulationCases.generate", { agent_id: "a", suite_id: "s" }), []);
});

test("W41: what published Synthflow examples send is accepted", async () => {
  assert.deepEqual(codes("agents.update", { type: "outbound" }), []);
  const booking = {
    first_appt_date: "2026-12-01",
    max_time_slots: 3,
    min_hours_diff: 1,
    no_of_days: 3,
    timezone: "Europe/Berlin",
    CALCOM: { event_id: "1" },
  };
  assert.deepEqual(codes("actions.create", { REAL_TIME_BOOKING: booking }), []);
  assert.deepEqual(await sent((client) => client.subaccounts.list({ workspace_id: "w" })), {
    workspace_id: "w",
  });
});

const notCreated = [
  { success: false, message: "Insufficient balance" },
  { detail: { status: "error", description: "Insufficient balance" } },
  { status: "failed", message: "Insufficient balance" },
  { status: "ok", response: {}, message: "Insufficient balance" },
];

for (const body of notCreated) {
  test(`W42: a 200 with ${JSON.stringify(body).slice(0, 40)}… is no placed call`, async () => {
    await withServer(
      () => body,
      async ({ client, delivered }) => {
        const error = await rejection(client().calls.create(call));
        assert.equal(error.outcome, "unknown");
        assert.match(error.message, /Insufficient balance/);
        assert.equal(delivered.length, 1);
      },
    );
  });
}

test("W43: inline actions need no http_mode and no run_action_before_call_start", () => {
  const action = {
    type: "CUSTOM_ACTION",
    name: "Look up",
    CUSTOM_ACTION: { name: "a", url: "https://a.example" },
  };
  assert.deepEqual(codes("agents.create", { ...agent, actions: [action] }), []);
});

test("W44: an empty prompt or greeting of a call is refused with a hint to omit it", async () => {
  for (const field of ["prompt", "greeting"]) {
    const [issue] = check("calls.create", { ...call, [field]: "" });
    assert.equal(issue.path, field);
    assert.equal(issue.hint, "omit it");
  }
  await withServer(
    () => ({}),
    async ({ client, delivered }) => {
      const error = await rejection(client().calls.create({ ...call, prompt: "" }));
      assert.equal(error.outcome, "not-sent");
      assert.equal(delivered.length, 0);
    },
  );
});

test("W43: an inline booking names its event or calendar, as in actions.create, and needs nothing else", async () => {
  const bookings = [
    { CALCOM: { event_id: "e" } },
    { GHL: { calendar_id: "c", autoconfirm: "new", booking_title: "A" }, max_time_slots: 2 },
  ];
  for (const REAL_TIME_BOOKING of bookings) {
    const actions = [{ type: "REAL_TIME_BOOKING", REAL_TIME_BOOKING }];
    assert.deepEqual((await sent((client) => client.agents.create({ ...agent, actions }))).actions, actions);
    assert.deepEqual((await sent((client) => client.agents.update("m", { actions }))).actions, actions);
  }
});
