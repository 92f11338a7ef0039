/** The log of requests: the newest ones, up to a number and a size. */

import { BODY_PREVIEW, LARGE_BODY, MAX_LOG_SIZE, MAX_REQUESTS } from "./limits.js";

/** The beginning of a text. A copy, since a slice would keep the whole text in memory. */
const startOf = (text) => [...text.slice(0, BODY_PREVIEW)].join("");

/** Creates an empty log; `entries` is the array that users see and may change. */
export const createLog = () => {
  const entries = [];
  const sizes = new WeakMap();
  let size = 0;

  const trim = () => {
    // Recomputed, since a user may have removed entries.
    size = entries.reduce((sum, entry) => sum + (sizes.get(entry) ?? 0), 0);
    while (entries.length > 1 && (entries.length > MAX_REQUESTS || size > MAX_LOG_SIZE)) {
      size -= sizes.get(entries.shift()) ?? 0;
    }
  };

  return {
    entries,
    add: (entry, added) => {
      sizes.set(entry, added);
      size += added;
      entries.push(entry);
      if (entries.length > MAX_REQUESTS || size > MAX_LOG_SIZE) trim();
      return entry;
    },
    /** Keeps only the beginning of a large body whose request was refused. */
    shorten: (entry, text) => {
      if (text.length <= LARGE_BODY) return;
      entry.body = startOf(text);
      sizes.set(entry, (sizes.get(entry) ?? 0) - text.length + BODY_PREVIEW);
    },
  };
};
