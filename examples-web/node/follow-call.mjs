/**
 * Places a call and follows it with a live status line. If the response is lost, the call is looked for, not placed again.
 *
 *     node follow-call.mjs --agent <id> --phone +14155550123 --name Sam
 */

import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";

const text = { type: "string" };
const options = { agent: text, phone: text, name: text, search: { ...text, default: "60" } };

/** The id of the call, also if its response was lost. */
const place = async (client, params, searchSeconds) => {
  try {
    return (await client.calls.create(params)).call_id;
  } catch (error) {
    if (error.outcome !== "unknown") throw error;
    console.error("The response was lost. Looking for the call.");
    const about = { since: error.startedAt, timeout: searchSeconds * 1000 };
    const found = await client.calls.findPlaced({ ...params, ...about });
    if (found.outcome === "placed") return found.call.call_id;
    const ids = found.calls.map(({ call_id }) => call_id).join(", ");
    throw new Error(`The call may have been placed: ${found.outcome} ${ids}. Check before you call again.`);
  }
};

/** One line that changes, in a terminal; elsewhere, a line for each status. */
const isLive = process.stdout.isTTY;
const began = Date.now();
let status = "queue";
const draw = () => process.stdout.write(`\r\x1b[K${status} ${Math.round((Date.now() - began) / 1000)} s`);
const onChange = (call) => {
  status = call.status;
  if (isLive) draw();
  else console.log(status);
};

const main = async () => {
  const { agent, phone, name = "", search } = parseArgs({ options }).values;
  if (!agent || !phone) throw new Error("expected --agent <id> and --phone <number>");
  const client = new Synthflow();
  const call_id = await place(client, { model_id: agent, phone, name }, Number(search));
  console.log(`Call ${call_id}`);
  const timer = setInterval(() => isLive && draw(), 1000);
  const waiting = client.calls.wait(call_id, { interval: 1000, onChange });
  const call = await waiting.finally(() => clearInterval(timer));
  if (isLive) console.log();
  if (call.status !== "completed")
    throw new Error(`${call.status}: ${call.error_message || call.end_call_reason}`);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
