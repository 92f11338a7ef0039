/** A call as the API returns it: as documented, or as real accounts do. */

import { isObject } from "../shared/own.js";
import { stateOf } from "./call-state.js";

const shared = (call) => ({
  call_id: call.call_id,
  model_id: call.model_id,
  campaign_type: call.batch_call_id ? "Batch" : "Test",
  phone_number_from: call.from,
  phone_number_to: call.to,
  name: call.name,
  transcript: "",
  duration: 0,
  recording_url: null,
  executed_actions: {},
  type_of_call: call.type,
  start_time: String(call.placed),
  timezone: call.timezone ?? "Europe/Berlin",
  error_message: "",
  ...(call.batch_call_id && { batch_call_id: call.batch_call_id }),
});

/** An action as real accounts send it: with JSON in strings. */
const asText = (action) => ({
  ...action,
  parameters_hard_coded: JSON.stringify(action.parameters_hard_coded),
  parameters_from_llm: JSON.stringify(action.parameters_from_llm),
  return_value: JSON.stringify(action.return_value),
});

/** The differences that were seen on real accounts. */
const live = (call) => ({
  ...call,
  duration: String(call.duration),
  transcript: (call.transcript ?? "").replaceAll("\nbot: ", "\nassistant: "),
  executed_actions: Object.fromEntries(
    Object.entries(call.executed_actions ?? {}).map(([name, action]) => [
      name,
      isObject(action) ? asText(action) : action,
    ]),
  ),
});

/** The call in the shape that the sandbox is set to. */
export const shaped = (store, call) => (store.shapes === "live" ? live(call) : call);

/** The call as `calls.get` documents it. */
export const detailed = (store, call) => ({
  ...shared(call),
  prompt_variables: call.variables,
  ...stateOf(store, call),
});

/** The call as an element of `calls.list`; the status is `call_status` there. */
export const listed = (store, call) => {
  const { status, ...rest } = stateOf(store, call);
  return {
    ...shared(call),
    ...rest,
    call_status: status,
    lead_name: call.name,
    lead_phone_number: call.person,
    agent_phone_number: call.type === "outbound" ? call.from : call.to,
    agents_used: [call.model_id],
    labels: [],
    judge_results: null,
    recording_duration: null,
    deployment_type: null,
  };
};

/** All calls in their current state, as listed. */
export const listCalls = (store) => [...store.calls.values()].map((call) => listed(store, call));
