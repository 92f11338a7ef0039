/**
 * The job of a person: dials once, looks up a call whose response was lost, follows the call to its end. The job is active
 * until then, so the global concurrency of the queue is the number of calls in progress.
 */

import { randomUUID } from "node:crypto";
import { UnrecoverableError, WaitingError, Worker } from "bullmq";

/** Statuses that all other calls would get too: 404 if there is no such agent; 405 and 424 from a proxy. */
const FOR_ALL = [401, 402, 403, 404, 405, 424];

/** Milliseconds for which all calls are held after a 429 that does not say it. */
const HOLD = 1000;

const messageOf = (error) => String(error?.message ?? error).slice(0, 300);

/** Creates the processor of a worker. The signal `closing` ends the waits, so that another worker continues them. */
export const createProcessor = ({ client, campaign, closing }) => {
  const { queue, journal, settings } = campaign;
  const { call, margin, timeout, lookup, follow } = settings;

  /** Gives the job back: it is the next one to start, here or in another worker, and no attempt is counted. */
  const giveBack = async (job, token) => {
    await job.moveToWait(token);
    throw new WaitingError();
  };

  const release = (person, record) => journal.move(person, record, ["sending"], "queued");

  const fail = async (person, record, reason) => {
    await journal.move(person, record, ["sending", "unknown"], "failed", { reason });
    throw new UnrecoverableError(reason);
  };

  /** What an error of `calls.create` means. Returns the record if the call may have been placed, else throws. */
  const failed = async (job, token, record, error) => {
    const person = job.data;
    const { outcome, status } = error ?? {};
    const reason = messageOf(error);
    if (outcome === "refused" && status === 429) {
      await release(person, record);
      await queue.rateLimit(error.retryAfter ?? HOLD);
      throw Worker.RateLimitError();
    }
    if (outcome === "refused" && FOR_ALL.includes(status)) {
      await queue.pause();
      await journal.set("paused", reason);
      await release(person, record);
      return giveBack(job, token);
    }
    if (outcome === "refused" || (outcome === "not-sent" && error.issues))
      return fail(person, record, reason);
    if (outcome === "not-sent") {
      if (job.attemptsMade + 1 >= job.opts.attempts) return fail(person, record, reason);
      await release(person, record);
      throw error;
    }
    return journal.move(person, record, ["sending"], "unknown", { reason });
  };

  const dial = async (job, token, record) => {
    const { id: _, ...own } = job.data;
    const late = Date.now() - job.processedOn;
    // The request would arrive together with those that were started after it.
    if (late > margin / 2) {
      console.warn(
        `not sent, since ${late} ms passed since the job was started: raise "margin" if this is frequent`,
      );
      await release(job.data, record);
      return giveBack(job, token);
    }
    let call_id;
    try {
      ({ call_id } = await client.calls.create({ ...call, ...own }, { maxRetries: 0, timeout }));
    } catch (error) {
      return failed(job, token, record, error);
    }
    return journal.move(job.data, record, ["sending", "unknown"], "placed", { call_id });
  };

  /** Looks up a call that may have been placed. */
  const settle = async (person, record) => {
    const { model_id, phone } = { ...call, ...person };
    const { startedAt: since, until } = record;
    const found = await client.calls.findPlaced({
      model_id,
      phone,
      since,
      until,
      ...lookup,
      signal: closing,
    });
    if (found.outcome === "placed")
      return journal.move(person, record, ["unknown"], "settled", { call_id: found.call.call_id });
    const ids = found.calls.map(({ call_id }) => call_id).join(", ");
    const seen = ids ? `it may be one of ${ids}` : "it was not in the list of calls";
    const reason = record.reason.split("; ")[0];
    const now = await journal.move(person, record, ["unknown"], "unknown", { reason: `${reason}; ${seen}` });
    // A worker that was taken for dead has received the response in the meantime.
    if (now.state !== "unknown") return now;
    throw new UnrecoverableError(`unknown: ${reason}; ${seen}`);
  };

  const end = async (person, record) => {
    const { status } = await client.calls.wait(record.call_id, { ...follow, signal: closing });
    return journal.move(person, record, ["placed", "settled"], "done", { status });
  };

  return async (job, token) => {
    const person = job.data;
    const { isMine, record: known } = await journal.claim(person, randomUUID());
    let record = isMine ? await dial(job, token, known) : known;
    try {
      if (!isMine && record.state === "sending") {
        const reason = "the worker stopped while it was sending the request";
        record = await journal.move(person, record, ["sending"], "unknown", { reason });
      }
      if (record?.state === "unknown") record = await settle(person, record);
      if (record?.state === "placed" || record?.state === "settled") record = await end(person, record);
    } catch (error) {
      if (closing.aborted && !(error instanceof UnrecoverableError)) return giveBack(job, token);
      throw error;
    }
    return record?.state;
  };
};
