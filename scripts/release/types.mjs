/** What changed in the types of the package since a release, and which version that takes. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The declarations of a file by name; comments and white space do not count. */
export const declarations = (text) => {
  const found = new Map();
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  for (const block of plain.split(/^(?=export )/m)) {
    const name = /^export (?:declare |default |import )*(?:abstract )?(?:\w+ )?(\w+)/.exec(block)?.[1];
    if (!name) continue;
    const body = block.replace(/\s+/g, " ").trim();
    // An overload, or a class and an interface of one name.
    found.set(name, [found.get(name), body].filter(Boolean).join(" "));
  }
  return found;
};

/** The names that were removed, changed or added. */
export const compare = (before, after) => {
  const [old, now] = [declarations(before), declarations(after)];
  return {
    removed: [...old.keys()].filter((name) => !now.has(name)),
    changed: [...old.keys()].filter((name) => now.has(name) && now.get(name) !== old.get(name)),
    added: [...now.keys()].filter((name) => !old.has(name)),
  };
};

const typesIn = (folder) => readdirSync(folder).filter((name) => name.endsWith(".d.cts"));

/** The same of all files of two packages; a file that is gone has lost all of its names. */
export const compareFolders = (before, after) => {
  const read = (folder, name) =>
    typesIn(folder).includes(name) ? readFileSync(join(folder, name), "utf8") : "";
  const names = new Set([...typesIn(before), ...typesIn(after)]);
  return [...names]
    .map((name) => ({ name, ...compare(read(before, name), read(after, name)) }))
    .filter(({ removed, changed, added }) => removed.length + changed.length + added.length > 0);
};

/** Whether a version may have changes that others may not expect, after the last one. */
export const isBreaking = (version, last) => {
  const [major, minor] = version.split(".").map(Number);
  const [lastMajor, lastMinor] = last.split(".").map(Number);
  return major > lastMajor || (major === 0 && lastMajor === 0 && minor > lastMinor);
};

const npm = (...args) => {
  const shell = process.platform === "win32";
  return execFileSync("npm", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], shell });
};

/** The last release of a package: its version and a folder with its files; undefined if there is none. */
export const lastRelease = (name) => {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const [{ filename, version }] = JSON.parse(
      npm("pack", `${name}@latest`, "--json", "--pack-destination", folder),
    );
    execFileSync("tar", ["-xzf", filename], { cwd: folder });
    return { version, folder: join(folder, "package"), remove };
  } catch (error) {
    remove();
    // With --json it is on the standard output.
    if (/E404/.test(`${error.stderr}${error.stdout}`)) return undefined;
    throw error;
  }
};
