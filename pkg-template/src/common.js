/** What every entry point exports besides the class. */

export * as webhooks from "../webhooks/index.js";
export {
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
export { VERSION } from "./version.js";
