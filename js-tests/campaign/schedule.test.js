/** The order in which people are called: at once, or by the time from which they can be. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSchedule } from "../../pkg-template/campaign/schedule.js";

const forever = new Promise(() => {});

test("who can be called later comes by time, and those of one time in the order of the list", async () => {
  let now = 0;
  const schedule = createSchedule(
    () => now,
    forever,
    () => false,
  );
  // The same numbers each time, in no order.
  const people = Array.from({ length: 3000 }, (_, at) => ({ at, time: ((at * 7919) % 97) + 1 }));
  for (const person of people) schedule.add(person, person.time);
  const ordered = [...people].sort((one, other) => one.time - other.time || one.at - other.at);
  const found = [];
  for (const { time } of ordered) {
    now = time;
    found.push(await schedule.next());
    schedule.end();
  }
  assert.deepEqual(found, ordered);
  assert.equal(await schedule.next(), undefined);
});

test("those who wait are woken by whom they can call, and all of them at the end", async () => {
  const schedule = createSchedule(Date.now, forever, () => false);
  const waiting = [schedule, schedule, schedule].map(({ next }) => next());
  // Nobody was in it: it is over.
  assert.deepEqual(await Promise.all(waiting), [undefined, undefined, undefined]);
  schedule.add("a", 0);
  assert.equal(await schedule.next(), "a");
  const others = [schedule.next(), schedule.next()];
  schedule.add("b", Date.now() + 30);
  assert.equal(await Promise.race(others), "b");
  schedule.end();
  schedule.end();
  assert.deepEqual(await Promise.all(others), ["b", undefined]);
});
