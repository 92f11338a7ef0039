/** The published contract, read without the help of the Rust tables. */

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

/** The contract: facts of each field, with `x-note` for what the reference says in words. */
export const openapi = read("openapi.json");

const { operations } = read("operations.json");

/** The resources that are declared so far. */
const resources = ["agents", "calls", "voices"];

/** Follows `$ref`. */
export const resolve = (schema) => {
  if (!schema?.$ref) return schema ?? {};
  const steps = schema.$ref.slice(2).split("/");
  const unescaped = steps.map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));
  return resolve(unescaped.reduce((place, step) => place[step], openapi));
};

const pathItem = ({ path, http }) => openapi.paths[path]?.[http.toLowerCase()];

/** The parameters of an operation's query, as an object's schema. */
const querySchema = (item) => {
  const parameters = (item?.parameters ?? []).map(resolve).filter((parameter) => parameter.in === "query");
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
};

/** The declared operations, each with the schema of its body or, where it has none, of its query. */
export const contract = operations
  .filter(({ resource }) => resources.includes(resource))
  .map((operation) => {
    const item = pathItem(operation);
    const body = item?.requestBody?.content?.["application/json"]?.schema;
    const ids = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const answer = item?.responses?.["200"]?.content?.["application/json"]?.schema;
    return {
      ...operation,
      name: `${operation.resource}.${operation.method}`,
      ids,
      body,
      params: body ?? querySchema(item),
      answer,
    };
  });

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema(openapi, "contract");

/** Points `#/…` at the contract. */
const absolute = (value) => {
  if (Array.isArray(value)) return value.map(absolute);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, key === "$ref" ? `contract${entry}` : absolute(entry)]),
  );
};

const compiled = new Map();

/** What ajv finds wrong with a value; empty when nothing is. */
export const violations = (schema, value) => {
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile(absolute(schema)));
  const validate = compiled.get(schema);
  return validate(value)
    ? []
    : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
};
