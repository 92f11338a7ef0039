import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Synthflow, SynthflowError } from "synthflow-wasm";

const refused = (options, message) => {
  assert.throws(
    () => new Synthflow(options),
    (error) => {
      assert.ok(error instanceof SynthflowError, String(error));
      assert.match(error.message, message);
      return true;
    },
  );
};

const key = "secret-key-1234567890";

test("client options are validated, each with its name", () => {
  refused(null, /client options: expected an object, got null/);
  refused(5, /client options: expected an object, got 5/);
  refused({ apiKey: 5 }, /apiKey: expected a string, a function or null, got 5/);
  refused({ apiKey: "" }, /apiKey: it is empty: set SYNTHFLOW_API_KEY/);
  refused({ apiKey: key, region: "mars" }, /region: expected "global", "us" or "eu", got another string/);
  refused({ apiKey: key, timout: 5 }, /no client option "timout"; did you mean "timeout"\?/);
  refused({ apiKey: key, timeout: 0 }, /timeout: expected a finite number of milliseconds above 0, got 0/);
  refused({ apiKey: key, maxRetries: 1.5 }, /maxRetries: expected an integer from 0 to 100, got 1.5/);
  refused(
    { apiKey: key, logLevel: "loud" },
    /logLevel: expected one of off, error, warn, info, debug, got another string/,
  );
  refused({ apiKey: key, validation: "no" }, /validation: expected "strict", "warn" or "off"/);
  refused(
    { apiKey: key, defaultHeaders: { "x y": "1" } },
    /defaultHeaders: expected Headers, pairs, or an object of strings/,
  );
  refused({ apiKey: key, onDrift: () => {} }, /watchDrift/);
});

test("an unknown option is named only if it is similar to a known one: it may be a key", () => {
  for (const name of [key, "x", ""]) {
    assert.throws(
      () => new Synthflow({ apiKey: "test", [name]: 1 }),
      (error) =>
        /there is no such client option; known are apiKey, /.test(error.message) &&
        !error.message.includes(key),
    );
  }
});

test("a key that no header can carry is refused and not shown", () => {
  for (const bad of [`${key}\r\nx-evil: 1`, `${key} `, `${key}ä`]) {
    refused({ apiKey: bad }, /contains whitespace or a non-ASCII character/);
    assert.throws(
      () => new Synthflow({ apiKey: bad }),
      (error) => !inspect(error, { depth: 9, showHidden: true }).includes(key),
    );
  }
});

test("baseURL must be https, this machine or a path", () => {
  for (const baseURL of [
    "http://example.com",
    "http://127.0.0.1.example.com/v2",
    "http://localhost.example.com",
    "ftp://localhost",
    "https://",
    "https://user@example.com",
    "https://example.com/?a=1",
    "//example.com",
    "example.com",
    "",
  ]) {
    refused({ apiKey: key, baseURL }, /client option baseURL: expected https/);
  }
  for (const baseURL of [
    "https://example.com/v2/",
    "http://localhost:4010/v2",
    "http://[::1]:80",
    "/synthflow",
  ]) {
    assert.ok(new Synthflow({ apiKey: key, baseURL }));
  }
});

test("the environment supplies missing options", () => {
  process.env.SYNTHFLOW_API_KEY = "";
  refused({}, /apiKey: it is empty: set SYNTHFLOW_API_KEY or pass the key, or null/);
  process.env.SYNTHFLOW_API_KEY = key;
  process.env.SYNTHFLOW_REGION = "mars";
  refused({}, /region/);
  delete process.env.SYNTHFLOW_REGION;
  assert.ok(new Synthflow());
  delete process.env.SYNTHFLOW_API_KEY;
});

test("neither the key nor a pointer is printed", () => {
  const client = new Synthflow({ apiKey: key });
  for (const text of [
    inspect(client, { depth: 9, showHidden: true }),
    JSON.stringify(client),
    String(client),
    Object.keys(client).join(),
  ]) {
    assert.ok(!text.includes(key), text);
    assert.ok(!text.includes("__wbg_ptr"), text);
  }
  assert.equal(Synthflow.name, "Synthflow");
});

test("a key is refused in a page, with instructions for a proxy", () => {
  globalThis.window = { document: {} };
  try {
    refused(
      { apiKey: key },
      /Keep it on a server and let a proxy add it: new Synthflow\(\{ apiKey: null, baseURL/,
    );
    assert.ok(new Synthflow({ apiKey: key, dangerouslyAllowBrowser: true }));
    assert.ok(new Synthflow({ apiKey: null, baseURL: "/synthflow" }));
  } finally {
    delete globalThis.window;
  }
});

test("request options are validated too", async () => {
  const client = new Synthflow({ apiKey: key, fetch: () => assert.fail("sent") });
  await assert.rejects(
    client.agents.list({}, { timout: 5 }),
    /no request option "timout"; did you mean "timeout"/,
  );
  await assert.rejects(
    client.agents.list({}, { signal: 5 }),
    /request option signal: expected an AbortSignal, got 5/,
  );
  await assert.rejects(client.agents.list({}, { headers: { a: "b\nc" } }), /request option headers/);
  await assert.rejects(client.agents.list({}, "fast"), /request options: expected an object, got a string/);
});
