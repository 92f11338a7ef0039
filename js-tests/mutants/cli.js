/** Faults in the command. */

const create = "pkg-template/cli/create.js";
const tests = ["js-tests/cli/create.test.js"];

export const commands = [
  {
    name: "the command calls without --yes",
    file: create,
    before: "if (options.yes !== true) {",
    after: "if (options.yes === null) {",
    tests,
  },
  {
    name: "the command retries a call",
    file: create,
    before: "maxRetries: 0",
    after: "maxRetries: 2",
    tests,
  },
  {
    name: "the command calls a lost call a failure",
    file: create,
    before: 'if (error?.outcome !== "unknown") throw error;',
    after: "if (error) throw error;",
    tests,
  },
  {
    name: "Ctrl-C while a call is being placed is only an interruption",
    file: create,
    before: 'if (error?.outcome !== "unknown") throw error;',
    after: 'if (error?.outcome !== "unknown" || error.name === "APIAbortError") throw error;',
    tests,
  },
  {
    name: "the command takes a file's number over that of its options",
    file: create,
    before: "if (phone !== undefined) params.phone = phone;",
    after: "if (phone !== undefined) params.phone ??= phone;",
    tests,
  },
  {
    name: "the command calls a placed call a failure if its result cannot be written",
    file: "pkg-template/cli/errors.js",
    before: "process.exit(state.isPlaced ? UNKNOWN : FAILED);",
    after: "process.exit(FAILED);",
    tests,
  },
  {
    name: "the command calls a placed call a success if nobody reads its result",
    file: "pkg-template/cli/errors.js",
    before: 'error.code === "EPIPE" && !state.isPlaced',
    after: 'error.code === "EPIPE"',
    tests: ["js-tests/cli/wrong.test.js"],
    pattern: "nobody reads its result",
  },
];
