/**
 * In each host: sends one request to a server that goes away once it has it; prints how it ended. The arguments:
 * the URL, the request, what is done to the dispatcher of Node's fetch.
 */

import { Synthflow } from "../../pkg/index.js";

const [baseURL, request, dispatcher = "none"] = globalThis.Deno?.args ?? process.argv.slice(2);

const requests = {
  create: (client) => client.calls.create({ model_id: "m", name: "Sam", phone: "+14155550100" }),
  delete: (client) => client.agents.delete("m"),
  get: (client) => client.agents.get("m"),
  put: (client) => client.request("PUT", "/m", { a: 1 }),
};

/** Has Node's fetch send by a dispatcher that resends. */
const dispatchers = {
  none: async () => {},
  replaced: async (RetryAgent, undici) => {
    const symbol = Symbol.for("undici.globalDispatcher.1");
    await fetch("http://127.0.0.1:1").catch(() => {});
    const before = globalThis[symbol];
    undici.setGlobalDispatcher(RetryAgent);
    // Back to the host's own while the request is in flight.
    setTimeout(() => undici.setGlobalDispatcher(before), 50);
  },
  polluted: async (RetryAgent) => {
    Object.prototype.dispatcher = RetryAgent;
  },
};

if (dispatcher !== "none") {
  const undici = await import("undici");
  const errorCodes = ["ECONNRESET", "UND_ERR_SOCKET", "ECONNREFUSED"];
  const options = { methods: ["POST"], errorCodes, minTimeout: 100, maxTimeout: 100, maxRetries: 2 };
  await dispatchers[dispatcher](new undici.RetryAgent(new undici.Agent(), options), undici);
}

const client = new Synthflow({ apiKey: "k", baseURL, logLevel: "off", maxRetries: 1 });
try {
  await requests[request](client);
  console.log(JSON.stringify({ outcome: "resolved" }));
} catch ({ outcome, attempts, message }) {
  console.log(JSON.stringify({ outcome, attempts, message }));
}
