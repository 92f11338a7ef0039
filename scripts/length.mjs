/** Fails on a source of more than 300 lines that does not say why: `Length: …` in its head. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { root } from "./run.mjs";

const MOST = 300;
const ours = /\.(rs|js|mjs|ts|html)$/;
const made = /\/generated\//;

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root })
  .toString()
  .trim()
  .split("\n")
  .filter((name) => ours.test(name) && !made.test(name));

const long = files.filter((name) => {
  const lines = readFileSync(`${root}/${name}`, "utf8").split("\n");
  return lines.length - 1 > MOST && !lines.slice(0, 15).some((line) => line.includes("Length:"));
});
if (long.length > 0) {
  console.error(`more than ${MOST} lines and no reason in the head ("Length: …"):\n  ${long.join("\n  ")}`);
  process.exitCode = 1;
}
