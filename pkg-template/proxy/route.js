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

/** Letters, digits and the like, encoded though they need not be. */
const NEEDLESS = /%(2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])/i;

/**
 * A step, decoded once. Undefined if that is not possible, or if it is encoded needlessly: no client does that, and the API
 * would read `%62atch` as `batch`.
 */
const decode = (step) => {
  try {
    return NEEDLESS.test(step) ? undefined : decodeURIComponent(step);
  } catch {
    return undefined;
  }
};

/**
 * The decoded steps of a path, without a slash at its end; undefined if it is not below the base path. What was encoded twice
 * still has a `%`, and is no id.
 */
const stepsOf = (pathname, basePath) =>
  pathname.startsWith(`${basePath}/`)
    ? pathname
        .slice(basePath.length + 1)
        .replace(/\/$/, "")
        .split("/")
        .map(decode)
    : undefined;

const matches = (route, steps) =>
  route.steps.length === steps.length &&
  route.steps.every((step, at) => (isParameter(step) ? ID.test(steps[at] ?? "") : step === steps[at]));

/**
 * The routes of a path that have the fewest parameters: `/calls/batch` is not the call with the id `batch`. The current
 * and the legacy API share some.
 */
const closest = (found) => {
  const least = Math.min(...found.map(({ parameters }) => parameters));
  return found.filter(({ parameters }) => parameters === least);
};

/** The response to a method for which this path has no operation, or none that is allowed. */
const noMethod = (detail, routes) => {
  const methods = new Set(routes.map(({ operation }) => operation.method));
  return new Refusal(405, detail, { allow: [...methods].join(", ") });
};

/** Not 403, which a client reads as one of the API: that its key lacks permission. */
const notAllowed = ({ operation }, allowed) => {
  const { name } = operation;
  const note = isNamedOnly(operation) ? ", by its own name: no pattern with a * covers it" : "";
  return noMethod(
    `this proxy does not allow ${name}; to allow it, add it to the option allow${note}`,
    allowed,
  );
};

/** The operation of a request and its ids. Throws a refusal. */
export const findRoute = (method, pathname, { basePath, allow }) => {
  const steps = stepsOf(pathname, basePath);
  if (!steps)
    throw new Refusal(404, `Not Found: the proxy expects a path below ${basePath || "/"} (option basePath)`);
  const found = routes.filter((route) => matches(route, steps));
  if (found.length === 0) throw new Refusal(404, "Not Found: no operation has this path");
  const ofMethod = found.filter(({ operation }) => operation.method === method);
  if (ofMethod.length === 0) throw noMethod("Method Not Allowed", found);
  const candidates = closest(ofMethod);
  const isAllowed = ({ operation }) => allow.has(operation.name);
  const allowed = candidates.filter(isAllowed);
  const chosen = allowed.find(({ operation }) => !operation.isLegacy) ?? allowed[0];
  if (!chosen) {
    const current = candidates.find(({ operation }) => !operation.isLegacy);
    throw notAllowed(current ?? candidates[0], found.filter(isAllowed));
  }
  const ids = steps.filter((_, at) => isParameter(chosen.steps[at]));
  return { operation: chosen.operation, ids };
};
