// @ts-check
/**
 * Stores the calls of a window that no webhook delivered: for cron. By default, those of the last two days until 15 minutes
 * ago, of all agents. `--from` and `--to` change that; `--to` is exclusive.
 *
 *     node reconcile.mjs --agent <id> --from 2026-04-01 --to 2026-05-01
 */

import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";
import { isFinalStatus, summarize } from "synthflow-wasm/calls";
import { storage } from "./node.mjs";
import { recordOf } from "./record.mjs";

const DAY = 86_400_000;

const main = async () => {
  const text = /** @type {const} */ ({ type: "string" });
  const { agent, from, to } = parseArgs({ options: { agent: text, from: text, to: text } }).values;
  const client = new Synthflow();
  const window = {
    from_date: from ?? new Date(Date.now() - 2 * DAY),
    // A webhook may still be on its way.
    to_date: to ?? new Date(Date.now() - 15 * 60_000),
    limit: 100,
  };
  const agents = agent ? [agent] : (await client.agents.list().toArray()).map(({ model_id }) => model_id);
  let [ended, missing] = [0, 0];
  for (const model_id of agents)
    for await (const { call_id, ...listed } of client.calls.list({ model_id, ...window })) {
      if (!isFinalStatus(summarize(listed).status)) continue;
      ended += 1;
      if (storage.has(call_id)) continue;
      // An item of the list may have less than the call itself. An event that arrives meanwhile wins.
      if (!storage.save(recordOf(await client.calls.get(call_id)), "list")) continue;
      missing += 1;
      console.log(`${call_id} had no webhook`);
    }
  console.log(`${ended} calls ended, ${missing} of them without a webhook`);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
