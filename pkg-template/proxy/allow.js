/** Which operations a proxy allows. */

import { operations } from "../generated/operations.js";
import { shown } from "../shared/nearest.js";

/**
 * Non-idempotent operations that only edit the workspace: they ring nobody, send nothing and run nothing. Any other one,
 * new ones included, is allowed only by its own name.
 */
const EDITS = new Set([
  "agents.create",
  "actions.create",
  "actions.attach",
  "actions.detach",
  "phoneNumbers.update",
  "knowledgeBases.create",
  "knowledgeBases.attach",
  "knowledgeBases.detach",
  "knowledgeBases.sources.create",
  "phoneBooks.create",
  "phoneBooks.entries.create",
  "contacts.create",
  "contacts.update",
  "memoryStores.create",
  "memoryStores.update",
  "memoryStores.attachAgent",
  "memoryStores.detachAgent",
  "memoryStores.attachContact",
  "memoryStores.detachContact",
  "simulationCases.create",
  "simulationScenarios.create",
  "simulationSuites.create",
]);

/**
 * Idempotent operations that ring, send or cost all the same: repeating them changes nothing, the first one does. An update of a
 * subaccount invites people and sets its limits; one of an MCP server can send its stored headers to another host.
 */
const EFFECTIVE = new Set(["batchCalls.resume", "mcp.update", "subaccounts.update"]);

/** Whether an operation is allowed only by its own name. */
export const isNamedOnly = ({ name, retryPolicy }) =>
  EFFECTIVE.has(name) || (retryPolicy === "non_idempotent" && !EDITS.has(name));

/** What is allowed by default: reading, and editing agents. */
const DEFAULT = [
  ...operations.filter(({ retryPolicy }) => retryPolicy === "safe").map(({ name }) => name),
  "agents.create",
  "agents.update",
];

const names = operations.map(({ name }) => name);

/** `knowledgeBases.sources.list`: `knowledgeBases.*` and `knowledgeBases.sources.*`. */
const patterns = [
  "*",
  ...new Set(
    names.flatMap((name) => {
      const steps = name.split(".").slice(0, -1);
      return steps.map((_, at) => `${steps.slice(0, at + 1).join(".")}.*`);
    }),
  ),
];

const expand = (given) => {
  if (names.includes(given)) return [given];
  if (patterns.includes(given)) {
    const start = given.slice(0, -1);
    return operations
      .filter((operation) => operation.name.startsWith(start) && !isNamedOnly(operation))
      .map(({ name }) => name);
  }
  const known = String(given).endsWith("*") ? patterns : names;
  throw new TypeError(`proxy option allow: no operation ${shown(given, known)}`);
};

/** The names of the allowed operations. Throws if one does not exist. */
export const readAllow = (allow = DEFAULT) => {
  if (!Array.isArray(allow)) {
    throw new TypeError('proxy option allow: expected an array of operation names, such as ["agents.*"]');
  }
  return new Set(allow.flatMap(expand));
};
