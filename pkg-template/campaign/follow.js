/** Follows a call to its end, and decides whether the person is called once more. */

/** How long a call is followed: longer than any lasts. */
const TIMEOUT = 4 * 3_600_000;

/** Creates `follow`. */
export const createFollow =
  ({ client, write, recall, now, signal, interval }) =>
  async (record) => {
    let call;
    try {
      call = await client.calls.wait(record.call_id, { interval, timeout: TIMEOUT, signal });
    } catch (error) {
      // It was placed, whatever became unreadable since; the next run follows it again.
      record.isLeft = true;
      if (!signal?.aborted)
        record.reason = `its end could not be read: ${String(error?.message).slice(0, 500)}`;
      return;
    }
    const { status, end_call_reason, duration } = call;
    const ended = { status, end_call_reason, seconds: duration };
    const after = recall(call, record.recalls);
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
