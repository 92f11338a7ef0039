/** `npm run emit`: writes the files that are generated from the declarations. `--check` fails if one is stale. */

import { run, say } from "./run.mjs";

const emit = (...args) =>
  run("cargo", ["run", "--locked", "--quiet", "--features", "emit", "--bin", "emit", "--", ...args]);

/** Fails if a generated file is stale. */
export const checkEmitted = () => {
  say("emit: checking that generated files are up to date");
  return emit("--check");
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await (process.argv.includes("--check") ? checkEmitted() : emit());
}
