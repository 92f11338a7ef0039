/** A copy of the project in which its scripts and tests run, for what changes its sources. */

import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run.mjs";

/** Entries that a copy has of its own, or shares with the project. */
const notCopied = new Set(["target", "node_modules", "pkg", "tools", ".git", "biome.jsonc"]);

/** The copy of this name, in `target`; what cargo has built in it is kept. */
export const copyOf = (name) => {
  const path = join(root, "target", name);
  const inCopy = (...parts) => join(path, ...parts);
  const link = (...parts) => symlinkSync(join(root, ...parts), inCopy(...parts), "junction");

  /** Copies the project, with packages linked one by one: `synthflow-wasm`, itself a link, must be that of the copy. */
  const copyProject = () => {
    mkdirSync(path, { recursive: true });
    for (const entry of readdirSync(root).filter((entry) => !notCopied.has(entry))) {
      rmSync(inCopy(entry), { recursive: true, force: true });
      cpSync(join(root, entry), inCopy(entry), { recursive: true, preserveTimestamps: true });
    }
    // The last build of cargo may have had a fault, in a file that now looks older.
    utimesSync(inCopy("src/lib.rs"), new Date(), new Date());
    rmSync(inCopy("node_modules"), { recursive: true, force: true });
    mkdirSync(inCopy("node_modules"));
    for (const entry of readdirSync(join(root, "node_modules"), { withFileTypes: true })) {
      if (entry.isDirectory()) link("node_modules", entry.name);
    }
    rmSync(inCopy("tools"), { force: true });
    link("tools");
  };

  /** Builds in the copy, by its own scripts, so that they use its paths. */
  const build = (module, call) =>
    run(process.execPath, ["-e", `import("./scripts/${module}.mjs").then((module) => module.${call})`], {
      quiet: true,
      cwd: path,
    });
  const buildWasm = () => build("wasm", "buildWasm({ optimize: false })");
  const buildPackage = () => build("package", "buildPackage({ compressed: false })");

  return { path, inCopy, copyProject, buildWasm, buildPackage };
};
