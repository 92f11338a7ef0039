/** `synthflow-wasm check` */

import { FAILED, messageOf, usage } from "./errors.js";
import { readJson } from "./input.js";
import { printIssues } from "./issues.js";
import { note, withOutput } from "./output.js";

const isOperation = async (name) => {
  const { check } = await import("synthflow-wasm");
  try {
    return Boolean(check(name, {}));
  } catch {
    return false;
  }
};

/** The operation and the params: of two arguments, or of an object with both. */
const read = async (first, second) => {
  if (second !== undefined) return [first, await readJson(second)];
  const given = await readJson(first).catch(async (error) => {
    if (error.cause?.code === "ENOENT" && (await isOperation(first)))
      throw usage(`${first}: the JSON file with the params is missing; - is stdin`, error.cause);
    throw error;
  });
  if (typeof given?.operation !== "string" || !Object.hasOwn(given, "params"))
    throw usage(
      `${first}: expected { "operation": "agents.create", "params": { … } }, or an operation before the file`,
    );
  return [given.operation, given.params];
};

const run = async (first, second, options) => {
  const [operation, params] = await read(first, second);
  const { check } = await import("synthflow-wasm");
  let issues;
  try {
    issues = check(operation, params);
  } catch (error) {
    throw usage(messageOf(error), error);
  }
  if (issues.length > 0 || options.output === "json" || !process.stdout.isTTY) printIssues(issues, options);
  note(`synthflow-wasm: ${operation}: ${issues.length === 1 ? "1 issue" : `${issues.length} issues`}`);
  if (issues.length > 0) process.exitCode = FAILED;
};

export const addCheck = (program) => {
  withOutput(
    program.command("check").description("check the params of an operation, without sending anything"),
  )
    .argument(
      "<operation|file>",
      'operation, such as agents.create; or a file with { "operation", "params" }',
    )
    .argument("[file]", "JSON file with the params; - is stdin")
    .addHelpText(
      "after",
      `
The exit code is 1 if there are issues. No API key is needed.

Examples:
  npx synthflow-wasm check agents.create agent.json
  echo '{ "operation": "calls.create", "params": {} }' | npx synthflow-wasm check -`,
    )
    .action(run);
};
