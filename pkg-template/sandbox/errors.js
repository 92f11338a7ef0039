/** Error answers in the forms the API has them. */

/** An error that the router turns into an answer. */
export class Refusal extends Error {
  constructor(status, body) {
    super(`status ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** The detail most operations answer with. */
const detail = (status, description, category) =>
  new Refusal(status, {
    detail: { status: "error", description, request_id: crypto.randomUUID(), category },
  });

/** 400: the params are wrong. */
export const badRequest = (description) => detail(400, description, "invalid_request");

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
