/** Error responses, in the forms that the API has. */

import { MAX_BODY_BYTES } from "./limits.js";

/** An error that the router turns into a response. */
export class Refusal extends Error {
  constructor(status, body) {
    super(`status ${status}`);
    this.status = status;
    this.body = body;
  }

  /** The response to the client. */
  toResponse() {
    return Response.json(this.body, { status: this.status });
  }
}

/** The form of most operations. */
const detail = (status, description, category) =>
  new Refusal(status, {
    detail: { status: "error", description, request_id: crypto.randomUUID(), category },
  });

/** 400: the params are invalid. */
export const badRequest = (description) => detail(400, description, "invalid_request");

/** 400: a request that no operation can process. Reported on stderr, since no client of the API sends it. */
export const unreadable = (description) =>
  Object.assign(detail(400, description, "invalid_request"), { report: description });

/** 413: the body is too large. */
export const tooLarge = () => {
  const description = `the body is larger than ${MAX_BODY_BYTES} bytes`;
  return Object.assign(detail(413, description, "invalid_request"), { report: description });
};

/** 403: the sandbox does not serve this host or origin. */
export const forbidden = (description) =>
  Object.assign(detail(403, description, "forbidden"), { report: description });

/** 405: no `Request` can have this method. */
export const methodNotAllowed = () => new Refusal(405, { detail: "Method Not Allowed" });

/** 500: a failure of the sandbox itself; the details are on stderr. */
export const failed = () => detail(500, "the sandbox failed; see its stderr", "sandbox_error");

/** 404: there is no resource with this id. */
export const notFound = (what, id) => detail(404, `${what} ${id} not found`, "not_found");

/** `custom_variables[0].key` as `["custom_variables", 0, "key"]`. */
const steps = (path) =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** 422: issues of fields, in the form of FastAPI. */
export const unprocessable = (issues) =>
  new Refusal(422, {
    detail: issues.map(({ path, message }) => ({
      loc: ["body", ...steps(path)],
      msg: message,
      type: "value_error",
    })),
  });

/** 401: a missing or invalid API key. */
export const unauthorized = () => new Refusal(401, { detail: "Invalid or missing API key" });
