/** The params of a request: its query and its body, validated as the client validates them. */

import { QUERY_FIELDS } from "../generated/query-fields.js";
import { check } from "./check.js";
import { timeOf, withPlus } from "./dates.js";
import { badRequest } from "./errors.js";
import { invalid } from "./issues.js";
import { MAX_ISSUES } from "./limits.js";
import { without } from "./merge.js";
import { dropFields } from "./unknown-fields.js";

/** Query fields that are times. */
const TIMES = ["from_date", "to_date", "start_date", "end_date"];

/** The operation whose times may be milliseconds. */
const IN_MILLISECONDS = "calls.list";

const hasBody = ({ method }) => method !== "GET" && method !== "DELETE";

/** A value of a query as a number, if it can be one. */
const numberOf = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

/** A value of a query as a boolean, in the forms that FastAPI accepts: Python clients send `True`. */
const booleanOf = (text) => {
  if (/^(true|1|yes|on|y|t)$/i.test(text)) return true;
  return /^(false|0|no|off|n|f)$/i.test(text) ? false : text;
};

/** A value of a query as what its field expects. */
const typed = (text, expected) => (expected === "true or false" ? booleanOf(text) : numberOf(text));

/** The query of an operation: a value that may not be a string is parsed as a list, a number or a boolean. */
export const queryOf = ({ name, params }, url) => {
  const query = Object.fromEntries(url.searchParams);
  for (const field of TIMES) {
    if (!Object.hasOwn(query, field)) continue;
    query[field] = withPlus(query[field]);
    if (name === IN_MILLISECONDS) query[field] = timeOf(query[field]) ?? numberOf(query[field]);
  }
  if (!params) return query;
  for (const { path, expected } of check(name, query)) {
    if (!Object.hasOwn(query, path) || typeof query[path] !== "string") continue;
    query[path] = expected === "an array" ? url.searchParams.getAll(path) : typed(query[path], expected);
  }
  return query;
};

/** Whether a limit is an integer outside of the range, for which the API has a text of its own. */
const isOutside = ({ limit }) => Number.isInteger(limit) && (limit < 1 || limit > 100);

/** Issues of texts that are not times, but that the rules of the client accept. */
const timeIssues = (query, issues) =>
  TIMES.filter(
    (field) =>
      Object.hasOwn(query, field) &&
      typeof query[field] === "string" &&
      timeOf(query[field]) === undefined &&
      !issues.some(({ path }) => path === field),
  ).map((path) => ({
    path,
    code: "invalid_format",
    message: "expected an ISO 8601 date or time, such as 2026-04-01T09:30:00Z",
  }));

/** The issues of the params, each with the location where its field belongs. */
const issuesOf = (operation, query, body) => {
  const { name } = operation;
  const inQuery = hasBody(operation) ? (QUERY_FIELDS[name] ?? []) : undefined;
  const belongs = (field) => (inQuery === undefined || inQuery.includes(field) ? "query" : "body");
  const checked = inQuery === undefined ? query : { ...without(body, inQuery) };
  for (const field of inQuery ?? []) if (Object.hasOwn(query, field)) checked[field] = query[field];
  const issues = check(name, checked);
  const times = inQuery === undefined ? timeIssues(query, issues) : [];
  return [...issues, ...times].map((issue) => {
    const [field] = issue.path.split(/[.[]/);
    const location = belongs(field);
    const other = location === "query" ? body : query;
    const found = Object.hasOwn(other, field) ? (location === "query" ? "body" : "query") : undefined;
    return { ...issue, location, ...(found && { found }) };
  });
};

/** Undeclared fields that the API refuses instead of ignoring them. */
const REFUSED = { "subaccounts.update": ["permissions"] };

const unknownIn = (operation) => {
  const refused = REFUSED[operation.name] ?? [];
  return ({ code, path }) => code === "unknown_field" && !refused.includes(path);
};

/** An undeclared field, with the name that may have been meant. */
const described = ({ path, hint }) => (hint ? `${path} (${hint})` : path);

/**
 * Refuses params that the client would refuse. Returns the body without undeclared fields, and their descriptions; in
 * a query, unknown names are ignored, as the API ignores them. A refusal has these descriptions as `ignored`.
 */
export const validate = (operation, query, body) => {
  const isUnknown = unknownIn(operation);
  const all = issuesOf(operation, query, body);
  const hasLimit = !all.some((issue) => isUnknown(issue) && issue.path === "limit");
  if (hasLimit && isOutside(query)) throw badRequest("Limit must be between 1 and 100.");
  const issues = all.filter((issue) => !isUnknown(issue));
  const unknown = all.filter(isUnknown);
  const ignored = hasBody(operation) ? unknown.map(described) : [];
  if (issues.length > 0) throw Object.assign(invalid(operation.name, issues, unknown), { ignored });
  // There may be more issues than are reported, other ones among them.
  if (all.length >= MAX_ISSUES) throw badRequest("the params have too many unknown fields");
  if (!hasBody(operation)) return { body, ignored };
  const misplaced = (QUERY_FIELDS[operation.name] ?? []).filter((field) => Object.hasOwn(body, field));
  const left = dropFields(
    without(body, [...misplaced, ""]),
    unknown.map(({ path }) => path),
  );
  if (unknown.length > 0 && issuesOf(operation, query, left).length > 0) {
    throw badRequest("the params have unknown fields whose names could not be read");
  }
  return { body: left, ignored };
};
