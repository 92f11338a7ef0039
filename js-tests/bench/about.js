/** What a figure depends on: date, machine, versions, command. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { arch, availableParallelism, cpus, release, type } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/run.mjs";

const versionOf = (name) =>
  JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;

const packages = ["retell-sdk", "@vapi-ai/server-sdk", "openai-6", "openai", "synthflow-wasm"];
const tools = ["esbuild", "vite", "typescript"];

/** The commit that was measured; `+` if files differ from it. */
const commit = () => {
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  try {
    return git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain", "src", "pkg-template") && "+");
  } catch {
    return "unknown";
  }
};

/** The conditions of a measurement. */
export const about = (command) => ({
  date: new Date().toISOString().slice(0, 10),
  command,
  commit: commit(),
  node: process.versions.node,
  os: `${type()} ${release()} ${arch()}`,
  cpu: `${availableParallelism()} of ${cpus()[0]?.model.trim() ?? "unknown"}`,
  versions: Object.fromEntries([...packages, ...tools].map((name) => [name, versionOf(name)])),
});

/** The Node binaries to start: `paths`, or this one. */
export const nodesAt = (paths) =>
  (paths.length > 0 ? paths : [process.execPath]).map((path) => ({
    path,
    version: execFileSync(path, ["--version"], { encoding: "utf8" }).trim().slice(1),
  }));
