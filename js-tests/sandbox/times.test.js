/** Times in queries: in which forms they are read, and which are refused. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { startSandbox } from "../support/sandbox.js";

const call = { name: "Sam", phone: "+14155550100" };

test("W48: dates are milliseconds, YYYY-MM-DD or ISO 8601; to_date is exclusive", async () => {
  const { client, sent, agentId, now } = startSandbox();
  const model_id = await agentId();
  await client.calls.create({ ...call, model_id });
  const total = async (query) =>
    (await sent("GET", `/calls?${new URLSearchParams({ model_id, ...query })}`)).pagination.total_records;
  for (const [query, expected] of [
    [{ from_date: "2026-11-25" }, 1],
    [{ from_date: "2026-11-26" }, 0],
    [{ to_date: "2026-11-25" }, 0],
    [{ from_date: "2026-11-25", to_date: "2026-11-26" }, 1],
    [{ from_date: "2026-11-25T12:00:00Z" }, 1],
    [{ from_date: "2026-11-25T12:00:00" }, 1],
    [{ from_date: "2026-11-25T13:00:01+01:00" }, 0],
    [{ to_date: "2026-11-25T12:00:00.000Z" }, 0],
    [{ from_date: now() }, 1],
    [{ to_date: now() }, 0],
    [{ to_date: now() + 1 }, 1],
  ]) {
    assert.equal(await total(query), expected, JSON.stringify(query));
  }
});

test("W48: a time may have an offset, whose + may have become a space, and may be milliseconds", async () => {
  const { client, sent, agentId, now } = startSandbox();
  const model_id = await agentId();
  await client.calls.create({ ...call, model_id });
  const total = async (query) =>
    (await sent("GET", `/calls?model_id=${model_id}&${query}`)).pagination.total_records;
  // The call was placed at 12:00 UTC.
  for (const [time, expected] of [
    ["2026-11-25T14:00:00%2B02:00", 1],
    ["2026-11-25T14:00:00+02:00", 1],
    ["2026-11-25T14:00:01+02:00", 0],
    ["2026-11-25%2014:00+0200", 1],
    ["2026-11-25T14:00:00.001+02", 0],
    ["2026-11-25T10:00:00-02:00", 1],
    ["2026-11-25T10:00:00.123456-02:00", 0],
    ["2026-11-25T12:00:00z", 1],
    ["2026-11-25T12:00:01z", 0],
    ["2026-11-25T12:00:00.000000Z", 1],
    [`${now()}`, 1],
    [`${now() + 1}`, 0],
  ]) {
    assert.equal(await total(`from_date=${time}`), expected, time);
    assert.equal(await total(`to_date=${time}`), 1 - expected, time);
  }
});

test("W48: a text that is not a time is refused wherever a query has times", async () => {
  const { send } = startSandbox();
  for (const text of [
    "2026-02-30",
    "2025-02-29",
    "2026-02-30T10:00:00Z",
    "2026-04-01T10:00 hello",
    "2026-04-01T10:00:00 PM",
    "2026-04-01 10:00 PM",
    "2026-04-01T10:00 Europe/Berlin",
    "2026-04-01T10:00:60Z",
    "2026-04-01T10:00+25:00",
  ]) {
    for (const [path, field, expected] of [
      ["/calls?model_id=m", "from_date", 400],
      ["/calls?model_id=m", "to_date", 400],
      ["/analytics/?type_of_call=outbound", "to_date", 400],
      ["/simulation_suites?page_size=5", "start_date", 400],
      ["/simulation_scenarios?page_size=5", "end_date", 400],
      ["/simulations/sessions?page_size=5", "start_date", 400],
      ["/simulations?page_size=5", "start_date", 422],
      ["/logs?workspace_id=sandbox", "from_date", 422],
    ]) {
      const { status, json } = await send("GET", `${path}&${field}=${encodeURIComponent(text)}`);
      assert.equal(status, expected, `${path} ${field} ${text}`);
      if (status === 400)
        assert.match(json.detail.description, new RegExp(`^${field} in the query: expected `));
      else assert.deepEqual(json.detail[0].loc, ["query", field]);
    }
  }
  assert.equal(
    (await send("GET", "/assistants/?from_date=2026-02-30")).status,
    200,
    "not a field of this list",
  );
  const contact = await send("POST", "/contacts?from_date=2026-02-30", { name: "A" });
  assert.equal(contact.status, 200, "not a field of this operation");
});

test("W48: webhook logs, analytics and simulations are filtered by a time whose + has become a space", async () => {
  const { client, send, sent } = startSandbox();
  await client.simulationScenarios.create({ name: "A", description: "d" });
  for (const [from, expected] of [
    ["2026-11-25T14:00:00+02:00", 1],
    ["2026-11-25T14:00:01+02:00", 0],
  ])
    assert.equal((await sent("GET", `/simulation_scenarios?start_date=${from}`)).total, expected, from);
  const range = "from_date=2026-11-20T14:00:00+02:00&to_date=2026-11-25T14:00:00+02:00";
  assert.equal((await send("GET", `/analytics/?${range}`)).status, 200);
  assert.equal((await send("GET", `/logs?workspace_id=sandbox&${range}`)).status, 200);
});
