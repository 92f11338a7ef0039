/** A project of a framework, in a folder of its own. */

import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Creates a project and installs packages in it. */
export const install = async (project, packages) => {
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{ "private": true }');
  await run("npm", ["install", "--no-audit", "--no-fund", "--silent", ...packages], { cwd: project });
};

/** Writes files, by their paths in the project. */
export const write = (project, files) => {
  for (const [name, text] of Object.entries(files)) {
    const path = join(project, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
};
