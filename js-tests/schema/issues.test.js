/** `describeIssues`: what validation found, for the person at a form. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { check } from "synthflow-wasm";
import { describeIssues, english, german, issuesByPath } from "synthflow-wasm/schema";
import { kinds, patterns } from "../../pkg-template/schema/kinds.js";
import { inputs } from "./inputs.js";

const schemas = new URL("../../pkg-template/generated/schemas.json", import.meta.url);
const { definitions } = JSON.parse(readFileSync(schemas, "utf8"));

const describe = (operation, params, options) => describeIssues(operation, check(operation, params), options);

const at = (params, keys) =>
  keys.reduce((value, key) => (Object.hasOwn(Object(value), key) ? value[key] : undefined), params);

test("an issue keeps its fields and has what is declared of its field", () => {
  const params = { type: "widget", name: "A", agent: { voice_speed: 3, ring_pause_seconds: -1 } };
  const issues = check("agents.create", params);
  const [speed, pause] = describeIssues("agents.create", issues);
  assert.deepEqual(speed, {
    ...issues[0],
    keys: ["agent", "voice_speed"],
    title: "Voice speed",
    kind: "number",
    minimum: 0.7,
    maximum: 1.2,
    label: "Enter a number from 0.7 to 1.2.",
  });
  assert.equal(pause.unit, "seconds");
  assert.equal(pause.label, "Enter a whole number of seconds, 0 or more.");
  assert.equal("label" in issues[0], false);
});

/** One input for each sentence. */
const form = { type: "widget", name: "A", agent: {} };
const sentences = [
  ["agents.create", { ...form, name: undefined }, "This field is required.", "Dieses Feld ist erforderlich."],
  [
    "agents.create",
    { ...form, type: "x" },
    "Choose one of the listed values.",
    "Wählen Sie einen der angegebenen Werte.",
  ],
  ["agents.create", { ...form, agent: { prompt: 5 } }, "Enter text.", "Geben Sie einen Text ein."],
  [
    "agents.create",
    { ...form, agent: { llm: 5 } },
    "Enter a value or choose one of the listed ones.",
    "Geben Sie einen Wert ein oder wählen Sie einen der angegebenen.",
  ],
  ["agents.create", { ...form, is_recording: "yes" }, "Choose yes or no.", "Wählen Sie Ja oder Nein."],
  [
    "agents.create",
    { ...form, agent: 1 },
    "Fill in the fields of this section.",
    "Füllen Sie die Felder dieses Abschnitts aus.",
  ],
  [
    "agents.create",
    { ...form, external_webhook_url: "a" },
    "Enter a web address, such as https://example.com.",
    "Geben Sie eine Webadresse ein, zum Beispiel https://example.com.",
  ],
  [
    "calls.create",
    { model_id: "m", name: "A", phone: "1" },
    "Enter a phone number with its country code, such as +14155550123.",
    "Geben Sie eine Telefonnummer mit Ländervorwahl ein, zum Beispiel +4930123456.",
  ],
  [
    "agents.create",
    { ...form, brand: 1 },
    "This field is not supported.",
    "Dieses Feld wird nicht unterstützt.",
  ],
];

for (const [operation, params, inEnglish, inGerman] of sentences) {
  test(`a sentence in two languages: ${inEnglish}`, () => {
    assert.deepEqual(
      describe(operation, params).map(({ label }) => label),
      [inEnglish],
    );
    assert.deepEqual(
      describe(operation, params, { labels: german }).map(({ label }) => label),
      [inGerman],
    );
  });
}

test("keys are exact for names with dots, brackets and odd characters", () => {
  const keysOf = (operation, params, options) => describe(operation, params, options).map(({ keys }) => keys);
  const agent = { "a.b": 1, "[0]": 1, "": 1, __proto__null: 1, end_call_reasons_v2: [{ reason: 1 }] };
  assert.deepEqual(keysOf("agents.update", { agent }), [
    ["agent", "end_call_reasons_v2", 0, "reason"],
    ["agent", "a.b"],
    ["agent", "[0]"],
    ["agent", ""],
    ["agent", "__proto__null"],
  ]);
  // A declared name cannot be the unknown field, so this one has a dot.
  assert.deepEqual(keysOf("agents.update", { "agent.prompt": 1 }), [["agent.prompt"]]);
  const own = JSON.parse('{ "__proto__": 1, "constructor": 2, "toString": 3 }');
  assert.deepEqual(keysOf("agents.update", own), [["__proto__"], ["constructor"], ["toString"]]);
  // With the params, also where a path may be that of several.
  for (const params of [
    { "agent.x": 1 },
    { agent: { x: 1 } },
    { "": 1 },
    { params: 1 },
    { ["n".repeat(150)]: 1 },
  ]) {
    const [issue] = describe("agents.update", params, { params });
    assert.equal(at(params, issue.keys), 1, JSON.stringify(issue));
  }
  const pairs = { model_id: "m", name: "A", phone: "+14155550123", custom_variables: { "a.b[0]": [] } };
  assert.deepEqual(keysOf("calls.create", pairs), [["custom_variables", "a.b[0]"]]);
});

test("values that are not params at all are described, too", () => {
  for (const params of [undefined, null, 5, "a", [], () => {}]) {
    const [issue] = describe("agents.create", params);
    assert.deepEqual(
      [issue.keys, issue.title, issue.label],
      [[], "Create an agent", "Fill in the fields of this section."],
    );
  }
});

test("rules across fields: what they ask for, with titles", () => {
  const of = (operation, params) =>
    describe(operation, params).map(({ rule, label, path }) => [path, rule, label]);
  const spoken = { ...form, voicemail_message: { enabled: true, mode: "exact_message" } };
  assert.deepEqual(of("agents.create", spoken), [
    [
      "agent.greeting_message_mode",
      "depends_on",
      "Choose “The agent waits for the human”: another field requires it.",
    ],
  ]);
  assert.deepEqual(of("actions.attach", { model_id: "m", items: [{}] }), [
    ["items[0]", "exactly_one", "Fill in exactly one of “Action ID” and “Slug”."],
  ]);
  assert.deepEqual(of("analytics.export", { from_date: "2026-01-01", to_date: "2026-12-31" }), [
    ["to_date", "days_after", "Enter a date that is not before “From date” and at most 120 days after it."],
  ]);
  const twice = { subaccount_name: "A", grant_permissions: ["inbound"], revoke_permissions: ["inbound"] };
  assert.deepEqual(of("subaccounts.create", twice), [
    ["revoke_permissions[0]", "distinct", "Each entry may appear only once."],
  ]);
});

test("a map of labels may be partial, and has only its own properties", () => {
  const params = { ...form, name: undefined, type: "x" };
  const labels = { required: ({ title }) => `${title} fehlt.`, invalid_value: undefined };
  const texts = describe("agents.create", params, { labels }).map(({ label }) => label);
  assert.deepEqual(texts, ["Choose one of the listed values.", "Name fehlt."]);
  // What would have no effect.
  for (const options of [
    { labels: Object.create({ required: () => "x" }) },
    { labels: "german" },
    { labels: new Map([["required", () => "x"]]) },
    { labels: { requried: () => "x" } },
    { labels: { required: "x" } },
    { label: {} },
    5,
    Promise.resolve({}),
  ])
    assert.throws(
      () => describe("agents.create", params, options),
      /describeIssues: expected { labels, params }/,
    );
  assert.deepEqual(Object.keys(english), Object.keys(german));
});

test("an operation that is not declared is refused, as by schemaOf", () => {
  for (const name of ["x", "toString", "__proto__", undefined])
    assert.throws(() => describeIssues(name, []), /describeIssues: .*is not an operation with params/);
});

test("issuesByPath: an object without prototype, in which each path is a property", () => {
  const params = JSON.parse('{ "__proto__": 1, "constructor": 2 }');
  const groups = issuesByPath(describe("agents.update", { ...params, ["__proto__"]: 1, name: 5 }));
  assert.equal(Object.getPrototypeOf(groups), null);
  assert.equal(groups.toString, undefined);
  assert.deepEqual(Object.keys(groups), ["name", "__proto__", "constructor"]);
  assert.equal(groups.name[0].label, "Enter text.");
  assert.equal({}.polluted, undefined);
  assert.deepEqual(
    issuesByPath([
      { path: "a", n: 1 },
      { path: "a", n: 2 },
    ]).a.map(({ n }) => n),
    [1, 2],
  );
});

test("each pattern of the schemas has a kind of field, and each kind a sentence", () => {
  const found = new Set();
  JSON.stringify(definitions, (key, value) => {
    if (key === "pattern") found.add(value);
    return value;
  });
  assert.deepEqual(Object.keys(patterns).sort(), [...found].sort());
  for (const kind of kinds) {
    const issue = { kind, unit: "seconds", minimum: 1, maximum: 2 };
    assert.notEqual(english.invalid_type(issue), german.invalid_type(issue));
  }
});

/** What no sentence for a person has: a path, a name of the API, a value in JSON, what a program writes. */
const forDevelopers = /[{}[\]"`_\\]|undefined|null|NaN|object|\bparams\b|string|array|9.?007.?199/;

test("30,000 inputs: each issue has a sentence in both languages, and keys that lead to the value", () => {
  const found = new Set();
  const property = fc.property(inputs, ({ name, params }) => {
    const issues = check(name, params);
    const inGerman = describeIssues(name, issues, { labels: german, params });
    for (const [index, issue] of describeIssues(name, issues, { params }).entries()) {
      const context = JSON.stringify({ name, params, issue });
      found.add(`${issue.code} ${issue.rule ?? issue.kind}`);
      for (const label of [issue.label, inGerman[index].label]) {
        assert.match(label, /^[A-ZÄÖÜ].*\.$/u, context);
        assert.doesNotMatch(label, forDevelopers, context);
      }
      assert.notEqual(issue.label, inGerman[index].label, context);
      assert.equal(typeof issue.title, "string", context);
      for (const [field, value] of Object.entries(issues[index]))
        assert.deepEqual(issue[field], value, context);
      const value = at(params, issue.keys);
      if (issue.code === "required")
        assert.equal(value ?? undefined, issue.rule === "exactly_one" ? value : undefined, context);
      else assert.notEqual(value, undefined, context);
    }
  });
  fc.assert(property, { numRuns: 30_000 });
  // Values that cannot be read are tested below, rules across fields above.
  const codes = new Set(["unreadable", ...[...found].map((key) => key.split(" ")[0])]);
  assert.deepEqual([...codes].sort(), Object.keys(english).sort());
});

test("a value that cannot be read has a sentence", () => {
  const thrower = {
    get prompt() {
      throw new Error("x");
    },
  };
  for (const agent of [thrower, new Proxy({}, { ownKeys: () => [][0].x })]) {
    const [issue] = describe("agents.create", { ...form, agent });
    assert.deepEqual([issue.code, issue.keys], ["unreadable", ["agent"]]);
    assert.equal(issue.label, "This value could not be read.");
  }
});
