/**
 * Adds an action to an agent that keeps its others: `actions.attach` adds, while `actions` in `agents.update` replaces all.
 *
 *     node add-action.mjs --agent <id> --action <id>
 */

import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";

/** The actions of an agent, which are only returned on request. */
const actionsOf = async (client, id) =>
  (await client.agents.get(id, { include_actions: true })).actions ?? [];

const main = async () => {
  const options = { agent: { type: "string" }, action: { type: "string" } };
  const { agent, action } = parseArgs({ options }).values;
  if (!agent || !action) throw new Error("expected --agent <id> and --action <id>");

  const client = new Synthflow();
  const before = await actionsOf(client, agent);
  if (!before.includes(action)) await client.actions.attach({ model_id: agent, actions: [action] });
  const after = await actionsOf(client, agent);
  const missing = [...before, action].filter((id) => !after.includes(id));
  if (missing.length > 0) throw new Error(`the agent does not have ${missing.join(", ")}`);
  for (const id of after) console.log(`${before.includes(id) ? " " : "+"} ${id}`);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
