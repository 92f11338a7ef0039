/** A `fetch` that is none, or an odd one: for each repeat class, what is called how often, and how it ends. */

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

/** A response of another realm: no `instanceof` knows it. */
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
// No transient failure: the same fetch would return the same again.
const none = { Class: APIResponseError, once: true };
const late = { Class: APITimeoutError };

/** What `fetch` does, and which error comes of it; no class where it is a good answer. */
const odd = {
  "a foreign Response": { fetch: () => foreign(200, GOOD) },
  "a plain object": { fetch: async () => ({ status: 200, text: async () => GOOD }) },
  "no promise": { fetch: () => ({ status: 200, headers: {}, text: () => GOOD }) },
  // biome-ignore lint/suspicious/noThenProperty: that is what it is
  "a thenable": { fetch: () => ({ then: (resolve) => resolve(new Response(GOOD)) }) },
  "a foreign Response with 503": { fetch: () => foreign(503, "{}"), Class: InternalServerError },
  "a foreign error": { fetch: () => runInNewContext('Promise.reject(new TypeError("lost"))'), ...lost },
  "a throw": { fetch: throwing(new TypeError("lost")), ...lost },
  "a throw of nothing": { fetch: throwing(undefined), ...lost },
  "a rejection with a string": { fetch: () => Promise.reject("lost"), ...lost },
  "a rejection with null": { fetch: () => Promise.reject(null), ...lost },
  "a body that breaks": { fetch: async () => ({ status: 200, text: throwing("lost") }), ...lost },
  nothing: { fetch: () => undefined, ...none },
  "a string": { fetch: async () => GOOD, ...none },
  "no text": { fetch: async () => ({ status: 200, body: GOOD }), ...none },
  "a text that is undefined": { fetch: async () => ({ status: 200, text: async () => undefined }), ...none },
  "a status in words": { fetch: async () => ({ status: "200", text: async () => GOOD }), ...none },
  "what never settles": { fetch: never, ...late },
  "a body that never settles": { fetch: async () => ({ status: 200, text: never }), ...late },
};

for (const [what, { fetch, Class, once }] of Object.entries(odd)) {
  test(`fetch answers with ${what}: each repeat class ends as it should, and the client works on`, async (context) => {
    context.mock.method(Math, "random", () => 0);
    for (const [repeat, call] of Object.entries(calls)) {
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
        assert.ok(error instanceof Class, `${repeat}: ${error}`);
        const most = once || repeat === "never-blind" ? 1 : 3;
        assert.deepEqual([called, error.attempts, error.outcome], [most, most, "unknown"], repeat);
      } else {
        await call(client);
        assert.equal(called, 1);
      }
      healthy = true;
      await call(client);
    }
  });
}
