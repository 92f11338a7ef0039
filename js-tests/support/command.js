/** Commands of this machine. */

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The path of the first of these commands that is installed. */
export const find = (...names) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/** A process that is ended by a signal emits no `exit` unless it handles the signal. */
let handlesSignals = false;
const exitOnSignals = () => {
  if (handlesSignals) return;
  handlesSignals = true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
};

/** Starts a command that runs until `stop` is called, at the latest until this process exits. */
export const start = (command, args, options) => {
  exitOnSignals();
  const child = spawn(command, args, options);
  const stop = () => child.kill("SIGKILL");
  process.on("exit", stop);
  child.on("close", () => process.off("exit", stop));
  return { child, stop };
};

/** The first response of a server that is being started. */
export const firstResponse = async (url, init) => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await fetch(url, init);
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};
