/** What requests may contain: rows W16 to W25 and W36 to W44 of the field findings, and others of their kind. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "synthflow-wasm";
import { rejection, withServer } from "../support/server.js";

const call = { model_id: "m", name: "Ada", phone: "+14155550123" };
const agent = { type: "outbound", name: "A", agent: {} };

const codes = (operation, params) => check(operation, params).map(({ path, code }) => `${path} ${code}`);
const hint = (operation, params) => check(operation, params)[0]?.hint;

/** What the body or the query of a request is. */
const sent = async (run) => {
  const respond = () => ({ status: "ok", response: { call_id: "c", model_id: "m", id: "i", calls: [] } });
  return withServer(respond, async ({ client, delivered }) => {
    await run(client());
    const [{ method, url, body }] = delivered;
    return method === "GET"
      ? Object.fromEntries(new URL(url, "http://a.example").searchParams)
      : JSON.parse(body);
  });
};

test("W16: a contact needs no name and no phone number", () => {
  assert.deepEqual(codes("contacts.create", { email: "ada@example.com" }), []);
});

test("W17: subaccounts.update refuses permissions, naming what to use", () => {
  const params = { permissions: { inbound: true } };
  assert.deepEqual(codes("subaccounts.update", params), ["permissions unknown_field"]);
  assert.match(hint("subaccounts.update", params), /grant_permissions and revoke_permissions/);
});

test("W18: agents.update accepts an inbound webhook URL", () => {
  assert.deepEqual(codes("agents.update", { inbound_call_webhook_url: "https://a.example/in" }), []);
  assert.deepEqual(codes("agents.update", { inbound_call_webhook_url: "a.example" }), [
    "inbound_call_webhook_url invalid_format",
  ]);
});

test("W19: custom variables may be an object, which is sent as pairs of strings", async () => {
  const custom_variables = { company: "Acme", seats: 5, vip: true, "": "x", __proto__: null, toString: "y" };
  assert.deepEqual(
    (await sent((client) => client.calls.create({ ...call, custom_variables }))).custom_variables,
    [
      { key: "company", value: "Acme" },
      { key: "seats", value: "5" },
      { key: "vip", value: "true" },
      { key: "", value: "x" },
      { key: "toString", value: "y" },
    ],
  );
  const pairs = [{ key: "a", value: "b" }, "c: d"];
  assert.deepEqual(
    (await sent((client) => client.calls.create({ ...call, custom_variables: pairs }))).custom_variables,
    pairs,
  );
  for (const value of [null, {}, [], () => 1, new Date()]) {
    assert.deepEqual(codes("calls.create", { ...call, custom_variables: { company: value } }), [
      "custom_variables.company invalid_type",
    ]);
  }
  assert.deepEqual(codes("calls.create", { ...call, custom_variables: new Map([["a", "b"]]) }), [
    "custom_variables unreadable",
  ]);
  assert.deepEqual(codes("calls.create", { ...call, custom_variables: "a: b" }), [
    "custom_variables invalid_type",
  ]);
});

test("W19: what is sent is what was checked, and the caller's object is not changed", async () => {
  let reads = 0;
  const custom_variables = {
    get company() {
      reads += 1;
      return reads === 1 ? "Acme" : { evil: true };
    },
  };
  const body = await sent((client) => client.calls.create({ ...call, custom_variables }));
  assert.deepEqual(body.custom_variables, [{ key: "company", value: "Acme" }]);
  const params = { ...call, custom_variables: { a: 1 } };
  await sent((client) => client.calls.create(params));
  assert.deepEqual(params.custom_variables, { a: 1 });
});

test("W20: a time is a Date, ISO text, a date, or milliseconds; seconds are refused", async () => {
  const list = (from_date) => sent((client) => client.calls.list({ model_id: "m", from_date }));
  const date = new Date("2026-04-01T00:00:00Z");
  assert.equal((await list(date)).from_date, "1775001600000");
  for (const text of ["2026-04-01", "2026-04-01T00:00:00Z", "2026-04-01 10:00"]) {
    assert.equal((await list(text)).from_date, text);
  }
  assert.equal((await list(1775001600000)).from_date, "1775001600000");
  assert.equal((await list(0)).from_date, "0");
  const refused = [
    1775001600,
    1775001600.5,
    "1 April",
    "04/01/2026",
    "",
    new Date(Number.NaN),
    true,
    {},
    null,
  ];
  for (const from_date of [...refused, "2026-04-01x", "1775001600"]) {
    assert.deepEqual(
      codes("calls.list", { model_id: "m", from_date }),
      ["from_date invalid_type"],
      String(from_date),
    );
  }
  assert.match(hint("calls.list", { model_id: "m", from_date: 1775001600 }), /1000/);
});

test("W20: trigger_timestamp in seconds would dial at once, and is refused", () => {
  const batch = { batch_call_id: "b", tasks: [{ to_phone_number: "+14155550123" }] };
  assert.deepEqual(codes("batchCalls.create", { ...batch, trigger_timestamp: 1775001600 }), [
    "trigger_timestamp out_of_range",
  ]);
  assert.deepEqual(codes("batchCalls.create", { ...batch, trigger_timestamp: 1775001600000 }), []);
});

test("W21: calls.list takes a limit from 1 to 100", () => {
  for (const limit of [1, 100]) assert.deepEqual(codes("calls.list", { model_id: "m", limit }), []);
  for (const limit of [0, 101, 500]) {
    assert.deepEqual(codes("calls.list", { model_id: "m", limit }), ["limit out_of_range"]);
  }
});

const across = {
  "actions.create": [
    [{}, ["params required"]],
    [{ SEND_SMS: { content: "a", instructions: "b" }, CUSTOM_EVAL: {} }, ["params invalid_value"]],
    [{ INFORMATION_EXTRACTOR: {} }, ["INFORMATION_EXTRACTOR required"]],
    [
      { INFORMATION_EXTRACTOR: { YES_NO: { identifier: "a" }, OPEN_QUESTION: { identifier: "b" } } },
      ["INFORMATION_EXTRACTOR invalid_value"],
    ],
    [
      { CUSTOM_EVAL: { question: { category: "numeric", expected_result: "11" } } },
      ["CUSTOM_EVAL.question.expected_result invalid_value"],
    ],
    [
      {
        CUSTOM_ACTION: {
          http_mode: "GET",
          url: "https://a.example",
          name: "a",
          run_action_before_call_start: true,
          custom_auth: { is_needed: true },
        },
      },
      ["CUSTOM_ACTION.custom_auth.value required"],
    ],
  ],
  "knowledgeBases.sources.create": [
    [{ type: "text" }, ["content required"]],
    [{ type: "pdf" }, ["url required"]],
    [{ type: "web", content: "a" }, ["url required"]],
    [{ type: "web", url: "nope" }, ["url invalid_format"]],
    [{ type: "text", content: "a" }, []],
  ],
  "agents.create": [
    [{ ...agent, external_webhook_url: "nope" }, ["external_webhook_url invalid_format"]],
    [{ ...agent, external_webhook_url: "ftp://a.example" }, ["external_webhook_url invalid_format"]],
    [{ ...agent, external_webhook_url: "https://" }, ["external_webhook_url invalid_format"]],
    [{ ...agent, voicemail_message: { enabled: true } }, ["agent.greeting_message_mode required"]],
    [{ ...agent, voicemail_message: {} }, ["agent.greeting_message_mode required"]],
    [
      { ...agent, agent: { greeting_message_mode: "agent_static" }, voicemail_message: { enabled: true } },
      ["agent.greeting_message_mode invalid_value"],
    ],
    [{ ...agent, voicemail_message: { enabled: false } }, []],
    [{ ...agent, agent: { greeting_message_mode: "human" }, voicemail_message: { enabled: true } }, []],
    [{ ...agent, agent: { ring_pause_seconds: -1 } }, ["agent.ring_pause_seconds out_of_range"]],
    [{ ...agent, max_duration: { duration_seconds: -5 } }, ["max_duration.duration_seconds out_of_range"]],
  ],
  "agents.update": [
    [{ voicemail_message: { enabled: true } }, []],
    [
      { agent: { greeting_message_mode: "agent_dynamic" }, voicemail_message: { enabled: true } },
      ["agent.greeting_message_mode invalid_value"],
    ],
  ],
  "phoneNumbers.importCustom": [
    [
      { workspace_id: "w", phone_number: "+14155550100", uac_enabled: true },
      ["termination_uri required", "trunk_username required", "trunk_pwd required"],
    ],
    [{ workspace_id: "w", phone_number: "+14155550100", provider_name: "zoom" }, []],
    [
      { workspace_id: "w", phone_number: "+14155550100", provider_name: "telnyx" },
      ["termination_uri required"],
    ],
  ],
  "subaccounts.create": [
    [
      { subaccount_name: "a", grant_permissions: ["chat", "chat"], revoke_permissions: ["chat", "logs"] },
      ["grant_permissions[1] invalid_value", "revoke_permissions[0] invalid_value"],
    ],
  ],
  "actions.attach": [
    [{ model_id: "m" }, ["actions required"]],
    [{ model_id: "m", items: [{}] }, ["items[0] required"]],
    [{ model_id: "m", items: [{ action_id: "a", slug: "b" }] }, ["items[0] invalid_value"]],
    [{ model_id: "", actions: ["a"] }, ["model_id invalid_value"]],
  ],
  "calls.startWebSocketMedia": [
    [
      {
        modelId: "m",
        fromPhoneNumber: "+14155550100",
        toPhoneNumber: "+14155550123",
        wsMediaFraming: "payload",
      },
      ["wsMediaCodec required"],
    ],
  ],
  "batchCalls.create": [
    [{ tasks: [] }, ["tasks out_of_range", "model_id required", "from_phone_number required"]],
    [
      {
        batch_call_id: "b",
        tasks: Array.from({ length: 10_001 }, () => ({ to_phone_number: "+14155550123" })),
      },
      ["tasks out_of_range"],
    ],
  ],
  "calls.create": [[{ ...call, model_id: "" }, ["model_id invalid_value"]]],
  "calls.list": [[{ model_id: "" }, ["model_id invalid_value"]]],
};

for (const [operation, cases] of Object.entries(across)) {
  test(`W22: ${operation} checks what the documentation says`, () => {
    for (const [params, expected] of cases)
      assert.deepEqual(codes(operation, params), expected, JSON.stringify(params));
  });
}

test("W22: the weekdays of a schedule are distinct, each with one interval", () => {
  const interval = [{ from: "09:00", to: "17:00" }];
  const schedule = (days) => ({
    LIVE_TRANSFER: {
      transfer_mode: "cold_transfer",
      phone: "+14155550100",
      instructions: "a",
      initiating_msg: "b",
      human_availability: { timezone: "Europe/Berlin", active: true, schedule: days },
    },
  });
  const path = "LIVE_TRANSFER.human_availability.schedule";
  const monday = { weekday: "monday", interval };
  assert.deepEqual(codes("actions.create", schedule([monday, monday])), [`${path}[1] invalid_value`]);
  assert.deepEqual(codes("actions.create", schedule([{ ...monday, interval: [] }])), [
    `${path}[0].interval out_of_range`,
  ]);
});

test("W24: an unknown operation throws", () => {
  for (const operation of ["agents.creat", undefined, null, "", "toString", 5]) {
    assert.throws(() => check(operation, {}), String(operation));
  }
});

test("W25: phone numbers of a subaccount are checked in both forms", () => {
  const codesOf = (phone_numbers) => codes("subaccounts.update", { products: { phone_numbers } });
  assert.deepEqual(codesOf(["abc"]), ["products.phone_numbers[0] invalid_format"]);
  assert.deepEqual(codesOf([{ number: "0123" }]), ["products.phone_numbers[0].number invalid_format"]);
  assert.deepEqual(codesOf(["+14155550100", { number: "+14155550101" }]), []);
});

const evaluation = {
  question: { identifier: "polite", text: "Was it polite?", category: "pass_fail", expected_result: "true" },
};

test("W36: agents take actions inline, and an empty list removes all", async () => {
  const actions = [{ type: "CUSTOM_EVAL", name: "Polite", CUSTOM_EVAL: evaluation }];
  assert.deepEqual((await sent((client) => client.agents.create({ ...agent, actions }))).actions, actions);
  assert.deepEqual((await sent((client) => client.agents.update("m", { actions: [] }))).actions, []);
  assert.deepEqual(codes("agents.update", { actions: [{ type: "SEND_SMS", name: "a" }] }), [
    "actions[0] required",
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
];

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

test("W41: what clients of the vendor send is accepted", async () => {
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
