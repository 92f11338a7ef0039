/** Opens the form of an agent. The schema is loaded only here: the list does not need it. */

import { groupsOf } from "./fields.js";
import { Form } from "./form.svelte.js";

/** What a new agent begins with. */
const beginning = { type: "widget", agent: {} };

/** The form of an agent of `agents.get`, or of a new one. */
export const openForm = async (client, agent) => {
  const schema = await import("synthflow-wasm/schema");
  const groups = groupsOf(schema.schemaOf("agents.create"));
  return new Form(schema, groups, agent && client.agents.toUpdate(agent), beginning);
};
