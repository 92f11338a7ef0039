/** What requests may contain: rows W16 to W25 of the field findings, and others of their kind. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { check } from "synthflow-wasm";
import { withServer } from "../support/server.js";
import { codes, sent } from "./sent.js";

const call = { model_id: "m", name: "Ada", phone: "+14155550123" };

test("W16: a contact needs no name and no phone number", () => {
  assert.deepEqual(codes("contacts.create", { email: "ada@example.com" }), []);
});

test("W17: subaccounts.update refuses permissions, naming what to use", () => {
  const params = { permissions: { inbound: true } };
  assert.deepEqual(codes("subaccounts.update", params), ["permissions unknown_field"]);
  assert.match(check("subaccounts.update", params)[0].hint, /grant_permissions and revoke_permissions/);
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
  const { variables } = await sent((client) =>
    client.actions.initialize({ action_id: "a", variables: { company: "Acme", seats: 5 } }),
  );
  assert.deepEqual(variables, [
    { key: "company", value: "Acme" },
    { key: "seats", value: "5" },
  ]);
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
    "2026-13-01",
    "2026-00-10",
    "2026-04-32T10:00:00Z",
    "04/01/2026",
    "",
    new Date(Number.NaN),
    new Date(1775001600),
    1775001600000000,
    true,
    {},
    null,
  ];
  for (const date of ["1960-01-01", "1970-01-01", "1970-01-02", "1972-12-31", "9999-12-31"])
    assert.equal((await list(new Date(date))).from_date, String(Date.parse(date)));
  for (const from_date of [...refused, "2026-04-01x", "1775001600"]) {
    assert.deepEqual(
      codes("calls.list", { model_id: "m", from_date }),
      ["from_date invalid_type"],
      String(from_date),
    );
  }
  const hintOf = (from_date) => check("calls.list", { model_id: "m", from_date })[0].hint;
  for (const inSeconds of [1775001600, 1775001600.5, new Date(1775001600)])
    assert.match(hintOf(inSeconds), /multiply seconds by 1000/);
  for (const other of [1775001600000000, 1775001600000.5, Number.NaN, new Date(Number.NaN)])
    assert.equal(hintOf(other), "", String(other));
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

/** Cases that Rust has too: params, and the paths and codes of their issues. */
const across = JSON.parse(readFileSync(new URL("../../tests/params.json", import.meta.url), "utf8"));

for (const [operation, cases] of Object.entries(across)) {
  test(`W22: ${operation} checks what the documentation says`, () => {
    for (const [params, expected] of cases)
      assert.deepEqual(codes(operation, params), expected, JSON.stringify(params));
  });
}

test("W21: every limit is from 1 to 100, which the API checks", () => {
  const params = { "calls.list": { model_id: "m" }, "voices.list": { workspace: "w" } };
  params["phoneNumbers.list"] = params["voices.list"];
  const paged = [
    "agents",
    "actions",
    "calls",
    "voices",
    "phoneNumbers",
    "knowledgeBases",
    "batchCalls",
    "chats",
  ];
  for (const operation of [...paged, "contacts", "knowledgeBases.sources"].map((name) => `${name}.list`)) {
    assert.deepEqual(codes(operation, { ...params[operation], limit: 101 }), ["limit out_of_range"]);
    assert.deepEqual(codes(operation, { ...params[operation], limit: 100 }), []);
  }
});

test("W22: a batch has at most 10,000 tasks in one request", () => {
  const tasks = Array.from({ length: 10_001 }, () => ({ to_phone_number: "+14155550123" }));
  assert.deepEqual(codes("batchCalls.create", { batch_call_id: "b", tasks }), ["tasks out_of_range"]);
});

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

test("W22: a rule across fields is no field: one without a name is reported, and not sent in the query", async () => {
  const params = { subaccount_name: "A", "": 1 };
  assert.deepEqual(codes("subaccounts.create", params), ["params unknown_field"]);
  await withServer(
    () => ({ response: { subaccount_id: "s" } }),
    async ({ client, delivered }) => {
      await client().subaccounts.create(params, { validation: "off" });
      assert.equal(delivered[0].url, "/v2/subaccounts");
      assert.deepEqual(JSON.parse(delivered[0].body), params);
    },
  );
});

test("W22: an empty string that is a value of a list is named among the others", () => {
  const [issue] = check("actions.update", { CUSTOM_ACTION: { action_sound: "loud" } });
  assert.match(issue.expected, /^"", "typing"/);
});

test("S30: what JSON would omit, or send as null instead, is refused at any depth of fields of any type", async () => {
  const lost = [() => 1, Symbol("x"), NaN, Infinity, -Infinity, new Date(NaN), new Map([[1, 2]])];
  const places = [
    ["a", (value) => ({ a: value })],
    ["a.b", (value) => ({ a: { b: value } })],
    ["a[1].b", (value) => ({ a: [1, { b: value }] })],
  ];
  for (const value of lost) {
    for (const [at, given] of places) {
      const params = { namespaced_tool: "t", arguments: given(value) };
      const found = check("mcp.invokeTool", params);
      assert.deepEqual(
        found.map(({ path }) => path),
        [`arguments.${at}`],
        String(value),
      );
      const issues = check("contacts.create", { contact_metadata: given(value) });
      assert.equal(issues[0]?.path, `contact_metadata.${at}`, String(value));
    }
  }
  for (const value of [NaN, Infinity]) {
    assert.deepEqual(codes("calls.create", { ...call, custom_variables: { a: value, b: 1 } }), [
      "custom_variables.a invalid_type",
    ]);
  }
  for (const a of [[1, undefined], Object.assign([1], { 2: 3 })]) {
    const found = codes("mcp.invokeTool", { namespaced_tool: "t", arguments: { a, b: { a } } });
    assert.deepEqual(found, ["arguments.a[1] invalid_type", "arguments.b.a[1] invalid_type"]);
  }
  const valid = { a: [null, 1.5, { b: new Date(0), c: undefined }], d: -0, e: Object(1) };
  assert.deepEqual(codes("mcp.invokeTool", { namespaced_tool: "t", arguments: valid }), []);
});
