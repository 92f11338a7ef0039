/** The published contract, read independently of the Rust tables. */

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

/** The contract: the schema of each field, with the notes of the reference in `x-note`. */
export const openapi = read("openapi.json");

const { operations } = read("operations.json");

/** Follows `$ref`. */
export const resolve = (schema) => {
  if (!schema?.$ref) return schema ?? {};
  const steps = schema.$ref.slice(2).split("/");
  const unescaped = steps.map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));
  return resolve(unescaped.reduce((target, step) => target[step], openapi));
};

const pathItem = ({ path, http }) => openapi.paths[path]?.[http.toLowerCase()];

/** The parameters of an operation's query, as an object's schema. */
const querySchema = (item) => {
  const parameters = (item.parameters ?? []).map(resolve).filter((parameter) => parameter.in === "query");
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
};

/** Operations of the legacy documentation, which names no field, with their current successors. */
const successors = {
  "simulations.create": "simulationCases.create",
  "simulations.list": "simulationCases.list",
  "simulations.get": "simulationCases.get",
  "simulations.update": "simulationCases.update",
  "simulations.generate": "simulationCases.generate",
  "simulations.listByAgent": "simulationCases.list",
  "simulations.start": "simulationRuns.start",
  "simulations.listAll": "simulationRuns.list",
  "simulations.sessions.list": "simulationRuns.sessions.list",
  "simulations.sessions.get": "simulationRuns.sessions.get",
};

const fullName = ({ resource, method }) => `${resource}.${method}`;

/** A schema without required fields. */
const relaxed = (schema) => schema && { ...resolve(schema), required: [] };

/** The schemas of an operation; for a legacy one, those of its successor. */
const schemas = (operation) => {
  const successor = operations.find((known) => fullName(known) === successors[fullName(operation)]);
  const item = pathItem(successor ?? operation) ?? {};
  const published = operation.in.includes("current");
  const body = item.requestBody?.content?.["application/json"]?.schema;
  const response = item.responses?.["200"]?.content?.["application/json"]?.schema;
  const query = querySchema(item);
  if (published) return { published, body, params: body ?? query, response };
  // Its lists have only these query parameters.
  for (const name of Object.keys(query.properties)) {
    if (!["page_number", "page_size", "search"].includes(name)) delete query.properties[name];
  }
  return { published, body: relaxed(body), params: relaxed(body ?? query), response };
};

/** The function of a client for an operation. */
export const methodOf = (client, { name }) => {
  const steps = name.split(".");
  const method = steps.pop();
  return steps.reduce((target, step) => target[step], client)[method];
};

/** Calls an operation with arbitrary ids. */
export const call = (client, operation, params) => {
  const ids = operation.ids.map((id) => `some ${id}`);
  const takesParams = operation.body || Object.keys(resolve(operation.params).properties ?? {}).length > 0;
  return methodOf(client, operation)(...ids, ...(takesParams ? [params] : []));
};

/** All operations, each with the schema of its body or, if it has none, of its query. */
export const contract = operations.map((operation) => ({
  ...operation,
  name: fullName(operation),
  ids: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
  ...schemas(operation),
}));

/** The schema of the data in a response, without the envelope. */
export const dataSchema = ({ envelopeField: at, responseKind }, response) => {
  const whole = resolve(response);
  const inner = resolve(whole.properties?.response ?? whole);
  const held = at === "" || !inner.properties?.[at] ? inner : resolve(inner.properties[at]);
  if (responseKind === "page" || held.type === "array") return resolve(held.items ?? held);
  return held;
};

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
addFormats.default(ajv);

/** Resolves `#/…` to the contract. Replaces `oneOf`: the variants of some differ only in their notes. */
const absolute = (value) => {
  if (Array.isArray(value)) return value.map(absolute);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (key === "$ref") return [key, `contract${entry}`];
      return [key === "oneOf" ? "anyOf" : key, absolute(entry)];
    }),
  );
};

ajv.addSchema(absolute(openapi), "contract");

const compiled = new Map();

/** The violations that ajv finds; empty if the value is valid. */
export const violations = (schema, value) => {
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile(absolute(schema)));
  const validate = compiled.get(schema);
  return validate(value)
    ? []
    : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
};
