/** The journal: what was written of each person, in order. Their last entry is where a campaign goes on. */

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

/** Changes a record as an entry says. */
export const apply = (record, { id: _, ...changes }) => {
  for (const name of PASSING) delete record[name];
  Object.assign(record, changes);
  if (changes.call_id && !record.calls.includes(changes.call_id)) record.calls.push(changes.call_id);
};

/**
 * Brings the records to the state that the journal has; returns the last entry with the id `other`. Entries of people who are
 * not in the list are ignored.
 */
export const replay = async (journal, records, other) => {
  let last;
  for await (const entry of await journal.read()) {
    const record = records.get(entry.id);
    if (record) apply(record, entry);
    if (entry.id === other) last = entry;
  }
  return last;
};
