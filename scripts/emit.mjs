/** `npm run emit`: writes all that is made from the declarations. `--check` fails where it is stale. */

import { run, say } from "./run.mjs";

const emit = (...args) =>
  run("cargo", ["run", "--locked", "--quiet", "--features", "emit", "--bin", "emit", "--", ...args]);

/** Fails where a product of the declarations is not what they say. */
export const checkEmitted = () => {
  say("emit: is what is generated up to date?");
  return emit("--check");
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await (process.argv.includes("--check") ? checkEmitted() : emit());
}
