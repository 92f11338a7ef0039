/**
 * Copies agents to another workspace, whose key is in TARGET_API_KEY (and TARGET_REGION or TARGET_BASE_URL, if it is
 * elsewhere). With `--delete` the original is deleted once its copy exists. Phone numbers, actions and knowledge bases
 * stay: they belong to the workspace.
 *
 *     node move-agents.mjs <id> <id> --delete
 */

import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";

const { TARGET_API_KEY, TARGET_REGION, TARGET_BASE_URL } = process.env;

const main = async () => {
  const options = { delete: { type: "boolean", default: false } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length === 0 || !TARGET_API_KEY)
    throw new Error("expected ids of agents, and TARGET_API_KEY in the environment");

  const source = new Synthflow();
  const target = source.withOptions({
    apiKey: TARGET_API_KEY,
    ...(TARGET_REGION && { region: TARGET_REGION }),
    ...(TARGET_BASE_URL && { baseURL: TARGET_BASE_URL }),
  });
  const known = new Map();
  for await (const { name, model_id } of target.agents.list({ limit: 100 })) known.set(name, model_id);

  for (const id of positionals) {
    const agent = await source.agents.get(id, { include_actions: true });
    if (known.has(agent.name)) {
      // Perhaps of an earlier run whose response was lost, perhaps another one: the original is kept.
      console.log(`  ${agent.name}: the target has ${known.get(agent.name)}`);
      continue;
    }
    const { model_id: _, phone_number, ...params } = source.agents.toUpdate(agent);
    const { model_id } = await target.agents.create({ ...params, type: agent.type });
    const left = [phone_number, ...(agent.actions ?? [])].filter(Boolean);
    console.log(`+ ${agent.name}: ${model_id}${left.length > 0 ? `, without ${left.join(", ")}` : ""}`);
    if (!values.delete) continue;
    await source.agents.delete(id);
    console.log(`- ${id}`);
  }
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
