/** In Bun: a bound method in place of the global fetch, which delivers and then fails at something else. */

import { createServer } from "node:net";
import { Synthflow } from "../../pkg/index.js";

const real = globalThis.fetch;
const server = createServer().listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const { port } = server.address();
await new Promise((resolve) => server.close(resolve));

const audit = {
  async fetch(url, init) {
    const response = await real(url, init);
    await real(`http://127.0.0.1:${port}/audit`, { method: "POST" });
    return response;
  },
};
globalThis.fetch = audit.fetch.bind(audit);
const client = new Synthflow({ apiKey: "k", baseURL: process.argv[2], logLevel: "off" });
const call = { model_id: "m", name: "Sam", phone: "+14155550100" };
const { outcome, attempts } = await client.calls.create(call).catch((error) => error);
console.log(JSON.stringify({ outcome, attempts }));
