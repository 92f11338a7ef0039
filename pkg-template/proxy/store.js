/** Where the responses to non-idempotent requests are kept: in memory, unless the caller gives a store. */

/** The maximum number of entries, and their size in characters. */
const MAX_ENTRIES = 10_000;
const MAX_SIZE = 32 * 1024 * 1024;

/** Browsers resend within seconds: older entries give way when there is no room. */
const MIN_AGE_MS = 60_000;

/** Creates a store in memory. Entries are in the order in which they were set, and all have the same duration. */
export const createMemoryStore = ({ now = Date.now, maxEntries = MAX_ENTRIES, maxSize = MAX_SIZE } = {}) => {
  const entries = new Map();
  let size = 0;

  const remove = (key) => {
    size -= entries.get(key)?.value.length ?? 0;
    entries.delete(key);
  };

  const isFull = () => entries.size > maxEntries || size > maxSize;

  const add = (key, value, duration) => {
    remove(key);
    entries.set(key, { value, since: now(), until: now() + duration });
    size += value.length;
  };

  const removeExpired = () => {
    for (const [key, { since, until }] of entries) {
      if (until > now() && !(isFull() && since + MIN_AGE_MS <= now())) return;
      remove(key);
    }
  };

  return {
    claim: async (key, value, duration) => {
      removeExpired();
      const found = entries.get(key);
      if (found) return found.value;
      add(key, value, duration);
      if (!isFull()) return null;
      removeExpired();
      if (!isFull()) return null;
      remove(key);
      throw new Error("the store is full");
    },
    get: async (key) => {
      removeExpired();
      return entries.get(key)?.value ?? null;
    },
    set: async (key, value, duration) => add(key, value, duration),
  };
};
