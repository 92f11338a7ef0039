/** The journal: what was written of each person, in order. Their last entry is where a campaign goes on. */

import { get } from "../shared/own.js";
import { Misuse } from "./misuse.js";
import { digitsOf } from "./people.js";
import { STATES } from "./report.js";

/** A journal in memory: for tests, and where a crash may lose it. */
export const memoryJournal = (entries = []) => ({
  entries,
  read: async () => entries,
  write: async (entry) => {
    entries.push(structuredClone(entry));
  },
});

/** What is true of a person only until their next state. */
const PASSING = ["reason", "notBefore", "call_id", "ended", "until"];

/**
 * Changes a record as an entry says. `lastCall` is the last call to the person that has ended: it stays, whatever follows, since
 * who was reached must not be called as if they had not been.
 */
export const apply = (record, { id: _, lastCall, ...rest }) => {
  const changes = { __proto__: null, ...rest };
  for (const name of PASSING) delete record[name];
  Object.assign(record, changes);
  const { ended, at } = changes;
  const call_id = changes.call_id ?? record.calls.at(-1);
  record.lastCall = ended ? { call_id, at, ended } : (lastCall ?? record.lastCall);
  // Who is queued after a call is called once more.
  if (changes.state === "queued" && changes.ended) record.recalled.push(changes.ended);
  if (changes.call_id && !record.calls.includes(changes.call_id)) record.calls.push(changes.call_id);
};

/** What is true of a person who was reached and is not called once more. */
export const reached = ({ lastCall: { call_id, ended } }, reason) => ({
  state: "done",
  call_id,
  ended,
  reason,
});

/**
 * Who was skipped is looked at once more: the list or the calling window may be another one. Who has failed was not called, and
 * is if that is wanted.
 */
export const reopen = (record, retryFailed) => {
  if (record.state === "skipped" || (record.state === "failed" && retryFailed))
    Object.assign(record, { state: "queued", reason: undefined });
};

/**
 * Whether a person who is queued is called: who was reached is by the rules of this run only, which may be others than those of the
 * run that queued them.
 */
export const reconsider = (record, recall) => {
  const { lastCall, recalled } = record;
  if (!lastCall) return true;
  const after = recall(lastCall.ended, recalled.slice(0, -1));
  record.notBefore = lastCall.at + after;
  return after !== undefined;
};

/** The fields of entries. */
const FIELDS =
  `id at phone model_id state attempts recalls isRepeated startedAt lastCall name batch_call_id batch_name ${PASSING.join(" ")}`.split(
    " ",
  );

/** An entry with fields of its own: those of a row of a database may be getters of its class, which a copy would not have. */
const entryOf = (row) => {
  const entry = { __proto__: null, ...row };
  for (const name of FIELDS) if (!Object.hasOwn(entry, name)) entry[name] = get(row, name);
  return entry;
};

/** An entry of a call that is being placed, with the time from which on it is looked up. */
const withStart = (entry) => {
  if (entry.state !== "sending" || Number.isFinite(entry.startedAt)) return entry;
  if (Number.isFinite(entry.at)) return { ...entry, startedAt: entry.at };
  throw new Misuse("journal: an entry in state sending has neither startedAt nor at, in milliseconds");
};

/**
 * Brings the records to the state that the journal has. Returns the last entry with the id `other`, and when a call was last
 * sent, as far as the journal has it. Entries of people who are not in the list are ignored.
 */
export const replay = async (entries, records, other) => {
  const result = { other: undefined, lastSent: -Infinity };
  /** Who is being called, whether or not they are in the list: their calls count for the pace. */
  const sending = new Set();
  for await (const row of entries) {
    const entry = entryOf(row);
    if (!STATES.includes(entry.state))
      throw new Misuse(`journal: unknown state ${JSON.stringify(entry.state)}`);
    if (entry.id === other) {
      result.other = entry;
      continue;
    }
    if (typeof entry.phone !== "string") throw new Misuse("journal: an entry has no phone");
    const person = digitsOf(entry.phone);
    const record = records.get(person);
    // It was sent between these two entries.
    const isSent = entry.state === "sending" || sending.has(person);
    if (isSent && entry.at > result.lastSent) result.lastSent = entry.at;
    if (entry.state === "sending") sending.add(person);
    else sending.delete(person);
    if (record) apply(record, withStart(entry));
  }
  // After a crash, perhaps a moment ago.
  if (sending.size > 0) result.lastSent = Infinity;
  return result;
};
