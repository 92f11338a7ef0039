/** `npm run lint`: format, lint, docs, length of files, figures, wording. `npm run format` fixes what it can. */

import { run, say } from "./run.mjs";
import { setup } from "./setup.mjs";

/** Runs all linters. */
export const lint = async () => {
  await setup();
  say("format: rust and javascript");
  await run("cargo", ["fmt", "--check"]);
  for (const crate of ["examples-web/rust", "unpack"])
    await run("cargo", ["fmt", "--all", "--check", "--manifest-path", `${crate}/Cargo.toml`]);
  await run("npx", ["biome", "check"]);
  say("lint: rust, natively and for wasm");
  const wasm = ["--target", "wasm32-unknown-unknown"];
  for (const features of [
    ["--features", "emit,webhooks"],
    [...wasm, "--features", "webhooks"],
    [...wasm, "--no-default-features", "--features", "package"],
  ]) {
    const all = features.includes("package") ? "--lib" : "--all-targets";
    await run("cargo", ["clippy", "--locked", "--quiet", ...features, all, "--", "-D", "warnings"]);
  }
  const unpack = ["--manifest-path", "unpack/Cargo.toml", "--target-dir", "target/unpack", ...wasm];
  await run("cargo", ["clippy", "--locked", "--quiet", ...unpack, "--", "-D", "warnings"]);
  say("docs: every link of rustdoc");
  for (const target of [[], wasm]) {
    const docs = ["doc", "--locked", "--quiet", "--no-deps", "--features", "webhooks", ...target];
    await run("cargo", docs, { env: { RUSTDOCFLAGS: "-D warnings" } });
  }
  say("files: none is too long without a reason");
  await run(process.execPath, ["scripts/length.mjs"]);
  say("figures: those in the documentation are the measured ones");
  await run(process.execPath, ["scripts/figures.mjs", "--check"]);
  say("wording: standard terms in comments, messages and Markdown");
  await run(process.execPath, ["scripts/words.mjs"]);
};

if (process.argv[1] === new URL(import.meta.url).pathname) await lint();
