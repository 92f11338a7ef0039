/** The error classes, in a file of their own: an application may import one of them without the client. */

import { brand, setCause } from "../shared/brand.js";

// Each is marked as pure, so that a bundler drops those that are not used.

export const SynthflowError = /* @__PURE__ */ brand(
  class extends Error {
    constructor({ message, cause, class: _, startedAt = new Date(), ...fields }) {
      super(message);
      if (cause !== undefined) setCause(this, cause);
      Object.assign(this, fields, { startedAt });
    }

    /** What a log needs: no headers and no body, which may be large or personal. */
    toJSON() {
      const { name, message, outcome, attempts, startedAt, status, code, retryAfter, requestId, issues } =
        this;
      return { name, message, outcome, attempts, startedAt, status, code, retryAfter, requestId, issues };
    }
  },
  "SynthflowError",
);

export const ValidationError = /* @__PURE__ */ brand(class extends SynthflowError {}, "ValidationError");
export const APIError = /* @__PURE__ */ brand(class extends SynthflowError {}, "APIError");
export const BadRequestError = /* @__PURE__ */ brand(class extends APIError {}, "BadRequestError");
export const AuthenticationError = /* @__PURE__ */ brand(class extends APIError {}, "AuthenticationError");
export const PermissionDeniedError = /* @__PURE__ */ brand(
  class extends APIError {},
  "PermissionDeniedError",
);
export const NotFoundError = /* @__PURE__ */ brand(class extends APIError {}, "NotFoundError");
export const UnprocessableEntityError = /* @__PURE__ */ brand(
  class extends APIError {},
  "UnprocessableEntityError",
);
export const RateLimitError = /* @__PURE__ */ brand(class extends APIError {}, "RateLimitError");
export const InternalServerError = /* @__PURE__ */ brand(class extends APIError {}, "InternalServerError");
export const APIConnectionError = /* @__PURE__ */ brand(
  class extends SynthflowError {},
  "APIConnectionError",
);
export const APITimeoutError = /* @__PURE__ */ brand(class extends APIConnectionError {}, "APITimeoutError");
export const APIAbortError = /* @__PURE__ */ brand(class extends SynthflowError {}, "APIAbortError");
export const APIResponseError = /* @__PURE__ */ brand(class extends SynthflowError {}, "APIResponseError");
