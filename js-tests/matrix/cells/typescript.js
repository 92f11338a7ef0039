/** The compilers: the types are checked, and what they emit is run. */

import { typedProgram } from "../program.js";
import { prints } from "../steps.js";

const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, types: [] };
const config = (options, files) =>
  JSON.stringify({
    compilerOptions: { target: "es2022", lib: ["es2022", "dom"], ...strict, ...options },
    files,
  });

const compiler = (version, { bundler = true, ci } = {}) => ({
  name: "TypeScript",
  how: `\`nodenext\`, \`.mts\` and \`.cts\`${bundler ? ", and `bundler`" : ""}`,
  ci,
  packages: [`typescript@${version}`],
  files: {
    "a.mts": typedProgram,
    "b.cts": typedProgram,
    "c.ts": typedProgram,
    "tsconfig.json": config({ module: "nodenext", moduleResolution: "nodenext", outDir: "out" }, [
      "a.mts",
      "b.cts",
    ]),
    "bundler.json": config({ module: "esnext", moduleResolution: "bundler", noEmit: true }, ["c.ts"]),
  },
  build: ["tsc -p tsconfig.json", ...(bundler ? ["tsc -p bundler.json"] : [])],
  steps: [prints("node out/a.mjs"), prints("node out/b.cjs")],
});

export const typescript = [
  compiler("4.9", { bundler: false, ci: true }),
  compiler("5.0"),
  compiler("5.4"),
  compiler("5.9", { ci: true }),
  compiler("6"),
  compiler("7", { ci: true }),
];
