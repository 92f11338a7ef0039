/** The examples of the first documentation: requests are sent as they stand, answers are read. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { watchDrift } from "synthflow-wasm/drift";
import { withServer } from "../support/server.js";
import { contract, methodOf, violations } from "./spec.js";

const examples = JSON.parse(readFileSync(new URL("seed.json", import.meta.url), "utf8"));

/** Requests that are older than the contract, and pass all the same: `multi`, numbers that are no objects. */
const older = ["agents.update", "subaccounts.update"];

/** Fields of answers that are older than the contract: the model `gpt-4o`, `id` in the place of `source_id`. */
const olderAnswers = /llm$|^source_id$/;

for (const { operation, arguments: given, answer, data } of examples) {
  test(`${operation}: the example is sent and its answer read, with nothing to report`, async () => {
    await withServer(
      () => answer,
      async ({ client, delivered }) => {
        const drifts = [];
        const one = client({ onDrift: watchDrift((drift) => drifts.push(drift)) });
        const made = methodOf(one, { name: operation })(...given);
        if (/create/.test(operation) && !data) {
          // Empty examples stand for responses that have content, of which a creation has an id.
          await assert.rejects(made, { name: "APIResponseError", outcome: "unknown" });
          return;
        }
        const result = await made;
        assert.deepEqual(result.data ?? result, data ?? {});
        const params = given.find((argument) => typeof argument === "object");
        const { body, params: schema } = contract.find(({ name }) => name === operation);
        if (body) assert.deepEqual(JSON.parse(delivered[0].body), params);
        if (body && !older.includes(operation)) assert.deepEqual(violations(schema, params), []);
        // Empty examples stand for answers that have content.
        if (data)
          assert.deepEqual(
            drifts.filter(({ path }) => !olderAnswers.test(path)),
            [],
          );
      },
    );
  });
}
