/** A proxy for pages: it adds the API key, and forwards nothing else than what it was set up for. */

import { get, own } from "../shared/own.js";
import { identify } from "./authorize.js";
import { checkContent, notJson, parseBody, readText } from "./body.js";
import { createOnce, KEEP_MS, keyOf } from "./copies.js";
import { isFailure, replyOf, replyOfError, send } from "./forward.js";
import { checkSource, preflight } from "./guard.js";
import { readOptions } from "./options.js";
import { readParams } from "./params.js";
import { COMMON_HEADERS, jsonReply, Refusal } from "./refusal.js";
import { readAll, relay, relayAndKeep } from "./relay.js";
import { findRoute } from "./route.js";

export { createNodeHandler } from "./node.js";

/** The maximum size of a response that is not streamed to the page, and of one that is kept for copies. */
const MAX_RESPONSE_SIZE = 16 * 1024 * 1024;
const MAX_KEPT_SIZE = 1024 * 1024;

/** How long a stream may take. */
const STREAM_MS = KEEP_MS;

/** A rejection that nobody waits for would end the process. */
const ignoreRejection = (promise) => {
  promise.catch(() => {});
  return promise;
};

const hasNoBody = (status) => status === 204 || status === 205 || status === 304;

const respond = ({ status, headers, body }, cors) =>
  new Response(hasNoBody(status) ? null : body, {
    status,
    headers: { ...headers, ...COMMON_HEADERS, ...cors },
  });

/** Creates the function that reports errors of one request, which knows its operation once there is one. */
const createReport = (onError) => {
  const report = async (error) => {
    try {
      await onError(error, { operation: report.operation });
    } catch {
      // A callback that throws must not fail the request that it is about.
    }
  };
  report.operation = "request";
  return report;
};

/** Creates a proxy: a function of a `Request` that resolves to a `Response` and never rejects. */
export const createProxy = (options) => {
  const settings = readOptions(options);
  const { client, timeout, maxRetries, validation } = settings;
  const once = createOnce(settings);

  /** A request that may be repeated: the page's client retries it, and may abort it. */
  const forward = async ({ operation, ids }, params, { signal }, report) => {
    try {
      const sent = await send(client, operation, ids, params, { signal, maxRetries: 0, validation });
      const reply = replyOf(sent);
      const total = operation.responseKind === "stream" ? STREAM_MS : timeout;
      // Not that the page has left.
      const failed = (error) => signal.aborted || report(error);
      return { ...reply, body: sent.body && relay(sent.body, { idle: timeout, total, failed }) };
    } catch (error) {
      if (isFailure(error)) report(error);
      return replyOfError(error, false);
    }
  };

  /** Any other request. It goes on when the page has left: a copy of it may be on its way. */
  const forwardOnce = async ({ operation, ids }, params, report) => {
    try {
      const sent = await send(client, operation, ids, params, { maxRetries, validation });
      const reply = replyOf(sent);
      if (operation.responseKind === "stream" && sent.body) {
        const limits = { idle: timeout, total: STREAM_MS, limit: MAX_KEPT_SIZE, failed: report };
        const { stream, text } = relayAndKeep(sent.body, limits);
        const kept = text.then((body) => (body === undefined ? undefined : { ...reply, body }));
        return { reply: { ...reply, body: stream }, kept };
      }
      reply.body = await readAll(sent.body, { time: timeout, limit: MAX_RESPONSE_SIZE });
      return { reply, kept: Promise.resolve(reply.body.length > MAX_KEPT_SIZE ? undefined : reply) };
    } catch (error) {
      if (isFailure(error)) report(error);
      const reply = replyOfError(error, true);
      return { reply, kept: Promise.resolve(reply) };
    }
  };

  const handle = async (request, context, report) => {
    const { pathname, searchParams } = new URL(request.url);
    const route = findRoute(request.method, pathname, settings);
    const { operation, ids } = route;
    report.operation = operation.name;
    checkContent(request);
    const isOnce = operation.retryPolicy === "non_idempotent";
    const key = isOnce && keyOf(request, operation);
    const read = async () => {
      const text = await readText(request, settings);
      // In HTTP/2 no header says that there is a body.
      if (text && !request.headers.has("content-type")) throw notJson();
      return readParams(operation, searchParams, parseBody(text), settings);
    };
    let reading;
    const readOnce = () => {
      reading ??= read();
      return ignoreRejection(reading);
    };
    // A copy: what is forwarded is what was checked.
    const paramsOf = () => ignoreRejection(readOnce().then((params) => structuredClone(params ?? {})));
    const info = { operation: operation.name, ids: [...ids], params: paramsOf, context };
    const identity = await identify(settings, request, info, report);
    const params = await readOnce();
    if (!isOnce) return forward(route, params, request, report);
    const forwarding = () => forwardOnce(route, params, report);
    const work = once([identity, operation.name, key], [ids, params], forwarding, report);
    // Where the host ends what a request has started once its client has left, it is asked to wait.
    try {
      const saving = ignoreRejection(work.then((reply) => own(reply, "saved")));
      get(context, "waitUntil")?.call(context, saving);
    } catch (error) {
      // The request is on its way.
      report(error);
    }
    const reply = await work;
    // A copy that arrives right after the response finds it.
    if (operation.responseKind !== "stream") await own(reply, "saved");
    return reply;
  };

  return async (request, context = {}) => {
    const report = createReport(settings.onError);
    let cors = {};
    try {
      cors = checkSource(request, settings, get(context, "remoteAddress"));
      return preflight(request, cors) ?? respond(await handle(request, context, report), cors);
    } catch (error) {
      const isRefusal = error instanceof Refusal;
      // A 503 is reported where it comes from.
      if (!isRefusal || error.reply.status === 500) report(error);
      if (isRefusal) return respond(error.reply, cors);
      return respond(jsonReply(500, { detail: "the proxy failed" }), cors);
    }
  };
};
