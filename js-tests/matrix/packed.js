/** The packed package, and the sandbox server of it, as its command serves it. */

import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createProject } from "./project.js";

const run = promisify(execFile);
const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));

const fetchJson = async (url, init) => {
  const response = await fetch(url, { headers: { authorization: "Bearer test" }, ...init });
  if (!response.ok) throw new Error(`${url} responded with ${response.status}: ${await response.text()}`);
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
};

/** Packs, installs and serves. `sandbox` is its URL and what a cell needs of it; `close` ends all. */
export const packAndServe = async ({ cache } = {}) => {
  const project = createProject();
  const args = ["pack", "--silent", "--pack-destination", project.folder];
  const { stdout } = await run("npm", args, { cwd: pkg });
  const tarball = join(project.folder, stdout.trim());
  project.write({ "package.json": '{ "private": true }\n' });
  await project.install([tarball], { cache });
  let close;
  const origin = await new Promise((resolve, reject) => {
    const command = "synthflow-wasm sandbox --port $PORT --no-api-key --no-webhooks";
    const closed = new Promise((end) => {
      close = end;
    });
    const served = project.serve(command, (url) => {
      resolve(url);
      return closed;
    });
    served.catch(reject).finally(project.remove);
  });
  const url = `${origin}/v2`;
  return {
    tarball,
    cache,
    packageVersion: project.version("synthflow-wasm"),
    sandbox: { url, fetchJson, reset: () => fetchJson(`${origin}/__sandbox/reset`, { method: "POST" }) },
    close,
  };
};
