/** A stateful Synthflow in memory: a `fetch` that answers as the API does. */

import { Hono } from "hono";
import { operations } from "../generated/operations.js";
import { agents } from "./agents.js";
import { calls } from "./calls.js";
import { check } from "./check.js";
import { Refusal, unauthorized, unprocessable } from "./errors.js";
import { createFailures } from "./failures.js";
import { createStore } from "./store.js";
import { voices } from "./voices.js";

/** What each operation does, by name; verb and path are in the list of operations. */
const handlers = { ...agents, ...calls, ...voices };

/** Tells the client that a key for this `fetch` opens nothing: a page may have it. */
const mark = Symbol.for("synthflow-wasm.sandbox");

/** A value of a query, as what it may stand for beside a string. */
const typed = (text) => {
  if (text === "true" || text === "false") return text === "true";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
};

/** The query of an operation: what may not be a string is read as a number or a boolean. */
const queryOf = ({ name, http, params }, url) => {
  const query = Object.fromEntries(url.searchParams);
  if (http !== "GET" || !params) return query;
  for (const { path } of check(name, query)) {
    if (Object.hasOwn(query, path)) query[path] = typed(query[path]);
  }
  return query;
};

const bodyOf = async (request) => {
  const text = await request.text();
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    throw unprocessable([{ path: "", message: "the body is not JSON" }]);
  }
};

/** Makes a sandbox. */
export const createSandbox = (options = {}) => {
  const settings = { now: Date.now, ...options };
  const failures = createFailures();
  const requests = [];
  let store = createStore(settings);

  const authorize = (request) => {
    const key = request.headers.get("authorization")?.match(/^Bearer (\S+)$/)?.[1];
    if (!key || (settings.apiKey !== undefined && key !== settings.apiKey)) throw unauthorized();
  };

  const answer = async (operation, ids, query, body) => {
    const { name, params } = operation;
    // As the API does, fields it does not know are passed over.
    const known = ({ expected }) => expected !== "no field of this name";
    const problems = params ? check(name, operation.http === "GET" ? query : body).filter(known) : [];
    if (problems.length > 0) throw unprocessable(problems);
    const handler = handlers[name];
    if (!handler) throw new Refusal(501, { detail: `the sandbox does not know ${name} yet` });
    return handler({ store, ids, query, body });
  };

  const serve = (operation) => async (context) => {
    const request = context.req.raw;
    const url = new URL(request.url);
    const [query, ids] = [queryOf(operation, url), context.req.param()];
    return failures.apply(operation.name, request.signal, async () => {
      try {
        authorize(request);
        const body = await bodyOf(request);
        const { name, http: method } = operation;
        requests.push({ operation: name, method, path: url.pathname, query, body, time: settings.now() });
        return Response.json(await answer(operation, ids, query, body));
      } catch (error) {
        if (error instanceof Refusal) return Response.json(error.body, { status: error.status });
        throw error;
      }
    });
  };

  const app = new Hono({ strict: true });
  app.onError((error) => {
    throw error;
  });
  app.notFound(() => Response.json({ detail: "Not Found" }, { status: 404 }));
  // What has no {parameter} goes first, so that /calls/outbound-… is not taken for a call's id.
  const fixed = (path) => (path.includes("{") ? 1 : 0);
  for (const operation of [...operations].sort((a, b) => fixed(a.path) - fixed(b.path))) {
    const path = operation.path.replace(/\{(\w+)\}/g, ":$1");
    const other = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
    for (const base of ["", "/v2"]) {
      app.on(operation.http, base + path, serve(operation));
    }
    if (operations.some(({ http, path: known }) => http === operation.http && known === other)) continue;
    for (const base of ["", "/v2"]) {
      app.on(operation.http, base + other, ({ req }) => {
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
    requests,
    fail: failures.add,
    clearFailures: failures.clear,
    reset: () => {
      store = createStore(settings);
      requests.length = 0;
      failures.clear();
    },
  };
};
