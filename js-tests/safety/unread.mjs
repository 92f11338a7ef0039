/**
 * Prints what the client, campaigns, webhooks and summaries read of Object.prototype. Two exceptions are meant: undici takes a
 * dispatcher from there, and an error is searched for secrets.
 */

import { createHmac } from "node:crypto";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { Synthflow } from "synthflow-wasm";
import { extractions, summarize, transcriptTurns } from "synthflow-wasm/calls";
import { memoryJournal, runCampaign, toCSV, toTable } from "synthflow-wasm/campaign";
import { parse, unwrap } from "synthflow-wasm/webhooks";
import { recorder } from "./recorder.mjs";

const files = ["client", "own", "errors", "calls", "webhooks", "campaign"];
const { reads, print } = recorder(files, /\b(sendsOnce|isClean)\b/);

class FakeResponse {
  constructor(status, data) {
    this.code = status;
    this.content = JSON.stringify(data);
  }
  get status() {
    return this.code;
  }
  get ok() {
    return this.code < 300;
  }
  get headers() {
    return new Map();
  }
  async text() {
    return this.content;
  }
}

let reply;
const make = (fetch) =>
  new Synthflow({ apiKey: "key-0123456789", region: "us", logLevel: "off", maxRetries: 0, fetch });
const client = make(async () => reply());
const call = { model_id: "m", name: "Sam", phone: "+14155550100" };
const search = { ...call, since: Date.now() - 1000, timeout: 1, interval: 1 };
const respond = (status, data) => () => new FakeResponse(status, data);
const answers = [
  ...[{}, { status: "ok", response: { call_id: "c" } }, { error: {} }].map((data) => respond(200, data)),
  ...[400, 422, 429, 500].flatMap((status) =>
    [{}, { detail: "x" }, { detail: [{ loc: ["a"] }] }].map((data) => respond(status, data)),
  ),
  () => {
    throw new TypeError("fetch failed");
  },
];
const calls = [{ call_id: "c", status: null }, { call_id: "d" }, { model_id: "m" }, {}, null];
const agents = [{ model_id: "m" }, {}];

for (const one of answers) {
  reply = one;
  for (const run of [
    () => client.calls.create(call),
    () => client.calls.create(call).asResponse(),
    () => client.agents.get("m").withResponse(),
  ])
    await reads(run);
}
for (const data of [
  { calls, pagination: {} },
  { calls: [{}] },
  { assistants: agents },
  { chats: [{}] },
  calls,
]) {
  reply = respond(200, data);
  for (const run of [
    () => client.calls.list({ model_id: "m" }).toArray(),
    () => client.calls.get("c"),
    () => client.calls.findPlaced(search),
    () => client.calls.wait("c", { timeout: 1, interval: 1 }),
    () => client.agents.list().toArray(),
    () => client.chats.list().toArray(),
    () => client.check(),
    () => client.withOptions({ timeout: 5 }).agents.list(),
  ])
    await reads(run);
}
// The host's own fetch: what it throws is read for what it proves.
const own = make(undefined).withOptions({ baseURL: "http://127.0.0.1:1", apiKey: "k" });
await reads(() => own.calls.create(call));
await reads(() => new Synthflow({ apiKey: "key", region: "us" }));
await reads(() => client.agents.toUpdate({ model_id: "m", name: "a" }));
await reads(() => client.calls.create({ model_id: 1 }));

const secret = "a secret of sixteen letters";
const signature = createHmac("sha256", secret).update("c").digest("base64");
const headers = { "synthflow-signature": signature };
const inbound = { event: "call_inbound", call_inbound: {} };
for (const event of [{ call: { call_id: "c" } }, { call_id: "c" }, inbound, {}]) {
  const body = JSON.stringify(event);
  const node = () => Object.assign(new IncomingMessage(new Socket()), { headers, body: event });
  for (const run of [
    () => unwrap({ body: event }, { secret }),
    () => unwrap(body, headers, { secret }),
    () => unwrap(new Request("http://a.example", { method: "POST", headers, body }), { secret }),
    () => unwrap(node(), { secret }),
    () => parse(event),
    () => summarize(event),
  ])
    await reads(run);
}
for (const item of [{}, { call_id: "c", transcript: "bot: hi", executed_actions: { a: {} } }, ...calls])
  for (const run of [() => summarize(item), () => transcriptTurns(item), () => extractions(item)])
    await reads(run);

const people = [
  { name: "A", phone: "+14155550100" },
  { name: "B", phone: "+14155550101", lead_timezone: "Europe/Berlin" },
];
for (const one of [{ call_id: "c", status: "completed" }, { call_id: "c" }, {}]) {
  reply = respond(200, one);
  for (const options of [
    {},
    { window: { from: "00:00" } },
    { recall: [{ statuses: ["busy"], after: 1 }], follow: { interval: 1 } },
    { recall: [{ statuses: ["completed"], after: 1 }], follow: { interval: 1 } },
  ]) {
    const signal = AbortSignal.timeout(300);
    const journal = memoryJournal();
    const run = () => runCampaign({ client, people, call: { model_id: "m" }, journal, signal, ...options });
    await reads(async () => {
      const report = await run();
      toTable(report);
      toCSV(report);
      await run();
    });
  }
}

print();
