/**
 * What is given is taken or refused, never dropped: S30. What stands in code comes before the environment: S31.
 *
 * Length: each input in each of its forms, taken or refused.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow, SynthflowError } from "synthflow-wasm";
import { rejection, withServer } from "../support/server.js";
import { call, creating, forEach } from "./support.js";

const respond = () => ({ status: "ok", response: { call_id: "c", assistants: [{ model_id: "a" }] } });

const authorization = "Bearer given-0123456789";

/** Ways to write fields down. */
const shapes = {
  "an object": (pairs) => Object.fromEntries(pairs),
  "an object with no prototype": (pairs) => Object.assign(Object.create(null), Object.fromEntries(pairs)),
  "a Map": (pairs) => new Map(pairs),
};

const headerShapes = { ...shapes, pairs: (pairs) => pairs, Headers: (pairs) => new Headers(pairs) };

for (const [what, shape] of Object.entries(headerShapes)) {
  test(`S30: headers in ${what} are sent`, async () => {
    const given = () =>
      shape([
        ["Authorization", authorization],
        ["X-Trace", "1"],
      ]);
    await withServer(respond, async ({ client, delivered }) => {
      await client({ apiKey: null, defaultHeaders: given() }).calls.create(call);
      await client({ apiKey: null }).calls.create(call, { headers: given() });
      await forEach(creating, (send) => send(client({ apiKey: null }), { headers: given() }));
      const list = client({ apiKey: null }).agents.list({}, { headers: given() });
      for await (const _ of list);
      assert.ok(delivered.length > 9);
      for (const { headers, method, url } of delivered) {
        assert.deepEqual(
          [headers.authorization, headers["x-trace"]],
          [authorization, "1"],
          `${method} ${url}`,
        );
      }
    });
  });
}

test("S30: a header that is given twice is sent as `Headers` joins it, whatever its case", async () => {
  await withServer(respond, async ({ client, delivered }) => {
    for (const headers of [
      [
        ["X-A", "1"],
        ["x-a", "2"],
      ],
      { "x-a": "1", "X-A": "2" },
      new Headers([
        ["x-a", "1"],
        ["x-a", "2"],
      ]),
    ]) {
      await client().request("GET", "/new", {}, { headers });
      assert.equal(delivered.pop().headers["x-a"], "1, 2");
    }
  });
});

test("S30: client options that are not in fields of their own are refused, and the environment does not stand in", () => {
  class Settings {
    get apiKey() {
      return "mine";
    }
  }
  process.env.SYNTHFLOW_API_KEY = "of-the-environment";
  try {
    for (const options of [
      new Settings(),
      Object.create({ apiKey: "mine" }),
      new Map([["apiKey", "mine"]]),
      [],
      new Date(),
    ]) {
      assert.throws(() => new Synthflow(options), SynthflowError);
    }
    assert.ok(new Synthflow({}));
  } finally {
    delete process.env.SYNTHFLOW_API_KEY;
  }
});

test("S30: an extra body where there is no body is refused", async () => {
  await withServer(respond, async ({ client, delivered }) => {
    const options = { extraBody: { a: 1 } };
    for (const run of [
      () => client().agents.get("a", {}, options),
      () => client().agents.delete("a", options),
      () => client().request("GET", "/new", {}, options),
    ]) {
      const error = await rejection(run());
      assert.match(error.message, /there is no body for extraBody/);
      assert.equal(error.outcome, "not-sent");
    }
    assert.equal(delivered.length, 0);
  });
});

test("S30: text in place of extra fields is refused", async () => {
  await withServer(respond, async ({ client, delivered }) => {
    for (const options of [
      { extraBody: "x" },
      { extraQuery: "a=1" },
      { extraBody: 5 },
      { extraQuery: () => {} },
    ]) {
      const error = await rejection(client().calls.create(call, options));
      assert.deepEqual([error.name, error.outcome], ["SynthflowError", "not-sent"]);
    }
    assert.equal(delivered.length, 0);
  });
});

const queryShapes = { ...shapes, URLSearchParams: (pairs) => new URLSearchParams(pairs) };

for (const [what, shape] of Object.entries(queryShapes)) {
  test(`S30: a query in ${what} is sent`, async () => {
    const extraQuery = shape([
      ["trace", "a b"],
      ["limit", "1"],
    ]);
    const response = { assistants: [{ model_id: "a" }], pagination: { total_records: 1 } };
    await withServer(
      () => ({ status: "ok", response: { call_id: "c", ...response } }),
      async ({ client, delivered }) => {
        await client().agents.list({}, { extraQuery });
        await client().calls.create(call, { extraQuery });
        await client().request("POST", "/new", {}, { extraQuery });
        await client().request("GET", "/new", extraQuery);
        assert.equal(delivered.length, 4);
        for (const { url } of delivered) assert.match(url, /\?trace=a%20b&limit=1$/);
      },
    );
  });

  test(`S30: a body in ${what} is sent`, async () => {
    const fields = shape([
      ["lead_email", "sam@example.org"],
      ["more", "1"],
    ]);
    await withServer(respond, async ({ client, delivered }) => {
      await client().calls.create(call, { extraBody: fields });
      await client().request("POST", "/new", { a: 1 }, { extraBody: fields });
      for (const { body } of delivered) {
        const { lead_email, more } = JSON.parse(body);
        assert.deepEqual([lead_email, more], ["sam@example.org", "1"]);
      }
    });
  });
}

test("S30: a name that stands more than once in a query is sent as often", async () => {
  const extraQuery = new URLSearchParams("tag=a&tag=b&tag=c");
  await withServer(respond, async ({ client, delivered }) => {
    await client().agents.list({}, { extraQuery });
    assert.match(delivered[0].url, /\?tag=a&tag=b&tag=c$/);
  });
});

test("S30: every page of a list has the headers and the query", async () => {
  const page = ({ url }) => {
    const offset = Number(new URL(url, "http://a").searchParams.get("offset") ?? 0);
    return {
      status: "ok",
      response: { assistants: [{ model_id: `a${offset}` }], pagination: { total_records: 3 } },
    };
  };
  await withServer(page, async ({ client, delivered }) => {
    const options = { headers: new Headers({ "x-trace": "1" }), extraQuery: new URLSearchParams("trace=1") };
    const ids = [];
    for await (const { model_id } of client().agents.list({ limit: 1 }, options)) ids.push(model_id);
    assert.deepEqual(ids, ["a0", "a1", "a2"]);
    for (const { url, headers } of delivered) {
      assert.equal(headers["x-trace"], "1");
      assert.match(url, /limit=1.*trace=1$/);
    }
  });
});

class Secret {
  #value = authorization;
  get authorization() {
    return this.#value;
  }
}

/** What holds something that cannot be seen from outside, or is no list of fields. */
const unreadable = {
  "a set": new Set(["authorization"]),
  "an object with private fields": new Secret(),
  "a promise": Promise.resolve({ authorization }),
  "a weak map": new WeakMap(),
  "a date": new Date(),
  "a list of texts": ["authorization", authorization],
  "pairs that are none": [["authorization"]],
  "pairs of three": [["a", "b", "c"]],
  "names that are no text": new Map([[{}, "1"]]),
  "a symbol as a name": new Map([[Symbol("a"), "1"]]),
};

const places = {
  defaultHeaders: (client, value) => client({ defaultHeaders: value }).calls.create(call),
  headers: (client, value) => client().calls.create(call, { headers: value }),
  extraQuery: (client, value) => client().agents.list({}, { extraQuery: value }),
  extraBody: (client, value) => client().calls.create(call, { extraBody: value }),
};

for (const [what, value] of Object.entries(unreadable)) {
  test(`S30: ${what} is refused, and nothing is sent`, async () => {
    await withServer(respond, async ({ client, delivered }) => {
      for (const [name, send] of Object.entries(places)) {
        const error = await rejection(Promise.resolve().then(() => send(client, value)));
        assert.ok(error instanceof SynthflowError, `${name}: ${error.stack}`);
        assert.equal(error.outcome, "not-sent", name);
        assert.ok(!error.message.includes(authorization), name);
      }
      assert.equal(delivered.length, 0);
    });
  });
}

test("S30: an iterator of pairs is sent or refused, not lost", async () => {
  await withServer(respond, async ({ client, delivered }) => {
    for (const [name, send] of Object.entries(places)) {
      const before = delivered.length;
      try {
        await send(client, new Map([["x-trace", "17"]]).entries());
      } catch (error) {
        assert.ok(error instanceof SynthflowError, `${name}: ${error.stack}`);
        continue;
      }
      const { url, headers, body } = delivered[before];
      const all = `${url} ${JSON.stringify(headers)} ${body}`;
      assert.ok(/x-trace["=:]+"?17/.test(all), `${name}: ${all}`);
    }
  });
});

test("S30: params that are no plain object are taken or refused, in strict and without checks", async () => {
  await withServer(respond, async ({ client, delivered }) => {
    const body = new Map(Object.entries(call));
    const query = new URLSearchParams("limit=1");
    for (const validation of ["strict", "warn", "off"]) {
      for (const [given, run] of [
        ["+14155550100", () => client().calls.create(body, { validation })],
        ["limit=1", () => client().agents.list(query, { validation })],
        ["limit=1", () => client().request("GET", "/new", query, { validation })],
        ["+14155550100", () => client().request("POST", "/new", body, { validation })],
      ]) {
        const before = delivered.length;
        try {
          await run();
        } catch (error) {
          assert.equal(error.outcome, "not-sent", error.stack);
          assert.equal(delivered.length, before);
          continue;
        }
        const sent = delivered[before];
        assert.ok(`${sent.url} ${sent.body}`.includes(given), `${validation}: ${sent.url} ${sent.body}`);
      }
    }
  });
});

/** Runs something in an environment. */
const withEnvironment = async (variables, run) => {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(variables)) {
      if (name in before) process.env[name] = before[name];
      else delete process.env[name];
    }
  }
};

/** Where a request of these options goes, and with which key. */
const target = async (options) => {
  let seen;
  const fetch = async (url, { headers }) => {
    seen = [new URL(url).host, headers.authorization];
    return { status: 200, text: async () => "{}" };
  };
  await new Synthflow({ fetch, ...options }).request("GET", "/new");
  return seen;
};

const all = {
  SYNTHFLOW_API_KEY: "key-of-the-environment",
  SYNTHFLOW_REGION: "us",
  SYNTHFLOW_BASE_URL: "https://environment.example/v2",
};
const key = "Bearer key-of-the-environment";

const environments = [
  ["a region in code", all, { region: "eu" }, "api.eu.synthflow.ai", key],
  ["a region and a key in code", all, { region: "eu", apiKey: "mine" }, "api.eu.synthflow.ai", "Bearer mine"],
  ["the global region in code", all, { region: "global" }, "api.synthflow.ai", key],
  ["a base URL in code", all, { baseURL: "https://mine.example" }, "mine.example", key],
  ["both in code", all, { baseURL: "https://mine.example", region: "eu" }, "mine.example", key],
  ["no key in code", all, { apiKey: null, region: "eu" }, "api.eu.synthflow.ai", undefined],
  ["nothing in code", all, {}, "environment.example", key],
  [
    "undefined in code",
    all,
    { region: undefined, baseURL: undefined, apiKey: undefined },
    "environment.example",
    key,
  ],
  [
    "a region in the environment alone",
    { SYNTHFLOW_REGION: "us" },
    { apiKey: "mine" },
    "api.us.synthflow.ai",
    "Bearer mine",
  ],
  [
    "an empty variable",
    { SYNTHFLOW_BASE_URL: "", SYNTHFLOW_REGION: "" },
    { apiKey: "mine" },
    "api.synthflow.ai",
    "Bearer mine",
  ],
];

for (const [what, variables, options, host, authorized] of environments) {
  test(`S31: ${what}`, async () => {
    await withEnvironment(variables, async () => {
      assert.deepEqual(await target(options), [host, authorized]);
    });
  });
}

test("S31: a region in code that is wrong is refused, whatever the environment says", async () => {
  await withEnvironment(all, async () => {
    for (const region of ["eur", "", 5]) {
      const error = await rejection(Promise.resolve().then(() => new Synthflow({ region })));
      assert.match(error.message, /region/);
    }
  });
});

test("S31: with no environment at all", async () => {
  const { process: real } = globalThis;
  for (const fake of [
    undefined,
    {},
    { env: undefined },
    {
      get env() {
        throw new Error("no");
      },
    },
  ]) {
    globalThis.process = fake;
    try {
      assert.deepEqual(await target({ apiKey: "mine", region: "eu" }), [
        "api.eu.synthflow.ai",
        "Bearer mine",
      ]);
    } finally {
      globalThis.process = real;
    }
  }
});
