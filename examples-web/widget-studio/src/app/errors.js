/** What to say about an error of the client. */

import {
  APIConnectionError,
  APIError,
  APIResponseError,
  APITimeoutError,
  AuthenticationError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from "synthflow-wasm";

const kinds = [
  [APITimeoutError, "timeout"],
  [APIConnectionError, "connection"],
  [AuthenticationError, "key"],
  [PermissionDeniedError, "permission"],
  [NotFoundError, "missing"],
  [RateLimitError, "rate"],
  [InternalServerError, "server"],
  [APIError, "refused"],
  [APIResponseError, "response"],
];

/** `{ text, detail, unknown }`: the key of a text, the message, and whether the request may have taken effect. */
export const describeError = (error) => {
  const [, name] = kinds.find(([type]) => error instanceof type) ?? [null, "other"];
  return {
    text: `error.${name}`,
    detail: error?.message ?? String(error),
    unknown: error?.outcome === "unknown",
  };
};
