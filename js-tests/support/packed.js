/** The package as users get it: packed, and installed in an empty folder. */

import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));
const shell = process.platform === "win32";

/**
 * Installs the tarball, and other packages if any, in an empty folder. `write` writes a file there, `output` runs one with
 * Node and returns what it prints.
 */
export const installPacked = async (...packages) => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-wasm-"));
  const write = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: pkg,
    shell,
  });
  const tarball = join(folder, stdout.trim());
  write("package.json", '{ "private": true }');
  const offline = packages.length > 0 ? [] : ["--offline"];
  const quiet = ["--no-audit", "--no-fund", "--no-save"];
  await run("npm", ["install", ...offline, ...quiet, tarball, ...packages], { cwd: folder, shell });
  return {
    folder,
    tarball,
    write,
    output: async (name, source, ...flags) => {
      write(name, source);
      return (await run(process.execPath, [...flags, name], { cwd: folder })).stdout.trim();
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 }),
  };
};
