/** The hosts besides Node: how the fault runs are started in each, by its name. */

import { fileURLToPath } from "node:url";
import { inBun, inDeno, inPage, inWorkerd } from "../support/hosts.js";

const file = (name) => fileURLToPath(new URL(name, import.meta.url));

const page = `
import * as synthflow from "/pkg/index.js";
import { runCases } from "/js-tests/faults/run.js";
globalThis.runJob = (job) => runCases(synthflow, job, 6);
`;

/** By name. */
export const hosts = {
  Deno: (job) => inDeno(file("deno-bun.mjs"), job),
  Bun: (job) => inBun(file("deno-bun.mjs"), job),
  workerd: (job) => inWorkerd(file("worker.mjs"), job),
  Chromium: (job) => inPage("Chromium", page, job),
  Firefox: (job) => inPage("Firefox", page, job),
  WebKitGTK: (job) => inPage("WebKitGTK", page, job),
};
