/**
 * Lets an agent transfer calls to a SIP address, or a phone number. Can be repeated: an action with the same target is
 * attached, not created once more.
 *
 *     node sip-transfer.mjs --agent <id> --to sip:desk@pbx.example.com --when "The caller asks for a person"
 */

import { parseArgs } from "node:util";
import { Synthflow } from "synthflow-wasm";

const text = { type: "string" };
const options = { agent: text, to: text, when: { ...text, default: "The caller asks for a person" } };

/** The id of the action that transfers to this target. */
const find = async (client, phone) => {
  for await (const { action_id, action_type, parameters_hard_coded } of client.actions.list())
    if (action_type === "LIVE_TRANSFER" && parameters_hard_coded?.phone === phone) return action_id;
  return undefined;
};

const create = async (client, phone, instructions) => {
  const LIVE_TRANSFER = {
    transfer_mode: "warm_transfer_with_context",
    phone,
    instructions,
    timeout: 30,
    initiating_msg: "One moment, I am connecting you.",
    failed_msg: "Nobody is available at the moment.",
  };
  return (await client.actions.create({ LIVE_TRANSFER })).action_id;
};

const main = async () => {
  const { agent, to, when } = parseArgs({ options }).values;
  if (!agent || !/^(sips?:\S+@\S+|\+\d+)$/.test(to ?? ""))
    throw new Error("expected --agent <id> and --to <sip:user@host or +number>");
  const client = new Synthflow();
  const { name, actions } = await client.agents.get(agent, { include_actions: true });
  const found = await find(client, to);
  const id = found ?? (await create(client, to, when));
  console.log(`${found ? "Found" : "Created"} action ${id}: transfer to ${to}`);
  if (!actions?.includes(id)) await client.actions.attach({ model_id: agent, actions: [id] });
  console.log(`${name} can transfer calls`);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
