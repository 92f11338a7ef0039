/** People who were reached and are called once more: whatever happens to that call, the earlier one is not forgotten. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow, SynthflowError } from "synthflow-wasm";
import { memoryJournal, runCampaign } from "synthflow-wasm/campaign";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection } from "../support/server.js";
import { createWorld } from "./world.js";

const sam = { name: "Sam", phone: "+14155550123" };
const given = { people: [sam], call: { model_id: "m" }, pace: { callsPerSecond: Infinity, maxInFlight: 1 } };
const recall = [{ statuses: ["completed"], after: 30 }];

const failure = (outcome, status, more) =>
  Object.assign(new SynthflowError({ message: `${status ?? outcome}`, outcome, status, attempts: 1 }), more);

/** A client whose calls end immediately; `fail(attempt)` returns the error of an attempt, from 1 on. */
const clientOf = (fail = () => undefined, methods = {}) => {
  let attempts = 0;
  const placed = [];
  const create = async () => {
    attempts += 1;
    const error = fail(attempts);
    if (error) throw error;
    placed.push(`call-${attempts}`);
    return { call_id: placed.at(-1) };
  };
  const wait = async () => ({ status: "completed", end_call_reason: "human_goodbye", duration: 5 });
  const findPlaced = async () => ({ outcome: "not-found", calls: [] });
  return { placed, calls: { create, wait, findPlaced, ...methods } };
};
const first = { status: "completed", end_call_reason: "human_goodbye", seconds: 5, call_id: "call-1" };
const detailsOf = ({ status, end_call_reason, seconds, call_id }) => ({
  status,
  end_call_reason,
  seconds,
  call_id,
});

/** Runs a campaign with the rule until its progress is one at which it `isEnd`. */
const runUntil = async (journal, isEnd, client = clientOf()) => {
  const controller = new AbortController();
  const onProgress = (progress) => isEnd(progress) && controller.abort();
  await runCampaign({ ...given, client, journal, recall, onProgress, signal: controller.signal });
};

/** What the journal has after a run whose second attempt was not placed, by what ended that attempt. */
const interrupted = {
  "a 429": async (journal) => {
    let queued = 0;
    const client = clientOf((at) => at === 2 && failure("refused", 429, { retryAfter: 0 }));
    await runUntil(journal, ({ state }) => state === "queued" && ++queued === 2, client);
  },
  "no connection": async (journal) => {
    const controller = new AbortController();
    const client = clientOf((at) => {
      if (at === 1) return undefined;
      controller.abort();
      return failure("not-sent");
    });
    await runCampaign({ ...given, client, journal, recall, signal: controller.signal });
  },
  "a wrong key": async (journal) => {
    const client = clientOf((at) => at === 2 && failure("refused", 401));
    await rejection(runCampaign({ ...given, client, journal, recall }));
  },
  "a signal": async (journal) => {
    await runUntil(journal, ({ state }) => state === "sending" && journal.entries.length > 3);
  },
  "a response that was lost, and a call that is not found": async (journal) => {
    const client = clientOf((at) => at === 2 && failure("unknown"));
    await runCampaign({ ...given, client, journal, recall });
  },
  "a window without a time zone": async (journal) => {
    await runUntil(journal, ({ state }) => state === "queued");
    await runCampaign({ ...given, client: clientOf(), journal, recall, window: { from: "00:00" } });
    assert.equal(journal.entries.at(-1).state, "skipped");
  },
};

for (const [what, run] of Object.entries(interrupted)) {
  test(`after ${what}, a run without the rule does not call a person who was reached`, async () => {
    const journal = memoryJournal();
    await run(journal);
    for (const options of [{}, { retryFailed: true }, { whenNotFound: "call" }]) {
      const client = clientOf();
      const own = memoryJournal(structuredClone(journal.entries));
      const { people } = await runCampaign({ ...given, ...options, client, journal: own });
      assert.deepEqual(client.placed, []);
      assert.deepEqual(detailsOf(people[0]), first);
      if (people[0].state !== "unknown")
        assert.deepEqual([people[0].state, people[0].reason], ["done", undefined]);
    }
  });

  test(`after ${what}, a run with the rule goes on with it`, async () => {
    const journal = memoryJournal();
    await run(journal);
    const client = clientOf();
    const { people } = await runCampaign({ ...given, client, journal, recall, whenNotFound: "call" });
    assert.deepEqual(client.placed, ["call-1"]);
    assert.equal(people[0].state, "done");
    // Once more, and no more often.
    assert.deepEqual((await runCampaign({ ...given, client, journal, recall })).people[0].state, "done");
    assert.equal(client.placed.length, 1);
  });
}

test("a person who was reached, in the sandbox: a 429 of the recall, and no rule in the next run", async () => {
  const sandbox = createSandbox({ webhooks: "off", callDuration: 20 });
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch, logLevel: "off" });
  const { data } = await client.agents.list();
  const { model_id } = data.find(({ type }) => type === "outbound");
  const journal = memoryJournal();
  const controller = new AbortController();
  const onProgress = ({ state, counts }) => {
    if (state === "done") controller.abort();
    if (state !== "queued") return;
    if (journal.entries.filter((entry) => entry.state === "queued").length === 1)
      sandbox.fail({ operation: "calls.create", status: 429, times: 1 });
    else controller.abort(counts);
  };
  const options = { client, people: [sam], call: { model_id }, journal, follow: { interval: 5 } };
  const rules = [{ statuses: ["completed"], after: 50 }];
  await runCampaign({ ...options, recall: rules, onProgress, signal: controller.signal });
  const placed = async () => (await client.calls.list({ model_id })).data.length;
  assert.equal(await placed(), 1);
  const { people } = await runCampaign(options);
  assert.equal(await placed(), 1);
  assert.deepEqual([people[0].state, people[0].status], ["done", "completed"]);
});

for (const [what, error] of [
  ["refused", failure("refused", 400)],
  [
    "invalid",
    failure("not-sent", undefined, { issues: [{ path: "greeting", message: "expected a string" }] }),
  ],
]) {
  test(`a recall that is ${what} leaves a person reached, with their call`, async () => {
    const journal = memoryJournal();
    const client = clientOf((at) => at === 2 && error);
    const report = await runCampaign({ ...given, client, journal, recall });
    const [row] = report.people;
    assert.deepEqual([row.state, detailsOf(row)], ["done", first]);
    assert.match(row.reason, /^the recall was refused: /);
    const next = clientOf();
    const later = await runCampaign({ ...given, client: next, journal, retryFailed: true });
    assert.deepEqual(next.placed, []);
    assert.deepEqual(later.people[0], row);
  });
}

test("a person who was reached and has an invalid time zone in the next list stays reached", async () => {
  const journal = memoryJournal();
  await interrupted["a 429"](journal);
  const people = [{ ...sam, lead_timezone: "Berlin" }];
  const options = { ...given, client: clientOf(), people, journal, recall };
  const [row] = (await runCampaign(options)).people;
  assert.deepEqual([row.state, detailsOf(row)], ["done", first]);
  assert.match(row.reason, /^lead_timezone: /);
});

test("every later entry of a person has the call that has ended, for journals that keep the last one only", async () => {
  const journal = memoryJournal();
  await interrupted["a 429"](journal);
  const last = memoryJournal([structuredClone(journal.entries.at(-1))]);
  const client = clientOf();
  const [row] = (await runCampaign({ ...given, client, journal: last })).people;
  assert.deepEqual([row.state, detailsOf(row), client.placed], ["done", first, []]);
});

test("a recall whose response was lost has the earlier call in the report", async () => {
  const client = clientOf((at) => at === 2 && failure("unknown"));
  const [row] = (await runCampaign({ ...given, client, recall })).people;
  assert.deepEqual([row.state, detailsOf(row)], ["unknown", first]);
  const found = async () => ({ outcome: "placed", call: { call_id: "c2" }, calls: [] });
  const lost = clientOf((at) => at === 2 && failure("unknown"), { findPlaced: found });
  assert.equal((await runCampaign({ ...given, client: lost, recall })).people[0].call_id, "c2");
});

/** What happens to the second attempt of each: placed, lost, dropped, a 429, a refusal. */
const faults = (phone, attempt) =>
  attempt === 1 ? [undefined, "lost", "dropped", 429, 400][phone.at(-1)] : undefined;

test("a process that ends before any step of a recall: a run without the rule calls nobody who was reached", async () => {
  const people = Array.from({ length: 5 }, (_, at) => ({ name: `P${at}`, phone: `+1415555010${at}` }));
  const call = { model_id: "m" };
  const { steps } = await createWorld(faults).start(people, { call, recall });
  assert.ok(steps > 60, `${steps} steps`);
  for (let crashAt = 1; crashAt <= steps; crashAt += 1) {
    const world = createWorld(faults);
    await world.start(people, { call, recall, crashAt });
    const reached = new Set(world.entries.flatMap(({ ended, phone }) => (ended ? [phone] : [])));
    const before = structuredClone(world.dialed);
    const { report } = await world.start(people, { call, whenNotFound: "call", retryFailed: true });
    for (const { phone, state, status } of report.people) {
      const what = `${phone} after a crash before step ${crashAt}`;
      if (reached.has(phone)) assert.deepEqual(world.dialed.get(phone), before.get(phone), what);
      assert.deepEqual([state, status], ["done", "completed"], what);
    }
  }
});
