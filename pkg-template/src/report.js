/** What Rust reports of an error: a plain object, from which an `Error` with a stack is made here. */

import {
  APIAbortError,
  APIConnectionError,
  APIError,
  APIResponseError,
  APITimeoutError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  SynthflowError,
  UnprocessableEntityError,
  ValidationError,
} from "./errors.js";

const byStatus = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

/** The classes by the names that the core uses. */
const byName = {
  SynthflowError,
  ValidationError,
  APIError,
  APIConnectionError,
  APITimeoutError,
  APIAbortError,
  APIResponseError,
};

/** What the core reports of an error; a class, so that nothing else that is thrown is taken for one. */
export class Report {
  constructor(details) {
    Object.assign(this, details);
  }
}

/** A failure of a request that is neither that of its response nor of its connection. */
export const createReport = (message, attempts, cause) => {
  const outcome = attempts > 0 ? "unknown" : "not-sent";
  return new Report({ class: "SynthflowError", message, outcome, attempts, cause });
};

// What a script added to every object is no part of a report.
Object.setPrototypeOf(Report.prototype, null);

/** Whether a thrown value is an error that the core reports, rather than a failure of the core. */
export const isReport = (thrown) => {
  try {
    return thrown instanceof Report;
  } catch {
    return false;
  }
};

/** Creates the error that the core reports of a request; returns anything else unchanged. */
export const toError = (details, startedAt) => {
  if (!isReport(details)) return details;
  const name = details.class;
  const { status } = details;
  const Class =
    name === "APIError"
      ? (byStatus[status] ?? (status > 499 ? InternalServerError : APIError))
      : byName[name];
  return new Class({ startedAt, ...details });
};

/** The error for a mistake in a call; nothing was sent. */
export const refused = (message, cause) => toError(createReport(message, 0, cause));
