// Generated from the declarations in src/webhooks.rs by `npm run emit`. Do not edit.

import type { CallStatus, CollectedVariables, EndCallReason, StartTime, TypeOfCall } from "./index.js";

/**
 * What is sent to `external_webhook_url` after a call.
 *
 * It is not the object that `calls.get` answers with: the state is `call.status` (there `status`, in
 * `calls.list` `call_status`), `call.start_time` is ISO 8601 (there milliseconds since the epoch), the
 * person is in `lead` (there `name` and `phone_number_to`).
 */
export interface PostCallEvent {
  /** State of the call. */
  status?: CallStatus | null;
  /** Why it ended, or what went wrong. */
  error_message?: string | null;
  /** The person. */
  lead?: PostCallLead | null;
  /** The call. */
  call: PostCallCall;
  /**
   * What the agent did, by name. JSON that real accounts get in a string is parsed by
   * `webhooks.unwrap`. Answers of an extractor come under `extract_info_…` or `info_extractor_…`.
   */
  executed_actions?: Record<string, ExecutedAction> | null;
  /** What was found out about the call. */
  analysis?: Record<string, unknown> | null;
  /** What was found out in the call: by agent id, then by name; or by name at once. */
  collected_variables?: Record<string, CollectedVariables> | null;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** The person of a call. */
export interface PostCallLead {
  /** Name. */
  name?: string | null;
  /** Phone number. */
  phone_number?: string | null;
  /** Variables of the prompt. */
  prompt_variables?: Record<string, unknown> | null;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** The call of a webhook. */
export interface PostCallCall {
  /** State. */
  status?: CallStatus | null;
  /** Why it ended. */
  end_call_reason?: EndCallReason | null;
  /** The agent. */
  model_id?: string | null;
  /** Time zone. */
  timezone?: string | null;
  /** Its id: see `calls.get`. The signature is over this. */
  call_id: string;
  /** Length in seconds. */
  duration?: number | null;
  /** When it began: ISO 8601. */
  start_time?: StartTime | null;
  /** What was said: one string of `\nbot: …` and `\nhuman: …` turns. */
  transcript?: string | null;
  /** Where the recording is. */
  recording_url?: string | null;
  /** Who called whom. */
  type_of_call?: TypeOfCall | null;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Something an agent did. */
export interface ExecutedAction {
  /** Name. */
  name?: string | null;
  /** Kind. */
  action_type?: string | null;
  /** What it is for. */
  description?: string | null;
  /** What is fixed in it. */
  parameters_hard_coded?: unknown | null;
  /** What the language model gave it. */
  parameters_from_llm?: unknown | null;
  /** What went wrong. */
  error_message?: string | null;
  /** What came of it: seen are `{}`, a string, a number, an object, an object in an object. */
  return_value?: unknown | null;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/**
 * What is sent to `inbound_call_webhook_url` when a call comes in. Answer within 10 seconds with
 * `webhooks.inboundReply`; without an answer up to 3 more requests come.
 */
export interface InboundCallEvent {
  /** Always `"call_inbound"`. */
  event: InboundCallEventName;
  /** The call. */
  call_inbound: InboundCall;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/**
 * Name of an event.
 *
 * - `call_inbound`: A call comes in.
 */
export type InboundCallEventName =
  /** A call comes in. */
  | "call_inbound";

/** A call that comes in. */
export interface InboundCall {
  /** The agent that would answer. */
  model_id?: string | null;
  /** Who calls. */
  from_number?: string | null;
  /** Who is called. */
  to_number?: string | null;
  /** Its id. */
  call_id?: string | null;
  /** Other fields are accepted. */
  [field: string]: unknown;
}
