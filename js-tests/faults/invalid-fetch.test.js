/** A `fetch` that returns or throws something unusual: the number of calls and the result, for each retry policy. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import {
  APIConnectionError,
  APIResponseError,
  APITimeoutError,
  InternalServerError,
  Synthflow,
} from "synthflow-wasm";
import { rejection } from "../support/server.js";
import { calls } from "./run.js";

const GOOD = '{"status": "ok", "response": {"assistants": [], "call_id": "c"}}';

/** A response of another realm, for which `instanceof` is false. */
const foreign = runInNewContext(`(status, body) => {
  class Response {
    get status() { return status; }
    get ok() { return status < 300; }
    get headers() { return new Map([["content-type", "application/json"]]); }
    async text() { return body; }
  }
  return Promise.resolve(new Response());
}`);

const never = () => new Promise(() => {});
const throwing = (thrown) => () => {
  throw thrown;
};

const lost = { Class: APIConnectionError };
// Not a transient failure: the same fetch would return the same again.
const invalid = { Class: APIResponseError, once: true };
const late = { Class: APITimeoutError };

/** What `fetch` does, and the class of the resulting error; no class if the response is valid. */
const behaviors = {
  "a foreign Response": { fetch: () => foreign(200, GOOD) },
  "a plain object": { fetch: async () => ({ status: 200, text: async () => GOOD }) },
  "no promise": { fetch: () => ({ status: 200, headers: {}, text: () => GOOD }) },
  // biome-ignore lint/suspicious/noThenProperty: a thenable
  "a thenable": { fetch: () => ({ then: (resolve) => resolve(new Response(GOOD)) }) },
  "a foreign Response with 503": { fetch: () => foreign(503, "{}"), Class: InternalServerError },
  "a foreign error": { fetch: () => runInNewContext('Promise.reject(new TypeError("lost"))'), ...lost },
  "a throw": { fetch: throwing(new TypeError("lost")), ...lost },
  "a throw of nothing": { fetch: throwing(undefined), ...lost },
  "a rejection with a string": { fetch: () => Promise.reject("lost"), ...lost },
  "a rejection with null": { fetch: () => Promise.reject(null), ...lost },
  "a body that breaks": { fetch: async () => ({ status: 200, text: throwing("lost") }), ...lost },
  nothing: { fetch: () => undefined, ...invalid },
  "a string": { fetch: async () => GOOD, ...invalid },
  "no text": { fetch: async () => ({ status: 200, body: GOOD }), ...invalid },
  "a text that is undefined": {
    fetch: async () => ({ status: 200, text: async () => undefined }),
    ...invalid,
  },
  "a status that is a string": { fetch: async () => ({ status: "200", text: async () => GOOD }), ...invalid },
  "Response.error()": { fetch: async () => ({ status: 0, text: async () => GOOD }), ...invalid },
  "a status below 200": { fetch: async () => ({ status: 199, text: async () => GOOD }), ...invalid },
  "a status above 599": { fetch: async () => ({ status: 600, text: async () => GOOD }), ...invalid },
  "what never settles": { fetch: never, ...late },
  "a body that never settles": { fetch: async () => ({ status: 200, text: never }), ...late },
};

for (const [what, { fetch, Class, once }] of Object.entries(behaviors)) {
  test(`fetch returns ${what}: the expected result for each retry policy, and the client still works`, async (context) => {
    context.mock.method(Math, "random", () => 0);
    for (const [retryPolicy, call] of Object.entries(calls)) {
      let called = 0;
      let healthy = false;
      const client = new Synthflow({
        apiKey: "test",
        timeout: 20,
        logLevel: "off",
        fetch: (...args) => {
          called += 1;
          return healthy ? Promise.resolve(new Response(GOOD)) : fetch(...args);
        },
      });
      if (Class) {
        const error = await rejection(call(client));
        assert.ok(error instanceof Class, `${retryPolicy}: ${error}`);
        const most = once || retryPolicy === "non_idempotent" ? 1 : 3;
        assert.deepEqual([called, error.attempts, error.outcome], [most, most, "unknown"], retryPolicy);
      } else {
        await call(client);
        assert.equal(called, 1);
      }
      healthy = true;
      await call(client);
    }
  });
}
