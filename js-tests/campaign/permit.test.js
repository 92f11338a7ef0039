/** What waits in the client when the window closes or the signal fires is not sent; and the pace is that of what is sent. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { memoryJournal, runCampaign } from "synthflow-wasm/campaign";
import { createPermit } from "../../pkg-template/campaign/permit.js";

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const list = (count) =>
  Array.from({ length: count }, (_, at) => ({ name: `P${at}`, phone: `+1415555${3000 + at}` }));
const json = (body, init) => new Response(JSON.stringify(body), init);

/** A client whose requests are recorded; `respond` may take long, or return another response. */
const clientOf = (options = {}, respond = () => undefined) => {
  const posts = [];
  const fetch = async (url, init) => {
    const { phone } = JSON.parse(init.body);
    posts.push({ at: Date.now(), phone, path: new URL(url).pathname });
    return (await respond(posts.length, url)) ?? json({ status: "ok", response: { call_id: `c-${phone}` } });
  };
  return { posts, client: new Synthflow({ apiKey: "test", logLevel: "off", fetch, ...options }) };
};

const slowKey = () => pause(500).then(() => "test");
const block = () => {
  for (const end = performance.now() + 500; performance.now() < end; );
};
const redirectLate = async (count, url) => {
  await pause(500);
  if (count === 1) return json({}, { status: 307, headers: { location: `${new URL(url).pathname}/` } });
};

/** What may keep a call in the client, and how many requests are sent before the end, which comes after 300 milliseconds. */
const HOLDS = {
  "a pace": [{ pace: { callsPerSecond: 5 } }, undefined, 2],
  "a limit of requests at once": [{ pace: { maxInFlight: 1 } }, () => pause(200), 2],
  "a function of the key": [{ apiKey: slowKey }, undefined, 0],
  "a redirect to the other slash form": [{}, redirectLate, 5],
};

const run = (client, options) =>
  runCampaign({
    client,
    people: list(5),
    call: { model_id: "m" },
    pace: { callsPerSecond: 1000, maxInFlight: 5 },
    follow: false,
    ...options,
  });

/** Everybody is "placed" with a request, or "queued" without one and without an attempt. */
const judge = ({ people }, posts, what) => {
  const sent = new Set(posts.map(({ phone }) => phone));
  for (const { phone, state, attempts, call_id } of people) {
    if (state === "placed") assert.equal(call_id, `c-${phone}`, what);
    else assert.deepEqual([state, attempts], ["queued", 0], `${what}: ${phone}`);
    if (what !== "a redirect to the other slash form")
      assert.equal(sent.has(phone), state === "placed", what);
  }
};

test("nothing is sent after the window has closed, whatever the client waits for", async (t) => {
  const closing = Date.parse("2026-11-26T18:00:00Z");
  const { now } = Date;
  let offset = 0;
  t.mock.method(Date, "now", () => now() + offset);
  const holds = { ...HOLDS, "a callback that blocks": [{ onRequest: block }, undefined, 0] };
  for (const [what, [options, respond, most]] of Object.entries(holds)) {
    offset = closing - 300 - now();
    const { client, posts } = clientOf(options, respond);
    const window = { from: "09:00", to: "18:00", timezone: "UTC" };
    const report = await run(client, { window, signal: AbortSignal.timeout(1500) });
    assert.ok(posts.length >= Math.min(most, 1) && posts.length <= most + 1, `${what}: ${posts.length} sent`);
    for (const { at } of posts) assert.ok(at < closing, `${what}: sent ${at - closing} ms after the end`);
    judge(report, posts, what);
  }
});

test("nothing is sent after the signal has fired, and what was sent is recorded", async () => {
  for (const [what, [options, respond, most]] of Object.entries(HOLDS)) {
    const { client, posts } = clientOf(options, respond);
    const journal = memoryJournal();
    const controller = new AbortController();
    const before = performance.now();
    setTimeout(() => controller.abort(), 300);
    const report = await run(client, { journal, signal: controller.signal });
    // What waits for a pace or a key is not waited for.
    if (respond === undefined) assert.ok(performance.now() - before < 470, what);
    const { length } = posts;
    assert.ok(length >= Math.min(most, 1) && length <= most + 1, `${what}: ${length} sent`);
    judge(report, posts, what);
    const last = new Map(journal.entries.map(({ phone, state }) => [phone, state]));
    for (const { phone, state } of report.people) assert.equal(last.get(phone) ?? "queued", state, what);
    await pause(300);
    assert.equal(posts.length, length, what);
    // The next run calls exactly the others.
    const other = clientOf();
    assert.equal((await run(other.client, { journal })).line, "5 people: 5 placed");
    const placed = report.people.filter(({ state }) => state === "placed");
    assert.equal(other.posts.length, 5 - placed.length, what);
  }
});

test("a request that is on its way at the signal is not aborted", async () => {
  const controller = new AbortController();
  const { client } = clientOf({}, async () => {
    controller.abort();
    await pause(50);
  });
  const report = await run(client, { people: list(1), signal: controller.signal });
  assert.equal(report.line, "1 people: 1 placed");
});

test("an error that is not of the signal keeps its meaning, also after it has fired", async () => {
  for (const [status, body, state] of [
    [422, { detail: "no" }, "failed"],
    [503, "busy", "unknown"],
  ]) {
    const controller = new AbortController();
    const { client } = clientOf({}, async () => {
      controller.abort();
      return json(body, { status });
    });
    const report = await run(client, { people: list(1), signal: controller.signal });
    assert.equal(report.people[0].state, state);
  }
});

test("a client that does not report when it sends: what its errors say of an attempt counts", () => {
  const permit = createPermit(() => true);
  permit.withdraw();
  assert.equal(permit.explains({ outcome: "unknown" }), false);
  assert.equal(permit.explains({ outcome: "refused", status: 422 }), false);
  assert.equal(permit.explains({ outcome: "not-sent", issues: [] }), false);
  assert.equal(permit.explains({ outcome: "not-sent" }), true);
});

test("the pace counts when a call is sent, also if all wait for one key", async () => {
  let key;
  const { client, posts } = clientOf({
    apiKey: () => {
      key ??= pause(300).then(() => "test");
      return key;
    },
  });
  await run(client, { pace: { callsPerSecond: 20, maxInFlight: 5 } });
  assert.equal(posts.length, 5);
  for (const [at, { at: time }] of posts.entries())
    if (at > 0) assert.ok(time - posts[at - 1].at >= 40, `${time - posts[at - 1].at} ms`);
});

test("a run that follows another one waits for the pace, and never longer than it says", async () => {
  const journal = memoryJournal();
  const pace = { callsPerSecond: 5, maxInFlight: 1 };
  const times = [];
  for (let start = 0; start < 3; start += 1) {
    const { client, posts } = clientOf();
    const controller = new AbortController();
    const onProgress = ({ state }) => state === "placed" && controller.abort();
    await run(client, { journal, pace, onProgress, signal: controller.signal });
    times.push(...posts.map(({ at }) => at));
  }
  assert.equal(times.length, 3);
  for (const at of [1, 2]) assert.ok(times[at] - times[at - 1] >= 190, `${times[at] - times[at - 1]} ms`);
  // Somebody has turned back the clock since.
  for (const entry of journal.entries) entry.at += 3_600_000;
  const { client } = clientOf();
  const before = performance.now();
  assert.equal((await run(client, { journal, pace })).line, "5 people: 5 placed");
  assert.ok(performance.now() - before < 1000);
});

test("the pace of the run before counts for whom it called, also if they are in the list no more, or it crashed", async () => {
  const sending = { id: "x", phone: "+14155559999", model_id: "m", attempts: 1, state: "sending" };
  const others = {
    "who was placed": [
      { ...sending, at: Date.now() - 10_000 },
      { ...sending, state: "placed", call_id: "c", at: Date.now() },
    ],
    "a crash while a call was sent": [{ ...sending, at: Date.now() - 10_000 }],
  };
  for (const [what, entries] of Object.entries(others)) {
    const { client, posts } = clientOf();
    const before = Date.now();
    for (const entry of entries) if (entry.state === "placed") entry.at = before;
    const pace = { callsPerSecond: 4, maxInFlight: 1 };
    await run(client, { journal: memoryJournal(entries), pace, people: list(1) });
    assert.equal(posts.length, 1, what);
    assert.ok(posts[0].at - before >= 240, `${what}: ${posts[0].at - before} ms`);
  }
});
