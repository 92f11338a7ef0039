/**
 * `npm run mutants`: plants one fault at a time in a copy of the project, and runs the tests that must notice it. The
 * faults are in js-tests/mutants.
 *
 * `--only <part of a name or path>` (repeatable), `--sample 10` (different ones each day), `--list`.
 */

import { spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { mutants } from "../js-tests/mutants/list.js";
import { copyOf } from "./copy.mjs";
import { run, say } from "./run.mjs";
import { setup } from "./setup.mjs";

const { path: copy, inCopy, copyProject, buildWasm, buildPackage } = copyOf("mutants");

const DAY_MS = 86_400_000;

/** The timeout of one test file: one of them waits half a minute for the owner of a lock. */
const TIMEOUT_MS = 90_000;

const selected = ({ only = [""], sample }) => {
  if (sample === undefined) {
    return mutants.filter(({ name, file }) =>
      only.some((part) => name.includes(part) || file.includes(part)),
    );
  }
  const first = Math.floor(Date.now() / DAY_MS) * Number(sample);
  return Array.from(
    { length: Math.min(sample, mutants.length) },
    (_, index) => mutants[(first + index) % mutants.length],
  );
};

/** The arguments of cargo for the native tests of the crate. */
const cargoTest = (names) => ["test", "--locked", ...names.flatMap((name) => ["--test", name])];

/** The command that runs tests, its arguments, and the line by which it names one that failed. */
const runner = ({ tests, pattern, rust }) => {
  if (rust) return ["cargo", cargoTest(rust), /^test (.*) \.\.\. FAILED\n/m];
  const options = ["--test-reporter=tap", "--test-concurrency=2", `--test-timeout=${TIMEOUT_MS}`];
  if (pattern) options.push(`--test-name-pattern=${pattern}`);
  return [process.execPath, ["--test", ...options, ...tests], /^ *not ok \d+ - (.*)\n/m];
};

/** Runs tests in the copy; returns the name of the first that failed, or undefined. */
const failingTest = (mutant) =>
  new Promise((resolve, reject) => {
    const { env } = mutant;
    const [command, options, failure] = runner(mutant);
    const child = spawn(command, options, {
      cwd: copy,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    let output = "";
    let failed;
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (failed) return;
      failed = failure.exec(output)?.[1];
      // Stops the rest: the runner and the test files are one process group.
      if (failed) process.kill(-child.pid, "SIGKILL");
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(failed ?? (code === 0 ? undefined : "the test runner")));
  });

/** Whether a fault is in what the wasm and its glue are built from. */
const isInWasm = ({ file }) => file.startsWith("src/") || file === "scripts/glue.mjs";

/** Whether the wasm in the copy is without a fault. */
let isClean = true;

const cleanWasm = inCopy("target/clean");

const buildMutant = async (mutant) => {
  if (mutant.rust) return run("cargo", [...cargoTest(mutant.rust), "--no-run"], { quiet: true, cwd: copy });
  if (isInWasm(mutant)) {
    isClean = false;
    await buildWasm();
  } else if (!isClean) {
    cpSync(cleanWasm, inCopy("target/wasm"), { recursive: true });
    isClean = true;
  }
  await buildPackage();
};

/** Plants one fault; returns whether the tests noticed it, and prints by which. */
const tryMutant = async (mutant, label) => {
  const path = inCopy(mutant.file);
  const source = readFileSync(path, "utf8");
  const parts = source.split(mutant.before);
  const end = (result, text) => {
    say(`${label} ${mutant.name}: ${text}`);
    return result;
  };
  if (parts.length !== 2) return end("stale", `ERROR: ${mutant.file} has it ${parts.length - 1} times`);
  writeFileSync(path, parts.join(mutant.after));
  try {
    await buildMutant(mutant);
    const killer = await failingTest(mutant);
    return killer ? end("killed", `killed by ${killer}`) : end("survived", "SURVIVED");
  } catch (error) {
    return end("stale", `ERROR: it does not build: ${error.message}`);
  } finally {
    writeFileSync(path, source);
  }
};

/** Checks that the tests pass without a fault. */
const prepare = async (chosen) => {
  await setup();
  say(`mutants: copying the project, building it as it is`);
  copyProject();
  await buildWasm();
  await buildPackage();
  rmSync(cleanWasm, { recursive: true, force: true });
  cpSync(inCopy("target/wasm"), cleanWasm, { recursive: true });
  const isWhole = ({ pattern, env, rust }) => !(pattern || env || rust);
  const whole = new Set(chosen.filter(isWhole).flatMap(({ tests }) => tests));
  say(`mutants: ${whole.size} files of tests without a fault`);
  const runs = [{ tests: [...whole] }, ...chosen.filter((one) => !isWhole(one))];
  for (const one of runs.filter(({ tests, rust }) => rust || tests.length > 0)) {
    // Twice, as a busy machine may fail a test that waits.
    const failed = (await failingTest(one)) && (await failingTest(one));
    if (failed) throw new Error(`without a fault this test fails: ${failed}`);
  }
};

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    sample: { type: "string" },
    list: { type: "boolean" },
  },
});
const chosen = selected(values);
if (chosen.length === 0) throw new Error("no mutant has such a name or path");
if (values.list) {
  for (const { name, file } of chosen) process.stdout.write(`${name} (${file})\n`);
} else {
  await prepare(chosen);
  const results = { killed: 0, survived: 0, stale: 0 };
  for (const [index, mutant] of chosen.entries()) {
    results[await tryMutant(mutant, `${index + 1}/${chosen.length}`)] += 1;
  }
  const { killed, survived, stale } = results;
  say(
    `mutants: ${chosen.length} planted, ${killed} killed, ${survived} survived, ${stale} of the list are wrong`,
  );
  if (killed < chosen.length) process.exitCode = 1;
}
