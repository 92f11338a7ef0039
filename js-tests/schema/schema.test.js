/** `synthflow-wasm/schema`: its schemas accept what `check` accepts, and other tools can use them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { check } from "synthflow-wasm";
import { formats, operations, schemaOf } from "synthflow-wasm/schema";
import { operations as declared } from "../../pkg-template/generated/operations.js";
import { inputs } from "./inputs.js";

const ajv = () => {
  const made = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  for (const keyword of ["x-unit", "x-suggestions", "x-retires", "x-days-after", "x-written-as"]) {
    made.addKeyword(keyword);
  }
  made.addFormat("iana-time-zone", formats["iana-time-zone"]);
  return made;
};

const validators = new Map(operations().map((name) => [name, ajv().compile(schemaOf(name))]));

test("there is a schema for each operation with params", () => {
  const expected = declared.filter(({ params }) => params !== null).map(({ name }) => name);
  assert.deepEqual(operations().sort(), expected.sort());
  for (const operation of [...declared.filter(({ params }) => params === null), "x", "toString", undefined]) {
    assert.throws(() => schemaOf(operation?.name ?? operation), /is not an operation with params/);
  }
});

/** Two times, and the ids of tasks, are compared by `check` only. */
const isOfSeveral = ({ path, code, expected, got }) =>
  (code === "out_of_range" && / days$/.test(got)) ||
  (/^tasks\[\d+\]$/.test(path) && expected === "no duplicates");

test("50,000 inputs: a schema accepts exactly what check accepts", () => {
  let accepted = 0;
  const property = fc.property(inputs, ({ name, params }) => {
    const issues = check(name, params).filter((issue) => !isOfSeveral(issue));
    const validate = validators.get(name);
    const isValid = validate(params);
    if (isValid) accepted += 1;
    assert.equal(
      isValid,
      issues.length === 0,
      JSON.stringify({ name, params, issues, errors: validate.errors }),
    );
  });
  fc.assert(property, { numRuns: 50_000 });
  assert.ok(accepted > 5_000 && accepted < 45_000, `${accepted} were accepted`);
});

test("null is accepted for a nullable map, not for its entries", () => {
  const isValid = (headers) => {
    const params = { servers: [{ id: "a", mcp_url: "https://a.example", headers }] };
    const issues = check("mcp.set", params);
    assert.equal(validators.get("mcp.set")(params), issues.length === 0);
    return issues.length === 0;
  };
  assert.deepEqual([null, {}, { a: "b" }, { a: null }].map(isValid), [true, true, true, false]);
});

test("a schema has what a form shows", () => {
  const schema = schemaOf("agents.create");
  assert.equal(schema.title, "Create an agent");
  assert.deepEqual(schema.required, ["type", "name", "agent"]);
  const {
    voice_speed: speed,
    language,
    ring_pause_seconds: pause,
    end_call_reasons: old,
  } = schema.$defs.AgentSettings.properties;
  assert.deepEqual([speed.minimum, speed.maximum, speed.title], [0.7, 1.2, "Voice speed"]);
  assert.deepEqual([pause.title, pause["x-unit"]], ["Ring pause", "seconds"]);
  assert.deepEqual([pause.minimum, pause.maximum], [0, undefined], "the largest integer is no limit to show");
  assert.equal(old.deprecated, true);
  assert.equal(language.$ref, "#/$defs/Language");
  const { "x-suggestions": suggestions, oneOf } = schema.$defs.Language;
  assert.equal(oneOf, undefined);
  assert.deepEqual(suggestions.find((one) => one.const === "de-DE").title, "German");
  assert.deepEqual(
    schema.$defs.AgentType.oneOf.map((one) => one.const),
    ["outbound", "inbound", "widget"],
  );
  assert.equal(schemaOf("calls.list").properties.limit.default, 20);
  const retired = schema.$defs.LanguageModel["x-suggestions"].find((one) => one.const === "gpt-4.1");
  assert.equal(retired["x-retires"], "2026-10-14");
});

test("titles are for people: no names of the API, and no two fields of a form with the same", () => {
  // Some values are names of products, such as ElevenLabs.
  const isWireLike = (title) => !title || /[_`"{}]|: see/.test(title);
  const isNoLabel = (title) =>
    isWireLike(title) || /[a-z][A-Z]|^[a-z]/.test(title.replaceAll(/WhatsApp|GoHighLevel|WebSocket/g, ""));
  const check = (schema, path) => {
    for (const one of [schema.oneOf, schema["x-suggestions"], schema.anyOf].flat()) {
      if (one && (one.const ?? one.type ?? one.$ref))
        assert.ok(!isWireLike(one.title), `${path}: ${one.title}`);
    }
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      assert.ok(!isNoLabel(field.title), `${path}.${name}: ${field.title}`);
      check(field, `${path}.${name}`);
    }
    const titles = Object.values(schema.properties ?? {}).map(({ title }) => title);
    assert.deepEqual(titles, [...new Set(titles)], path);
  };
  for (const operation of operations()) {
    const schema = schemaOf(operation);
    check(schema, operation);
    assert.ok(!isNoLabel(schema.title), schema.title);
    for (const [name, definition] of Object.entries(schema.$defs)) check(definition, name);
  }
});

test("a schema is a new object, without definitions that it does not use", () => {
  const one = schemaOf("calls.create");
  one.properties.phone.title = "changed";
  assert.notEqual(schemaOf("calls.create").properties.phone.title, "changed");
  assert.deepEqual(Object.keys(one.$defs).sort(), ["CustomVariable", "CustomVariablePair"]);
});

test("openapi.json is valid and has all operations", async () => {
  const document = JSON.parse(readFileSync(new URL("../../pkg/openapi.json", import.meta.url), "utf8"));
  const { valid: isValid, errors } = await new Validator().validate(structuredClone(document));
  assert.ok(isValid, JSON.stringify(errors));
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map((one) => one.operationId),
  );
  const routes = new Set(declared.map(({ method, path }) => `${method} ${path}`));
  assert.equal(ids.length, routes.size);
  // These are sent in the query, although their method has a body.
  const all = Object.values(document.paths).flatMap((item) => Object.values(item));
  for (const [id, name] of Object.entries({
    "knowledgeBases.attach": "model_id",
    "simulationSuites.execute": "target_agent_id",
    "mcp.discoverTools": "config_id",
  })) {
    const one = all.find(({ operationId }) => operationId === id);
    assert.equal(one.requestBody, undefined, id);
    assert.ok(
      one.parameters.some((field) => field.in === "query" && field.name === name),
      id,
    );
  }
});
