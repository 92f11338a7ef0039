/** Follows a call to its end, and decides whether the person is called once more. */

import { FOR_ALL } from "./attempt.js";

/** How long a call is followed: longer than any lasts. */
const TIMEOUT = 4 * 3_600_000;

/** How often a call is read, by default. */
const INTERVAL = 2000;

/** A call that is not found, as one that was deleted, is no reason to end the campaign. */
const isForAll = (status) => FOR_ALL.includes(status) && status !== 404;

/** Creates `follow`. */
export const createFollow = ({
  client,
  write,
  recall,
  now,
  stop,
  hasStopped,
  pause,
  signal,
  interval = INTERVAL,
}) => {
  /**
   * The ended call; undefined if its end could not be read. Until it must have ended, it is one of those under way: it is read
   * again, and nobody else is called instead.
   */
  const read = async (record) => {
    const { state, call_id, startedAt = now() } = record;
    for (let isNoted = false; ; isNoted = true) {
      try {
        return await client.calls.wait(call_id, { interval, timeout: TIMEOUT, signal });
      } catch (error) {
        if (hasStopped()) return;
        const reason = `its end could not be read: ${String(error?.message).slice(0, 500)}`;
        if (isForAll(error?.status)) {
          record.reason = reason;
          return stop(error);
        }
        if (!isNoted) await write(record, { state, call_id, reason });
        if (now() >= startedAt + TIMEOUT) return;
        await pause(interval);
      }
    }
  };

  return async (record) => {
    const call = await read(record);
    if (!call) {
      // It was placed, whatever became unreadable since; the next run follows it again.
      record.isLeft = true;
      return;
    }
    const { status, end_call_reason, duration } = { __proto__: null, ...call };
    const ended = { status, end_call_reason, seconds: duration };
    const after = recall(ended, record.recalled);
    const { call_id } = record;
    if (after === undefined) return write(record, { state: "done", call_id, ended });
    const reason = `called once more: ${end_call_reason ?? status}`;
    return write(record, {
      state: "queued",
      ended,
      reason,
      recalls: record.recalls + 1,
      notBefore: now() + after,
    });
  };
};
