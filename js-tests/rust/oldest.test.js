/** An application that holds older versions of wasm-bindgen and the like can have the library: they come with its tools. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, run } from "../../scripts/run.mjs";

const app = join(root, "js-tests/rust/oldest");

/** The versions of dependencies in a manifest, by name. */
const versionsIn = (manifest) => {
  const text = readFileSync(manifest, "utf8");
  const lines = text.matchAll(/^([\w-]+) = (?:\{ version = )?"(?:>=|=)?(\d+\.\d+(?:\.\d+)?)[^"]*"/gm);
  return Object.fromEntries([...lines].map(([, name, version]) => [name, version]));
};

test("the application holds the oldest versions that Cargo.toml allows", () => {
  const allowed = versionsIn(join(root, "Cargo.toml"));
  const { version, edition, ...held } = versionsIn(join(app, "Cargo.toml"));
  const shared = Object.keys(held);
  assert.deepEqual([version, shared.length], ["0.0.0", 9]);
  for (const name of shared) assert.equal(held[name], allowed[name].padEnd(held[name].length, ".0"), name);
});

test("it compiles", async () => {
  await run("cargo", ["check", "--locked", "--target", "wasm32-unknown-unknown"], {
    quiet: true,
    cwd: app,
    env: { CARGO_TARGET_DIR: join(root, "target/oldest") },
  });
});
