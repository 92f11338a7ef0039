/** Which params are refused, with which status and text. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { QUERY_FIELDS } from "../../pkg-template/generated/query-fields.js";
import { contract } from "../contract/spec.js";
import { startSandbox } from "../support/sandbox.js";

const call = { name: "Sam", phone: "+14155550100" };

test("W32: invalid params get status 400, in the form that the reference has", async () => {
  const { send, agentId } = startSandbox();
  const model_id = await agentId();
  for (const [method, path, body, expected] of [
    ["POST", "/calls", { model_id }, /^phone is missing in the body; name is missing in the body$/],
    ["POST", "/calls", { ...call, model_id, phone: "4155550100" }, /^phone in the body: expected /],
    [
      "POST",
      "/assistants",
      { type: "widgt", name: "A", agent: {} },
      /^type in the body: expected "outbound"/,
    ],
    ["POST", "/contacts", { name: 5, phone_number: "+14155550100" }, /^name in the body: expected a string/],
    ["GET", "/calls", undefined, /^model_id is missing in the query$/],
    ["GET", "/calls?model_id=m&duration_min=x", undefined, /^duration_min in the query: expected an integer/],
    ["GET", "/voices", undefined, /^workspace is missing in the query$/],
    ["GET", "/calls?model_id=m&from_date=soon", undefined, /^from_date in the query: /],
    ["POST", "/actions", {}, /./],
  ]) {
    const { status, json } = await send(method, path, body);
    assert.equal(status, 400, path);
    assert.match(json.detail.description, expected);
    assert.deepEqual(Object.keys(json.detail), ["status", "description", "request_id", "category"]);
  }
});

test("W32: webhook logs and simulations get 422, with the location of each field", async () => {
  const { send } = startSandbox();
  for (const [method, path, body, loc] of [
    ["GET", "/logs?workspace_id=sandbox&page_number=x", undefined, ["query", "page_number"]],
    ["GET", "/logs", undefined, ["query", "workspace_id"]],
    ["POST", "/simulations", { target_agent_id: "a" }, ["body", "simulation_case_id"]],
    ["POST", "/simulation_cases/generate", { agent_id: 5 }, ["body", "agent_id"]],
    ["GET", "/simulations?page_number=x", undefined, ["query", "page_number"]],
  ]) {
    const { status, json } = await send(method, path, body);
    assert.equal(status, 422, path);
    assert.deepEqual(json.detail[0].loc, loc);
    assert.equal(typeof json.detail[0].msg, "string");
  }
  for (const path of ["/simulation_suites", "/simulation_scenarios"]) {
    assert.equal((await send("POST", path, {})).status, 400);
  }
});

test("W32: a limit outside of 1 to 100 is refused, with the text of the API", async () => {
  const { send } = startSandbox();
  for (const path of [
    "/assistants/",
    "/actions",
    "/calls?model_id=m",
    "/voices?workspace=sandbox",
    "/chat",
  ]) {
    for (const limit of [0, -1, 101, 500, 1_000_000_000]) {
      const query = `${path.includes("?") ? "&" : "?"}limit=${limit}`;
      const { status, json } = await send("GET", path + query);
      assert.deepEqual([status, json.detail.description], [400, "Limit must be between 1 and 100."], query);
    }
  }
  assert.equal((await send("GET", "/assistants/?limit=100")).status, 200);
  assert.equal((await send("GET", "/assistants/?limit=1&color=red&page=2")).status, 200);
  assert.equal(
    (await send("GET", "/phonebooks?limit=500")).status,
    200,
    "a name that this list does not have",
  );
});

test("W48: a boolean of a query has any of the forms that FastAPI accepts", async () => {
  const { send, sent, agentId } = startSandbox();
  const model_id = await agentId();
  const forms = [
    ["true True TRUE 1 yes Yes on y t", 1, []],
    ["false False 0 no NO off n f", 0, ["+15005550000"]],
  ];
  await send("PUT", `/assistants/${await agentId("inbound")}`, { phone_number: "+15005550000" });
  for (const [texts, actions, numbers] of forms) {
    for (const text of texts.split(" ")) {
      const [agent] = (await sent("GET", `/assistants/${model_id}?include_actions=${text}`)).assistants;
      assert.equal(agent.actions.length, actions, text);
      const found = await sent("GET", `/numbers?workspace=sandbox&is_available=${text}`);
      assert.deepEqual(
        found.phone_numbers.map(({ number }) => number),
        numbers,
        text,
      );
    }
  }
  for (const text of ["2", "truee", "", "None", "constructor"])
    assert.equal((await send("GET", `/assistants/${model_id}?include_actions=${text}`)).status, 400, text);
  // Not a boolean: texts stay texts, and numbers numbers.
  assert.equal((await send("GET", "/assistants/?limit=True")).status, 400);
  assert.equal((await send("GET", "/contacts?search=Yes")).status, 200);
});

test("W47: an action without its body says which field is missing in it", async () => {
  const { send } = startSandbox();
  const agent = { type: "outbound", name: "A", agent: {} };
  const missing = 'actions[0].SEND_SMS is missing in the body (it is required if type is "SEND_SMS")';
  for (const [action, expected] of [
    [{ type: "SEND_SMS", name: "A" }, missing],
    [
      { type: "SEND_SMS", name: "A", SEND_SMS: { content: "c" } },
      "actions[0].SEND_SMS.instructions is missing in the body",
    ],
  ]) {
    const { status, json } = await send("POST", "/assistants", { ...agent, actions: [action] });
    assert.deepEqual([status, json.detail.description], [400, expected]);
  }
  // Nothing says which of them is meant.
  const { json } = await send("POST", "/actions", {});
  assert.match(
    json.detail.description,
    /^the body: expected exactly one of "REAL_TIME_BOOKING", .* got none$/,
  );
});

test("W48: a field in the wrong part of a request is named, with where it belongs", async () => {
  const { client, send, sent, agentId } = startSandbox();
  const model_id = await agentId();
  const { knowledge_base_id: id } = await client.knowledgeBases.create({ name: "A" });
  const attach = await send("POST", `/knowledge_base/${id}/attach`, { model_id });
  assert.deepEqual(
    [attach.status, attach.json.detail.description],
    [400, "model_id is missing in the query (it was sent in the body)"],
  );
  assert.equal((await sent("POST", `/knowledge_base/${id}/attach?model_id=${model_id}`)).model_id, model_id);
  const detach = await send("POST", `/knowledge_base/${id}/detach?model_id=${model_id}`, {});
  assert.match(
    detach.json.detail.description,
    /^model_id is missing in the body \(it was sent in the query\)$/,
  );
  const placed = await send("POST", `/calls?model_id=${model_id}`, call);
  assert.match(
    placed.json.detail.description,
    /^model_id is missing in the body \(it was sent in the query\)$/,
  );
  const missing = await send("GET", "/assistants/undefined");
  assert.equal(missing.status, 404);
  assert.match(missing.json.detail.description, /the id of the agent is missing/);
});

test("W48: details.phone and details.voice are filled", async () => {
  const { send, agentId } = startSandbox();
  const agent = { type: "inbound", name: "A", agent: { voice_id: "v" }, phone_number: "+14155550100" };
  const created = await send("POST", "/assistants", agent);
  assert.deepEqual(created.json.details, { phone: "+14155550100", voice: "v" });
  const model_id = await agentId();
  await send("PUT", `/assistants/${model_id}/phone_numbers`, { phone_numbers: ["+14155550101"] });
  const updated = await send("PUT", `/assistants/${model_id}`, { name: "B" });
  assert.equal(updated.json.details.phone, "+14155550101");
});

test("the query fields of operations with a body are those of the contract", () => {
  const found = contract.filter(({ http, query }) => !["GET", "DELETE"].includes(http) && query?.length > 0);
  assert.deepEqual(
    Object.fromEntries(found.map(({ name, query }) => [name, query.map((field) => field.name ?? field)])),
    QUERY_FIELDS,
  );
});

test("W39: contacts are paged by limit and offset as well, and the response by number", async () => {
  const { send } = startSandbox();
  for (let index = 0; index < 5; index += 1) await send("POST", "/contacts", { name: `${index}` });
  const { json } = await send("GET", "/contacts?limit=2&offset=2");
  const { items, ...paging } = json.response;
  assert.deepEqual(
    items.map(({ name }) => name),
    ["2", "3"],
  );
  assert.deepEqual(paging, { total: 5, page_size: 2, page_number: 2 });
});

test("W48: times in a query with an offset, in seconds or not, filter; a day that does not exist is refused", async () => {
  const sandbox = createSandbox();
  const client = new Synthflow({ apiKey: "test", region: "us", fetch: sandbox.fetch, logLevel: "off" });
  const [{ model_id: model }] = (await client.agents.list()).data;
  const get = async (from) => {
    const url = `https://api.us.synthflow.ai/v2/calls?model_id=${model}&from_date=${from}`;
    const response = await sandbox.fetch(url, { headers: { authorization: "Bearer test" } });
    return [response.status, (await response.json()).response?.calls?.length];
  };
  await client.calls.create({ model_id: model, name: "Sam", phone: "+14155550100" });
  const all = (await client.calls.list({ model_id: model })).data.length;
  for (const from of [
    "2020-01-01T00:00:00%2B02:00",
    "2020-01-01T00:00:00+02:00",
    "2020-01-01T00:00z",
    "2020-01-01%2000:00:00.123456Z",
    "2020-01-01T00:00:00%2B02",
    "1577836800000",
  ])
    assert.deepEqual(await get(from), [200, all], from);
  assert.deepEqual(await get("2100-01-01T00:00:00-05:00"), [200, 0]);
  for (const from of ["2025-02-29", "2026-02-30T00:00Z", "2026-04-01T10:00 hello", "2026-04-01 10:00 PM"])
    assert.equal((await get(from))[0], 400, from);
});

test("a number has one slug", async () => {
  const sandbox = createSandbox();
  const client = new Synthflow({ apiKey: "test", region: "us", fetch: sandbox.fetch, logLevel: "off" });
  const [agent] = (await client.agents.list()).data;
  await client.agents.attachPhoneNumbers(agent.model_id, { phone_numbers: ["+15005550000"] });
  const { attached_phone_numbers: attached } = await client.agents.get(agent.model_id);
  assert.ok(attached.some(({ slug }) => slug === "15005550000"));
  await client.agents.detachPhoneNumber(agent.model_id, "15005550000");
});
