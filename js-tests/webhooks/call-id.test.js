/** The call of a webhook is the signed one, whichever field a handler reads. */

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { unwrap, verify, WebhookVerificationError } from "synthflow-wasm/webhooks";
import { rejection } from "../support/server.js";

const secret = "whsec_test";
const signed = (id) => ({
  "synthflow-signature": createHmac("sha256", secret).update(id).digest("base64"),
});

const textOf = (body) => (typeof body === "string" ? body : JSON.stringify(body));
const passes = (body, id = "A") => unwrap(textOf(body), signed(id), { secret });

const refused = async (body, message = /different call ids/, headers = signed("A")) => {
  const error = await rejection(verify(textOf(body), headers, { secret }));
  assert.ok(error instanceof WebhookVerificationError, `${textOf(body)}: ${error}`);
  assert.equal(error.reason, "call_id", textOf(body));
  assert.match(error.message, message);
};

test("S29: a body with the ids of two calls is refused, by either signature", async () => {
  const [a, b] = [{ call_id: "A" }, { call_id: "B" }];
  for (const body of [
    { event: "call_inbound", call: a, call_inbound: b },
    { event: "call_inbound", call: b, call_inbound: a },
    { call: a, call_inbound: b },
    { call: a, call_id: "B" },
    { call: b, call_id: "A" },
    { event: "call_inbound", call_inbound: a, call_id: "B" },
    { event: "call_inbound", call_inbound: b, call_id: "A" },
    { event: "call_inbound", call_inbound: a, call: a, call_id: "B" },
    { event: "another", call: a, call_inbound: b },
    { call_id: "A", call_inbound: b },
    { call_inbound: a, call_id: "B" },
    { call: a, call_id: "" },
    { call: a, call_id: 5 },
    { call: a, call_id: ["A"] },
    { call: a, call_inbound: { call_id: { toString: "A" } } },
    { call: a, call_id: false },
    { call: { call_id: "A " }, call_id: "A" },
  ]) {
    for (const id of ["A", "B"]) {
      await refused(body, /different call ids at \w+(\.\w+)? and|the body has no call_id/, signed(id));
    }
  }
});

test("S29: the id is read from the field of each event", async () => {
  const [a, b] = [{ call_id: "A" }, { call_id: "B" }];
  for (const body of [
    { event: "call_inbound", call_inbound: a },
    { event: "call_inbound", call_inbound: a, call: a, call_id: "A" },
    { event: "call_inbound", call_inbound: a, call: null, call_id: null },
    { call: a },
    { call: a, call_id: "A", call_inbound: { call_id: null } },
    { event: null, call: a },
    { event: "something_new", call: a },
  ]) {
    assert.deepEqual(await passes(body), body);
  }
  assert.deepEqual(await passes({ call_inbound: a }), { event: "call_inbound", call_inbound: a });
  for (const flat of [
    { call_id: "A", status: "completed" },
    { event: "something_new", call_id: "A" },
  ]) {
    assert.equal((await passes(flat)).call.call_id, "A");
  }
  const none = /has no call_id.*expected a non-empty string at/;
  for (const body of [
    { event: "call_inbound", call: a },
    { event: "call_inbound", call_id: "A" },
    { event: "something_new", call_inbound: a },
    { call: {}, call_id: "A" },
    { call: { call_id: null }, call_id: "A" },
    { __proto__: null, status: "completed" },
  ]) {
    await refused(body, none);
  }
  assert.equal((await rejection(passes({ call: b }))).reason, "signature");
});

test("S29: ids of other types, and calls that are not objects", async () => {
  for (const id of [5, 0, true, ["A"], { toString: "A" }, { call_id: "A" }, ""]) {
    await refused({ call: { call_id: id } }, /has no call_id/);
    await refused({ event: "call_inbound", call_inbound: { call_id: id } }, /has no call_id/);
    await refused({ call_id: id }, /has no call_id/);
  }
  for (const call of [[{ call_id: "B" }], [], "A", '{"call_id":"B"}', 5, true]) {
    await refused({ call, call_id: "A" }, /the body's call is not an object/);
    await refused({ call_inbound: call, call: { call_id: "A" } }, /call_inbound is not an object/);
  }
  for (const event of [5, ["call_inbound"], {}, true]) {
    await refused({ event, call: { call_id: "A" } }, /event is not a string/);
  }
  // An unpaired surrogate is encoded as U+FFFD, so the signature of another id would match.
  await refused('{"call_id":"\\ud800"}', /has no call_id/, signed("\ufffd"));
});

test("S29: of a key given twice, the event has the one that was verified", async () => {
  const twice = '{"call":{"call_id":"B"},"call":{"call_id":"B","call_id":"A"}}';
  assert.deepEqual(await passes(twice), { call: { call_id: "A" } });
  const wrong = '{"call":{"call_id":"A"},"call":{"call_id":"B"}}';
  assert.equal((await rejection(passes(wrong))).reason, "signature");
  assert.deepEqual(await passes('{"c\\u0061ll":{"call_id":"A"}}'), { call: { call_id: "A" } });
});

test("S29: __proto__ in a body is ignored", async () => {
  await refused('{"__proto__":{"call_id":"A"}}', /has no call_id/);
  await refused('{"__proto__":{"call":{"call_id":"A"}}}', /has no call_id/);
  await refused('{"call":{"__proto__":{"call_id":"A"}}}', /has no call_id/);
  await refused('{"event":"call_inbound","call_inbound":{"__proto__":{"call_id":"A"}}}', /has no call_id/);
  const event = await passes('{"__proto__":{"call_id":"B"},"call":{"call_id":"A"}}');
  assert.equal(event.call_id, undefined);
  assert.equal({}.call_id, undefined);
});
