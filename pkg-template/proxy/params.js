/** The params of an operation, from the query and the body of a request, validated as the client validates them. */

import { check } from "synthflow-wasm";
import { QUERY_FIELDS } from "../generated/query-fields.js";
import { refusedFields } from "./fields.js";
import { Refusal } from "./refusal.js";

const MAX_QUERY_NAMES = 50;
const MAX_QUERY_LENGTH = 10_000;
const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

/** What the values of a field in a query may mean: a query has only texts. */
const readingsOf = (texts) => {
  const all = [texts];
  if (texts.every((text) => NUMBER.test(text))) all.push(texts.map(Number));
  if (texts.every((text) => /^(true|false)$/.test(text))) all.push(texts.map((text) => text === "true"));
  return texts.length > 1 ? all : [...all.map(([value]) => value), ...all];
};

const isAbout = (name) => (issue) => issue.path === name || issue.path.startsWith(`${name}[`);

/** The fields of a query, each read as the operation declares it. */
const readQuery = (searchParams, { name: operation }) => {
  if (String(searchParams).length > MAX_QUERY_LENGTH) throw new Refusal(400, "the query is too long");
  const names = [...new Set(searchParams.keys())];
  if (names.length > MAX_QUERY_NAMES) throw new Refusal(400, "the query has too many fields");
  const query = { __proto__: null };
  for (const name of names) {
    const texts = searchParams.getAll(name);
    // What is not UTF-8 is decoded so; the client would not send it.
    if ([name, ...texts].some((text) => text.includes("\uFFFD")))
      throw new Refusal(400, "the query is not UTF-8");
    const readings = readingsOf(texts);
    const isValid = (value) =>
      !check(operation, { __proto__: null, ...query, [name]: value }).some(isAbout(name));
    query[name] = readings.find(isValid) ?? readings[0];
  }
  return query;
};

const hasBody = ({ method }) => method !== "GET" && method !== "DELETE";

/** Refuses the fields that belong neither into this query nor into this body. */
const checkLocations = (operation, query, body) => {
  const { name } = operation;
  if (!hasBody(operation)) {
    if (body) throw new Refusal(400, `${name} has no body`);
    return;
  }
  const declared = QUERY_FIELDS[name] ?? [];
  for (const field of Object.keys(query)) {
    if (!declared.includes(field)) throw new Refusal(400, `${name} has no such field in the query`);
    if (body && Object.hasOwn(body, field))
      throw new Refusal(400, `${field} is in the query and in the body`);
  }
};

/** `agent.rules[0].reason` as `["body", "agent", "rules", 0, "reason"]`. */
const locationOf = (operation, path) => [
  hasBody(operation) ? "body" : "query",
  ...path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
];

const invalid = (operation, issues) => {
  const detail = issues.map(({ path, message, code }) => ({
    loc: locationOf(operation, path),
    msg: message,
    type: code === "required" ? "missing" : "value_error",
  }));
  return new Refusal(422, detail, {}, { issues });
};

/** The params; undefined if the operation takes none. Throws a refusal with all issues. */
export const readParams = (operation, searchParams, body, { fields, validation }) => {
  const query = readQuery(searchParams, operation);
  checkLocations(operation, query, body);
  const params = { ...body, ...query };
  if (operation.params === null) {
    if (Object.keys(params).length > 0) throw new Refusal(400, `${operation.name} takes no params`);
    return undefined;
  }
  const refused = refusedFields(fields, operation.name, params);
  if (refused.length > 0) throw invalid(operation, refused);
  const issues = validation === "off" ? [] : check(operation.name, params);
  if (issues.length > 0) throw invalid(operation, issues);
  return params;
};
