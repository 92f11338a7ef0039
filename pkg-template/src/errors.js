/** The error classes. Rust reports what went wrong as a plain object; here it becomes an `Error` with a stack. */

import { define as defineProperty } from "../shared/own.js";

/** The classes by the names that the core uses. */
const byName = {};

/** Defines a class with an explicit name, since a minifier changes those of classes. */
const define = (name, Base) => {
  const Class = class extends Base {};
  byName[name] = Class;
  // On the prototype, as in the language's own errors, so that it is not a field of each error.
  defineProperty(Class.prototype, "name", name);
  defineProperty(Class, "name", name);
  return Class;
};

class Root extends Error {
  constructor({ message, cause, class: _, ...fields }) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, fields);
  }
}

export const SynthflowError = define("SynthflowError", Root);
export const ValidationError = define("ValidationError", SynthflowError);
export const APIError = define("APIError", SynthflowError);
export const BadRequestError = define("BadRequestError", APIError);
export const AuthenticationError = define("AuthenticationError", APIError);
export const PermissionDeniedError = define("PermissionDeniedError", APIError);
export const NotFoundError = define("NotFoundError", APIError);
export const UnprocessableEntityError = define("UnprocessableEntityError", APIError);
export const RateLimitError = define("RateLimitError", APIError);
export const InternalServerError = define("InternalServerError", APIError);
export const APIConnectionError = define("APIConnectionError", SynthflowError);
export const APITimeoutError = define("APITimeoutError", APIConnectionError);
export const APIAbortError = define("APIAbortError", SynthflowError);
export const APIResponseError = define("APIResponseError", SynthflowError);

const byStatus = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  422: UnprocessableEntityError,
  429: RateLimitError,
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

/** Creates the error that the core reports; returns anything else unchanged. */
export const toError = (details) => {
  if (!isReport(details)) return details;
  const name = details.class;
  const { status } = details;
  const Class =
    name === "APIError"
      ? (byStatus[status] ?? (status > 499 ? InternalServerError : APIError))
      : byName[name];
  return new Class(details);
};
