/** Answers of the contract's shape, and answers that differ: all are read, and differences are told. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { APIResponseError } from "synthflow-wasm";
import { watchDrift } from "synthflow-wasm/drift";
import { startServer } from "../support/server.js";
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
  console.log(`answers: ${count} read`);
});

/** What a client makes of an answer, and the differences it tells. */
const read = async (operation, answer) => {
  reply = answer;
  count += 1;
  const drifts = [];
  const client = server.client({ maxRetries: 0, onDrift: watchDrift((drift) => drifts.push(drift)) });
  try {
    const result = await call(client, operation, sample(operation.params, "", true));
    return { data: result.data ?? result, drifts };
  } catch (error) {
    // A creation whose response has no id is no success; all else is the same.
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

/** The same value with every object in it changed. */
const varied = (value, change) => {
  if (Array.isArray(value)) return value.map((entry) => varied(entry, change));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([name, entry]) => [name, varied(entry, change)]);
  return change(Object.fromEntries(fields));
};

const declared = (operation) => responses.operations.find(({ name }) => name === operation.name);

/** Data in the envelope an operation answers with; and what its path begins with. */
const inEnvelope = ({ envelopeField, responseKind }, data) => {
  const held = responseKind === "whole" ? data : [data];
  const response = envelopeField === "" ? held : { [envelopeField]: held };
  return { answer: { status: "ok", response }, prefix: responseKind === "page" ? "[0]" : "" };
};

const answered = contract.filter((one) => one.answer && declared(one).responseKind !== "stream");

for (const operation of answered) {
  test(`${operation.name}: an answer of the contract's shape is read, with no drift`, async () => {
    const answer = sample(operation.answer, "", true);
    const { data, drifts } = await read(operation, answer);
    assert.equal(typeof data, "object");
    assert.deepEqual(
      drifts.map(({ message }) => message),
      [],
    );
    const unknown = await read(
      operation,
      varied(answer, (object) => ({ ...object, brand_new_field: { a: [1] } })),
    );
    assert.ok(JSON.stringify(unknown.data).includes("brand_new_field"));

    const isNothing = (value) => (typeof value === "object" ? value : null);
    await read(
      operation,
      varied(answer, (object) =>
        Object.fromEntries(Object.entries(object).map(([name, value]) => [name, isNothing(value)])),
      ),
    );
  });

  test(`${operation.name}: each planted difference is told by its path`, async () => {
    for (const [what, data, expected] of wrongCases(dataSchema(declared(operation), operation.answer))) {
      const { answer, prefix } = inEnvelope(declared(operation), data);
      const { drifts } = await read(operation, answer);
      const paths = drifts.map(({ path }) => path);
      const wanted = expected.map((path) => (prefix ? `${prefix}.${path}` : path));
      assert.ok(
        wanted.some((path) => paths.includes(path)),
        `${wanted[0]} ${what}: told of ${paths}`,
      );
      assert.ok(drifts.every((drift) => drift.operation === operation.name));
    }
  });
}
