/** Every operation through the proxy: what it forwards is what the client sends without one. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { Synthflow, ValidationError } from "synthflow-wasm";
import { operations } from "../../pkg-template/generated/operations.js";
import { consistent } from "../contract/across.js";
import { rightCases } from "../contract/cases.js";
import { contract, methodOf } from "../contract/spec.js";
import { withProxy } from "./support.js";

/** Calls the method of an operation, with ids that any operation has. */
const call = (client, operation, params, options) => {
  const ids = operation.ids.map((id) => `17${id}x01`);
  const takesParams = operations.some(({ name, params }) => name === operation.name && params !== null);
  return methodOf(client, operation)(...ids, ...(takesParams ? [params] : []), options);
};

/** The current and the legacy API share these routes; the proxy forwards by the current one if it is allowed. */
const SHARED = new Set(["simulations.list", "simulations.create", "simulations.get"]);

/** Some of all variants, spread evenly: agents have hundreds. */
const someOf = (all, most = 24) => {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, at) => all[Math.floor(at * step)]);
};

test("all operations with variants of params: forwarded as they are sent without the proxy", async () => {
  let count = 0;
  await withProxy({}, async ({ upstream, delivered, front }) => {
    const direct = upstream.client({ maxRetries: 0 });
    const through = new Synthflow({
      apiKey: null,
      baseURL: `${front.url}/synthflow`,
      maxRetries: 0,
      logLevel: "off",
    });
    for (const operation of contract.filter(({ name }) => !SHARED.has(name))) {
      for (const [what, sampled] of someOf(rightCases(operation.params))) {
        const params = consistent(operation.name, sampled);
        const shown = `${operation.name}, ${what}`;
        const ignore = (error) =>
          assert.ok(!(error instanceof ValidationError), `${shown}: ${error.message}`);
        delivered.length = 0;
        await call(direct, operation, params).catch(ignore);
        const headers = { "idempotency-key": randomUUID() };
        await call(through, operation, params, { headers }).catch((error) => {
          ignore(error);
          assert.ok(!(error.status >= 400), `${shown}: ${error.message} ${JSON.stringify(error.body)}`);
        });
        assert.equal(delivered.length, 2, shown);
        const [one, other] = delivered.map(({ method, url, body }) => ({ method, url, body }));
        assert.deepEqual(other, one, shown);
        count += 1;
      }
    }
  });
  assert.ok(count > 600, `${count} requests`);
});
