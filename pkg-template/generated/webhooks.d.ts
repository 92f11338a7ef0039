// Generated from the declarations in src/webhooks by `npm run emit`. Do not edit.

import type { CallStatus, CollectedVariables, EndCallReason, ExecutedAction, StartTime, TypeOfCall } from "./index.js";

/**
 * Event sent to `external_webhook_url` after a call.
 *
 * It differs from the response of `calls.get`: the status is `call.status` (there `status`),
 * `call.start_time` is ISO 8601 (there milliseconds since the epoch), the person is in `lead` (there `name`
 * and `phone_number_to`). In JavaScript, `summarize` of `synthflow-wasm/calls` reads both.
 */
export interface PostCallEvent {
  /**
   * Call status.
   * Filled from `call_status` if the API omits it.
   */
  status?: CallStatus | null | undefined;
  /** End reason, or the error of a failed call. */
  error_message?: string | null | undefined;
  /** Person the agent spoke with. */
  lead?: PostCallLead | null | undefined;
  /** Call. */
  call: PostCallCall;
  /**
   * Executed actions, by name. Information extractors are named `extract_info_<identifier>` or
   * `info_extractor_<identifier>`.
   */
  executed_actions?: Record<string, ExecutedAction> | null | undefined;
  /** Analysis of the call, such as `goal`. */
  analysis?: Record<string, unknown> | null | undefined;
  /** Collected variables, by name; on some accounts by agent id, then by name. */
  collected_variables?: Record<string, CollectedVariables> | null | undefined;
  /** Metadata, such as that of the reply to an inbound event. */
  metadata?: Record<string, unknown> | null | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Person the agent spoke with. */
export interface PostCallLead {
  /** Name. */
  name?: string | null | undefined;
  /** Phone number. */
  phone_number?: string | null | undefined;
  /** Variables of the prompt. */
  prompt_variables?: Record<string, unknown> | null | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Call of a post-call event. */
export interface PostCallCall {
  /**
   * Call status.
   * Filled from `call_status` if the API omits it.
   */
  status?: CallStatus | null | undefined;
  /** End reason. */
  end_call_reason?: EndCallReason | null | undefined;
  /** End reason, as text. Set if `end_call_reason` is `custom_end_call`. */
  custom_end_call_reason?: string | null | undefined;
  /** Agent id. */
  model_id?: string | null | undefined;
  /** IANA time zone. */
  timezone?: string | null | undefined;
  /** Call id, for `calls.get`. The signature covers this value only. */
  call_id: string;
  /** Duration, in seconds. */
  duration?: number | null | undefined;
  /** Duration of the connection, in milliseconds. */
  telephony_duration?: number | null | undefined;
  /** Ringing time, in milliseconds. */
  telephony_ringing_duration?: number | null | undefined;
  /** Start time, ISO 8601. */
  start_time?: StartTime | null | undefined;
  /** Transcript: one string of `\nbot: …` and `\nhuman: …` turns. */
  transcript?: string | null | undefined;
  /** Recording URL. */
  recording_url?: string | null | undefined;
  /** Direction of the call. */
  type_of_call?: TypeOfCall | null | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/**
 * Event sent to `inbound_call_webhook_url` when a call arrives. Respond within 10 seconds, in JavaScript with the
 * body that `webhooks.inboundReply` returns; without a response, up to 3 more requests follow.
 */
export interface InboundCallEvent {
  /** Always `"call_inbound"`. */
  event: InboundCallEventName;
  /** Incoming call. */
  call_inbound: InboundCall;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/**
 * Name of an inbound event.
 *
 * - `call_inbound`: A call arrives.
 */
export type InboundCallEventName =
  /** A call arrives. */
  | "call_inbound";

/** An incoming call. */
export interface InboundCall {
  /** Id of the agent that would take the call. */
  model_id?: string | null | undefined;
  /** Number of the caller. */
  from_number?: string | null | undefined;
  /** Called number. */
  to_number?: string | null | undefined;
  /** Call id. Not in the documented payload. */
  call_id?: string | null | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}
