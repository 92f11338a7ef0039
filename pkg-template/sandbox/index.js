/** A stateful Synthflow in memory: a `fetch` that answers as the API does. */

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
import { MAX_PROBLEMS } from "./limits.js";
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

/** What each operation does, by name; verb and path are in the list of operations. */
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

/** Tells the client that a key for this `fetch` opens nothing: a page may have it. */
const mark = Symbol.for("synthflow-wasm.sandbox");

/** A value of a query, as what it may stand for beside a string. */
const typed = (text) => {
  if (text === "true" || text === "false") return text === "true";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
};

/** The query of an operation: what may not be a string is read as a list, a number or a boolean. */
const queryOf = ({ name, params }, url) => {
  const query = Object.fromEntries(url.searchParams);
  if (!params) return query;
  for (const { path, expected } of check(name, query)) {
    if (!Object.hasOwn(query, path)) continue;
    query[path] = expected === "an array" ? url.searchParams.getAll(path) : typed(query[path]);
  }
  return query;
};

/** Refuses params by the client's own tables. */
const refuseProblems = (name, given) => {
  const all = check(name, given);
  // As the API does, fields it does not know are passed over.
  const problems = all.filter(({ expected }) => expected !== "no field of this name");
  if (problems.length > 0) throw unprocessable(problems);
  // There may be more than are reported, and worse ones.
  if (all.length >= MAX_PROBLEMS) {
    throw unprocessable([{ path: "", message: "there are too many fields that do not exist" }]);
  }
};

/** The response to a fault of the sandbox itself. */
const faulty = (request, error) => {
  report(request.method, new URL(request.url).pathname, 500, error?.stack ?? String(error));
  return failed().toResponse();
};

/** Makes a sandbox. */
export const createSandbox = (options = {}) => {
  const settings = { now: Date.now, generation: "current", ...options };
  const failures = createFailures();
  const log = createLog();
  let store = createStore(settings);

  const authorize = (request) => {
    const key = request.headers.get("authorization")?.match(/^Bearer (\S+)$/)?.[1];
    if (!key || (settings.apiKey !== undefined && key !== settings.apiKey)) throw unauthorized();
  };

  /** Logs the request, checks it, and does what it asks for. */
  const respond = async ({ name, method, params }, url, ids, query, { text, body }) => {
    const entry = { operation: name, method, path: url.pathname, query, body, time: settings.now() };
    log.add(entry, text.length + url.href.length);
    try {
      if (params) refuseProblems(name, { ...query, ...body });
      const answered = await handlers[name]({ store, ids, query, body });
      if (answered === undefined) return new Response(null, { status: 204 });
      return answered instanceof Response ? answered : Response.json(answered);
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
        return faulty(request, error);
      }
    });
  };

  const app = new Hono({ strict: true });
  // A connection breaks where that was asked for, and where the caller has gone.
  app.onError((error, { req }) => {
    if (isReset(error) || req.raw.signal.aborted) throw error;
    return faulty(req.raw, error);
  });
  app.notFound(() => Response.json({ detail: "Not Found" }, { status: 404 }));
  // What has no {parameter} goes first, so that /calls/outbound-… is not taken for a call's id; and of
  // two generations that share a route, the one that was asked for.
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
