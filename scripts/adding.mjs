/**
 * `npm run adding`: applies the diffs of CONTRIBUTING.md and its lines for the contract to a copy of the project, and runs the
 * tests that fail until a new resource is complete.
 */

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyOf } from "./copy.mjs";
import { root, run, say } from "./run.mjs";
import { setup } from "./setup.mjs";

const { path, inCopy, copyProject, buildWasm, buildPackage } = copyOf("adding");

const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");

/** The blocks of a language, in order. */
const blocksOf = (language) =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , code]) => code);

const inThisCopy = (command, ...args) => run(command, args, { quiet: true, cwd: path });

/** Changes a file of JSON in the copy. */
const change = (name, edit) => {
  const content = JSON.parse(readFileSync(inCopy(name), "utf8"));
  edit(content);
  writeFileSync(inCopy(name), JSON.stringify(content));
};

const apply = async () => {
  const [operation, resource, ...otherDiffs] = blocksOf("diff");
  const [operations, paths, ...others] = blocksOf("json").map((code) => JSON.parse(code));
  if (!paths || otherDiffs.length > 0 || others.length > 0)
    throw new Error("CONTRIBUTING.md: expected two diffs, and two blocks of JSON");
  // Its own repository, since the copy is in a folder that the one around it ignores.
  await inThisCopy("git", "init", "--quiet");
  for (const diff of [resource, operation]) {
    writeFileSync(inCopy("added.diff"), diff);
    await inThisCopy("git", "apply", "added.diff");
  }
  change("js-tests/contract/operations.json", (contract) => contract.operations.push(...operations));
  change("js-tests/contract/openapi.json", (contract) => Object.assign(contract.paths, paths));
};

/** Tests of the copy; those of the contract compare every field with the declarations. */
const tests = [
  "js-tests/contract/contract.test.js",
  "js-tests/contract/coverage.test.js",
  "js-tests/contract/responses.test.js",
  "js-tests/sandbox/resources.test.js",
  "js-tests/types/types.test.js",
];

/** Adds the resource of CONTRIBUTING.md to a copy, and tests it. */
export const adding = async () => {
  await setup();
  say("adding: the diffs of CONTRIBUTING.md, in a copy");
  rmSync(inCopy(".git"), { recursive: true, force: true });
  copyProject();
  await apply();
  await inThisCopy(process.execPath, "scripts/emit.mjs");
  await inThisCopy("cargo", "fmt", "--check");
  await buildWasm();
  await buildPackage();
  await inThisCopy(process.execPath, "--test", "--test-concurrency=2", ...tests);
  await inThisCopy("cargo", "test", "--locked", "--target", "wasm32-unknown-unknown", "--test", "resources");
  say("adding: the new resource passes the tests of the contract, the sandbox, the types and Rust");
};

if (process.argv[1] === new URL(import.meta.url).pathname) await adding();
