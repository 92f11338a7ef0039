/** The end of a campaign, by its signal or an error; and what may not keep it from ending: a list or a journal that hangs. */

import { get } from "../shared/own.js";

/** How long the list or the journal may take after the end, in milliseconds. */
const GRACE_MS = 3000;

/** What was waited for has not come. */
class GivenUp extends Error {}

/** Creates the end of a campaign with a signal. */
export const createEnding = (signal) => {
  let failure;
  let isOver = false;
  let overAt;
  let resolveStopped;
  const stopped = new Promise((resolve) => {
    resolveStopped = resolve;
  });
  // For requests that only read.
  const controller = new AbortController();
  /** Sets the limit of everything that is waited for. */
  const limits = new Set();
  const end = () => {
    isOver = true;
    overAt ??= performance.now();
    for (const limit of limits) limit();
    limits.clear();
  };
  const waits = new Set();
  /** Waits, until the end at most. A race with a promise of the end would be kept by that promise, each time. */
  const untilStopped = (promise) =>
    new Promise((resolve) => {
      const done = () => {
        waits.delete(done);
        resolve();
      };
      waits.add(done);
      promise.then(done);
      if (controller.signal.aborted) done();
    });
  const abort = () => {
    resolveStopped();
    for (const done of waits) done();
    controller.abort(signal?.reason);
    end();
  };
  if (signal?.aborted) abort();
  // One of somebody's own may be asynchronous, and reject.
  signal?.addEventListener("abort", abort, { once: true })?.catch?.(() => {});

  const givenUp = (what) =>
    new GivenUp(`runCampaign: stopped while waiting for ${what}`, { cause: signal?.reason });

  /** What `start` returns; rejects if that has not come some time after the end. */
  const within = (start, what) =>
    new Promise((resolve, reject) => {
      let timer;
      const limit = () => {
        timer = setTimeout(() => reject(givenUp(what)), GRACE_MS);
      };
      if (isOver) limit();
      else limits.add(limit);
      (async () => start())()
        .then(resolve, reject)
        .finally(() => {
          clearTimeout(timer);
          limits.delete(limit);
        });
    });

  return {
    stopped,
    untilStopped,
    signal: controller.signal,
    hasStopped: () => failure !== undefined || Boolean(signal?.aborted),
    /** Ends the campaign with an error; without one, if the signal has ended it and only something was not waited for. */
    stop: (error) => {
      if (!(error instanceof GivenUp)) failure ??= { error };
      abort();
    },
    failure: () => failure,
    /** Waits, until the end at most. */
    pause: async (time) => {
      let timer;
      const over = new Promise((resolve) => {
        timer = setTimeout(resolve, time);
      });
      await untilStopped(over);
      clearTimeout(timer);
    },
    within,
    /** The items of a list, each within that limit, and all that come later: one may have no end. */
    each: async function* (list, what) {
      const isAsync = list[Symbol.asyncIterator] !== undefined;
      const iterator = isAsync ? list[Symbol.asyncIterator]() : list[Symbol.iterator]();
      let isDone = false;
      try {
        for (;;) {
          if (isAsync && performance.now() - overAt > GRACE_MS) throw givenUp(what);
          const step = isAsync ? await within(() => iterator.next(), what) : iterator.next();
          isDone = step.done;
          if (isDone) return;
          const { value } = step;
          yield typeof value?.then === "function" ? await within(() => value, what) : value;
        }
      } finally {
        // Not waited for: it may hang, too.
        if (!isDone) (async () => iterator.return?.())().catch(() => {});
      }
    },
    /** Closes the journal, at the end: what fails there must not hide the report. */
    close: async (journal) => {
      signal?.removeEventListener("abort", abort);
      end();
      const hasClose = typeof get(journal, "close") === "function";
      await within(() => hasClose && journal.close(), "journal.close").catch(() => {});
    },
  };
};
