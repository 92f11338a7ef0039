/** Tests the requests of the client against the published contract, with ajv, independently of the Rust tables. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ValidationError } from "synthflow-wasm";
import { rejection, startServer } from "../support/server.js";
import { accepted, consistent } from "./across.js";
import { rightCases, sample, wrongCases } from "./cases.js";
import { call, contract, violations } from "./spec.js";

let server;
let count = 0;
const used = new Set();

before(async () => {
  server = await startServer(() => ({}));
});
after(async () => {
  await server.close();
  console.log(`contract: ${count} requests and refusals`);
});

/** Open enums, which Synthflow extends: other values are accepted. */
const open =
  /(^|\.)(llm|language|voice_synthesizer|transcriber_provider|fallback_provider|provider|provider_name)$/;

for (const operation of contract) {
  test(`${operation.name}: valid params are sent unchanged, and valid for ajv`, async () => {
    const path = operation.ids.reduce(
      (all, id) => all.replace(`{${id}}`, encodeURIComponent(`some ${id}`)),
      `/v2${operation.path}`,
    );
    for (const [what, sampled] of rightCases(operation.params)) {
      const params = consistent(operation.name, sampled);
      const client = server.client({ maxRetries: 0 });
      // The empty response is enough here; it is an error for operations that need data.
      await call(client, operation, params).catch((error) => {
        assert.ok(!(error instanceof ValidationError), `${what}: ${error.message}`);
      });
      const sent = server.delivered.pop();
      const url = new URL(sent.url, server.url);
      assert.equal(sent.method, operation.http);
      assert.equal(url.pathname, path);
      if (operation.body) {
        const body = JSON.parse(sent.body);
        assert.deepEqual(body, params, what);
        assert.deepEqual(violations(operation.body, body), [], what);
      } else {
        assert.equal(sent.body, "");
        const texts = Object.entries(params).map(([name, value]) => [name, String(value)]);
        assert.deepEqual(Object.fromEntries(url.searchParams), Object.fromEntries(texts), what);
      }
      count += 1;
    }
  });

  test(`${operation.name}: invalid params are refused before sending, with their path`, async () => {
    const client = server.client();
    const before = server.delivered.length;
    for (const [what, params, expected] of wrongCases(operation.params)) {
      const [path] = expected;
      if (what === "no value of the list" && open.test(path)) continue;
      const reason = accepted.find(([pattern]) => pattern.test(`${operation.name} ${path} ${what}`));
      if (reason) {
        used.add(reason);
        continue;
      }
      const error = await rejection(call(client, operation, params)).catch((error) => {
        throw new Error(`${path} ${what}: it was sent`, { cause: error });
      });
      assert.ok(error instanceof ValidationError, `${path} ${what}: ${error.message}`);
      const paths = error.issues.map((issue) => issue.path);
      assert.ok(
        expected.some((one) => paths.includes(one)),
        `${path} ${what}: reported ${paths}`,
      );
      if (operation.body) assert.notDeepEqual(violations(operation.body, params), [], `${path} ${what}`);
      count += 1;
    }
    assert.equal(server.delivered.length, before);
  });
}

test("each reason for an accepted value is used", () => {
  assert.deepEqual(
    accepted.filter((reason) => !used.has(reason)).map(([pattern]) => String(pattern)),
    [],
  );
});

test("an open enum accepts other values", async () => {
  const { params } = contract.find(({ name }) => name === "agents.create");
  const given = sample(params);
  given.agent = { llm: "brand-new", language: "xx-XX", voice_synthesizer: "eleven_v9" };
  // It is sent; the error is about the response, which has no id.
  assert.match((await rejection(server.client().agents.create(given))).message, /no `model_id`/);
  assert.deepEqual(JSON.parse(server.delivered.pop().body), given);
});
