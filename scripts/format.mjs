/** `npm run format`: formats Rust and JavaScript in place. */

import { run } from "./run.mjs";
import { setup } from "./setup.mjs";

await setup();
await run("cargo", ["fmt"]);
await run("cargo", ["fmt", "--all", "--manifest-path", "examples-web/rust/Cargo.toml"]);
await run("npx", ["biome", "check", "--write"]);
