/**
 * Prints the calls that ended since the last run, each once: for cron. The state is in a file. `to_date` is exclusive, so
 * the windows of two runs meet without a gap or an overlap. Calls that have not ended are looked at in the next run.
 *
 *     node poll-calls.mjs --agent <id> --state poll.json
 */

import { readFile, rename, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";
import { isFinalStatus, summarize } from "synthflow-wasm/calls";

const text = { type: "string" };
const options = { agent: text, state: { ...text, default: "poll-calls.json" }, lag: text };

/** The state of the last run; at first, the calls of the last day are new. */
const read = async (file) => {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return { since: Date.now() - 86_400_000, open: [] };
  }
};

const main = async () => {
  const { agent, state, lag = 60 } = parseArgs({ options }).values;
  if (!agent) throw new Error("expected --agent <id>");
  const client = new Synthflow();
  const last = await read(state);
  // A call may be listed late, so the window ends a minute ago.
  const until = Date.now() - Number(lag) * 1000;

  const calls = [];
  for (const id of last.open) calls.push(await client.calls.get(id));
  const window = { model_id: agent, from_date: last.since, to_date: until, limit: 100 };
  for await (const call of client.calls.list(window)) calls.push(call);

  const open = [];
  for (const { id, status, person, seconds } of calls.map(summarize)) {
    if (isFinalStatus(status)) console.log(`${id} ${status} ${person.number} ${seconds} s`);
    else open.push(id);
  }
  console.log(`${calls.length - open.length} ended, ${open.length} not yet`);
  // Written last: after a failure, the next run repeats the window.
  await writeFile(`${state}.part`, JSON.stringify({ since: until, open }));
  await rename(`${state}.part`, state);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
