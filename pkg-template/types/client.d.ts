/** Options of a client. */
export interface ClientOptions {
  /**
   * The key: a string, a function that answers with one (it may be async, and is asked before each
   * attempt), or `null` where a proxy adds it. Default: `SYNTHFLOW_API_KEY` of the environment.
   */
  apiKey?: string | (() => string | Promise<string>) | null;
  /** Where the key belongs: it works in its own region only. Default: `SYNTHFLOW_REGION`, else `"global"`. */
  region?: "global" | "us" | "eu";
  /** Another base URL than the region's. Default: `SYNTHFLOW_BASE_URL`, else the region's. */
  baseURL?: string;
  /** Milliseconds an attempt may take, the answer's body included. Default 60 000. */
  timeout?: number;
  /** How often a request is retried at most, from 0 to 100. Default 2. */
  maxRetries?: number;
  /** Milliseconds that `Retry-After` may ask for; a longer wait ends the request. Default 60 000. */
  maxRetryAfter?: number;
  /** The `fetch` to use. Default: the global one, looked up at each call. */
  fetch?: (url: string, init: any) => Promise<any>;
  /** Headers sent with every request. */
  defaultHeaders?: HeadersGiven;
  /**
   * What is done about problems found in a request: `"strict"` (default) sends nothing, `"warn"` logs
   * them and sends, `"off"` does not look.
   */
  validation?: Validation;
  /** Where log lines go. Default: the console. */
  logger?: Logger;
  /** Which log lines are written. They hold no key, no id, no phone number, no body. Default `"warn"`. */
  logLevel?: "off" | "error" | "warn" | "info" | "debug";
  /** Is told every difference between an answer and its documented shape: see `synthflow-wasm/drift`. */
  onDrift?: DriftReporter;
  /** Allows a key in a page, where every visitor can read it. */
  dangerouslyAllowBrowser?: boolean;
}

/** What is done about problems found in a request. */
export type Validation = "strict" | "warn" | "off";

/** Where log lines go. */
export interface Logger {
  error(line: string): void;
  warn(line: string): void;
  info(line: string): void;
  debug(line: string): void;
}

/** A function made by `watchDrift` of `synthflow-wasm/drift`. */
export interface DriftReporter {
  (difference: Difference): void;
  /** The shapes of all responses, packed: one letter a byte. */
  readonly responses: string;
}

/** A difference between an answer and its documented shape. */
export interface Difference extends Issue {
  /** The operation that was answered, such as `"agents.get"`. */
  operation: string;
}

/** Options of one request; they go before the client's. */
export interface RequestOptions {
  /** Stops the request, at once, wherever it is. */
  signal?: AbortSignal | null;
  /** Milliseconds an attempt may take. */
  timeout?: number;
  /** How often the request is sent again at most. */
  maxRetries?: number;
  /** What is done about problems found in it. */
  validation?: Validation;
  /** Headers sent besides. */
  headers?: HeadersGiven;
  /** Fields added to the body, unchecked: for what this version does not know. */
  extraBody?: Record<string, unknown> | Iterable<readonly [string, unknown]>;
  /** Fields added to the query, unchecked. `URLSearchParams` is one of these forms. */
  extraQuery?: Record<string, unknown> | Iterable<readonly [string, unknown]>;
}

/** Headers: an object, or what iterates over pairs, such as `Headers`, a `Map` or an array. */
export type HeadersGiven = Record<string, string> | Iterable<readonly [string, string]>;

/** How a call is followed. */
export interface WaitOptions {
  /** Milliseconds from one request to the next. Default: 2000. */
  interval?: number;
  /** Milliseconds to wait in all, the request in flight included. Default: an hour. */
  timeout?: number;
  /** Called with the call each time its status changes, and awaited: if it throws or rejects, so does `wait`. */
  onChange?: (call: Call) => unknown;
  /** Stops waiting; the call itself goes on. */
  signal?: AbortSignal | null;
}

export interface Calls {
  /**
   * Gets a call repeatedly until it has ended, and resolves with it. Rejects with an `APITimeoutError` if it is still running after
   * `timeout`, which does not end the call.
   */
  wait(call_id: string, options?: WaitOptions): Promise<Call>;
}

/** The promise of an answer's data. */
export interface APIPromise<T> extends Promise<T> {
  /** The data and the response it came in; its body has been read. */
  withResponse(): Promise<{ data: T; response: Response }>;
  /** The response alone, its body unread. Call it right on the request. */
  asResponse(): Promise<Response>;
}

/** The promise of a page, which is itself an iterable of all items of all pages. */
export interface PagePromise<T> extends APIPromise<Page<T>>, AsyncIterable<T> {}

/**
 * The promise of an answer that comes line by line, which is itself an iterable of its items. It can be
 * iterated once. `timeout` is the longest silence; leaving the loop ends the request.
 */
export interface StreamPromise<T> extends APIPromise<AsyncIterable<T>>, AsyncIterable<T> {}

/** A page of a list; iterating goes on through all pages that follow. */
export interface Page<T> extends AsyncIterable<T> {
  /** The items of this page. */
  readonly data: T[];
  /** How many items there are in all, if the API says so. */
  readonly total?: number;
  /** The whole answer, without its envelope. */
  readonly body: unknown;
  /** Whether there is another page. */
  hasNextPage(): boolean;
  /** Loads the next page. */
  getNextPage(): Promise<Page<T>>;
}

/** One thing wrong with a value. */
export interface Issue {
  /** Where: `"agent.end_call_reasons_v2[0].reason"`. */
  path: string;
  /**
   * What is wrong: `"required"`, `"invalid_type"`, `"out_of_range"`, `"invalid_value"`, `"invalid_format"`,
   * `"unknown_field"` or `"unreadable"`.
   */
  code: string;
  /** What was expected there. */
  expected: string;
  /** What was found. */
  got: string;
  /** All of it in one line, with what to do. */
  message: string;
}

/** The API. */
export interface Synthflow extends Resources {}

/** The API. */
export declare class Synthflow {
  /** Checks the options; nothing is sent, nothing has to be awaited. */
  constructor(options?: ClientOptions);
  /**
   * The way out for a route that is not modelled yet. `params` is the query of a GET or DELETE, else
   * the body. GET, PUT and DELETE are sent again after a failure that passes, POST and PATCH are not.
   */
  request<T = unknown>(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    params?: Record<string, unknown> | undefined,
    options?: RequestOptions,
  ): APIPromise<T>;
}
export default Synthflow;

/** The problems of an operation's params, such as `"agents.create"`, without sending anything. */
export declare function check(operation: string, params: unknown): Issue[];

/** Webhooks: is it from Synthflow, and what does it say. Also alone, as `synthflow-wasm/webhooks`. */
export * as webhooks from "./webhooks.js";

/** The version of this package. */
export declare const VERSION: string;

/**
 * What became of a request, as far as can be known: `"not-sent"`: it never left. `"refused"`: the API
 * turned it down, it had no effect. `"unknown"`: it may have had its effect.
 */
export type Outcome = "not-sent" | "refused" | "unknown";

/** Every error of this package. */
export declare class SynthflowError extends Error {
  /** What became of the request: the worst over its attempts. */
  readonly outcome: Outcome;
  /** How often it was sent, or tried to. */
  readonly attempts: number;
}

/** Problems found before sending: nothing was sent. */
export declare class ValidationError extends SynthflowError {
  /** All of them. */
  readonly issues: Issue[];
}

/** The API answered with an error status. */
export declare class APIError extends SynthflowError {
  /** The HTTP status. */
  readonly status: number;
  /** The API's own word for the error. */
  readonly code?: string;
  /** The answer's headers. */
  readonly headers: Headers;
  /** The answer's body: parsed where it is JSON, else text. */
  readonly body: unknown;
  /** How long the API asks to wait, in milliseconds. */
  readonly retryAfter?: number;
}

/** 400: the API refused the params. */
export declare class BadRequestError extends APIError {}
/** 401: the key is wrong, or of another region. */
export declare class AuthenticationError extends APIError {}
/** 403: the key may not do that. */
export declare class PermissionDeniedError extends APIError {}
/** 404: no resource with this id in the API key's workspace and region. */
export declare class NotFoundError extends APIError {}
/** 422: the API refused the params. */
export declare class UnprocessableEntityError extends APIError {}
/** 429: rate limit exceeded. */
export declare class RateLimitError extends APIError {}
/** 5xx: the API failed. */
export declare class InternalServerError extends APIError {}

/** No answer came. */
export declare class APIConnectionError extends SynthflowError {}
/** No answer came in time. */
export declare class APITimeoutError extends APIConnectionError {}
/** The caller's signal fired. */
export declare class APIAbortError extends SynthflowError {}

/** The answer is not what it claims to be: a page of HTML, cut JSON, no response at all. */
export declare class APIResponseError extends SynthflowError {
  /** The HTTP status, where there is one. */
  readonly status?: number;
  /** The answer's headers. */
  readonly headers?: Headers;
  /** The answer's text. */
  readonly body?: unknown;
}
