/** The search for similar names in the entries without the core gives the same as that of the core. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { didYouMean } from "../../pkg-template/shared/nearest.js";

const cases = JSON.parse(readFileSync(new URL("../../tests/names.json", import.meta.url), "utf8"));

test("a misspelled name gets the same hint with and without the core", () => {
  for (const { name, known, nearest } of cases)
    assert.equal(didYouMean(name, known), nearest ? `; did you mean "${nearest}"?` : "", name);
});
