/** Every example of the README runs, against the sandbox over HTTP. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serveSandbox } from "synthflow-wasm/sandbox-server";

const run = promisify(execFile);
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/## ([^\n]+)\n|```js\n([\s\S]*?)```/g)].reduce(
  ({ section, found }, [, title, source]) => ({
    section: title ?? section,
    found: source ? [...found, [section, source]] : found,
  }),
  { section: "first screen", found: [] },
).found;

/** What the examples after the first assume. */
const prelude = (source) => `
${source.includes("import { Synthflow }") ? "" : 'import { Synthflow } from "synthflow-wasm";'}
${source.match(/^import .*$/gm)?.join("\n") ?? ""}
${source.includes("const client") ? "" : "const client = new Synthflow();"}
${source.includes("model_id }") && source.includes("agents.create") ? "" : "const [{ model_id }] = (await client.agents.list()).data;"}
${source.replace(/^import .*$/gm, "")}`;

test("there are examples in the README", () => {
  assert.ok(examples.length >= 9, String(examples.length));
});

for (const [index, [section, source]] of examples.entries()) {
  test(`README, ${section}: example ${index + 1} runs`, async () => {
    const folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "made-"));
    const { url, close } = await serveSandbox({ callDuration: 200 });
    try {
      // The first one runs unchanged.
      writeFileSync(join(folder, "example.mjs"), index === 0 ? source : prelude(source));
      const env = { ...process.env, SYNTHFLOW_API_KEY: "test", SYNTHFLOW_BASE_URL: url };
      const { stdout } = await run(process.execPath, [join(folder, "example.mjs")], { cwd: folder, env });
      if (index === 0) assert.match(stdout, /queue\n[\s\S]*completed\n[\s\S]*human: Hello, this is Sam/);
    } finally {
      await close();
      rmSync(folder, { recursive: true });
    }
  });
}
