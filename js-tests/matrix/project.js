/** A project outside of the repository: packages, files, commands, servers. */

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { write } from "../frameworks/project.js";
import { freePort } from "../support/port.js";

const TIMEOUT = 300_000;
const START_TIMEOUT = 90_000;

/** Ends the running process groups and removes the folders, at the latest when this process exits. */
const open = new Set();
process.on("exit", () => {
  for (const close of [...open].reverse()) close();
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** The last lines of an output, without colors. */
const tail = (output) => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colors
  const lines = output.replace(/\u001b\[[\d;]*m/g, "").split("\n");
  return lines
    .filter((line) => line.trim())
    .slice(-25)
    .join("\n");
};

/** Starts a command, in a process group of its own. `ended` resolves with its code, and `output()` is what it printed. */
const begin = ([command, ...args], { cwd, env, timeout }) => {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const stop = () => {
    open.delete(stop);
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // All its processes have ended.
    }
  };
  open.add(stop);
  const ended = new Promise((resolve, reject) => {
    const late = () => {
      stop();
      reject(new Error(`${command} did not end within ${timeout / 1000} s\n${tail(output)}`));
    };
    const timer = timeout && setTimeout(late, timeout);
    child.on("error", reject);
    // Not `close`: a process that it left may keep its output open.
    child.on("exit", (code) => {
      clearTimeout(timer);
      setTimeout(() => {
        stop();
        resolve(code);
      }, 50);
    });
  });
  return { ended, stop, output: () => output };
};

/** Creates a project. `values` are texts that are replaced in its files. */
export const createProject = (values = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-matrix-"));
  const remove = () => {
    open.delete(remove);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
  };
  open.add(remove);
  const filled = (text) =>
    Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(name, value), text);

  /** As in a script of npm: the commands of the project come first, also a `node` that it installed. */
  const PATH = [join(folder, "node_modules/.bin"), dirname(process.execPath), process.env.PATH].join(
    delimiter,
  );

  const exec = async (text, { env, timeout = TIMEOUT } = {}) => {
    const { ended, output } = begin(text.split(" "), { cwd: folder, env: { PATH, ...env }, timeout });
    const code = await ended;
    if (code !== 0) throw new Error(`${text} ended with code ${code}\n${tail(output())}`);
    return output();
  };

  return {
    folder,
    exec,
    write: (files) =>
      write(folder, Object.fromEntries(Object.entries(files).map(([name, text]) => [name, filled(text)]))),
    /** `cache` is a folder for what is downloaded; without it, npm's own is used, and versions that are there suffice. */
    install: (packages, { cache } = {}) => {
      const quiet = "--no-audit --no-fund --loglevel=error";
      const env = cache ? { npm_config_cache: cache } : { npm_config_prefer_offline: "true" };
      return exec(`npm install ${quiet} ${packages.join(" ")}`, { env });
    },
    version: (name) =>
      JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version,
    /** Starts a server with a port, and calls a function with its origin once it responds. */
    serve: async (text, use, env) => {
      const port = String(await freePort());
      const server = begin(text.replaceAll("$PORT", port).split(" "), {
        cwd: folder,
        env: { PATH, PORT: port, HOST: "127.0.0.1", ...env },
      });
      let code;
      server.ended.then(
        (ended) => (code = ended),
        (error) => (code = error.message),
      );
      const origin = `http://127.0.0.1:${port}`;
      try {
        const deadline = Date.now() + START_TIMEOUT;
        for (;;) {
          const response = await fetch(origin, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
          await response?.body?.cancel();
          if (response) break;
          if (code !== undefined || Date.now() > deadline)
            throw new Error(`${text} does not respond (${code ?? "it is running"})`);
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
        return await use(origin);
      } catch (error) {
        throw new Error(`${error.message}\n${tail(server.output())}`);
      } finally {
        server.stop();
      }
    },
    remove,
  };
};
