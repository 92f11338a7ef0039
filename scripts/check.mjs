/** `npm run check`: format, lint, types, staleness, tests: what CI runs. */

import { join } from "node:path";
import { root, run, say } from "./run.mjs";
import { setup } from "./setup.mjs";
import { test } from "./test.mjs";

await setup();
say("format: rust and javascript");
await run("cargo", ["fmt", "--check"]);
await run("npx", ["biome", "check"]);
say("lint: rust, natively and for wasm");
const strict = ["--", "-D", "warnings"];
await run("cargo", ["clippy", "--locked", "--quiet", "--all-features", "--all-targets", ...strict]);
const wasm = ["--target", "wasm32-unknown-unknown", "--lib", "--features", "package"];
await run("cargo", ["clippy", "--locked", "--quiet", ...wasm, ...strict]);
say("docs: every link of rustdoc");
await run("cargo", ["doc", "--locked", "--quiet", "--no-deps"], { env: { RUSTDOCFLAGS: "-D warnings" } });
say("files: none is too long without a reason");
await run(process.execPath, [join(root, "scripts/length.mjs")]);
await test();
