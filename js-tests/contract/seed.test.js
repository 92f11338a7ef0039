/** The examples of the first documentation: requests are sent as they stand, answers are read. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { watchDrift } from "synthflow-wasm/drift";
import { withServer } from "../support/server.js";
import { contract, violations } from "./spec.js";

const examples = JSON.parse(readFileSync(new URL("seed.json", import.meta.url), "utf8"));

/** Its `gpt-4.1-Mini` and `multi` are older than the lists of the contract, and pass all the same. */
const older = "agents.update";

for (const { operation, arguments: given, answer, data } of examples) {
  test(`${operation}: the example is sent and its answer read, with nothing to report`, async () => {
    await withServer(
      () => answer,
      async ({ client, delivered }) => {
        const drifts = [];
        const [resource, method] = operation.split(".");
        const one = client({ onDrift: watchDrift((drift) => drifts.push(drift)) });
        const result = await one[resource][method](...given);
        assert.deepEqual(result.data ?? result, data ?? {});
        const params = given.find((argument) => typeof argument === "object");
        const { body, params: schema } = contract.find(({ name }) => name === operation);
        if (body) assert.deepEqual(JSON.parse(delivered[0].body), params);
        if (body && operation !== older) assert.deepEqual(violations(schema, params), []);
        // Empty examples stand for answers that have content; `gpt-4o` is older than the list of models.
        if (data)
          assert.deepEqual(
            drifts.filter(({ path }) => !path.endsWith("llm")),
            [],
          );
      },
    );
  });
}
