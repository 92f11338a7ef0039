/** Who is next: those that can be called now in their order, the others by the time from which they can. */

import { MAX_DELAY_MS } from "../shared/delay.js";

/** A queue by time: a heap, in which each is before the two at twice its index. Those of one time are in the order of adding. */
const createQueue = () => {
  const heap = [undefined];
  let added = 0;
  const isBefore = (one, other) =>
    one.time < other.time || (one.time === other.time && one.order < other.order);
  const swap = (one, other) => {
    [heap[one], heap[other]] = [heap[other], heap[one]];
  };
  return {
    /** The first time; undefined if there is nobody. */
    first: () => heap[1]?.time,
    add: (record, time) => {
      added += 1;
      heap.push({ record, time, order: added });
      for (let at = heap.length - 1; at > 1 && isBefore(heap[at], heap[at >> 1]); at >>= 1) swap(at, at >> 1);
    },
    take: () => {
      swap(1, heap.length - 1);
      const { record } = heap.pop();
      for (let at = 1, next = 2; next < heap.length; at = next, next = at * 2) {
        if (next + 1 < heap.length && isBefore(heap[next + 1], heap[next])) next += 1;
        if (!isBefore(heap[next], heap[at])) break;
        swap(next, at);
      }
      return record;
    },
  };
};

/** Creates a schedule. `next` returns who can be called now, waits for the first who can be later, and is undefined at the end. */
export const createSchedule = (now, stopped, hasStopped) => {
  const ready = [];
  const later = createQueue();
  let active = 0;
  /** Those who wait, by what wakes them; and the timer of the first who can be called later. */
  const idle = new Set();
  let timer;
  let taken = 0;

  const wake = (count) => {
    let woken = 0;
    for (const resolve of idle) {
      if (woken >= count) return;
      woken += 1;
      idle.delete(resolve);
      resolve();
    }
  };
  /** Those whose time has come are ready. */
  const getReady = () => {
    while (later.first() <= now()) ready.push(later.take());
  };
  /** Wakes as many as there are to be called: with ten thousand who wait, to wake all of them each time would take long. */
  const look = () => {
    getReady();
    timer = clearTimeout(timer);
    // Who is called now may be called once more.
    const isOver = hasStopped() || (later.first() === undefined && active === 0 && taken >= ready.length);
    wake(isOver ? Infinity : ready.length - taken);
    if (idle.size > 0 && later.first() !== undefined)
      timer = setTimeout(look, Math.min(later.first() - now(), MAX_DELAY_MS));
  };
  stopped.then(look);

  const add = (record, time) => {
    if (time <= now()) ready.push(record);
    else later.add(record, time);
    look();
  };

  /** The next in order; a place in the array that is taken is freed now and then. */
  const take = () => {
    const record = ready[taken];
    ready[taken] = undefined;
    taken += 1;
    if (taken > 1000) {
      ready.splice(0, taken);
      taken = 0;
    }
    return record;
  };

  return {
    add,
    next: async () => {
      while (!hasStopped()) {
        getReady();
        if (taken < ready.length) {
          active += 1;
          return take();
        }
        if (later.first() === undefined && active === 0) break;
        await new Promise((resolve) => {
          idle.add(resolve);
          look();
        });
      }
      return undefined;
    },
    end: () => {
      active -= 1;
      look();
    },
  };
};
