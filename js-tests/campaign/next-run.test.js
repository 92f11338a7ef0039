/** A later run with the same journal and other options: they count, or are refused. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { memoryJournal, runCampaign } from "synthflow-wasm/campaign";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection } from "../support/server.js";

const agent = (model_id) => ({ model_id, type: "outbound", name: model_id, agent: { prompt: "p" } });

const start = () => {
  const agents = [agent("old"), agent("new")];
  const sandbox = createSandbox({ callDuration: 50, webhooks: "off", seed: { agents } });
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch, logLevel: "off" });
  return { sandbox, client, journal: memoryJournal() };
};

const RULES = {
  "no rules": [undefined, 1, 0],
  "a rule for others only": [[{ statuses: ["failed"], after: 0 }], 1, 0],
  "a rule that waits longer": [[{ statuses: ["busy"], after: 1500 }], 2, 1000],
  "the same rule": [[{ statuses: ["busy"], after: 800 }], 2, 0],
};

for (const [name, [recall, calls, least]] of Object.entries(RULES)) {
  test(`who waits to be called once more is, or not, by ${name} of the next run`, async () => {
    const { sandbox, client, journal } = start();
    const options = {
      client,
      journal,
      call: { model_id: "old" },
      people: [{ phone: "+14155550001", name: "busy" }],
      follow: { interval: 20 },
    };
    const first = [{ statuses: ["busy"], after: 800 }];
    const run = await runCampaign({ ...options, recall: first, signal: AbortSignal.timeout(400) });
    assert.equal(run.counts.queued, 1);
    const since = performance.now();
    const { counts } = await runCampaign({ ...options, recall });
    assert.equal(counts.done, 1);
    const placed = sandbox.requests.filter(({ operation }) => operation === "calls.create");
    assert.equal(placed.length, calls);
    assert.ok(performance.now() - since >= least);
  });
}

const [one, two] = [
  { phone: "+14155550123", name: "A" },
  { phone: "+14155550124", name: "B" },
];

test("S16: what a script adds to every object is no time zone of a person", async () => {
  Object.prototype.lead_timezone = "Etc/GMT-2";
  let report;
  try {
    report = await runCampaign({
      client: new Synthflow({ apiKey: "test", fetch: createSandbox().fetch, logLevel: "off" }),
      people: [{ name: "A", phone: "+14155550100" }],
      call: { model_id: "m" },
      window: { from: "00:00", to: "24:00" },
    });
  } finally {
    delete Object.prototype.lead_timezone;
  }
  assert.equal(report.people[0].state, "skipped");
});

test("people are not added to a batch with other params, which would be dropped", async () => {
  const { sandbox, client, journal } = start();
  const call = { model_id: "old", from_phone_number: "+15005550000" };
  const options = { client, journal, follow: { interval: 20 } };
  await runCampaign({ ...options, call, people: [one], batch: true });
  const sent = () => sandbox.requests.filter(({ operation }) => operation === "batchCalls.create");
  for (const [change, expected] of [
    [{ call: { ...call, from_phone_number: "+15005550006" } }, /another from_phone_number; use the same/],
    [{ batch: { trigger_timestamp: 1_895_000_000_000 } }, /another trigger_timestamp; use the same/],
  ]) {
    const given = { ...options, call, people: [one, two], batch: true, ...change };
    await assert.rejects(runCampaign(given), expected);
    assert.equal(sent().length, 1);
    // Nobody is added: the earlier one is followed.
    assert.equal((await runCampaign({ ...given, people: [one] })).counts.done, 1);
  }
  // The agent of a recipient is their own.
  const other = { ...call, model_id: "new" };
  const { counts } = await runCampaign({ ...options, call: other, people: [one, two], batch: true });
  assert.equal(counts.done, 2);
  assert.equal(sent()[1].body.tasks[0].override_model_id, "new");
});

/** Where rows of a database have their fields. */
const rows = {
  inherited: (entry) => Object.create(entry),
  "getters of a class": (entry) =>
    new (class {
      get id() {
        return entry.id;
      }
      get state() {
        return entry.state;
      }
      get phone() {
        return entry.phone;
      }
      get at() {
        return entry.at;
      }
      get call_id() {
        return entry.call_id;
      }
    })(),
  "not enumerable": (entry) =>
    Object.defineProperties(
      {},
      Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, { value, enumerable: false }])),
    ),
};

for (const [what, rowOf] of Object.entries(rows))
  test(`the fields of a journal's entries may be ${what}: nobody is called once more`, async () => {
    const { sandbox, client, journal } = start();
    const given = { client, call: { model_id: "old" }, people: [one, two], follow: { interval: 20 } };
    const stored = { read: async () => journal.entries.map(rowOf), write: journal.write };
    assert.equal((await runCampaign({ ...given, journal: stored })).counts.done, 2);
    assert.equal((await runCampaign({ ...given, journal: { ...stored } })).counts.done, 2);
    const placed = sandbox.requests.filter(({ operation }) => operation === "calls.create");
    assert.equal(placed.length, 2);
  });

const changes = {
  "a number as the state": (entry) => Object.assign(entry, { state: 3 }),
  "no state": (entry) => delete entry.state,
  "another phone": (entry) => Object.assign(entry, { phone: "hashed" }),
  "nothing that is left": (entry) => {
    for (const name of Object.keys(entry)) delete entry[name];
  },
  "a frozen one": (entry) => Object.freeze(entry),
};

for (const [what, change] of Object.entries(changes))
  test(`a journal that makes of its entries ${what} changes no campaign`, async () => {
    const { sandbox, client, journal } = start();
    const write = async (entry) => {
      await journal.write(entry);
      change(entry);
    };
    const given = { client, call: { model_id: "old" }, people: [one, two], follow: { interval: 20 } };
    const signal = AbortSignal.timeout(10_000);
    const { counts } = await runCampaign({ ...given, signal, journal: { read: journal.read, write } });
    assert.equal(counts.done, 2);
    assert.equal(sandbox.requests.filter(({ operation }) => operation === "calls.create").length, 2);
  });

const mistakes = {
  "a field that does not exist": [{ promt: "p" }, "promt"],
  "a value that cannot be": [{ greeting: "" }, "greeting"],
  "a variable that cannot be": [{ custom_variables: [{ key: 5, value: "v" }] }, "custom_variables[0].key"],
};

for (const [what, [params, path]] of Object.entries(mistakes))
  test(`${what} in call, which is that of everybody, ends a campaign, and nobody has failed for it`, async () => {
    const { sandbox, client, journal } = start();
    const given = { client, journal, people: [one, two], follow: { interval: 20 } };
    const pace = { callsPerSecond: 1000, maxInFlight: 2 };
    const wrong = { ...given, pace, call: { model_id: "old", ...params } };
    const error = await rejection(runCampaign(wrong));
    assert.equal(error.name, "ValidationError");
    assert.equal(error.issues[0].path, path);
    assert.ok(journal.entries.every(({ state }) => state === "sending" || state === "queued"));
    assert.equal((await runCampaign({ ...given, call: { model_id: "old" } })).counts.done, 2);
    assert.equal(sandbox.requests.filter(({ operation }) => operation === "calls.create").length, 2);
  });

test("what is wrong in a person's own row makes only them fail, and theirs replaces what is wrong in call", async () => {
  const { client, journal } = start();
  const given = { client, journal, follow: { interval: 20 } };
  const people = [{ ...one, greeting: "" }, two];
  const report = await runCampaign({ ...given, people, call: { model_id: "old", greeting: "Hello" } });
  assert.deepEqual(
    report.people.map(({ state }) => state),
    ["failed", "done"],
  );
  const own = { name: "C", phone: "+14155550125", greeting: "Hello" };
  const call = { model_id: "old", greeting: "" };
  assert.equal((await runCampaign({ ...given, people: [own], call })).counts.done, 1);
});

test("what is wrong in call ends a campaign by batch, and nobody has failed for it", async () => {
  const { client, journal } = start();
  const call = { model_id: "old", from_phone_number: "+15005550000" };
  const given = { client, journal, people: [one, two], batch: true, follow: { interval: 20 } };
  const error = await rejection(runCampaign({ ...given, call: { ...call, lead_email: 5 } }));
  assert.match(error.issues[0].path, /lead_email$/);
  assert.ok(journal.entries.every(({ state }) => state !== "failed"));
  assert.equal((await runCampaign({ ...given, call })).counts.done, 2);
  // In a row of their own it is that person's.
  const people = [{ name: "C", phone: "+14155550125", lead_email: 5 }, two];
  assert.equal((await runCampaign({ ...given, people, call })).counts.failed, 1);
});

test("what is in the params is as it was when the list was read, also if one object is for all, or changes since", async () => {
  const sent = [];
  const all = { value: "all" };
  const fetch = async (_, { body }) => {
    sent.push(JSON.parse(body).custom_variables[0].value);
    all.value = "changed";
    return Response.json({ status: "ok", response: { call_id: `c${sent.length}` } });
  };
  const people = function* () {
    const custom_variables = { value: "" };
    for (const value of ["0", "1"]) {
      custom_variables.value = value;
      yield { phone: `+1415555010${value}`, name: "P", custom_variables };
    }
    yield { phone: "+14155550102", name: "P" };
  };
  const client = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
  const pace = { callsPerSecond: 1000, maxInFlight: 1 };
  const call = { model_id: "m", custom_variables: all };
  await runCampaign({ client, people: people(), call, pace, follow: false, journal: memoryJournal() });
  assert.deepEqual(sent, ["0", "1", "all"]);
});

test("params that are in themselves, have no end, or cannot be read are refused, and nobody waits for a copy", async () => {
  const twice = {};
  Object.assign(twice, { one: twice, two: twice });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const custom_variables of [twice, Object.assign([], { length: 2 ** 32 - 1 }), proxy]) {
    let sent = 0;
    const fetch = async () => {
      sent += 1;
      return Response.json({ status: "ok", response: { call_id: "c" } });
    };
    const client = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
    const people = [{ phone: "+14155550100", name: "P", custom_variables }];
    const run = runCampaign({ client, people, call: { model_id: "m" }, follow: false });
    // What cannot be read at all looks like a campaign without an agent, which ends it.
    const end = await run.then(
      ({ counts }) => (counts.failed === 1 ? "not-sent" : "sent"),
      ({ outcome }) => outcome,
    );
    assert.deepEqual([end, sent], ["not-sent", 0]);
  }
});
