/** What accounts send and callers write in other forms than the reference has: ids, times, numbers in JSON, and errors of status 200. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { check, Synthflow } from "synthflow-wasm";
import { rejection } from "../support/server.js";

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

/** A client whose API has one response for all, and how often it was asked. */
const responding = (body, status = 200) => {
  const state = { requests: 0 };
  const fetch = async () => {
    state.requests += 1;
    return Response.json(body, { status, headers: { "retry-after": "0" } });
  };
  return [new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" }), state];
};

test("S34: a 429 that says that the call exists is not retried, and its outcome is unknown", async () => {
  for (const body of [
    { detail: { status: "success", description: "Too many" } },
    { detail: { status: "queued" } },
    { detail: { call_status: "ringing" } },
    { status: "error", response: { call_status: "in-progress" } },
    { detail: "x", sid: "CA1" },
    { detail: "x", queued: true },
    { detail: "Call queued" },
    { status: "error", message: "call_id=abc123 queued" },
    { detail: '{"status":"ok","response":{"call_id":"c1"}}' },
    { detail: '429: {"call_id":"c1"}' },
    { detail: { status: "error", description: JSON.stringify({ detail: '{"call_id":"c1"}' }) } },
    { detail: "{'call_id': 'c1'}" },
    { detail: "call_id: c1" },
    { detail: "x", callID: "c1" },
    { detail: "x", "call-id": "c1" },
    { detail: "x", CALL_UUID: "c1" },
    { detail: "x", call_ids: ["c1"] },
    { detail: "x", calls: [] },
    { detail: "x", call: {} },
    { detail: "x", ids: ["c1"] },
  ]) {
    const [client, state] = responding(body, 429);
    const { outcome } = await rejection(client.calls.create(call));
    assert.deepEqual([outcome, state.requests], ["unknown", 1], JSON.stringify(body));
  }
  for (const description of ["Too many: a call, id 5", "batch_call_id b1 is running; try later"]) {
    const refusal = { status: "error", description, request_id: "r", category: "c" };
    const [client, state] = responding({ detail: refusal }, 429);
    assert.equal((await rejection(client.calls.create(call))).outcome, "refused");
    assert.equal(state.requests, 3);
  }
});

test("S34: so does one to any request that is not idempotent, by any name of what was created", async () => {
  const media = {
    modelId: "m",
    fromPhoneNumber: "+14155550100",
    toPhoneNumber: "+14155550101",
    leadName: "Sam",
  };
  for (const [body, send] of [
    [{ detail: "x", call_id: "c1" }, (client) => client.calls.startWebSocketMedia(media)],
    [{ detail: { call_id: "c1" } }, (client) => client.calls.startWebSocketMedia(media)],
    [{ detail: "x", message_id: "m1" }, (client) => client.chats.sendMessage("c", { message: "Hi" })],
    [
      { detail: "x", simulation_session_id: "s" },
      (client) => client.simulationSuites.execute("s", { target_agent_id: "a" }),
    ],
  ]) {
    const [client, state] = responding(body, 429);
    assert.deepEqual(
      [(await rejection(send(client))).outcome, state.requests],
      ["unknown", 1],
      JSON.stringify(body),
    );
  }
});

test("S34: a refusal that quotes the response of another server has its id", async () => {
  for (const status of [400, 403, 422]) {
    const [client, state] = responding({ detail: '{"status":"ok","response":{"call_id":"c1"}}' }, status);
    assert.equal((await rejection(client.calls.create(call))).outcome, "unknown");
    assert.equal(state.requests, 1);
  }
});

test("W42: a body of status 200 that is an error is one for updates and deletions, too", async () => {
  for (const body of [
    { detail: { status: "error", description: "no" } },
    { detail: "Not found" },
    { status: "failed" },
    { error: "forbidden", message: "no" },
  ]) {
    const [client] = responding(body);
    for (const send of [
      () => client.contacts.delete("c"),
      () => client.agents.update("a", { name: "A" }),
      () => client.chats.sendMessage("c", { message: "Hi" }),
    ])
      assert.equal((await rejection(send())).outcome, "unknown", JSON.stringify(body));
  }
  for (const body of [
    { status: "ok" },
    { status: "success", message: "Deleted" },
    { message: "Deleted" },
    { error: null, message: "Deleted" },
    {},
  ]) {
    const [client] = responding(body);
    await client.contacts.delete("c");
    await client.agents.update("a", { name: "A" });
  }
});

test("W28: ids have one name in lists, reads and updates, and are strings", async () => {
  const [stores] = responding({ status: "ok", response: { memory_store_id: 7 } });
  assert.equal((await stores.memoryStores.get("m")).id, "7");
  assert.equal((await stores.memoryStores.update("m", { title: "A" })).id, "7");
  const [contacts] = responding({ status: "ok", response: { contacts: [{ id: 7 }] } });
  assert.equal((await contacts.contacts.list()).data[0].id, "7");
  const [actions] = responding({ status: "ok", response: { actions: [{ id: "a" }] } });
  assert.equal((await actions.actions.list()).data[0].action_id, "a");
  assert.equal((await actions.actions.get("a")).action_id, "a");
  const [books] = responding({ status: "ok", response: { phone_book_id: "b" } });
  assert.equal((await books.phoneBooks.create({ name: "A" })).key, "b");
});

test("W10: JSON in a string stays one where JavaScript would round a number in it", async () => {
  const lost = '{"order":12345678901234567890}';
  const actions = {
    a: { return_value: lost, parameters_from_llm: '[1e21, {"b": 9007199254740993}]' },
    b: { return_value: '{"order":"12345678901234567890"}', parameters_hard_coded: '{"x":9007199254740991}' },
  };
  const [client] = responding({
    status: "ok",
    response: { calls: [{ call_id: "c", executed_actions: actions }] },
  });
  const { executed_actions: read } = await client.calls.get("c");
  assert.equal(read.a.return_value, lost);
  assert.equal(read.a.parameters_from_llm, actions.a.parameters_from_llm);
  assert.deepEqual(read.b.return_value, { order: "12345678901234567890" });
  assert.deepEqual(read.b.parameters_hard_coded, { x: 9007199254740991 });
});

const issuesOf = (from_date) => check("calls.list", { model_id: "m", from_date }).length;

test("W20: what follows the minutes of a time is seconds, a fraction and a time zone, or it is no time", () => {
  const day = "2026-04-01";
  for (const time of [
    "",
    "T10:00",
    " 10:00",
    "T10:00:00",
    "T10:00:00.123456",
    "T10:00:00,5",
    "T10:00Z",
    "T10:00:00z",
    "T10:00:00+02:00",
    "T10:00:00-0530",
    "T10:00:00.5+02",
    "T24:00",
  ])
    assert.equal(issuesOf(day + time), 0, time);
  for (const time of [
    " 10:00 PM",
    "T10:00 hello",
    "T10:00:00Z; DROP",
    "T10:00:00Z+02:00",
    "T10:00:00 UTC",
    "T10:00:00[Europe/Berlin]",
    "T10:00:00\u221205:00",
    "T10:00:00 02:00",
    "T10:00:",
    "T10:00:0",
    "T10:00:00.",
    "T10:00+2",
    "T10",
  ])
    assert.equal(issuesOf(day + time), 1, time);
});

test("W20: milliseconds as text are those that responses have", () => {
  assert.equal(issuesOf("1775037600000"), 0);
  for (const text of ["1775037600", "177503760000a", "17750376000000", "-775037600000"])
    assert.equal(issuesOf(text), 1, text);
});

test("W1, W2: a page with other items whose position is wrong is neither lost nor the end", async () => {
  const all = Array.from({ length: 45 }, (_, index) => ({ model_id: `m${index}` }));
  const client = (pageOf) =>
    new Synthflow({
      apiKey: "test",
      region: "us",
      logLevel: "off",
      fetch: async (url) => Response.json({ status: "ok", response: pageOf(new URL(url).searchParams) }),
    });
  for (const total of [undefined, null, 0, -1, ""]) {
    const pagination = { limit: 20, offset: 0, total_records: total };
    const got = [];
    const reading = async () => {
      const list = client((query) => {
        const offset = Number(query.get("offset") ?? 0);
        return { assistants: all.slice(offset, offset + 20), pagination };
      }).agents.list();
      for await (const agent of list) got.push(agent.model_id);
    };
    assert.match((await rejection(reading())).message, /does not say where it begins/);
    assert.equal(got.length, 40);
    // An API that ignores the position says the same of the same items: that is the end.
    const same = client(() => ({ assistants: all.slice(0, 20), pagination }));
    assert.equal((await same.agents.list().toArray()).length, 20);
  }
});

test("W1: has_more next to a total that is reached: the total is not known", async () => {
  const items = Array.from({ length: 20 }, (_, index) => ({ model_id: `m${index}` }));
  const [client] = responding({
    status: "ok",
    response: { assistants: items, pagination: { limit: 20, offset: 0, total_records: 20, has_more: true } },
  });
  assert.equal((await client.agents.list()).total, undefined);
});

test("S22: new cursors that lead to the same items are an error, also where nothing else says that there are more", async () => {
  let cursors = 0;
  const chats = Array.from({ length: 3 }, (_, index) => ({ chat_id: `c${index}` }));
  const fetch = async () => {
    cursors += 1;
    return Response.json({ status: "ok", response: { chats, next_cursor: `n${cursors}` } });
  };
  const client = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
  assert.match((await rejection(client.chats.list().toArray())).message, /repeats an earlier page/);
  assert.equal(cursors, 2);
});
