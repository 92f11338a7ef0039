/** Pause, resume, cancel, retry, progress. Each works from any machine, while workers run or not. */

import { randomUUID } from "node:crypto";

const WAITING = ["waiting", "delayed", "prioritized"];
const PAGE = 1000;

/** Starts no further job. Calls in progress continue. */
export const pause = ({ queue }) => queue.pause();

/** Continues after a pause. */
export const resume = async ({ queue, journal }) => {
  await journal.unset("paused");
  await queue.resume();
};

/**
 * Skips everybody who was not dialed, for good. The first step does it: from then on, no claim succeeds. The rest only
 * removes the jobs, and can be repeated. People who may have been dialed keep their jobs: they are settled.
 */
export const cancel = async ({ queue, journal }) => {
  await journal.set("cancelled", true);
  let kept = 0;
  for (;;) {
    const jobs = await queue.getJobs(WAITING, kept, kept + PAGE - 1, true);
    if (jobs.length === 0) return;
    for (const job of jobs) {
      const { record } = job ? await journal.claim(job.data, randomUUID()) : {};
      // A job that has just started cannot be removed; it finds itself skipped.
      const isRemoved =
        record?.state === "skipped" &&
        (await job.remove().then(
          () => true,
          () => false,
        ));
      if (!isRemoved) kept += 1;
    }
  }
};

/** Tries those again who failed, and looks up those again who are unknown. Dials nobody who may have been dialed. */
export const retryFailed = ({ queue }) => queue.retryJobs({ state: "failed" });

/** How far the campaign is. `queued` counts jobs, so for a moment it may include somebody who is taken over. */
export const progress = async ({ queue, journal }) => {
  const [jobs, counts, settings, isPaused] = await Promise.all([
    queue.getJobCounts(...WAITING, "active"),
    journal.counts(),
    journal.settings(),
    queue.isPaused(),
  ]);
  const queued = WAITING.reduce((sum, state) => sum + (jobs[state] ?? 0), 0);
  return {
    counts: { queued, ...counts },
    active: jobs.active,
    isPaused,
    isCanceled: settings.cancelled === true,
    pausedBecause: settings.paused,
  };
};
