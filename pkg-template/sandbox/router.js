/** The routes of the API: which operation a request is for. */

import { Hono } from "hono";
import { operations } from "../generated/operations.js";
import { methodNotAllowed } from "./errors.js";

const routeOf = (path) => path.replace(/\{(\w+)\}/g, ":$1");

const other = (path) => (path.endsWith("/") ? path.slice(0, -1) : `${path}/`);

/** Trailing slashes matter, as in the API: it redirects the other form. */
const redirect = ({ req }) => {
  const url = new URL(req.url);
  url.pathname = other(url.pathname);
  return new Response(null, { status: 307, headers: { location: String(url) } });
};

/** The methods of each path, without its trailing slash. */
const methodsByPath = () => {
  const found = new Map();
  for (const { method, path } of operations) {
    const key = path.replace(/\/$/, "").replace(/\{\w+\}/g, "{id}");
    found.set(key, new Set([...(found.get(key) ?? []), method]));
  }
  return found;
};

const hasParameter = (path) => path.includes("{");

/** Creates the router. `serve` returns the handler of an operation. */
export const createRouter = ({ generation, basePath }, serve) => {
  const bases = ["", "/v2", ...(basePath ? [basePath.replace(/\/$/, "")] : [])];
  const app = new Hono({ strict: true });
  app.notFound(() => Response.json({ detail: "Not Found" }, { status: 404 }));
  // Paths without a {parameter} come first, so that /calls/batch is not matched as the id of a call; and where the
  // current and the legacy API share a route, the selected one.
  const rank = ({ path, isLegacy }) =>
    (hasParameter(path) ? 2 : 0) + (isLegacy === (generation === "legacy") ? 0 : 1);
  const ranked = [...operations].sort((a, b) => rank(a) - rank(b));
  const paths = [...methodsByPath()];
  // Another method of /actions/attach must not be matched as the id of an action either.
  for (const isParameter of [false, true]) {
    const isOfThese = (path) => hasParameter(path) === isParameter;
    for (const operation of ranked.filter(({ path }) => isOfThese(path))) {
      const { method, path } = operation;
      for (const base of bases) app.on(method, base + routeOf(path), serve(operation));
      const isKnown = operations.some((one) => one.method === method && one.path === other(path));
      if (isKnown) continue;
      for (const base of bases) app.on(method, base + routeOf(other(path)), redirect);
    }
    for (const [path, methods] of paths.filter(([path]) => isOfThese(path))) {
      const refuse = () => methodNotAllowed([...methods]).toResponse();
      for (const base of bases) {
        for (const form of [path, `${path}/`]) app.all(base + form.replaceAll("{id}", ":id"), refuse);
      }
    }
  }
  return app;
};
