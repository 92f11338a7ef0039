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
