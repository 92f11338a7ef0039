/** Requests with every kind of result, with a `fetch` in process, for tests of leaks. */

/** A valid response, as a plain object. */
const json = (value) => ({ status: 200, headers: {}, text: async () => JSON.stringify(value) });

/** The first of a hundred pages. */
export const page = json({
  status: "ok",
  response: { assistants: [{}], pagination: { total_records: 100, limit: 1, offset: 0 } },
});

const lines = () => new Response('{"a":1}\n{"a":2}\n{"a":3}\n');

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

/** Requests, each with what its `fetch` returns; `slow` if it waits for a timer. */
export const kinds = [
  { respond: () => page, run: (client, options) => client.agents.list({}, options) },
  { respond: () => json({ response: {} }), run: (client, options) => client.agents.get("a", {}, options) },
  {
    respond: () => json({ response: { call_id: "c" } }),
    run: (client, options) => client.calls.create(call, options),
  },
  {
    respond: () => ({ status: 404, text: async () => "{}" }),
    run: (client, options) => client.agents.get("a", {}, options),
  },
  {
    respond: () => ({ status: 503, text: async () => "<html>busy</html>" }),
    run: (client, options) => client.calls.create(call, options),
  },
  {
    respond: () => ({ status: 200, text: async () => '{"status":' }),
    run: (client, options) => client.calls.create(call, options),
  },
  {
    respond: () => ({ status: 503, text: async () => "{}" }),
    run: (client, options) => client.voices.list({ workspace: "w" }, options),
    slow: true,
  },
  {
    respond: () => Promise.reject(new TypeError("fetch failed")),
    run: (client, options) => client.agents.list({}, options),
    slow: true,
  },
  {
    respond: () => new Promise(() => {}),
    run: (client, options) => client.agents.list({}, { ...options, timeout: 1, maxRetries: 0 }),
    slow: true,
  },
  { respond: () => page, run: (client, options) => client.agents.get("", {}, options) },
  {
    respond: () => page,
    run: (client, options) => client.calls.create({ phone: "1", timezone: "Mars/Phobos" }, options),
  },
  {
    respond: () => page,
    run: async (client, options) => {
      for await (const _ of client.agents.list({ limit: 1 }, options)) break;
    },
  },
  {
    respond: lines,
    run: async (client, options) => {
      const params = { agent_id: "m", include_tests: ["angry_user"] };
      for await (const _ of client.simulationCases.generate(params, options)) break;
    },
  },
  { respond: lines, run: (client, options) => client.agents.get("a", {}, options).asResponse() },
];
