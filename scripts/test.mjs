/** `npm test`: sets up, builds, then runs every test, until one fails. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { checkEmitted } from "./emit.mjs";
import { root, run, say } from "./run.mjs";
import { buildRustExamples } from "./rust-examples.mjs";

/** The test files in a folder. */
const testsIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(".test.js"))
    .map((name) => join(folder, name))
    .sort();

/** A file that hangs in CI fails by its name, instead of using up the time of the run. */
const limit = process.env.CI ? ["--test-timeout=900000"] : [];

/** What is there on every target; the client is not. */
const features = ["--features", "emit,webhooks"];

const native = async () => {
  say("rust: native tests, and the examples of the documentation");
  await run("cargo", ["test", "--locked", "--quiet", ...features]);
};

const inNode = async () => {
  say("rust: tests of the typed client, as wasm in Node");
  await run("cargo", ["test", "--locked", "--target", "wasm32-unknown-unknown"]);
};

const built = async () => {
  const files = testsIn("js-tests");
  say(`javascript: ${files.length} test files on the built package`);
  await run(process.execPath, ["--test", "--test-concurrency=2", "--test-reporter=spec", ...limit, ...files]);
};

const studio = async () => {
  say("widget studio: the page");
  const { buildStudio } = await import("../examples-web/widget-studio/server/build.mjs");
  await buildStudio();
};

const size = () => {
  say("sizes against the budget");
  return run(process.execPath, ["scripts/size.mjs"]);
};

/** Runs all tests. */
export const test = async () => {
  await build({ ifChanged: true });
  await checkEmitted();
  await native();
  await inNode();
  // Tests with timers run after it: a compiler running at the same time would slow them down.
  await buildRustExamples();
  await studio();
  await built();
  await size();
  say("passed: generated files, rust native, rust in Node, the built package with a browser, sizes");
};

if (process.argv[1] === new URL(import.meta.url).pathname) await test();
