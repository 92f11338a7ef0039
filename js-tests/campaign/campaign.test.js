/** Campaigns: the list, the pace, calling windows, recalls, what ends one, the report. Length: one test after the other, in one world. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { AuthenticationError, Synthflow } from "synthflow-wasm";
import { memoryJournal, progressLine, runCampaign, toCSV, toTable } from "synthflow-wasm/campaign";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection } from "../support/server.js";
import { createWorld } from "./world.js";

const start = async (options, count = 5) => {
  const sandbox = createSandbox({ webhooks: "off", callDuration: 30, ...options });
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch, logLevel: "off" });
  const { data } = await client.agents.list();
  const call = { model_id: data.find(({ type }) => type === "outbound").model_id };
  const people = Array.from({ length: count }, (_, at) => ({
    name: `P${at}`,
    phone: `+1415555${1100 + at}`,
  }));
  const placed = () =>
    sandbox.requests.filter(({ method, path }) => method === "POST" && /\/calls$/.test(path)).length;
  const follow = { interval: 5 };
  return { sandbox, client, people, call, placed, given: { client, people, call, follow } };
};
const fast = { callsPerSecond: 1000, maxInFlight: 3 };
const world = (faults, people, options) =>
  createWorld(faults).start(people, { call: { model_id: "m" }, ...options });
const sam = { name: "Sam", phone: "+14155550123" };

test("everybody is called once, and their calls are followed to the end", async () => {
  const { given, people, placed } = await start();
  const steps = [];
  const report = await runCampaign({
    ...given,
    people: [...people, people[0], { ...people[1], id: "other" }],
    pace: fast,
    onProgress: (progress) => steps.push(progressLine(progress)),
  });
  assert.equal(report.line, "7 people: 5 done, 2 skipped");
  assert.equal(placed(), 5);
  const [first] = report.people;
  assert.deepEqual([first.status, first.attempts, first.state], ["completed", 1, "done"]);
  assert.equal(typeof first.call_id, "string");
  assert.equal(report.people[6].reason, `duplicate of ${people[1].phone.slice(1)}`);
  assert.equal(steps.length, 15);
  assert.equal(steps.at(-1), report.line);
});

test("more calls than the account allows: a 429 holds all, and nobody is lost", async () => {
  const { given, placed } = await start(
    { rateLimits: { callsPerSecond: 3, concurrentCalls: 2, retryAfter: 0.2 } },
    8,
  );
  const report = await runCampaign({ ...given, pace: { callsPerSecond: 100, maxInFlight: 8 } });
  assert.equal(report.line, "8 people: 8 done");
  // All reached the sandbox, and some more than once.
  assert.ok(placed() > 8, `${placed()} requests`);
});

test("a call whose response was lost is found in the list of calls, and is not repeated", async () => {
  const { given, sandbox, placed } = await start();
  sandbox.fail({ operation: "calls.create", reset: true, afterDelivery: true, times: 2 });
  sandbox.fail({ operation: "calls.create", reset: true });
  const lookup = { timeout: 30, interval: 5 };
  const report = await runCampaign({ ...given, pace: fast, lookup });
  assert.equal(report.line, "5 people: 1 unknown, 4 done");
  assert.match(
    report.people.find(({ state }) => state === "unknown").reason,
    /may have been placed; it was not/,
  );
  // The one that was reset before its delivery is not in the log.
  assert.equal(placed(), 4);
});

test("whenNotFound: call calls a person once more", async () => {
  const lost = (_, attempt) => (attempt === 0 ? "dropped" : undefined);
  const { report } = await world(lost, [sam], { whenNotFound: "call" });
  assert.deepEqual([report.people[0].state, report.people[0].attempts], ["done", 2]);
});

test("recall rules: by status and end reason, as often as they say", async () => {
  const { given, people, placed } = await start();
  const busy = { ...people[0], phone: "+14155550001" };
  const recall = [{ statuses: ["busy"], after: 10, times: 2 }];
  const report = await runCampaign({ ...given, people: [people[1], busy], pace: fast, recall });
  assert.deepEqual(
    report.people.map(({ status, attempts }) => [status, attempts]),
    [
      ["completed", 1],
      ["busy", 3],
    ],
  );
  assert.equal(placed(), 4);
});

/** What a world is called with whose calls end for these reasons, one after the other. */
const recallsAfter = async (reasons, recall, entries) => {
  let calls = 0;
  const client = {
    calls: {
      create: async () => ({ call_id: `c${++calls}` }),
      findPlaced: async () => ({ outcome: "not-found", calls: [] }),
      wait: async () => ({ status: "completed", end_call_reason: reasons.shift(), duration: 5 }),
    },
  };
  const journal = memoryJournal(entries);
  const report = await runCampaign({
    client,
    people: [sam],
    call: { model_id: "m" },
    journal,
    pace: fast,
    recall,
  });
  return { attempts: report.people[0].attempts, entries: journal.entries };
};

test("times of a recall rule: only recalls after calls that the rule is about count, also those of earlier runs", async () => {
  const recall = [
    { endReasons: ["voicemail"], after: 1 },
    { endReasons: ["human_did_not_answer"], after: 1, times: 2 },
  ];
  const [voicemail, unanswered] = ["voicemail", "human_did_not_answer"];
  const reasons = () => [voicemail, unanswered, unanswered, unanswered];
  const { attempts, entries } = await recallsAfter(reasons(), recall);
  assert.equal(attempts, 4);
  assert.equal((await recallsAfter([voicemail, unanswered, voicemail], recall)).attempts, 3);
  // A run that ends after any recall goes on counting.
  for (const [at, { state }] of entries.entries()) {
    if (state !== "queued") continue;
    const before = entries.slice(0, at + 1);
    const calls = before.filter((entry) => entry.state === "sending").length;
    const next = await recallsAfter(reasons().slice(calls), recall, structuredClone(before));
    assert.equal(next.attempts, 4, `after ${calls} calls`);
    assert.equal((await recallsAfter([voicemail], recall, structuredClone(before))).attempts, calls + 1);
  }
});

test("who is outside of the calling window waits for it; who has no time zone is skipped", async () => {
  const hour = new Date().getUTCHours();
  const time = (hours) => `${String((hour + hours + 24) % 24).padStart(2, "0")}:00`;
  // Within a day, whatever the time is: the window of an hour before and after this one.
  const [from, to] = hour === 23 ? ["22:00", "24:00"] : [hour === 0 ? "00:00" : time(-1), time(2)];
  if (from > to) return;
  const open = { ...sam, lead_timezone: "UTC" };
  const closed = { name: "Ada", phone: "+14155550124", lead_timezone: "Etc/GMT+12" };
  const none = { name: "Eve", phone: "+14155550125" };
  const controller = new AbortController();
  const onProgress = ({ state }) => state === "done" && controller.abort();
  const window = { from, to };
  const { signal } = controller;
  const { report } = await world(undefined, [none, closed, open], { window, onProgress, signal });
  assert.deepEqual(
    report.people.map(({ state }) => state),
    ["skipped", "queued", "done"],
  );
});

test("an id that is the digits of somebody else's number is another person's", async () => {
  const ada = { id: "14155550123", name: "Ada", phone: "+14155550124" };
  const twice = { ...ada, phone: "+14155550125" };
  for (const people of [
    [sam, ada, twice],
    [ada, sam, twice],
  ]) {
    const { report } = await world(undefined, people);
    assert.deepEqual(
      report.people.map(({ state, reason }) => [state, reason]),
      [
        ["done", undefined],
        ["done", undefined],
        ["skipped", "duplicate of 14155550123"],
      ],
    );
  }
});

test("an empty time zone in a table leaves that of all calls", async () => {
  for (const lead_timezone of ["", "  ", null]) {
    const call = { model_id: "m", lead_timezone: "UTC" };
    const window = { from: "00:00", to: "24:00" };
    const { report } = await world(undefined, [{ ...sam, lead_timezone }], { call, window });
    assert.equal(report.people[0].state, "done", JSON.stringify(lead_timezone));
  }
});

test("a wrong key ends the campaign, and nobody is failed for it", async () => {
  const { given } = await start();
  const journal = memoryJournal();
  const client = new Synthflow({
    apiKey: "wrong",
    fetch: createSandbox({ apiKey: "right" }).fetch,
    logLevel: "off",
  });
  const error = await rejection(
    runCampaign({ ...given, client, call: { model_id: "m" }, journal, pace: fast }),
  );
  assert.ok(error instanceof AuthenticationError);
  assert.ok(journal.entries.every(({ state }) => state === "sending" || state === "queued"));
  assert.equal(journal.entries.at(-1).state, "queued");
});

test("invalid params and refusals make one person failed, with the reason", async () => {
  const { given, people } = await start();
  const wrong = { ...people[0], prompt: "" };
  const report = await runCampaign({ ...given, people: [wrong, people[1]], pace: fast });
  assert.equal(report.line, "2 people: 1 done, 1 failed");
  assert.match(report.people[0].reason, /^prompt: expected a string that is not empty, got ""$/);
});

test("a signal ends it: no further call, those on the way are recorded, and the next run goes on", async () => {
  const { given, placed } = await start({}, 20);
  const journal = memoryJournal();
  const controller = new AbortController();
  const onProgress = ({ counts }) => counts.placed >= 3 && controller.abort();
  const first = await runCampaign({ ...given, journal, pace: fast, onProgress, signal: controller.signal });
  assert.ok(first.counts.queued > 0);
  assert.equal(first.counts.sending, 0);
  const second = await runCampaign({ ...given, journal, pace: fast });
  assert.equal(second.line, "20 people: 20 done");
  assert.equal(placed(), 20);
});

test("a journal that cannot be written, or a callback that throws, ends it before anything else is sent", async () => {
  const { given, placed } = await start();
  const full = new Error("disk full");
  let writes = 0;
  const journal = {
    read: async () => [],
    write: async () => {
      writes += 1;
      if (writes > 1) throw full;
    },
  };
  assert.equal(await rejection(runCampaign({ ...given, journal, pace: { ...fast, maxInFlight: 1 } })), full);
  assert.equal(placed(), 1);
  const thrown = new Error("thrown");
  const onProgress = () => {
    throw thrown;
  };
  const later = memoryJournal();
  const options = { ...given, onProgress, journal: later, pace: { ...fast, maxInFlight: 1 } };
  assert.equal(await rejection(runCampaign(options)), thrown);
  // It was thrown before anything was sent, and nothing is.
  assert.deepEqual(
    later.entries.map(({ state }) => state),
    ["sending", "queued"],
  );
  assert.equal(placed(), 1);
});

test("without following, a placed call is the end", async () => {
  const { given } = await start();
  const report = await runCampaign({ ...given, pace: fast, follow: false });
  assert.equal(report.line, "5 people: 5 placed");
});

test("the report as CSV and as a table: no formula, no line break, no control character", () => {
  const person = { id: "1", phone: "+14155550123", name: '=HYPERLINK("a")', state: "failed", attempts: 1 };
  const report = {
    people: [
      { ...person, reason: 'a,"b"\n\u001b[31m' },
      { ...person, name: "-1+1", id: "@x" },
    ],
  };
  const [header, first] = toCSV(report).split("\r\n");
  assert.equal(header, "id,phone,name,state,attempts,call_id,status,end_call_reason,seconds,reason");
  assert.match(first, /^1,\+14155550123,"'=HYPERLINK\(""a""\)",failed,1,,,,,"a,""b""\n/);
  assert.match(toCSV(report), /\r\n'@x,\+14155550123,'-1\+1,/);
  const table = toTable(report);
  assert.equal(table.split("\n").length, 3);
  assert.ok(!table.includes("\u001b"));
});

test("an option that is undefined or null is the same as none", async () => {
  for (const none of [undefined, null]) {
    const { given, placed } = await start();
    const names = [
      "journal",
      "window",
      "recall",
      "whenNotFound",
      "retryFailed",
      "batch",
      "onProgress",
      "signal",
    ];
    const options = Object.fromEntries(names.map((name) => [name, none]));
    const pace = none === null ? null : { callsPerSecond: undefined, maxInFlight: undefined };
    const { counts } = await runCampaign({ ...given, ...options, pace });
    assert.equal(counts.done, placed());
  }
});

test("options that could not work are refused, before anything is sent", async () => {
  const { given, placed, client, call } = await start();
  const wrong = [
    [undefined, /expected an object of options/],
    [{ ...given, client: {} }, /client/],
    [{ ...given, people: 5 }, /people/],
    [{ ...given, people: [5] }, /people\[0\]/],
    [{ ...given, people: "+14155550123" }, /people/],
    [{ ...given, follow: { intervall: 5 } }, /follow/],
    [{ ...given, lookup: { timeout: 0 } }, /lookup/],
    [{ ...given, onProgress: 5 }, /onProgress/],
    [{ ...given, signal: {} }, /signal/],
    [{ client, people: [sam] }, /people\[0\]\.model_id/],
    [{ ...given, pase: {} }, /no option "pase"; did you mean "pace"/],
    // Anything may be given by mistake.
    [{ ...given, sk_live_1234567890: {} }, /no option of this name; known are client/],
    [{ ...given, people: [{ ...sam, id: NaN }] }, /people\[0\]\.id: expected a string or a safe integer/],
    [{ ...given, people: [{ ...sam, id: 2 ** 53 }] }, /people\[0\]\.id/],
    [{ ...given, pace: { callsPerSecond: 0 } }, /pace/],
    [{ ...given, pace: { maxInFlight: 1.5 } }, /pace/],
    [{ ...given, pace: { maxInFlight: 1e9 } }, /an integer from 1 to 10000/],
    [{ ...given, call: { ...call, phone: "+14155550123" } }, /call\.phone: each of the people has a phone/],
    [{ ...given, call: { ...call, lead_timezone: 0 } }, /call\.lead_timezone: expected an IANA .*, got 0/],
    [{ ...given, call: { ...call, lead_timezone: false } }, /call\.lead_timezone: .*, got false/],
    [{ ...given, call: { ...call, lead_timezone: [] } }, /call\.lead_timezone: .*, got \[\]/],
    [{ ...given, call: { ...call, lead_timezone: 5n } }, /call\.lead_timezone: .*, got bigint/],
    [{ ...given, recall: [{ statuses: new Array(1), after: 1 }] }, /recall\[0\]: expected statuses/],
    [{ ...given, journal: {} }, /journal/],
    [{ ...given, window: { from: "9" } }, /window\.from/],
    [{ ...given, window: { from: "18:00", to: "09:00" } }, /window/],
    [{ ...given, window: { days: ["monday"] } }, /window\.days/],
    [{ ...given, window: { timezone: "Mars" } }, /window\.timezone/],
    [{ ...given, window: { until: "18:00" } }, /window: there is no field of this name; known are from/],
    [{ ...given, recall: {} }, /recall/],
    [{ ...given, recall: [{ after: 5 }] }, /recall\[0\]/],
    [{ ...given, recall: [{ statuses: ["busy"] }] }, /recall\[0\]\.after/],
    [{ ...given, recall: [{ statuses: ["busy"], after: 1, times: 0 }] }, /recall\[0\]\.times/],
    [{ ...given, window: { days: "mon" } }, /window\.days/],
    [{ ...given, whenNotFound: "redial" }, /whenNotFound/],
  ];
  for (const [options, expected] of wrong)
    assert.match((await rejection(runCampaign(options))).message, expected);
  assert.equal(placed(), 0);
});

test("a setting without fields of its own is refused: it would be none", async () => {
  const { given, placed } = await start();
  class Getters {
    get from() {
      return "00:00";
    }
  }
  for (const name of ["call", "pace", "window", "follow", "lookup", "batch"]) {
    for (const value of [
      new Getters(),
      new Map([["from", "00:00"]]),
      Promise.resolve({}),
      Object.create({ from: 1 }),
    ])
      assert.match(
        (await rejection(runCampaign({ ...given, [name]: value }))).message,
        new RegExp(`runCampaign: ${name}: .* has no fields of its own`),
      );
  }
  assert.equal(placed(), 0);
});
