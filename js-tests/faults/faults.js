/**
 * The faults: what the server does, and what the client must report.
 *
 * `transient`: another attempt may succeed. `outcome`: the outcome of the request. `name`: the class of the error. `ok`:
 * the response is valid nevertheless. `loose`: hosts differ, so only the number of deliveries is checked. `refused`: no
 * connection is made, and nothing is delivered; unknown in hosts that do not report that. `kept`: on a connection that
 * has served a request before. `redirect`: a redirect; of the trailing `slash`, it is followed once. Runs in every host; the server is in server.js.
 */

const status = (code, name, more) => ({
  does: "status",
  code,
  name,
  outcome: code < 500 && code !== 408 ? "refused" : "unknown",
  transient: [408, 429, 500, 502, 503, 504].includes(code),
  ...more,
});

const broken = { name: "APIConnectionError", outcome: "unknown", transient: true };
/** A complete response is not a transient failure. */
const invalid = { name: "APIResponseError", outcome: "unknown", transient: false };
const slow = { name: "APITimeoutError", outcome: "unknown", transient: true, slow: true };
const fine = { ok: true };
const moved = { name: "APIError", outcome: "unknown", transient: false, redirect: true };

const limited = (retryAfter, more) => status(429, "RateLimitError", { retryAfter, ...more });

/** By name. */
export const faults = {
  400: status(400, "BadRequestError"),
  401: status(401, "AuthenticationError"),
  403: status(403, "PermissionDeniedError"),
  404: status(404, "NotFoundError"),
  408: status(408, "APIError"),
  409: status(409, "APIError"),
  422: status(422, "UnprocessableEntityError"),
  429: limited(undefined),
  500: status(500, "InternalServerError"),
  501: status(501, "InternalServerError"),
  502: status(502, "InternalServerError"),
  503: status(503, "InternalServerError"),
  504: status(504, "InternalServerError"),
  "429, retry-after: 0": limited("0"),
  "429, a date gone by": limited("Wed, 21 Oct 2015 07:28:00 GMT"),
  "429, nonsense": limited("soon"),
  "429, negative": limited("-5"),
  "429, an hour": limited("3600", { transient: false }),
  "503, an hour": status(503, "InternalServerError", { retryAfter: "3600", transient: false }),
  "connection refused": { refused: true, ...broken },
  "reset at the headers": { does: "reset", early: true, ...broken },
  "reset after the body": { does: "reset", ...broken },
  "closed without a byte": { does: "close", ...broken },
  "reset within the response": { does: "resetInside", ...broken },
  "reset on a kept connection": { does: "reset", kept: true, ...broken },
  "closed on a kept connection": { does: "close", kept: true, ...broken },
  "content-length too long": { does: "tooLong", ...broken },
  "content-length too short": { does: "tooShort", ...invalid },
  "HTML with 200": { does: "html", ...invalid },
  "truncated JSON": { does: "cut", ...invalid },
  "text with 200": { does: "text", ...invalid },
  "no HTTP": { does: "noise", loose: true },
  "a megabyte of headers": { does: "headers", loose: true },
  "204 with a body": { does: "noContent", loose: true },
  "100 MB": { does: "huge", code: 200, heavy: true, ...fine },
  "500 with 100 MB": { ...status(500, "InternalServerError"), does: "huge", heavy: true },
  gzip: { does: "gzip", ...fine },
  "byte order mark": { does: "bom", ...fine },
  // Node's fetch treats an unexpected 100 as a broken connection.
  "100 before": { does: "before", interim: "100 Continue", loose: true },
  "102 before": { does: "before", interim: "102 Processing", loose: true },
  "103 before": { does: "before", interim: "103 Early Hints\r\nlink: </a>", ...fine },
  late: { does: "late", ...fine },
  drip: { does: "drip", ...fine },
  "redirect to itself": { does: "redirect", ...moved },
  "redirect elsewhere": { does: "redirectElsewhere", ...moved },
  "redirect of the slash": { does: "redirectSlash", ...moved, outcome: "refused", slash: true },
  "no response": { does: "hang", ...slow },
  "stalled within the body": { does: "stall", ...slow },
  "drip without end": { does: "dripForever", ...slow },
};
