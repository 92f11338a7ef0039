/** Slow and failing callbacks, journals and lookups, and lists as people write them: nobody is called twice, or at the wrong time. Length: one client for all of them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { SynthflowError } from "synthflow-wasm";
import { memoryJournal, runCampaign } from "synthflow-wasm/campaign";
import { rejection } from "../support/server.js";
import { createWorld } from "./world.js";

const call = { model_id: "m" };
const [ada, sam] = [
  { name: "Ada", phone: "+14155550101" },
  { name: "Sam", phone: "+14155550102" },
];
const list = (count) =>
  Array.from({ length: count }, (_, at) => ({ name: `P${at}`, phone: `+1415555${2000 + at}` }));
const fast = { callsPerSecond: Infinity, maxInFlight: 4 };
const states = ({ people }) => people.map(({ state }) => state);
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** A client whose calls are placed at once, and do what the test says. */
const clientOf = (methods = {}) => {
  const sent = [];
  const create = async (params) => {
    sent.push({ ...params, at: performance.now() });
    return { call_id: `call-${sent.length}` };
  };
  const wait = async () => ({ status: "completed", end_call_reason: "human_goodbye", duration: 5 });
  const findPlaced = async () => ({ outcome: "not-found", calls: [] });
  return { sent, client: { calls: { create, wait, findPlaced, ...methods } } };
};
const failure = (outcome, status) =>
  new SynthflowError({ message: `${outcome}`, outcome, status, attempts: 1 });

test("a slow journal does not gather calls that are then sent together", async () => {
  const { client, sent } = clientOf();
  const slow = memoryJournal();
  const { write } = slow;
  let writes = 0;
  slow.write = async (entry) => {
    writes += 1;
    if (writes === 4) await pause(300);
    await write(entry);
  };
  await runCampaign({
    client,
    people: list(12),
    call,
    journal: slow,
    pace: { callsPerSecond: 50, maxInFlight: 12 },
  });
  for (const [at, { at: time }] of sent.entries())
    if (at > 4) assert.ok(time - sent[at - 5].at > 5 * 20 - 40, `${time - sent[at - 5].at} ms for five`);
});

test("nobody is called after the calling window has closed, however long the pace or a 429 took", async (t) => {
  // Half a second before 18:00 in UTC, by the clock of this process.
  const offset = Date.parse("2026-11-26T17:59:59.500Z") - Date.now();
  const { now } = Date;
  t.mock.method(Date, "now", () => now() + offset);
  const window = { from: "09:00", to: "18:00", timezone: "UTC" };
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 1500);
  const { client, sent } = clientOf({ create: undefined });
  client.calls.create = async (params) => {
    sent.push(Date.now());
    if (sent.length === 1) throw Object.assign(failure("refused", 429), { retryAfter: 900 });
    return { call_id: params.phone };
  };
  const pace = { callsPerSecond: 10, maxInFlight: 20 };
  const report = await runCampaign({
    client,
    people: list(20),
    call,
    window,
    pace,
    signal: controller.signal,
  });
  clearTimeout(timer);
  const closing = Date.parse("2026-11-26T18:00:00Z");
  assert.ok(sent.length > 0 && sent.every((time) => time < closing), `${sent.map((time) => time - closing)}`);
  assert.ok(report.counts.queued > 0);
});

test("a lookup that fails ends, with the reason, and is repeated in the next run", async () => {
  const world = createWorld();
  await world.start([ada], { call, crashAt: 4 });
  const refuse = async () => {
    throw failure("refused", 403);
  };
  const journal = memoryJournal(world.entries);
  const options = { people: [ada], call, journal, pace: fast };
  const report = await runCampaign({ ...options, client: clientOf({ findPlaced: refuse }).client });
  assert.deepEqual(states(report), ["unknown"]);
  assert.match(report.people[0].reason, /could not be looked up: refused/);
  const found = async () => ({ outcome: "placed", call: { call_id: "c" }, calls: [{ call_id: "c" }] });
  assert.deepEqual(
    states(await runCampaign({ ...options, client: clientOf({ findPlaced: found }).client })),
    ["done"],
  );
});

test("whenNotFound: call calls once more, and no more often", async () => {
  const world = createWorld(() => "dropped");
  const { report } = await world.start([ada], { call, whenNotFound: "call" });
  assert.deepEqual([report.people[0].state, report.people[0].attempts], ["unknown", 2]);
});

test("the journal knows people by their numbers, whatever ids the next list has", async () => {
  for (const [first, second] of [
    [
      [ada, sam],
      [
        { ...ada, id: "row-1" },
        { ...sam, id: "row-2" },
      ],
    ],
    [
      [{ ...ada, id: 1 }],
      [
        { ...sam, id: 1 },
        { ...ada, id: 2 },
      ],
    ],
    [
      [
        { ...ada, id: 1 },
        { ...ada, id: 2 },
      ],
      [
        { ...ada, id: 2 },
        { ...ada, id: 1 },
      ],
    ],
    [[ada], [{ ...ada, phone: "+1 (415) 555-0101" }]],
  ]) {
    const world = createWorld();
    await world.start(first, { call });
    const { report } = await world.start(second, { call });
    for (const [phone, calls] of world.dialed) assert.equal(calls.length, 1, phone);
    for (const { phone, state } of report.people)
      if (state === "done") assert.ok(world.dialed.has(phone), `${phone} was not called`);
  }
});

test("what was sent is looked up at the agent that it was sent to, until a request can have ended", async () => {
  const journal = memoryJournal([
    {
      id: "1",
      state: "sending",
      at: 5,
      startedAt: 5,
      phone: ada.phone,
      model_id: "old",
      attempts: 1,
      recalls: 0,
    },
  ]);
  const asked = [];
  const findPlaced = async (query) => {
    asked.push(query);
    return { outcome: "not-found", calls: [] };
  };
  await runCampaign({ client: clientOf({ findPlaced }).client, people: [ada], call, journal, pace: fast });
  assert.equal(asked[0].model_id, "old");
  assert.deepEqual([asked[0].since, asked[0].until], [5, 600_005]);
});

test("a journal that is none of this is refused, and nobody is called", async () => {
  const entry = {
    id: "1",
    state: "placed",
    at: 1,
    phone: ada.phone,
    model_id: "m",
    attempts: 1,
    call_id: "c",
  };
  for (const [entries, options] of [
    [[{ ...entry, state: "dialed" }], {}],
    [[{ ...entry, state: undefined }], {}],
    [[{ ...entry, phone: undefined }], {}],
    [[{ ...entry, id: "", name: "b" }], {}],
    [[entry], { batch: true, call: { model_id: "m", from_phone_number: "+14155550100" } }],
  ]) {
    const { client, sent } = clientOf();
    const journal = memoryJournal(entries);
    const error = await rejection(runCampaign({ client, people: [ada], call, journal, ...options }));
    assert.match(error.message, /runCampaign: journal: /);
    assert.equal(sent.length, 0);
  }
});

test("a callback that rejects later ends the campaign, not the process", async () => {
  const { client } = clientOf();
  const thrown = new Error("late");
  const onProgress = async () => {
    throw thrown;
  };
  assert.equal(
    await rejection(runCampaign({ client, people: list(3), call, pace: fast, onProgress })),
    thrown,
  );
});

test("what ends a campaign does not wait for the calls in progress", async () => {
  const wait = (_, { signal }) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const { client, sent } = clientOf({ wait });
  const { create } = client.calls;
  client.calls.create = async (params) => {
    if (sent.length === 2) throw failure("refused", 402);
    return create(params);
  };
  const error = await rejection(runCampaign({ client, people: list(5), call, pace: fast }));
  assert.equal(error.status, 402);
});

test("an agent that does not exist ends the campaign; who has failed is called with retryFailed only", async () => {
  const journal = memoryJournal();
  const refuse = (status) => async () => {
    throw failure("refused", status);
  };
  const run = (client, options) =>
    runCampaign({ client, people: [ada], call, journal, pace: fast, ...options });
  for (const status of [404, 405, 424])
    assert.equal((await rejection(run(clientOf({ create: refuse(status) }).client))).status, status);
  assert.deepEqual(states(await run(clientOf({ create: refuse(422) }).client)), ["failed"]);
  assert.deepEqual(states(await run(clientOf().client)), ["failed"]);
  assert.deepEqual(states(await run(clientOf().client, { retryFailed: true })), ["done"]);
});

test("numbers as people write them; one that cannot be called does not hide one that can", async () => {
  const { client, sent } = clientOf();
  const people = [
    { name: "A", phone: "14155550101" },
    { name: "B", phone: "\u202a+1 (415) 555-0101\r" },
    { name: "C", phone: "" },
    { name: "D" },
    { name: "E", phone: "+14155550101" },
  ];
  const report = await runCampaign({ client, people, call, pace: fast });
  assert.deepEqual(
    sent.map(({ phone }) => phone),
    ["+14155550101"],
  );
  assert.deepEqual(states(report), ["done", "failed", "failed", "failed", "skipped"]);
  assert.equal(new Set(report.people.map(({ id }) => id)).size, 3);
});

test("an empty time zone is none: that of the window counts, or the person is skipped", async () => {
  const people = ["", " ", null, "UTC"].map((lead_timezone, at) => ({ ...list(4)[at], lead_timezone }));
  const { client, sent } = clientOf();
  const window = { timezone: "Europe/Berlin" };
  assert.deepEqual(
    states(await runCampaign({ client, people, call, pace: fast, window })),
    Array(4).fill("done"),
  );
  assert.deepEqual(sent.map(({ lead_timezone }) => lead_timezone).filter(Boolean), ["UTC"]);
  const without = await runCampaign({
    client: clientOf().client,
    people,
    call,
    pace: fast,
    window: { from: "00:00" },
  });
  assert.deepEqual(states(without), ["skipped", "skipped", "skipped", "done"]);
});

test("two campaigns at once with one journal: the second is refused, and calls nobody", async () => {
  const { client, sent } = clientOf();
  const given = { client, people: list(10), call, journal: memoryJournal(), pace: fast };
  const first = runCampaign(given);
  assert.match((await rejection(runCampaign(given))).message, /another campaign is using it/);
  assert.equal((await first).people.length, 10);
  assert.equal(sent.length, 10);
  // One after the other is what a journal is for.
  assert.equal((await runCampaign(given)).people.length, 10);
  assert.equal(sent.length, 10);
});

test("dashes of any script are left out of a number", async () => {
  const { client, sent } = clientOf();
  const dashes = ["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\u00ad"];
  const people = dashes.map((dash, at) => ({ name: "A", phone: `+1 415${dash}555${dash}010${at}` }));
  await runCampaign({ client, people, call, journal: memoryJournal(), pace: fast });
  assert.deepEqual(
    sent.map(({ phone }) => phone),
    dashes.map((_, at) => `+1415555010${at}`),
  );
});

test("an entry of a call that is being placed is looked up from its at, if it has no startedAt", async () => {
  const at = Date.now() - 60_000;
  const entry = { id: "1", state: "sending", phone: ada.phone, model_id: "m", attempts: 1 };
  const run = (more) => {
    const since = [];
    const findPlaced = async (query) => {
      since.push(query.since);
      return { outcome: "placed", call: { call_id: "c" } };
    };
    const { client, sent } = clientOf({ findPlaced });
    const journal = memoryJournal([{ ...entry, ...more }]);
    const done = runCampaign({ client, people: [ada], call, journal, pace: fast });
    return { done, since, sent };
  };
  for (const more of [{ at }, { at, startedAt: null }, { at: at + 5, startedAt: at }]) {
    const { done, since, sent } = run(more);
    assert.deepEqual(states(await done), ["done"]);
    assert.deepEqual([since, sent], [[at], []]);
  }
  const { done, sent } = run({});
  assert.match(
    (await rejection(done)).message,
    /journal: an entry in state sending has neither startedAt nor at/,
  );
  assert.deepEqual(sent, []);
});
