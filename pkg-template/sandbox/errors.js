/** Error answers in the forms the API has them. */

import { MAX_BODY_BYTES } from "./limits.js";

/** An error that the router turns into an answer. */
export class Refusal extends Error {
  constructor(status, body) {
    super(`status ${status}`);
    this.status = status;
    this.body = body;
  }

  /** As the client gets it. */
  toResponse() {
    return Response.json(this.body, { status: this.status });
  }
}

/** The detail most operations answer with. */
const detail = (status, description, category) =>
  new Refusal(status, {
    detail: { status: "error", description, request_id: crypto.randomUUID(), category },
  });

/** 400: the params are wrong. */
export const badRequest = (description) => detail(400, description, "invalid_request");

/** 400: the request is one that no operation can read. Reported on stderr, since no client of the API sends it. */
export const unreadable = (description) =>
  Object.assign(detail(400, description, "invalid_request"), { report: description });

/** 413: the body is larger than the sandbox reads. */
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
export const failed = () => detail(500, "the sandbox failed: see its stderr", "sandbox_error");

/** 404: there is nothing of this id. */
export const notFound = (what, id) => detail(404, `${what} ${id} not found`, "not_found");

/** `custom_variables[0].key` as `["custom_variables", 0, "key"]`. */
const steps = (path) =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** 422: problems of single fields, as FastAPI tells them. */
export const unprocessable = (problems) =>
  new Refusal(422, {
    detail: problems.map(({ path, message }) => ({
      loc: ["body", ...steps(path)],
      msg: message,
      type: "value_error",
    })),
  });

/** 401: no key, or a wrong one. */
export const unauthorized = () => new Refusal(401, { detail: "Invalid or missing API key" });
