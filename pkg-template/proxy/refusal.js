/** Responses of the proxy itself, in the form of the API's errors. */

/** On every response: it is of one person, and never a page or a script. */
export const COMMON_HEADERS = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  vary: "origin",
};

const JSON_TYPE = "application/json";

/** What is sent as a response, and kept for copies of the request. */
export const jsonReply = (status, body, headers = {}) => ({
  status,
  headers: { "content-type": JSON_TYPE, ...headers },
  body: JSON.stringify(body),
});

/** An error that becomes a response. */
export class Refusal extends Error {
  constructor(status, detail, headers = {}, fields = {}) {
    super(String(detail));
    this.reply = jsonReply(status, { detail, ...fields }, headers);
  }
}

/**
 * A body that is not there any more, or not all of it: forwarded, it would be a different request. The status is above 499
 * since this may be a copy of a request that was forwarded.
 */
export const readBefore = () =>
  new Refusal(
    500,
    "the body, or a part of it, was read before the proxy read it: use a middleware that keeps it as body or rawBody of Node's request, or none; in authorize, await params() instead",
  );

/**
 * A request that may have had its effect. The status is above 499: a client must not read it as "nothing happened". Its message
 * says what to do then.
 */
export const unknownReply = (status, detail) => jsonReply(status, { detail, outcome: "unknown" });
