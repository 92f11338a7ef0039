/** Responses with the shape of the contract, and others: all are read, and differences are reported. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { APIResponseError } from "synthflow-wasm";
import { watchDrift } from "synthflow-wasm/drift";
import { startServer } from "../support/server.js";
import { consistent } from "./across.js";
import { sample, wrongCases } from "./cases.js";
import { call, contract, dataSchema } from "./spec.js";
import { responses } from "./table.js";

let server;
let reply;
let count = 0;

before(async () => {
  server = await startServer(() => reply);
});
after(async () => {
  await server.close();
  console.log(`responses: ${count} read`);
});

/** The data that a client returns for a response, and the differences it reports. */
const read = async (operation, response) => {
  reply = response;
  count += 1;
  const drifts = [];
  const client = server.client({ maxRetries: 0, onDrift: watchDrift((drift) => drifts.push(drift)) });
  try {
    const result = await call(
      client,
      operation,
      consistent(operation.name, sample(operation.params, "", true)),
    );
    return { data: result.data ?? result, drifts };
  } catch (error) {
    // A creation whose response has no id is an error; its body is the same.
    if (!isWithoutId(operation, error)) throw error;
    return { data: error.body, drifts };
  }
};

/** Whether it is the error of a creation whose response does not say what was created. */
const isWithoutId = ({ name, http }, error) =>
  http === "POST" &&
  error instanceof APIResponseError &&
  error.outcome === "unknown" &&
  error.message.startsWith(`${name}: the response has no \``);

/** A copy of a value with every object in it changed. */
const varied = (value, change) => {
  if (Array.isArray(value)) return value.map((entry) => varied(entry, change));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([name, entry]) => [name, varied(entry, change)]);
  return change(Object.fromEntries(fields));
};

const declared = (operation) => responses.operations.find(({ name }) => name === operation.name);

/** A response with the data in the envelope of an operation, and the prefix of paths in it. */
const inEnvelope = ({ envelopeField, responseKind }, data) => {
  const held = responseKind === "whole" ? data : [data];
  const response = envelopeField === "" ? held : { [envelopeField]: held };
  return { response: { status: "ok", response }, prefix: responseKind === "page" ? "[0]" : "" };
};

/** Differences that are none: the documentation says elsewhere that the field may be absent. */
const isAllowed = (operation, what, [path]) =>
  operation.name === "calls.startWebSocketMedia" && what === "missing" && path === "wsMediaUrl";

const documented = contract.filter((one) => one.response && declared(one).responseKind !== "stream");

for (const operation of documented) {
  test(`${operation.name}: a response with the shape of the contract is read, without drift`, async () => {
    const response = sample(operation.response, "", true);
    const { data, drifts } = await read(operation, response);
    assert.equal(typeof data, "object");
    assert.deepEqual(
      drifts.map(({ message }) => message),
      [],
    );
    const unknown = await read(
      operation,
      varied(response, (object) => ({ ...object, brand_new_field: { a: [1] } })),
    );
    assert.ok(JSON.stringify(unknown.data).includes("brand_new_field"));

    const isNothing = (value) => (typeof value === "object" ? value : null);
    await read(
      operation,
      varied(response, (object) =>
        Object.fromEntries(Object.entries(object).map(([name, value]) => [name, isNothing(value)])),
      ),
    );
  });

  test(`${operation.name}: each planted difference is reported by its path`, async () => {
    for (const [what, data, expected] of wrongCases(dataSchema(declared(operation), operation.response))) {
      if (isAllowed(operation, what, expected)) continue;
      const { response, prefix } = inEnvelope(declared(operation), data);
      const { drifts } = await read(operation, response);
      const paths = drifts.map(({ path }) => path);
      const wanted = expected.map((path) => (prefix ? `${prefix}.${path}` : path));
      assert.ok(
        wanted.some((path) => paths.includes(path)),
        `${wanted[0]} ${what}: reported ${paths}`,
      );
      assert.ok(drifts.every((drift) => drift.operation === operation.name));
    }
  });
}
