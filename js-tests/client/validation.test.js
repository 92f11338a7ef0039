import assert from "node:assert/strict";
import { test } from "node:test";
import { check, Synthflow, SynthflowError, ValidationError } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection } from "../support/server.js";

const start = (options) => {
  const sandbox = createSandbox();
  const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch, logLevel: "off", ...options });
  return { sandbox, client };
};

test("all issues are reported together, with paths and the most similar value, and nothing is sent", async () => {
  const { sandbox, client } = start();
  const error = await rejection(client.agents.create({ type: "widgt", name: 5 }));
  assert.ok(error instanceof ValidationError && error instanceof SynthflowError && error instanceof Error);
  assert.equal(error.name, "ValidationError");
  assert.equal(error.outcome, "not-sent");
  assert.equal(error.attempts, 0);
  assert.deepEqual(
    error.issues.map(({ path }) => path),
    ["type", "name", "agent"],
  );
  assert.match(
    error.message,
    /type: expected "outbound", "inbound" or "widget", got "widgt"; did you mean "widget"\?/,
  );
  assert.match(error.message, /name: expected a string, got 5/);
  assert.match(error.message, /agent: expected an object, got nothing; it is required/);
  assert.match(error.message, /validation: "warn"/);
  assert.equal(sandbox.requests.length, 0);
});

const agent = (settings) => ({ type: "widget", name: "A", agent: settings });

test("an issue can be shown in a form: its message has no path and no hint, which are fields, as are the limits", () => {
  const [range] = check("agents.create", agent({ voice_speed: 3 }));
  assert.deepEqual(range, {
    path: "agent.voice_speed",
    code: "out_of_range",
    expected: "a number from 0.7 to 1.2",
    got: "3",
    hint: "",
    message: "expected a number from 0.7 to 1.2, got 3",
    minimum: 0.7,
    maximum: 1.2,
  });
  const [text] = check("agents.create", agent({ voice_speed: "fast" }));
  assert.deepEqual([text.code, text.minimum, text.maximum], ["invalid_type", 0.7, 1.2]);
  const [name] = check("agents.create", { ...agent({}), name: null });
  assert.deepEqual([name.message, name.hint], ["expected a string, got null", "it is required"]);
  const [prompt] = check("agents.create", agent({ prompt: null }));
  assert.equal(prompt.hint, "omit it");
  assert.ok(!("minimum" in prompt) && !("maximum" in prompt));
});

test("an object that could not be read is reported with the reason", () => {
  const settings = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("revoked");
      },
    },
  );
  const [issue] = check("agents.create", agent(settings));
  assert.deepEqual([issue.code, issue.message], ["unreadable", "could not be read: revoked"]);
});

for (const [what, params, path, expected] of [
  ["a range", agent({ voice_speed: 3 }), "agent.voice_speed", "a number from 0.7 to 1.2"],
  ["an unknown field", agent({ promt: "x" }), "agent.promt", "no field of this name"],
  ["a refused value", agent({ language: "es" }), "agent.language", "such as"],
  ["a type", agent({ prompt: ["x"] }), "agent.prompt", "a string"],
  ["null", agent({ prompt: null }), "agent.prompt", "a string"],
  ["an array for an object", agent([]), "agent", "an object"],
  ["NaN", agent({ voice_speed: Number.NaN }), "agent.voice_speed", "a number"],
  [
    "a fraction for an integer",
    agent({ voice_optimise_streaming_latency: 1.5 }),
    "agent.voice_optimise_streaming_latency",
    "an integer",
  ],
  ["a time zone", agent({ timezone: "Mars/Olympus" }), "agent.timezone", "an IANA time zone"],
  ["a function", agent({ prompt: () => "x" }), "agent.prompt", "a string"],
  ["a date", agent({ prompt: new Date() }), "agent.prompt", "a string"],
  ["an option among the params", { ...agent({}), timeout: 5 }, "timeout", "no field of this name"],
  [
    "an entry of an array",
    agent({ end_call_reasons_v2: [{ reason: "a" }, { reason: 5 }] }),
    "agent.end_call_reasons_v2[1].reason",
    "a string",
  ],
]) {
  test(`is refused before sending: ${what}`, async () => {
    const { sandbox, client } = start();
    const error = await rejection(client.agents.create(params));
    assert.ok(error instanceof ValidationError, String(error));
    assert.deepEqual(
      error.issues.map(({ path }) => path),
      [path],
    );
    assert.ok(error.issues[0].expected.includes(expected), error.issues[0].expected);
    assert.equal(sandbox.requests.length, 0);
  });
}

test("a phone number must be E.164, and no message contains it", async () => {
  const { sandbox, client } = start();
  for (const phone of ["4155550100", "+1 415 555 0100", "+0155550100", "+123", ""]) {
    const error = await rejection(client.calls.create({ model_id: "m", name: "Sam", phone }));
    assert.ok(error instanceof ValidationError);
    assert.equal(error.issues[0].path, "phone");
    if (phone) assert.ok(!error.message.includes(phone) && !JSON.stringify(error).includes(phone));
  }
  assert.equal(sandbox.requests.length, 0);
});

test("other values of open enums are accepted, new fields are sent by extraBody, undefined is omitted", async () => {
  const { sandbox, client } = start();
  await client.agents.create(
    { type: "widget", name: "A", description: undefined, agent: { llm: "gpt-9" } },
    { extraBody: { brand_new: [1] } },
  );
  const [{ body }] = sandbox.requests;
  assert.deepEqual(body, { type: "widget", name: "A", agent: { llm: "gpt-9" }, brand_new: [1] });
});

test('validation "warn" logs and sends, "off" sends; on the client or on one call', async () => {
  const lines = [];
  const log = (line) => lines.push(line);
  const logger = { error: log, warn: log, info: log, debug: log };
  const { sandbox, client } = start({ logger, logLevel: "warn", validation: "warn" });
  const [{ model_id }] = (await client.agents.list()).data;
  await client.agents.update(model_id, { brand_new: 1 });
  assert.equal(lines.length, 1);
  assert.equal(lines[0], "agents.update was sent despite 1 issue in the params: params… (unknown_field)");
  await client.agents.update(model_id, { brand_new: 2 }, { validation: "off" });
  assert.equal(lines.length, 1);
  assert.equal(sandbox.requests.at(-1)?.body.brand_new, 2);
});

test("nothing is sent for an id that is empty, missing or consists of dots", async () => {
  const { sandbox, client } = start();
  for (const id of ["", " ", "\t\n ", " .. ", ".", "..", undefined, 5, null, {}]) {
    const error = await rejection(client.agents.get(id));
    assert.ok(error instanceof SynthflowError, String(error));
    assert.match(error.message, /agents.get: model_id: expected/);
    assert.equal(error.outcome, "not-sent");
  }
  await rejection(client.agents.get("a", {}, {}, {}));
  await rejection(client.agents.delete());
  assert.equal(sandbox.requests.length, 0);
});

test("hostile params reject, and the client still works", async () => {
  const { client } = start();
  const cycle = { type: "widget", name: "A", agent: {} };
  cycle.agent.self = cycle;
  const throwing = {
    get type() {
      throw new Error("no");
    },
  };
  const proxy = new Proxy({}, { ownKeys: () => [Symbol.iterator].concat(null) });
  const bad = [cycle, throwing, proxy, null, 5, "text", [], Symbol("x"), 10n, () => {}];
  for (const params of bad)
    assert.ok((await rejection(client.agents.create(params))) instanceof SynthflowError);
  assert.equal((await client.agents.list()).data.length, 3);
});

test("changes that the caller makes after the call are not sent", async () => {
  const { sandbox, client } = start();
  const params = { type: "widget", name: "Before", agent: {} };
  const promise = client.agents.create(params);
  params.name = "After";
  await promise;
  assert.equal(sandbox.requests[0].body.name, "Before");
});

const transfer = (fields) => ({
  LIVE_TRANSFER: {
    transfer_mode: "cold_transfer",
    phone: "+14155550100",
    instructions: "when asked",
    initiating_msg: "One moment",
    ...fields,
  },
});
const day = (interval) =>
  transfer({
    human_availability: {
      timezone: "Europe/Berlin",
      active: true,
      schedule: [{ weekday: "monday", interval: [interval] }],
    },
  });

for (const [what, method, args, path, expected] of [
  [
    "120 days",
    "analytics.export",
    [{ from_date: "2026-01-01", to_date: "2026-05-02" }],
    "to_date",
    "at most 120 days after from_date",
  ],
  [
    "an end before its beginning",
    "analytics.export",
    [{ from_date: "2026-01-02", to_date: "2026-01-01" }],
    "to_date",
    "at most 120 days after from_date",
  ],
  [
    "a time of day",
    "actions.create",
    [day({ from: "9:00", to: "17:00" })],
    "LIVE_TRANSFER.human_availability.schedule[0].interval[0].from",
    "a time of day such as 09:30",
  ],
  [
    "a limit of a nested union",
    "actions.create",
    [transfer({ human_detection_timeout_seconds: 5 })],
    "LIVE_TRANSFER.human_detection_timeout_seconds",
    "from 30 to 1800",
  ],
  [
    "turns",
    "simulationSuites.execute",
    ["s", { target_agent_id: "m", max_turns: 5 }],
    "max_turns",
    "from 10 to 50",
  ],
  [
    "a refused language",
    "simulationSuites.create",
    [{ name: "N", model_id: "m", language: "multi" }],
    "language",
    "such as",
  ],
  [
    "a number to import",
    "subaccounts.update",
    ["s", { products: { phone_numbers: [{ number: "415" }] } }],
    "products.phone_numbers[0].number",
    "E.164",
  ],
  ["a query of a POST", "knowledgeBases.attach", ["k", {}], "model_id", "a string"],
]) {
  test(`${what} is checked`, async () => {
    const { sandbox, client } = start();
    const [resource, name] = method.split(".");
    const error = await rejection(client[resource][name](...args));
    assert.ok(error instanceof ValidationError, error.message);
    const issue = error.issues.find((one) => one.path === path);
    assert.ok(issue?.message.includes(expected), error.message);
    assert.equal(sandbox.requests.length, 0);
  });
}

test("120 days are accepted", async () => {
  const { sandbox, client } = start();
  await client.analytics.export({ from_date: "2026-01-01", to_date: "2026-05-01" });
  assert.equal(sandbox.requests.length, 1);
});

test("open models accept other fields", async () => {
  const { sandbox, client } = start({ validation: "strict" });
  await client.contacts.create({
    name: "Sam",
    phone_number: "+14155550100",
    contact_metadata: { company: "A", source: "fair" },
  });
  assert.equal(sandbox.requests[0].body.contact_metadata.source, "fair");
  await rejection(client.simulations.create({ brand_new: 1 }));
  assert.equal(sandbox.requests.length, 2);
});
