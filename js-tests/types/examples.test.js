/** The `@example` blocks of the generated definitions: each compiles, and shows the method it belongs to. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compile } from "./compile.js";

const definitions = readFileSync(new URL("../../pkg-template/generated/types.d.ts", import.meta.url), "utf8");

/** An example's code, without the comment's stars; then the rest of the comment, and the method after it. */
const EXAMPLE =
  /^ *\* @example\n *\* ```ts\n(?<code>(?: *\*.*\n)+?) *\* ```\n(?: *\*.*\n)*? *\*\/\n *(?<method>\w+)\(/gm;

const examples = definitions.split(/^export interface /m).flatMap((block) => {
  const [type] = block.split(" ", 1);
  return [...block.matchAll(EXAMPLE)].map(({ groups: { code, method } }) => ({
    name: `${type}.${method}`,
    method,
    code: code.replace(/^ *\* ?/gm, ""),
  }));
});

test("every @example is found, and calls the method it belongs to", () => {
  assert.notEqual(examples.length, 0);
  assert.equal(examples.length, definitions.match(/^ *\* @example$/gm).length);
  const others = examples.filter(({ method, code }) => !code.includes(`.${method}(`));
  assert.deepEqual(others, []);
});

test("tsc --strict: every @example compiles", () =>
  compile(
    examples.map(({ name, code }) => [
      `${name}.ts`,
      `import type { Synthflow } from "synthflow-wasm";
declare const client: Synthflow;
export const example = async () => {
${code}};
`,
    ]),
    "bundler",
  ));
