/** Only own properties are read, whatever is on `Object.prototype`; and importing has no side effects. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inboundReply, parse, sign, unwrap, verify } from "synthflow-wasm/webhooks";
import { rejection } from "../support/server.js";

/** Runs with a field on `Object.prototype`. */
const polluted = async (name, value, run) => {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
  try {
    return await run();
  } finally {
    delete Object.prototype[name];
  }
};

const secret = "whsec_test";
const headers = { "synthflow-signature": await sign("A", secret) };
const text = '{"call":{"call_id":"A"}}';

test("S16: a secret is an own property of the options", async () => {
  const reason = async (options) =>
    (await polluted("secret", secret, () => rejection(verify(text, headers, options)))).reason;
  assert.equal(await reason({}), "secret");
  assert.equal(await reason(undefined), "secret");
  assert.equal(await reason(Object.create({ secret })), "secret");
});

test("S16: fields of an event are its own", async () => {
  const reason = async (name, value, body) =>
    (await polluted(name, value, () => rejection(verify(body, headers, { secret })))).reason;
  assert.equal(await reason("call_id", "A", "{}"), "call_id");
  assert.equal(await reason("call_id", "A", '{"call":{}}'), "call_id");
  assert.equal(await reason("call_id", "A", '{"event":"call_inbound","call_inbound":{}}'), "call_id");
  assert.equal(await reason("call", { call_id: "A" }, "{}"), "call_id");
  assert.equal(await reason("call_inbound", { call_id: "A" }, "{}"), "call_id");
  for (const [name, value] of [
    ["event", "call_inbound"],
    ["call_id", "B"],
    ["call_inbound", { call_id: "B" }],
    ["event", 5],
  ]) {
    await polluted(name, value, () => verify(text, headers, { secret }));
  }
  // Those of descriptors, too.
  for (const name of ["value", "writable"]) {
    const event = await polluted(name, 3, () => unwrap(text, headers, { secret }));
    assert.deepEqual([event.verified, event.check], [true, false], name);
  }
  // With these, WebCrypto of Node 20 fails.
  for (const name of ["get", "set"]) {
    const event = await polluted(name, 3, () => parse(text));
    assert.deepEqual([event.verified, event.check], [false, false], name);
  }
  const actions = { a: { return_value: "{}" } };
  await polluted("executed_actions", actions, () => unwrap(text, headers, { secret }));
  assert.deepEqual(actions, { a: { return_value: "{}" } });
});

test("S16: a signature is an own header", async () => {
  const value = headers["synthflow-signature"];
  const error = await polluted("synthflow-signature", value, () =>
    rejection(verify(text, { host: "a" }, { secret })),
  );
  assert.match(error.message, /the signature is missing/);
});

test("S16: an inbound call is rerouted by own fields only", async () => {
  await polluted("override_model_id", "other", () => assert.throws(() => inboundReply({}), TypeError));
  await polluted("end_call", true, () =>
    assert.deepEqual(inboundReply({ override_model_id: "" }), { call_inbound: { override_model_id: "" } }),
  );
  await polluted("custom_variables", { a: 1 }, () =>
    assert.deepEqual(inboundReply({ override_model_id: "" }), { call_inbound: { override_model_id: "" } }),
  );
});

test("S29: several signatures in one header must be equal, as in several headers", async () => {
  const value = headers["synthflow-signature"];
  const other = await sign("B", secret);
  const joined = new Headers([
    ["synthflow-signature", value],
    ["synthflow-signature", other],
  ]);
  for (const different of [
    joined,
    { "synthflow-signature": `${value}, ${other}` },
    { "synthflow-signature": [value, other] },
    { "synthflow-signature": value, "Synthflow-Signature": other },
  ]) {
    const error = await rejection(verify(text, different, { secret }));
    assert.match(error.message, /several different signatures/);
  }
  for (const same of [
    { "synthflow-signature": `${value}, ${value}` },
    { "synthflow-signature": [value, value] },
  ]) {
    await verify(text, same, { secret });
  }
});

test("L1: importing uses no host objects, and has no side effects", async () => {
  const names = ["TextEncoder", "TextDecoder", "crypto", "atob", "btoa", "Headers", "Request", "Response"];
  const webhooks = fileURLToPath(new URL("../../pkg/webhooks.cjs", import.meta.url));
  const source = `
    const kept = globalThis.TextEncoder;
    for (const name of ${JSON.stringify(names)}) {
      Object.defineProperty(globalThis, name, {
        configurable: true,
        get() { throw new Error(name + " is not defined"); },
      });
    }
    const { sign } = require(${JSON.stringify(webhooks)});
    Object.defineProperty(globalThis, "TextEncoder", { value: kept });
    sign("A", "s").catch((error) => console.log(error.message));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", source]);
  assert.match(stdout, /no WebCrypto \(crypto\.subtle\)/);
});
