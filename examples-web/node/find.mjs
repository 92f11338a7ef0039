/**
 * Finds agents by phone number, or actions by name, and prints their ids.
 *
 *     node find.mjs --number +15005550000
 *     node find.mjs --action "Find an appointment"
 */

import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";

/** A number can be the agent's own, or attached to it; some lists omit the latter. */
const agentsWith = async (client, number) => {
  const found = [];
  for await (const listed of client.agents.list({ limit: 100 })) {
    const agent = listed.attached_phone_numbers ? listed : await client.agents.get(listed.model_id);
    const numbers = [agent.phone_number, ...(agent.attached_phone_numbers ?? []).map((one) => one.number)];
    if (numbers.includes(number)) found.push(`${agent.model_id} ${agent.type} ${agent.name}`);
  }
  return found;
};

const actionsNamed = async (client, name) => {
  const actions = await client.actions.list({ limit: 100 }).toArray();
  return actions
    .filter((action) => action.name?.toLowerCase() === name.toLowerCase())
    .map(({ action_id, action_type }) => `${action_id} ${action_type}`);
};

const main = async () => {
  const options = { number: { type: "string" }, action: { type: "string" } };
  const { number, action } = parseArgs({ options }).values;
  if (!number && !action) throw new Error("expected --number <+number> or --action <name>");
  const client = new Synthflow();
  const found = [];
  if (number) found.push(...(await agentsWith(client, number)));
  if (action) found.push(...(await actionsNamed(client, action)));
  if (found.length === 0) throw new Error("nothing found");
  for (const line of found) console.log(line);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
