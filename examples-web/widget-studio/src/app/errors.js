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
} from "synthflow-wasm/slim";

/** Whether the proxy says that the API refused its key. The page's own status is not 401 then: its user is known. */
const isKey = ({ status, body }) => status === 424 && /API key/.test(body?.detail);

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
  const [, kind] = kinds.find(([type]) => error instanceof type) ?? [null, "other"];
  const name = kind === "refused" && isKey(error) ? "key" : kind;
  return {
    text: `error.${name}`,
    detail: error?.message ?? String(error),
    unknown: error?.outcome === "unknown",
  };
};
