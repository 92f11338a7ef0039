/** One object for a call, in whichever form it arrives. */

import { FINAL_STATUSES } from "../generated/calls.js";
import { isIncoming } from "../shared/direction.js";
import { dateOf } from "./date.js";
import { extractions } from "./extractions.js";
import { isObject, numberOf, read, textOf } from "./read.js";
import { transcriptTurns } from "./transcript.js";

/** Whether a call of this status has ended. A status that is unknown to this version is not final. */
export const isFinalStatus = (status) => FINAL_STATUSES.includes(status);

/** What a call or an event has, and the body of a response does not. */
const FIELDS = ["call_id", "call", "call_inbound", "lead"];

/** The call in the body of a response, which has it in an array of one. The status of the body is not that of a call. */
const withoutEnvelope = (given) => {
  if (FIELDS.some((name) => (read(given, name) ?? undefined) !== undefined)) return given;
  const body = read(given, "response");
  const response = isObject(body) ? body : given;
  const calls = read(response, "calls") ?? response;
  return read(calls, 0) ?? (isObject(calls) ? calls : undefined);
};

/** A field by the first of its names that has a value of a type, of the call, or else of what is around it. */
const finder = (...objects) => {
  return (convert, ...names) => {
    for (const object of objects) {
      for (const name of names) {
        const value = convert(read(object, name));
        if (value !== undefined) return value;
      }
    }
    return undefined;
  };
};

/** Whether a text says that a voicemail was reached, and not that there was none. */
const isVoicemail = (text) => text.replace(/\bno[ _-]voicemail/g, "").includes("voicemail");

const HUMAN = /^(?:human|agent)_/;
const NOBODY = /^(?:no-answer|busy|canceled|user-canceled|failed|spam)$/;

/** Who or what picked up. The greeting of a voicemail is transcribed like a human. */
const answeredBy = (status, reasons, turns) => {
  const all = [status, ...reasons].filter((text) => text !== undefined);
  if (all.some(isVoicemail)) return "voicemail";
  if (turns.some(({ role }) => role === "human")) return "human";
  if (reasons.some((reason) => reason !== undefined && HUMAN.test(reason))) return "human";
  return NOBODY.test(status ?? "") ? "none" : "unknown";
};

/** A phone number; some systems send it as a number. */
const phoneOf = (value) => (Number.isSafeInteger(value) && value > 0 ? String(value) : textOf(value));

const idOf = (value) => textOf(value) ?? (numberOf(value) === undefined ? undefined : String(value));

/** Reads a call of `calls.get` or `calls.list`, a response as the API sent it, or an event of a webhook. */
export const summarize = (source) => {
  const event = withoutEnvelope(source);
  const inbound = read(event, "call_inbound");
  const call = read(event, "call") ?? undefined;
  const isArriving = read(event, "event") === "call_inbound" || call === undefined;
  const objects = isArriving ? [inbound, call, event] : [call, event];
  const find = finder(...objects);
  const findLead = finder(read(event, "lead"), ...objects);
  const status = find(textOf, "status", "call_status");
  const endReason = find(textOf, "end_call_reason");
  const reasons = [endReason, find(textOf, "error_message")];
  const transcript = transcriptTurns(find(textOf, "transcript"));
  // A negative one is not known.
  const lengthOf = (value) => (numberOf(value) >= 0 ? numberOf(value) : undefined);
  const milliseconds = find(lengthOf, "telephony_duration");
  const seconds =
    find(lengthOf, "duration") ?? (milliseconds === undefined ? undefined : milliseconds / 1000);
  const lead = findLead(phoneOf, "phone_number", "lead_phone_number", "phone");
  const isInbound =
    isIncoming(find(textOf, "type_of_call")) || (isArriving && (inbound ?? undefined) !== undefined);
  const agent = find(phoneOf, "agent_phone_number");
  const from = find(phoneOf, "phone_number_from", "from_number") ?? (isInbound ? lead : agent);
  const to = find(phoneOf, "phone_number_to", "to_number") ?? (isInbound ? agent : lead);
  return {
    id: find(idOf, "call_id"),
    status,
    ended: status === undefined ? endReason !== undefined : isFinalStatus(status),
    answered: answeredBy(status, reasons, transcript),
    person: { name: findLead(textOf, "name", "lead_name"), number: lead ?? (isInbound ? from : to) },
    numbers: { from, to },
    startedAt: find(dateOf, "start_time", "telephony_start"),
    seconds,
    endReason: find(textOf, "end_call_reason", "custom_end_call_reason"),
    recordingUrl: find(textOf, "recording_url"),
    transcript,
    extractions: extractions(find((value) => value ?? undefined, "executed_actions")),
    source,
  };
};
