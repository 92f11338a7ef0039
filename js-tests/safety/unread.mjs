/**
 * Runs what the package does while every name that its code reads is a getter of Object.prototype, and prints which of them
 * its code has read: what one merge of JSON adds there would have been taken for a field of an error, a call, a request or an
 * option. The two exceptions are meant: undici takes a dispatcher from there, and an error is searched for secrets.
 */

import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { Synthflow } from "synthflow-wasm";
import { extractions, summarize, transcriptTurns } from "synthflow-wasm/calls";
import { memoryJournal, runCampaign, toCSV, toTable } from "synthflow-wasm/campaign";
import { parse, unwrap } from "synthflow-wasm/webhooks";

const meant = /\b(sendsOnce|isClean)\b/;

const folder = new URL("./", import.meta.resolve("synthflow-wasm"));
const sources = ["client", "own", "errors", "calls", "webhooks", "campaign"].map((name) =>
  readFileSync(new URL(`${name}.js`, folder), "utf8"),
);

/** Names that JSON can add, but not those that the language itself reads of descriptors, promises and iterators. */
const language =
  /^(then|toJSON|constructor|get|set|value|writable|enumerable|configurable|length|name|prototype|next|return|done)$/;
const names = new Set(
  sources
    .flatMap((source) => [...source.matchAll(/\w*[a-z]\w*/gi)].map(([name]) => name))
    .filter((name) => /^[a-z_]\w*$/i.test(name) && !language.test(name) && !(name in Object.prototype)),
);

const found = new Set();
let isOn = false;

const install = () => {
  for (const name of names)
    Object.defineProperty(Object.prototype, name, {
      __proto__: null,
      configurable: true,
      get() {
        if (!isOn) return undefined;
        isOn = false;
        const [, , reader, ...callers] = new Error().stack.split("\n");
        if (reader?.includes(folder.pathname) && !meant.test([reader, ...callers].join()))
          found.add(`${name} ${reader.trim().replace(folder.href, "")}`);
        isOn = true;
        return undefined;
      },
      set(value) {
        const flags = { __proto__: null, writable: true, enumerable: true, configurable: true };
        Object.defineProperty(this, name, { ...flags, __proto__: null, value });
      },
    });
};

const remove = () => {
  for (const name of names) delete Object.prototype[name];
};

const reads = async (run) => {
  install();
  isOn = true;
  try {
    await run();
  } catch {
    // What is read counts, however it ends.
  } finally {
    isOn = false;
    remove();
  }
};

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
const answer = (status, data) => () => new FakeResponse(status, data);
const answers = [
  ...[{}, { status: "ok", response: { call_id: "c" } }, { error: {} }].map((data) => answer(200, data)),
  ...[400, 422, 429, 500].flatMap((status) =>
    [{}, { detail: "x" }, { detail: [{ loc: ["a"] }] }].map((data) => answer(status, data)),
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
  reply = answer(200, data);
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
  reply = answer(200, one);
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

console.log(JSON.stringify([names.size > 500, [...found].sort()]));
