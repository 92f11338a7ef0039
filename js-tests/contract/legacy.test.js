/** The examples of the legacy documentation: requests are sent unchanged, responses are read. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { check } from "synthflow-wasm";
import { watchDrift } from "synthflow-wasm/drift";
import { withServer } from "../support/server.js";
import { contract, methodOf, violations } from "./spec.js";

const examples = JSON.parse(readFileSync(new URL("legacy.json", import.meta.url), "utf8"));

/** Requests that differ from the contract but are accepted: `multi`, numbers that are not objects. */
const differing = ["agents.update", "subaccounts.update"];

/** Fields of responses that differ from the contract: the model `gpt-4o`, `id` instead of `source_id`. */
const differingFields = /llm$|^(source|knowledge_base)_id$/;

/** Ids that are filled from `id`. */
const filledIds = {
  "knowledgeBases.create": "knowledge_base_id",
  "knowledgeBases.update": "knowledge_base_id",
  "knowledgeBases.sources.create": "source_id",
};

/** Examples that the API refuses today, or that are empty, each with what makes them valid. */
const outdated = {
  "actions.create": () => ({ SEND_SMS: { content: "a", instructions: "b" } }),
  "subaccounts.update": ({ permissions, ...params }) => params,
};

test("examples that the API refuses today are refused", async () => {
  for (const { operation, arguments: given } of examples.filter((one) => one.operation in outdated)) {
    const checked = given.find((argument) => typeof argument === "object");
    assert.notDeepEqual(check(operation, checked), [], operation);
  }
});

for (const { operation, arguments: written, answer: response, data } of examples) {
  test(`${operation}: the example is sent and its response read, without drift`, async () => {
    await withServer(
      () => response,
      async ({ client, delivered }) => {
        const update = outdated[operation] ?? ((params) => params);
        const given = written.map((argument) => (typeof argument === "object" ? update(argument) : argument));
        const drifts = [];
        const one = client({ onDrift: watchDrift((drift) => drifts.push(drift)) });
        const made = methodOf(one, { name: operation })(...given);
        if (/create/.test(operation) && !data) {
          // An empty example lacks the id that the response to a creation has.
          await assert.rejects(made, { name: "APIResponseError", outcome: "unknown" });
          return;
        }
        const result = await made;
        const id = operation in filledIds ? { [filledIds[operation]]: data.id } : {};
        assert.deepEqual(result.data ?? result, Array.isArray(data) ? data : { ...data, ...id });
        const { http, path, ids } = contract.find(({ name }) => name === operation);
        assert.equal(delivered[0].method, http);
        const filled = ids.reduce((all, id, index) => all.replace(`{${id}}`, given[index]), path);
        assert.equal(new URL(delivered[0].url, "http://a.example").pathname, `/v2${filled}`);
        const params = given.find((argument) => typeof argument === "object");
        const { body, params: schema } = contract.find(({ name }) => name === operation);
        if (body) assert.deepEqual(JSON.parse(delivered[0].body), params);
        if (body && !differing.includes(operation)) assert.deepEqual(violations(schema, params), []);
        // Empty examples omit the data of the response.
        if (data)
          assert.deepEqual(
            drifts.filter(({ path }) => !differingFields.test(path)),
            [],
          );
      },
    );
  });
}
