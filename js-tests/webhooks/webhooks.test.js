import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { webhooks } from "synthflow-wasm";
import * as entry from "synthflow-wasm/webhooks";
import { rejection } from "../support/server.js";

const { sign, unwrap, verify, WebhookVerificationError } = entry;

const SECRET = "whsec_test";
const CALL_ID = "1711646262471x768387119913843100";
const text = readFileSync(new URL("legacy.json", import.meta.url), "utf8");
const example = JSON.parse(text);

/** The signature of another implementation. */
const made = (id, secret = SECRET) => createHmac("sha256", secret).update(id).digest("base64");

const refused = async (reason, words, body, headers, options = { secret: SECRET }) => {
  const error = await rejection(verify(body, headers, options));
  assert.ok(error instanceof WebhookVerificationError, String(error));
  assert.equal(error.name, "WebhookVerificationError");
  assert.equal(error.reason, reason);
  assert.match(error.message, words);
  assert.ok(!error.message.includes(SECRET) && !String(error.stack).includes(SECRET));
};

test("the example of the legacy documentation is unwrapped, from text and from bytes", async () => {
  const headers = { "synthflow-signature": made(CALL_ID) };
  assert.deepEqual(await unwrap(text, headers, { secret: SECRET }), example);
  const bytes = new TextEncoder().encode(text);
  assert.deepEqual(await unwrap(bytes, headers, { secret: SECRET }), example);
  assert.deepEqual(await unwrap(bytes.buffer, headers, { secret: SECRET }), example);
  // In Node the main entry has its own: what it throws is the same class for whoever imports this one.
  assert.deepEqual(Object.keys(webhooks).sort(), Object.keys(entry).sort());
  const error = await rejection(webhooks.unwrap(text, {}, { secret: SECRET }));
  assert.ok(error instanceof WebhookVerificationError);
});

test("1,000 signatures equal those of node:crypto, and are valid", async () => {
  for (let index = 0; index < 1000; index += 1) {
    const id = randomBytes(1 + (index % 40)).toString("hex");
    const secret = index % 3 ? randomBytes(1 + (index % 70)).toString("base64") : "ключ 🔑";
    assert.equal(await sign(id, secret), made(id, secret));
    await verify(
      JSON.stringify({ call: { call_id: id } }),
      { "Synthflow-Signature": made(id, secret) },
      { secret },
    );
  }
});

test("10,000 mutated signatures are refused", async () => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_ ";
  const right = made(CALL_ID);
  const mutations = [
    (at, letter) => right.slice(0, at) + letter + right.slice(at + 1),
    (at, letter) => right.slice(0, at) + letter + right.slice(at),
    (at) => right.slice(0, at) + right.slice(at + 1),
  ];
  let count = 0;
  for (let index = 0; count < 10_000; index += 1) {
    const mutate = mutations[index % mutations.length];
    const at = (index * 7) % right.length;
    const wrong = mutate(at, letters[(index * 13) % letters.length]);
    if (wrong.trim() === right) continue;
    const error = await rejection(verify(text, { "synthflow-signature": wrong }, { secret: SECRET }));
    assert.ok(error instanceof WebhookVerificationError, `${wrong}: ${error}`);
    count += 1;
  }
});

for (const name of [
  "HTTP_SYNTHFLOW_SIGNATURE",
  "http_synthflow_signature",
  "HTTP-SYNTHFLOW-SIGNATURE",
  "Synthflow-Signature",
  "synthflow-signature",
  "SYNTHFLOW_SIGNATURE",
  "X-Synthflow-Signature",
  "x-synthflow-signature",
  "HTTP_X_SYNTHFLOW_SIGNATURE",
]) {
  test(`the header ${name}, in every form of headers`, async () => {
    const value = made(CALL_ID);
    const forms = [
      { [name]: value },
      { [name]: [value] },
      { host: "a", [name]: ` ${value} `, other: undefined },
      [[name, value]],
      new Map([[name, value]]),
      new Headers({ [name]: value }),
    ];
    for (const headers of forms) await verify(text, headers, { secret: SECRET });
  });
}

test("several secrets, while one replaces another", async () => {
  const headers = { "synthflow-signature": made(CALL_ID, "old") };
  await verify(text, headers, { secret: ["new", "old"] });
  await refused("signature", /does not match the call_id/, text, headers, { secret: ["new", "newer"] });
});

test("errors give the reason", async () => {
  const headers = { "synthflow-signature": made(CALL_ID) };
  for (const secret of [
    "",
    [],
    ["a", ""],
    undefined,
    5,
    " ",
    "\n",
    "undefined",
    "null",
    ["a", "undefined"],
  ]) {
    await refused("secret", /secret is empty or not a string/, text, headers, { secret });
  }
  await refused("secret", /secret is empty/, text, headers, {});
  await refused("body", /of type object; expected its text or bytes/, new Map(), headers);
  await refused("body", /of type object; expected its text or bytes/, [example], headers);
  await refused("body", /the body is a promise: await it/, Promise.resolve(text), headers);
  await refused("body", /is null/, null, headers);
  await refused("body", /not JSON/, "{", headers);
  for (const body of ["[]", '"text"', "null", "5"])
    await refused("body", /the body is not a JSON object/, body, headers);
  for (const body of ["{}", '{"call":{}}', '{"call":{"call_id":""}}', '{"call":{"call_id":5}}']) {
    await refused("call_id", /no call_id/, body, headers);
  }
  await refused("signature", /the signature is missing/, text, {});
  await refused("signature", /the signature is missing/, text, null);
  const hex = createHmac("sha256", SECRET).update(CALL_ID).digest("hex");
  await refused("signature", /is hex; expected base64/, text, { "synthflow-signature": hex });
  await refused("signature", /not the base64 of 32 bytes/, text, { "synthflow-signature": "?" });
  const two = { "synthflow-signature": made(CALL_ID), "x-synthflow-signature": made("other") };
  await refused("signature", /several different signatures/, text, two);
});

test("the body of another call is refused", async () => {
  const other = JSON.stringify({ ...example, call: { ...example.call, call_id: "other" } });
  await refused("signature", /does not match the call_id/, other, { "synthflow-signature": made(CALL_ID) });
});

test("JSON in strings is normalized, and nothing else", async () => {
  const actions = {
    a: {
      return_value: '{"id": null}',
      parameters_hard_coded: "[1]",
      parameters_from_llm: '{"a": {"b": "true"}}',
    },
    b: { return_value: "yes", parameters_from_llm: {} },
    c: { return_value: "{not json", parameters_hard_coded: 5 },
    d: null,
    // Text that is also JSON, but not an object: a spoken code, a confirmation.
    e: { return_value: "007", parameters_hard_coded: "true", parameters_from_llm: "null" },
    f: { return_value: "42", parameters_hard_coded: '"quoted"' },
  };
  const event = { call: { call_id: "c" }, executed_actions: actions, __proto__: undefined };
  const result = await unwrap(
    JSON.stringify(event),
    { "synthflow-signature": made("c") },
    { secret: SECRET },
  );
  assert.deepEqual(result.executed_actions, {
    a: { return_value: { id: null }, parameters_hard_coded: [1], parameters_from_llm: { a: { b: "true" } } },
    b: { return_value: "yes", parameters_from_llm: {} },
    c: { return_value: "{not json", parameters_hard_coded: 5 },
    d: null,
    e: { return_value: "007", parameters_hard_coded: "true", parameters_from_llm: "null" },
    f: { return_value: "42", parameters_hard_coded: '"quoted"' },
  });
});

test("an inbound call is unwrapped", async () => {
  const event = {
    event: "call_inbound",
    call_inbound: { model_id: "m", from_number: "+14155550100", to_number: "+14155550101", call_id: "c" },
  };
  const headers = { "synthflow-signature": made("c") };
  assert.deepEqual(await unwrap(JSON.stringify(event), headers, { secret: SECRET }), event);
});

test("the reply to an inbound call has three variants, and must be explicit", () => {
  const { inboundReply } = webhooks;
  assert.deepEqual(inboundReply({ end_call: true }), { call_inbound: {} });
  assert.deepEqual(inboundReply({ override_model_id: "" }), { call_inbound: { override_model_id: "" } });
  const rerouted = { override_model_id: "m", custom_variables: { a: 1 }, metadata: { b: [2] } };
  assert.deepEqual(inboundReply(rerouted), { call_inbound: rerouted });
  for (const [wrong, message] of [
    [undefined, /expected an object/],
    [[], /expected an object/],
    [{}, /override_model_id: expected a string; use \{ end_call: true \}/],
    [{ custom_variables: {} }, /override_model_id: expected a string/],
    [{ end_call: false }, /end_call: expected true/],
    [{ end_call: true, override_model_id: "m" }, /override_model_id: cannot be combined with end_call/],
    [{ override_model_id: 5 }, /override_model_id: expected a string/],
    [{ override_model_id: "", custom_variables: [] }, /custom_variables: expected an object/],
    [{ override_model_id: "", metadata: "x" }, /metadata: expected an object/],
    [{ model_id: "m" }, /model_id: unknown field/],
  ]) {
    assert.throws(() => inboundReply(wrong), { name: "TypeError", message });
  }
});
