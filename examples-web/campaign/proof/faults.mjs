/** What goes wrong in a run: chosen by the random numbers of its seed. */

import { setTimeout as pause } from "node:timers/promises";

const operation = "calls.create";

/** What the sandbox does with one of the next calls. */
const failures = [
  { status: 429, headers: { "retry-after": "1" } },
  { reset: true, afterDelivery: true },
  { reset: true, afterDelivery: true },
  { reset: true },
  { status: 503 },
  { garbage: "html" },
  { garbage: "cut" },
  { delay: 400 },
];

const nameOf = ({ status, reset, afterDelivery, garbage }) =>
  status ?? (reset ? (afterDelivery ? "lost" : "broken") : garbage ? "garbage" : "delay");

/**
 * Starts the faults of a run, which has `workers`, `startWorker`, `redis`, `recorder` and `post`. Resolves with what
 * happened, by name, once `signal` is aborted.
 */
export const startFaults = async (run, random, signal) => {
  const happened = {};
  const count = (name) => {
    happened[name] = (happened[name] ?? 0) + 1;
  };
  /** Repeats a fault after random pauses, at most `times`. */
  const repeat = async ([low, high], times, fault) => {
    for (let index = 0; index < times; index += 1) {
      try {
        await pause(random.between(low, high), undefined, { signal });
      } catch {
        return;
      }
      await fault();
    }
  };

  await Promise.all([
    repeat(run.pauses.failure, Number.POSITIVE_INFINITY, async () => {
      const failure = random.pick(failures);
      count(nameOf(failure));
      await run.post("/__sandbox/fail", { operation, ...failure });
    }),
    repeat(run.pauses.kill, run.kills, async () => {
      count("killed");
      const index = run.workers.indexOf(random.pick(run.workers));
      await run.workers[index].stop("SIGKILL");
      run.workers[index] = run.startWorker();
    }),
    // Longer than its lock: the other workers take over its jobs, then it continues.
    repeat(run.pauses.freeze, run.freezes, async () => {
      count("frozen");
      const worker = random.pick(run.workers);
      worker.kill("SIGSTOP");
      await pause(run.lock * 2.5);
      worker.kill("SIGCONT");
    }),
    repeat(run.pauses.crash, run.crashes, async () => {
      count("redis");
      run.redis = await run.redis.crash(random.between(100, 600));
    }),
    repeat(run.pauses.outage, run.outages, async () => {
      count("outage");
      await run.recorder.interrupt(random.between(300, 900));
    }),
  ]);
  return happened;
};
