/** Sends a request to the API by a client, and makes a reply of the response or the error. */

import { APIError, APIResponseError, APITimeoutError, SynthflowError } from "synthflow-wasm";
import { get, isObject } from "../shared/own.js";
import { jsonReply, unknownReply } from "./refusal.js";

/** The headers of a response that a page may need; all others stay here, cookies among them. */
const PASSED = ["retry-after", "x-request-id"];

/** The types of JSON and of its lines. Of two headers a browser takes the last type: such a text is none of these. */
const JSON_TYPE = /^application\/(?:json|x-ndjson|ndjson|jsonl|json-lines)(?= *(?:;|$))/i;

/** Headers of the API, those that are passed. An error may have none. */
const headersOf = (headers) => {
  const passed = {};
  for (const name of PASSED) {
    const value = headers?.get?.(name);
    if (value) passed[name] = value;
  }
  return passed;
};

/** The reply of a response of the API with its body unread. Anything else than JSON must not be rendered as a page. */
export const replyOf = ({ status, headers, body }) => {
  const [type] = JSON_TYPE.exec(headers.get("content-type") ?? "") ?? ["text/plain; charset=utf-8"];
  return {
    status,
    // Without parameters, in which a browser may find another type.
    headers: { ...headersOf(headers), "content-type": type },
    body,
  };
};

const API_REFUSED_KEY = "the API refused the API key of the proxy: check its options apiKey and region";

/** Whether an error is of interest to the server: not that an id is wrong, or that a page has left. */
export const isFailure = (error) => {
  const [outcome, status] = [get(error, "outcome"), get(error, "status")];
  const isRefused = outcome === "refused" && status >= 400 && status < 500 && status !== 401;
  return get(error, "name") !== "APIAbortError" && !isRefused;
};

/**
 * The reply of an error. The messages are fixed: those of the error may have internals of the server. A status below 500, which
 * clients read as "it had no effect", is only for what definitely had none: a refusal by the API itself, and of a request that is
 * forwarded once, so that this is the reply to every copy, one that was not sent. A page retries any other that was not sent.
 */
export const replyOfError = (error, isOnce) => {
  const isRefused = error instanceof SynthflowError && error.outcome === "refused";
  if (error instanceof APIError) {
    const { status, body } = error;
    const headers = headersOf(error.headers);
    if (status === 401 && isRefused) return jsonReply(424, { detail: API_REFUSED_KEY });
    if (isRefused && status >= 400 && status < 500 && isObject(body)) return jsonReply(status, body, headers);
    if (status >= 500 && isObject(body)) return jsonReply(status, body, headers);
    return unknownReply(status >= 500 ? status : 502, "the response to the proxy was not one of the API");
  }
  if (error instanceof SynthflowError && error.outcome === "not-sent") {
    const detail = "the proxy could not send the request";
    return jsonReply(isOnce ? 424 : 502, { detail, outcome: "not-sent" });
  }
  if (error instanceof APITimeoutError)
    return unknownReply(504, "the API did not respond within the timeout");
  if (error instanceof APIResponseError) return unknownReply(502, "the response of the API was invalid");
  return unknownReply(502, "the connection of the proxy to the API failed");
};

/** Calls the method of an operation; resolves to the response with its body unread. */
export const send = (client, { name }, ids, params, options) => {
  const method = name.split(".").reduce((target, step) => target[step], client);
  const args = params === undefined ? [options] : [params, options];
  return method(...ids, ...args).asResponse();
};
