/** Which fields of the params a proxy allows. */

import { check } from "synthflow-wasm";
import { operations } from "../generated/operations.js";
import { shown } from "../shared/nearest.js";
import { hasFields } from "../shared/own.js";

/**
 * What a page may pass by default. The other fields of a call change what the agent says, which number it calls from and where
 * the webhook goes.
 */
const DEFAULT = { "calls.create": ["model_id", "name", "phone"] };

/** How many issues are reported, and how much of a name: a small request must not have a large response. */
const MAX_ISSUES = 20;
const MAX_NAME = 100;

const names = operations.map(({ name }) => name);

const invalid = (what) => new TypeError(`proxy option fields: ${what}`);

/** Throws if the operation has no such field: a misspelled one would be refused only once a page sends it. */
const checkField = (operation, field) => {
  const isUnknown = ({ path, code }) => path === field && code === "unknown_field";
  if (typeof field !== "string" || check(operation, { __proto__: null, [field]: null }).some(isUnknown)) {
    throw invalid(`${operation} has no field ${JSON.stringify(field)}`);
  }
};

/** The allowed fields of each operation that has a limit. Throws if an operation or a field does not exist. */
export const readFields = (fields = {}, validation) => {
  // As a promise or a Map: without fields of its own there would be no limit.
  if (!hasFields(fields)) {
    throw invalid('expected an object such as { "calls.create": ["model_id", "name", "phone"] }');
  }
  const limits = new Map();
  const given = Object.entries(fields).filter(([, allowed]) => allowed !== undefined);
  for (const [operation, allowed] of [...Object.entries(DEFAULT), ...given]) {
    limits.delete(operation);
    if (!names.includes(operation)) {
      throw invalid(`no operation ${shown(operation, names)}`);
    }
    if (allowed === "*") continue;
    if (!Array.isArray(allowed)) throw invalid(`${operation}: expected an array of names, or "*" for all`);
    if (validation !== "off") for (const field of allowed) checkField(operation, field);
    limits.set(operation, new Set(allowed));
  }
  return limits;
};

/** An issue for each of the params that is not allowed, in the form of those of `check`. */
export const refusedFields = (limits, operation, params) => {
  const allowed = limits.get(operation);
  const refused = allowed ? Object.keys(params).filter((field) => !allowed.has(field)) : [];
  return refused.slice(0, MAX_ISSUES).map((field) => {
    const path = field.slice(0, MAX_NAME);
    const got = JSON.stringify(path);
    const message = `this proxy does not allow the field ${got} of ${operation}; to allow it, add it to the option fields`;
    return { path, code: "unknown_field", expected: "a field that the proxy allows", got, hint: "", message };
  });
};
