/**
 * Prints what the proxy reads of Object.prototype. Meant are the exceptions of the client, which the proxy has, and that it
 * compares what `authorize` returns with what is there.
 */

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { createNodeHandler, createProxy } from "synthflow-wasm/proxy";
import { recorder } from "./recorder.mjs";

const files = ["client", "own", "errors", "proxy"];
const { reads, print } = recorder(files, /\b(sendsOnce|isClean)\b|^(refused|detail)\b/);

const serve = async (listener) => {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${server.address().port}`;
};

let status = 200;
const baseURL = await serve((_, response) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(status < 300 ? { status: "ok", response: {} } : { detail: "no" }));
});

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };
const json = { "content-type": "application/json" };
const keyed = () => ({ ...json, "idempotency-key": randomUUID() });
/** Requests that a page may send: each with and without what is checked. */
const requests = [
  () => ["/agents?limit=2"],
  () => ["/calls?model_id=m&page_size=x"],
  () => ["/nothing"],
  () => ["/agents/m", { method: "DELETE" }],
  () => ["/calls", { method: "POST", body: JSON.stringify(call), headers: keyed() }],
  () => ["/calls", { method: "POST", body: JSON.stringify(call), headers: json }],
  () => ["/calls", { method: "POST", body: JSON.stringify({ ...call, phone: 1 }), headers: keyed() }],
  () => ["/calls", { method: "POST", body: "{", headers: keyed() }],
  () => ["/calls", { method: "POST", body: "[]", headers: { "idempotency-key": randomUUID() } }],
  () => ["/agents", { method: "POST", body: JSON.stringify({ type: "outbound" }), headers: keyed() }],
];
const identities = [
  () => ({ id: "u" }),
  () => true,
  () => ({}),
  () => ({ refused: 403 }),
  () => undefined,
  () => Promise.reject(new Error("no")),
];

for (const authorize of identities) {
  const allow = ["agents.*", "calls.create", "calls.list"];
  const options = { apiKey: "key", baseURL, authorize, allow, maxRetries: 0, onError: () => {} };
  let proxy;
  let handler;
  await reads(() => {
    proxy = createProxy(options);
    handler = createNodeHandler(proxy);
  });
  const url = await serve((...both) => handler(...both));
  for (status of [200, 404, 429, 500]) {
    for (const request of requests) {
      const [path, init] = request();
      await reads(() => proxy(new Request(`${url}/synthflow${path}`, init)));
      await reads(async () => (await fetch(`${url}/synthflow${path}`, init)).text());
    }
  }
}

print();
process.exit();
