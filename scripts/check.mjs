/**
 * `npm run check`: what CI runs, except the test matrix and the screenshots: format, lint, types, stale files, tests, audit, fuzz,
 * ten planted faults, a new resource.
 */

import { adding } from "./adding.mjs";
import { audit } from "./audit.mjs";
import { fuzz } from "./fuzz.mjs";
import { lint } from "./lint.mjs";
import { run, say } from "./run.mjs";
import { test } from "./test.mjs";

await lint();
const audited = audit();
await test();
await fuzz(300_000);
await run(process.execPath, ["scripts/mutants.mjs", "--sample", "10"]);
await adding();
say(audited);
