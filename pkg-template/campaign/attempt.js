/**
 * One attempt to call a person. Each step is written to the journal before it is taken and after it, so that a process
 * which ends at any moment leaves either "nothing was sent" or "sending", which is looked up and not retried.
 */

import { own } from "../shared/own.js";
import { createPace } from "../shared/pace.js";
import { reached } from "./journal.js";
import { isShared } from "./people.js";
import { createPermit } from "./permit.js";

/** How often in a row the API may refuse a person for the rate: then it is no rate. */
const MAX_REFUSALS = 20;

/** How often in a row no connection may be made, by any of the calls. */
const MAX_UNREACHABLE = 5;

/** How many calls in a row may stay unknown after they were looked up: nobody would be called after an outage. */
const MAX_UNKNOWN = 10;

/** Statuses that other calls would get, too: a wrong key, a plan that has ended, an agent that does not exist; of a proxy, 405 and 424. */
export const FOR_ALL = [401, 402, 403, 404, 405, 424];

/** How long a request may take. */
const LONGEST_MS = 600_000;

const MIN_HOLD_MS = 1000;
const MAX_HOLD_MS = 60_000;

/** What is waited at least the first time, in milliseconds, whatever `Retry-After` says: then twice as long each time. */
const MIN_AFTER_MS = 4;

/** Twice as long with each time, and never exactly the same for two processes. */
const holdFor = (times) => Math.min(MIN_HOLD_MS * 2 ** times, MAX_HOLD_MS) * (0.5 + Math.random() / 2);

/** Why a person who was about to be called is not. */
const WITHDRAWN = "stopped, or outside of the calling window";

/** Why, in one line: of invalid params, what is wrong with each. */
const messageOf = (error) => {
  const issues = own(error, "issues")
    ?.map(({ path, message }) => `${path}: ${message}`)
    .join("; ");
  return String(issues || (error?.message ?? error))
    .replace(/\s+/g, " ")
    .slice(0, 500);
};

/** Creates `place`, which calls a person once, and `settle`, which looks up a call whose response was lost. */
export const createAttempt = ({
  client,
  call,
  write,
  callsPerSecond,
  lastSent,
  mayCall,
  stop,
  stopped,
  untilStopped,
  hasStopped,
  now,
  lookup,
  whenNotFound,
}) => {
  // One at a time until its request is sent, however long the journal takes: the distance is that between requests.
  const pace = createPace([0, 1]);
  const gap = 1000 / callsPerSecond;
  // The last run may have ended a moment ago; by a clock that was changed since, perhaps in the future.
  pace().leave(Math.min(Math.max(lastSent + gap - now(), 0), gap));
  /** The permits of requests that may not have been sent. */
  const permits = new Set();
  stopped.then(() => {
    for (const { withdraw } of permits) withdraw();
  });
  /** How many in a row had no connection, and how many are unknown. */
  let [unreachable, unknown] = [0, 0];

  const settle = async (record) => {
    // Of the request that was sent: the list may have another agent by now.
    const { phone, model_id, startedAt: since, calls: except } = record;
    // After a crash it is not known when it ended; no request takes longer.
    const until = record.until ?? since + LONGEST_MS;
    let found;
    try {
      found = await client.calls.findPlaced({ model_id, phone, since, until, except, ...lookup });
    } catch (error) {
      record.hasBeenLookedUp = true;
      const reason = `the call may have been placed; it could not be looked up: ${messageOf(error)}`;
      return write(record, { state: "unknown", until, reason });
    }
    if (found.outcome === "placed")
      return write(record, { state: "settled", call_id: `${found.call.call_id}` });
    if (found.outcome === "not-found" && whenNotFound === "call" && !record.isRepeated) {
      const reason = "an earlier call was not found";
      return write(record, { state: "queued", isRepeated: true, reason });
    }
    record.hasBeenLookedUp = true;
    const ids = found.calls.map(({ call_id }) => call_id).join(", ");
    const reason = ids
      ? `the call may be one of ${ids}`
      : "the call may have been placed; it was not in the list of calls";
    return write(record, { state: "unknown", until, reason });
  };

  /** What an error means for the person, and for all. */
  const failed = async (record, error, turn) => {
    const { outcome, status, issues, retryAfter } = { __proto__: null, ...error };
    const reason = messageOf(error);
    const again = () => write(record, { state: "queued", reason });
    const refuse = () =>
      write(
        record,
        record.lastCall ? reached(record, `the recall was refused: ${reason}`) : { state: "failed", reason },
      );
    // The API has responded.
    if (outcome === "refused") [unreachable, unknown] = [0, 0];
    if (outcome === "refused" && status === 429) {
      record.refusals = (record.refusals ?? 0) + 1;
      if (record.refusals > MAX_REFUSALS) return refuse();
      const least = MIN_AFTER_MS * 2 ** (record.refusals - 1);
      turn.leave(Math.max(retryAfter ?? holdFor(record.refusals), least));
      return again();
    }
    // What is wrong in `call` is wrong for everybody: nobody has failed for it.
    const isIn = (path, name) => path === name || [".", "["].some((next) => path.startsWith(name + next));
    const isOfCall = ({ path }) =>
      Object.keys(call ?? {}).some((name) => isIn(path, name) && isShared(name, record.params, call));
    if ((outcome === "refused" && FOR_ALL.includes(status)) || issues?.some(isOfCall)) {
      await again();
      return stop(error);
    }
    if (outcome === "refused" || (outcome === "not-sent" && issues)) return refuse();
    if (outcome === "not-sent") {
      unreachable += 1;
      turn.leave(holdFor(unreachable));
      await again();
      return unreachable > MAX_UNREACHABLE ? stop(error) : undefined;
    }
    // What stands before the API has limits, too, whose refusals do not prove that it has not got the call.
    if (status) turn.leave(retryAfter ?? (status === 429 || unknown > 0 ? holdFor(unknown) : 0));
    await write(record, { state: "unknown", until: now(), reason });
    await settle(record);
    if (hasStopped()) return;
    unknown = record.state === "unknown" ? unknown + 1 : 0;
    return unknown > MAX_UNKNOWN ? stop(error) : undefined;
  };

  /** Calls a person, who is in the state "sending"; returns whether the request was sent or has failed by itself. */
  const send = async (record, turn) => {
    // The distance is that between requests, also if a key or the pace of the client takes time. A client that does not
    // report when it sends has sent when it is done.
    let leave = () => {
      turn.leave(gap);
      leave = () => {};
    };
    const permit = createPermit(
      () => mayCall(record),
      () => leave(),
    );
    permits.add(permit);
    let call_id;
    try {
      ({ call_id } = await client.calls.create(record.params, { maxRetries: 0, signal: permit.signal }));
    } catch (error) {
      if (permit.explains(error)) return false;
      if (error?.outcome !== "not-sent") leave();
      await failed(record, error, turn);
      return true;
    } finally {
      permits.delete(permit);
    }
    leave();
    [unreachable, unknown, record.refusals] = [0, 0, 0];
    // A number would be no id for `calls.wait`.
    await write(record, { state: "placed", call_id: `${call_id}` });
    return true;
  };

  const place = async (record) => {
    const turn = pace();
    try {
      await untilStopped(turn.turn());
      if (!mayCall(record)) return;
      const { attempts } = record;
      await write(record, { state: "sending", startedAt: now(), attempts: attempts + 1 });
      // The journal may have taken long.
      const isSent = mayCall(record) && (await send(record, turn));
      if (!isSent) await write(record, { state: "queued", attempts, reason: WITHDRAWN });
    } finally {
      turn.leave();
    }
  };

  return { place, settle };
};
