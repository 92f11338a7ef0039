/** The body and the headers of a request, in the forms that frameworks have them. */

import { get, isObject, isPlain } from "../shared/own.js";
import { WebhookVerificationError } from "./error.js";

const refuse = (message) => {
  throw new WebhookVerificationError("body", message);
};

/** Whether they are bytes, of any realm: test runners have their own. */
const isBytes = (body) =>
  ArrayBuffer.isView(body) || Object.prototype.toString.call(body) === "[object ArrayBuffer]";

/** Whether a value may be a request: a body has no headers. */
export const isRequest = (value) => isObject(value) && isObject(get(value, "headers"));

/** Refuses what was given as a request, with options, and is none. */
export const refuseRequest = () =>
  refuse(
    "the first argument is not a request, since it has no headers: pass (request, { secret }) or (body, headers, { secret })",
  );

/** The text of a body. That of a parsed one is written again, so that what is verified is what is returned. */
const textOf = (body) => {
  if (typeof body === "string") return body;
  if (isBytes(body)) return new TextDecoder().decode(body);
  if (isObject(body) && isPlain(body)) return JSON.stringify(body);
  return refuse(
    `the body is ${body === null ? "null" : `of type ${typeof body}`}; expected its text or bytes, or the parsed object`,
  );
};

/** The parsed body. */
export const parseBody = (body) => {
  const text = textOf(body);
  let event;
  try {
    // A byte order mark, which decoders of bytes drop.
    event = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    refuse("the body is not JSON");
  }
  return isObject(event) ? event : refuse("the body is not a JSON object");
};

/**
 * The body and the headers of a `Request`, or of a request of Node whose body a framework has read into `rawBody` or
 * `body`.
 */
export const readRequest = async (request) => {
  // What a script added to every object is not of the request.
  const [headers, rawBody, body] = ["headers", "rawBody", "body"].map((name) => get(request, name));
  if (typeof get(request, "text") === "function") {
    if (get(request, "bodyUsed") === true)
      refuse("the body of the request has been read before: pass what was read, with the headers");
    return [await request.text(), headers];
  }
  const raw = typeof rawBody === "string" || isBytes(rawBody) ? rawBody : body;
  if (raw === undefined) {
    refuse("the request has no rawBody, body or text(): read the body first, and pass it with the headers");
  }
  return [raw, headers];
};
