/** `npm run build`: builds `pkg/` from the sources. `--if-changed` does nothing if it is up to date. */

import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, say } from "./run.mjs";
import { setup } from "./setup.mjs";

const sources = [
  "src",
  "unpack",
  "pkg-template",
  "scripts",
  "Cargo.toml",
  "Cargo.lock",
  "package-lock.json",
  "api.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "README.md",
  "LICENSE-MIT",
  "LICENSE-APACHE",
  "docs",
];

/** What `npm run docs` builds from the package. */
const site = join(root, "docs/site");

const newest = (path) => {
  if (path === site) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const isFresh = () => {
  const made = join(root, "pkg/package.json");
  // `npm ci` removes the link by which tests import the package.
  const linked = existsSync(join(root, "node_modules/synthflow-wasm/package.json"));
  const time = linked && existsSync(made) ? statSync(made).mtimeMs : 0;
  return sources.every((source) => newest(join(root, source)) < time);
};

/** Sets up and builds; fast if nothing has changed. */
export const build = async ({ ifChanged = false } = {}) => {
  await setup();
  if (ifChanged && isFresh()) return say("package: pkg/ is up to date");
  // Imported late: their dependencies are installed by the setup.
  const { buildWasm } = await import("./wasm.mjs");
  const { buildUnpacker } = await import("./unpacker.mjs");
  const { buildPackage } = await import("./package.mjs");
  await buildWasm();
  await buildUnpacker();
  await buildPackage();
  say("package: pkg/ is ready");
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await build({ ifChanged: process.argv.includes("--if-changed") });
}
