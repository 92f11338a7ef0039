/** Runs commands and prints progress. */

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

const startedAt = Date.now();

/** Prints the next step. */
export const say = (line) => {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0).padStart(4);
  process.stdout.write(`${seconds} s  ${line}\n`);
};

/**
 * Runs a command; rejects if it fails. Prints its output, unless `quiet`: then prints a progress line every ten seconds,
 * and the output only if it fails.
 */
export const run = (command, args, { quiet = false, cwd = root, env = {} } = {}) =>
  new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      shell: process.platform === "win32",
    });
    let output = "";
    let last = "";
    const keep = (chunk) => {
      output += chunk;
      last = String(chunk).trim().split("\n").at(-1) ?? last;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const still = setInterval(() => {
      const seconds = ((Date.now() - started) / 1000).toFixed(0);
      if (quiet) say(`  … ${command} has run for ${seconds} s: ${last.slice(0, 70)}`);
    }, 10_000);
    child.on("error", (error) => {
      clearInterval(still);
      reject(new Error(`cannot start ${command}: ${error.message}`));
    });
    child.on("close", (code) => {
      clearInterval(still);
      if (code === 0) return resolve(output);
      if (quiet) process.stderr.write(output);
      const shown = args.length > 8 ? [...args.slice(0, 4), `… (${args.length} arguments)`] : args;
      const error = new Error(`${[command, ...shown].join(" ")} ended with code ${code}`);
      // The output of the command is above; the stack of this script does not help.
      error.stack = error.message;
      reject(error);
    });
  });
