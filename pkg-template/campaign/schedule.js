/** Who is next: those that can be called now in their order, the others by the time from which they can. */

import { MAX_DELAY_MS } from "../shared/delay.js";

/** Creates a schedule. `next` returns who can be called now, waits for the first who can be later, and is undefined at the end. */
export const createSchedule = (now, stopped, hasStopped) => {
  const ready = [];
  /** By time, the last one first. */
  const later = [];
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
  /** Wakes as many as there are to be called: with ten thousand who wait, to wake all of them each time would take long. */
  const look = () => {
    while (later.length > 0 && later.at(-1).time <= now()) ready.push(later.pop().record);
    timer = clearTimeout(timer);
    // Who is called now may be called once more.
    const isOver = hasStopped() || (later.length === 0 && active === 0 && taken >= ready.length);
    wake(isOver ? Infinity : ready.length - taken);
    if (idle.size > 0 && later.length > 0)
      timer = setTimeout(look, Math.min(later.at(-1).time - now(), MAX_DELAY_MS));
  };
  stopped.then(look);

  const add = (record, time) => {
    if (time <= now()) {
      ready.push(record);
    } else {
      let [low, high] = [0, later.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (later[middle].time > time) low = middle + 1;
        else high = middle;
      }
      later.splice(low, 0, { record, time });
    }
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
        while (later.length > 0 && later.at(-1).time <= now()) ready.push(later.pop().record);
        if (taken < ready.length) {
          active += 1;
          return take();
        }
        if (later.length === 0 && active === 0) break;
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
