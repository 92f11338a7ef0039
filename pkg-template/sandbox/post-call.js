/** What follows the end of a call: the webhook, and what is remembered of the contact. */

import { detailed, shaped } from "./call-shapes.js";

/** The maximum number of calls that a memory tells about. */
const MAX_MEMORIES = 10;

/** The event that is sent to `external_webhook_url`. */
export const eventOf = (store, call) => {
  const { status, name, prompt_variables, executed_actions, collected_variables, error_message, ...rest } =
    shaped(store, detailed(store, call));
  return {
    status,
    error_message: error_message || rest.end_call_reason,
    lead: { name, phone_number: call.person, prompt_variables },
    call: { status, ...rest, start_time: new Date(call.placed).toISOString() },
    executed_actions,
    analysis: status === "completed" ? { goal: "true", goal_feedback: "" } : {},
    collected_variables: collected_variables?.[call.model_id] ?? {},
    ...(call.metadata && { metadata: call.metadata }),
  };
};

/** The URL that is notified of the end of a call: the one of the call, or the one of its agent. */
export const webhookOf = (store, call) =>
  store.delivery.isOn ? call.webhook || store.agents.get(call.model_id)?.external_webhook_url : undefined;

/** Sends the webhook of a call that has ended; resolves when it is delivered or given up. */
export const notify = async (store, call) => {
  const url = webhookOf(store, call);
  if (!url) return;
  await store.delivery.send({
    url,
    webhook_type: "external_webhook",
    call_id: call.call_id,
    model_id: call.model_id,
    workspace_id: store.workspace,
    payload: eventOf(store, call),
    signed: call.call_id,
  });
};

/** Adds a completed call to the memory of its contact, in the memory stores of the agent. */
export const remember = (store, call) => {
  if (call.end.status !== "completed") return;
  const contact = [...store.contacts.values()].find(({ phone_number: number }) => number === call.person);
  const agent = store.agents.get(call.model_id);
  if (!contact || !agent) return;
  const time = new Date(call.placed).toISOString();
  for (const { agents, contacts } of store.memoryStores.values()) {
    const memory = contacts.get(contact.id);
    if (!memory || !agents.has(agent.model_id)) continue;
    memory.calls.push(
      `${time.slice(0, 10)}: ${contact.name} talked to ${agent.name}, and had no other question.`,
    );
    memory.calls.splice(0, memory.calls.length - MAX_MEMORIES);
    Object.assign(memory, {
      memory: memory.calls.join("\n"),
      updated_at: new Date(store.now()).toISOString(),
    });
  }
};
