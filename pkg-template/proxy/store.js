/** Where the responses to non-idempotent requests are kept: in memory, unless the caller gives a store. */

import { withoutReply } from "./copies.js";

/** The maximum number of entries, and their size in characters. */
const MAX_ENTRIES = 10_000;
const MAX_SIZE = 32 * 1024 * 1024;

/** Browsers resend within seconds: older replies give way when there is no room. */
const MIN_AGE_MS = 60_000;

/** A reply of this length is kept in any case: there are no more of them than entries. */
const SHORT = 1000;

const full = () => new Error("the store is full");

/** A clock that no one sets: with that of the system, a step of ten minutes would forget what was placed. */
const monotonic = () => performance.now();

/** No option that a script has added to every object. */
const NO_OPTIONS = Object.freeze({ __proto__: null });

/** Creates a store in memory. Entries are in the order in which they were set; what is on its way lasts longer than a reply. */
export const createMemoryStore = ({
  now = monotonic,
  maxEntries = MAX_ENTRIES,
  maxSize = MAX_SIZE,
} = NO_OPTIONS) => {
  const entries = new Map();
  let size = 0;

  const remove = (key) => {
    size -= entries.get(key)?.value.length ?? 0;
    entries.delete(key);
  };

  const isFull = () => entries.size > maxEntries || size > maxSize;

  const add = (key, value, duration, isPending) => {
    remove(key);
    entries.set(key, { value, since: now(), until: now() + duration, isPending });
    size += value.length;
  };

  const shorten = (entry) => {
    size -= entry.value.length;
    entry.value = withoutReply(entry.value);
    size += entry.value.length;
  };

  /** Removes what has expired and, while there are too many, old entries; while they are too large, old replies. */
  const removeExpired = () => {
    for (const [key, entry] of entries) {
      const isExpired = entry.until <= now();
      if (isExpired) remove(key);
      if (isExpired || entry.isPending) continue;
      if (entry.since + MIN_AGE_MS > now() || !isFull()) return;
      if (entries.size > maxEntries) remove(key);
      else if (entry.value.length > SHORT) shorten(entry);
    }
  };

  return {
    claim: async (key, value, duration) => {
      removeExpired();
      const found = entries.get(key);
      if (found) return found.value;
      add(key, value, duration, true);
      if (!isFull()) return null;
      removeExpired();
      if (!isFull()) return null;
      remove(key);
      throw full();
    },
    get: async (key) => {
      removeExpired();
      return entries.get(key)?.value ?? null;
    },
    set: async (key, value, duration) => {
      const claimed = entries.get(key)?.value ?? "";
      add(key, value, duration);
      removeExpired();
      if (!isFull() || value.length <= SHORT) return;
      add(key, claimed, duration, true);
      throw full();
    },
  };
};
