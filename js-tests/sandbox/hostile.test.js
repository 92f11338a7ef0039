/**
 * The sandbox responds to anything a client sends, and remains consistent: every operation with every invalid body, and
 * every write with junk in the fields that only the sandbox sets.
 *
 * Length: one of every resource must exist, for each type of invalid request.
 */

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { createSandbox } from "synthflow-wasm/sandbox";
import { operations } from "../../pkg-template/generated/operations.js";
import { sample } from "../contract/cases.js";
import { contract } from "../contract/spec.js";

const base = "https://api.synthflow.ai/v2";
const right = new Map(contract.map(({ name, params }) => [name, params ? sample(params, "", true) : {}]));
let sandbox;
let reported;

beforeEach(() => {
  sandbox = createSandbox({ callDuration: 0, webhooks: "off" });
  reported = mock.method(console, "error", () => {});
});
afterEach(() => reported.mock.restore());

const send = async (method, path, body) => {
  const init = { method, headers: { authorization: "Bearer test" } };
  if (method !== "GET" && method !== "HEAD") init.body = body;
  const response = await sandbox.fetch(`${base}${path}`, init);
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith("{") ? JSON.parse(text) : undefined };
};

const operationOf = (wanted) => operations.find(({ name }) => name === wanted);

/** Calls an operation; its path has at most one parameter. */
const make = async (name, body, id) => {
  const { method, path } = operationOf(name);
  const { status, text, json } = await send(method, path.replace(/\{\w+\}/, id), JSON.stringify(body));
  assert.equal(status, 200, text);
  return json.response;
};

/** Creates one of every resource; returns their ids. */
const fill = async () => {
  const { assistants } = (await send("GET", "/assistants/")).json.response;
  const agent = assistants[0].model_id;
  await make("agents.update", { external_webhook_url: "https://example.com/hook" }, agent);
  const { call_id } = await make("calls.create", { model_id: agent, phone: "+14155550100", name: "Sam" });
  const task = { to_phone_number: "+14155550100", id: "a" };
  const from = { from_phone_number: "+15005550000" };
  const batch = (await make("batchCalls.create", { model_id: agent, ...from, tasks: [task] })).batch_call_id;
  const kb = (await make("knowledgeBases.create", { name: "A" })).knowledge_base_id;
  const source = await make("knowledgeBases.sources.create", { type: "text", name: "A", content: "B" }, kb);
  const book = (await make("phoneBooks.create", { name: "A" })).key;
  const number = { phone_number: "+14155550100", transfer_condition: "a" };
  const entry = await make("phoneBooks.entries.create", number, book);
  const account = await make("subaccounts.create", { subaccount_name: "A" });
  const contact = (await make("contacts.create", { name: "A", phone_number: "+14155550100" })).id;
  const memory = (await make("memoryStores.create", { title: "A" })).id;
  const suite = (await make("simulationSuites.create", { name: "A", model_id: agent })).id;
  const scenario = (await make("simulationScenarios.create", { name: "A", description: "B" })).id;
  return { agent, call_id, batch, kb, source, book, entry, account, contact, memory, suite, scenario };
};

/** The value of each path parameter, if the sandbox has such a resource; otherwise arbitrary text. */
const pathOf = ({ path }, ids) =>
  path.replace(/\{(\w+)\}/g, (_, name) => {
    const known = {
      model_id: ids.agent,
      assistant_id: ids.agent,
      agent_id: ids.agent,
      workspace_id: "sandbox",
      batch_call_id: ids.batch,
      call_id: ids.call_id,
      action_id: "sandbox-action-1",
      phone_number_slug: "15005550000",
      id: ids.kb,
      knowledge_base_id: ids.kb,
      source_id: ids.source.source_id,
      phone_book_id: ids.book,
      entry_id: ids.entry.key,
      subaccount_id: ids.account.subaccount_id,
      contact_id: ids.contact,
      memory_store_id: ids.memory,
      suite_id: ids.suite,
      scenario_id: ids.scenario,
    };
    return encodeURIComponent(known[name] ?? "some id");
  });

const reads = operations.filter(({ method }) => method === "GET");
const writes = operations.filter(({ method }) => method !== "GET" && method !== "DELETE");

/** The query parameters that an operation requires. */
const queryOf = ({ name }, ids) => {
  const given = right.get(name) ?? {};
  const pairs = Object.entries(given).filter(([, value]) => typeof value !== "object");
  const query = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]));
  for (const key of ["model_id", "target_agent_id", "agent_id"])
    if (query.has(key)) query.set(key, ids.agent);
  for (const key of ["workspace", "workspace_id"]) if (query.has(key)) query.set(key, "sandbox");
  query.delete("cursor");
  return query.size > 0 ? `?${query}` : "";
};

/** Asserts that all reads respond, with and without a query, and that all resources still exist. */
const isWhole = async (ids, why) => {
  for (const operation of reads) {
    for (const query of [queryOf(operation, ids), "?search=a", ""]) {
      const { status, text } = await send("GET", pathOf(operation, ids) + query);
      assert.ok(status < 500, `${why}: ${operation.name}${query} ${status} ${text}`);
    }
  }
  for (const { name, path } of reads.filter(
    ({ responseKind, path }) => responseKind === "page" && !path.includes("{"),
  )) {
    const { status, text } = await send("GET", path + queryOf({ name }, ids));
    assert.equal(status, 200, `${why}: ${name} ${text}`);
  }
  assert.deepEqual(
    reported.mock.calls.map(({ arguments: [line] }) => line).filter((line) => / 500 /.test(line)),
    [],
    why,
  );
};

const nested = (depth, open, close) => `${open.repeat(depth)}1${close.repeat(depth)}`;

test("S28: bodies that are not an object, or nested too deeply, get a 4xx from every operation", async () => {
  const ids = await fill();
  const bodies = {
    null: 400,
    5: 400,
    true: 400,
    '"text"': 400,
    "[]": 400,
    "[null]": 400,
    [nested(5000, '{"agent":', "}")]: 400,
    [nested(200_000, "[", "]")]: 400,
    [`{"name":${nested(101, "[", "]")}}`]: 400,
    "{": "invalid",
    '{"a":1}{"a":1}': "invalid",
    "\ufeff": "invalid",
  };
  for (const operation of writes) {
    for (const [body, expected] of Object.entries(bodies)) {
      const { status, json } = await send(operation.method, pathOf(operation, ids), body);
      const why = `${operation.name} ${body.slice(0, 20)}: ${status}`;
      // Where the reference documents 422, JSON that could not be read gets it.
      const allowed = expected === "invalid" ? [400, 422] : [expected];
      if (operation.params) assert.ok(allowed.includes(status), why);
      else assert.ok(status < 500, why);
      if (operation.params) assert.ok(json.detail, why);
    }
  }
  const invalid = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
  assert.equal((await send("POST", "/assistants", invalid)).status, 400);
  await isWhole(ids, "bad bodies");
});

test("S28: an agent nested 5,000 levels deep does not change the lists", async () => {
  const deep = nested(5000, '{"a":', "}");
  for (const body of [
    `{"type":"widget","name":"x","agent":${deep}}`,
    `{"type":"widget","name":"x","agent":{},"x":${deep}}`,
  ]) {
    const { status, json } = await send("POST", "/assistants", body);
    assert.deepEqual(
      [status, json.detail.description],
      [400, "the body is nested more than 100 levels deep"],
    );
  }
  assert.equal((await send("GET", "/assistants/")).json.response.assistants.length, 3);
  assert.match(
    reported.mock.calls[0].arguments[0],
    /^synthflow-wasm sandbox: POST \/v2\/assistants: 400 the body/,
  );
  const fine = `{"type":"widget","name":"x","agent":{},"x":${nested(90, '{"a":', "}")}}`;
  assert.equal((await send("POST", "/assistants", fine)).status, 200);
});

test("S28: junk in fields that only the sandbox sets breaks nothing", async () => {
  const kept =
    "id model_id agents actions attached_phone_numbers input_variables sources contacts contact_ids slug phone_number simulation_case_id base_agent success_criteria workspace_id created_at updated_at entries permissions pricing_tiers members api_key name title type status headers cases agent variables_during_the_call __proto__ constructor toString".split(
      " ",
    );
  const junk = [5, null, [null], { toString: 1, valueOf: 1 }];
  for (const operation of writes) {
    const ids = await fill();
    const given = right.get(operation.name) ?? {};
    for (const field of kept) {
      for (const value of junk) {
        // As text: in an object literal __proto__ would be something else.
        const extra = `${JSON.stringify(field)}:${JSON.stringify(value)}}`;
        for (const whole of [given, {}]) {
          const start = JSON.stringify(whole).slice(0, -1);
          const text = start === "{" ? `{${extra}` : `${start},${extra}`;
          const { status } = await send(
            operation.method,
            pathOf(operation, ids) + queryOf(operation, ids),
            text,
          );
          assert.ok(status < 500, `${operation.name} ${text}: ${reported.mock.calls.at(-1)?.arguments}`);
        }
      }
    }
    await isWhole(ids, operation.name);
    sandbox.reset();
  }
  assert.equal({}.x, undefined);
});

test("S28: what a client may store is returned", async () => {
  const { path } = operationOf("mcp.set");
  const set = await send("POST", path.replace(/\{\w+\}/, "sandbox"), '{"servers":[{"mcp_url":"https://"}]}');
  assert.ok([400, 422].includes(set.status), set.text);
  // The legacy API checks few fields of a case.
  sandbox = createSandbox({ callDuration: 0, generation: "legacy", webhooks: "off" });
  const ids = await fill();
  for (const success_criteria of [5, [{ toString: 1 }], [null], "text"]) {
    const body = { name: "A", prompt: "B", success_criteria };
    const { json } = await send("POST", operationOf("simulations.create").path, JSON.stringify(body));
    const run = { simulation_case_id: json.response?.simulation_case_id, target_agent_id: ids.agent };
    if (json.response) await make("simulations.start", run);
  }
  const mine = JSON.stringify({ name: "A", phone_number: "+14155550100", id: ids.contact });
  const { json } = await send("POST", "/contacts", mine);
  assert.notEqual(json.response.id, ids.contact);
  await isWhole(ids, "stored values");
});

test("S28: unknown fields, however many, do not hide an invalid one", async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`a${index}`, 1]));
  const { status } = await send("POST", "/contacts", JSON.stringify({ ...many, name: 5, phone_number: 5 }));
  assert.equal(status, 400);
  await isWhole(await fill(), "many fields");
});

test("S28: unusual ids, paths, queries and HTTP methods", async () => {
  const ids = await fill();
  for (const id of [
    "constructor",
    "__proto__",
    "toString",
    "%zz",
    "%",
    "%00",
    "%ff",
    "..%2f",
    "a".repeat(10_000),
  ]) {
    for (const method of ["GET", "PUT", "DELETE"]) {
      const { status } = await send(method, `/assistants/${id}`, '{"name":"x"}');
      assert.ok(status === 404 || status === 405, `${method} ${id}: ${status}`);
    }
    for (const path of [`/calls/${id}`, `/contacts/${id}`, `/mcp/${id}`, `/chats/${id}`]) {
      assert.ok((await send("GET", path)).status < 500, path);
    }
  }
  for (const query of [
    "limit=1e9",
    "limit=1000000000",
    "limit=-1",
    "limit=99999999999999999999999",
    "limit=0.5",
    "offset=-1",
    "offset=1e309",
    "limit=1&limit=2",
    "limit",
    "limit=NaN",
    "page_size=-5&page_number=-5",
    "page_size=0&page_number=0",
    "page_number=1000000000",
    "cursor=%25%25",
    "cursor=LTE=",
    "__proto__=1",
    "__proto__[limit]=1",
    "constructor=1",
    "from_date=x&to_date=y",
    "from_date=999999-01-01",
    "start_date=x",
    "search=%ff%zz",
    `search=${"a".repeat(100_000)}`,
  ]) {
    for (const operation of reads) {
      const needed = queryOf(operation, ids);
      const path = `${pathOf(operation, ids)}?${query}`;
      assert.ok((await send("GET", path)).status < 500, path);
      assert.ok((await send("GET", path + needed.replace("?", "&"))).status < 500, path);
    }
  }
  for (const method of ["HEAD", "OPTIONS", "PROPFIND", "QUERY", "get"]) {
    assert.ok((await send(method, "/assistants/")).status < 500, method);
  }
  await isWhole(ids, "odd requests");
});

test("S28: a failure of the sandbox is a 500 and a log line, and a requested reset is a reset", async () => {
  let broken = false;
  sandbox = createSandbox({
    now: () => {
      if (broken) throw new Error("the clock\nis \u001b[31mbroken");
      return 0;
    },
  });
  broken = true;
  const { status, json } = await send("GET", "/calls?model_id=x");
  assert.deepEqual([status, json.detail.status], [500, "error"]);
  const [line] = reported.mock.calls[0].arguments;
  assert.match(line, /^synthflow-wasm sandbox: GET \/v2\/calls: 500 Error: the clock is {1,2}\[31mbroken/);
  assert.match(line, /^[ -~]{1,500}$/);
  broken = false;
  assert.throws(() => sandbox.fail({ status: 9999 }), /fail: status: expected a status from 200 to 599/);
  assert.throws(
    () => sandbox.fail({ statuss: 500 }),
    /fail: there is no field "statuss"; did you mean "status"/,
  );
  sandbox.fail({ reset: true });
  await assert.rejects(send("GET", "/assistants/"), { name: "TypeError", message: "fetch failed" });
  sandbox.fail({ reset: true, afterDelivery: true });
  await assert.rejects(send("GET", "/assistants/"), { name: "TypeError", message: "fetch failed" });
  const reason = new Error("enough");
  await assert.rejects(sandbox.fetch(`${base}/assistants/`, { signal: AbortSignal.abort(reason) }), reason);
});
