/** A stateful Synthflow in memory: a `fetch` that responds as the API does. */

import { Hono } from "hono";
import { operations } from "../generated/operations.js";
import { actions } from "./actions.js";
import { agents } from "./agents.js";
import { analytics } from "./analytics.js";
import { bodyOf } from "./body.js";
import { calls } from "./calls.js";
import { chats } from "./chats.js";
import { check } from "./check.js";
import { contacts } from "./contacts.js";
import { failed, Refusal, unauthorized, unprocessable } from "./errors.js";
import { createFailures, isReset } from "./failures.js";
import { knowledgeBases } from "./knowledge-bases.js";
import { MAX_ISSUES } from "./limits.js";
import { createLog } from "./log.js";
import { mcp } from "./mcp.js";
import { memoryStores } from "./memory-stores.js";
import { phoneBooks } from "./phone-books.js";
import { phoneNumbers } from "./phone-numbers.js";
import { report } from "./report.js";
import { simulationRuns } from "./simulation-runs.js";
import { simulations } from "./simulations.js";
import { createStore } from "./store.js";
import { subaccounts } from "./subaccounts.js";
import { voices } from "./voices.js";
import { webhookLogs } from "./webhook-logs.js";

/** The handler of each operation, by name; HTTP method and path are in the list of operations. */
const handlers = {
  ...actions,
  ...agents,
  ...analytics,
  ...calls,
  ...chats,
  ...contacts,
  ...knowledgeBases,
  ...mcp,
  ...memoryStores,
  ...phoneBooks,
  ...phoneNumbers,
  ...simulationRuns,
  ...simulations,
  ...subaccounts,
  ...voices,
  ...webhookLogs,
};

/** Marks this `fetch`, so that the client allows a key in a page: the key is not a real one. */
const mark = Symbol.for("synthflow-wasm.sandbox");

/** A value of a query as a boolean or a number, if it can be one. */
const typed = (text) => {
  if (text === "true" || text === "false") return text === "true";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
};

/** The query of an operation: a value that may not be a string is parsed as a list, a number or a boolean. */
const queryOf = ({ name, params }, url) => {
  const query = Object.fromEntries(url.searchParams);
  if (!params) return query;
  for (const { path, expected } of check(name, query)) {
    if (!Object.hasOwn(query, path)) continue;
    query[path] = expected === "an array" ? url.searchParams.getAll(path) : typed(query[path]);
  }
  return query;
};

/** Refuses params that the client would refuse. */
const validate = (name, given) => {
  const all = check(name, given);
  // Like the API, ignores unknown fields.
  const issues = all.filter(({ code }) => code !== "unknown_field");
  if (issues.length > 0) throw unprocessable(issues);
  // There may be more issues than are reported, other ones among them.
  if (all.length >= MAX_ISSUES) {
    throw unprocessable([{ path: "", message: "too many unknown fields" }]);
  }
};

/** The response to a failure of the sandbox itself. */
const internalError = (request, error) => {
  report(request.method, new URL(request.url).pathname, 500, error?.stack ?? String(error));
  return failed().toResponse();
};

/** Creates a sandbox. */
export const createSandbox = (options = {}) => {
  const settings = { now: Date.now, generation: "current", ...options };
  const failures = createFailures();
  const log = createLog();
  let store = createStore(settings);

  const authorize = (request) => {
    const key = request.headers.get("authorization")?.match(/^Bearer (\S+)$/)?.[1];
    if (!key || (settings.apiKey !== undefined && key !== settings.apiKey)) throw unauthorized();
  };

  /** Logs the request, validates it, and calls the handler of its operation. */
  const respond = async ({ name, method, params }, url, ids, query, { text, body }) => {
    const entry = { operation: name, method, path: url.pathname, query, body, time: settings.now() };
    log.add(entry, text.length + url.href.length);
    try {
      if (params) validate(name, { ...query, ...body });
      const result = await handlers[name]({ store, ids, query, body });
      if (result === undefined) return new Response(null, { status: 204 });
      return result instanceof Response ? result : Response.json(result);
    } catch (error) {
      log.shorten(entry, text);
      throw error;
    }
  };

  const serve = (operation) => async (context) => {
    const request = context.req.raw;
    const url = new URL(request.url);
    const [query, ids] = [queryOf(operation, url), context.req.param()];
    return failures.apply(operation.name, request.signal, async () => {
      try {
        authorize(request);
        const read = await bodyOf(request, Boolean(operation.params));
        return await respond(operation, url, ids, query, read);
      } catch (error) {
        if (error instanceof Refusal) {
          if (error.report) report(request.method, url.pathname, error.status, error.report);
          return error.toResponse();
        }
        if (request.signal.aborted) throw error;
        return internalError(request, error);
      }
    });
  };

  const app = new Hono({ strict: true });
  // Rejects only if the connection should break, or if the caller has aborted.
  app.onError((error, { req }) => {
    if (isReset(error) || req.raw.signal.aborted) throw error;
    return internalError(req.raw, error);
  });
  app.notFound(() => Response.json({ detail: "Not Found" }, { status: 404 }));
  // Paths without a {parameter} come first, so that /calls/outbound-… is not matched as the id of a call; and where the
  // current and the legacy API share a route, the selected one.
  const rank = ({ path, isLegacy }) =>
    (path.includes("{") ? 2 : 0) + (isLegacy === (settings.generation === "legacy") ? 0 : 1);
  for (const operation of [...operations].sort((a, b) => rank(a) - rank(b))) {
    const path = operation.path.replace(/\{(\w+)\}/g, ":$1");
    const other = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
    for (const base of ["", "/v2"]) {
      app.on(operation.method, base + path, serve(operation));
    }
    if (operations.some(({ method, path: known }) => method === operation.method && known === other))
      continue;
    for (const base of ["", "/v2"]) {
      app.on(operation.method, base + other, ({ req }) => {
        const url = new URL(req.url);
        url.pathname = url.pathname.endsWith("/") ? url.pathname.slice(0, -1) : `${url.pathname}/`;
        return new Response(null, { status: 307, headers: { location: String(url) } });
      });
    }
  }

  const sandboxFetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    return app.fetch(request);
  };

  return {
    fetch: Object.assign(sandboxFetch, { [mark]: true }),
    requests: log.entries,
    fail: failures.add,
    clearFailures: failures.clear,
    reset: () => {
      store = createStore(settings);
      log.entries.length = 0;
      failures.clear();
    },
  };
};
