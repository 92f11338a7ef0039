/** `npm run check`: format, lint, types, staleness, tests: what CI runs. */

import { lint } from "./lint.mjs";
import { test } from "./test.mjs";

await lint();
await test();
