/** Calls, which change their status over time and get a transcript. */

import { badRequest, notFound } from "./errors.js";
import { page } from "./paging.js";
import { STARTER_NUMBER } from "./starters.js";

/** How a call to a number with these last digits ends; a call to another number is answered. */
const endings = {
  "0001": { status: "busy" },
  "0002": { status: "no-answer" },
  "0003": { status: "failed", error_message: "the carrier refused the call" },
};

const transcript = ({ name, greeting }) =>
  [
    `\nbot: ${greeting}`,
    `\nhuman: Hello, this is ${name}.`,
    `\nbot: Thank you, ${name}. Is there anything else?`,
    "\nhuman: No, that is all. Goodbye.",
  ].join("");

/** The progress of a call, from 0 to 1: by the clock, or one step with each poll. */
const progress = (store, call) => {
  if (store.callDuration > 0) return (store.now() - call.placed) / store.callDuration;
  call.polls += 1;
  return (call.polls - 1) / 2;
};

/** The current state of a call. */
const state = (store, call) => {
  call.progress = Math.max(call.progress, progress(store, call));
  if (call.progress < 1 / 3) return { status: "queue" };
  if (call.progress < 1) return { status: "in-progress" };
  const ending = endings[call.to.slice(-4)];
  if (ending) return { end_call_reason: "error", error_message: "", ...ending };
  const milliseconds = store.callDuration || 3000;
  return {
    status: "completed",
    transcript: transcript(call),
    duration: Math.max(1, Math.round(milliseconds / 1000)),
    end_call_reason: "human_ended_call",
    telephony_hangup: "callee",
    telephony_disconnect_reason: "callee_hangup",
    telephony_duration: milliseconds,
    telephony_start: new Date(call.placed).toISOString(),
    telephony_end: new Date(call.placed + milliseconds).toISOString(),
    collected_variables: { [call.model_id]: { name: { value: call.name, collected: true } } },
  };
};

const shared = (call) => ({
  call_id: call.call_id,
  model_id: call.model_id,
  campaign_type: "Test",
  phone_number_from: call.from,
  phone_number_to: call.to,
  name: call.name,
  transcript: "",
  duration: 0,
  recording_url: null,
  executed_actions: {},
  type_of_call: "outbound",
  start_time: String(call.placed),
  timezone: "Europe/Berlin",
  error_message: "",
});

const detailed = (store, call) => ({
  ...shared(call),
  prompt_variables: call.variables,
  ...state(store, call),
});

const listed = (store, call) => {
  const { status, ...rest } = state(store, call);
  return {
    ...shared(call),
    ...rest,
    call_status: status,
    lead_name: call.name,
    lead_phone_number: call.to,
    agent_phone_number: call.from,
    agents_used: [call.model_id],
    labels: [],
    judge_results: null,
    recording_duration: null,
    deployment_type: null,
  };
};

/** All calls in their current state, as the list has them. */
export const listCalls = (store) => [...store.calls.values()].map((call) => listed(store, call));

const place = (store, { model_id, to, from, name, greeting, variables }) => {
  const agent = store.agents.get(model_id);
  if (!agent) throw notFound("agent", model_id);
  if (agent.type !== "outbound") throw badRequest(`agent ${model_id} is not an outbound agent`);
  const call = {
    call_id: store.ids.uuid(),
    model_id,
    to,
    from: from ?? agent.attached_phone_numbers[0]?.number ?? STARTER_NUMBER,
    name,
    greeting: greeting ?? agent.agent.greeting_message,
    variables,
    placed: store.now(),
    progress: 0,
    polls: 0,
  };
  store.calls.set(call.call_id, call);
  return call;
};

/** Variables in either of their two forms, as an object. */
const variables = (given = []) =>
  Object.fromEntries(
    given.map((entry) => {
      if (typeof entry !== "string") return [entry.key, entry.value];
      const [key, ...value] = entry.split(":");
      return [key.trim(), value.join(":").trim()];
    }),
  );

const matches = (query) => (call) =>
  (query.call_status === undefined || call.call_status === query.call_status) &&
  (query.lead_phone_number === undefined || call.lead_phone_number === query.lead_phone_number) &&
  Number(call.start_time) >= (query.from_date ?? 0) &&
  Number(call.start_time) <= (query.to_date ?? Number.POSITIVE_INFINITY) &&
  call.duration >= (query.duration_min ?? 0) &&
  call.duration <= (query.duration_max ?? Number.POSITIVE_INFINITY);

export const calls = {
  "calls.create": ({ store, body }) => {
    const { phone, from_phone_number, custom_variables, ...rest } = body;
    const given = variables(custom_variables);
    const call = place(store, { ...rest, to: phone, from: from_phone_number, variables: given });
    return { status: "ok", response: { answer: "Call is queued", call_id: call.call_id }, eta: 1 };
  },
  "calls.list": ({ store, query }) => {
    const mine = listCalls(store).filter(({ model_id }) => model_id === query.model_id);
    const found = mine.filter(matches(query));
    const { pagination, items } = page(found, query);
    return { status: "ok", response: { pagination, calls: items } };
  },
  "calls.get": ({ store, ids }) => {
    const call = store.calls.get(ids.call_id);
    if (!call) throw notFound("call", ids.call_id);
    const pagination = { total_records: 1, limit: 1, offset: 0 };
    return { status: "ok", response: { pagination, calls: [detailed(store, call)] } };
  },
  "calls.startWebSocketMedia": ({ store, body }) => {
    const call = place(store, {
      model_id: body.modelId,
      to: body.toPhoneNumber,
      from: body.fromPhoneNumber,
      name: body.leadName ?? "",
      variables: {},
    });
    const bound = body.wsMediaServerName ? { sid: `sid-${call.call_id}` } : {};
    return {
      callId: call.call_id,
      wsMediaUrl: `wss://sandbox.invalid/media/${call.call_id}`,
      ...bound,
    };
  },
  "calls.getWebSocketMediaBaseUrl": () => ({ wsMediaBaseUrl: "wss://sandbox.invalid/media" }),
};
