#!/usr/bin/env node
/** The command `synthflow-wasm`. */

import { Command } from "commander";
import { VERSION } from "../src/version.js";
import { addAgents } from "./agents.js";
import { addCalls } from "./calls.js";
import { addCheck } from "./check.js";
import { exitCodeOf, onWriteError, withoutSecrets } from "./errors.js";
import { refuseRepeated } from "./once.js";
import { addSandbox } from "./sandbox.js";
import { addWebhooks } from "./webhooks.js";

const program = new Command("synthflow-wasm")
  .description("Synthflow from the command line, and a sandbox of it for tests.")
  .version(VERSION, "--version")
  .exitOverride()
  .configureOutput({
    outputError: (text, write) => write(withoutSecrets(text).replace(/^error: /, "synthflow-wasm: ")),
  })
  .showHelpAfterError("Add --help to see how it is used.")
  .addHelpText(
    "after",
    `
The API key is read from the environment: SYNTHFLOW_API_KEY; the region from SYNTHFLOW_REGION, unless --region is given.

Exit codes: 0 success, 1 failure, 2 wrong usage (nothing was sent), 3 unknown (a call may have been placed),
130 interrupted by Ctrl-C.

Examples:
  npx synthflow-wasm sandbox --port 4010
  npx synthflow-wasm calls list --agent YOUR_AGENT_ID --output table`,
  );

for (const add of [addSandbox, addAgents, addCalls, addCheck, addWebhooks]) add(program);
refuseRepeated(program);

process.stdout.on("error", onWriteError);
// A lost note is no failure.
process.stderr.on("error", () => {});

try {
  await program.parseAsync();
} catch (error) {
  // Not `process.exit`: what was written to a pipe must arrive.
  process.exitCode = exitCodeOf(error, process.argv.includes("--debug"));
}
