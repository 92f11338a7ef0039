/** A campaign by batch calls, and what a lost response or a crash does to it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { memoryJournal, runCampaign } from "synthflow-wasm/campaign";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection } from "../support/server.js";

const start = async () => {
  const sandbox = createSandbox({ webhooks: "off", callDuration: 20 });
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch, logLevel: "off", maxRetries: 0 });
  const { data } = await client.agents.list();
  const { model_id } = data.find(({ type }) => type === "outbound");
  const people = Array.from({ length: 12 }, (_, at) => ({
    name: `P${at}`,
    phone: `+1415555${1200 + at}`,
    custom_variables: [{ key: "seat", value: `${at}` }],
  }));
  const dialed = async () => {
    const calls = await client.calls.list({ model_id, limit: 100 }).toArray();
    return calls.map(({ lead_phone_number }) => lead_phone_number).sort();
  };
  const call = { model_id, from_phone_number: "+15005550000" };
  const lookup = { timeout: 20, interval: 5 };
  const follow = { interval: 5 };
  const given = { client, people, call, lookup, follow, batch: { name: "Spring" } };
  return { sandbox, client, people, dialed, given };
};
const phones = (people) => people.map(({ phone }) => phone).sort();

test("everybody is a recipient of one batch", async () => {
  const { given, people, dialed, client } = await start();
  const report = await runCampaign({ ...given, people: [...people, people[3]] });
  assert.equal(report.line, "13 people: 12 done, 1 skipped");
  assert.deepEqual(await dialed(), phones(people));
  const [batch, ...others] = await client.batchCalls.list().toArray();
  assert.match(batch.name, /^Spring [\da-f-]{36}$/);
  assert.deepEqual(others, []);
});

test("a batch whose response was lost is found by its name, in the same run or the next", async () => {
  for (const hasList of [true, false]) {
    const { given, people, dialed, sandbox, client } = await start();
    const journal = memoryJournal();
    sandbox.fail({ operation: "batchCalls.create", reset: true, afterDelivery: true });
    if (!hasList) {
      sandbox.fail({ operation: "batchCalls.list", status: 503 });
      await rejection(runCampaign({ ...given, journal }));
    }
    const report = await runCampaign({ ...given, journal });
    assert.equal(report.line, "12 people: 12 done");
    assert.deepEqual(await dialed(), phones(people));
    assert.equal((await client.batchCalls.list().toArray()).length, 1);
  }
});

test("a campaign that ends after any entry of its journal goes on without calling anybody twice", async () => {
  for (const crashAt of [1, 2, 3, 9, 14, 20]) {
    const { given, people, dialed, client } = await start();
    const journal = memoryJournal();
    let writes = 0;
    const crashing = {
      read: journal.read,
      write: async (entry) => {
        writes += 1;
        if (writes > crashAt) throw new Error("crash");
        await journal.write(entry);
      },
    };
    await runCampaign({ ...given, journal: crashing }).catch(() => {});
    const report = await runCampaign({ ...given, journal });
    assert.equal(report.line, "12 people: 12 done", `after ${crashAt} entries`);
    assert.deepEqual(await dialed(), phones(people));
    assert.equal((await client.batchCalls.list().toArray()).length, 1);
  }
});

test("options that a batch does not have are refused", async () => {
  const { given } = await start();
  for (const wrong of [
    { pace: {} },
    { window: {} },
    { recall: [] },
    { follow: false },
    { call: { model_id: "m" } },
    { batch: 5 },
  ])
    await assert.rejects(runCampaign({ ...given, ...wrong }), /runCampaign: /);
});

test("a batch that is not listed in time is not created once more, unless that is wanted", async () => {
  const { given, sandbox, dialed, people } = await start();
  const journal = memoryJournal();
  const { batchCalls } = given.client;
  const { list } = batchCalls;
  batchCalls.list = async function* () {};
  sandbox.fail({ operation: "batchCalls.create", reset: true, afterDelivery: true });
  await rejection(runCampaign({ ...given, journal }));
  const error = await rejection(runCampaign({ ...given, journal }));
  assert.match(error.message, /may have been created, and is not in the list/);
  batchCalls.list = list;
  assert.equal((await runCampaign({ ...given, journal })).line, "12 people: 12 done");
  assert.deepEqual(await dialed(), phones(people));
  // One that the API refused was not created.
  const other = memoryJournal();
  sandbox.fail({ operation: "batchCalls.create", status: 422 });
  await rejection(runCampaign({ ...given, people: [{ name: "Z", phone: "+14155551299" }], journal: other }));
  const again = { ...given, people: [{ name: "Z", phone: "+14155551299" }], journal: other };
  assert.equal((await runCampaign(again)).line, "1 people: 1 done");
});

test("variables in any form reach the batch; invalid params make one person failed", async () => {
  const { given, sandbox } = await start();
  const lines = { name: "A", phone: "+14155551301", custom_variables: ["seat: 5", "note: a: b"] };
  const wrong = { name: 5, phone: "+14155551302" };
  const report = await runCampaign({ ...given, people: [wrong, lines] });
  assert.equal(report.line, "2 people: 1 done, 1 failed");
  assert.match(report.people[0].reason, /lead_name: expected a string/);
  const { body } = sandbox.requests.find(({ operation }) => operation === "batchCalls.create");
  assert.deepEqual(body.tasks[0].custom_variables, { seat: "5", note: "a: b" });
});

test("the batch is read at the given interval, by default every 10 seconds", async () => {
  for (const [follow, interval] of [
    [undefined, 10_000],
    [true, 10_000],
    [{ interval: 5 }, 5],
  ]) {
    const { given } = await start();
    const { batchCalls } = given.client;
    const { wait } = batchCalls;
    const intervals = [];
    batchCalls.wait = (id, options) => {
      intervals.push(options.interval);
      return wait(id, { ...options, interval: 5 });
    };
    assert.equal((await runCampaign({ ...given, follow })).line, "12 people: 12 done");
    assert.deepEqual(intervals, [interval]);
  }
});

test("a batch is looked for in pages of 100", async () => {
  const { given, sandbox } = await start();
  sandbox.fail({ operation: "batchCalls.create", reset: true, afterDelivery: true });
  await runCampaign(given);
  const { query } = sandbox.requests.find(({ operation }) => operation === "batchCalls.list");
  assert.equal(query.limit, 100);
});

test("a variable that is neither a pair nor a line is refused by its path, before anything is sent", async () => {
  const { given, sandbox } = await start();
  const sent = sandbox.requests.length;
  for (const wrong of [null, undefined, 5, [], {}, { key: 5, value: "a" }]) {
    const custom_variables = ["seat: 5", wrong];
    const people = [given.people[0], { ...given.people[1], custom_variables }];
    const own = await rejection(runCampaign({ ...given, people }));
    assert.match(own.message, /^runCampaign: people\[1\]\.custom_variables\[1\]: expected/);
    const shared = await rejection(runCampaign({ ...given, call: { ...given.call, custom_variables } }));
    assert.match(shared.message, /^runCampaign: call\.custom_variables\[1\]: expected/);
  }
  assert.equal(sandbox.requests.length, sent);
});
