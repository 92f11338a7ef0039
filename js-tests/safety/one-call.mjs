/** In Deno and Bun: how a call to the address of the first argument ends. */

import { Synthflow } from "../../pkg/index.js";

const [baseURL] = globalThis.Deno?.args ?? process.argv.slice(2);
const client = new Synthflow({ apiKey: "k", baseURL, logLevel: "off", maxRetries: 1 });
try {
  await client.calls.create({ model_id: "m", name: "Sam", phone: "+14155550100" });
} catch ({ outcome, attempts, message }) {
  console.log(JSON.stringify({ outcome, attempts, message }));
}
