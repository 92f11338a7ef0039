/** A campaign whose process ends at any step, and is started again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorld } from "./world.js";

const call = { model_id: "m" };
const people = Array.from({ length: 5 }, (_, at) => ({ name: `P${at}`, phone: `+1415555010${at}` }));
const list = [...people, people[1]];

/** What happens to the attempts of each: an ordinary call, a lost response, a lost request, a 429, a refusal. */
const faults = (phone, attempt) => {
  const kind = Number(phone.at(-1));
  if (kind === 1) return "lost";
  if (kind === 2) return "dropped";
  if (kind === 3) return attempt === 0 ? 429 : undefined;
  if (kind === 4) return 422;
};

/** Nobody was called twice or forgotten, and what is unknown has a reason. */
const judge = (dialed, { people: rows }, what) => {
  assert.equal(rows.length, list.length, what);
  for (const { id, phone, state, reason } of rows) {
    const times = (dialed.get(phone) ?? []).length;
    assert.ok(times <= 1, `${what}: ${phone} was called ${times} times`);
    assert.ok(["done", "unknown", "failed", "skipped"].includes(state), `${what}: ${id} is ${state}`);
    if (state === "done") assert.equal(times, 1, `${what}: ${id}`);
    else assert.ok(reason, `${what}: ${id} is ${state} without a reason`);
    if (state === "failed") assert.equal(times, 0, `${what}: ${id}`);
  }
};

test("a campaign without a crash calls everybody once", async () => {
  const world = createWorld(faults);
  const { report } = await world.start(list, { call });
  judge(world.dialed, report, "no crash");
  const states = report.people.map(({ state }) => state);
  assert.deepEqual(states, ["done", "done", "unknown", "done", "failed", "skipped"]);
  assert.equal(report.line, "6 people: 1 unknown, 3 done, 1 failed, 1 skipped");
});

test("a process that ends before any step, and again before any other, calls nobody twice and forgets nobody", async () => {
  const { steps } = await createWorld(faults).start(list, { call });
  assert.ok(steps > 30, `${steps} steps`);
  let runs = 0;
  for (let first = 1; first <= steps; first += 1) {
    for (let second = 1; ; second += 1) {
      const world = createWorld(faults);
      await world.start(list, { call, crashAt: first });
      const { report } = await world.start(list, { call, crashAt: second });
      const last = report ? { report } : await world.start(list, { call });
      judge(world.dialed, last.report, `crashes before steps ${first} and ${second}`);
      runs += 1;
      if (report) break;
    }
  }
  assert.ok(runs > 500, `${runs} runs`);
});

test("what ends a process is no reason to call again later: the same list again calls nobody", async () => {
  const world = createWorld(faults);
  await world.start(list, { call });
  const before = [...world.dialed.values()].flat().length;
  const { report } = await world.start(list, { call });
  judge(world.dialed, report, "again");
  assert.equal([...world.dialed.values()].flat().length, before);
});
