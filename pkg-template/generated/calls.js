// Generated from src/resources/calls and src/webhooks by `npm run emit`. Do not edit.

/** The statuses of a call that has ended. */
export const FINAL_STATUSES = [
  "completed",
  "failed",
  "no-answer",
  "busy",
  "canceled",
  "user-canceled",
  "hangup_on_voicemail",
  "left_voicemail",
  "spam",
];

/** The fields of a post-call event that are not in its `call`. */
export const OUTSIDE_CALL = [
  "event",
  "error_message",
  "lead",
  "call",
  "call_inbound",
  "executed_actions",
  "analysis",
  "collected_variables",
  "metadata",
];

/** The number in a check request. */
export const CHECK_NUMBER = "+1123456789";
