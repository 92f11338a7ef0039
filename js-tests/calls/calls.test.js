/**
 * `synthflow-wasm/calls`: one object for a call, whichever form it arrives in. Length: one test for each field of a summary, in all forms.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { extractions, isFinalStatus, summarize, transcriptTurns } from "synthflow-wasm/calls";
import { parse } from "synthflow-wasm/webhooks";

const example = JSON.parse(readFileSync(new URL("../webhooks/legacy.json", import.meta.url), "utf8"));

const transcript = "\nbot: Hello, this is Ada.\nhuman: Hi.\nWho is this?\nbot: Ada.";
const turns = [
  { role: "agent", text: "Hello, this is Ada." },
  { role: "human", text: "Hi.\nWho is this?" },
  { role: "agent", text: "Ada." },
];
const actions = { extract_info_budget: { return_value: '{"budget": 5000}' } };

/** One call, as `calls.get` of a real account sends it. */
const sent = {
  call_id: "c1",
  model_id: "m",
  call_status: "completed",
  end_call_reason: "human_goodbye",
  duration: "25",
  start_time: "1711646262471",
  name: "Sam",
  phone_number_from: "+14155550100",
  phone_number_to: "+14155550123",
  type_of_call: "outbound",
  recording_url: "https://a.example/r",
  transcript,
  executed_actions: actions,
};

const expected = {
  id: "c1",
  status: "completed",
  ended: true,
  answered: "human",
  person: { name: "Sam", number: "+14155550123" },
  numbers: { from: "+14155550100", to: "+14155550123" },
  startedAt: new Date(1711646262471),
  seconds: 25,
  endReason: "human_goodbye",
  recordingUrl: "https://a.example/r",
  transcript: turns,
  extractions: { budget: 5000 },
};

/** A summary without its source; with an object whose prototype is that of the expected one. */
const plain = ({ source: _, extractions: found, ...summary }) => ({ ...summary, extractions: { ...found } });

test("W11: a call of get, a raw response, an event and a flat event have one summary", async () => {
  const { phone_number_from, phone_number_to, name, executed_actions, call_status, ...call } = sent;
  const event = {
    status: "completed",
    lead: { name, phone_number: phone_number_to },
    call: { ...call, status: call_status, phone_number_from, start_time: "2024-03-28T17:17:42.471+00:00" },
    executed_actions,
  };
  const flat = { ...sent, start_time: 1711646262471, call_status: undefined, status: "completed" };
  const response = { status: "ok", response: { calls: [sent] } };
  const text = JSON.stringify(response);
  const client = new Synthflow({ apiKey: "test", fetch: async () => new Response(text) });
  const got = await client.calls.get("c");
  const [listed] = (await client.calls.list({ model_id: "m" })).data;
  for (const source of [sent, response, got, listed, event, parse(event), flat, parse(flat)]) {
    const before = JSON.stringify(source);
    const summary = summarize(source);
    assert.deepEqual(plain(summary), expected);
    assert.equal(summary.source, source);
    assert.equal(JSON.stringify(source), before);
  }
});

test("W11: the example of the legacy documentation, and an inbound event", () => {
  const summary = summarize(example);
  assert.equal(summary.id, example.call.call_id);
  assert.deepEqual(summary.person, { name: "David", number: "+1234334546" });
  assert.equal(summary.startedAt.toISOString(), "2024-03-28T17:17:46.205Z");
  assert.deepEqual({ ...summary.extractions }, { purchase: "car" });
  assert.equal(summary.transcript.length, 4);
  const inbound = summarize({
    event: "call_inbound",
    call_inbound: { model_id: "m", from_number: "+14155550100", to_number: "+14155550101" },
  });
  assert.deepEqual(inbound.numbers, { from: "+14155550100", to: "+14155550101" });
  assert.equal(inbound.person.number, "+14155550100");
  assert.deepEqual([inbound.ended, inbound.answered, inbound.id], [false, "unknown", undefined]);
});

test("W11: an inbound event that also has a call", () => {
  const call_inbound = {
    model_id: "m",
    call_id: "A",
    from_number: "+14155550100",
    to_number: "+14155550101",
  };
  const event = { event: "call_inbound", call_inbound, call: { status: "ringing" } };
  for (const source of [event, parse(event)]) {
    const { id, status, person, numbers } = summarize(source);
    assert.deepEqual([id, status, person.number], ["A", "ringing", "+14155550100"]);
    assert.deepEqual(numbers, { from: "+14155550100", to: "+14155550101" });
  }
  // A call that came in earlier is not this one.
  const { id, numbers } = summarize({ event: "call_completed", call_inbound, call: { status: "completed" } });
  assert.deepEqual([id, numbers], [undefined, { from: undefined, to: undefined }]);
});

test("W11: the status of the envelope is not that of the call", () => {
  const of = (response) => {
    const { id, status, ended } = summarize({ status: "ok", response });
    return [id, status, ended];
  };
  assert.deepEqual(of({ call_id: "a", status: "busy" }), ["a", "busy", true]);
  assert.deepEqual(of({ calls: { call_id: "a", status: "busy" } }), ["a", "busy", true]);
  assert.deepEqual(of({ answer: "Call initiated.", call_id: "a" }), ["a", undefined, false]);
  assert.deepEqual(of({ calls: [] }), [undefined, undefined, false]);
  assert.deepEqual(of({}), [undefined, undefined, false]);
  // A field of this name in a call is not an envelope.
  assert.equal(summarize({ call_id: "a", status: "busy", response: { status: "ok" } }).status, "busy");
  assert.equal(summarize({ call: { call_id: "a" }, response: {} }).id, "a");
});

test("W11: phone numbers that are numbers", () => {
  const call = { phone_number_from: 14155550100, phone_number_to: 14155550123 };
  const { numbers, person } = summarize(call);
  assert.deepEqual([numbers, person.number], [{ from: "14155550100", to: "14155550123" }, "14155550123"]);
  assert.equal(summarize({ lead: { phone_number: 14155550123 }, call: {} }).person.number, "14155550123");
  assert.equal(summarize({ call_inbound: { from_number: 14155550100 } }).numbers.from, "14155550100");
  for (const none of [1e21, -1, 1.5, Number.NaN, true, {}, ""])
    assert.equal(summarize({ phone_number_to: none }).numbers.to, undefined);
});

test("W11: numbers of calls in a list, by their direction", () => {
  const listed = { agent_phone_number: "+1", lead_phone_number: "+2", lead_name: "Sam" };
  assert.deepEqual(summarize({ ...listed, type_of_call: "outbound" }).numbers, { from: "+1", to: "+2" });
  assert.deepEqual(summarize({ ...listed, type_of_call: "inbound" }).numbers, { from: "+2", to: "+1" });
  assert.deepEqual(summarize({ ...listed, type_of_call: "Inbound" }).numbers, { from: "+2", to: "+1" });
  for (const type_of_call of ["outbound", "inbound", undefined])
    assert.deepEqual(summarize({ ...listed, type_of_call }).person, { name: "Sam", number: "+2" });
  const got = { phone_number_from: "+1", phone_number_to: "+2" };
  assert.equal(summarize({ ...got, type_of_call: "inbound" }).person.number, "+1");
  assert.equal(summarize(got).person.number, "+2");
  // What the call says comes before what is around it.
  assert.equal(summarize({ status: "completed", call: { call_status: "busy" } }).status, "busy");
});

test("W11: who answered", () => {
  const human = "\nbot: Hi\nhuman: Hello";
  for (const [answered, call] of [
    ["human", { status: "completed", transcript: human }],
    ["human", { status: "completed", end_call_reason: "agent_goodbye" }],
    ["human", { status: "failed", transcript: human }],
    ["human", { status: "in-progress", transcript: human }],
    ["voicemail", { status: "hangup_on_voicemail", transcript: human }],
    ["voicemail", { status: "left_voicemail" }],
    ["human", { status: "completed", error_message: "no voicemail detected", transcript: human }],
    ["voicemail", { status: "completed", end_call_reason: "voicemail_message_left", transcript: human }],
    ["none", { status: "no-answer" }],
    ["none", { status: "busy", transcript: "\nbot: Hi" }],
    ["none", { call_status: "canceled" }],
    ["unknown", { status: "completed" }],
    ["unknown", { status: "ringing" }],
    ["unknown", { status: "brand-new" }],
    ["unknown", {}],
  ]) {
    assert.equal(summarize(call).answered, answered, JSON.stringify(call));
  }
});

test("W11: start times in all forms, and durations", () => {
  const at = (start_time) => summarize({ start_time }).startedAt?.getTime();
  for (const same of [
    1711646262471,
    "1711646262471",
    "2024-03-28T18:17:42.471+01:00",
    "2024-03-28T17:17:42.471Z",
    "2024-03-28T17:17:42.471",
    "2024-03-28 17:17:42.471000",
    "2024-03-28 17:17:42.471+00",
    "2024-03-28T18:17:42.471+01",
    "2024-03-28 17:17:42.471 UTC",
    "2024-03-28T17:17:42.471 GMT",
  ]) {
    assert.equal(at(same), 1711646262471, String(same));
  }
  assert.equal(at(1711646262), 1711646262000);
  assert.equal(at("1711646262471000"), 1711646262471);
  assert.equal(at(1711646262471000000), 1711646262471);
  assert.equal(at("2024-03-28"), Date.UTC(2024, 2, 28));
  for (const none of ["", "soon", null, {}, "0", -1, 1e300, "1e999", "2024", 20240328])
    assert.equal(at(none), undefined);
  assert.equal(at("2024-02-29T24:00:00-0500"), Date.UTC(2024, 2, 1, 5));
  for (const none of [
    ...["2024-02-30", "2024-02-30T00:00:00Z", "2023-02-29 10:00", "2024-04-31T10:00:00+02", "2024-13-01"],
    ...["2024-00-10", "2024-01-00", "2024-01-01T25:00:00Z", "2024-01-01T10:60Z"],
    ...["05/04/2024", "Mar 28, 2024", "2024/03/28 10:00:00", "2024-3-28 7:05:00", "2024-03-28 5:17 PM"],
    ...["Thu Mar 28 2024 17:17:42 GMT+0100", "+010000-01-01T00:00:00Z", "2024-03-28T17:17:42,471Z"],
    ...["253402300800000000000", 253402300800000e6],
  ])
    assert.equal(at(none), undefined, String(none));
  const seconds = (call) => summarize(call).seconds;
  assert.equal(seconds({ duration: "25" }), 25);
  assert.equal(seconds({ duration: 0 }), 0);
  assert.equal(seconds({ duration: "25 s", telephony_duration: "27310" }), 27.31);
  assert.equal(seconds({ duration: -1 }), undefined);
  assert.equal(seconds({ duration: -1, telephony_duration: 2500 }), 2.5);
  assert.equal(seconds({}), undefined);
});

test("W11: turns of a transcript", () => {
  assert.deepEqual(transcriptTurns(transcript), turns);
  assert.deepEqual(transcriptTurns("\nassistant: A\nuser: B\r\n  Bot: C"), [
    { role: "agent", text: "A" },
    { role: "human", text: "B" },
    { role: "agent", text: "C" },
  ]);
  assert.deepEqual(transcriptTurns("Welcome.\nhuman: Hi, bot: no turn\nhumans: neither"), [
    { role: "agent", text: "Welcome." },
    { role: "human", text: "Hi, bot: no turn\nhumans: neither" },
  ]);
  assert.deepEqual(transcriptTurns("bot:\nhuman: \n"), []);
  for (const none of ["", undefined, null, 5, {}, ["bot: a"]]) assert.deepEqual(transcriptTurns(none), []);
});

test("W11: extractions with both prefixes, spaces, nested and broken values", () => {
  const of = (return_value, key = "extract_info_a b", rest = {}) => {
    const found = extractions({ [key]: { return_value, ...rest } });
    assert.equal(Object.getPrototypeOf(found), null);
    return { ...found };
  };
  for (const [value, returned] of [
    ["yes", "yes"],
    [5, 5],
    [false, false],
    ["{", "{"],
    ["007", "007"],
    ["Paris", '"Paris"'],
    ["Paris", { "a b": '"Paris"' }],
    [5, JSON.stringify('{"a b": 5}')],
    [5, JSON.stringify(JSON.stringify({ "a b": 5 }))],
    ["", '""'],
    ['"Hi", she said', '"Hi", she said'],
    ['"Hi" and "bye"', '"Hi" and "bye"'],
    ["nullable", "nullable"],
    ["42", "42"],
    ["true", "true"],
    [null, "null"],
    [null, '"null"'],
    [null, {}],
    [null, "{}"],
    [null, { id: null }],
    [null, '{"a b": null}'],
    [null, null],
    [null, undefined],
    [5, { "a b": 5 }],
    [5, { A_b: 5 }],
    [5, '{"a b": "{\\"a b\\": 5}"}'],
    [{ c: 1 }, { "a b": { c: 1 } }],
    [
      { c: 1, d: null },
      { c: 1, d: null },
    ],
    [[1], { "a b": [1] }],
    [[], []],
  ]) {
    for (const prefix of ["extract_info_", "info_extractor_"])
      assert.deepEqual(of(returned, `${prefix}a b`), { "a b": value }, JSON.stringify(returned));
  }
  const parameters_hard_coded = '{"identifier": "purchase"}';
  assert.deepEqual(of({ purchase: "car" }, "extract_info_1", { parameters_hard_coded }), { purchase: "car" });
  assert.deepEqual(of("x", "send_sms_a"), {});
  assert.deepEqual(
    { ...extractions([{ name: "extract_info_a", return_value: 1 }, { name: "transfer" }]) },
    { a: 1 },
  );
  const both = { extract_info_a: { return_value: 5 }, info_extractor_a: { return_value: {} } };
  assert.deepEqual({ ...extractions(both) }, { a: 5 });
  assert.deepEqual({ ...extractions(JSON.stringify(both)) }, { a: 5 });
  for (const none of [undefined, null, 5, "{", "x", [], [null], { extract_info: {} }])
    assert.deepEqual({ ...extractions(none) }, {});
});

test("W11: an identifier called __proto__ is a value like any other", () => {
  const text = '{"extract_info___proto__":{"return_value":{"__proto__":{"polluted":1}}}}';
  const found = extractions(JSON.parse(text));
  assert.deepEqual(Object.keys(found), ["__proto__"]);
  assert.equal(Object.getPrototypeOf(found), null);
  assert.deepEqual(Object.values(found), [{ polluted: 1 }]);
  assert.equal({}.polluted, undefined);
});

test("W11: final statuses are those of the core", async () => {
  const client = new Synthflow({
    apiKey: "test",
    fetch: async () => Response.json({ response: { calls: [{ call_id: "c", status: current }] } }),
  });
  let current;
  const definitions = readFileSync(new URL("../../pkg/types.d.cts", import.meta.url), "utf8");
  const [, values] = definitions.match(/export type CallStatus =\n([\s\S]*?);/);
  const statuses = [...values.matchAll(/\| "([^"]+)"/g)].map(([, value]) => value);
  assert.ok(statuses.length > 10);
  for (const status of [...statuses, "brand-new", "Completed", ""]) {
    current = status;
    const ended = await client.calls.wait("c", { interval: 20, timeout: 40 }).then(
      () => true,
      () => false,
    );
    assert.equal(isFinalStatus(status), ended, status);
    if (status) assert.equal(summarize({ status }).ended, ended, status);
  }
  for (const none of [undefined, null, 5, {}, ["completed"]]) assert.equal(isFinalStatus(none), false);
});
