/**
 * No secret in errors and logs, none read from prototypes: S10, S11, S12, S15, S16.
 *
 * Length: lists of responses, headers, params and options, each tried in the same way.
 */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { inspect } from "node:util";
import { Synthflow, SynthflowError } from "synthflow-wasm";
import { operations } from "../../pkg-template/generated/operations.js";
import { rejection, reply, withServer } from "../support/server.js";
import { call } from "./support.js";

// The shortest pauses between attempts.
mock.method(Math, "random", () => 0);

const KEY = "sk-live-Zq7Rt2Lw9Xv4Kp8Ns3Md6Jf1Hc5Bg0";

/** Everything that is printed of an error, except the message of its cause. */
const seen = (error) =>
  [
    inspect(error, { depth: 12, showHidden: true, getters: true }),
    String(error.stack),
    JSON.stringify(error),
    JSON.stringify({ ...error }),
  ].join("\n");

/** Eight characters of a secret count as the secret. */
const isClean = (text, secret, what) => {
  for (let at = 0; at + 8 <= secret.length; at += 1) {
    const part = secret.slice(at, at + 8);
    assert.ok(!text.includes(part), `${what}: ${part} in ${text}`);
  }
};

const pad = (length) => "word ".repeat(length).slice(0, length);

/** Responses that echo a secret after a number of characters. */
const echoes = {
  "text of a 502": (response, at, said) => reply(response, 502, pad(at) + said),
  "text of a 401": (response, at, said) => reply(response, 401, `${pad(at)}${said} and more`),
  "text of a 200": (response, at, said) => reply(response, 200, pad(at) + said),
  "a cut text": (response, at, said) => reply(response, 500, (pad(at) + said).slice(0, -6)),
  "a detail": (response, at, said) => reply(response, 401, { detail: pad(at) + said }),
  "a message": (response, at, said) =>
    reply(response, 403, { error: pad(at) + said, message: pad(at) + said }),
  "a category": (response, at, said) =>
    reply(response, 400, { detail: { category: pad(at) + said, msg: "a" } }),
  "a 422": (response, at, said) =>
    reply(response, 422, {
      detail: [{ loc: [pad(at) + said], msg: pad(at) + said, input: { deep: [said] } }],
    }),
  "a name": (response, at, said) => reply(response, 400, { detail: "no", [pad(at) + said]: [[said]] }),
  "an error in a good status": (response, at, said) =>
    reply(response, 200, { status: "error", response: pad(at) + said }),
  "a creation without an id": (response, at, said) => reply(response, 200, { message: pad(at) + said }),
};

for (const [what, echo] of Object.entries(echoes)) {
  test(`S10: a secret is redacted before the text is cut: ${what}`, async () => {
    let at;
    const respond = ({ headers }, response) => echo(response, at, headers.authorization);
    await withServer(respond, async ({ client }) => {
      for (const cut of [0, 40, 100, 200, 500, 1000, 2000]) {
        for (const before of [0, 10, 30, 50]) {
          at = cut - before;
          if (at < 0) continue;
          const error = await rejection(client({ apiKey: KEY, maxRetries: 0 }).calls.create(call));
          assert.ok(error instanceof SynthflowError);
          isClean(seen(error), KEY, `${at} letters`);
        }
      }
    });
  });
}

test("S10: the same for a redirect and for what fetch throws", async () => {
  let at;
  const respond = ({ headers }, response) =>
    reply(response, 302, "", {
      location: `/${pad(at).replaceAll(" ", "/")}${headers.authorization.slice(7)}`,
    });
  await withServer(respond, async ({ client }) => {
    for (at of [100, 150, 170, 190, 199, 900, 970, 999]) {
      const error = await rejection(client({ apiKey: KEY }).calls.create(call));
      isClean(`${error.message}${error.stack}${JSON.stringify(error)}`, KEY, `${at} letters`);
      const fetch = async (_, { headers }) => {
        throw new Error("fetch failed", { cause: new Error(pad(at + 300) + headers.authorization) });
      };
      const thrown = await rejection(client({ apiKey: KEY, fetch, maxRetries: 0 }).calls.create(call));
      isClean(`${thrown.message}${thrown.stack}${JSON.stringify(thrown)}`, KEY, `${at} letters, thrown`);
    }
  });
});

const headers = {
  authorization: [`Bearer ${KEY}`, KEY],
  Authorization: [
    `Basic ${Buffer.from(`user:${KEY}`).toString("base64")}`,
    Buffer.from(`user:${KEY}`).toString("base64"),
  ],
  cookie: [`theme=dark; session=${KEY}; a=b`, KEY],
  "Proxy-Authorization": [`Basic ${KEY}`, KEY],
  "X-API-Key": [KEY, KEY],
  "x-auth-token": [KEY, KEY],
};

for (const [name, [value, secret]] of Object.entries(headers)) {
  test(`S11: what is sent as ${name} is redacted, whole and in part`, async () => {
    let body;
    const respond = (request, response) => {
      const given = request.headers[name.toLowerCase()];
      assert.equal(given, value);
      const [status, said] = body(given);
      reply(response, status, said);
    };
    const bodies = [
      (given) => [401, { detail: given }],
      (given) => [401, { detail: `bad token ${secret}`, seen: { [given]: [given] } }],
      (given) => [500, `${given} ${secret}`],
      (given) => [200, `<html>${given}`],
      () => [429, { error: secret, message: `"${secret}"` }],
    ];
    await withServer(respond, async ({ client }) => {
      for (body of bodies) {
        const fields = { [name]: value };
        const shapes = [fields, new Headers(fields), new Map([[name, value]]), [[name, value]]];
        for (const shape of shapes) {
          const none = { apiKey: null, maxRetries: 0 };
          const errors = [
            await rejection(client({ ...none, defaultHeaders: shape }).calls.create(call)),
            await rejection(client(none).agents.get("a", {}, { headers: shape })),
            await rejection(client(none).request("POST", "/new", {}, { headers: shape })),
          ];
          for (const error of errors) isClean(seen(error), secret, name);
        }
      }
    });
  });
}

const PHONE = "+14155550199";

/** A logger that keeps every line. */
const keeping = () => {
  const lines = [];
  const log = (...args) => lines.push(args.map((arg) => inspect(arg)).join(" "));
  return { lines, logger: { error: log, warn: log, info: log, debug: log } };
};

const wrong = {
  "where a type belongs": { ...call, phone: { number: PHONE } },
  "as the wrong form": { ...call, phone: PHONE.slice(1) },
  "as a name": { ...call, [PHONE]: 1 },
  "as a name within": { ...call, custom_variables: [{ key: "a", value: "b", [PHONE]: PHONE }] },
  "as a name below a name": { ...call, [PHONE]: { [PHONE]: undefined } },
  "as the whole": PHONE,
  "in a list": { ...call, custom_variables: [PHONE, [PHONE]] },
  "as a time zone": { ...call, lead_timezone: PHONE },
};

for (const [what, params] of Object.entries(wrong)) {
  test(`S12: a number in the params is in no log line: ${what}`, async () => {
    const { lines, logger } = keeping();
    await withServer(
      () => ({ status: "ok", response: { call_id: "c" } }),
      async ({ client }) => {
        const one = client({ logger, logLevel: "debug" });
        await one.calls.create(params, { validation: "warn" }).catch(() => {});
        await client({ logger, logLevel: "debug", validation: "warn" })
          .calls.create(params)
          .catch(() => {});
      },
    );
    const warnings = lines.filter((line) => line.includes("despite"));
    assert.equal(warnings.length, 2, lines.join("\n"));
    isClean(lines.join("\n"), PHONE, what);
  });
}

test("S12: nor in those of any operation, with every name and value undeclared", async () => {
  const { lines, logger } = keeping();
  const response = { status: 200, ok: true, text: async () => "{}" };
  const options = { logger, logLevel: "debug", validation: "warn", fetch: async () => response };
  const client = new Synthflow({ apiKey: "key", ...options });
  const params = {
    [PHONE]: PHONE,
    agent: { [PHONE]: PHONE },
    name: { [PHONE]: 1 },
    type: PHONE,
    phone: PHONE,
  };
  for (const { name, path } of operations) {
    const ids = [...path.matchAll(/\{/g)].map(() => PHONE);
    const method = name.split(".").reduce((place, step) => place[step], client);
    for (const given of [params, { list: [params] }]) {
      try {
        await method(...ids, given);
      } catch (error) {
        assert.ok(error instanceof SynthflowError, String(error));
      }
    }
  }
  assert.ok(lines.length > operations.length);
  isClean(lines.join("\n"), PHONE, "log");
});

test("S12: the line says where and what, by declared names", async () => {
  const { lines, logger } = keeping();
  const response = { status: 200, text: async () => '{"call_id":"c"}' };
  const client = new Synthflow({ apiKey: "key", logger, fetch: async () => response, validation: "warn" });
  await client.calls.create({ ...call, phone: "4155550100", custom_variables: [{ [PHONE]: 1 }] });
  assert.equal(lines.length, 1);
  assert.match(lines[0], /phone \(invalid_format\)/);
  assert.match(lines[0], /custom_variables\[0\]… \(unknown_field\)/);
});

/** What a function throws, or its promise is rejected with. */
const thrownBy = (run) => rejection(Promise.resolve().then(run));

const OPTIONS =
  "apiKey region baseURL timeout maxRetries maxRetryAfter fetch defaultHeaders validation logger logLevel onDrift dangerouslyAllowBrowser";

test("S15: no error contains a key that was passed as another option", async () => {
  const fetch = () => assert.fail("sent");
  const base = { apiKey: "key", fetch, logLevel: "off" };
  const client = new Synthflow(base);
  const asNames = [
    { [KEY]: 1 },
    { [`${KEY} `]: KEY },
    { [KEY.slice(0, 12)]: true },
    { [`apiKey${KEY}`]: KEY },
  ];
  const asValues = (names) =>
    names.flatMap((name) => [{ [name]: KEY }, { [name]: [KEY] }, { [name]: { [KEY]: KEY } }]);
  const ofClient = OPTIONS.split(" ").filter(
    (name) => !["apiKey", "defaultHeaders", "logger"].includes(name),
  );
  const ofRequest = ["signal", "timeout", "maxRetries", "validation"];
  const ofWait = ["interval", "timeout", "onChange", "signal"];
  const runs = [
    ...asNames.map((options) => () => new Synthflow({ ...base, ...options })),
    ...asValues(ofClient).map((options) => () => new Synthflow({ ...base, ...options })),
    ...[KEY, [KEY], new Map([[KEY, KEY]])].map((options) => () => new Synthflow(options)),
    () => new Synthflow({ ...base, apiKey: [KEY] }),
    () => new Synthflow({ ...base, apiKey: ` ${KEY}` }),
    () => new Synthflow({ ...base, defaultHeaders: KEY }),
    () => new Synthflow({ ...base, defaultHeaders: { [`${KEY}:`]: KEY } }),
    () => new Synthflow({ ...base, defaultHeaders: [KEY] }),
    () => new Synthflow({ ...base, logger: KEY }),
    ...[...asNames, ...asValues(ofRequest), KEY, [KEY]].map(
      (options) => () => client.calls.create(call, options),
    ),
    ...[...asNames, ...asValues(ofWait)].map((options) => () => client.calls.wait("c", options)),
    () => client.request(KEY, "/new"),
    () => client.request("GET", KEY),
    () => client.agents.get([KEY]),
  ];
  for (const run of runs) {
    const error = await thrownBy(run);
    assert.ok(error instanceof SynthflowError, `${run}: ${error.stack}`);
    isClean(seen(error), KEY, error.message);
  }
});

test("S15: what is near a known name or value is shown", async () => {
  const runs = {
    apikey: () => new Synthflow({ apikey: "key" }),
    maxRetry: () => new Synthflow({ apiKey: "key", maxRetry: 1 }),
    evv: () => new Synthflow({ apiKey: "key", region: "euu" }),
    warm: () => new Synthflow({ apiKey: "key", logLevel: "warm" }),
    timeOut: () => new Synthflow({ apiKey: "key" }).agents.list({}, { timeOut: 5 }),
  };
  for (const [shown, run] of Object.entries(runs)) {
    const { message } = await thrownBy(run);
    assert.ok(message.includes(shown === "evv" ? "euu" : shown), message);
  }
});

/** Runs something while the prototype of all objects has more fields. */
const withPrototype = async (fields, run) => {
  Object.assign(Object.prototype, fields);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(fields)) delete Object.prototype[name];
  }
};

/** What reaches fetch of some requests. */
const sentBy = async (run, data = { status: "ok", response: { call_id: "c" } }) => {
  const sent = [];
  const fetch = async (url, init) => {
    const { signal, headers, ...more } = init;
    sent.push(JSON.stringify([url, { ...headers }, more, Reflect.ownKeys(init).sort()]));
    return { __proto__: null, status: 200, ok: true, text: async () => JSON.stringify(data) };
  };
  const result = await run(new Synthflow({ apiKey: "key", fetch }));
  return { sent, result };
};

const polluted = {
  baseURL: { baseURL: "https://evil.example" },
  region: { region: "eu" },
  "default headers": { defaultHeaders: { "x-evil": "1" }, headers: { "x-evil": "1" } },
  "an extra body": { extraBody: { phone: "+19005550100" } },
  "an extra query": { extraQuery: { evil: "1" } },
  "a check that is off": { validation: "off" },
  "fields of the request": {
    method: "PUT",
    redirect: "follow",
    credentials: "include",
    dispatcher: {},
    duplex: "half",
  },
  "fields of the params": { lead_email: "evil@evil.example", from_phone_number: "+19005550100", limit: 1 },
  "no retries": { maxRetries: 0, timeout: 1, maxRetryAfter: 0 },
  "fields of a response": { status: "error", response: { call_id: "evil" }, call_id: "evil", detail: "evil" },
  "the end of a list": { has_more: true, next_cursor: "evil", pagination: { total_records: 99 } },
};

for (const [what, fields] of Object.entries(polluted)) {
  test(`S16: a prototype with more fields changes nothing that is sent: ${what}`, async () => {
    const requests = async (client) => {
      const list = [];
      list.push(await client.calls.create({ ...call }));
      list.push(await client.calls.create({ ...call }, {}));
      list.push(await client.agents.update("a", { name: "B" }, { headers: {} }));
      list.push((await client.agents.list({}, {})).hasNextPage());
      list.push(await client.request("POST", "/new", {}));
      const { message, issues } = await rejection(client.calls.create({ name: "Sam" }));
      return JSON.stringify([list, message, issues]);
    };
    const right = await sentBy(requests);
    const got = await withPrototype(fields, () => sentBy(requests));
    assert.deepEqual(got.sent, right.sent);
    assert.equal(got.result, right.result);
    const empty = { status: "ok" };
    await withPrototype(fields, async () => {
      const { result } = await sentBy((client) => rejection(client.calls.create({ ...call })), empty);
      assert.equal(result.outcome, "unknown");
    });
  });
}

test("S16: nor what calls.wait does, nor what the environment says", async () => {
  const data = { status: "ok", response: { calls: [{ call_id: "c", status: "completed" }] } };
  await withPrototype(
    {
      timeout: 1,
      interval: -1,
      onChange: "evil",
      signal: { aborted: true },
      SYNTHFLOW_BASE_URL: "https://evil.example",
      SYNTHFLOW_REGION: "eu",
    },
    async () => {
      const { sent, result } = await sentBy((client) => client.calls.wait("c", {}), data);
      assert.equal(result.status, "completed");
      assert.match(sent[0], /^\["https:\/\/api\.synthflow\.ai\/v2\/calls\/c"/);
    },
  );
});

test("S16: a prototype with a cursor ends no list", async () => {
  const page = ({ url }) => ({
    status: "ok",
    response: { assistants: [{ model_id: url }], pagination: { total_records: 4 } },
  });
  await withServer(page, async ({ client }) => {
    await withPrototype({ cursor: "a", next: "a" }, async () => {
      const ids = [];
      for await (const { model_id } of client().agents.list({ limit: 1 })) ids.push(model_id);
      assert.equal(ids.length, 4);
    });
  });
});
