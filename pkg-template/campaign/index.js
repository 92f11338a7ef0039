/** Calls a list of people, once each: at a pace, within calling windows, with a journal that survives a crash. */

import { isObject } from "../shared/own.js";
import { createPace } from "../shared/pace.js";
import { createAttempt } from "./attempt.js";
import { BATCH, checkBatch, runBatch } from "./batch.js";
import { createFollow } from "./follow.js";
import { apply, memoryJournal, replay } from "./journal.js";
import { Misuse } from "./misuse.js";
import { readPeople } from "./people.js";
import { countsOf, progressLine, rowOf } from "./report.js";
import { createRecall } from "./rules.js";
import { createSchedule } from "./schedule.js";
import { createWindow } from "./window.js";

export { memoryJournal } from "./journal.js";
export { progressLine, toCSV, toTable } from "./report.js";

const NAMES = [
  "client",
  "people",
  "call",
  "journal",
  "pace",
  "window",
  "recall",
  "follow",
  "whenNotFound",
  "lookup",
  "batch",
  "onProgress",
  "signal",
];

const checked = (options) => {
  if (!isObject(options)) throw new Misuse("expected an object of options");
  for (const name of Object.keys(options))
    if (!NAMES.includes(name)) throw new Misuse(`unknown option ${name}; known are ${NAMES.join(", ")}`);
  const { client, people, journal, pace = {}, whenNotFound = "report" } = options;
  if (typeof client?.calls?.findPlaced !== "function")
    throw new Misuse("client: expected a Synthflow client");
  if (typeof people?.[Symbol.iterator] !== "function" && typeof people?.[Symbol.asyncIterator] !== "function")
    throw new Misuse("people: expected a list of people, or something that can be iterated");
  if (journal && [journal.read, journal.write].some((method) => typeof method !== "function"))
    throw new Misuse("journal: expected an object with read and write");
  if (options.batch) checkBatch(options);
  const { callsPerSecond = 1, maxInFlight = 5, ...others } = pace;
  if (!(callsPerSecond > 0) || !(Number.isInteger(maxInFlight) && maxInFlight > 0) || Object.keys(others)[0])
    throw new Misuse("pace: expected { callsPerSecond, maxInFlight }, a number and an integer above 0");
  if (whenNotFound !== "report" && whenNotFound !== "call")
    throw new Misuse('whenNotFound: expected "report" or "call"');
  return { ...options, pace: { callsPerSecond, maxInFlight }, whenNotFound };
};

/** Calls the people of a list. Resolves with the report once nobody is left to call, or the signal has fired. */
export const runCampaign = async (given) => {
  const options = checked(given);
  const { client, journal = memoryJournal(), pace, signal, onProgress, follow = true } = options;
  const { interval } = isObject(follow) ? follow : {};
  const now = () => Date.now();
  const openFrom = createWindow(options.window);
  const recall = createRecall(options.recall);
  const { records, skipped } = await readPeople(options.people, options.call);
  const known = await replay(journal, records, BATCH);

  let failure;
  let end;
  const stopped = new Promise((resolve) => {
    end = resolve;
  });
  const hasStopped = () => failure !== undefined || signal?.aborted;
  const stop = Object.assign(
    (error) => {
      failure ??= { error };
      end();
    },
    { hasStopped },
  );
  signal?.addEventListener("abort", end, { once: true });

  const everybody = [...records.values(), ...skipped];
  const counts = countsOf(everybody);
  const progress = () => ({ total: everybody.length, counts: { ...counts } });
  /** Writes a state to the journal first: what is not written has not happened. */
  const write = async (record, changes) => {
    const { id, params, state, attempts, recalls, startedAt } = record;
    const { phone, model_id } = params;
    const entry = { id, at: now(), phone, model_id, attempts, recalls, startedAt, ...changes };
    await journal.write(entry);
    apply(record, changes);
    // Not of the batch itself.
    if (!records.has(id)) return;
    counts[state] -= 1;
    counts[changes.state] += 1;
    try {
      onProgress?.({ ...progress(), id, state: changes.state });
    } catch (error) {
      stop(error);
    }
  };

  const schedule = createSchedule(now, stopped, hasStopped);
  const callPace = createPace([1000 / pace.callsPerSecond, Number.POSITIVE_INFINITY]);
  const { whenNotFound } = options;
  const shared = { client, write, now, signal };
  const search = { ...options.lookup, signal };
  const attempt = createAttempt({ ...shared, pace: callPace, stop, stopped, lookup: search, whenNotFound });
  const followCall = createFollow({ ...shared, recall, interval });

  /** When a person can be called; undefined if never. */
  const timeFor = ({ params, notBefore = 0 }) => openFrom(Math.max(now(), notBefore), params.lead_timezone);
  const isLeft = ({ state, isLeft, hasBeenLookedUp }) =>
    ["done", "failed", "skipped"].includes(state) ||
    isLeft ||
    (state === "unknown" && hasBeenLookedUp) ||
    (["placed", "settled"].includes(state) && !follow);
  const add = async (record) => {
    if (isLeft(record)) return;
    const time = record.state === "queued" ? timeFor(record) : 0;
    if (time === undefined) {
      await write(record, { state: "skipped", reason: "no time zone, or the calling window never opens" });
    } else {
      schedule.add(record, time);
    }
  };

  /** One step of a person, by their state. */
  const advance = async (record) => {
    if (record.state === "sending" || record.state === "unknown") return attempt.settle(record);
    if (record.state === "placed" || record.state === "settled") return followCall(record);
    // The window may have closed while others were called.
    if (timeFor(record) <= now()) await attempt.place(record);
  };
  const work = async () => {
    for (let record = await schedule.next(); record; record = await schedule.next()) {
      try {
        // A call is followed by whoever placed it, so that no more calls are under way than the pace allows.
        do await advance(record);
        while (!isLeft(record) && record.state !== "queued" && !hasStopped());
        await add(record);
      } catch (error) {
        // Without a journal nothing may be sent.
        stop(error);
      } finally {
        schedule.end();
      }
    }
  };

  try {
    if (options.batch) {
      await runBatch({ client, options, records, known, write, signal });
    } else {
      for (const record of records.values()) await add(record);
      await Promise.all(Array.from({ length: pace.maxInFlight }, work));
    }
  } finally {
    signal?.removeEventListener("abort", end);
    await journal.close?.();
  }
  if (failure) throw failure.error;
  return { ...progress(), line: progressLine(progress()), people: everybody.map(rowOf) };
};
