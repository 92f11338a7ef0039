/** A stateful Synthflow in memory: a `fetch` that responds as the API does. */

import { receiveCall } from "./arrivals.js";
import { bodyOf } from "./body.js";
import { instructionsOf } from "./call-state.js";
import { catchUp, settle } from "./clock.js";
import { control } from "./control.js";
import { failed, Misuse, Refusal, unauthorized } from "./errors.js";
import { createFailures, isReset } from "./failures.js";
import { find } from "./find.js";
import { handlers } from "./handlers.js";
import { createLog } from "./log.js";
import { queryOf, validate } from "./params.js";
import { report } from "./report.js";
import { readRequest, throwIfAborted } from "./request.js";
import { createRouter } from "./router.js";
import { addSeed } from "./seed.js";
import { settingsOf } from "./settings.js";
import { createStore } from "./store.js";

export { webhookFixture } from "./webhook-fixture.js";

/** Marks this `fetch`, so that the client allows a key in a page: the key is not a real one. */
const mark = Symbol.for("synthflow-wasm.sandbox");

/** The response to an error: a refusal, or a failure of the sandbox itself. */
const responseTo = (error, request) => {
  const refusal = error instanceof Refusal ? error : failed();
  const why = error instanceof Refusal ? error.report : (error?.stack ?? String(error));
  if (why) report(request.method, new URL(request.url).pathname, refusal.status, why);
  return refusal.toResponse();
};

/** What a method throws where an operation would refuse a request. */
const misuseOf = (error) => (error instanceof Refusal ? new Misuse(error.why) : error);

/** Creates a sandbox. */
export const createSandbox = (options = {}) => {
  const settings = settingsOf(options);
  if (typeof Request !== "function" || typeof Response !== "function")
    throw new Misuse(
      "the sandbox needs Request, Response and Headers, which this host does not have; in Jest, use the environment node or jest-fixed-jsdom",
    );
  const failures = createFailures();
  const log = createLog();
  let store = createStore(settings);

  const authorize = (request) => {
    if (settings.apiKey === null) return;
    const key = request.headers.get("authorization")?.match(/^Bearer (\S+)$/i)?.[1];
    if (!key || (settings.apiKey !== undefined && key !== settings.apiKey)) throw unauthorized();
  };

  /** Logs the request, validates it, and calls the handler of its operation. */
  const respond = async (operation, url, ids, query, { text, body }) => {
    const { name, method, params } = operation;
    const entry = {
      operation: name,
      method,
      path: url.pathname,
      query,
      body,
      ignored: [],
      time: settings.now(),
    };
    log.add(entry, text.length + url.href.length);
    try {
      const accepted = params ? validate(operation, query, body) : { body, ignored: [] };
      entry.ignored = accepted.ignored;
      catchUp(store);
      const result = await handlers[name]({ store, ids, query, body: accepted.body });
      // The handler may have placed calls.
      catchUp(store);
      if (result === undefined) return new Response(null, { status: 204 });
      return result instanceof Response ? result : Response.json(result);
    } catch (error) {
      if (error.ignored) entry.ignored = error.ignored;
      log.shorten(entry, text);
      throw error;
    } finally {
      settings.onRequest?.(entry);
    }
  };

  const serve = (operation) => async (context) => {
    const { raw: request } = context.req;
    const { signal } = context.env;
    const url = new URL(request.url);
    const [query, ids] = [queryOf(operation, url), context.req.param()];
    return failures.apply(operation.name, signal, async () => {
      try {
        authorize(request);
        const read = await bodyOf(request, operation.name, Boolean(operation.params));
        return await respond(operation, url, ids, query, read);
      } catch (error) {
        if (signal.aborted) throw error;
        return responseTo(error, request);
      }
    });
  };

  const app = createRouter(settings, serve);
  // Rejects only if the connection should break, or if the caller has aborted.
  app.onError((error, { req, env }) => {
    if (isReset(error) || env.signal.aborted) throw error;
    return responseTo(error, req.raw);
  });

  const sandboxFetch = async (input, init) => {
    const { request, signal } = readRequest(input, init);
    throwIfAborted(signal);
    const controlled = await control(sandbox, request).catch((error) => responseTo(error, request));
    return controlled ?? app.fetch(request, { signal });
  };

  const sandbox = {
    fetch: Object.assign(sandboxFetch, { [mark]: true }),
    requests: log.entries,
    fail: failures.add,
    clearFailures: failures.clear,
    seed: (seed) => addSeed(store, seed),
    receiveCall: async (call) => {
      try {
        return await receiveCall(store, call);
      } catch (error) {
        throw misuseOf(error);
      }
    },
    settle: () => settle(store),
    instructions: (id) => {
      try {
        return instructionsOf(find(store.calls, "call", id));
      } catch (error) {
        throw misuseOf(error);
      }
    },
    close: () => store.close(),
    reset: () => {
      store.close();
      store = createStore(settings);
      log.entries.length = 0;
      failures.clear();
    },
  };
  return sandbox;
};
