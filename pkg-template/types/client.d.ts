// Length: all types of the client that are not generated.

/** `Response` of the host, if the program has its types; else what is used of it. */
export type HostResponse = typeof globalThis extends { Response: { prototype: infer T } }
  ? T
  : {
      readonly status: number;
      readonly ok: boolean;
      readonly url: string;
      readonly headers: HostHeaders;
      readonly body: any;
      text(): Promise<string>;
      json(): Promise<any>;
      arrayBuffer(): Promise<ArrayBuffer>;
    };

/** `Request` of the host, if the program has its types; else what is used of it. */
export type HostRequest = typeof globalThis extends { Request: { prototype: infer T } }
  ? T
  : {
      readonly method: string;
      readonly url: string;
      readonly headers: HostHeaders;
      text(): Promise<string>;
      json(): Promise<any>;
    };

/** `Headers` of the host, if the program has its types; else what is used of it. */
export type HostHeaders = typeof globalThis extends { Headers: { prototype: infer T } } ? T : HeadersLike;

/** What is used of `Headers`; also where the types of the DOM are without `dom.iterable`. */
export interface HeadersLike {
  get(name: string): string | null;
  has(name: string): boolean;
  forEach(callback: (value: string, name: string, headers: any) => void): void;
}

/** What is used of an `AbortSignal`. */
export interface SignalLike {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: (event: any) => void): void;
  removeEventListener(type: "abort", listener: (event: any) => void): void;
}

/** Options of a client. */
export interface ClientOptions {
  /**
   * API key: a string, a function that returns one (it may be async and is called before each attempt), or
   * `null` if a proxy adds the key. Default: the environment variable `SYNTHFLOW_API_KEY`.
   */
  apiKey?: (string | (() => string | Promise<string>) | null) | undefined;
  /**
   * Region of the API key's workspace: a key works in its own region only. Default: `SYNTHFLOW_REGION`, else
   * `"global"`, which Synthflow retires at the end of 2026.
   */
  region?: "global" | "us" | "eu" | undefined;
  /**
   * Base URL of the API: https, http to this machine, or a path of the page's own origin. Default: `SYNTHFLOW_BASE_URL`
   * unless `region` is given, else that of the region.
   */
  baseURL?: string | undefined;
  /** Timeout of one attempt, response body included, in milliseconds. Default 60,000. */
  timeout?: number | undefined;
  /** Maximum number of retries, from 0 to 100. Default 2. */
  maxRetries?: number | undefined;
  /** Maximum `Retry-After` to wait for, in milliseconds; a longer one ends the request. Default 60,000. */
  maxRetryAfter?: number | undefined;
  /** `fetch` implementation. Default: the global `fetch`, looked up at each request. */
  fetch?: ((url: string, init: any) => Promise<any>) | undefined;
  /**
   * Fields added to the second argument of `fetch`, such as `dispatcher` of undici, `client` of Deno, or `credentials`. Refused
   * are those that the client decides on, so that a request is sent once, and its key to the API only: `method`, `body`,
   * `headers`, `redirect`, `cache`, `signal`, `keepalive`, `mode`, `next` and `cf`.
   */
  fetchOptions?: object | undefined;
  /** Headers sent with every request. */
  defaultHeaders?: HeadersGiven | undefined;
  /**
   * What to do about issues found in a request: `"strict"` throws a `ValidationError` and sends nothing,
   * `"warn"` logs them and sends the request, `"off"` does not validate. Default `"strict"`.
   */
  validation?: Validation | undefined;
  /** Receives the log lines. Default: the console. */
  logger?: Logger | undefined;
  /** Log level. Log lines contain no API key, id, phone number or body. Default: `SYNTHFLOW_LOG`, else `"warn"`. */
  logLevel?: "off" | "error" | "warn" | "info" | "debug" | undefined;
  /** Called with every difference between a response and its documented shape: see `synthflow-wasm/drift`. */
  onDrift?: DriftReporter | undefined;
  /**
   * Called when an attempt to send a request begins, as for metrics. Neither awaited nor able to change the request; what it
   * throws is logged as an error.
   * @example
   * ```ts
   * import { Synthflow } from "synthflow-wasm";
   *
   * const client = new Synthflow({
   *   apiKey: "YOUR_API_KEY",
   *   onRequest: ({ operation, attempt }) => console.log(operation, attempt),
   *   onResponse: ({ operation, status, error, durationMs }) => console.log(operation, status ?? error, durationMs),
   * });
   * ```
   */
  onRequest?: ((info: AttemptInfo) => unknown) | undefined;
  /** Called when an attempt has ended: once for each `onRequest`. The same applies to it. */
  onResponse?: ((info: AttemptResult) => unknown) | undefined;
  /**
   * Pace of what rings a phone: `calls.create` and `calls.startWebSocketMedia`. The calls wait in order; a signal ends
   * that, and the timeout begins afterwards. A 429 holds all of them for as long as it says, and counts as a retry of the
   * call that met it. Clients with the same object share the pace. Default: no limit.
   */
  pace?: Pace | undefined;
  /** Allows an API key in a web page, where every visitor can read it. Default `false`. */
  dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * Allows a `baseURL` of plain http to another machine, as in a private network: whoever is in between can read the key and
   * what is sent. Never to Synthflow itself. Default `false`.
   */
  dangerouslyAllowHttp?: boolean | undefined;
}

/** An attempt to send a request, as `onRequest` gets it. It has no API key, id, phone number or body, and is frozen. */
export interface AttemptInfo {
  /** Operation, such as `"agents.get"`; `"client.request"` of an undeclared route. */
  readonly operation: string;
  /** HTTP method. */
  readonly method: string;
  /** Path, with the `{names}` of its ids: `"/assistants/{model_id}"`; `"…"` of an undeclared route. */
  readonly path: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
}

/** The end of an attempt, as `onResponse` gets it. */
export interface AttemptResult extends AttemptInfo {
  /** HTTP status, if there was a response. */
  readonly status?: number | undefined;
  /** Otherwise the name of the error class, such as `"APITimeoutError"`, or `"redirected"`. */
  readonly error?: string | undefined;
  /** What happened to this attempt, if it failed. */
  readonly outcome?: Outcome | undefined;
  /** Header `x-request-id` of the response. */
  readonly requestId?: string | undefined;
  /** Duration, in milliseconds, until the response was read; of a stream or `asResponse`, until its headers arrived. */
  readonly durationMs: number;
}

/** Limits of an account: CAPS, the call attempts per second, is in its plan. */
export interface Pace {
  /** Calls that are sent per second, at equal intervals. Default: no limit. */
  callsPerSecond?: number | undefined;
  /** Requests for calls in flight at once. They end when the call is queued, not when it ends. Default: no limit. */
  maxInFlight?: number | undefined;
}

/** Params of a call, of which each may be undefined or missing. */
export type PartialCall = { [Name in keyof CreateCall]?: CreateCall[Name] | undefined };

/** What `calls.findPlaced` looks for. Other params of the call are accepted, and do not matter; other names are refused. */
export interface FindPlaced extends PartialCall {
  /** Agent id. */
  model_id: string;
  /** Number that was called, in E.164 format. */
  phone: string;
  /** When the request was sent: `startedAt` of its error. A number is in milliseconds. */
  since: Date | number | string;
  /** When its outcome became known, if that was some time ago. Default: no end. */
  until?: Date | number | string | undefined;
  /** Ids of other calls to this number, which are not it. */
  except?: string[] | undefined;
  /** Milliseconds between two lists. Default 5,000. */
  interval?: number | undefined;
  /**
   * How long to look for a call that is not in the list yet, in milliseconds. The list is read once more then; each request
   * ends by the timeout of the client. Not finding the call does not prove that it was not placed. Default 60,000.
   */
  timeout?: number | undefined;
  /** Ends the search. */
  signal?: SignalLike | null | undefined;
}

/** What happened to a call whose response was lost. */
export type PlacedCall =
  /** It was placed. */
  | { outcome: "placed"; call: Call; calls: Call[] }
  /**
   * Several were placed, and any may be it; or one that may not be it: it names another agent, or the number in another form,
   * such as +52 1 for +52; it has no id; or its list has fewer calls than it says there are.
   */
  | { outcome: "ambiguous"; call?: undefined; calls: Call[] }
  /** None is in the list, though it was read until the `timeout`. */
  | { outcome: "not-found"; call?: undefined; calls: Call[] };

export interface Calls {
  /**
   * Finds out whether a call was placed, if its response was lost (`outcome: "unknown"`). Lists the calls of the agent to
   * this number, from a minute before `since`, since clocks differ, to ten minutes after `until`, since a call may wait in the
   * queue, until one is found or the `timeout` has passed: a call may be listed late. Only reads: sends `calls.list` with `model_id`, `lead_phone_number`,
   * `from_date`, `limit`, with `until` `to_date`, and `offset` for further pages; a proxy must allow it. `"not-found"` does not prove that it was not placed: Synthflow does not say how late a call
   * may be listed.
   * @throws {SynthflowError} if the list cannot be read, or has fewer calls than it says there are and none that it may be. Its outcome is `"unknown"`: that of the call, not of the list.
   * @example
   * ```ts
   * import { SynthflowError } from "synthflow-wasm";
   *
   * const params = { model_id: "your-agent-id", phone: "+14155550123", name: "Sam" };
   * try {
   *   await client.calls.create(params);
   * } catch (error) {
   *   if (!(error instanceof SynthflowError) || error.outcome !== "unknown") throw error;
   *   const found = await client.calls.findPlaced({ ...params, since: error.startedAt });
   *   console.log(found.outcome, found.calls.map(({ call_id }) => call_id));
   * }
   * ```
   */
  findPlaced(params: FindPlaced): Promise<PlacedCall>;
}

/** Region of a workspace. */
export type Region = "global" | "us" | "eu";

/** Result of `client.check`. */
export interface KeyCheck {
  /** Whether the API accepted the key. */
  ok: boolean;
  /** Region that accepted it; undefined if none did, or if the client has no region. */
  region?: Region | undefined;
  /** Why the other regions did not, by region. */
  errors: Partial<Record<string, SynthflowError>>;
}

/** What to do about issues found in a request. */
export type Validation = "strict" | "warn" | "off";

/** Receives log lines, by level. */
export interface Logger {
  /** Errors of callbacks. */
  error(line: string): void;
  /** Requests that are sent despite issues, and a client without a region. */
  warn(line: string): void;
  /** Retries. */
  info(line: string): void;
  /** Every attempt. */
  debug(line: string): void;
}

/** A function returned by `watchDrift` of `synthflow-wasm/drift`. */
export interface DriftReporter {
  (difference: Difference): void;
  /** The documented shapes of all responses, encoded. */
  readonly responses: string;
}

/** A difference between a response and its documented shape. */
export interface Difference extends Issue {
  /** Operation, such as `"agents.get"`. */
  operation: string;
}

/** Options of one request. They take precedence over the client's. */
export interface RequestOptions {
  /** Aborts the request, also while it waits for a retry. */
  signal?: SignalLike | null | undefined;
  /** Timeout of one attempt, response body included, in milliseconds. */
  timeout?: number | undefined;
  /** Maximum number of retries, from 0 to 100. */
  maxRetries?: number | undefined;
  /** What to do about issues found in the request. */
  validation?: Validation | undefined;
  /** Additional headers. */
  headers?: HeadersGiven | undefined;
  /**
   * Fields added to the body without validation, such as those that this version does not know: an object, a `Map` or pairs. One
   * that is in the params, too, is refused.
   */
  extraBody?: object | undefined;
  /**
   * Fields added to the query without validation: an object, `URLSearchParams`, a `Map` or pairs; dates as in JSON. One that is in
   * the params, too, is refused, and so is the position of a list.
   */
  extraQuery?: object | undefined;
}

/** Headers: an object, `Headers`, a `Map`, or an array of pairs. */
export type HeadersGiven =
  | Record<string, string>
  | readonly (readonly [string, string])[]
  | ReadonlyMap<string, string>
  | HeadersLike;

/** Options of a wait, such as `calls.wait`. */
export interface WaitOptions<T = Call> {
  /** Pause between two requests, in milliseconds; after one that failed it may be shorter. Default 2,000. */
  interval?: number | undefined;
  /** Maximum time to wait, the request in flight included, in milliseconds. Default 3,600,000 (one hour). */
  timeout?: number | undefined;
  /** Called with the item when its status changes, and awaited. If it throws or rejects, so does `wait`. */
  onChange?: ((item: T) => unknown) | undefined;
  /** Stops waiting. What is waited for itself continues. */
  signal?: SignalLike | null | undefined;
}

/** Options of `toArray` of a list. */
export interface ToArrayOptions {
  /** Maximum number of items, an integer above 0. No further page is requested once they are there. Default: all. */
  limit?: number | undefined;
}

/** Promise of the data of a response. */
export interface APIPromise<T> extends Promise<T> {
  /**
   * Resolves to the data and the response, whose body has been read.
   * @example
   * ```ts
   * const { data, response } = await client.calls.get("00000000-0000-4000-8000-000000000008").withResponse();
   * console.log(data.status, response.headers.get("content-type"));
   * ```
   */
  withResponse(): Promise<{ data: T; response: HostResponse }>;
  /** Resolves to the response with its body unread. Call it immediately, before awaiting anything. */
  asResponse(): Promise<HostResponse>;
}

/**
 * Promise of a page, and async iterable of the items of this page and all following ones.
 *
 * The param `limit` or `page_size` of a list is the page size, not the number of items. Deleting items while iterating
 * moves the following ones to earlier pages, so some are skipped: collect them with `toArray()` first.
 * @example
 * ```ts
 * const agents = await client.agents.list().toArray();
 * for (const { model_id } of agents) if (model_id) await client.agents.delete(model_id);
 * ```
 */
export interface PagePromise<T> extends APIPromise<Page<T>>, AsyncIterable<T> {
  /**
   * Resolves to the items of this page and all following ones, up to `limit`.
   * @example
   * ```ts
   * const latest = await client.calls.list({ model_id: "your-agent-id" }).toArray({ limit: 5 });
   * console.log(latest.length);
   * ```
   */
  toArray(options?: ToArrayOptions | undefined): Promise<T[]>;
}

/**
 * Promise of a response streamed as NDJSON, and async iterable of its items, which can be iterated once.
 * `timeout` limits the time without data; leaving the loop aborts the request.
 */
export interface StreamPromise<T> extends APIPromise<AsyncIterable<T>>, AsyncIterable<T> {}

/** A page of a list, and async iterable of the items of this page and all following ones. */
export interface Page<T> extends AsyncIterable<T> {
  /** Items of this page. */
  readonly data: T[];
  /** Total number of items, if the API returns it. */
  readonly total?: number | undefined;
  /** Response without its envelope. */
  readonly body: unknown;
  /** Whether there is a next page. */
  hasNextPage(): boolean;
  /** Gets the next page. Rejects if there is none. */
  getNextPage(): Promise<Page<T>>;
  /** Resolves to the items of this page and all following ones, up to `limit`. */
  toArray(options?: ToArrayOptions | undefined): Promise<T[]>;
}

/** What is wrong with a value. */
export type IssueCode =
  | "required"
  | "invalid_type"
  | "out_of_range"
  | "invalid_value"
  | "invalid_format"
  | "unknown_field"
  | "unreadable";

/** An issue of a value. */
export interface Issue {
  /** Path of the value, such as `"agent.end_call_reasons_v2[0].reason"`. */
  path: string;
  /** Code. */
  code: IssueCode;
  /** What was expected. */
  expected: string;
  /** What was found. */
  got: string;
  /**
   * Message for a developer, without the path and the hint: `"expected a number from 0.7 to 1.2, got 3"`. For the person at a form,
   * `describeIssues` of `synthflow-wasm/schema` makes a `label`.
   */
  message: string;
  /** How to fix it, for a developer; empty if that is not known. */
  hint: string;
  /** Minimum of a number with limits. */
  minimum?: number | undefined;
  /** Maximum of a number with limits. */
  maximum?: number | undefined;
}

/** Client of the Synthflow API. */
export interface Synthflow extends Resources {}

/** Client of the Synthflow API. */
export declare class Synthflow {
  /**
   * Creates a client. Sends nothing, and nothing has to be awaited.
   * @throws {SynthflowError} if an option is invalid, or no API key is given.
   * @example
   * ```ts
   * import { Synthflow } from "synthflow-wasm";
   *
   * const client = new Synthflow({ apiKey: "YOUR_API_KEY", region: "us" });
   * ```
   */
  constructor(options?: ClientOptions | undefined);
  /**
   * Checks whether the API accepts the key, by listing one agent: in the client's own region, or in each of `regions` until
   * one accepts it. A key of another region is refused with status 401. Sends the key to these regions of Synthflow only.
   * @throws {SynthflowError} if `regions` is given and the client has a `baseURL`, from the options or the environment: its key
   * and headers may be those of a gateway, and are not sent to Synthflow.
   * @example
   * ```ts
   * const { ok, region, errors } = await client.check({ regions: ["us", "eu", "global"] });
   * console.log(ok ? `The key is of region ${region}.` : errors);
   * ```
   */
  check(options?: { regions?: Region[] | undefined } | undefined): Promise<KeyCheck>;
  /**
   * Creates a client with other options; those that are not given are this client's. Another region or base URL needs its own
   * `apiKey` and `defaultHeaders`, if this client has them: they are never sent elsewhere.
   * @throws {SynthflowError} if an option is invalid, or if it is an `apiKey` and the `defaultHeaders` of this client have an
   * `authorization`, which would be sent instead.
   * @example
   * ```ts
   * const patient = client.withOptions({ timeout: 120_000, maxRetries: 5 });
   * const other = client.withOptions({ apiKey: "OTHER_API_KEY" });
   * console.log((await patient.agents.list()).total, (await other.agents.list()).total);
   * ```
   */
  withOptions(options: ClientOptions): this;
  /**
   * Sends a request to a route that this version does not declare. `params` is the query of a GET or DELETE,
   * else the body; it is not validated. GET, PUT and DELETE are retried after transient failures, POST and
   * PATCH only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const voices = await client.request("GET", "/voices", { workspace: "1700000000000x000000000000000000" });
   * ```
   */
  request<T = unknown>(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    params?: object | undefined,
    options?: RequestOptions | undefined,
  ): APIPromise<T>;
}
/**
 * Validates the params of an operation without sending a request. Returns the issues; none if they are valid.
 * @throws {SynthflowError} if there is no such operation.
 * @example
 * ```ts
 * import { check } from "synthflow-wasm";
 *
 * for (const { path, message } of check("calls.create", { phone: "4155550123" })) console.log(path, message);
 * ```
 */
export declare function check(operation: OperationName, params: unknown): Issue[];

/** Verifies and reads webhooks. Also available without the client, as `synthflow-wasm/webhooks`. */
export * as webhooks from "./webhooks.js";

/** Version of this package. */
export declare const VERSION: string;

/**
 * What happened to a request: `"not-sent"`: it was not sent. `"refused"`: the API refused it, and it had no
 * effect. `"unknown"`: it may have had its effect.
 */
export type Outcome = "not-sent" | "refused" | "unknown";

/**
 * Base class of all errors of this package. `instanceof` is true for errors of any copy of the package, imported or required.
 * `structuredClone` and `postMessage` keep the message, the stack and the cause, but not the fields and the class: pass
 * `error.toJSON()`, too.
 */
export declare class SynthflowError extends Error {
  /** What happened to the request: the worst outcome of its attempts. */
  readonly outcome: Outcome;
  /** Number of attempts to send the request. */
  readonly attempts: number;
  /** When the request was started, before its first attempt; of an error without a request, when it occurred. */
  readonly startedAt: Date;
  /** Request id, if the response has one: Synthflow's support asks for it. */
  readonly requestId?: string | undefined;
  /** What is logged of the error, as by `JSON.stringify`: no headers and no body, which may be large or personal. */
  toJSON(): ErrorJSON;
}

/** What is logged of an error. */
export interface ErrorJSON {
  /** Name of the class. */
  name: string;
  /**
   * Message. With a `status` it can quote the response, such as a phone number or an id; without one, an invalid value of a param
   * and the text of the host's `fetch`. Do not write it to logs that others read.
   */
  message: string;
  /** What happened to the request. */
  outcome: Outcome;
  /** Number of attempts. */
  attempts: number;
  /** When the request was started. */
  startedAt: Date;
  /** HTTP status. */
  status?: number | undefined;
  /** Error code of the API. */
  code?: string | undefined;
  /** Time after which the API accepts a retry, in milliseconds. */
  retryAfter?: number | undefined;
  /** Request id. */
  requestId?: string | undefined;
  /** All issues. */
  issues?: Issue[] | undefined;
}

/** The params are invalid. Nothing was sent. Invalid options throw a `SynthflowError`. */
export declare class ValidationError extends SynthflowError {
  /** All issues. */
  readonly issues: Issue[];
}

/** The API responded with an error status. */
export declare class APIError extends SynthflowError {
  /** HTTP status. */
  readonly status: number;
  /** Error code of the API. */
  readonly code?: string | undefined;
  /** Response headers. */
  readonly headers: HostHeaders;
  /** Response body: parsed if it is JSON, else text. */
  readonly body: unknown;
  /** Time after which the API accepts a retry, in milliseconds. */
  readonly retryAfter?: number | undefined;
}

/** 400: the API refused the params. */
export declare class BadRequestError extends APIError {}
/** 401: the API key is invalid or belongs to another region: see `client.check`. */
export declare class AuthenticationError extends APIError {}
/** 403: the API key lacks permission. */
export declare class PermissionDeniedError extends APIError {}
/** 404: no resource with this id in the API key's workspace and region. */
export declare class NotFoundError extends APIError {}
/** 422: the API refused the params. */
export declare class UnprocessableEntityError extends APIError {}
/** 429: rate limit exceeded. `retryAfter` is the delay that the API asks for. */
export declare class RateLimitError extends APIError {}
/** 5xx: the API failed. A call may have been placed: its `outcome` is `"unknown"`. */
export declare class InternalServerError extends APIError {}

/** The connection failed before a complete response arrived. */
export declare class APIConnectionError extends SynthflowError {}
/** No complete response arrived within the timeout. */
export declare class APITimeoutError extends APIConnectionError {}
/**
 * The request was aborted by the caller's signal, whose reason is the `cause`: its `name` is `"AbortError"`, or `"TimeoutError"`
 * of `AbortSignal.timeout`.
 */
export declare class APIAbortError extends SynthflowError {}

/** The response could not be understood, such as an HTML page, truncated JSON, or JSON without the id of what was created. */
export declare class APIResponseError extends SynthflowError {
  /** HTTP status, if there was a response. */
  readonly status?: number | undefined;
  /** Response headers. */
  readonly headers?: HostHeaders | undefined;
  /** Response body: parsed if it is JSON, as in a response without the id of what was created, else text. */
  readonly body?: unknown | undefined;
}
