/** Callbacks that throw or reject in every way; an unhandled rejection ends this process. */

import { createServer } from "node:http";
import { Synthflow } from "synthflow-wasm";
import { watchDrift } from "synthflow-wasm/drift";

const server = createServer((request, response) => {
  request.resume();
  response.setHeader("content-type", "application/json");
  const isFirst = request.headers["x-fail"] === "1";
  response.statusCode = isFirst ? 503 : 200;
  response.end('{"status":"ok","response":{"call_id":5,"more":1,"assistants":[{"model_id":5,"odd":1}]}}');
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const baseURL = `http://127.0.0.1:${server.address().port}`;

const fails = {
  rejects: async () => {
    throw new Error("mine");
  },
  "rejects later": () => new Promise((_, reject) => setTimeout(reject, 5, new Error("mine"))),
  throws: () => {
    throw new Error("mine");
  },
  "rejects with nothing": () => Promise.reject(),
  "a thenable that throws": () => ({
    // biome-ignore lint/suspicious/noThenProperty: a callback may return one.
    then() {
      throw new Error("mine");
    },
  }),
  "a then that cannot be read": () => ({
    // biome-ignore lint/suspicious/noThenProperty: a callback may return one.
    get then() {
      throw new Error("mine");
    },
  }),
};

const signalOf = (throwing, bad) => {
  const target = new EventTarget();
  const methods = ["addEventListener", "removeEventListener"].map((name) => [
    name,
    throwing.includes(name) ? bad : target[name].bind(target),
  ]);
  return { aborted: false, ...Object.fromEntries(methods) };
};

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

console.error = () => {};
for (const fail of Object.values(fails)) {
  const logger = { error: fail, warn: fail, info: fail, debug: fail };
  const client = new Synthflow({
    apiKey: "key",
    baseURL,
    logger,
    logLevel: "debug",
    validation: "warn",
    maxRetries: 1,
    onDrift: watchDrift(fail),
  });
  await client.calls.create({ ...call, odd: 1 });
  await client.agents.get("a", {}, { headers: { "x-fail": "1" }, maxRetries: 0 }).catch(() => {});
  for await (const _ of client.agents.list({ limit: 5 }));
  await client.calls.wait("c", { onChange: fail, interval: 1, timeout: 50 }).catch(() => {});
  // A rejection after wait() has settled is handled too.
  const late = () => new Promise((_, reject) => setTimeout(reject, 60, new Error("mine")));
  await client.calls.wait("c", { onChange: late, interval: 1, timeout: 30 }).catch(() => {});
  for (const throwing of [
    ["removeEventListener"],
    ["addEventListener"],
    ["addEventListener", "removeEventListener"],
  ]) {
    const signal = signalOf(throwing, fail);
    await client.calls.create(call, { signal });
    await client.calls.create(call, { signal }).asResponse();
    await client.calls.wait("c", { signal, timeout: 20, interval: 5 }).catch(() => {});
  }
  const provider = new Synthflow({ apiKey: fail, baseURL, logger });
  await provider.calls.create(call).catch(() => {});
  await new Synthflow({ apiKey: "key", fetch: fail, logger, maxRetries: 0 }).calls
    .create(call)
    .catch(() => {});
}
await new Promise((resolve) => setTimeout(resolve, 100));
server.close();
server.closeAllConnections();
console.log("done");
