import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));

/**
 * Compiles files (`[name, source]` pairs) with `tsc --strict`, or other options, against the built package. Rejects with the
 * messages of the compiler.
 */
export const compile = async (files, resolution, options) => {
  const folder = mkdtempSync(join(here, "made-"));
  try {
    for (const [name, source] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), source);
    }
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      target: "es2022",
      lib: ["es2022", "dom"],
      types: [],
      module: resolution === "bundler" ? "esnext" : resolution,
      moduleResolution: resolution,
      ...options,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
    await run(process.execPath, [tsc, "-p", folder]).catch(({ stdout, stderr }) => {
      throw new Error(stdout || stderr);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
