/** Runs cases in any host: with its own `fetch`, many at once, on one client. */

import { faults } from "./faults.js";

/** A call of an operation of each retry policy. */
export const calls = {
  safe: (client, options) => client.agents.list({}, options),
  idempotent: (client, options) => client.agents.update("m", { name: "B" }, options),
  non_idempotent: (client, options) =>
    client.calls.create({ model_id: "m", name: "Sam", phone: "+14155550100" }, options),
};

const one = async (client, SynthflowError, { id, retryPolicy, script }) => {
  const slow = script.some((name) => faults[name].slow);
  try {
    if (script.some((name) => faults[name].kept)) {
      // Several, so that any connection that is used next has served a request; a host may need a turn to notice that it
      // is free.
      await Promise.all(
        Array.from({ length: 8 }, () => calls.safe(client, { headers: { "x-case": "keep" } })),
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const options = { headers: { "x-case": id }, ...(slow ? { timeout: 2000 } : {}) };
    await calls[retryPolicy](client, options);
    return { ok: true };
  } catch (error) {
    const { name, message, outcome, attempts } = error ?? {};
    return { ok: false, synthflow: error instanceof SynthflowError, name, message, outcome, attempts };
  }
};

/** A wrapper of the host's `fetch` that sends a request to a closed port if the script of its case says so. */
const createWrapper = (cases, url, closed) => {
  const scripts = new Map(cases.map(({ id, script }) => [id, script]));
  const attempts = new Map();
  return (to, init) => {
    const id = init.headers["x-case"];
    const attempt = attempts.get(id) ?? 0;
    attempts.set(id, attempt + 1);
    const refused = faults[scripts.get(id)?.[attempt]]?.refused;
    return fetch(refused ? to.replace(url, closed) : to, init);
  };
};

/**
 * Returns the result of each case by its id: with the host's own `fetch`, or `wrapped`. `together` is the number of
 * concurrent cases.
 */
export const runCases = async ({ Synthflow, SynthflowError }, job, together = 100) => {
  const { url, closed, cases, wrapped } = job;
  // Makes the jitter of the backoff nearly zero.
  Math.random = () => 0.001;
  const options = { apiKey: "test", logLevel: "off", dangerouslyAllowBrowser: true };
  if (wrapped) options.fetch = createWrapper(cases, url, closed);
  const client = new Synthflow({ ...options, baseURL: `${url}/v2` });
  const refused = new Synthflow({ ...options, baseURL: `${closed}/v2` });
  const clientFor = ({ script }) => (!wrapped && faults[script[0]]?.refused ? refused : client);
  const results = {};
  const run = async (some, together) => {
    const rest = some.values();
    const worker = async () => {
      for (const next of rest) results[next.id] = await one(clientFor(next), SynthflowError, next);
    };
    await Promise.all(Array.from({ length: together }, worker));
  };
  // Cases that need a certain connection run first, while there is only one. Cases that keep a host busy would delay
  // others, so they run last.
  const has = (mark) => (one) => one.script.some((name) => faults[name][mark]);
  const [isKept, isHeavy] = [has("kept"), has("heavy")];
  await run(cases.filter(isKept), 1);
  await run(
    cases.filter((one) => !isKept(one) && !isHeavy(one)),
    together,
  );
  await run(cases.filter(isHeavy), 1);
  // The same client still works.
  const after = await one(client, SynthflowError, { id: "after", retryPolicy: "safe", script: [] });
  return { results, after };
};
