/** `npm run check`: format, lint, types, staleness, tests, audit, fuzz: what CI runs. */

import { audit } from "./audit.mjs";
import { fuzz } from "./fuzz.mjs";
import { lint } from "./lint.mjs";
import { say } from "./run.mjs";
import { test } from "./test.mjs";

await lint();
const audited = audit();
await test();
await fuzz();
say(audited);
