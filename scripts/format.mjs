/** `npm run format`: formats Rust and JavaScript in place. */

import { run } from "./run.mjs";
import { setup } from "./setup.mjs";

await setup();
await run("cargo", ["fmt"]);
await run("npx", ["biome", "check", "--write"]);
