// @ts-check
/** What is kept of a call. Extractions and return values are `unknown`: agents change, so each is narrowed before its use. */

import { summarize } from "synthflow-wasm/calls";

/**
 * @typedef {import("synthflow-wasm").Call | import("synthflow-wasm/webhooks").PostCallEvent} Ended
 * @typedef {ReturnType<typeof recordOf>} CallRecord
 */

/** The action of the agent whose result is kept, by its name. */
const BOOKING = "Book an appointment";

/** @param {unknown} value */
const textOf = (value) => (typeof value === "string" && value !== "" ? value : null);

/**
 * The time that the booking action returned, as `{ "start": "2026-05-04T09:30:00Z" }`; null if it failed, or was not executed.
 *
 * @param {Ended["executed_actions"]} actions
 */
const appointmentOf = (actions) => {
  const action = actions?.[BOOKING];
  if (!action || action.error_message) return null;
  const { return_value: value } = action;
  return typeof value === "object" && value !== null && "start" in value ? textOf(value.start) : null;
};

/**
 * The record of a call of `calls.get` and of `calls.list`, or of an event after a call.
 *
 * @param {Ended} source
 */
export const recordOf = (source) => {
  const { id, status, answered, seconds, person, startedAt, extractions } = summarize(source);
  if (!id) throw new TypeError("a call without an id");
  return {
    call_id: id,
    status: status ?? "unknown",
    answered,
    seconds: seconds ?? null,
    number: person.number ?? null,
    started_at: startedAt?.toISOString() ?? null,
    order_number: textOf(extractions.order_number),
    appointment: appointmentOf(source.executed_actions),
  };
};
