/** The form: its fields come from the schema, and its dictionaries are complete. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { schemaOf } from "synthflow-wasm/schema";
import { groupsOf } from "../../examples-web/widget-studio/src/editor/fields.js";
import { isEqual, valueAt, withValue } from "../../examples-web/widget-studio/src/editor/values.js";
import { embedCode, isId } from "../../examples-web/widget-studio/src/embed/code.js";
import { numberOf } from "../../examples-web/widget-studio/src/inputs/number.js";
import { de } from "../../examples-web/widget-studio/src/text/de.js";
import { en } from "../../examples-web/widget-studio/src/text/en.js";

const schema = schemaOf("agents.create");
const groups = groupsOf(schema);
const fields = groups.flatMap((group) => group.fields);
const field = (key) => fields.find((field) => field.key === key);

test("every field of the schema that is not deprecated is in the form, once", () => {
  const keys = fields.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  const settings = Object.entries(schema.$defs.AgentSettings.properties);
  for (const [name, { deprecated }] of settings) {
    const found = keys.some((key) => `${key}.`.startsWith(`agent.${name}.`));
    assert.equal(found, !deprecated, name);
  }
  for (const name of Object.keys(schema.properties).filter(
    (name) => !["actions", "end_call_reasons"].includes(name),
  ))
    assert.ok(
      keys.some((key) => `${key}.`.startsWith(`${name}.`)),
      name,
    );
});

test("a new field of the schema is in the group of advanced ones", () => {
  const { properties } = schema.$defs.AgentSettings;
  const more = structuredClone(schema);
  more.$defs.AgentSettings.properties = { ...properties, brand_new: { title: "Brand new", type: "boolean" } };
  const { fields: advanced } = groupsOf(more).find(({ name }) => name === "advanced");
  assert.ok(advanced.some(({ key, kind }) => key === "agent.brand_new" && kind === "switch"));
});

test("kinds of fields", () => {
  assert.equal(field("agent.voice_speed").kind, "slider");
  assert.deepEqual([field("agent.voice_speed").minimum, field("agent.voice_speed").maximum], [0.7, 1.2]);
  assert.equal(field("agent.ring_pause_seconds").kind, "number");
  assert.equal(field("agent.language").kind, "suggestion");
  assert.equal(field("agent.min_words_to_interrupt").kind, "choice");
  assert.equal(field("agent.end_call_reasons_v2").kind, "rules");
  assert.equal(field("type").isRequired, true);
  assert.ok(
    !field("agent.llm").options.some(({ value }) => value === "gpt-4.1"),
    "a retired model is offered",
  );
});

test("both dictionaries have the same texts, and German has one for every field", () => {
  const own = (texts) => Object.keys(texts).filter((key) => !/^(field\.\w+\.|option\.|provider\.)/.test(key));
  const ui = (texts) => own(texts).sort();
  assert.deepEqual(ui(de), ui(en));
  for (const { key } of fields) assert.ok(de[`field.${key}.title`], `${key} has no German label`);
  const placeholders = (text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const key of own(en)) assert.deepEqual(placeholders(de[key]), placeholders(en[key]), key);
});

test("values are set without changing the object; empty ones count as none", () => {
  const before = { name: "A", agent: { prompt: "p" } };
  const after = withValue(before, ["agent", "background_noise", "volume"], 3);
  assert.equal(before.agent.background_noise, undefined);
  assert.equal(valueAt(after, ["agent", "background_noise", "volume"]), 3);
  assert.deepEqual(withValue(after, ["agent", "background_noise", "volume"], undefined), before);
  assert.deepEqual(withValue({ agent: { prompt: "p" } }, ["agent", "prompt"], undefined), { agent: {} });
  for (const empty of ["", null, []]) assert.ok(isEqual(empty, undefined));
  assert.ok(!isEqual(0, undefined) && !isEqual(false, undefined));
  assert.ok(isEqual({ a: 1, b: 2 }, { b: 2, a: 1 }));
});

test("numbers as a person writes them", () => {
  assert.deepEqual(["1.5", "1,5", " 2 ", "", "fast", "1."].map(numberOf), [
    1.5,
    1.5,
    2,
    undefined,
    "fast",
    1,
  ]);
});

test("the embed code cannot be left by an id", () => {
  for (const id of ['"><script>', "a/b", "a b", ""]) assert.ok(!isId(id), id);
  assert.ok(!embedCode('"><b>', "w").includes("<b>"));
});
