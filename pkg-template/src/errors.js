/** The error classes, in a file of their own: an application may import one of them without the client. */

import { brand, setCause } from "../shared/brand.js";

const derive = (Base, name) => brand(class extends Base {}, name);

// Each is marked as pure, so that a bundler drops those that are not used.

export const SynthflowError = /* @__PURE__ */ brand(
  class extends Error {
    constructor(details) {
      const { message, cause, class: _, startedAt = new Date(), ...fields } = { __proto__: null, ...details };
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

export const ValidationError = /* @__PURE__ */ derive(SynthflowError, "ValidationError");
export const APIError = /* @__PURE__ */ derive(SynthflowError, "APIError");
export const BadRequestError = /* @__PURE__ */ derive(APIError, "BadRequestError");
export const AuthenticationError = /* @__PURE__ */ derive(APIError, "AuthenticationError");
export const PermissionDeniedError = /* @__PURE__ */ derive(APIError, "PermissionDeniedError");
export const NotFoundError = /* @__PURE__ */ derive(APIError, "NotFoundError");
export const UnprocessableEntityError = /* @__PURE__ */ derive(APIError, "UnprocessableEntityError");
export const RateLimitError = /* @__PURE__ */ derive(APIError, "RateLimitError");
export const InternalServerError = /* @__PURE__ */ derive(APIError, "InternalServerError");
export const APIConnectionError = /* @__PURE__ */ derive(SynthflowError, "APIConnectionError");
export const APITimeoutError = /* @__PURE__ */ derive(APIConnectionError, "APITimeoutError");
export const APIAbortError = /* @__PURE__ */ derive(SynthflowError, "APIAbortError");
export const APIResponseError = /* @__PURE__ */ derive(SynthflowError, "APIResponseError");
