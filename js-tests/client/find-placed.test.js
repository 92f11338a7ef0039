/** `calls.findPlaced`: what happened to a call whose response was lost. Length: what a host does is written next to each test. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection, reply, startServer, withServer } from "../support/server.js";

const phone = "+14155550123";
const since = Date.now();
const list = (calls, total_records) => ({
  status: "ok",
  response: { calls, ...(total_records !== undefined && { pagination: { total_records } }) },
});
const query = (url) => Object.fromEntries(new URL(url, "http://a").searchParams);

test("a call whose response was lost is found, and one that was never placed is not", async () => {
  const sandbox = createSandbox({ webhooks: "off" });
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch, logLevel: "off" });
  const { data } = await client.agents.list();
  const { model_id } = data.find(({ type }) => type === "outbound");
  sandbox.fail({ operation: "calls.create", reset: true, afterDelivery: true });
  const lost = await rejection(client.calls.create({ model_id, phone, name: "Sam" }));
  assert.equal(lost.outcome, "unknown");
  // With all params of the call, as in the documentation.
  const params = { model_id, phone, name: "Sam", custom_variables: { a: "b" } };
  const found = await client.calls.findPlaced({ ...params, since: lost.startedAt });
  assert.equal(found.outcome, "placed");
  assert.equal(found.call.lead_phone_number, phone);
  assert.deepEqual(found.calls, [found.call]);
  const quick = { timeout: 20, interval: 5 };
  const other = await client.calls.findPlaced({ model_id, phone: "+14155550199", since, ...quick });
  assert.deepEqual(other, { outcome: "not-found", calls: [] });
  await client.calls.create({ model_id, phone, name: "Sam" });
  assert.equal((await client.calls.findPlaced({ model_id, phone, since })).outcome, "ambiguous");
  const except = [found.call.call_id];
  const second = await client.calls.findPlaced({ model_id, phone, since, except });
  assert.equal(second.outcome, "placed");
  assert.notEqual(second.call.call_id, found.call.call_id);
});

test("a call that is listed late is found, and failures of the list in between do not end the search", async () => {
  await withServer(
    (_, response, index) => {
      if (index === 1) return reply(response, 503, { detail: "later" });
      return list(index < 3 ? [] : [{ call_id: "c", lead_phone_number: phone, start_time: `${since}` }]);
    },
    async ({ client, delivered }) => {
      const { calls } = client({ maxRetries: 0 });
      const found = await calls.findPlaced({ model_id: "m", phone, since, interval: 5 });
      assert.deepEqual([found.outcome, found.call.call_id], ["placed", "c"]);
      assert.equal(delivered.length, 4);
      const asked = query(delivered[0].url);
      assert.deepEqual([asked.model_id, asked.lead_phone_number], ["m", phone]);
      assert.equal(Number(asked.from_date), since - 60_000);
      assert.equal(asked.to_date, undefined);
    },
  );
});

test("a connection that is refused does not end the search: the API may be back within the timeout", async () => {
  const down = await startServer(() => undefined);
  await down.close();
  let attempts = 0;
  const onRequest = () => {
    attempts += 1;
  };
  const { calls } = down.client({ maxRetries: 0, onRequest });
  const error = await rejection(calls.findPlaced({ model_id: "m", phone, since, timeout: 50, interval: 5 }));
  assert.deepEqual([error.name, error.outcome], ["APIConnectionError", "unknown"]);
  assert.ok(attempts > 1);
});

test("filters that an API ignores are applied, in any form of numbers and times; all pages are read", async () => {
  const call = (call_id, start_time, lead_phone_number = phone) => ({
    call_id,
    start_time,
    lead_phone_number,
  });
  const until = since + 1000;
  const others = Array.from({ length: 100 }, (_, at) => call(`other-${at}`, since, "+14155550100"));
  const second = [
    call("early", since - 61_000),
    call("late", `${until + 601_000}`),
    call("queued", null, "1 (415) 555-0123"),
  ];
  await withServer(
    ({ url }) => {
      const { offset = 0 } = query(url);
      const pagination = { total_records: 103, limit: 100, offset: Number(offset) };
      return { status: "ok", response: { pagination, calls: offset > 0 ? second : others } };
    },
    async ({ client, delivered }) => {
      const params = { model_id: "m", phone, since: new Date(since), until: new Date(until).toISOString() };
      const found = await client().calls.findPlaced(params);
      assert.deepEqual([found.outcome, found.call?.call_id], ["placed", "queued"]);
      assert.equal(Number(query(delivered[0].url).to_date), until + 600_000);
    },
  );
});

// `tests/placed.rs` and `tests/find_placed.rs` test the client in Rust with the same cases.
test("which calls of a list it may be, by the same cases as in Rust", async () => {
  const { texts, cases, ...defaults } = JSON.parse(
    readFileSync(new URL("../../tests/placed.json", import.meta.url), "utf8"),
  );
  for (const [text, time] of Object.entries(texts)) assert.equal(Date.parse(text), time, text);
  for (const { name, rows, is, refused, ambiguous, ...given } of cases) {
    const fetch = async () => Response.json(list(rows));
    const { calls } = new Synthflow({ apiKey: "test", fetch, logLevel: "off" });
    const search = calls.findPlaced({ model_id: "m", timeout: 1, interval: 1, ...defaults, ...given });
    if (refused) {
      assert.match((await rejection(search)).message, /calls\.findPlaced: ((since|until): )?expected/, name);
      continue;
    }
    const found = await search;
    assert.deepEqual(
      found.calls.map(({ call_id }) => call_id ?? null),
      is,
      name,
    );
    const expected = ambiguous ? "ambiguous" : ["not-found", "placed"][is.length];
    assert.equal(found.outcome, expected ?? "ambiguous", name);
  }
});

test("an id that was rounded, or is none, is of no known call, and its call is not certain", async () => {
  for (const id of ["90071992547409931", '{"a":1}', "true", '["c"]', "5.5"]) {
    const row = `{"call_id":${id},"lead_phone_number":"${phone}"}`;
    const fetch = async () => new Response(`{"status":"ok","response":{"calls":[${row}]}}`);
    const { calls } = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
    const params = { model_id: "m", phone, since, timeout: 1, except: ["90071992547409931", "true", "c"] };
    assert.equal((await calls.findPlaced(params)).outcome, "ambiguous", id);
  }
});

test("a call of a list that lacks another one is not certain", async () => {
  const pagination = { total_records: 2, limit: 100, offset: 0 };
  const row = { call_id: "c", lead_phone_number: phone };
  const fetch = async (url) =>
    Response.json({ response: { calls: /offset/.test(url) ? [] : [row], pagination } });
  const { calls } = new Synthflow({ apiKey: "test", region: "us", fetch, logLevel: "off" });
  assert.equal((await calls.findPlaced({ model_id: "m", phone, since, timeout: 1 })).outcome, "ambiguous");
});

test("what says nothing about the call is no not-found", async () => {
  await withServer(
    (_, response) => reply(response, 503, { detail: "later" }),
    async ({ client }) => {
      const search = client({ maxRetries: 0 }).calls.findPlaced;
      const error = await rejection(search({ model_id: "m", phone, since, timeout: 20, interval: 5 }));
      assert.deepEqual([error.status, error.outcome], [503, "unknown"]);
    },
  );
  await withServer(
    (_, response) => reply(response, 401, { detail: "no" }),
    async ({ client, delivered }) => {
      const error = await rejection(client().calls.findPlaced({ model_id: "m", phone, since }));
      // Of the call: a program that calls again where nothing was sent, or refused, must not.
      assert.deepEqual([error.status, error.outcome], [401, "unknown"]);
      assert.equal(delivered.length, 1);
    },
  );
});

test("a response without a list of calls says nothing: it is an error, not a not-found", async () => {
  for (const body of [{ status: "ok", response: {} }, { response: { calls: null } }, null, {}, "", []]) {
    const fetch = async () => new Response(body === "" ? "" : JSON.stringify(body));
    const { calls } = new Synthflow({ apiKey: "test", fetch, logLevel: "off" });
    const search = calls.findPlaced({ model_id: "m", phone, since, timeout: 1, interval: 1 });
    assert.equal((await rejection(search)).name, "APIResponseError", JSON.stringify(body));
  }
});

test("a list with fewer calls than it says there are is no not-found: the one that is missing may be it", async () => {
  const found = { call_id: "c", lead_phone_number: phone, start_time: since };
  const other = { ...found, lead_phone_number: "+14155550100" };
  const search = (calls, total_records, index) => {
    const fetch = async () =>
      Response.json(list(typeof calls === "function" ? calls(index++) : calls, total_records));
    const client = new Synthflow({ apiKey: "test", fetch, logLevel: "off" });
    return client.calls.findPlaced({ model_id: "m", phone, since, timeout: 20, interval: 1 });
  };
  for (const [calls, total] of [
    [[], 1],
    [[other], 2],
    [[], "3"],
  ]) {
    const error = await rejection(search(calls, total));
    assert.deepEqual([error.name, error.outcome], ["APIResponseError", "unknown"]);
    assert.match(error.message, /the list has fewer calls than it says there are|repeats an earlier page/);
  }
  assert.equal((await search((index) => (index < 2 ? [] : [found]), 1, 0)).outcome, "placed");
  assert.equal((await search([other], 1)).outcome, "not-found");
});

test("a list that never ends does not keep the search", async (t) => {
  let now = 0;
  t.mock.method(performance, "now", () => now);
  let page = 0;
  const fetch = async () => {
    page += 1;
    now += 1000;
    const call = { call_id: `c${page}`, lead_phone_number: "+14155550100", start_time: since };
    const pagination = { total_records: 1e9, limit: 1, offset: page - 1 };
    return Response.json({ status: "ok", response: { calls: [call], pagination } });
  };
  const { calls } = new Synthflow({ apiKey: "test", fetch, logLevel: "off" });
  const error = await rejection(calls.findPlaced({ model_id: "m", phone, since, timeout: 1000 }));
  assert.match(error.message, /too many calls; pass until/);
  // Once: a second search would take as long.
  assert.ok(page < 100, `${page} pages`);
});

test("it can be aborted, and invalid params send nothing", async () => {
  await withServer(
    () => list([]),
    async ({ client, delivered }) => {
      const { calls } = client();
      const signal = AbortSignal.timeout(30);
      const aborted = await rejection(calls.findPlaced({ model_id: "m", phone, since, signal }));
      assert.deepEqual([aborted.name, aborted.outcome], ["APIAbortError", "unknown"]);
      delivered.length = 0;
      const wrong = [
        [undefined, /expected { model_id, phone, since }/],
        [{ model_id: "m", since }, /expected { model_id, phone, since }/],
        [{ model_id: "m", phone: "", since }, /expected { model_id, phone, since }/],
        [{ model_id: "m", phone, since, except: "c" }, /except as a list/],
        [{ model_id: "m", phone }, /expected { model_id, phone, since }/],
        [{ model_id: "m", phone, since: "yesterday" }, /since: expected a Date/],
        [{ model_id: "m", phone, since, until: since - 800_000 }, /until not before it/],
        [{ model_id: "m", phone, since, until: "soon" }, /until: expected a Date/],
        [{ phone, since }, /model_id/],
        // In another spelling, a list that is filtered by it has no such call.
        [{ model_id: "m", phone: "+1 (415) 555-0123", since }, /phone: expected an E.164 phone number/],
        [{ model_id: "m", phone: "14155550123", since }, /phone: .* without a leading \+/],
        [{ model_id: "m", phone: 14155550123, since }, /phone: expected/],
        [{ model_id: "m", phone, since: Date.now() + 3_600_000 }, /since in the past/],
        [{ model_id: "m", phone, since: since * 1000 }, /since: expected a Date/],
        [{ model_id: "m", phone, since: BigInt(since) }, /since: expected a Date/],
        [{ model_id: "m", phone, since, until: BigInt(since) }, /until: expected a Date/],
        [{ model_id: "m", phone, since: "2026-02-30" }, /since: expected a Date/],
        [{ model_id: "m", phone, since: "5" }, /since: expected a Date/],
        [{ model_id: "m", phone, since: true }, /since: expected a Date/],
        [{ model_id: "m", phone, since: 1_767_225_600 }, /since: .*; multiply seconds by 1000/],
        [{ model_id: "m", phone, since, except: [{ call_id: "c" }] }, /except as a list of ids/],
        [{ model_id: "m", phone, since, except: new Array(1) }, /except as a list of ids/],
        [{ model_id: "m", phone, since, except: [undefined] }, /except as a list of ids/],
        [{ model_id: "m", phone, since, untill: since }, /untill: expected no field of this name/],
        [{ model_id: "m", phone, since, exept: ["c"] }, /exept: expected no field of this name/],
        [{ model_id: "m", phone, since, timeout: "5" }, /timeout/],
        // Params of the search, not request options, which would be dropped.
        [{ model_id: "m", phone, since }, /expected { model_id/, { signal: AbortSignal.abort() }],
      ];
      for (const [params, expected, options] of wrong) {
        const error = await rejection(calls.findPlaced(params, options));
        assert.match(error.message, expected);
        // That of the call, which may have been sent with these params by a client that does not validate.
        assert.equal(error.outcome, "unknown");
      }
      assert.equal(delivered.length, 0);
    },
  );
});

test("null is a default, and what a getter of the params throws is passed on", async () => {
  await withServer(
    () => list([{ call_id: "c", lead_phone_number: phone }]),
    async ({ client }) => {
      const { calls } = client();
      const params = { model_id: "m", phone, since, interval: null, timeout: null, signal: null };
      assert.equal((await calls.findPlaced(params)).outcome, "placed");
      const hostile = {
        get phone() {
          throw "a text";
        },
      };
      assert.equal(await rejection(calls.findPlaced(hostile)), "a text");
    },
  );
});

test("each list is one attempt: the search retries by its own clock, and ends soon after its timeout", async () => {
  await withServer(
    (_, response) => reply(response, 503, {}, { "retry-after": "1" }),
    async ({ client, delivered }) => {
      const { calls } = client({ maxRetries: 5 });
      const error = await rejection(
        calls.findPlaced({ model_id: "m", phone, since, timeout: 1, interval: 1 }),
      );
      assert.equal(error.status, 503);
      assert.ok(delivered.length <= 3, `${delivered.length} requests`);
    },
  );
});

test("a page that states a smaller total, or repeats calls of the one before, does not make a list complete", async () => {
  const row = (index) => ({ call_id: `c${index}`, lead_phone_number: "+14155550199" });
  const rows = Array.from({ length: 100 }, (_, index) => row(index));
  const seconds = {
    "no total": [[], undefined],
    "a total of 0": [[], 0],
    "a total of what is there": [[], 100],
    "calls of the page before": [rows.slice(50, 70), 120],
  };
  for (const [what, [calls, total]] of Object.entries(seconds)) {
    await withServer(
      ({ url }) => (query(url).offset ? list(calls, total) : list(rows, 120)),
      async ({ client }) => {
        const search = { model_id: "m", phone, since, timeout: 1, interval: 1 };
        const error = await rejection(client().calls.findPlaced(search));
        assert.match(error.message, /fewer calls than it says there are/, what);
        assert.equal(error.outcome, "unknown", what);
      },
    );
  }
});

test("a list whose last page says that there are more is not complete", async () => {
  const row = (index) => ({ call_id: `c${index}`, lead_phone_number: "+14155550199", start_time: since });
  const found = { ...row("found"), lead_phone_number: phone };
  const rows = Array.from({ length: 99 }, (_, index) => row(index));
  const searched = async (first, second, check) => {
    const respond = ({ url }) => ({
      status: "ok",
      response: { calls: query(url).offset ? second : first, has_more: true },
    });
    await withServer(respond, async ({ client }) => {
      const search = { model_id: "m", phone, since, timeout: 1, interval: 1 };
      await check(client().calls.findPlaced(search));
    });
  };
  const isUnknown = async (search) => assert.equal((await rejection(search)).outcome, "unknown");
  await searched([...rows, row(99)], [], isUnknown);
  await searched([], [], isUnknown);
  await searched([...rows, found], [...rows, found], isUnknown);
  await searched([...rows, found], [], async (search) => assert.equal((await search).outcome, "ambiguous"));
});

test("a list whose server states the limit that was asked for, and has a smaller one, is read to its end", async () => {
  const row = (index, to = "+14155550199") => ({
    call_id: `c${index}`,
    lead_phone_number: to,
    start_time: since,
  });
  const rows = Array.from({ length: 60 }, (_, index) => row(index));
  for (const [at, outcome] of [
    [[40], "placed"],
    [[3, 40], "ambiguous"],
  ]) {
    const calls = rows.map((one, index) => (at.includes(index) ? row(index, phone) : one));
    const respond = ({ url }) => {
      const from = Number(query(url).offset ?? 0);
      return {
        status: "ok",
        response: { calls: calls.slice(from, from + 30), pagination: { limit: 100 } },
      };
    };
    await withServer(respond, async ({ client }) => {
      const search = { model_id: "m", phone, since, timeout: 1, interval: 1 };
      assert.equal((await client().calls.findPlaced(search)).outcome, outcome);
    });
  }
});
