/** Events as they really arrive: inbound ones without an id, flat ones, check requests. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inboundReply, parse, sign, unwrap, verify, WebhookVerificationError } from "synthflow-wasm/webhooks";
import { rejection } from "../support/server.js";

const secret = "whsec_test";
const headersOf = async (id) => ({ "synthflow-signature": await sign(id, secret) });
const A = await headersOf("A");

const call_inbound = { model_id: "m", from_number: "+14155550100", to_number: "+14155550101" };
/** The payload of Synthflow's documentation. */
const documented = { event: "call_inbound", call_inbound };
const postCall = { status: "completed", call: { call_id: "A", status: "completed", duration: 25 } };
const allowed = { secret, allowUnsignedInbound: true };

const refusal = async (reason, pending) => {
  const error = await rejection(pending);
  assert.ok(error instanceof WebhookVerificationError, String(error));
  assert.equal(error.reason, reason);
  return error.message;
};

test("W12: the documented inbound event has no id: it is refused, and the error says what to do", async () => {
  const text = JSON.stringify(documented);
  for (const headers of [{}, A]) {
    for (const options of [
      { secret },
      { secret, allowUnsignedInbound: "true" },
      { secret, allowUnsignedInbound: 1 },
    ]) {
      const message = await refusal("call_id", unwrap(text, headers, options));
      assert.match(message, /allowUnsignedInbound: true/);
      assert.match(message, /secret in the URL/);
      assert.match(message, /addresses/);
    }
  }
  const inherited = Object.create({ allowUnsignedInbound: true }, { secret: { value: secret } });
  await refusal("call_id", unwrap(text, {}, inherited));
  // `verify` returns nothing that could say that it was not verified.
  await refusal("call_id", verify(text, {}, allowed));
});

test("W12: with allowUnsignedInbound it is returned, and says that it is not verified", async () => {
  const event = await unwrap(JSON.stringify(documented), {}, allowed);
  assert.deepEqual(event, documented);
  assert.equal(event.verified, false);
  assert.equal(event.check, false);
  assert.deepEqual(inboundReply({ override_model_id: "" }), { call_inbound: { override_model_id: "" } });
  assert.equal((await unwrap(JSON.stringify({ call_inbound }), {}, allowed)).event, "call_inbound");
  const nulls = {
    ...documented,
    call_id: null,
    call: null,
    call_inbound: { ...call_inbound, call_id: null },
  };
  assert.equal((await unwrap(JSON.stringify(nulls), {}, allowed)).verified, false);
  const empty = { ...documented, call_id: "", call_inbound: { ...call_inbound, call_id: "" } };
  const { verified, ...rest } = await unwrap(JSON.stringify(empty), {}, allowed);
  assert.deepEqual([verified, rest], [false, empty]);
  await refusal("call_id", unwrap(JSON.stringify(empty), A, { secret }));
});

test("W12: an id elsewhere in an inbound event is the one that the signature must cover", async () => {
  for (const body of [
    { ...documented, call_id: "A" },
    { call_inbound, call_id: "A" },
    { ...documented, call: { call_id: "A" } },
    { ...documented, call_id: "A", call_inbound: { ...call_inbound, call_id: "" } },
  ]) {
    const text = JSON.stringify(body);
    const event = await unwrap(text, A, { secret });
    assert.deepEqual([event.verified, event.event], [true, "call_inbound"]);
    assert.deepEqual(event.call_inbound, { ...call_inbound, call_id: "A" });
    assert.equal(parse(text).call_inbound.call_id, "A");
    for (const headers of [{}, await headersOf("B"), await headersOf(" ")])
      await refusal("signature", unwrap(text, headers, allowed));
  }
  for (const ids of [{ call_id: "A", call: { call_id: "B" } }, { call_id: 5 }, { call_id: ["A"] }])
    await refusal("call_id", unwrap(JSON.stringify({ ...documented, ...ids }), A, allowed));
});

test("W12: what has an id is verified all the same", async () => {
  const inbound = { ...documented, call_inbound: { ...call_inbound, call_id: "A" } };
  assert.equal((await unwrap(JSON.stringify(inbound), A, allowed)).verified, true);
  assert.equal((await unwrap(JSON.stringify(inbound), A, { secret })).verified, true);
  const B = await headersOf("B");
  for (const headers of [{}, B, { "synthflow-signature": "?" }]) {
    await refusal("signature", unwrap(JSON.stringify(inbound), headers, allowed));
    await refusal("signature", unwrap(JSON.stringify(postCall), headers, allowed));
  }
  await refusal("secret", unwrap(JSON.stringify(documented), {}, { allowUnsignedInbound: true }));
});

test("W12, S29: an id of another type or twice is no missing id", async () => {
  for (const body of [
    { ...documented, call_inbound: { ...call_inbound, call_id: 5 } },
    { ...documented, call_inbound: { ...call_inbound, call_id: "A" }, call_id: "B" },
    { event: "call_inbound" },
    { event: "call_inbound", call_inbound: null },
    { event: "call_inbound", call_inbound: [] },
    { event: "another", call_inbound },
    { call: {}, call_inbound },
    { status: "completed" },
    {},
  ]) {
    await refusal("call_id", unwrap(JSON.stringify(body), A, allowed));
    assert.throws(() => parse(body), { name: "WebhookVerificationError", reason: "call_id" });
  }
});

test("W13: a flat event of an older account gets a call and a lead", async () => {
  const flat = {
    call_id: "A",
    model_id: "m",
    call_status: "completed",
    duration: "25",
    name: "Sam",
    phone_number: "+14155550123",
    transcript: "\nbot: Hi",
    error_message: "agent_goodbye",
    executed_actions: { extract_info_a: { return_value: '{"a": 1}' } },
    brand_new: 7,
  };
  const event = await unwrap(JSON.stringify(flat), A, { secret });
  assert.equal(event.event, undefined);
  assert.deepEqual(event.call, {
    call_id: "A",
    model_id: "m",
    call_status: "completed",
    status: "completed",
    duration: 25,
    name: "Sam",
    phone_number: "+14155550123",
    transcript: "\nbot: Hi",
    brand_new: 7,
  });
  assert.deepEqual(event.lead, { name: "Sam", phone_number: "+14155550123" });
  assert.deepEqual(event.executed_actions, { extract_info_a: { return_value: { a: 1 } } });
  assert.equal(event.status, "completed");
  // Its own fields stay, for code that reads them.
  for (const [name, value] of Object.entries(flat))
    if (name !== "executed_actions") assert.deepEqual(event[name], value);
  const numbers = { phone_number_from: "+14155550101", phone_number_to: "+14155550102" };
  const leadOf = (fields) => parse({ call_id: "A", ...fields }).lead.phone_number;
  assert.equal(leadOf({ type_of_call: "inbound", ...numbers }), "+14155550101");
  assert.equal(leadOf({ type_of_call: " Inbound", ...numbers }), "+14155550101");
  assert.equal(leadOf({ type_of_call: "outbound", ...numbers }), "+14155550102");
  assert.equal(leadOf(numbers), "+14155550102");
  assert.equal(leadOf({ type_of_call: "inbound", phone_number_to: "+14155550102" }), undefined);
  assert.equal(leadOf({ type_of_call: "inbound", ...numbers, phone_number: "+1" }), "+1");
  const lead = { name: "Ada", phone_number: "+1" };
  const withLead = parse({ call_id: "A", call: null, lead, lead_name: "Sam" });
  assert.deepEqual(withLead.lead, lead);
  assert.deepEqual(withLead.call, { call_id: "A", lead_name: "Sam" });
  const other = parse({ call_id: "A", lead_name: "Sam", lead_phone_number: "+2" });
  assert.deepEqual(other.lead, { name: "Sam", phone_number: "+2" });
});

test("W14: the check request of a new URL is recognized", async () => {
  const number = "+1123456789";
  const inbound = { ...documented, call_inbound: { ...call_inbound, from_number: number } };
  assert.equal((await unwrap(JSON.stringify(inbound), {}, allowed)).check, true);
  for (const body of [
    inbound,
    { event: "call_inbound", call_inbound: { to_number: number } },
    { call: { call_id: "A" }, lead: { phone_number: number } },
    { call: { call_id: "A", phone_number_to: number } },
    { call_id: "A", phone_number: number },
  ]) {
    assert.equal(parse(body).check, true, JSON.stringify(body));
  }
  // Not documented is whether it has a call.
  for (const body of [
    { lead: { phone_number: number } },
    { lead: { phone_number: number }, call: {} },
    { lead: { phone_number: number }, call: null, call_id: null },
    { status: "completed", lead: { phone_number: number }, call: { call_id: "" } },
    { phone_number: number },
  ]) {
    assert.equal(parse(body).check, true, JSON.stringify(body));
    await refusal("call_id", unwrap(JSON.stringify(body), A, allowed));
  }
  for (const body of [
    { lead: { phone_number: number }, call: { call_id: 5 } },
    { lead: { phone_number: number }, call_id: "A", call: { call_id: "B" } },
    { lead: { phone_number: number }, call: "A" },
    { lead: { phone_number: "+14155550123" }, call: {} },
  ])
    assert.throws(() => parse(body), { reason: "call_id" }, JSON.stringify(body));
  for (const body of [
    documented,
    postCall,
    { ...postCall, lead: { phone_number: "+11234567890" } },
    { ...postCall, lead: { name: number } },
    { ...postCall, lead: { phone_number: { number } } },
    { ...postCall, lead: null, check: true },
  ]) {
    assert.equal(parse(body).check, false, JSON.stringify(body));
  }
});

test("W12: verified and check are set by the package only", async () => {
  const body = { ...postCall, verified: false, check: "no" };
  const event = await unwrap(JSON.stringify(body), A, { secret });
  assert.deepEqual([event.verified, event.check], [true, false]);
  assert.deepEqual(Object.keys(event), Object.keys(postCall));
  const unsigned = { ...documented, verified: true, check: true };
  assert.equal((await unwrap(JSON.stringify(unsigned), {}, allowed)).verified, false);
  assert.equal(parse(unsigned).verified, false);
  assert.throws(() => {
    event.verified = false;
  }, TypeError);
});

test("W12: parse takes text, bytes and objects, and verifies nothing", () => {
  const text = JSON.stringify(postCall);
  for (const body of [text, new TextEncoder().encode(text), postCall]) {
    const event = parse(body);
    assert.deepEqual(event, postCall);
    assert.equal(event.verified, false);
  }
  assert.deepEqual(parse(documented), documented);
  for (const body of ["{", "[]", "null", null, undefined, 5, [], new Map()])
    assert.throws(() => parse(body), { name: "WebhookVerificationError", reason: "body" });
});

test("W12: the route of the README works for the documented inbound event", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, source] = readme.match(/```js\n((?:(?!```)[\s\S])*export async function POST[\s\S]*?)```/);
  const folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "made-"));
  const path = join(folder, "route.mjs");
  writeFileSync(path, source);
  process.env.WEBHOOK_TOKEN = "right";
  try {
    const { POST } = await import(pathToFileURL(path));
    const post = (body, query = "", headers = {}) =>
      POST(
        new Request(`https://a.example/${query}`, { method: "POST", body: JSON.stringify(body), headers }),
      );
    const reply = await post(documented, "?token=right");
    assert.deepEqual(await reply.json(), { call_inbound: { override_model_id: "" } });
    await refusal("call_id", post(documented));
    await refusal("call_id", post(documented, "?token=wrong"));
    const own = source.match(/secret = "(.*?)"/)[1];
    const signed = { "synthflow-signature": await sign("A", own) };
    for (const body of [
      postCall,
      { call_id: "A", call_status: "busy" },
      { call: { call_id: "A" }, lead: null },
    ])
      assert.equal((await post(body, "", signed)).status, 200);
    await refusal("signature", post(postCall, "?token=right"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what has no fields of its own is no part of a reply, and only a text is signed", async () => {
  for (const value of [new Map([["a", 1]]), new Date(), new Set()]) {
    for (const name of ["custom_variables", "metadata"]) {
      assert.throws(() => inboundReply({ override_model_id: "", [name]: value }), /expected an object/);
    }
  }
  const lost = [new Date(Number.NaN), new Map([["a", 1]]), Promise.resolve("Sam"), new Set([1])];
  for (const value of [Number.NaN, -Infinity, 1n, () => 1, Symbol("a"), ...lost]) {
    for (const a of [value, { b: [value] }])
      for (const name of ["custom_variables", "metadata"])
        assert.throws(
          () => inboundReply({ override_model_id: "", [name]: { a } }),
          new RegExp(`${name}: (a|b|0) has no form in JSON`),
        );
  }
  for (const id of [undefined, null, 5, "", {}]) {
    await assert.rejects(sign(id, secret), { name: "WebhookVerificationError", reason: "call_id" });
  }
});
