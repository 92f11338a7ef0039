/** The actions of an agent, as a completed call has executed them. */

import { isObject } from "../shared/own.js";

/** What a call shows of an information extractor: the API gives it a name of its own, and a flat form. */
const extractorOf = ({ parameters_hard_coded: fields }) => {
  const found = Object.values(fields).find((one) => isObject(one) && typeof one.identifier === "string");
  if (!found) return undefined;
  const { identifier, description: condition = "", choices = null, examples = null } = found;
  return {
    name: `info_extractor_${identifier}`,
    action_type: "extract_info_action_type",
    parameters_hard_coded: { identifier, condition, choices, examples },
    return_value: { [identifier]: null },
  };
};

const executed = (store, action) => {
  const { action_id, name, action_type, description, parameters_hard_coded } = action;
  const isExtractor = action_type === "INFORMATION_EXTRACTOR";
  return {
    name,
    action_type,
    description,
    parameters_hard_coded,
    parameters_from_llm: {},
    return_value: {},
    error_message: null,
    ...(isExtractor && extractorOf(action)),
    ...(store.returnValues.has(action_id) && { return_value: store.returnValues.get(action_id) }),
  };
};

/** The actions by their names. Nothing is executed: a return value is the seeded one. */
export const executedActions = (store, agent) =>
  Object.fromEntries(
    (agent?.actions ?? []).map((id) => {
      const action = executed(store, store.actions.get(id));
      return [action.name, action];
    }),
  );
