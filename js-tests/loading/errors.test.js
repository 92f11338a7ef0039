/** Errors across copies of the package, and what logs and other threads get of them. */

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";

const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));
const require = createRequire(import.meta.url);

/** The modules of each copy, by name. */
const copies = {};
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "synthflow-copy-"));
  cpSync(pkg, folder, { recursive: true });
  for (const [where, from] of Object.entries({ package: pkg, "second copy": folder })) {
    for (const name of ["index", "node", "slim"]) {
      copies[`${where}, ${name}, imported`] = await import(pathToFileURL(join(from, `${name}.js`)));
      if (name !== "index") copies[`${where}, ${name}, required`] = require(join(from, `${name}.cjs`));
    }
  }
  for (const [name, { initSync }] of Object.entries(copies))
    if (name.includes("slim")) initSync(readFileSync(join(pkg, "synthflow_bg.wasm")));
  // As after `jest.resetModules()`.
  for (const path of Object.keys(require.cache)) delete require.cache[path];
  copies["loaded again"] = require(join(pkg, "node.cjs"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const failing = (thrown) => () => Promise.reject(thrown);
const responding = (status, body) => async () => Response.json(body, { status });
const caught = (promise) =>
  promise.then(
    () => assert.fail("expected a rejection"),
    (error) => error,
  );

/** An error of each class that can be provoked without waiting. */
const provoke = async ({ Synthflow, webhooks }) => {
  const client = (fetch, options) =>
    new Synthflow({ apiKey: "test-key-123", fetch, maxRetries: 0, ...options });
  const list = (fetch, options) => caught(client(fetch).agents.list({}, options));
  const statuses = {};
  for (const [status, name] of Object.entries({
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "APIError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    503: "InternalServerError",
  }))
    statuses[name] = await list(responding(Number(status), { detail: "no" }));
  return {
    ...statuses,
    ValidationError: await caught(client(fetch).agents.create({})),
    APIConnectionError: await list(failing(new TypeError("fetch failed"))),
    APITimeoutError: await list(() => new Promise(() => {}), { timeout: 1 }),
    APIAbortError: await list(fetch, { signal: AbortSignal.abort() }),
    APIResponseError: await list(async () => new Response("<html>")),
    SynthflowError: await caught((async () => new Synthflow({ apiKey: "" }))()),
    WebhookVerificationError: await caught(webhooks.verify("{}", {}, { secret: "" })),
  };
};

/** The classes that an error of a class is an instance of. */
const parents = {
  BadRequestError: "APIError",
  AuthenticationError: "APIError",
  PermissionDeniedError: "APIError",
  NotFoundError: "APIError",
  UnprocessableEntityError: "APIError",
  RateLimitError: "APIError",
  InternalServerError: "APIError",
  APIError: "SynthflowError",
  ValidationError: "SynthflowError",
  APITimeoutError: "APIConnectionError",
  APIConnectionError: "SynthflowError",
  APIAbortError: "SynthflowError",
  APIResponseError: "SynthflowError",
};
const lineOf = (name) => (name ? [name, ...lineOf(parents[name])] : []);
const classOf = (copy, name) => copy[name] ?? copy.webhooks[name];

test("L4: instanceof is the same for the errors of every copy", async () => {
  const all = Object.entries(copies);
  assert.equal(all.length, 11);
  const names = [...Object.keys(parents), "SynthflowError", "WebhookVerificationError"];
  for (const [from, made] of all) {
    for (const [name, error] of Object.entries(await provoke(made))) {
      for (const [to, copy] of all) {
        const found = names.filter((other) => error instanceof classOf(copy, other));
        assert.deepEqual(found.sort(), lineOf(name).sort(), `${name} of ${from}, classes of ${to}`);
        assert.ok(error instanceof Error);
      }
    }
  }
});

test("L4: what is no error of the package is none, whatever it looks like", () => {
  for (const [name, copy] of Object.entries(copies)) {
    const { SynthflowError, ValidationError } = copy;
    const hostile = new Proxy({}, { get: () => assert.fail("a trap of a value was called and not caught") });
    const lookalikes = [
      null,
      undefined,
      1,
      "SynthflowError",
      {},
      new Error("no"),
      { name: "SynthflowError" },
    ];
    for (const value of [...lookalikes, hostile, Object.create(null), SynthflowError])
      assert.equal(value instanceof SynthflowError, false, name);
    assert.equal(new SynthflowError({ message: "m" }) instanceof ValidationError, false);
    assert.ok(
      runInNewContext("error instanceof Base", { error: new ValidationError({}), Base: SynthflowError }),
    );
  }
});

test("L4: a class that a user derives has only its own instances", () => {
  const { SynthflowError } = copies["package, node, imported"];
  class Mine extends SynthflowError {}
  const mine = new Mine({ message: "mine" });
  assert.ok(mine instanceof Mine && mine instanceof SynthflowError);
  assert.ok(mine instanceof copies["second copy, slim, required"].SynthflowError);
  assert.equal(new SynthflowError({ message: "not mine" }) instanceof Mine, false);
});

test("L4: a field that a script added to every object is no brand", () => {
  const { SynthflowError } = copies["package, node, imported"];
  const mark = Symbol.for("synthflow-wasm.SynthflowError");
  Object.prototype[mark] = true;
  try {
    assert.equal(new Error("no") instanceof SynthflowError, false);
    assert.equal({} instanceof SynthflowError, false);
  } finally {
    delete Object.prototype[mark];
  }
});

test("L14: JSON.stringify has what a log needs, without headers and body", async () => {
  const from = Date.now();
  const errors = await provoke(copies["package, node, imported"]);
  for (const [name, error] of Object.entries(errors)) {
    const json = JSON.parse(JSON.stringify(error));
    assert.equal(json.name, name);
    assert.ok(json.message.length > 5 && json.message === error.message);
    for (const field of ["headers", "body", "stack", "cause"]) assert.ok(!(field in json), field);
    if (name === "WebhookVerificationError") {
      assert.equal(json.reason, "secret");
      continue;
    }
    assert.equal(json.outcome, error.outcome);
    assert.equal(json.attempts, error.attempts);
    const startedAt = Date.parse(json.startedAt);
    assert.ok(startedAt >= from && startedAt <= Date.now(), json.startedAt);
  }
  const { issues } = JSON.parse(JSON.stringify(errors.ValidationError));
  assert.deepEqual(
    issues.map(({ path, code }) => [path, code]),
    errors.ValidationError.issues.map(({ path, code }) => [path, code]),
  );
  const fetch = async () =>
    Response.json(
      { error: "over_limit", message: "m" },
      { status: 429, headers: { "retry-after": "7", "x-request-id": "r1" } },
    );
  const { Synthflow } = copies["package, node, imported"];
  const limited = await caught(new Synthflow({ apiKey: "k", fetch, maxRetries: 0 }).agents.list());
  const { status, code, retryAfter, requestId } = JSON.parse(JSON.stringify(limited));
  assert.deepEqual([status, code, retryAfter, requestId], [429, "over_limit", 7000, "r1"]);
});

test("L14: startedAt is before the first attempt, and also of errors of pages, streams and waits", async () => {
  const { Synthflow } = copies["package, node, imported"];
  const from = Date.now();
  let firstAttempt;
  const fetch = async () => {
    firstAttempt ??= Date.now();
    await new Promise((resolve) => setTimeout(resolve, 30));
    return new Response("", { status: 503 });
  };
  const client = new Synthflow({ apiKey: "k", fetch, maxRetries: 1 });
  const failed = await caught(client.agents.list());
  assert.equal(failed.attempts, 2);
  assert.ok(failed.startedAt instanceof Date);
  assert.ok(failed.startedAt >= from && failed.startedAt <= firstAttempt);
  const pending = new Synthflow({ apiKey: "k", fetch: () => new Promise(() => {}), maxRetries: 0 });
  const before = Date.now();
  const waited = await caught(pending.calls.wait("c", { timeout: 40 }));
  assert.equal(waited.name, "APITimeoutError");
  assert.ok(waited.startedAt >= before && waited.startedAt <= Date.now() - 30);
  const streaming = new Synthflow({ apiKey: "k", fetch: async () => new Response("{}\n{broken\n") });
  const started = Date.now();
  const stream = await streaming.simulationCases.generate({ agent_id: "a", include_tests: ["angry_user"] });
  await new Promise((resolve) => setTimeout(resolve, 30));
  const broken = await caught(
    (async () => {
      for await (const _ of stream);
    })(),
  );
  assert.ok(broken.startedAt >= started && broken.startedAt <= Date.now() - 20, broken.message);
});

const uncloneable = {
  "a function": () => {},
  "an object with a function": { retry: () => {} },
  "a symbol": Symbol("no"),
  "a promise": Promise.resolve(),
  "a proxy": new Proxy({}, {}),
  "an error with such a cause": new Error("outer", { cause: new Error("inner", { cause: () => {} }) }),
  "an error with a getter that throws": Object.defineProperty(new Error("read"), "cause", {
    get: () => {
      throw new Error("no");
    },
  }),
};

for (const [what, cause] of Object.entries(uncloneable)) {
  test(`L14: structuredClone works with ${what} as the cause`, async () => {
    const { Synthflow } = copies["package, node, imported"];
    const options = { signal: AbortSignal.abort(cause) };
    const aborted = await caught(new Synthflow({ apiKey: "k", fetch }).agents.list({}, options));
    // What may have a secret is replaced: see js-tests/redaction.
    assert.ok(aborted.cause === cause || aborted.cause instanceof Error);
    assert.equal(structuredClone(aborted).message, aborted.message);
    const thrown = await caught(
      new Synthflow({ apiKey: "k", fetch: failing(cause), maxRetries: 0 }).agents.list(),
    );
    assert.ok(structuredClone(thrown) instanceof Error);
    const { port1, port2 } = new MessageChannel();
    const received = new Promise((resolve) => {
      port2.onmessage = ({ data }) => resolve(data);
    });
    port1.postMessage({ error: aborted });
    assert.equal((await received).error.message, aborted.message);
    port1.close();
  });
}

test("L14: every class of error can be cloned, with its message, stack and cause", async () => {
  for (const [name, error] of Object.entries(await provoke(copies["package, node, imported"]))) {
    const clone = structuredClone(error);
    assert.ok(clone instanceof Error, name);
    assert.equal(clone.message, error.message);
    assert.ok(clone.stack.includes(name));
  }
  const { Synthflow } = copies["package, node, imported"];
  const cause = new TypeError("fetch failed", { cause: new Error("other side closed") });
  const failed = await caught(
    new Synthflow({ apiKey: "k", fetch: failing(cause), maxRetries: 0 }).agents.list(),
  );
  assert.equal(failed.cause, cause);
  assert.equal(structuredClone(failed).cause.cause.message, "other side closed");
});

test("L14: neither form has a secret that the API repeats", async () => {
  const key = "sk-very-secret-key-0123456789";
  const { Synthflow } = copies["package, node, imported"];
  const echo = async (_, { headers }) =>
    Response.json(
      { detail: `bad ${headers.authorization}` },
      { status: 401, headers: { "x-request-id": key } },
    );
  const error = await caught(new Synthflow({ apiKey: key, fetch: echo }).agents.list());
  const thrown = failing(new Error(`no route for ${key}`, { cause: { key } }));
  const failed = await caught(new Synthflow({ apiKey: key, fetch: thrown, maxRetries: 0 }).agents.list());
  for (const one of [error, failed]) {
    for (const text of [
      JSON.stringify(one),
      inspect(structuredClone(one), { depth: 9 }),
      inspect(one, { showHidden: true }),
    ])
      assert.ok(!text.includes("very-secret") && text.includes("[redacted]"), text);
  }
});
