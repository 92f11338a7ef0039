/**
 * Places one call and prints what was said. Rings the phone of `--phone`: begin with your own.
 *
 *     node first-call.mjs --agent <id> --phone +14155550123 --name Sam
 */

import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";
import { summarize } from "synthflow-wasm/calls";

const main = async () => {
  const text = { type: "string" };
  const options = { agent: text, phone: text, name: text };
  const { agent, phone, name = "" } = parseArgs({ options }).values;
  if (!agent || !phone) throw new Error("expected --agent <id> and --phone <number>");

  const client = new Synthflow();
  const { call_id } = await client.calls.create({ model_id: agent, phone, name });
  console.log(`Call ${call_id} to ${phone}`);

  const { status, answered, seconds, transcript } = summarize(await client.calls.wait(call_id));
  console.log(`${status}, answered by ${answered}, ${seconds} s`);
  for (const { role, text } of transcript) console.log(`${role}: ${text}`);
  if (status !== "completed") process.exitCode = 1;
};

main().catch((error) => {
  // "unknown": the call may have been placed, and a second one would ring twice. The message says what to check.
  console.error(error.outcome ? `${error.outcome}: ${error.message}` : error.message);
  process.exitCode = 1;
});
