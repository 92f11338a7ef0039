import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import {
  APIError,
  APIResponseError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  Synthflow,
  SynthflowError,
  UnprocessableEntityError,
} from "synthflow-wasm";
import { rejection, reply, withServer } from "../support/server.js";

test("each status has its class, its hint and the message of the API", async () => {
  const cases = [
    [400, BadRequestError, { detail: "bad" }, /400 bad/],
    [
      401,
      AuthenticationError,
      { detail: "Invalid" },
      /401 Invalid: the API key is invalid or of another region/,
    ],
    [
      403,
      PermissionDeniedError,
      { error: "forbidden", message: "no" },
      /403 no: this API key lacks permission/,
    ],
    [404, NotFoundError, { detail: { description: "gone", category: "not_found" } }, /404 gone/],
    [409, APIError, { status: "error", response: "busy" }, /409 busy/],
    [
      422,
      UnprocessableEntityError,
      { detail: [{ loc: ["body", "a", 0], msg: "required" }] },
      /body\.a\.0: required/,
    ],
    [500, InternalServerError, "<html>oops</html>", /500 \(an HTML page\)/],
    [599, InternalServerError, "", /^599/],
  ];
  await withServer(
    (_, response, index) => reply(response, cases[index][0], cases[index][2]),
    async ({ client }) => {
      for (const [status, Class, , message] of cases) {
        const error = await rejection(client({ maxRetries: 0 }).agents.get("a"));
        assert.ok(error instanceof Class, `${status}: ${error.name}`);
        assert.ok(error instanceof APIError && error instanceof SynthflowError && error instanceof Error);
        assert.equal(error.name, Class.name);
        assert.equal(error.status, status);
        assert.match(error.message, message);
        assert.equal(error.attempts, 1);
        assert.equal(typeof error.headers.get, "function");
        assert.match(error.stack, /errors\.test\.js|index\.js/);
      }
    },
  );
});

test("a 401 mentions the key and the region", async () => {
  await withServer(
    (_, response) => reply(response, 401, { detail: "Not authenticated" }),
    async ({ client }) => {
      const error = await rejection(client().agents.list());
      assert.ok(error instanceof AuthenticationError);
      assert.match(error.message, /API key is invalid/);
      assert.match(error.message, /another region/);
    },
  );
});

test("W30: the code is one, not a sentence or a severity, and the request id is a field", async () => {
  const bodies = [
    { error: "slug", message: "m" },
    { detail: { category: "important", description: "d", request_id: "req-1" } },
    { error: "Something went wrong", message: "m" },
  ];
  await withServer(
    (_, response, index) => reply(response, 400, bodies[index]),
    async ({ client }) => {
      assert.equal((await rejection(client().agents.list())).code, "slug");
      const error = await rejection(client().agents.list());
      assert.equal(error.code, undefined);
      assert.equal(error.requestId, "req-1");
      assert.equal((await rejection(client().agents.list())).code, undefined);
    },
  );
});

test("W30: the request id is a text, wherever the response has one", async () => {
  for (const body of [
    { detail: { request_id: 7 } },
    { detail: { request_id: "" }, request_id: "7" },
    { status: "error", response: { request_id: "7" } },
    { detail: "no", request_id: null },
    { detail: "no", request_id: { id: 5 } },
  ])
    await withServer(
      (_, response) => reply(response, 400, body, { "x-request-id": "7" }),
      async ({ client }) => assert.equal((await rejection(client().agents.list())).requestId, "7"),
    );
});

test("W30: the request id may be in a header; the key is not shown there", async () => {
  await withServer(
    (_, response, index) =>
      reply(response, 400, { detail: "no" }, { "x-request-id": index === 0 ? "req-2" : "secret-key-1" }),
    async ({ client }) => {
      assert.equal((await rejection(client().agents.list())).requestId, "req-2");
      const one = client({ apiKey: "secret-key-1" });
      assert.doesNotMatch((await rejection(one.agents.list())).requestId, /secret-key-1/);
    },
  );
});

test("W45: a 401 about a missing header says that no key arrived", async () => {
  await withServer(
    (_, response) => reply(response, 401, { detail: "Missing or invalid Authorization header" }),
    async ({ client }) => {
      const { message } = await rejection(client().agents.list());
      assert.match(message, /no usable API key arrived; check it and any proxy/);
      assert.doesNotMatch(message, /region/);
    },
  );
});

for (const [what, body] of [
  ["an HTML page", "<!doctype html><title>Gateway</title>"],
  ["cut JSON", '{"status": "ok", "response": {"assistants": [{"mod'],
]) {
  test(`a response with status 200 that is ${what} is an error, with its body`, async () => {
    await withServer(
      (_, response) => reply(response, 200, body),
      async ({ client, delivered }) => {
        const error = await rejection(
          client().calls.create({ model_id: "m", name: "S", phone: "+14155550100" }),
        );
        assert.ok(error instanceof APIResponseError, String(error));
        assert.equal(error.outcome, "unknown");
        assert.equal(error.status, 200);
        assert.equal(error.body, body);
        assert.equal(delivered.length, 1);
      },
    );
  });
}

test('{"status": "error"} under status 200 is an error', async () => {
  await withServer(
    () => ({ status: "error", response: { answer: "the agent is paused" } }),
    async ({ client }) => {
      const error = await rejection(client().agents.get("a"));
      assert.ok(error instanceof APIError);
      assert.match(error.message, /the agent is paused/);
    },
  );
});

test("a redirect is not followed, so the key is sent nowhere else", async () => {
  const seen = [];
  await withServer(
    ({ headers }) => {
      seen.push(headers);
      return {};
    },
    async ({ url }) => {
      const redirect = (_, response) => reply(response, 307, "", { location: `${url}/elsewhere` });
      await withServer(redirect, async ({ client }) => {
        const error = await rejection(client().agents.list());
        assert.match(error.message, /redirected to .*elsewhere, which is not followed/);
        assert.equal(seen.length, 0);
      });
    },
  );
});

test("a redirect is reported without its query, and in a page without its location", async () => {
  const redirect = (_, response) =>
    reply(response, 302, "", { location: "https://b.example/in?token=t0k3n" });
  await withServer(redirect, async ({ client }) => {
    const error = await rejection(client().agents.list());
    assert.match(error.message, /redirected to https:\/\/b\.example\/in, which is not followed/);
    assert.ok(!error.message.includes("t0k3n"));
  });
  const fetch = async () => ({ type: "opaqueredirect", status: 0, headers: {}, text: async () => "" });
  const error = await rejection(new Synthflow({ apiKey: "test", fetch, logLevel: "off" }).agents.list());
  assert.match(error.message, /redirected, which is not followed/);
  assert.ok(error instanceof APIError, String(error));
});

test("a fetch that returns or throws something invalid is an error, and the client still works", async () => {
  const results = [
    () => undefined,
    () => null,
    () => "text",
    () => ({ status: 200 }),
    () => ({ status: "200", text: async () => "{}" }),
    () => ({ status: 200, text: async () => 5 }),
    () => ({ status: 200, text: () => Promise.reject(new Error("body broke")) }),
    () => {
      throw "a string";
    },
    () => Promise.reject(null),
    () => Promise.reject(undefined),
    () => Promise.reject({ message: 5 }),
  ];
  let index = 0;
  const fetch = async () => (index < results.length ? results[index++]() : new Response('{"response": {}}'));
  const client = new Synthflow({ apiKey: "test", fetch, maxRetries: 0, logLevel: "off" });
  for (const _ of results) {
    const error = await rejection(client.agents.list());
    assert.ok(error instanceof SynthflowError, inspect(error));
    assert.equal(error.outcome, "unknown");
  }
  assert.deepEqual((await client.agents.list()).data, []);
  // A mock of plain objects is accepted.
  const mock = async () => ({
    status: 200,
    headers: {},
    text: async () => '{"response": {"assistants": [1]}}',
  });
  assert.deepEqual((await new Synthflow({ apiKey: "t", fetch: mock }).agents.list()).data, [1]);
});

test("no key in errors, logs, stacks or causes", async () => {
  const key = "secret-key-1234567890";
  const phone = "+14155550100";
  const lines = [];
  const log = (line) => lines.push(line);
  const logger = { error: log, warn: log, info: log, debug: log };
  await withServer(
    (_, response, index) => (index === 0 ? reply(response, 503, {}) : reply(response, 401, { detail: "no" })),
    async ({ client }) => {
      const one = client({ apiKey: key, logger, logLevel: "debug" });
      const error = await rejection(one.agents.get("a"));
      const callError = await rejection(one.calls.create({ model_id: "m", name: "S", phone }));
      for (const text of [
        inspect(error, { depth: 9, showHidden: true }),
        error.stack,
        JSON.stringify(error),
      ]) {
        assert.ok(!text.includes(key));
      }
      assert.ok(!inspect(callError, { depth: 9 }).includes(phone));
      assert.ok(lines.length >= 3, lines.join("\n"));
      assert.ok(!lines.join().includes(key) && !lines.join().includes(phone), lines.join("\n"));
    },
  );
});

test("what Next.js throws to render a page at each request reaches it as it is, if the request only reads", async () => {
  const dynamic = Object.assign(new Error("Dynamic server usage: no-store"), {
    digest: "DYNAMIC_SERVER_USAGE",
  });
  const fetch = async () => {
    throw dynamic;
  };
  const client = new Synthflow({ apiKey: "test", fetch, logLevel: "off" });
  assert.equal(await rejection(client.agents.list()), dynamic);
  const params = { model_id: "m", name: "Sam", phone: "+14155550100" };
  assert.equal((await rejection(client.calls.create(params))).outcome, "unknown");
  // The core goes on, and any other error with a digest is one of the connection.
  const other = Object.assign(new Error("lost"), { digest: "1234" });
  const lost = async () => {
    throw other;
  };
  const next = new Synthflow({ apiKey: "test", fetch: lost, maxRetries: 0, logLevel: "off" });
  assert.equal((await rejection(next.agents.list())).name, "APIConnectionError");
});
