/** Requests that end in every way there is, by a `fetch` in process: for tests of what is left behind. */

/** A good answer, as a plain object. */
const json = (value) => ({ status: 200, headers: {}, text: async () => JSON.stringify(value) });

/** The first of a hundred pages. */
export const page = json({
  status: "ok",
  response: { assistants: [{}], pagination: { total_records: 100, limit: 1, offset: 0 } },
});

const lines = () => new Response('{"a":1}\n{"a":2}\n{"a":3}\n');

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

/** What is done, each with what its `fetch` answers; `slow` where a timer has to go by. */
export const kinds = [
  { answer: () => page, run: (client, options) => client.agents.list({}, options) },
  { answer: () => json({ response: {} }), run: (client, options) => client.agents.get("a", {}, options) },
  {
    answer: () => json({ response: { call_id: "c" } }),
    run: (client, options) => client.calls.create(call, options),
  },
  {
    answer: () => ({ status: 404, text: async () => "{}" }),
    run: (client, options) => client.agents.get("a", {}, options),
  },
  {
    answer: () => ({ status: 503, text: async () => "<html>busy</html>" }),
    run: (client, options) => client.calls.create(call, options),
  },
  {
    answer: () => ({ status: 200, text: async () => '{"status":' }),
    run: (client, options) => client.calls.create(call, options),
  },
  {
    answer: () => ({ status: 503, text: async () => "{}" }),
    run: (client, options) => client.voices.list({ workspace: "w" }, options),
    slow: true,
  },
  {
    answer: () => Promise.reject(new TypeError("fetch failed")),
    run: (client, options) => client.agents.list({}, options),
    slow: true,
  },
  {
    answer: () => new Promise(() => {}),
    run: (client, options) => client.agents.list({}, { ...options, timeout: 1, maxRetries: 0 }),
    slow: true,
  },
  { answer: () => page, run: (client, options) => client.agents.get("", {}, options) },
  {
    answer: () => page,
    run: (client, options) => client.calls.create({ phone: "1", timezone: "Mars/Phobos" }, options),
  },
  {
    answer: () => page,
    run: async (client, options) => {
      for await (const _ of client.agents.list({ limit: 1 }, options)) break;
    },
  },
  {
    answer: lines,
    run: async (client, options) => {
      const params = { agent_id: "m", include_tests: ["angry_user"] };
      for await (const _ of client.simulationCases.generate(params, options)) break;
    },
  },
  { answer: lines, run: (client, options) => client.agents.get("a", {}, options).asResponse() },
];
