/** The pace of calls: how many per second, and how many requests at once. */

import { isObject } from "../shared/own.js";
import { createReport } from "./errors.js";

/** The operations that ring a phone. */
export const rings = ["calls.create", "calls.startWebSocketMedia"];

const checked = (options) => {
  const given = { __proto__: null, ...options };
  const { callsPerSecond = Infinity, maxInFlight = Infinity, ...others } = given;
  const isRight = [callsPerSecond, maxInFlight].every((value) => value > 0 && typeof value === "number");
  if (!isObject(options) || !isRight || Object.keys(others).length > 0) {
    const expected = "{ callsPerSecond, maxInFlight }, numbers above 0";
    throw createReport(`client option pace: expected ${expected}`, 0);
  }
  return [1000 / callsPerSecond, maxInFlight];
};

/**
 * Creates a pace. Each call joins it and gets `turn`, a promise of its turn, in the order of joining; one that is retried
 * comes before those that have not been sent. All of them have one timer. `leave` ends a turn, or gives up the place in the
 * queue, and holds everybody for some milliseconds.
 */
const createPace = ([gap, maxInFlight]) => {
  const queues = [new Set(), new Set()];
  let [active, next, timer] = [0, 0];
  const drain = () => {
    timer = undefined;
    for (const queue of queues) {
      for (const begin of queue) {
        if (timer || active >= maxInFlight) return;
        const now = performance.now();
        if (now < next) {
          timer = setTimeout(drain, next - now);
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
      leave: (time = 0) => {
        for (const queue of queues) queue.delete(begin);
        active -= isActive;
        isActive = 0;
        next = Math.max(next, performance.now() + time);
        if (!timer) drain();
      },
    };
  };
};

const paces = new WeakMap();

/** The pace of these options: clients with the same object share it. */
export const paceOf = (options) => {
  if (options === undefined || options === null) return undefined;
  const values = checked(options);
  if (!paces.has(options)) paces.set(options, createPace(values));
  return paces.get(options);
};
