/** Relative links and anchors of all Markdown files lead somewhere, in the repository and in the package. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./blocks.js";
import { anchorsIn, brokenIn, linksIn } from "./links.js";

const listed = ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"];

test("the links of the repository", () => {
  const files = execFileSync("git", listed, { cwd: root }).toString().trim().split("\n");
  assert.ok(files.includes("README.md"));
  assert.deepEqual(
    files.flatMap((file) => brokenIn(root, file)),
    [],
  );
});

test("the links of the package", () => {
  const pkg = join(root, "pkg");
  const files = readdirSync(pkg, { recursive: true }).filter((name) => name.endsWith(".md"));
  assert.ok(files.includes("README.md"));
  assert.deepEqual(
    files.flatMap((file) => brokenIn(pkg, file)),
    [],
  );
});

test("a link that leads nowhere is found, with its line", () => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-wasm-links-"));
  try {
    const lines = [
      "# A page",
      "[here](#a-page) [there](b.md#other) [web](https://example.com/x) `[code](c.md)` ![image](b.md)",
      "[1](#a-pge) [2](c.md)",
      "[3](b.md#a-page) [4](B.md)",
      "```md",
      "[in code](d.md)",
      "```",
    ];
    writeFileSync(join(folder, "a.md"), lines.join("\n"));
    writeFileSync(join(folder, "b.md"), "## Other\n");
    const found = ["a.md:3: #a-pge", "a.md:3: c.md", "a.md:4: b.md#a-page", "a.md:4: B.md"];
    assert.deepEqual(brokenIn(folder, "a.md"), found);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("anchors are those of GitHub", () => {
  const text =
    "# `calls.wait`, and more!\n## A [link](x.md) – dash\n## Same\n```sh\n# no heading\n```\n## Same\n";
  assert.deepEqual(anchorsIn(text), ["callswait-and-more", "a-link--dash", "same", "same-1"]);
  assert.deepEqual(linksIn('<a href="x">'), [{ target: "x", line: 1 }]);
});
