/** Every block of code in README.md and docs/ runs: see `blocks.js`. Those of pages: `pages.test.js`. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { compile } from "../types/compile.js";
import { blocks, blocksIn, printedBy, root } from "./blocks.js";
import { comparePrinted, runBlock } from "./run.js";
import { assumed, givenFor, packages } from "./support.js";

const isTypeScript = ({ language }) => language.startsWith("ts");
const where = ({ page, line, section }) => `${page}:${line}, ${section}`;
const folderOf = (page) => page.replace(/\W/g, "-");
const filesOf = ({ page, name }) =>
  blocks.filter((other) => other.page === page && other.isFile && other.name !== name);

/** The blocks as files in a folder for each page, and what they assume there. Only blocks are checked if they are JavaScript. */
const project = (chosen) => {
  const pages = [...new Set(chosen.map(({ page }) => page))];
  const given = pages.flatMap((page) =>
    givenFor(page).map(([name, text]) => [`${folderOf(page)}/${name}`, text]),
  );
  const sources = chosen.map((block) => [
    `${folderOf(block.page)}/${block.name}`,
    `${isTypeScript(block) ? "" : "// @ts-check\n"}${block.isFile ? "" : `${assumed(block.code, false)}export {};\n`}${block.code}`,
  ]);
  return [["packages.d.ts", packages], ...given, ...sources];
};

const options = { jsx: "react-jsx", types: ["node"], allowJs: true, lib: ["es2022", "dom", "dom.iterable"] };

test("there are examples, and each runs", () => {
  assert.ok(blocks.filter(({ runs }) => runs).length > 20);
  const isNamed = ({ page, runBy }) =>
    existsSync(root + runBy) && readFileSync(root + runBy, "utf8").includes(page.split("/").pop());
  const missing = blocks.filter((block) => block.runBy && !isNamed(block));
  assert.deepEqual(missing.map(where), [], "run by a test that does not exist, or does not name the page");
  const unchecked = blocks.filter(({ runs, code }) => !runs && printedBy(code).length > 0);
  assert.deepEqual(unchecked.map(where), [], "what these print is not checked");
});

test("tsc --strict: the examples in TypeScript compile", () =>
  compile(project(blocks.filter(isTypeScript)), "bundler", options));

test("tsc: the examples in JavaScript that do not run in Node compile", () =>
  compile(
    project(blocks.filter((block) => !isTypeScript(block) && (block.runs !== "node" || block.isFile))),
    "bundler",
    { ...options, strict: false, exactOptionalPropertyTypes: false },
  ));

for (const block of blocks.filter(({ runs }) => runs === "node")) {
  test(`${where(block)}: runs`, async () => {
    const stdout = await runBlock(block, filesOf(block));
    if (block === blocks[0])
      assert.match(stdout, /queue\n[\s\S]*completed\n[\s\S]*human: Hello, this is Sam/);
  });
}

test("an example that throws, prints something else, or sends a request elsewhere is found", async () => {
  const block = (code) => blocksIn("a.md", `\`\`\`js\n${code}\n\`\`\`\n`)[0];
  await assert.rejects(runBlock(block('throw new Error("planted");'), []), /planted/);
  await assert.rejects(runBlock(block("console.log(1); // => 2"), []), /expected "2"/);
  await assert.rejects(runBlock(block('await fetch("https://example.com/");'), []), /must not send/);
  comparePrinted("{ a: 'b' }\n2\n", ['{ a: "b" }', "2"]);
  assert.throws(() => comparePrinted("1\n2\n", ["2", "1"]), /expected "1"/);
});

test("a block with an attribute that means nothing is refused, and one that no test runs", () => {
  assert.throws(() => blocksIn("a.md", "```js skip\n1;\n```\n"), /a\.md:1: unknown attribute "skip"/);
  assert.throws(() => blocksIn("a.md", "```tsx\n// a.tsx\n1;\n```\n"), /a\.md:1: no test runs this/);
});
