/**
 * No secret in errors, logs, stacks, JSON, URLs or printed values, even if the API repeats it. Length: one place after the other,
 * with the same secrets.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Synthflow, SynthflowError, webhooks } from "synthflow-wasm";
import { rejection, reply, startServer, withServer } from "../support/server.js";

const KEY = "sk-live-0123456789abcdef";
const TOKEN = "proxy-token-0123456789";
const PHONE = "+14155550199";
const TWILIO = "twilio-auth-token-0123456789";
const LINK = "https://app.example/sign-in?token=0123456789abcdef";
const HOOK = "webhook-secret-0123456789";

const call = { model_id: "m", name: "Sam", phone: PHONE };
const subaccount = { subaccount_name: "A", twilio_account_sid: "AC1", twilio_auth_token: TWILIO };

/** Everything that is visible of a value. */
const seen = (value) =>
  [
    inspect(value, { depth: 12, showHidden: true, getters: true }),
    String(value),
    String(value?.stack),
    JSON.stringify(value),
    Object.getOwnPropertyNames(Object(value)).join(),
  ].join("\n");

const isClean = (value, secrets, what) => {
  const text = typeof value === "string" ? value : seen(value);
  for (const secret of secrets) assert.ok(!text.includes(secret), `${what}: ${text}`);
};

/** A logger that records the lines of all levels. */
const keeping = () => {
  const lines = [];
  const log = (...args) =>
    lines.push(args.map((arg) => (typeof arg === "string" ? arg : seen(arg))).join(" "));
  return { lines, logger: { error: log, warn: log, info: log, debug: log } };
};

const echo = ({ headers, url, body }) => JSON.stringify({ headers, url, body });

/** Ways in which a server or a proxy repeats a request. */
const servers = {
  "a 400 in JSON": (request, response) => reply(response, 400, { detail: `no: ${echo(request)}` }),
  "a 401 as text": (request, response) =>
    reply(response, 401, echo(request), { "content-type": "text/plain" }),
  "a 403 under a name": (request, response) => reply(response, 403, { message: { error: request.headers } }),
  "a 422 of lines": (request, response) =>
    reply(response, 422, {
      detail: [{ loc: ["header", request.headers.authorization], msg: echo(request) }],
    }),
  "a 429": (request, response) => reply(response, 429, { error: echo(request) }),
  "a 500 page": (request, response) => reply(response, 500, `<html>${echo(request)}</html>`),
  "a page with 200": (request, response) => reply(response, 200, `<html>${echo(request)}</html>`),
  "cut JSON": (request, response) => reply(response, 200, echo(request).slice(0, -1)),
  "an error with 200": (request, response) =>
    reply(response, 200, { status: "error", response: request.headers.authorization }),
  "a redirect": (_, response) => reply(response, 302, "", { location: `/v2/in?token=${TOKEN}` }),
  "a reset": (_, response) => {
    response.destroy();
  },
};

for (const [what, respond] of Object.entries(servers)) {
  test(`${what} that repeats the request does not put the key into an error or a log`, async () => {
    await withServer(respond, async ({ client }) => {
      for (const apiKey of [KEY, () => KEY]) {
        const { lines, logger } = keeping();
        const one = client({ apiKey, logger, logLevel: "debug", maxRetries: 1, maxRetryAfter: 1 });
        const errors = [
          await rejection(one.calls.create(call)),
          await rejection(one.agents.list()),
          await rejection(one.subaccounts.create(subaccount)),
          await rejection(one.agents.get("a").withResponse()),
          await rejection(one.request("POST", "/calls", call)),
        ];
        for (const error of errors) {
          assert.ok(error instanceof SynthflowError, String(error));
          isClean(error, [KEY], "error");
        }
        assert.ok(lines.length >= errors.length, "nothing was logged");
        isClean(lines.join("\n"), [KEY, PHONE, TWILIO, TOKEN], "log");
        isClean(one, [KEY], "client");
      }
    });
  });
}

test("keys that JSON escapes, and short ones that an engine quotes completely, are redacted too", async () => {
  const keys = ['key-with-"quotes"-and-\\', "key-of-16-bytes-"];
  for (const apiKey of keys) {
    const answers = [
      [401, { detail: apiKey, deep: [{ [apiKey]: apiKey }] }],
      [401, apiKey],
      [200, apiKey],
      [200, `"${apiKey}`],
    ];
    await withServer(
      (_, response, index) => reply(response, ...answers[index]),
      async ({ client }) => {
        for (const _ of answers) {
          const error = await rejection(client({ apiKey, maxRetries: 0 }).agents.list());
          assert.ok(error instanceof SynthflowError);
          isClean(error, [apiKey, JSON.stringify(apiKey).slice(1, -1)], "error");
          assert.match(seen(error.body), /\[redacted\]/);
        }
      },
    );
  }
});

test("issues are reported without the values", async () => {
  const { lines, logger } = keeping();
  const fetch = () => assert.fail("sent");
  const client = new Synthflow({ apiKey: KEY, logger, logLevel: "debug", fetch });
  const wrong = PHONE.slice(1);
  const errors = [
    await rejection(client.calls.create({ ...call, phone: wrong })),
    await rejection(client.calls.create({ ...call, phone: [wrong] })),
    await rejection(client.subaccounts.create({ ...subaccount, subaccount_name: 5 })),
    await rejection(client.subaccounts.create({ ...subaccount, twilio_auth_token: [TWILIO] })),
    await rejection(client.subaccounts.create({ ...subaccount, twilio_token: TWILIO })),
    await rejection(client.agents.list({}, { headers: { authorization: `${TOKEN}\n` } })),
    await rejection(Promise.resolve().then(() => new Synthflow({ apiKey: `${KEY}\n` }))),
    await rejection(Promise.resolve().then(() => new Synthflow({ apiKey: [KEY] }))),
    await rejection(
      Promise.resolve().then(() => new Synthflow({ apiKey: KEY, defaultHeaders: { a: `${TOKEN}\n` } })),
    ),
    await rejection(
      Promise.resolve().then(() => new Synthflow({ apiKey: KEY, baseURL: `https://u:${TOKEN}@a.example` })),
    ),
    await rejection(new Synthflow({ apiKey: () => `${KEY}\n`, fetch, logger }).agents.list()),
  ];
  for (const error of errors) {
    assert.ok(error instanceof SynthflowError, String(error));
    isClean(error, [KEY, TOKEN, TWILIO, wrong], "error");
  }
  isClean(lines.join("\n"), [KEY, TOKEN, TWILIO, wrong], "log");
});

test("requests that are warned about, retried, aborted and successful do not log a secret", async () => {
  const { lines, logger } = keeping();
  const respond = ({ headers }, response, index) => {
    if (headers["x-no-response"]) return undefined;
    if (index % 2) return { status: "ok", response: { sign_in_link: LINK, phone: PHONE, api_key: KEY } };
    return reply(response, 503, {});
  };
  const server = await startServer(respond);
  try {
    const client = server.client({
      apiKey: KEY,
      defaultHeaders: { "x-proxy": TOKEN },
      logger,
      logLevel: "debug",
      validation: "warn",
    });
    await client.agents.get(PHONE);
    await client.subaccounts.list();
    await client.phoneBooks.list({ search: PHONE, wrong_field: PHONE });
    await client.calls.create({ ...call, phone: PHONE.slice(1), secret: TWILIO }).catch(() => {});
    await rejection(client.agents.list({}, { signal: AbortSignal.abort() }));
    const late = { timeout: 20, maxRetries: 0, headers: { "x-no-response": PHONE } };
    await rejection(client.agents.list({}, late));
    assert.ok(lines.length > 8, lines.join("\n"));
    isClean(lines.join("\n"), [KEY, TOKEN, TWILIO, LINK, PHONE, PHONE.slice(1)], "log");
    for (const { url } of server.delivered) isClean(url, [KEY, TOKEN], "URL");
    for (const { headers } of server.delivered) assert.equal(headers.authorization, `Bearer ${KEY}`);
  } finally {
    await server.close();
  }
});

test("every log level contains only events", async () => {
  for (const logLevel of ["off", "error", "warn", "info", "debug"]) {
    const { lines, logger } = keeping();
    const fetch = async () => new Response(JSON.stringify({ detail: PHONE }), { status: 503 });
    const client = new Synthflow({ apiKey: KEY, logger, logLevel, fetch });
    await rejection(client.calls.create(call));
    for (const line of lines) {
      assert.match(line, /^synthflow|^calls\.create/, line);
      isClean(line, [KEY, PHONE], logLevel);
    }
  }
});

test("pages, promises and responses do not contain the key", async () => {
  await withServer(
    () => ({
      status: "ok",
      response: { assistants: [{}], pagination: { total_records: 2, limit: 1, offset: 0 } },
    }),
    async ({ client }) => {
      const one = client({ apiKey: KEY });
      const promise = one.agents.list({ limit: 1 });
      isClean(promise, [KEY], "promise");
      isClean(await promise, [KEY], "page");
      isClean(await one.agents.list().withResponse(), [KEY], "response");
      isClean(one.agents, [KEY], "resource");
      isClean(one.agents.list, [KEY], "method");
    },
  );
});

test("the error of a refused webhook contains neither the secret nor the right signature", async () => {
  const body = JSON.stringify({ call: { call_id: "c", phone: PHONE } });
  const right = await webhooks.sign("c", HOOK);
  for (const signature of [await webhooks.sign("d", HOOK), right.toLowerCase(), "", "00"]) {
    const headers = { "synthflow-signature": signature };
    const error = await rejection(webhooks.unwrap(body, headers, { secret: HOOK }));
    isClean(error, [HOOK, right, PHONE], "error");
  }
});

const parts = {
  "without its first character": KEY.slice(1),
  "without its prefix": KEY.slice(8),
  "only its end": KEY.slice(-12),
  "masked in the middle": `${KEY.slice(0, 7)}****${KEY.slice(-8)}`,
};

for (const [what, part] of Object.entries(parts)) {
  test(`a key that is quoted ${what} is redacted`, async () => {
    await withServer(
      (_, response) => reply(response, 401, { detail: `no such key: ${part}` }),
      async ({ client }) => {
        const error = await rejection(client({ apiKey: KEY }).calls.create(call));
        isClean(error, [KEY.slice(-8), part], what);
        assert.match(error.message, /no such key: .*\[redacted\]/);
      },
    );
  });
}

test("the time for a response is linear, whatever the cookies are", { timeout: 60_000 }, async () => {
  const cookies = {
    "a space comes late": `${"a;".repeat(8000)}b c`,
    "parts begin alike": Array.from({ length: 1600 }, (_, at) => `aaa${(at + 1e6).toString(36)}`).join(";"),
    "sessions begin alike": Array.from({ length: 150 }, (_, at) => `s_${at}=s%3A${KEY}${at}`).join("; "),
  };
  // Quadratic, each takes minutes.
  for (const [what, cookie] of Object.entries(cookies)) {
    for (const text of ["a;", "a", "s%3A"].map((part) => part.repeat(1e6 / part.length))) {
      const fetch = async () => new Response(text, { status: 500 });
      const one = new Synthflow({
        apiKey: null,
        defaultHeaders: { cookie },
        fetch,
        maxRetries: 0,
        logLevel: "off",
      });
      assert.equal((await rejection(one.agents.get("a"))).status, 500, what);
    }
  }
});

/** What a `fetch` may throw that is no error. */
const thrown = {
  "the init": (_, init) => init,
  "its headers": (_, { headers }) => headers,
  Headers: (_, { headers }) => new Headers(headers),
  "a Map": (_, { headers }) => new Map(Object.entries(headers)),
  "a Request": (url, { headers }) => new Request(url, { headers }),
  "a Response": (_, { headers }) => new Response("", { headers }),
  "an object of objects": (_, { headers }) => ({ config: { headers: { ...headers } } }),
  "an error with errors in a Set": (_, { headers }) =>
    Object.assign(new Error("no"), { errors: new Set([headers.authorization]) }),
  "an error with the key in a name": () => Object.assign(new Error("no"), { [KEY]: 1 }),
};

for (const [what, make] of Object.entries(thrown)) {
  test(`a fetch that throws something with the key: ${what}`, async () => {
    const fetch = async (...args) => {
      throw make(...args);
    };
    const client = new Synthflow({ apiKey: KEY, fetch, maxRetries: 0, logLevel: "off" });
    const error = await rejection(client.calls.create(call));
    assert.equal(error.outcome, "unknown");
    assert.ok(error.cause instanceof Error);
    isClean(error, [KEY], what);
  });
}

test("the field of an id keeps its name, even if a cookie has it", async () => {
  const defaultHeaders = { cookie: "call_id=abcdefgh0123; model_id=b" };
  await withServer(
    (_, response) => reply(response, 500, { call_id: "abcdefgh0123 and call_id=abcdefgh0123" }),
    async ({ client }) => {
      const error = await rejection(client({ defaultHeaders }).calls.create(call));
      assert.deepEqual(error.body, { call_id: "[redacted] and [redacted]" });
    },
  );
});

for (const field of ["status", "headers", "text", "body", "url", "type", "ok"])
  test(`S10: a response whose \`${field}\` throws the header of the request`, async () => {
    const fetch = async (_, { headers }) => {
      const response = { status: 200, ok: true, headers: new Headers(), text: async () => '{"call_id":"c"}' };
      const get = () => {
        throw new Error(`lazy: ${headers.authorization}`);
      };
      return Object.defineProperty(response, field, { get });
    };
    const paced = { pace: { callsPerSecond: 5 } };
    for (const options of [{}, paced]) {
      const client = new Synthflow({
        apiKey: KEY,
        region: "us",
        fetch,
        maxRetries: 0,
        logLevel: "off",
        ...options,
      });
      for (const run of [() => client.calls.create(call), () => client.calls.create(call).asResponse()])
        isClean(
          await run().then(
            () => "",
            (error) => error,
          ),
          [KEY],
          field,
        );
    }
  });
