/** What must not keep a campaign from ending, nor hide its report; and options that would silently do nothing. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { memoryJournal, runCampaign, toCSV } from "synthflow-wasm/campaign";
import { rejection } from "../support/server.js";

const call = { model_id: "m" };
const list = (count) =>
  Array.from({ length: count }, (_, at) => ({ name: `P${at}`, phone: `+1415555${4000 + at}` }));
const never = () => new Promise(() => {});
const fast = { callsPerSecond: Infinity, maxInFlight: 2 };

const clientOf = () => {
  const sent = [];
  const create = async (params) => {
    sent.push(params);
    return { call_id: `call-${sent.length}` };
  };
  const wait = async () => ({ status: "completed", end_call_reason: "human_goodbye", duration: 5 });
  const findPlaced = async () => ({ outcome: "not-found", calls: [] });
  return { sent, client: { calls: { create, wait, findPlaced } } };
};
const abortSoon = () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error("enough")), 50);
  return controller.signal;
};

test("a signal ends a campaign that waits for the list or the journal", async () => {
  const hangs = [
    [{ people: { [Symbol.asyncIterator]: () => ({ next: never, return: never }) } }, "people"],
    [{ people: [list(1)[0], never()] }, "people"],
    [{ journal: { ...memoryJournal(), read: never } }, "journal.read"],
    [
      {
        journal: {
          ...memoryJournal(),
          read: async () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }),
        },
      },
      "journal.read",
    ],
  ];
  await Promise.all(
    hangs.map(async ([options, what]) => {
      const { client, sent } = clientOf();
      const error = await rejection(
        runCampaign({ client, people: list(3), call, pace: fast, signal: abortSoon(), ...options }),
      );
      // Without both, it is not known who was called.
      assert.equal(error.message, `runCampaign: stopped while waiting for ${what}`);
      assert.equal(error.cause.message, "enough");
      assert.equal(sent.length, 0);
    }),
  );
});

test("a signal ends a campaign whose journal hangs while it writes, with the report", async () => {
  const hang = (state) => {
    const journal = memoryJournal();
    const write = (entry) => (entry.state === state ? never() : journal.write(entry));
    return { read: journal.read, write };
  };
  const run = async (state, batch) => {
    const { client, sent } = clientOf();
    const create = async () => {
      sent.push(1);
      return { batch_call_id: "b" };
    };
    client.batchCalls = { create, list: async function* () {} };
    const options = { client, people: list(3), call, pace: fast, journal: hang(state), signal: abortSoon() };
    if (batch)
      Object.assign(options, {
        batch,
        pace: undefined,
        call: { ...call, from_phone_number: "+15005550000" },
      });
    return [(await runCampaign(options)).line, sent.length];
  };
  const results = await Promise.all([
    run("sending"),
    run("placed"),
    run("sending", true),
    run("placed", true),
  ]);
  assert.deepEqual(results, [
    // Nobody was called, and those who were are not "queued".
    ["3 people: 3 queued", 0],
    ["3 people: 1 queued, 2 sending", 2],
    ["3 people: 3 queued", 0],
    ["3 people: 3 sending", 1],
  ]);
});

test("a signal does not cut off a journal that is only slow", async () => {
  const journal = memoryJournal();
  const controller = new AbortController();
  const write = async (entry) => {
    if (entry.state === "placed") controller.abort();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await journal.write(entry);
  };
  const { client } = clientOf();
  const options = { client, people: list(1), call, journal: { read: journal.read, write }, follow: false };
  assert.equal((await runCampaign({ ...options, signal: controller.signal })).line, "1 people: 1 placed");
  assert.equal(journal.entries.at(-1).state, "placed");
});

test("a signal ends the reading of a list or a journal that has no end, though each item comes soon", async () => {
  const endless = async function* (item) {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      yield item;
    }
  };
  const journal = {
    ...memoryJournal(),
    read: async () => endless({ id: "14155559999", at: 1, phone: "+14155559999", state: "queued" }),
  };
  for (const options of [{ people: endless(list(1)[0]) }, { people: list(1), journal }]) {
    const { client, sent } = clientOf();
    const error = await rejection(runCampaign({ client, call, signal: abortSoon(), ...options }));
    assert.match(error.message, /^runCampaign: stopped while waiting for (people|journal\.read)$/);
    assert.equal(sent.length, 0);
  }
});

test("a journal that cannot be closed does not hide the report, nor another error", async () => {
  const closes = [
    never,
    () => Promise.reject(new Error("close")),
    () => {
      throw new Error("close");
    },
  ];
  await Promise.all(
    closes.map(async (close) => {
      const given = { client: clientOf().client, people: list(3), call, pace: fast };
      const { line } = await runCampaign({ ...given, journal: { ...memoryJournal(), close } });
      assert.equal(line, "3 people: 3 done");
      const failing = { ...memoryJournal(), close, write: () => Promise.reject(new Error("write")) };
      assert.equal((await rejection(runCampaign({ ...given, journal: failing }))).message, "write");
    }),
  );
});

test("a journal whose read returns no entries is named, and nobody is called", async () => {
  for (const [read, got] of [
    [undefined, "undefined"],
    [null, "null"],
    [{}, "object"],
    [{ entries: [] }, "object"],
    ["[]", "string"],
    [0, "number"],
  ]) {
    const { client, sent } = clientOf();
    const journal = { ...memoryJournal(), read: async () => read };
    const error = await rejection(runCampaign({ client, people: list(1), call, journal }));
    const message = `runCampaign: journal.read: expected the entries as a list, got ${got}`;
    assert.deepEqual([error.name, error.message, sent.length], ["TypeError", message, 0]);
  }
});

test("a journal object is used by one campaign at a time, over all copies of the package", async () => {
  const copy = createRequire(import.meta.url)("synthflow-wasm/campaign");
  assert.notEqual(copy.runCampaign, runCampaign);
  const journal = memoryJournal();
  const { client, sent } = clientOf();
  const given = { client, people: list(5), call, pace: fast, journal };
  const first = runCampaign(given);
  assert.match((await rejection(copy.runCampaign(given))).message, /another campaign is using it/);
  assert.equal((await first).line, "5 people: 5 done");
  assert.equal((await copy.runCampaign(given)).line, "5 people: 5 done");
  assert.equal(sent.length, 5);
});

test("a status that no call ends with is refused, with the one that was meant", async () => {
  const { client, sent } = clientOf();
  for (const [status, meant] of [
    ["Completed", "completed"],
    ["no_answer", "no-answer"],
    ["cancelled", "canceled"],
    ["in-progress", undefined],
  ]) {
    const recall = [{ statuses: ["busy", status], after: 1 }];
    const { message } = await rejection(runCampaign({ client, people: list(1), call, recall }));
    assert.ok(message.includes(`recall[0].statuses: no call ends as "${status}"`), message);
    if (meant) assert.ok(message.includes(`did you mean "${meant}"`), message);
  }
  assert.equal(sent.length, 0);
});

test("a person with an invalid time zone is not called by the clock of another place, and the reason is in the report", async () => {
  const zones = ["UTC+5", "PST8", "America/New York", "+05:30", "Berlin", "EST5EDT ", 5, {}];
  const people = zones.map((lead_timezone, at) => ({ ...list(zones.length)[at], lead_timezone }));
  for (const window of [undefined, { timezone: "Europe/Berlin" }, { from: "00:00" }]) {
    const { client, sent } = clientOf();
    const journal = memoryJournal();
    const report = await runCampaign({ client, people, call, pace: fast, window, journal });
    assert.equal(sent.length, 0);
    for (const [at, { state, attempts, reason }] of report.people.entries()) {
      assert.deepEqual([state, attempts], ["failed", 0]);
      assert.ok(reason.startsWith("lead_timezone: expected an IANA time zone"), reason);
      assert.ok(reason.endsWith(`got ${JSON.stringify(zones[at])}`), reason);
    }
    // Whoever corrects the list says so, as after any other failure.
    const right = { client, people: list(zones.length), call, pace: fast, journal, retryFailed: true };
    assert.equal((await runCampaign(right)).counts.done, zones.length);
  }
});

test("who was called keeps what is known of it, whatever the next list has; one for everybody is refused", async () => {
  const journal = memoryJournal();
  const { client, sent } = clientOf();
  const given = { client, people: list(1), call, pace: fast, journal };
  await runCampaign({ ...given, follow: false });
  const people = [{ ...list(1)[0], lead_timezone: "Berlin" }];
  assert.equal((await runCampaign({ ...given, people })).line, "1 people: 1 done");
  const shared = { ...given, call: { ...call, lead_timezone: "PST8" } };
  assert.match(
    (await rejection(runCampaign(shared))).message,
    /call\.lead_timezone: expected an IANA time zone/,
  );
  assert.equal(sent.length, 1);
});

test("no cell of the CSV is a formula for any separator, nor has escape sequences", () => {
  const cellOf = (name) =>
    toCSV({ people: [{ id: "1", phone: "+14155550123", name, state: "done", attempts: 1 }] })
      .split("\r\n")
      .slice(1)
      .join("\r\n")
      .split(",+14155550123,")[1]
      .split(",done,")[0];
  for (const [name, expected] of [
    ["x;=1+1", `"x;'=1+1"`],
    ["x;\u200b=1", `"x;\u200b'=1"`],
    [";=1", `";'=1"`],
    ["\t@a", `"'\t'@a"`],
    ["a|-1", "a|'-1"],
    ["a\n+1", `"a\n'+1"`],
    ["\u200b=1", "'\u200b=1"],
    ["\u2060\u00ad\ufe0f\u3164-1", "'\u2060\u00ad\ufe0f\u3164-1"],
    ["\u00a0=1", "'\u00a0=1"],
    ["\uff1d1", "'\uff1d1"],
    ["\u001b[2J", " [2J"],
    ["\u009b31m", " 31m"],
    ["a\u202eb", "a b"],
    ["\0=1", "' =1"],
    ["+14155550124", "+14155550124"],
    ["+1;=1", `"'+1;'=1"`],
    ["Ann-Marie = x", "Ann-Marie = x"],
    ["\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"],
  ])
    assert.equal(cellOf(name), expected, JSON.stringify(name));
});
