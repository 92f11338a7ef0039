/** Calls whose end cannot be read are still under way: nobody else is called instead. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { memoryJournal, runCampaign } from "synthflow-wasm/campaign";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection } from "../support/server.js";

const start = async () => {
  const sandbox = createSandbox({ webhooks: "off", callDuration: 20 });
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch, logLevel: "off" });
  const { data } = await client.agents.list();
  const { model_id } = data.find(({ type }) => type === "outbound");
  const placed = () => sandbox.requests.filter(({ operation }) => operation === "calls.create").length;
  const journal = memoryJournal();
  const given = {
    client,
    journal,
    call: { model_id },
    people: Array.from({ length: 4 }, (_, at) => ({ name: `P${at}`, phone: `+1415555${1500 + at}` })),
    pace: { callsPerSecond: 1000, maxInFlight: 1 },
    follow: { interval: 10 },
  };
  return { sandbox, journal, placed, given };
};

test("a status that all calls would get ends the campaign, after as many calls as may be under way", async () => {
  for (const status of [401, 403, 405]) {
    const { sandbox, placed, given, journal } = await start();
    sandbox.fail({ operation: "calls.get", status, times: 1000 });
    assert.equal((await rejection(runCampaign(given))).status, status);
    assert.equal(placed(), 1);
    assert.deepEqual(
      journal.entries.map(({ state }) => state),
      ["sending", "placed"],
    );
    sandbox.clearFailures();
    assert.equal((await runCampaign(given)).line, "4 people: 4 done");
    assert.equal(placed(), 4);
  }
});

test("a call that cannot be read keeps its place until it can be", async () => {
  const { sandbox, placed, given, journal } = await start();
  sandbox.fail({ operation: "calls.get", status: 400, times: 1000 });
  const running = runCampaign(given);
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(placed(), 1);
  const { state, reason } = journal.entries.at(-1);
  assert.equal(state, "placed");
  assert.match(reason, /^its end could not be read: 400/);
  assert.equal(journal.entries.length, 3);
  sandbox.clearFailures();
  assert.equal((await running).line, "4 people: 4 done");
  assert.equal(placed(), 4);
});

test("a call that must have ended keeps no place; a signal ends the reading", async () => {
  const { sandbox, placed, given, journal } = await start();
  sandbox.fail({ operation: "calls.get", status: 400, times: 1000 });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 200);
  const report = await runCampaign({ ...given, signal: controller.signal });
  assert.equal(report.line, "4 people: 3 queued, 1 placed");
  for (const entry of journal.entries) entry.startedAt -= 5 * 3_600_000;
  const second = new AbortController();
  setTimeout(() => second.abort(), 200);
  await runCampaign({ ...given, signal: second.signal });
  assert.equal(placed(), 2);
});

test("S38: the id of a call that is a number is followed as its text", async () => {
  const { given } = await start();
  const requested = [];
  const fetch = async (url, { method }) => {
    requested.push(`${method} ${new URL(url).pathname}`);
    if (method === "POST") return Response.json({ status: "ok", response: { call_id: 7 } });
    return Response.json({ status: "ok", response: { calls: [{ call_id: 7, status: "completed" }] } });
  };
  const client = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
  const { line, people } = await runCampaign({ ...given, client, people: given.people.slice(0, 1) });
  assert.equal(line, "1 people: 1 done");
  assert.equal(people[0].call_id, "7");
  assert.deepEqual(requested, ["POST /v2/calls", "GET /v2/calls/7"]);
});
