/**
 * One attempt to call a person. Each step is written to the journal before it is taken and after it, so that a process
 * which ends at any moment leaves either "nothing was sent" or "sending", which is looked up and not retried.
 */

/** How often in a row the API may refuse a person for the rate: then it is no rate. */
const MAX_REFUSALS = 20;

/** How often in a row no connection may be made, by any of the calls. */
const MAX_UNREACHABLE = 5;

/** Statuses that all other calls would get, too: a wrong key, a plan that has ended. */
const FOR_ALL = [401, 402, 403];

const MIN_HOLD = 1000;
const MAX_HOLD = 60_000;

/** Twice as long with each time, and never exactly the same for two processes. */
const holdFor = (times) => Math.min(MIN_HOLD * 2 ** times, MAX_HOLD) * (0.5 + Math.random() / 2);

const messageOf = (error) => String(error?.message ?? error).slice(0, 500);

/** Creates `place`, which calls a person once, and `settle`, which looks up a call whose response was lost. */
export const createAttempt = ({ client, write, pace, stop, stopped, now, lookup, whenNotFound }) => {
  let unreachable = 0;

  const settle = async (record) => {
    const { params, startedAt: since, until, calls: except } = record;
    const { model_id, phone } = params;
    let found;
    try {
      found = await client.calls.findPlaced({ model_id, phone, since, until, except, ...lookup });
    } catch (error) {
      record.hasBeenLookedUp = true;
      record.reason = `the call may have been placed; it could not be looked up: ${messageOf(error)}`;
      return;
    }
    if (found.outcome === "placed") return write(record, { state: "settled", call_id: found.call.call_id });
    if (found.outcome === "not-found" && whenNotFound === "call")
      return write(record, { state: "queued", reason: "an earlier call was not found" });
    record.hasBeenLookedUp = true;
    const ids = found.calls.map(({ call_id }) => call_id).join(", ");
    const reason = ids
      ? `the call may be one of ${ids}`
      : "the call may have been placed; it was not in the list of calls";
    return write(record, { state: "unknown", since, until, reason });
  };

  /** What an error means for the person, and for all. */
  const failed = async (record, error, turn) => {
    const { outcome, status } = error ?? {};
    const reason = messageOf(error);
    const again = () => write(record, { state: "queued", reason });
    if (outcome === "refused" && status === 429) {
      record.refusals = (record.refusals ?? 0) + 1;
      if (record.refusals > MAX_REFUSALS) return write(record, { state: "failed", reason });
      turn.leave(error.retryAfter ?? holdFor(record.refusals));
      return again();
    }
    if (outcome === "refused" && FOR_ALL.includes(status)) {
      await again();
      return stop(error);
    }
    if (outcome === "refused" || (outcome === "not-sent" && error.issues))
      return write(record, { state: "failed", reason });
    if (outcome === "not-sent") {
      unreachable += 1;
      turn.leave(holdFor(unreachable));
      await again();
      return unreachable > MAX_UNREACHABLE ? stop(error) : undefined;
    }
    await write(record, { state: "unknown", until: now(), reason });
    return settle(record);
  };

  const place = async (record) => {
    const turn = pace();
    try {
      await Promise.race([turn.turn(), stopped]);
      if (stop.hasStopped()) return;
      await write(record, { state: "sending", startedAt: now(), attempts: record.attempts + 1 });
      let call_id;
      try {
        ({ call_id } = await client.calls.create(record.params, { maxRetries: 0 }));
      } catch (error) {
        await failed(record, error, turn);
        return;
      }
      [unreachable, record.refusals] = [0, 0];
      await write(record, { state: "placed", call_id });
    } finally {
      turn.leave();
    }
  };

  return { place, settle };
};
