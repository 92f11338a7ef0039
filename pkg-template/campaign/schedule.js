/** Who is next: those that can be called now in their order, the others by the time from which they can. */

import { MAX_DELAY_MS } from "../shared/delay.js";

/** Creates a schedule. `next` returns who can be called now, waits for the first who can be later, and is undefined at the end. */
export const createSchedule = (now, stopped, hasStopped) => {
  const ready = [];
  /** By time, the last one first. */
  const later = [];
  let active = 0;
  let [changed, resolveChanged] = [undefined, () => {}];
  /** Wakes everybody who waits, to look again. */
  const change = () => {
    resolveChanged();
    changed = new Promise((resolve) => {
      resolveChanged = resolve;
    });
  };
  change();

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
    change();
  };

  const wait = async () => {
    let timer;
    const due = new Promise((resolve) => {
      if (later.length > 0) timer = setTimeout(resolve, Math.min(later.at(-1).time - now(), MAX_DELAY_MS));
    });
    await Promise.race([due, changed, stopped]);
    clearTimeout(timer);
  };

  /** The next in order; a place in the array that is taken is freed now and then. */
  let taken = 0;
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
        // Who is called now may be called once more.
        if (later.length === 0 && active === 0) break;
        await wait();
      }
      change();
      return undefined;
    },
    end: () => {
      active -= 1;
      change();
    },
  };
};
