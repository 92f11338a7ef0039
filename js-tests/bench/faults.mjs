/**
 * How often one request is delivered when something goes wrong: this client beside three others, each
 * with its default settings, in the same run against the same server. Only the time-out is shorter than
 * the default, so that it ends: one second. Prints a table in Markdown.
 */

import { VapiClient } from "@vapi-ai/server-sdk";
import OpenAI from "openai";
import Retell from "retell-sdk";
import { Synthflow } from "synthflow-wasm";
import { faults } from "../faults/faults.js";
import { startFaultServer } from "../faults/server.js";

const NUMBERS = ["+14155550100", "+14155550101"];

/** How long is waited for an end, in milliseconds. */
const PATIENCE = 20_000;

const call = { model_id: "m", name: "Sam", phone: NUMBERS[0] };

/** What is called in each: a POST that costs, and for this client a read too. */
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
  "429, at once",
  "429, an hour",
  "500",
  "503",
  "reset at the headers",
  "reset behind the body",
  "reset within the answer",
  "HTML with 200",
  "cut JSON",
  "redirect elsewhere",
  "no answer",
  "stalled within the body",
];

const settles = (promise) =>
  Promise.race([
    Promise.resolve(promise).then(
      () => "resolves",
      () => "fails",
    ),
    new Promise((resolve) => setTimeout(() => resolve("goes on"), PATIENCE).unref()),
  ]);

const server = await startFaultServer();
const all = clients(`${server.url}/v2`);
const rows = await Promise.all(
  SHOWN.map(async (fault) => {
    const cells = await Promise.all(
      Object.entries(all).map(async ([name, run], index) => {
        const id = `${SHOWN.indexOf(fault)}-${index}`;
        server.expect([{ id, script: Array.from({ length: 10 }, () => fault) }]);
        const end = await settles(run({ "x-case": id }));
        return { name, end, delivered: server.delivered(id) };
      }),
    );
    return { fault, cells };
  }),
);
await server.close();

const shown = ({ end, delivered }) => {
  if (end === "fails") return String(delivered);
  return `${delivered}, ${end === "resolves" ? "and resolves" : "and goes on"}`;
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
