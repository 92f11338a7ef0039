/** Invalid params: status 400, or 422 in the form of FastAPI where the reference has it. */

import { badRequest, Refusal } from "./errors.js";

/** The operations for which the reference documents 422. */
const LISTED =
  /^(webhookLogs\.|simulationRuns\.(start|list|get|sessions\.get)$|simulationCases\.(create|update|generate)$|simulations\.)/;

/** The maximum number of issues in a text. */
const MAX_SHOWN = 10;

/** `custom_variables[0].key` as `["custom_variables", 0, "key"]`. */
const steps = (path) =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** Whether an object has none of the fields of which it needs one: its path is the path of the object. */
const isChoice = ({ code, got }) => code === "required" && got === "none";

/** Issues without those that another one states more precisely: that says which of the fields is needed. */
const precise = (issues) =>
  issues.filter((issue) => !isChoice(issue) || !issues.some(({ path }) => path.startsWith(`${issue.path}.`)));

/** What is wrong with a field, and where: in the body or in the query. */
const textOf = (issue) => {
  const { path, code, message, hint, location, found } = issue;
  const more = found ? `it was sent in the ${found}` : hint;
  const note = more && more !== "it is required" ? ` (${more})` : "";
  if (code === "required" && !isChoice(issue)) return `${path} is missing in the ${location}${note}`;
  if (path === "params") return `the ${location}: ${message}${note}`;
  return path ? `${path} in the ${location}: ${message}${note}` : message;
};

/**
 * The refusal of an operation's params. Each issue has a `path`, a `location`, a `code` and a `message`. `unknown` are
 * the undeclared fields: one of them may be the missing field under another name.
 */
export const invalid = (operation, all, unknown = []) => {
  const issues = precise(all);
  if (LISTED.test(operation)) {
    return new Refusal(422, {
      detail: issues.map((issue) => ({
        loc: [issue.location, ...steps(issue.path)],
        msg: issue.found ? textOf(issue) : issue.message,
        type: issue.code === "required" ? "missing" : "value_error",
      })),
    });
  }
  const shown = issues.slice(0, MAX_SHOWN).map(textOf);
  const more = issues.length - shown.length;
  const hints = unknown.filter(({ hint }) => hint).slice(0, MAX_SHOWN);
  return badRequest(
    [
      ...shown,
      ...(more > 0 ? [`and ${more} more`] : []),
      ...hints.map(({ path, hint }) => `${path} is ignored: ${hint}`),
    ].join("; "),
  );
};
