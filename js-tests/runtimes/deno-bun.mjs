/** Runs cases in Deno or in Bun: reads them from standard input, writes the results. */

import * as synthflow from "../../pkg/index.js";
import { runCases } from "../faults/run.js";

const job = JSON.parse(await new Response(standardInput()).text());
console.log(JSON.stringify(await runCases(synthflow, job)));

function standardInput() {
  return globalThis.Deno ? Deno.stdin.readable : Bun.stdin.stream();
}
