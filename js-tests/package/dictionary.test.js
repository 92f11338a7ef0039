/** The dictionary that shortens the schemas: what is expanded is what was shortened. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { expand } from "../../pkg-template/shared/dictionary.js";
import { shorten } from "../../scripts/dictionary.mjs";

test("any text of ASCII is the same after it was shortened", () => {
  const parts = fc.constantFrom("title", "!", "#/$defs/", "\\", '"', "]", "^", "~%", " ", "a", "xx");
  const texts = fc.array(parts, { maxLength: 400 }).map((list) => list.join(""));
  fc.assert(
    fc.property(texts, (text) => assert.equal(expand(...shorten(text)), text)),
    { numRuns: 40 },
  );
});

test("a letter that is not ASCII is refused", () => {
  assert.throws(() => shorten("μ-law"), /not ASCII/);
});

test("the schemas of the package are those that were generated, in less than half of their length", async () => {
  const generated = new URL("../../pkg-template/generated/schemas.json", import.meta.url);
  const { definitions, params } = JSON.parse(readFileSync(generated, "utf8"));
  const { operations, schemaOf } = await import("synthflow-wasm/schema");
  assert.deepEqual(operations(), Object.keys(params));
  for (const operation of operations()) {
    const { $schema, title, $defs, ...schema } = schemaOf(operation);
    const [type, formTitle] = params[operation];
    assert.equal(title, definitions[type].title ?? formTitle);
    const { title: _, ...declared } = definitions[type];
    assert.deepEqual(schema, declared);
    for (const [name, definition] of Object.entries($defs)) assert.deepEqual(definition, definitions[name]);
  }
  const built = readFileSync(new URL(import.meta.resolve("synthflow-wasm/schema")), "utf8");
  assert.ok(built.length < readFileSync(generated).length / 2);
});
