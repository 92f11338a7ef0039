/** `webhookFixture`: signed webhooks for tests. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Synthflow } from "synthflow-wasm";
import { createSandbox, webhookFixture } from "synthflow-wasm/sandbox";
import { parse, unwrap, verify, WebhookVerificationError } from "synthflow-wasm/webhooks";
import { runScript } from "../support/hosts.js";
import { rejection } from "../support/server.js";

const secret = "whsec_test";
const AFTER_A_CALL = ["completed", "busy", "no-answer", "failed"];

test("each kind after a call verifies with its secret only, and has its status", async () => {
  for (const kind of AFTER_A_CALL) {
    const { body, headers } = await webhookFixture(kind, undefined, secret);
    const event = await unwrap(body, headers, { secret });
    assert.equal(event.verified, true);
    assert.equal(event.check, false);
    assert.deepEqual([event.status, event.call.status], [kind, kind]);
    await verify(new Request("https://a.example", { method: "POST", body, headers }), { secret });
    await assert.rejects(verify(body, headers, { secret: "another" }), WebhookVerificationError);
    assert.deepEqual(await webhookFixture(kind, {}, secret), { body, headers });
  }
});

test("inbound: the documented event, without an id or a signature; with an id it is signed", async () => {
  const { body, headers } = await webhookFixture("inbound", undefined, secret);
  assert.deepEqual(Object.keys(headers), ["content-type"]);
  const event = await unwrap(body, headers, { secret, allowUnsignedInbound: true });
  assert.equal(event.event, "call_inbound");
  assert.equal(event.verified, false);
  assert.deepEqual(Object.keys(event.call_inbound), ["model_id", "from_number", "to_number"]);
  const signed = await webhookFixture("inbound", { call_inbound: { call_id: "c1" } }, secret);
  assert.equal((await unwrap(signed.body, signed.headers, { secret })).verified, true);
});

test("check: the request for a saved URL, which is no event; unsigned, unless it gets an id", async () => {
  const { body, headers } = await webhookFixture("check", undefined, secret);
  assert.deepEqual(Object.keys(headers), ["content-type"]);
  const event = await unwrap(body, headers, { secret, allowUnsignedInbound: true });
  assert.deepEqual([event.event, event.check, event.verified], ["call_inbound", true, false]);
  assert.equal(parse(body).check, true);
  assert.equal((await rejection(unwrap(body, headers, { secret }))).reason, "call_id");
  const overrides = { call_inbound: { call_id: "c1", to_number: "+14155550100" } };
  const signed = await webhookFixture("check", overrides, secret);
  const verified = await unwrap(signed.body, signed.headers, { secret });
  assert.deepEqual([verified.check, verified.verified], [true, true]);
  const inbound = await webhookFixture("inbound", undefined, secret);
  assert.equal(parse(inbound.body).check, false);
});

test("all kinds after a call have one call id, unless it is overridden", async () => {
  const idOf = async (kind, overrides) =>
    parse((await webhookFixture(kind, overrides, secret)).body).call.call_id;
  const ids = await Promise.all(AFTER_A_CALL.map((kind) => idOf(kind)));
  assert.equal(new Set(ids).size, 1);
  assert.equal(await idOf("busy", { call: { call_id: "own" } }), "own");
});

test("they have the fields of what the sandbox sends", async () => {
  const requests = [];
  const onWebhook = async (request) => {
    requests.push({ body: await request.json(), headers: Object.fromEntries(request.headers) });
    return Response.json({ call_inbound: { override_model_id: "" } });
  };
  const sandbox = createSandbox({ onWebhook, callDuration: 0 });
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch });
  const url = "https://app.example/webhook";
  const agents = (await client.agents.list()).data;
  const outbound = agents.find(({ type }) => type === "outbound").model_id;
  const inbound = agents.find(({ type }) => type === "inbound").model_id;
  const numbers = { completed: "+14155550123", busy: "+14155550001", failed: "+14155550003" };
  const namesOf = (value) => {
    const isNested = typeof value === "object" && value !== null && !Array.isArray(value);
    return isNested ? Object.entries(value).map(([name, one]) => [name, namesOf(one)]) : typeof value;
  };
  const compare = async (kind) => {
    const sent = requests.pop();
    const { body, headers } = await webhookFixture(kind, undefined, secret);
    // An own id of the agent is a name in there.
    const fixture = JSON.parse(body);
    assert.deepEqual(namesOf(sent.body), namesOf(fixture), kind);
    assert.deepEqual(Object.keys(sent.headers).sort(), Object.keys(headers).sort(), kind);
  };
  for (const [kind, phone] of Object.entries(numbers)) {
    const { call_id } = await client.calls.create({
      model_id: outbound,
      name: "Sam",
      phone,
      external_webhook_url: url,
    });
    await client.calls.wait(call_id, { interval: 1 });
    await sandbox.settle();
    await compare(kind);
  }
  await client.agents.update(inbound, { inbound_call_webhook_url: url });
  await sandbox.receiveCall({ model_id: inbound });
  await compare("inbound");
});

test("overrides are merged deep, and change what is signed", async () => {
  const overrides = {
    call: { call_id: "own-id", duration: 95, end_call_reason: undefined },
    lead: { phone_number: "+1123456789" },
    metadata: { order: 7 },
  };
  const { body, headers } = await webhookFixture("completed", overrides, secret);
  const event = await unwrap(body, headers, { secret });
  assert.deepEqual([event.call.call_id, event.call.duration, event.call.status], ["own-id", 95, "completed"]);
  assert.equal("end_call_reason" in event.call, false);
  assert.deepEqual(event.metadata, { order: 7 });
  assert.equal(event.lead.name, "Sam");
  assert.equal(event.check, true);
  assert.equal({}.polluted, undefined);
  await webhookFixture("completed", JSON.parse('{"__proto__":{"polluted":1}}'), secret);
  assert.equal({}.polluted, undefined);
});

test("a wrong kind, wrong overrides and a missing secret give clear errors", async () => {
  const cyclic = {};
  cyclic.self = cyclic;
  for (const [args, message] of [
    [["compleated", {}, secret], /^webhookFixture: kind: expected one of completed, busy, no-answer/],
    [["toString", {}, secret], /kind: expected one of/],
    [[["completed"], {}, secret], /kind: expected one of/],
    [[undefined, {}, secret], /kind: expected one of/],
    [["completed", [], secret], /overrides: expected an object/],
    [["completed", "secret"], /overrides: expected an object/],
    [["completed", new Map(), secret], /overrides: expected an object/],
    [["completed", { metadata: 1n }, secret], /overrides: not serializable as JSON/],
    [["completed", { metadata: cyclic }, secret], /overrides: not serializable as JSON/],
    [["completed", {}], /secret: expected a non-empty string/],
    [["inbound", {}, ""], /secret: expected a non-empty string/],
  ]) {
    const error = await rejection(webhookFixture(...args));
    assert.ok(error instanceof TypeError, String(error));
    assert.match(error.message, message);
  }
  for (const overrides of [{ call: { call_id: undefined } }, { call_id: "another" }, { call: 7 }]) {
    const error = await rejection(webhookFixture("completed", overrides, secret));
    assert.ok(error instanceof WebhookVerificationError, String(error));
    assert.equal(error.reason, "call_id");
  }
});

test("Deno and Bun make the same, without a module of Node", async () => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-wasm-fixture-"));
  const script = join(folder, "fixture.mjs");
  const contents = `
    import { webhookFixture } from "synthflow-wasm/sandbox";
    console.log(JSON.stringify(await webhookFixture("busy", { call: { duration: 3 } }, "${secret}")));`;
  try {
    const stdin = { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) };
    // With this platform, an import of Node's modules fails.
    await build({ stdin, bundle: true, platform: "neutral", format: "esm", outfile: script });
    const expected = await webhookFixture("busy", { call: { duration: 3 } }, secret);
    for (const host of ["deno", "bun"])
      assert.deepEqual(JSON.parse(await runScript(host, script)), expected, host);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
