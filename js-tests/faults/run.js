/** Runs cases in whatever host this is: with its own `fetch`, many at once, on one client. */

import { faults } from "./faults.js";

/** How an operation of each repeat class is called. */
const calls = {
  safe: (client, options) => client.agents.list({}, options),
  idempotent: (client, options) => client.agents.update("m", { name: "B" }, options),
  "never-blind": (client, options) =>
    client.calls.create({ model_id: "m", name: "Sam", phone: "+14155550100" }, options),
};

const one = async (client, SynthflowError, { id, repeat, script }) => {
  const slow = script.some((name) => faults[name].slow);
  try {
    const options = { headers: { "x-case": id }, ...(slow ? { timeout: 1000 } : {}) };
    await calls[repeat](client, options);
    return { ok: true };
  } catch (error) {
    const { name, message, outcome, attempts } = error ?? {};
    return { ok: false, synthflow: error instanceof SynthflowError, name, message, outcome, attempts };
  }
};

/** Answers with a result for each case, by its id. */
export const runCases = async ({ Synthflow, SynthflowError }, url, cases, together = 100) => {
  // Backoff is random between nothing and its ceiling: nearly nothing here.
  Math.random = () => 0.001;
  const options = { apiKey: "test", baseURL: `${url}/v2`, logLevel: "off", dangerouslyAllowBrowser: true };
  const client = new Synthflow(options);
  const results = {};
  const rest = cases.values();
  const worker = async () => {
    for (const next of rest) results[next.id] = await one(client, SynthflowError, next);
  };
  await Promise.all(Array.from({ length: together }, worker));
  // The same client works right after.
  const after = await one(client, SynthflowError, { id: "after", repeat: "safe", script: [] });
  return { results, after };
};
