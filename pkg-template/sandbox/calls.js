/** Calls, which change their status over time and get a transcript. */

import { addCall, numberOf, outboundAgent, placeCall } from "./call-records.js";
import { detailed, listed, shaped } from "./call-shapes.js";
import { notFound } from "./errors.js";
import { page } from "./paging.js";
import { limitCalls } from "./rate-limits.js";
import { variablesOf } from "./variables.js";

const place = (store, model_id, given) => {
  const agent = outboundAgent(store, model_id);
  limitCalls(store);
  return placeCall(store, agent, given);
};

const matches = (query) => (call) =>
  (query.call_status === undefined || call.call_status === query.call_status) &&
  (query.lead_phone_number === undefined || call.lead_phone_number === query.lead_phone_number) &&
  (query.batch_call_id === undefined || call.batch_call_id === query.batch_call_id) &&
  Number(call.start_time) >= (query.from_date ?? 0) &&
  Number(call.start_time) < (query.to_date ?? Number.POSITIVE_INFINITY) &&
  call.duration >= (query.duration_min ?? 0) &&
  call.duration <= (query.duration_max ?? Number.POSITIVE_INFINITY);

export const calls = {
  "calls.create": ({ store, body }) => {
    const { model_id, phone, from_phone_number, name, prompt, greeting } = body;
    const call = place(store, model_id, {
      to: phone,
      from: from_phone_number,
      name,
      prompt,
      greeting,
      timezone: body.lead_timezone,
      webhook: body.external_webhook_url,
      variables: variablesOf(body.custom_variables),
    });
    return { status: "ok", response: { answer: "Call is queued", call_id: call.call_id }, eta: 1 };
  },
  "calls.list": ({ store, query }) => {
    const mine = [...store.calls.values()].filter(({ model_id }) => model_id === query.model_id);
    const found = mine.map((call) => listed(store, call)).filter(matches(query));
    const { pagination, items } = page(found, query);
    return { status: "ok", response: { pagination, calls: items.map((call) => shaped(store, call)) } };
  },
  "calls.get": ({ store, ids }) => {
    const call = store.calls.get(ids.call_id);
    if (!call) throw notFound("call", ids.call_id);
    const pagination = { total_records: 1, limit: 1, offset: 0 };
    return { status: "ok", response: { pagination, calls: [shaped(store, detailed(store, call))] } };
  },
  "calls.startWebSocketMedia": ({ store, body }) => {
    const { call_id: callId } = place(store, body.modelId, {
      to: body.toPhoneNumber,
      from: body.fromPhoneNumber,
      name: body.leadName ?? "",
    });
    // With a server, its socket is open already, and is bound to the call by the sid.
    if (body.wsMediaServerName) return { callId, sid: `sid-${callId}` };
    return { callId, wsMediaUrl: `wss://sandbox.invalid/media/${callId}` };
  },
  "calls.getWebSocketMediaBaseUrl": () => ({ wsMediaBaseUrl: "wss://sandbox.invalid/media" }),
};

/** Adds a call that has ended, with the fields that `calls.get` returns; `phone` is the number of the person. */
export const addEndedCall = (store, agent, given) => {
  const { call_id, model_id: _, phone = "", phone_number_from, phone_number_to, ...rest } = given;
  const { name = "", custom_variables, start_time, batch_call_id, ...end } = rest;
  const own = agent.type === "widget" ? "" : numberOf(agent);
  const [from, to] =
    agent.type === "outbound"
      ? [phone_number_from ?? own, phone_number_to ?? phone]
      : [phone_number_from ?? phone, phone_number_to ?? own];
  const call = addCall(store, agent, {
    ...(call_id && { call_id }),
    ...(batch_call_id && { batch_call_id }),
    name,
    from,
    to,
    person: agent.type === "outbound" ? to : from,
    placed: start_time ?? store.now(),
    variables: variablesOf(custom_variables),
  });
  store.open.delete(call);
  const { status = "completed" } = end;
  call.end = {
    status,
    transcript: "",
    duration: 0,
    // Nobody has ended a call that was not answered, or that is running.
    ...(status === "completed" && { end_call_reason: "human_ended_call" }),
    ...end,
  };
  return call;
};
