/**
 * What TypeScript and the running program say to common mistakes, compared with `mistakes.json`. To update it, delete it, run
 * this test twice, and read the difference.
 */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Synthflow } from "synthflow-wasm";
import { mistakes } from "./mistakes.js";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const snapshot = join(here, "mistakes.json");

/** What the compiler says, as a terminal shows it, without colors and without what is around it. */
const said = async (code) => {
  const folder = mkdtempSync(join(here, "made-"));
  const head = 'import { Synthflow } from "synthflow-wasm";\ndeclare const client: Synthflow;\n';
  writeFileSync(join(folder, "a.ts"), `${head}export const use = async () => {\n${code}\n};\n`);
  const compilerOptions = { strict: true, noEmit: true, target: "es2022", lib: ["es2022", "dom"], types: [] };
  const modules = { module: "esnext", moduleResolution: "bundler" };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...compilerOptions, ...modules } }),
  );
  const { stdout } = await run(process.execPath, [tsc, "-p", ".", "--pretty"], { cwd: folder }).catch(
    (error) => error,
  );
  rmSync(folder, { recursive: true });
  return (
    stdout
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the colors of a terminal
      .replace(/\x1b\[[\d;]*m/g, "")
      .replace(/^Found .*$/m, "")
      .replace(/\S*\btypes\.d\.cts:[\d:]+ - /g, "")
      .split("\n")
      .filter((line) => /\w/.test(line) && !/^ *\d+ {5,}/.test(line))
      .map((line) => line.trim().replace(/^\d+ +/, ""))
  );
};

/** What the running program says. */
const happens = async ({ code, isPage }) => {
  const fetch = async () => Response.json({ response: { assistants: [] } });
  const client = new Synthflow({ apiKey: "a", region: "us", fetch });
  // A module of its own, since the name of a file is a part of no message.
  const source = `export const use = async (client, Synthflow) => { ${code} };`;
  const { use } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  if (isPage) globalThis.window = { document: {} };
  try {
    await use(client, Synthflow);
    return "nothing";
  } catch ({ name, message }) {
    return `${name}: ${message}`;
  } finally {
    delete globalThis.window;
  }
};

const found = {};
for (const [name, mistake] of Object.entries(mistakes)) {
  test(`${name}: the compiler and the running program name the field and the fix`, async () => {
    const [types, program] = [await said(mistake.code), await happens(mistake)];
    found[name] = { types, program: program.split("\n") };
    const { field, fix, untyped, unnamed } = mistake;
    assert.ok(program.includes(field), program);
    if (!unnamed) assert.match(program, new RegExp(fix));
    if (untyped) assert.deepEqual(types, []);
    else assert.ok(types.join().includes(field) && new RegExp(fix).test(types.join()), types.join("\n"));
  });
}

test("the messages are those of the snapshot", () => {
  if (!existsSync(snapshot)) {
    writeFileSync(snapshot, `${JSON.stringify(found, null, 2)}\n`);
    assert.fail("mistakes.json was missing, and is written: read it, and run the test again");
  }
  assert.deepEqual(found, JSON.parse(readFileSync(snapshot, "utf8")));
});
