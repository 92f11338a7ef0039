/** Error responses, in the forms that the API has. */

import { MAX_BODY_BYTES } from "./limits.js";

/** An error that the router turns into a response. */
export class Refusal extends Error {
  constructor(status, body, headers) {
    super(`status ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  /** The response to the client. */
  toResponse() {
    return Response.json(this.body, { status: this.status, headers: this.headers });
  }

  /** What a developer reads. */
  get why() {
    const { detail, message } = this.body;
    return detail?.description ?? message ?? detail;
  }
}

/** A mistake in a call of a method of the sandbox, not in a request. To users, it is a `TypeError`. */
export class Misuse extends TypeError {}

/** The form of most operations. `category` is a severity, as on real accounts. */
const detail = (status, description, headers) =>
  new Refusal(
    status,
    { detail: { status: "error", description, request_id: crypto.randomUUID(), category: "important" } },
    headers,
  );

/** 400: the params are invalid. */
export const badRequest = (description) => detail(400, description);

/** 400: a request that no operation can process. Reported on stderr, since no client of the API sends it. */
export const unreadable = (description) => Object.assign(detail(400, description), { report: description });

/** 413: the body is too large. */
export const tooLarge = () => {
  const description = `the body is larger than ${MAX_BODY_BYTES} bytes`;
  return Object.assign(detail(413, description), { report: description });
};

/** 403: the sandbox does not serve this host or origin. */
export const forbidden = (description) => Object.assign(detail(403, description), { report: description });

/** 403, in the form of the webhook logs. */
export const forbiddenLogs = (message) => new Refusal(403, { error: "forbidden", message });

/** 405: the path exists, but not with this method. */
export const methodNotAllowed = (allowed) =>
  new Refusal(405, { detail: "Method Not Allowed" }, allowed && { allow: allowed.join(", ") });

/** 429: the rate limit is exceeded. */
export const rateLimited = (description, retryAfter) =>
  detail(429, description, retryAfter === undefined ? undefined : { "retry-after": String(retryAfter) });

/** 500: a failure of the sandbox itself; the details are on stderr. */
export const failed = () => detail(500, "the sandbox failed; see its stderr");

/** Texts that clients send as an id that they do not have. */
const NO_ID = /^(undefined|null|\{.*\}|:\w+)$/;

/** 404: there is no resource with this id. */
export const notFound = (what, id) =>
  detail(404, `${what} ${id} not found${NO_ID.test(id) ? `: the id of the ${what} is missing` : ""}`);

/** 401: a missing or invalid API key. */
export const unauthorized = () => new Refusal(401, { detail: "Invalid or missing API key" });
