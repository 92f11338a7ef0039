/** Runs a cell of the matrix: its project, its requests, and the comparison with what the sandbox received. */

import assert from "node:assert/strict";
import { browsers } from "../support/pages.js";
import { createProject } from "./project.js";
import { browserVersion } from "./steps.js";

/** Throws unless these are results of the program, one for each run of it, and the sandbox has received its requests once. */
export const judge = async (results, { url, fetchJson }) => {
  const { requests } = await fetchJson(new URL("/__sandbox/log", url));
  const received = requests.map(({ operation }) => operation).sort();
  const expected = ["agents.list", "calls.create"].flatMap((name) => results.map(() => name));
  assert.deepEqual(received, expected, "the requests that the sandbox received");
  const { assistants } = (await fetchJson(`${url}/assistants/`)).response;
  for (const { agents, call_id, refused } of results) {
    assert.deepEqual(
      agents,
      assistants.map(({ name }) => name),
      "the agents",
    );
    const { calls } = (await fetchJson(`${url}/calls/${call_id}`)).response;
    assert.equal(calls[0].call_id, call_id);
    assert.deepEqual(refused, [true, true, "phone"], "the ValidationError");
  }
};

const unavailable = (cell) => {
  if (cell.unavailable) return cell.unavailable;
  const names = cell.steps.map(({ browser }) => browser).filter(Boolean);
  const reason = names.map((name) => browsers[name].skip).find(Boolean);
  return reason && String(reason).replace(/^skipped: /, "");
};

const versionOf = (cell, project) => {
  if (cell.hostVersion) return cell.hostVersion;
  if (cell.browser) return browserVersion(cell.browser);
  return project.version(cell.packages[0].replace(/(.)@.*/, "$1"));
};

const attempt = async (cell, project, { tarball, cache, sandbox, progress }) => {
  const { packages = [], files = {}, build = [], steps } = cell;
  project.write({ "package.json": '{ "private": true }\n' });
  progress("installs");
  await project.install([tarball, ...packages], { cache });
  if (cell.obtain) {
    try {
      await project.exec(cell.obtain.command);
    } catch (error) {
      progress(error.message);
      return { status: "unavailable", reason: cell.obtain.otherwise };
    }
  }
  const version = await versionOf(cell, project);
  project.write(files);
  for (const command of build) {
    progress(command);
    await project.exec(command, { env: cell.env });
  }
  await sandbox.reset();
  const results = [];
  progress("runs");
  for (const step of steps) results.push(...(await step(project)));
  await judge(results, sandbox);
  return { status: "passed", version };
};

/** Runs a cell. Resolves with its outcome: `status` is `passed`, `failed` or `unavailable`; the last two have a `reason`. */
export const runCell = async (cell, context) => {
  const reason = unavailable(cell);
  if (reason) return { status: "unavailable", reason };
  const project = createProject({ __SANDBOX__: context.sandbox.url });
  try {
    return await attempt(cell, project, context);
  } catch (error) {
    return { status: "failed", reason: error.message };
  } finally {
    project.remove();
  }
};
