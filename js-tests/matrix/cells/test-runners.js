/** Test runners, and programs that run TypeScript as it is. */

import { cjs, cjsTest, esm, esmTest, typedProgram, typedTest } from "../program.js";
import { prints } from "../steps.js";

const jest = (settings) =>
  `module.exports = ${JSON.stringify({ testMatch: ["**/a.test.*"], ...settings })};\n`;
const requires = { "a.test.cjs": cjsTest };
const imports = { "a.test.mjs": esmTest };
const extensions = { moduleFileExtensions: ["js", "mjs", "cjs", "json"], transform: {} };

/** Jest in an environment, with `require` and with `import`. */
const inJest = (environment, packages, note) =>
  [
    ["`require`", requires, {}],
    ["`import`, with `--experimental-vm-modules`", imports, { NODE_OPTIONS: "--experimental-vm-modules" }],
  ].map(([how, files, env]) => ({
    name: `Jest, ${environment}`,
    how,
    note,
    packages: ["jest@30", ...packages],
    files: {
      ...files,
      "jest.config.cjs": jest({
        ...extensions,
        testEnvironment: packages.at(-1)?.replace(/(.)@[^@]*$/, "$1") ?? "node",
      }),
    },
    steps: [prints("jest --no-cache", env)],
  }));

export const testRunners = [
  ...inJest("node", []),
  ...inJest(
    "jsdom",
    ["jest-environment-jsdom@30", "jest-fixed-jsdom@0.0"],
    'needs `testEnvironment: "jest-fixed-jsdom"`: jsdom itself has no `fetch`',
  ),
  ...inJest("edge-runtime", ["@edge-runtime/jest-environment@4"]),
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
