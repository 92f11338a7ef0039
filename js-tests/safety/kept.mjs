/** Sends requests one after another in a host, with each kind of fetch; prints how each ended. */

import { Synthflow } from "../../pkg/index.js";

const args = globalThis.Deno?.args ?? process.argv.slice(2);
const [baseURL, count] = [args[0], Number(args[1])];
const real = globalThis.fetch;
const wrapper = (url, init) => real(url, init);

const fetches = {
  own: {},
  wrapper: { fetch: wrapper },
  asynchronous: { fetch: async (url, init) => await real(url, init) },
  bound: { fetch: real.bind(globalThis) },
  request: { fetch: (url, init) => real(new Request(url, init)) },
  spread: { fetch: (url, init) => real(url, { ...init, headers: new Headers(init.headers) }) },
  patched: {},
};

const cases = { agent_id: "m", include_tests: ["angry_user"] };

const requests = {
  create: (client, id) => client.calls.create({ model_id: "m", name: id, phone: "+14155550100" }),
  patch: (client, id) => client.contacts.update(id, { name: "Sam" }),
  bare: (client, id) => client.request("POST", `/new/${id}`),
  stream: (client, id) => client.simulationCases.generate({ ...cases, agent_id: id }),
};

const results = {};
for (const [kind, options] of Object.entries(fetches)) {
  globalThis.fetch = kind === "patched" ? wrapper : real;
  const client = new Synthflow({ apiKey: "k", baseURL, logLevel: "off", ...options });
  for (const [name, send] of Object.entries(requests)) {
    for (let index = 0; index < count; index += 1) {
      const id = `${kind}-${name}-${index}`;
      try {
        const response = await send(client, id);
        if (name === "stream") for await (const _ of response);
        results[id] = "resolved";
      } catch (error) {
        results[id] = `${error.outcome} ${error.attempts}`;
      }
    }
  }
}
console.log(JSON.stringify(results));
