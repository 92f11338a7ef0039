/**
 * How often one request is delivered when something fails: this client compared with three others, each with its default
 * settings except for a timeout of one second, in the same run against the same server. Prints a Markdown table.
 */

import { VapiClient } from "@vapi-ai/server-sdk";
import OpenAI from "openai";
import Retell from "retell-sdk";
import { Synthflow } from "synthflow-wasm";
import { faults } from "../faults/faults.js";
import { startFaultServer } from "../faults/server.js";

const NUMBERS = ["+14155550100", "+14155550101"];

/** How long to wait for a request to settle, in milliseconds. */
const MAX_WAIT_MS = 20_000;

const call = { model_id: "m", name: "Sam", phone: NUMBERS[0] };

/** The request of each client: a POST that costs money, and for this client also a read. */
const clients = (url) => {
  const ours = new Synthflow({ apiKey: "test", baseURL: url, timeout: 1000, logLevel: "off" });
  const retell = new Retell({ apiKey: "test", baseURL: url, timeout: 1000, logLevel: "off" });
  const vapi = new VapiClient({ token: "test", environment: url, timeoutInSeconds: 1 });
  const openai = new OpenAI({ apiKey: "test", baseURL: url, timeout: 1000, logLevel: "off" });
  return {
    "synthflow-wasm, a call": (headers) => ours.calls.create(call, { headers }),
    "synthflow-wasm, a read": (headers) => ours.agents.list({}, { headers }),
    "retell-sdk": (headers) =>
      retell.call.createPhoneCall({ from_number: NUMBERS[0], to_number: NUMBERS[1] }, { headers }),
    "@vapi-ai/server-sdk": (headers) => vapi.calls.create({ assistantId: "a" }, { headers }),
    openai: (headers) =>
      openai.chat.completions.create(
        { model: "m", messages: [{ role: "user", content: "Hi" }] },
        { headers },
      ),
  };
};

const SHOWN = [
  "400",
  "408",
  "429, retry-after: 0",
  "429, an hour",
  "500",
  "503",
  "reset at the headers",
  "reset after the body",
  "reset within the response",
  "HTML with 200",
  "truncated JSON",
  "redirect elsewhere",
  "no response",
  "stalled within the body",
];

const settles = (promise) =>
  Promise.race([
    Promise.resolve(promise).then(
      () => "resolves",
      () => "fails",
    ),
    new Promise((resolve) => setTimeout(() => resolve("pending"), MAX_WAIT_MS).unref()),
  ]);

const server = await startFaultServer();
const all = clients(`${server.url}/v2`);
// What is loaded at the first request must not use up the timeout of a measured one.
for (const run of Object.values(all)) await settles(run({ "x-case": "warm-up" }));
const rows = [];
for (const fault of SHOWN) {
  const cells = await Promise.all(
    Object.entries(all).map(async ([name, run], index) => {
      const id = `${SHOWN.indexOf(fault)}-${index}`;
      server.expect([{ id, script: Array.from({ length: 10 }, () => fault) }]);
      const end = await settles(run({ "x-case": id }));
      return { name, end, delivered: server.delivered(id) };
    }),
  );
  rows.push({ fault, cells });
}
await server.close();

const shown = ({ end, delivered }) => {
  if (end === "fails") return String(delivered);
  return `${delivered}, ${end === "resolves" ? "and resolves" : "still pending"}`;
};
const line = (cells) => `| ${cells.join(" | ")} |`;
console.log(line(["Deliveries when each attempt ends in", ...Object.keys(all)]));
console.log(line(["---", ...Object.keys(all).map(() => "---")]));
for (const { fault, cells } of rows) console.log(line([fault, ...cells.map(shown)]));

const twice = rows.filter(
  ({ fault, cells }) => cells[0].delivered > 1 && faults[fault].outcome !== "refused",
);
if (twice.length > 0) {
  console.error(`a call was delivered twice: ${twice.map(({ fault }) => fault)}`);
  process.exitCode = 1;
}
process.exit();
