/** The webhook receivers are JavaScript whose comments have types: `tsc --strict` checks the narrowing of actions and extractions. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { compile } from "../types/compile.js";

const folder = fileURLToPath(new URL("../../examples-web/webhooks/", import.meta.url));
const names = readdirSync(folder, { recursive: true })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.m?js$/.test(name));
const files = names.map((name) => [name, readFileSync(folder + name, "utf8")]);
// The types of the frameworks are theirs, and those of Express are for other options.
const options = {
  allowJs: true,
  types: ["node"],
  lib: ["es2022", "dom", "dom.iterable"],
  skipLibCheck: true,
};

test("tsc --strict: every receiver", async () => {
  assert.ok(files.length >= 11, names.join(", "));
  for (const [name, text] of files) assert.match(text, /^\/\/ @ts-check\n/, name);
  await compile(files, "bundler", options);
});

test("tsc --strict: a value that is not narrowed is refused", async () => {
  const changed = files.map(([name, text]) => [
    name,
    text.replace("textOf(extractions.order_number)", "extractions.order_number.trim()"),
  ]);
  await assert.rejects(
    compile(changed, "bundler", options),
    /record\.mjs.*'extractions\.order_number' is of type 'unknown'/,
  );
});
