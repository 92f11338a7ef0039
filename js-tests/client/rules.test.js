/** Edge cases of the validation rules. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "synthflow-wasm";
import { withGlobal } from "../safety/support.js";

const agent = (settings) => ({ type: "widget", name: "A", agent: settings });
const codes = (operation, params) => check(operation, params).map(({ path, code }) => `${path} ${code}`);

test("a phone number has 7 to 15 digits", () => {
  const call = (phone) => codes("calls.create", { model_id: "m", name: "Sam", phone });
  for (const digits of [7, 8, 14, 15]) assert.deepEqual(call(`+${"1".repeat(digits)}`), [], String(digits));
  for (const digits of [0, 1, 6, 16, 17, 100]) {
    assert.deepEqual(call(`+${"1".repeat(digits)}`), ["phone invalid_format"], String(digits));
  }
});

test("a range includes both limits", () => {
  for (const speed of [0.7, 1, 1.2])
    assert.deepEqual(codes("agents.create", agent({ voice_speed: speed })), []);
  for (const speed of [0.69, 1.21, -1]) {
    assert.deepEqual(codes("agents.create", agent({ voice_speed: speed })), [
      "agent.voice_speed out_of_range",
    ]);
  }
});

test("an integer has no decimals, however small, and is one that a number holds", () => {
  const volume = (volume) => codes("agents.create", agent({ background_noise: { volume } }));
  for (const integer of [0, -5, 110, 1e15, Number.MAX_SAFE_INTEGER]) {
    assert.deepEqual(volume(integer), [], String(integer));
  }
  for (const other of [1.5, 110.00000000000001, 1e-7, 2 ** 53, 1e21, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.deepEqual(volume(other), ["agent.background_noise.volume invalid_type"], String(other));
  }
});

test("the whole string of a time of day must have the format", () => {
  const params = (from) => ({
    LIVE_TRANSFER: {
      transfer_mode: "cold_transfer",
      phone: "+14155550100",
      instructions: "when asked",
      initiating_msg: "One moment",
      human_availability: {
        timezone: "Europe/Berlin",
        active: true,
        schedule: [{ weekday: "monday", interval: [{ from, to: "17:00" }] }],
      },
    },
  });
  assert.deepEqual(codes("actions.create", params("09:00")), []);
  for (const from of ["9:00", "09:00:00", "09:0", "09.00", "", "09:00 "]) {
    assert.deepEqual(
      codes("actions.create", params(from)),
      ["LIVE_TRANSFER.human_availability.schedule[0].interval[0].from invalid_format"],
      from,
    );
  }
});

test("at most a hundred issues are reported", () => {
  const reasons = Array.from({ length: 1000 }, () => ({ reason: 5 }));
  assert.equal(check("agents.create", agent({ end_call_reasons_v2: reasons })).length, 100);
});

test("the most similar name is found for swapped letters and any case", () => {
  for (const [name, near] of [
    ["naem", "name"],
    ["NAME", "name"],
    ["Descriptoin", "description"],
  ]) {
    const [issue] = check("agents.create", { ...agent({}), [name]: "x" });
    assert.equal(issue.hint, `did you mean "${near}"?`);
  }
});

test("of several types the most similar one is reported, whatever their order", () => {
  assert.deepEqual(codes("agents.attachPhoneNumbers", { phone_numbers: ["415"] }), [
    "phone_numbers[0] invalid_format",
  ]);
  assert.deepEqual(codes("agents.attachPhoneNumbers", { phone_number_slugs: [5] }), [
    "phone_number_slugs[0] invalid_type",
  ]);
});

test("an offset is not a time zone, even if the host accepts it as one", async () => {
  // Hosts have done so since 2024.
  const lenient = { DateTimeFormat: class {} };
  await withGlobal("Intl", lenient, () => {
    for (const timezone of ["+01:00", "-05:00", "+0100", "-05"]) {
      assert.deepEqual(
        codes("agents.create", agent({ timezone })),
        ["agent.timezone invalid_format"],
        timezone,
      );
    }
    assert.deepEqual(codes("agents.create", agent({ timezone: "Europe/Berlin" })), []);
  });
});

test("a list of hundreds of thousands of different values is checked without comparing each with all", () => {
  const grant_permissions = Array.from({ length: 300_000 }, (_, at) => `p${at}`);
  assert.equal(check("subaccounts.update", { grant_permissions })[0].code, "invalid_value");
});

test("W22: dates are of the calendar, and times of the day", () => {
  const right = ["2026-04-01", "2024-02-29", "2026-12-31"];
  const wrong = [
    "2026-13-01",
    "2026-00-10",
    "2026-02-30",
    "2025-02-29",
    "2026-04-31",
    "0000-00-00",
    "01.02.2026",
    "20260401",
    "2026-W01-1",
    "yesterday",
    "",
  ];
  const first = (date) => ({ REAL_TIME_BOOKING: { first_appt_date: date } });
  const ofBooking = (date) =>
    codes("actions.create", first(date)).filter((code) => code.includes("first_appt_date"));
  for (const date of right) assert.deepEqual(ofBooking(date), [], date);
  for (const date of [...wrong, "2026-04-01T09:30:00Z"])
    assert.deepEqual(ofBooking(date), ["REAL_TIME_BOOKING.first_appt_date invalid_format"], date);
  const ranges = [
    ["analytics.export", "from_date", "to_date"],
    ["webhookLogs.list", "from_date", "to_date"],
    ["simulationScenarios.list", "start_date", "end_date"],
    ["simulationSuites.list", "start_date", "end_date"],
    ["simulationRuns.list", "start_date", "end_date"],
    ["simulationRuns.sessions.list", "start_date", "end_date"],
  ];
  const times = ["2026-04-01T09:30:00Z", "2026-04-01 09:30", "2026-04-01T23:59:59.999+02:00"];
  const noTimes = [
    "2026-04-01T25:00:00Z",
    "2026-04-01T09:60",
    "2026-04-01T",
    "2026-04-01Tjunk",
    "2026-04-01x",
  ];
  for (const [operation, from, to] of ranges) {
    const given = operation === "webhookLogs.list" ? { workspace_id: "w" } : {};
    for (const field of [from, to]) {
      for (const date of [...right, ...times])
        assert.deepEqual(codes(operation, { ...given, [field]: date }), [], `${operation} ${date}`);
      for (const date of [...wrong, ...noTimes])
        assert.deepEqual(
          codes(operation, { ...given, [field]: date }),
          [`${field} invalid_format`],
          `${operation} ${date}`,
        );
    }
  }
  // A range of which one end is no time.
  assert.deepEqual(codes("analytics.export", { from_date: "2026-01-01", to_date: "2026-13-31" }), [
    "to_date invalid_format",
  ]);
  for (const date of ["2025-02-29", "2026-04-01T25:00:00Z", "2026-04-01Tjunk"])
    assert.deepEqual(
      codes("calls.list", { model_id: "m", from_date: date }),
      ["from_date invalid_type"],
      date,
    );
});

test("W22: of two tasks of a batch with the same id, the second would not be called", () => {
  const task = (id) => ({ ...(id !== undefined && { id }), to_phone_number: "+14155550123" });
  const batch = (tasks) =>
    codes("batchCalls.create", { model_id: "m", from_phone_number: "+14155550199", tasks });
  const many = Array.from({ length: 10_000 }, (_, at) => task(`task-${at}`));
  assert.deepEqual(batch(many), []);
  assert.deepEqual(batch([task(), task(), task("a")]), []);
  assert.deepEqual(batch([task("a"), task("b"), task("a")]), ["tasks[2] invalid_value"]);
  assert.deepEqual(batch([...many.slice(0, 9999), task("task-77")]), ["tasks[9999] invalid_value"]);
});

test("W22: a template is of WhatsApp, a server of MCP has https, words to interrupt are 0 to 5", () => {
  const chat = { agent_id: "a", to_number: "+14155550123", from_number: "+14155550124" };
  const template = { content_sid: "HX1" };
  assert.deepEqual(codes("chats.createOutbound", { ...chat, channel: "whatsapp", template }), []);
  assert.deepEqual(codes("chats.createOutbound", { ...chat, channel: "sms", template }), [
    "channel invalid_value",
  ]);
  for (const url of ["http://mcp.example/sse", "not a url", "https://", ""])
    assert.deepEqual(codes("mcp.set", { servers: [{ mcp_url: url }] }), [
      "servers[0].mcp_url invalid_format",
    ]);
  assert.deepEqual(codes("mcp.set", { servers: [{ mcp_url: "https://mcp.example/sse" }] }), []);
  const words = (min_words_to_interrupt) => codes("agents.create", agent({ min_words_to_interrupt }));
  for (const count of [0, 5, "0", "5"]) assert.deepEqual(words(count), [], String(count));
  for (const count of [6, -1, 123])
    assert.deepEqual(words(count), ["agent.min_words_to_interrupt out_of_range"]);
  const trunk = { workspace_id: "w", phone_number: "+14155550123", termination_uri: "sip.example" };
  const signs = { uac_enabled: true, trunk_username: "u", trunk_pwd: "" };
  assert.deepEqual(codes("phoneNumbers.importCustom", { ...trunk, ...signs }), ["trunk_pwd invalid_value"]);
});

test("W22: what the documentation does not ask for is not refused", () => {
  const custom = (fields) =>
    codes("actions.create", {
      CUSTOM_ACTION: { http_mode: "GET", url: "https://a.example", ...fields },
    }).filter((code) => !code.endsWith("required"));
  assert.deepEqual(custom({ action_sound: null }), []);
  assert.deepEqual(custom({ custom_auth: { is_needed: true, location: "header" } }), []);
  const mapping = { variable_name: "v", source: "hardcoded", hardcoded_value: null };
  const items = [{ action_id: "a", input_variables_mapping: [mapping] }];
  assert.deepEqual(codes("actions.attach", { model_id: "m", items }), []);
});
