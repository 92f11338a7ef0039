/** The error family: Rust says what went wrong, here it becomes an `Error` with a stack. */

/** Which class the core means by a name. */
const byName = {};

/** The names are written out, since a minifier changes those of the classes. */
const define = (name, Base) => {
  const Class = class extends Base {};
  byName[name] = Class;
  // On the prototype, as with the errors of the language: it is no field of each error.
  Object.defineProperty(Class.prototype, "name", {
    value: name,
    configurable: true,
    writable: true,
  });
  Object.defineProperty(Class, "name", { value: name });
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

/** Whether something thrown is what the core reports, and not a failure of the core. */
export const isReport = (thrown) =>
  typeof thrown === "object" && thrown !== null && Object.hasOwn(thrown, "class");

/** Makes the error of what Rust reports; anything else is passed on as it is. */
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
