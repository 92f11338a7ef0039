/** `describeIssues`: what validation found, for the person at a form. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { check } from "synthflow-wasm";
import { describeIssues, english, german, issuesByPath, operations } from "synthflow-wasm/schema";
import { definitions } from "../../pkg-template/generated/schemas.js";
import { inputs, valid } from "./inputs.js";

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
const agent = { type: "widget", name: "A", agent: {} };
const sentences = [
  [
    "agents.create",
    { ...agent, name: undefined },
    "This field is required.",
    "Dieses Feld ist erforderlich.",
  ],
  [
    "agents.create",
    { ...agent, type: "x" },
    "Choose one of the listed values.",
    "Wählen Sie einen der angegebenen Werte.",
  ],
  ["agents.create", { ...agent, agent: { prompt: 5 } }, "Enter text.", "Geben Sie einen Text ein."],
  [
    "agents.create",
    { ...agent, agent: { llm: 5 } },
    "Enter a value or choose one of the listed ones.",
    "Geben Sie einen Wert ein oder wählen Sie einen der angegebenen.",
  ],
  ["agents.create", { ...agent, is_recording: "yes" }, "Choose yes or no.", "Wählen Sie Ja oder Nein."],
  [
    "agents.create",
    { ...agent, agent: 1 },
    "Fill in the fields of this section.",
    "Füllen Sie die Felder dieses Abschnitts aus.",
  ],
  [
    "agents.create",
    { ...agent, external_webhook_url: "a" },
    "Enter a web address that starts with http:// or https://.",
    "Geben Sie eine Webadresse ein, die mit http:// oder https:// beginnt.",
  ],
  [
    "agents.create",
    { ...agent, phone_number: "1" },
    "Enter a phone number with its country code, such as +14155550123.",
    "Geben Sie eine Telefonnummer mit Ländervorwahl ein, zum Beispiel +4930123456.",
  ],
  [
    "agents.create",
    { ...agent, brand: 1 },
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
