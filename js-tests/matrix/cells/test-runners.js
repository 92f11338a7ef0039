/** Test runners, and programs that run TypeScript as it is. */

import { cjs, esm, esmTest, pageTests, serverTests, typedProgram, typedTest } from "../program.js";
import { prints } from "../steps.js";

const jest = (settings) =>
  `module.exports = ${JSON.stringify({ testMatch: ["**/a.test.*"], ...settings })};\n`;
const required = { how: "`require`", file: "a.test.cjs" };
const imported = {
  how: "`import`, with `--experimental-vm-modules`",
  file: "a.test.mjs",
  env: { NODE_OPTIONS: "--experimental-vm-modules" },
};

/** Jest in an environment, the last of the packages. */
const inJest = (name, { how, file, env }, { packages = [], tests = serverTests, settings, note } = {}) => ({
  name: `Jest, ${name}`,
  how,
  note,
  packages: ["jest@30", ...packages],
  files: {
    [file]: tests[file],
    "jest.config.cjs": jest({
      moduleFileExtensions: ["js", "mjs", "cjs", "json"],
      transform: {},
      testEnvironment: packages.at(-1)?.replace(/(.)@[^@]*$/, "$1") ?? "node",
      ...settings,
    }),
  },
  steps: [prints("jest --no-cache", env)],
});

const jsdom = {
  packages: ["jest-environment-jsdom@30", "jest-fixed-jsdom@0.0"],
  tests: pageTests,
  note: 'needs `testEnvironment: "jest-fixed-jsdom"`: jsdom itself has no `fetch`',
};
const edge = { packages: ["@edge-runtime/jest-environment@4"] };

/** Jest loads a `.wasm` file as a module that is linked, which the one of the package is not. */
const edgeImported = {
  ...edge,
  settings: { moduleNameMapper: { "^synthflow-wasm$": "<rootDir>/node_modules/synthflow-wasm/index.js" } },
  note: 'needs `moduleNameMapper: { "^synthflow-wasm$": "<rootDir>/node_modules/synthflow-wasm/index.js" }`',
};

export const testRunners = [
  inJest("node", required),
  inJest("node", imported),
  inJest("jsdom", required, jsdom),
  inJest("jsdom", imported, jsdom),
  inJest("edge-runtime", required, edge),
  inJest("edge-runtime", imported, edgeImported),
  {
    name: "ts-jest",
    how: "`import`, compiled to CommonJS",
    packages: ["ts-jest@29", "jest@30", "@types/jest@30", "typescript@5.9"],
    files: {
      "a.test.ts": typedTest,
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          module: "nodenext",
          isolatedModules: true,
          strict: true,
          target: "es2022",
          types: ["jest"],
        },
      }),
      "jest.config.cjs": jest({ preset: "ts-jest" }),
    },
    steps: [prints("jest --no-cache")],
  },
  {
    name: "Vitest",
    how: "`import`",
    ci: true,
    packages: ["vitest@5"],
    files: { "a.test.mjs": `import { expect, test } from "vitest";\n${esmTest}` },
    steps: [prints("vitest run")],
  },
  {
    name: "Node's test runner",
    how: "`import` and `require`",
    ci: true,
    hostVersion: process.versions.node,
    files: { "a.test.mjs": esm, "b.test.cjs": cjs },
    steps: [prints("node --test")],
  },
  {
    name: "tsx",
    how: "`.mts` and `.cts`",
    packages: ["tsx@4"],
    files: { "a.mts": typedProgram, "b.cts": typedProgram },
    steps: [prints("tsx a.mts"), prints("tsx b.cts")],
  },
  {
    name: "ts-node",
    how: "`.cts`, with type checks",
    packages: ["ts-node@10", "typescript@5.9"],
    files: {
      "b.cts": typedProgram,
      "tsconfig.json": JSON.stringify({
        compilerOptions: { module: "nodenext", strict: true, target: "es2022", types: [] },
      }),
    },
    steps: [prints("ts-node b.cts")],
  },
];
