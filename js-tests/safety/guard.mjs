/** Which clients a context allows, and which requests: the same questions in every host. */

const KEY = "key-0123456789abcdef";

/** `{ clients, requests, sent }`: what was made or refused, by name, and what reached fetch. */
export const tryGuard = async (Synthflow, origin) => {
  const sent = [];
  const fetch = async (url, { headers }) => {
    sent.push([url, { ...headers }]);
    return { status: 200, ok: true, text: async () => '{"call_id":"c"}' };
  };
  const authorization = `Bearer ${KEY}`;
  const says = async (run) => {
    try {
      await run();
      return "allowed";
    } catch (error) {
      return /every visitor could read the key/.test(error.message) && !error.message.includes(KEY)
        ? "refused"
        : String(error);
    }
  };
  const all = async (list) => {
    const ends = {};
    for (const [name, run] of Object.entries(list)) ends[name] = await says(run);
    return ends;
  };
  const make = (options) => new Synthflow({ fetch, logLevel: "off", ...options });
  const byHeader = (defaultHeaders, more) => () => make({ apiKey: null, defaultHeaders, ...more });
  const clients = await all({
    key: () => make({ apiKey: KEY }),
    "key at the own origin": () => make({ apiKey: KEY, baseURL: "/synthflow" }),
    "key by a function": () => make({ apiKey: async () => KEY }),
    header: byHeader({ Authorization: authorization }),
    "header in other letters": byHeader({ AUTHORIZATION: authorization }),
    "header in Headers": byHeader(new Headers({ authorization })),
    "header in a Map": byHeader(new Map([["authorization", authorization]])),
    "header in pairs": byHeader([["Authorization", authorization]]),
    "header to another origin": byHeader({ authorization }, { baseURL: "https://proxy.example" }),
    "header to an origin that begins alike": byHeader(
      { authorization },
      { baseURL: "https://app.example.evil.example" },
    ),
    "no key": () => make({ apiKey: null }),
    "other headers": byHeader({ "x-trace": "1" }),
    "a session's header, a path": byHeader({ authorization }, { baseURL: "/synthflow" }),
    "a session's header, the origin": byHeader({ authorization }, { baseURL: `${origin}/synthflow` }),
    "key, dangerously": () => make({ apiKey: KEY, dangerouslyAllowBrowser: true }),
    "header, dangerously": byHeader({ authorization }, { dangerouslyAllowBrowser: true }),
  });
  const call = { model_id: "m", name: "Sam", phone: "+14155550100" };
  const cases = { agent_id: "m", include_tests: ["angry_user"] };
  const headers = { Authorization: authorization };
  const open = make({ apiKey: null });
  const own = make({ apiKey: null, baseURL: "/synthflow" });
  const requests = await all({
    call: () => open.calls.create(call, { headers }),
    "call, Headers": () => open.calls.create(call, { headers: new Headers(headers) }),
    "call, Map": () => open.calls.create(call, { headers: new Map([["authorization", authorization]]) }),
    "call, asResponse": () => open.calls.create(call, { headers }).asResponse(),
    list: () => open.agents.list({}, { headers }),
    stream: () => open.simulationCases.generate(cases, { headers }),
    "client.request": () => open.request("POST", "/calls", call, { headers }),
  });
  const before = sent.length;
  requests["to the own origin"] = await says(() => own.calls.create(call, { headers }));
  requests["with no key"] = await says(() => open.calls.create(call));
  return { clients, requests, sent: [before, sent.length - before] };
};

const ends = (refused, allowed) =>
  Object.fromEntries([
    ...refused.map((name) => [name, "refused"]),
    ...allowed.map((name) => [name, "allowed"]),
  ]);

/** What a page or a worker of one should do. */
export const rightInPages = {
  clients: ends(
    [
      "key",
      "key at the own origin",
      "key by a function",
      "header",
      "header in other letters",
      "header in Headers",
      "header in a Map",
      "header in pairs",
      "header to another origin",
      "header to an origin that begins alike",
    ],
    [
      "no key",
      "other headers",
      "a session's header, a path",
      "a session's header, the origin",
      "key, dangerously",
      "header, dangerously",
    ],
  ),
  requests: ends(
    ["call", "call, Headers", "call, Map", "call, asResponse", "list", "stream", "client.request"],
    ["to the own origin", "with no key"],
  ),
  sent: [0, 2],
};
