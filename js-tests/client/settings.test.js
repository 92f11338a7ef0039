/** The effect of client options. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { withGlobal } from "../safety/support.js";

/** The first request of a client with these options. */
const sentBy = async (options, requestOptions) => {
  const sent = [];
  const fetch = async (url, init) => {
    sent.push({ url, headers: { ...init.headers } });
    return new Response('{"response":{"assistants":[]}}');
  };
  await new Synthflow({ apiKey: "test", fetch, ...options }).agents.list({}, requestOptions);
  return sent[0];
};

test("each region has its host", async () => {
  for (const [region, host] of [
    [undefined, "api.synthflow.ai"],
    [null, "api.synthflow.ai"],
    ["global", "api.synthflow.ai"],
    ["us", "api.us.synthflow.ai"],
    ["eu", "api.eu.synthflow.ai"],
  ]) {
    assert.equal(new URL((await sentBy({ region })).url).host, host, region);
  }
});

test("S31: a region in code takes precedence over a base URL in the environment", async () => {
  process.env.SYNTHFLOW_BASE_URL = "https://other.example/v2";
  try {
    assert.equal(new URL((await sentBy({})).url).host, "other.example");
    assert.equal(new URL((await sentBy({ region: "eu" })).url).host, "api.eu.synthflow.ai");
  } finally {
    delete process.env.SYNTHFLOW_BASE_URL;
  }
});

test("0 to 100 retries", () => {
  for (const maxRetries of [0, 1, 100]) assert.ok(new Synthflow({ apiKey: "test", maxRetries }));
  for (const maxRetries of [-1, 101, 500, 1e9, Number.NaN]) {
    assert.throws(
      () => new Synthflow({ apiKey: "test", maxRetries }),
      /maxRetries: expected an integer from 0 to 100/,
    );
  }
});

test("headers with the same name are joined, as by Headers", async () => {
  const pairs = [
    ["x-a", "1"],
    ["x-b", "2"],
    ["x-a", "3"],
  ];
  assert.deepEqual(
    ["x-a", "x-b"].map((name) => new Headers(pairs).get(name)),
    ["1, 3", "2"],
  );
  const { headers } = await sentBy({ defaultHeaders: pairs });
  assert.equal(headers["x-a"], "1, 3");
  assert.equal(headers["x-b"], "2");
});

test("S13: in a page a key in the headers is a key", async () => {
  const authorization = "Bearer secret-key-1234567890";
  const page = { document: {} };
  const location = { origin: "https://page.example" };
  await withGlobal("window", page, () =>
    withGlobal("location", location, async () => {
      for (const defaultHeaders of [{ authorization }, { Authorization: authorization }]) {
        assert.throws(
          () => new Synthflow({ apiKey: null, defaultHeaders }),
          /every visitor could read the key/,
        );
      }
      await assert.rejects(
        sentBy({ apiKey: null }, { headers: { authorization } }),
        /every visitor could read the key/,
      );
      const { headers } = await sentBy({
        apiKey: null,
        baseURL: "/synthflow",
        defaultHeaders: { authorization },
      });
      assert.equal(headers.authorization, authorization);
    }),
  );
  // It would go to the origin of a <base>, with the header.
  await withGlobal("window", page, async () => {
    await assert.rejects(sentBy({ apiKey: null, baseURL: "/synthflow" }), /this page has no origin/);
  });
});

/** The lines that a new client and a request of it write, at any level. */
const linesOf = async (options) => {
  const lines = [];
  const write = (line) => lines.push(line);
  const logger = { error: write, warn: write, info: write, debug: write };
  await sentBy({ region: "us", logger, ...options });
  return lines;
};

/** Runs a function with a variable in the environment. */
const withVariable = async (name, value, run) => {
  process.env[name] = value;
  try {
    return await run();
  } finally {
    delete process.env[name];
  }
};

test("SYNTHFLOW_LOG is the level, unless the options have one; a derived client does not read it again", async () => {
  assert.deepEqual(await linesOf({}), []);
  await withVariable("SYNTHFLOW_LOG", "debug", async () => {
    for (const options of [{}, { logLevel: undefined }, { logLevel: null }])
      assert.match(
        (await linesOf(options)).join(),
        /^agents\.list: GET \/assistants\/, attempt 1: 200 after/,
      );
    for (const logLevel of ["warn", "off"]) assert.deepEqual(await linesOf({ logLevel }), []);
  });
  await withVariable("SYNTHFLOW_LOG", "off", async () => {
    process.env.SYNTHFLOW_BASE_URL = "https://other.example/v2";
    assert.deepEqual(await linesOf({}), []);
    delete process.env.SYNTHFLOW_BASE_URL;
  });
  const lines = [];
  const write = (line) => lines.push(line);
  const logger = { error: write, warn: write, info: write, debug: write };
  const fetch = async () => new Response('{"response":{"assistants":[]}}');
  const client = new Synthflow({ apiKey: "test", region: "us", fetch, logger });
  await withVariable("SYNTHFLOW_LOG", "debug", () => client.withOptions({ timeout: 5000 }).agents.list());
  assert.deepEqual(lines, []);
});

test("a wrong SYNTHFLOW_LOG is named once, without its value, and the default stays", async () => {
  for (const value of ["verbose", "DEBUG"]) {
    await withVariable("SYNTHFLOW_LOG", value, async () => {
      const expected =
        value === "verbose" ? ["SYNTHFLOW_LOG is ignored: expected off, error, warn, info, debug"] : [];
      assert.deepEqual(await linesOf({ logLevel: "info" }), []);
      assert.deepEqual(await linesOf({}), expected);
      assert.deepEqual(await linesOf({}), []);
    });
  }
});

test("Deno does not ask at the terminal for a variable that it may not read", async () => {
  for (const [state, count] of [
    ["prompt", 0],
    ["granted", 1],
  ]) {
    const asked = [];
    const querySync = ({ name, variable }) => {
      asked.push(`${name} ${variable}`);
      return { state };
    };
    await withVariable("SYNTHFLOW_LOG", "debug", () =>
      withGlobal("Deno", { permissions: { querySync } }, async () => {
        assert.equal((await linesOf({})).length, count, state);
      }),
    );
    assert.deepEqual(asked, ["env SYNTHFLOW_LOG", "env SYNTHFLOW_BASE_URL"]);
  }
});

test("a logger without any of its functions is refused: all lines would be lost", () => {
  const lines = { log() {}, warning() {} };
  for (const logger of [Promise.resolve(console), {}, [], new Map(), lines, Object.create(null)])
    assert.throws(
      () => new Synthflow({ apiKey: "test", region: "us", logger }),
      /client option logger: expected an object with functions error, warn, info and debug/,
    );
  class Logger {
    warn() {}
  }
  for (const logger of [undefined, null, console, new Logger(), { error() {} }])
    new Synthflow({ apiKey: "test", region: "us", logger });
});
