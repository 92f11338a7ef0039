/** Fails on a source of more than 300 lines without a reason in its head: `Length: …`. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { root } from "./run.mjs";

const MAX_LINES = 300;
const sources = /\.(rs|js|mjs|ts|html|svelte)$/;
const generated = /\/generated\//;

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root })
  .toString()
  .trim()
  .split("\n")
  .filter((name) => sources.test(name) && !generated.test(name));

const long = files.filter((name) => {
  const lines = readFileSync(`${root}/${name}`, "utf8").split("\n");
  return lines.length - 1 > MAX_LINES && !lines.slice(0, 15).some((line) => line.includes("Length:"));
});
if (long.length > 0) {
  console.error(
    `more than ${MAX_LINES} lines without a reason in the head ("Length: …"):\n  ${long.join("\n  ")}`,
  );
  process.exitCode = 1;
}
