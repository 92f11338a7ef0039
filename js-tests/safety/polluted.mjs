/** What a script of any origin adds to Object.prototype by one merge of JSON changes nothing: the same in each host. */

const evil = "https://evil.example";

/** What is added, by name. */
const polluted = {
  calls: { calls: { x: 1 } },
  "calls, a string": { calls: "x" },
  knowledgeBases: { knowledgeBases: { sources: {} }, sources: {} },
  failure: { failure: "x" },
  get: { get: "x" },
  set: { set: {} },
  "value, writable": { value: 1, writable: 1 },
  process: { process: { env: { SYNTHFLOW_BASE_URL: evil, SYNTHFLOW_API_KEY: "key-of-evil" } } },
  "process of Node": { process: { versions: { node: "1" } } },
  "env, versions": { env: { SYNTHFLOW_BASE_URL: evil }, versions: { node: "1" }, node: "1" },
  SYNTHFLOW_BASE_URL: { SYNTHFLOW_BASE_URL: evil },
  location: { location: { origin: evil } },
  origin: { origin: evil },
  top: { top: { location: { origin: evil } }, origin: evil },
  window: { window: { document: 1 } },
  document: { document: 1 },
  WorkerGlobalScope: { WorkerGlobalScope: 1, location: { origin: evil } },
  Deno: { Deno: {} },
  Bun: { Bun: {} },
  "the request": { body: "x", method: "DELETE", cache: "x" },
  "the response": { status: 500, ok: false, type: "opaqueredirect", headers: { location: evil }, text: 1 },
};

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

/** How some clients and requests end, and what reaches `fetch`. */
const observe = async (Synthflow) => {
  const sent = [];
  const ends = [];
  const make = (name, options) => {
    const fetch = async (url, { method, headers, body }) => {
      const text = typeof body === "string" ? body : await body?.text();
      sent.push([name, url, method, headers.authorization, text]);
      return { __proto__: null, status: 200, ok: true, text: async () => `{"call_id":"of-${name}"}` };
    };
    return new Synthflow({ fetch, logLevel: "off", ...options });
  };
  const says = async (run) => {
    try {
      ends.push(await run());
    } catch (error) {
      ends.push(`${error.name} ${error.outcome} ${error.message}`);
    }
  };
  await says(() => typeof make("key", { apiKey: "key-0123456789" }));
  await says(() => make("path", { apiKey: null, baseURL: "/synthflow" }).calls.create(call));
  await says(() => make("none", { apiKey: null }).calls.create(call));
  const [one, other] = ["one", "other"].map((name) =>
    make(name, {
      apiKey: `key-of-${name}`,
      baseURL: `https://${name}.example`,
      dangerouslyAllowBrowser: true,
    }),
  );
  await says(() => one.calls.create(call));
  await says(() => one.knowledgeBases.sources.list("k"));
  await says(() => other.calls.create(call));
  await says(() => one.agents.list().then(({ data }) => data));
  return { sent, ends };
};

/** What is added that makes a difference, with that difference. */
export const tryPolluted = async (Synthflow) => {
  const right = JSON.stringify(await observe(Synthflow));
  const differ = {};
  for (const [name, fields] of Object.entries(polluted)) {
    let found;
    Object.assign(Object.prototype, fields);
    try {
      found = await observe(Synthflow);
    } catch (error) {
      found = String(error);
    } finally {
      for (const field of Object.keys(fields)) delete Object.prototype[field];
    }
    if (JSON.stringify(found) !== right) differ[name] = found;
  }
  return { right: JSON.parse(right), differ };
};
