/** Compares the declarations with the contract: nothing is missing, and nothing is declared besides. */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { operations as declared } from "../../pkg-template/generated/operations.js";
import { extras } from "./extras.js";
import { contract, dataSchema, resolve } from "./spec.js";
import { requests, responses } from "./table.js";

const used = new Set();
let compared = 0;

const isNull = (schema) => resolve(schema).type === "null";
const kindOf = (schema) => [schema.type].flat().filter((type) => type !== "null")[0];

/** The variants of a schema without null, and whether null is one. */
const variantsOf = (given) => {
  const schema = resolve(given);
  const all = schema.oneOf ?? schema.anyOf ?? [schema];
  const nullable = [schema.type].flat().includes("null") || all.some(isNull);
  return { variants: all.filter((one) => !isNull(one)).map(resolve), nullable };
};

/** The kinds of the table that match a type of the contract. */
const FITTING = {
  string: ["text", "string enum"],
  integer: ["integer", "number", "time"],
  number: ["number"],
  boolean: ["boolean"],
  array: ["list"],
  object: ["model", "open model", "map"],
};

/** Every difference between a schema and a shape, each with its path. */
const differences = (table, given, index, path, mark = {}) => {
  compared += 1;
  const { variants } = variantsOf(given);
  const shape = table.shape(index);
  if (shape.kind === "union" || variants.length > 1) {
    const members = shape.kind === "union" ? shape.members : [index];
    return variants.flatMap((variant) => {
      const found = members.map((member) => differences(table, variant, member, path, mark));
      return found.find((list) => list.length === 0) ?? found.sort((a, b) => a.length - b.length)[0];
    });
  }
  const [schema] = variants;
  const kind = kindOf(schema) ?? (schema.properties ? "object" : undefined);
  if (!kind) return [];
  const problem = (what) => [`${path} ${what}`];
  if (!FITTING[kind].includes(shape.kind)) return problem(`is ${kind}, declared as ${shape.kind}`);
  if (schema.enum && !mark.timeZone) {
    if (shape.kind !== "string enum") return problem("has a list of values, and none is declared");
    const missing = schema.enum.filter((value) => !shape.values.includes(value));
    const more = shape.values.filter((value) => !schema.enum.includes(value));
    return [
      ...missing.map((value) => `${path} lacks the value ${value}`),
      ...more.map((value) => `${path} extra value ${value}`),
    ];
  }
  if (kind === "array") return differences(table, schema.items, shape.holds, `${path}[]`, mark);
  if (kind !== "object") return [];
  if (shape.kind === "map" && typeof schema.additionalProperties === "object") {
    return differences(table, schema.additionalProperties, shape.holds, `${path}.*`, mark);
  }
  const named = Object.keys(schema.properties ?? {}).length > 0;
  if (!shape.fields) return named ? problem("has fields, and none is declared") : [];
  return fieldDifferences(table, schema, shape.fields, path);
};

const fieldDifferences = (table, schema, fields, path) => {
  const { properties = {}, required = [] } = schema;
  const at = (name) => (path.endsWith(" ") ? `${path}${name}` : `${path}.${name}`);
  const missing = Object.keys(properties).filter((name) => !fields.some((field) => field.name === name));
  return [
    ...missing.map((name) => `${at(name)} is not declared`),
    ...fields.flatMap((field) => {
      const property = properties[field.name];
      if (!property) return [`${at(field.name)} extra field`];
      const isRequired = required.includes(field.name);
      return [
        ...(isRequired && !field.required ? [`${at(field.name)} is required`] : []),
        ...(!isRequired && field.required ? [`${at(field.name)} extra required mark`] : []),
        ...(variantsOf(property).nullable && !field.nullable ? [`${at(field.name)} may be null`] : []),
        ...differences(table, property, field.holds, at(field.name), field),
      ];
    }),
  ];
};

/** The retry policies by the names the contract has for them. */
const policies = { safe: "safe", idempotent: "idempotent", "never-blind": "non_idempotent" };

/** The differences without a reason. */
const unexplained = (found) =>
  found.filter((difference) => {
    const reason = extras.find(([pattern]) => pattern.test(difference));
    if (reason) used.add(reason);
    return !reason;
  });

test("every operation is declared, with its HTTP method, path, retry policy and paging", () => {
  // The API pages these lists, although the contract does not say so.
  const paged = /^(phoneBooks|contacts|memoryStores|simulations(\.sessions)?)\.list/;
  const ours = declared.map(({ name, method, path, retryPolicy, paging, isLegacy }) =>
    [name, method, path, retryPolicy, isLegacy, paged.test(name) ? "none" : paging].join(" "),
  );
  const theirs = contract.map(({ name, http, path, repeat, in: apis, pagination = "none" }) =>
    [name, http, path, policies[repeat], !apis.includes("current"), pagination].join(" "),
  );
  assert.deepEqual(ours.sort(), theirs.sort());
});

for (const operation of contract.filter(({ published }) => published)) {
  test(`${operation.name}: every field, flag and value of its request and response`, () => {
    const { name, params: schema, response } = operation;
    const request = requests.operations.find((known) => known.name === name);
    if (request.params === undefined) assert.deepEqual(schema.properties ?? {}, {});
    else {
      assert.deepEqual(unexplained(differences(requests, schema, request.params, `${name} request `)), []);
    }
    const reply = responses.operations.find((known) => known.name === name);
    if (!response || reply.responseKind === "stream") return;
    const data = dataSchema(reply, response);
    assert.deepEqual(unexplained(differences(responses, data, reply.response, `${name} response `)), []);
  });
}

test("each reason for an extra is used", () => {
  assert.deepEqual(
    extras.filter((reason) => !used.has(reason)).map(([pattern]) => String(pattern)),
    [],
  );
});

after(() => console.log(`coverage: ${compared} schemas of the contract compared`));
