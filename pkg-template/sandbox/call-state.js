/** The state of a call: it moves from the queue to in progress to its end, by the clock or with each poll. */

import { executedActions } from "./executed-actions.js";
import { fill } from "./variables.js";

/** How a call to a number with these last digits ends; a call to another number is answered. */
const ENDINGS = {
  "0001": { status: "busy" },
  "0002": { status: "no-answer" },
  "0003": { status: "failed", error_message: "the carrier refused the call" },
};

/** Duration of a call that advances with each poll, in milliseconds. */
const POLLED_DURATION = 3000;

/** The text of a call's agent, with the variables filled in. */
export const instructionsOf = (call) => {
  const variables = {
    name: call.name,
    call_id: call.call_id,
    user_phone_number: call.person,
    from_phone_number: call.from,
    to_phone_number: call.to,
    ...call.variables,
  };
  return {
    prompt: fill(call.prompt, variables),
    greeting: fill(call.greeting, variables),
    variables: call.variables,
  };
};

const transcript = (call) => {
  const { name } = call;
  return [
    `\nbot: ${instructionsOf(call).greeting}`,
    `\nhuman: Hello, this is ${name || "the caller"}.`,
    `\nbot: Thank you${name && `, ${name}`}. Is there anything else?`,
    "\nhuman: No, that is all. Goodbye.",
  ].join("");
};

const endOf = (store, call) => {
  const ending = call.type === "outbound" ? ENDINGS[call.to.slice(-4)] : undefined;
  if (ending) return { end_call_reason: "error", error_message: "", ...ending };
  const milliseconds = store.callDuration || POLLED_DURATION;
  return {
    status: "completed",
    transcript: transcript(call),
    duration: Math.max(1, Math.round(milliseconds / 1000)),
    end_call_reason: "human_ended_call",
    telephony_hangup: call.type === "outbound" ? "callee" : "caller",
    telephony_disconnect_reason: call.type === "outbound" ? "callee_hangup" : "caller_hangup",
    telephony_duration: milliseconds,
    telephony_start: new Date(call.placed).toISOString(),
    telephony_end: new Date(call.placed + milliseconds).toISOString(),
    executed_actions: executedActions(store, store.agents.get(call.model_id)),
    collected_variables: { [call.model_id]: { name: { value: call.name, collected: true } } },
  };
};

/** Ends a call: `store.onEnd` is called once for it. */
export const endCall = (store, call) => {
  call.end = endOf(store, call);
  store.open.delete(call);
  store.onEnd(call);
};

/** The progress of a call, from 0 to 1: by the clock, or one step with each poll. */
const progress = (store, call) => {
  if (store.callDuration > 0) return (store.now() - call.placed) / store.callDuration;
  call.polls += 1;
  return (call.polls - 1) / 2;
};

/** The current state of a call. Reading it is a poll. */
export const stateOf = (store, call) => {
  if (call.end) return call.end;
  call.progress = Math.max(call.progress, progress(store, call));
  if (call.progress < 1 / 3) return { status: "queue" };
  if (call.progress < 1) return { status: "in-progress" };
  endCall(store, call);
  return call.end;
};
