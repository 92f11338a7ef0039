/** Calls a list of people, once each: at a pace, within calling windows, with a journal that survives a crash. */

import { own } from "../shared/own.js";
import { createAttempt } from "./attempt.js";
import { BATCH, checkPerson, refuseCalls, runBatch } from "./batch.js";
import { createEnding } from "./ending.js";
import { createFollow } from "./follow.js";
import { apply, reached, reconsider, reopen, replay } from "./journal.js";
import { Misuse } from "./misuse.js";
import { isList, readOptions } from "./options.js";
import { readPeople } from "./people.js";
import { countsOf, progressLine, rowOf } from "./report.js";
import { createRecall } from "./rules.js";
import { createSchedule } from "./schedule.js";
import { createWindow } from "./window.js";

export { memoryJournal } from "./journal.js";
export { progressLine, toCSV, toTable } from "./report.js";

/** The journals of campaigns that are running, of all copies of this module: two of them would each call everybody. */
const inUse = () => (globalThis[Symbol.for("synthflow-wasm:campaigns")] ??= new WeakSet());

/** Calls the people of a list. Resolves with the report once nobody is left to call, or the signal has fired. */
export const runCampaign = async (given) => {
  const options = readOptions(given);
  const { journal } = options;
  if (inUse().has(journal)) throw new Misuse("journal: another campaign is using it");
  inUse().add(journal);
  const ending = createEnding(options.signal);
  try {
    return await run(options, ending);
  } finally {
    await ending.close(journal);
    inUse().delete(journal);
  }
};

const run = async (options, ending) => {
  const { client, journal, pace, onProgress, follow, batch } = options;
  const { stop, stopped, untilStopped, hasStopped, pause } = ending;
  const now = () => Date.now();
  const openFrom = createWindow(options.window);
  const recall = createRecall(options.recall);
  const people = ending.each(options.people, "people");
  const { records, others } = await readPeople(people, options.call, batch && checkPerson);
  const read = await ending.within(() => journal.read(), "journal.read");
  if (!isList(read))
    throw new Misuse(
      `journal.read: expected the entries as a list, got ${read === null ? null : typeof read}`,
    );
  const { other: known, lastSent } = await replay(ending.each(read, "journal.read"), records, BATCH);
  if (known && !batch) throw new Misuse("journal: it is that of a campaign by batch");
  if (batch) refuseCalls(records);
  for (const record of records.values()) reopen(record, options.retryFailed);

  const everybody = [...records.values(), ...others];
  const counts = countsOf(everybody);
  const progress = () => ({ total: everybody.length, counts: { ...counts } });
  /** Changes a state in the report only. */
  const mark = (record, state) => {
    counts[record.state] -= 1;
    counts[state] += 1;
    record.state = state;
  };
  /** Writes a state to the journal first: what is not written has not happened. */
  const write = async (record, changes) => {
    const { id, params, state, attempts, recalls, isRepeated, startedAt, lastCall } = record;
    const { phone = "" } = params;
    // Who is called may be another agent's by now.
    const model_id = changes.state === "sending" ? params.model_id : (record.model_id ?? params.model_id);
    const kept = { attempts, recalls, isRepeated, startedAt, lastCall };
    const entry = { id, at: now(), phone, model_id, ...kept, ...changes };
    // A copy: what the journal changes in it is not what has happened.
    await ending.within(() => journal.write(structuredClone(entry)), "journal.write");
    apply(record, entry);
    // Not of the batch itself.
    if (id === BATCH) return;
    counts[state] -= 1;
    counts[changes.state] += 1;
    try {
      Promise.resolve(onProgress?.({ ...progress(), id, state: changes.state })).catch(stop);
    } catch (error) {
      stop(error);
    }
  };

  const schedule = createSchedule(now, stopped, hasStopped);
  /** When a person can be called; undefined if never. */
  const timeFor = ({ params, notBefore = 0 }) => openFrom(Math.max(now(), notBefore), params.lead_timezone);
  const mayCall = (record) => !hasStopped() && timeFor(record) <= now();
  const { whenNotFound } = options;
  const shared = {
    client,
    write,
    now,
    stop,
    stopped,
    untilStopped,
    hasStopped,
    pause,
    signal: ending.signal,
  };
  const attempt = createAttempt({
    ...shared,
    call: options.call,
    callsPerSecond: pace.callsPerSecond,
    lastSent,
    mayCall,
    lookup: { ...options.lookup, signal: ending.signal },
    whenNotFound,
  });
  const followCall = createFollow({ ...shared, recall, interval: own(follow, "interval") });

  const isLeft = ({ state, isLeft, hasBeenLookedUp }) =>
    ["done", "failed", "skipped"].includes(state) ||
    isLeft ||
    (state === "unknown" && hasBeenLookedUp) ||
    (["placed", "settled"].includes(state) && !follow);
  const add = async (record) => {
    if (isLeft(record)) return;
    const isQueued = record.state === "queued";
    const { problem } = record;
    if (isQueued && (problem || !reconsider(record, recall))) {
      if (!record.lastCall) return write(record, { state: "failed", reason: problem });
      // Not written: the next run has rules and a list of its own.
      mark(record, "done");
      Object.assign(record, reached(record, problem));
      return;
    }
    const time = isQueued ? timeFor(record) : 0;
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
    await attempt.place(record);
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

  const callEach = async () => {
    // Who was being called takes up room first: no more calls are under way than the pace allows.
    for (const isNew of [false, true])
      for (const record of records.values()) if ((record.state === "queued") === isNew) await add(record);
    await Promise.all(Array.from({ length: Math.min(pace.maxInFlight, records.size) }, work));
  };
  try {
    await (batch ? runBatch({ ...shared, options, records, known, mark }) : callEach());
  } catch (error) {
    // That a request was aborted is no reason to withhold the report.
    if (!hasStopped() || !error?.outcome) stop(error);
  }
  const failure = ending.failure();
  if (failure) throw failure.error;
  return { ...progress(), line: progressLine(progress()), people: everybody.map(rowOf) };
};
