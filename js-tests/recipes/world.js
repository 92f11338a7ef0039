/** What the recipes run in: two workspaces served over HTTP, a folder of their own, and the environment of a user. */

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Synthflow } from "synthflow-wasm";
import { serveSandbox } from "synthflow-wasm/sandbox-server";

/** The folder of the recipes. */
export const recipes = fileURLToPath(new URL("../../examples-web/node/", import.meta.url));

const start_time = Date.parse("2026-04-02T10:00:00Z");
const call = (index, fields) => ({
  call_id: `call-${index}`,
  model_id: "agent-1",
  phone: `+1415555012${index}`,
  start_time: start_time + index * 3_600_000,
  ...fields,
});

/** The workspace of the user. */
const seed = {
  actions: [
    { action_id: "action-1", type: "SEND_SMS", name: "Send directions", SEND_SMS: {} },
    { action_id: "action-2", type: "SEND_SMS", name: "Send opening hours", SEND_SMS: {} },
  ],
  agents: [
    { model_id: "agent-1", type: "outbound", name: "Reminder", actions: ["action-1"] },
    { model_id: "agent-2", type: "inbound", name: "Front desk", phone_number: "+15005550000" },
  ],
  contacts: [
    { id: "contact-1", name: "Ada", phone_number: "+14155550123", contact_metadata: { vip: "yes" } },
    { id: "contact-2", name: "Kim", phone_number: "+14155550129" },
  ],
  calls: [
    call(1, { name: "=1+1", duration: 35 }),
    call(2, { name: "Sam", status: "busy", end_call_reason: "undefined" }),
    call(3, { name: "Ada", start_time: start_time + 86_400_000, duration: 61 }),
  ],
};

const text = (value) => value.replaceAll("\r\n", "\n").trimEnd();

/**
 * Starts it. `run(recipe, args)` runs a recipe as a child process, and returns its exit code and what it printed; the
 * environment can be changed by `env`.
 */
const startWorld = async (options) => {
  const folder = mkdtempSync(join(tmpdir(), "recipes-"));
  cpSync(join(recipes, "data"), join(folder, "data"), { recursive: true });
  const source = await serveSandbox({ callDuration: 100, seed, ...options });
  const target = await serveSandbox({ agents: 0 });
  const clientOf = ({ url }) => new Synthflow({ apiKey: "test", baseURL: url, logLevel: "off" });
  const env = {
    SYNTHFLOW_API_KEY: "test",
    SYNTHFLOW_BASE_URL: source.url,
    TARGET_API_KEY: "another-key",
    TARGET_BASE_URL: target.url,
  };
  const { SYNTHFLOW_REGION, ...inherited } = process.env;
  const run = (recipe, args = [], more = {}) =>
    new Promise((resolve) => {
      const settings = { cwd: folder, env: { ...inherited, ...env, ...more }, timeout: 60_000 };
      execFile(process.execPath, [join(recipes, recipe), ...args], settings, (error, stdout, stderr) =>
        resolve({ code: error ? error.code : 0, stdout: text(stdout), stderr: text(stderr) }),
      );
    });
  return {
    folder,
    run,
    sandbox: source.sandbox,
    client: clientOf(source),
    targetClient: clientOf(target),
    /** The bodies of all requests for an operation. */
    sent: (operation) =>
      source.sandbox.requests.filter((request) => request.operation === operation).map(({ body }) => body),
    close: async () => {
      await source.close();
      await target.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Runs a test in a world of its own. */
export const withWorld = async (test, options) => {
  const world = await startWorld(options);
  try {
    return await test(world);
  } finally {
    await world.close();
  }
};

/** Creates a suite of simulations, with a case for each of the names and criteria. */
export const createSuite = async (client, cases) => {
  const { id } = await client.simulationSuites.create({ name: "Regression", model_id: "agent-1" });
  for (const [name, ...success_criteria] of cases)
    await client.simulationCases.create({
      name,
      prompt: "You call to move an appointment.",
      type: "custom",
      success_criteria,
      call_success_type: "all",
      suite_id: id,
    });
  return id;
};
