/**
 * Prints the calls that ended since the last run, each once: for cron. The state is in a file. Whether `from_date` is
 * inclusive is not documented, so the windows of two runs overlap. Calls that have not ended are read in the next run.
 *
 *     node poll-calls.mjs --agent <id> --state poll.json
 */

import { readFile, rename, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { NotFoundError, Synthflow } from "synthflow-wasm";
import { isFinalStatus, summarize } from "synthflow-wasm/calls";

const OVERLAP = 1000;
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
  const last = { printed: [], ...(await read(state)) };
  // A call may be listed late, so the window ends a minute ago.
  const until = Date.now() - Number(lag) * 1000;

  const calls = new Map();
  const window = { model_id: agent, from_date: last.since - OVERLAP, to_date: until, limit: 100 };
  for await (const call of client.calls.list(window)) calls.set(call.call_id, call);
  const unlessDeleted = (error) => {
    if (!(error instanceof NotFoundError)) throw error;
  };
  for (const id of last.open)
    if (!calls.has(id)) calls.set(id, await client.calls.get(id).catch(unlessDeleted));

  const [open, printed, lines] = [[], [], []];
  for (const { id, status, person, seconds } of [...calls.values()].filter(Boolean).map(summarize)) {
    (isFinalStatus(status) ? printed : open).push(id);
    const isNew = isFinalStatus(status) && !last.printed.includes(id);
    if (isNew) lines.push(`${id} ${status} ${person.number} ${seconds} s`);
  }
  console.log([...lines, `${lines.length} ended, ${open.length} not yet`].join("\n"));
  // Written last: after a failure, the next run repeats the window.
  await writeFile(`${state}.part`, JSON.stringify({ since: until, open, printed }));
  await rename(`${state}.part`, state);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
