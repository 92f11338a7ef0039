/** The body and the headers of a request, in the forms that frameworks have them. */

import { get, isObject, isPlain } from "../shared/own.js";
import { refuse as refuseFor } from "./error.js";

const refuse = (message) => refuseFor("body", message);

/** Whether they are bytes, of any realm: test runners have their own. */
const isBytes = (body) =>
  ArrayBuffer.isView(body) || Object.prototype.toString.call(body) === "[object ArrayBuffer]";

/** Whether a value has a method. */
const has = (value, name) => typeof get(value, name) === "function";

/** The headers of a request; a load balancer of AWS may send them as lists only. */
const headersOf = (request) => get(request, "headers") ?? get(request, "multiValueHeaders");

/** Whether a value may be a request: a body has no headers. */
export const isRequest = (value) => isObject(value) && isObject(headersOf(value));

/** Refuses what was given as a request, with options, and is none. */
export const refuseRequest = () =>
  refuse(
    "the first argument is not a request, it has no headers: pass (request, { secret }) or (body, headers, { secret })",
  );

/** The bytes in a text of base64. */
export const toBytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** The text of a body. That of a parsed one is written again, so that what is verified is what is returned. */
const textOf = (body) => {
  if (typeof body === "string") return body;
  if (isBytes(body)) return new TextDecoder().decode(body);
  if (has(body, "then")) refuse("the body is a promise: await it");
  if (isRequest(body)) refuse("the body is a request: pass (request, { secret })");
  // An instance of a class, too, if it has fields: those of a Blob or a Map are not its own. A stream has some.
  const hasFields = isObject(body) && (isPlain(body) || Object.keys(body).length > 0);
  if (hasFields && !has(body, "pipe")) return JSON.stringify(body);
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
  const [rawBody, body] = ["rawBody", "body"].map((name) => get(request, name));
  const headers = headersOf(request);
  if (has(request, "text")) {
    if (get(request, "bodyUsed") === true)
      refuse("the request has been read before: pass what was read, with the headers");
    return [await request.text(), headers];
  }
  const raw = typeof rawBody === "string" || isBytes(rawBody) ? rawBody : body;
  if (raw === undefined) {
    refuse("the request has no rawBody, body or text(): read the body first, and pass it with the headers");
  }
  // An event of AWS Lambda.
  const isEncoded = typeof raw === "string" && get(request, "isBase64Encoded") === true;
  return [isEncoded ? toBytes(raw) : raw, headers];
};
