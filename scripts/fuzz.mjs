/**
 * `npm run fuzz`: a million hostile inputs, half of them to the crate, half to the JavaScript API; `-- --inputs 50000` for
 * fewer. Each run has another seed; a failure prints it.
 */

import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { run, say } from "./run.mjs";

/** The number of properties in `tests/fuzz.rs`: proptest counts the inputs of each. */
const IN_RUST = 4;

/** Runs both with this number of inputs. */
export const fuzz = async (inputs = 1_000_000) => {
  const cases = Math.ceil(inputs / 2 / IN_RUST);
  const rest = Math.ceil(inputs / 2);
  await build({ ifChanged: true });
  say(`fuzz: ${cases * IN_RUST} inputs to the crate`);
  await run("cargo", ["test", "--locked", "--release", "--quiet", "--features", "emit", "--test", "fuzz"], {
    env: { PROPTEST_CASES: String(cases) },
  });
  say(`fuzz: ${rest} inputs to the JavaScript API`);
  await run(process.execPath, ["--test", "--test-reporter=spec", "js-tests/fuzz/fuzz.test.js"], {
    env: { FUZZ_INPUTS: String(rest) },
  });
  say(`passed: ${cases * IN_RUST + rest} hostile inputs`);
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { values } = parseArgs({ options: { inputs: { type: "string", default: "1000000" } } });
  const inputs = Number(values.inputs);
  if (!(inputs > 0)) throw new Error(`--inputs: expected a number above 0, got ${values.inputs}`);
  await fuzz(inputs);
}
