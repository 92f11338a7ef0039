/** The pace of calls: how many per second, and how many at once. */

import { MAX_DELAY_MS } from "./delay.js";

/**
 * Creates a pace. Each call joins it and gets `turn`, a promise of its turn, in the order of joining; one that is retried
 * comes before those that have not been sent. All of them have one timer. `leave` ends a turn, or gives up the place in the
 * queue, and holds everybody for some milliseconds; `sent` counts the distance from now instead of from the turn.
 */
export const createPace = ([gap, maxInFlight]) => {
  const queues = [new Set(), new Set()];
  let [active, next, timer] = [0, 0];
  const drain = () => {
    timer = undefined;
    for (const queue of queues) {
      for (const begin of queue) {
        if (timer || active >= maxInFlight) return;
        const now = performance.now();
        if (now < next) {
          timer = setTimeout(drain, Math.min(next - now, MAX_DELAY_MS));
        } else {
          next = now + gap;
          queue.delete(begin);
          begin();
        }
      }
    }
  };
  return () => {
    let [queue, isActive] = [1, 0];
    let begin;
    return {
      turn: () =>
        new Promise((resolve) => {
          begin = () => {
            isActive = 1;
            active += 1;
            resolve();
          };
          queues[queue].add(begin);
          queue = 0;
          if (!timer) drain();
        }),
      sent: () => {
        next = Math.max(next, performance.now() + gap);
      },
      leave: (time = 0) => {
        for (const queue of queues) queue.delete(begin);
        // A timer that nobody waits for would keep the process running.
        if (queues.every(({ size }) => size === 0)) timer = clearTimeout(timer);
        active -= isActive;
        isActive = 0;
        next = Math.max(next, performance.now() + time);
        if (!timer) drain();
      },
    };
  };
};
