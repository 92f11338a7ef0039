/** Runs the command of the package as a process. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { serveSandbox } from "synthflow-wasm/sandbox-server";

export const cli = fileURLToPath(new URL("../../pkg/cli.js", import.meta.url));

const TIMEOUT_MS = 20_000;

/** The environment without anything of Synthflow's, and these variables. */
export const environment = (variables = {}) => {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("SYNTHFLOW_"));
  return { ...Object.fromEntries(own), ...variables };
};

/** Collects what a process prints where that is a pipe; `ended` resolves to its exit code and that. */
export const collect = (child) => {
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    child[name]?.setEncoding("utf8");
    child[name]?.on("data", (chunk) => {
      texts[name] += chunk;
    });
  }
  const ended = once(child, "close").then(([code]) => ({ code, ...texts }));
  return { texts, ended };
};

/** Starts it; `ended` resolves to its exit code and what it printed. */
export const startCli = (args, { env, input = "", cwd } = {}) => {
  const child = spawn(process.execPath, [cli, ...args], { env: environment(env), cwd, timeout: TIMEOUT_MS });
  // It may end without reading its input.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return { child, ...collect(child) };
};

/** Runs it to its end. */
export const runCli = (args, options) => startCli(args, options).ended;

/** Runs a test with a served sandbox, whose client is the command. */
export const withSandbox = async (options, test) => {
  const { url, sandbox, close } = await serveSandbox({ agents: 3, webhooks: "off", ...options });
  const env = { SYNTHFLOW_BASE_URL: url, SYNTHFLOW_API_KEY: "test" };
  const run = (args, more = {}) => runCli(args, { ...more, env: { ...env, ...more.env } });
  const json = async (...args) => JSON.parse((await run(args)).stdout);
  try {
    return await test({ url, sandbox, env, run, json });
  } finally {
    await close();
  }
};
