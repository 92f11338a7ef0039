import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { operations } from "../../pkg-template/generated/operations.js";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const sources = ["every-method", "every-resource"].map((name) => [
  name,
  readFileSync(join(here, `${name}.ts`), "utf8"),
]);

/** Extensions that make a module of each kind, and the ways TypeScript resolves packages. */
const cases = [
  ["node16", "mts"],
  ["node16", "cts"],
  ["nodenext", "mts"],
  ["nodenext", "cts"],
  ["bundler", "ts"],
];

test("every method is used", () => {
  const all = sources.map(([, source]) => source).join();
  const unused = operations.map(({ name }) => name).filter((name) => !all.includes(`client.${name}(`));
  assert.deepEqual(unused, []);
});

for (const [resolution, extension] of cases) {
  test(`tsc --strict, no skipLibCheck: every method under ${resolution}, as .${extension}`, async () => {
    const folder = mkdtempSync(join(here, "made-"));
    try {
      for (const [name, source] of sources) writeFileSync(join(folder, `${name}.${extension}`), source);
      const compilerOptions = {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        target: "es2022",
        lib: ["es2022", "dom"],
        types: [],
        module: resolution === "bundler" ? "esnext" : resolution,
        moduleResolution: resolution,
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
      await run(process.execPath, [tsc, "-p", folder]).catch(({ stdout }) => {
        throw new Error(stdout);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
