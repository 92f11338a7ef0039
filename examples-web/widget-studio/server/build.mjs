/** Builds the page of the studio with Vite, if a source is newer than the built page. */

import { execFile } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const studio = fileURLToPath(new URL("..", import.meta.url));
const outside = ["pkg", "package-lock.json"].map((name) =>
  fileURLToPath(new URL(`../../../${name}`, import.meta.url)),
);
const vite = fileURLToPath(new URL("../../../node_modules/vite/bin/vite.js", import.meta.url));
const dist = join(studio, "dist");

const newest = (path) => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const isFresh = () => {
  const page = join(dist, "index.html");
  if (!existsSync(page)) return false;
  const sources = [
    join(studio, "src"),
    join(studio, "index.html"),
    join(studio, "vite.config.mjs"),
    ...outside,
  ];
  return sources.every((path) => newest(path) < statSync(page).mtimeMs);
};

/** Replaces the built page, unless another process has just done so. */
const replace = (fresh) => {
  rmSync(dist, { recursive: true, force: true });
  try {
    renameSync(fresh, dist);
  } catch (error) {
    if (!isFresh()) throw error;
  }
};

/** Builds the page; fast if nothing has changed. Two processes may do so at the same time. */
export const buildStudio = async () => {
  if (isFresh()) return dist;
  const fresh = `${dist}-${process.pid}`;
  try {
    // In a process of its own: Vite sets NODE_ENV of the one that it runs in.
    await promisify(execFile)(process.execPath, [vite, "build", "--logLevel", "warn", "--outDir", fresh], {
      cwd: studio,
    });
    replace(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return dist;
};
