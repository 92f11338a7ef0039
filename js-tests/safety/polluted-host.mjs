/** Prints what `polluted.mjs` found in Node, Deno or Bun. */

import { Synthflow } from "../../pkg/index.js";
import { tryPolluted } from "./polluted.mjs";

console.log(JSON.stringify(await tryPolluted(Synthflow)));
