/** Declarations that cannot be right: the compiler refuses each at the word that is wrong, and says what to do. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const copy = join(root, "target/mistakes");

const operation = (line) => ({ operations: `    /// Planted.\n    ${line}\n`, model: "" });
const field = (line) => ({ operations: "", model: `        /// Planted.\n        ${line}\n` });

/** What is planted, the word that is refused, and what the message or its notes say. */
const mistakes = {
  "a range of a string": [
    field("a: String = [range(0.0, 1.0)],"),
    "range(0.0, 1.0)",
    /range.* is for i64 and f64/,
  ],
  "a range upside down": [field("a: f64 = [range(2.0, 1.0)],"), "range(2.0, 1.0)", /least <= most/],
  "W26: a phone number that is a number": [
    field("a: i64 = [e164],"),
    "e164",
    /e164 and\s+time_zone for String/,
  ],
  "a type that no field has": [field("a: u8,"), "u8", /use String, i64, f64, bool/],
  "at_least of a string": [field("a: String = [at_least(0.0)],"), "at_least(0.0)", /at_least/],
  "an unknown rule": [field("a: String = [requird],"), "requird", /cannot find value `requird`/],
  "arguments out of order": [
    operation('fn a(two, one) -> Planted = GET "/a/{one}/{two}", safe;'),
    '"/a/{one}/{two}"',
    /the arguments of this operation are not the \{names\} of its path/,
  ],
  "an argument too few": [
    operation('fn a() -> Planted = GET "/a/{one}", safe;'),
    '"/a/{one}"',
    /not the \{names\}/,
  ],
  "a POST that is safe": [operation('fn a() -> Planted = POST "/a", safe;'), "safe", /safe is for GET/],
  "a DELETE that is safe": [operation('fn a() -> Planted = DELETE "/a", safe;'), "safe", /safe is for GET/],
  "W26: a page without paging": [
    operation('fn a() -> Planted = GET "/a" page "b", safe;'),
    "safe",
    /`, none`/,
  ],
  "paging without a page": [
    operation('fn a() -> Planted = GET "/a" one "b", safe, offset;'),
    "offset",
    /only a `page` response has one/,
  ],
  "W26: an HTTP method in lower case": [
    operation('fn a() -> Planted = get "/a", safe;'),
    "get",
    /cannot find value `get`/,
  ],
  "an HTTP method that is none": [operation('fn a() -> Planted = GTE "/a", safe;'), "GTE", /similar name/],
  "an unknown retry policy": [operation('fn a() -> Planted = GET "/a", save;'), "save", /similar name/],
  "an unknown paging": [
    operation('fn a() -> Planted = GET "/a" page "b", safe, cursr;'),
    "cursr",
    /similar name/,
  ],
  "an unknown kind of response": [
    operation('fn a() -> Planted = GET "/a" pages "b", safe, none;'),
    "pages",
    /similar name/,
  ],
};

const check = ({ operations, model }) => {
  writeFileSync(
    join(copy, "src/resources/planted.rs"),
    `//! Planted.

operations! {
    /// Planted.
    pub Things = "things";

${operations}}

model! {
    /// Planted.
    pub struct Planted {
        /// A field.
        id: String,
${model}    }
}
`,
  );
  const { stdout, stderr } = spawnSync("cargo", ["check", "--locked", "--lib", "--message-format", "json"], {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, CARGO_TARGET_DIR: join(copy, "target") },
  });
  const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
  const errors = lines
    .map((line) => JSON.parse(line).message)
    .filter((message) => message?.level === "error");
  return { errors, stderr };
};

/** The texts that an error points at first. */
const wordsOf = ({ spans }) =>
  spans
    .filter(({ is_primary, file_name }) => is_primary && file_name.endsWith("planted.rs"))
    .map(({ text }) => text[0].text.slice(text[0].highlight_start - 1, text[0].highlight_end - 1));

before(() => {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const name of ["src", "Cargo.toml", "Cargo.lock", "clippy.toml"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  const list = join(copy, "src/resources/mod.rs");
  const text = readFileSync(list, "utf8");
  const planted = text.replace(
    "\nresources! {\n",
    "\nresources! {\n    /// Planted.\n    planted: Things;\n",
  );
  assert.notEqual(planted, text);
  writeFileSync(list, planted);
});

test("a declaration that is right compiles", () => {
  const right = {
    operations: operation('fn a(one; Planted) -> Planted = GET "/a/{one}" page "b", safe, none;').operations,
    model: field("a: Vec<String> = [required, e164],").model,
  };
  const { errors, stderr } = check(right);
  assert.deepEqual(errors, [], stderr);
});

for (const [name, [planted, word, says]] of Object.entries(mistakes)) {
  test(`${name} is refused at the word`, () => {
    const { errors } = check(planted);
    const at = errors.find((error) => wordsOf(error).includes(word));
    assert.ok(at, `no error points at ${word}: ${errors.map(({ rendered }) => rendered).join("\n")}`);
    assert.match(at.rendered, says);
  });
}
