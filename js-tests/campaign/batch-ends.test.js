/** A batch whose campaign ends: by its signal, a lost response, or a crash. And what a batch cannot carry. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { memoryJournal, runCampaign } from "synthflow-wasm/campaign";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection } from "../support/server.js";

const call = { model_id: "m", from_phone_number: "+15005550000" };
const list = (count) =>
  Array.from({ length: count }, (_, at) => ({
    name: `P${at}`,
    phone: `+1415555${String(at).padStart(4, "0")}`,
  }));
const sam = { name: "Sam", phone: "+14155550123" };

/** An API that knows batches: by `respond`, what happens to the POST with this number, once its tasks are there or before. */
const apiOf = (respond = () => undefined) => {
  const posts = [];
  const tasks = new Map();
  let [name, exists] = ["", false];
  const lost = () => {
    throw new TypeError("connection lost");
  };
  const json = (response) => new Response(JSON.stringify({ status: "ok", response }));
  const fetch = async (url, { method, body }) => {
    const { pathname } = new URL(url);
    if (method === "POST") {
      const given = JSON.parse(body);
      posts.push(given);
      const fault = await respond(posts.length);
      if (fault === "dropped") lost();
      exists = true;
      name = given.name ?? name;
      for (const task of given.tasks) if (!tasks.has(task.id)) tasks.set(task.id, task);
      if (fault === "lost") lost();
      return json({ batch_call_id: "b" });
    }
    if (/\/b$/.test(pathname)) return json({ batch_call_id: "b", status: "completed" });
    const all = [...tasks.values()].map((task) => ({ ...task, status: "dispatched" }));
    if (/tasks|recipients/.test(pathname)) {
      const offset = Number(new URL(url).searchParams.get("offset") ?? 0);
      return json({ tasks: all.slice(offset, offset + 100), pagination: { total_records: all.length } });
    }
    return json({ batch_calls: exists ? [{ batch_call_id: "b", name }] : [] });
  };
  const client = new Synthflow({ apiKey: "test", fetch, logLevel: "off", maxRetries: 0 });
  return { posts, tasks, client };
};
const lookup = { timeout: 20, interval: 5 };
const run = (client, options) => runCampaign({ client, call, lookup, batch: { name: "Spring" }, ...options });

test("after the signal, nothing is sent", async () => {
  const { client, posts } = apiOf();
  const journal = memoryJournal();
  const report = await run(client, { people: list(4), journal, signal: AbortSignal.abort() });
  assert.equal(report.line, "4 people: 4 queued");
  assert.deepEqual([posts, journal.entries], [[], []]);
});

test("a signal during a POST: who was sent is placed, nobody else is sent, and the next run sends them", async () => {
  for (const at of [1, 2]) {
    const controller = new AbortController();
    const { client, posts, tasks } = apiOf((count) => count === at && controller.abort());
    const journal = memoryJournal();
    const report = await run(client, { people: list(20_001), journal, signal: controller.signal });
    assert.equal(posts.length, at);
    assert.deepEqual([report.counts.placed, report.counts.queued], [at * 10_000, 20_001 - at * 10_000]);
    assert.equal(tasks.size, at * 10_000);
    if (at === 1) continue;
    assert.equal((await run(client, { people: list(20_001), journal })).counts.done, 20_001);
    assert.deepEqual(
      posts.slice(at).map(({ tasks }) => tasks.length),
      [1],
    );
  }
});

test("a signal while the client waits for its key: nothing is sent", async () => {
  const controller = new AbortController();
  const { client, posts } = apiOf();
  const apiKey = async () => {
    controller.abort();
    return "test";
  };
  const slow = client.withOptions({ apiKey });
  const journal = memoryJournal();
  assert.equal(
    (await run(slow, { people: list(3), journal, signal: controller.signal })).line,
    "3 people: 3 queued",
  );
  assert.equal(posts.length, 0);
  assert.equal((await run(client, { people: list(3), journal })).line, "3 people: 3 done");
});

test("a signal during a POST whose response is lost: people are unknown, and the next run knows the batch", async () => {
  for (const [fault, sent] of [
    ["lost", 3],
    ["dropped", 0],
  ]) {
    const controller = new AbortController();
    const { client, posts, tasks } = apiOf((count) => {
      if (count > 1) return;
      controller.abort();
      return fault;
    });
    const journal = memoryJournal();
    const report = await run(client, { people: list(3), journal, signal: controller.signal });
    assert.equal(report.line, "3 people: 3 unknown");
    assert.match(report.people[0].reason, /may have this recipient/);
    assert.deepEqual([posts.length, tasks.size], [1, sent]);
    const again = { people: list(3), journal };
    if (fault === "dropped")
      assert.match((await rejection(run(client, again))).message, /may have been created/);
    const last = await run(client, { ...again, whenNotFound: "call" });
    assert.equal(last.line, "3 people: 3 done");
    assert.equal(tasks.size, 3);
  }
});

test("a lost response of a later POST leaves its people unknown, and the next run sends them to the same batch", async () => {
  const { client, tasks } = apiOf((count) => (count === 2 ? "lost" : undefined));
  const journal = memoryJournal();
  const people = list(10_002);
  await rejection(run(client, { people, journal }));
  const last = new Map(journal.entries.map(({ id, state }) => [id, state]));
  assert.equal([...last.values()].filter((state) => state === "unknown").length, 2);
  assert.equal((await run(client, { people, journal })).counts.done, 10_002);
  assert.equal(tasks.size, 10_002);
});

test("a callback that throws ends it, too", async () => {
  const { client, posts } = apiOf();
  const thrown = new Error("thrown");
  const onProgress = () => {
    throw thrown;
  };
  const wrong = { name: 5, phone: "+14155550199" };
  assert.equal(await rejection(run(client, { people: [wrong, ...list(3)], onProgress })), thrown);
  assert.equal(posts.length, 0);
});

test("W38: the number of the person is not suggested as the caller ID", async () => {
  const { client, posts } = apiOf();
  const call = { model_id: "m", from_phone_number: "+14155550100" };
  for (const [field, hint] of [
    ["lead_phone_number", /cannot have it$/],
    ["form_phone_number", /did you mean "from_phone_number"\?$/],
  ]) {
    const people = [{ phone: "+14155550123", name: "Sam", [field]: "+14155550123" }];
    await assert.rejects(
      runCampaign({ client, people, call, batch: { name: "a" }, journal: memoryJournal() }),
      hint,
    );
  }
  assert.equal(posts.length, 0);
});

test("what a batch cannot carry is refused by its name, before anything is sent", async () => {
  const { client, posts } = apiOf();
  for (const [field, value] of Object.entries({
    prompt: "p",
    greeting: "g",
    external_webhook_url: "https://hooks.example/",
    lead_timezone: "Europe/Berlin",
    custom_variable: {},
    pronpt: "",
  })) {
    const journal = memoryJournal();
    const expected = new RegExp(`\\.${field}: not with batch`);
    const own = { people: [sam, { ...sam, [field]: value }], journal };
    assert.match((await rejection(run(client, own))).message, expected);
    assert.match((await rejection(run(client, own))).message, /people\[1\]/);
    const shared = { people: [sam], call: { ...call, [field]: value }, journal };
    assert.match((await rejection(run(client, shared))).message, expected);
    assert.deepEqual(journal.entries, []);
  }
  const others = { people: [{ ...sam, from_phone_number: "+15005550009" }] };
  assert.match((await rejection(run(client, others))).message, /people\[0\]\.from_phone_number/);
  for (const field of ["model_id", "from_phone_number", "tasks", "batch_call_id"])
    assert.match(
      (await rejection(run(client, { people: [sam], batch: { [field]: "m" } }))).message,
      /batch\./,
    );
  assert.match(
    (await rejection(run(client, { people: [{ ...sam, custom_variable: {} }] }))).message,
    /did you mean "custom_variables"/,
  );
  assert.equal(posts.length, 0);
  // What is empty is nothing, and what can be sent is.
  const carried = { lead_email: "sam@example.com", custom_variables: { a: "1" }, model_id: "other" };
  await run(client, {
    people: [{ ...sam, ...carried, prompt: undefined, greeting: null, lead_timezone: "" }],
  });
  assert.deepEqual(posts[0].tasks[0], {
    id: "14155550123",
    to_phone_number: sam.phone,
    lead_name: "Sam",
    lead_email: "sam@example.com",
    custom_variables: { a: "1" },
    override_model_id: "other",
  });
});

test("a batch is restarted from each entry of its journal, with an invalid person in it: nobody is called twice", async () => {
  const sandbox = () => {
    const { fetch } = createSandbox({ webhooks: "off", callDuration: 5 });
    return new Synthflow({ apiKey: "test", fetch, logLevel: "off", maxRetries: 0 });
  };
  const people = [{ name: 5, phone: "+14155550199" }, ...list(6)];
  for (let length = 0; ; length += 1) {
    const client = sandbox();
    const [{ model_id }] = (await client.agents.list()).data;
    const given = { people, call: { ...call, model_id } };
    const journal = memoryJournal();
    await run(client, { ...given, journal });
    if (length > journal.entries.length) break;
    const again = memoryJournal(journal.entries.slice(0, length));
    // Before the first entry, the batch did not exist.
    const { line } = await run(length === 0 ? sandbox() : client, { ...given, journal: again });
    if (length > 0) assert.equal(line, "7 people: 6 done, 1 failed", `${length} entries`);
    const dialed = await client.calls.list({ model_id, limit: 100 }).toArray();
    assert.equal(dialed.length, 6, `${length} entries`);
  }
});

test("a look-up that fails says nothing of a batch whose response was lost: the error is that of the batch", async () => {
  const { client, posts } = apiOf((count) => (count === 1 ? "lost" : undefined));
  const list403 = () => Promise.reject(Object.assign(new Error("no"), { outcome: "refused", status: 403 }));
  const batchCalls = new Proxy(client.batchCalls, {
    get: (target, name) =>
      name === "list" ? () => ({ [Symbol.asyncIterator]: () => ({ next: list403 }) }) : target[name],
  });
  const refusing = new Proxy(client, {
    get: (target, name) => (name === "batchCalls" ? batchCalls : target[name]),
  });
  const journal = memoryJournal();
  const error = await rejection(run(refusing, { people: list(2), journal }));
  assert.equal(error.outcome, "unknown");
  assert.equal((await run(client, { people: list(2), journal })).line, "2 people: 2 done");
  assert.equal(posts.filter(({ name }) => name).length, 1);
});
