/** Which operation a request is for. Anything that is not exactly a declared path is refused. */

import { operations } from "../generated/operations.js";
import { isNamedOnly } from "./allow.js";
import { Refusal } from "./refusal.js";

/** Ids of Synthflow, phone numbers, and ids that callers choose. No dot at the start: `..` would leave the path. */
const ID = /^[\w+:@~-][\w.+:@~-]{0,254}$/;

const isParameter = (step) => step.startsWith("{");

const routes = operations.map((operation) => {
  const steps = operation.path.replace(/^\/|\/$/g, "").split("/");
  return { operation, steps, parameters: steps.filter(isParameter).length };
});

/** An id, decoded once; undefined if it is none. What was encoded twice still has a `%`. */
const idOf = (step) => {
  try {
    const id = decodeURIComponent(step);
    return ID.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
};

/** The steps of a path, without a slash at its end; undefined if it is not below the base path. */
const stepsOf = (pathname, basePath) =>
  pathname.startsWith(`${basePath}/`)
    ? pathname
        .slice(basePath.length + 1)
        .replace(/\/$/, "")
        .split("/")
    : undefined;

const matches = (route, steps) =>
  route.steps.length === steps.length &&
  route.steps.every((step, at) => (isParameter(step) ? idOf(steps[at]) !== undefined : step === steps[at]));

/**
 * The routes of a path that have the fewest parameters: `/calls/batch` is not the call with the id `batch`. The current
 * and the legacy API share some.
 */
const closest = (found) => {
  const least = Math.min(...found.map(({ parameters }) => parameters));
  return found.filter(({ parameters }) => parameters === least);
};

const notAllowed = ({ operation }) => {
  const { name } = operation;
  const note = isNamedOnly(operation) ? ", by its own name: no pattern with a * covers it" : "";
  return new Refusal(
    403,
    `this proxy does not allow ${name}; to allow it, add it to the option allow${note}`,
  );
};

/** The operation of a request and its ids. Throws a refusal. */
export const findRoute = (method, pathname, { basePath, allow }) => {
  const steps = stepsOf(pathname, basePath);
  if (!steps) throw new Refusal(404, `Not Found: the proxy expects a path below ${basePath || "/"}`);
  const found = routes.filter((route) => matches(route, steps));
  if (found.length === 0) throw new Refusal(404, "Not Found: no operation has this path");
  const ofMethod = found.filter(({ operation }) => operation.method === method);
  if (ofMethod.length === 0) {
    const methods = [...new Set(found.map(({ operation }) => operation.method))].join(", ");
    throw new Refusal(405, "Method Not Allowed", { headers: { allow: methods } });
  }
  const candidates = closest(ofMethod);
  const allowed = candidates.filter(({ operation }) => allow.has(operation.name));
  const chosen = allowed.find(({ operation }) => !operation.isLegacy) ?? allowed[0];
  if (!chosen) throw notAllowed(candidates.find(({ operation }) => !operation.isLegacy) ?? candidates[0]);
  const ids = steps.filter((_, at) => isParameter(chosen.steps[at])).map(idOf);
  return { operation: chosen.operation, ids };
};
