import type { HostRequest, HostResponse, OperationName, Region } from "./index.js";

type PatternOf<Name extends string> = Name extends `${infer Head}.${infer Rest}`
  ? `${Head}.*` | (Rest extends `${string}.${string}` ? `${Head}.${PatternOf<Rest>}` : never)
  : never;

/**
 * Several operations: `"agents.*"`, or `"*"` for all. A pattern covers no operation that rings, sends, runs something or
 * costs, such as `calls.create`: those are allowed only by their own names.
 */
export type OperationPattern = "*" | PatternOf<OperationName>;

/** What `authorize` is called with besides the request. */
export interface ProxyRequestInfo {
  /** Operation, such as `"agents.update"`. */
  operation: OperationName;
  /** Ids in the path, in order. */
  ids: string[];
  /** Reads and validates the params, such as the number to dial, within the limits of the proxy. Returns a copy. */
  params(): Promise<Record<string, any>>;
  /** Second argument of the proxy. In a handler of `createNodeHandler`, its `incoming` is the request of Node. */
  context: ProxyContext;
}

/**
 * Who sends a request: an id, or an object with an `id`, such as a user. It must be the same for the copies
 * that a browser sends of one request, so no session that the first of them begins. `true` does not distinguish people.
 * `false`, `null`, `undefined`, `""` and 0 refuse the request with 401, a `ProxyRefusal` with a status of its own.
 */
export type ProxyIdentity =
  | string
  | number
  | bigint
  | boolean
  | { id: string | number | bigint; refused?: undefined }
  | ProxyRefusal
  | null
  | undefined;

/** A result of `authorize` that refuses a request and says why. It takes precedence over an `id`. */
export interface ProxyRefusal {
  /**
   * Status of the response: 401, not signed in; 403, not allowed; 429, too many. In a page, a 429 to a call has the outcome
   * `"unknown"`, since it may be the response to a copy of a call that was placed.
   */
  refused: 401 | 403 | 429;
  /** Text for the person at the page, who gets it as `error.body.detail`. */
  detail?: string | undefined;
}

/** What a host knows about a request besides the request itself. */
export interface ProxyContext {
  /** Keeps the host running until a promise settles, as in Workers: the response is kept for copies of the request. */
  waitUntil?(promise: Promise<unknown>): void;
  /** IP address of the client. Required by `localOnly`. */
  remoteAddress?: string | undefined;
  /** Request of Node, in a handler of `createNodeHandler`. */
  incoming?: any | undefined;
}

/** Keeps the responses to non-idempotent requests for copies of them. Shared by all processes that serve the proxy. */
export interface ProxyStore {
  /**
   * In one atomic step: stores the value and returns `null` if there is none under the key; else returns the stored
   * value, and changes nothing. Two processes must not both get `null`. In Redis: `SET key value NX GET PX duration`.
   */
  claim(key: string, value: string, duration: number): Promise<string | null>;
  /** Returns the value under the key, or `null`. In Redis: `GET key`. */
  get(key: string): Promise<string | null | undefined>;
  /** Replaces the value under the key for a duration in milliseconds. In Redis: `SET key value PX duration`. */
  set(key: string, value: string, duration: number): Promise<unknown>;
}

/** Options of a proxy. */
export interface ProxyOptions {
  /** API key: a string, or a function that returns one. Default: the environment variable `SYNTHFLOW_API_KEY`. */
  apiKey?: (string | (() => string | Promise<string>)) | undefined;
  /** Region of the API key's workspace. Default: `SYNTHFLOW_REGION`, else `"global"`. */
  region?: Region | undefined;
  /** Base URL of the API. Default: `SYNTHFLOW_BASE_URL` unless `region` is given, else that of the region. */
  baseURL?: string | undefined;
  /**
   * Checks who sends a request; may be async. A result that refuses is status 401, or that of a `ProxyRefusal`, an exception status
   * 503. It must not read the body: see `params`. Required, except with `localOnly`.
   */
  authorize?:
    | ((request: HostRequest, info: ProxyRequestInfo) => ProxyIdentity | Promise<ProxyIdentity>)
    | undefined;
  /**
   * Instead of `authorize`: serves requests of this machine only, for development. Needs the address of the client, as from
   * `createNodeHandler`, and throws if `NODE_ENV` is `production`.
   */
  localOnly?: boolean | undefined;
  /**
   * Allowed operations: names, and patterns such as `"agents.*"`, which include updates and deletions. Default: all that only
   * read, `agents.create` and `agents.update`.
   */
  allow?: ReadonlyArray<OperationName | OperationPattern> | undefined;
  /**
   * Allowed fields of the params, by operation: names, or `"*"` for all; others are refused with 422. Default: `model_id`, `name` and
   * `phone` of `calls.create`, and all fields of other operations.
   */
  fields?: { readonly [Name in OperationName]?: readonly string[] | "*" | undefined } | undefined;
  /** Origins of the pages that may use the proxy. Default: that of the request itself, by its `Host`. */
  origins?: readonly string[] | undefined;
  /** Path that the proxy is served at. Default `"/synthflow"`. */
  basePath?: string | undefined;
  /** Maximum size of a request body, in bytes. Default 1,048,576. */
  maxBodySize?: number | undefined;
  /** Maximum time until a request body has arrived, in milliseconds. Default 10,000. */
  bodyTimeout?: number | undefined;
  /**
   * Where responses are kept for copies of a request, for ten minutes. Default: the memory of this proxy. Create it once, not for
   * each request: another one does not know what this one has forwarded.
   */
  store?: ProxyStore | undefined;
  /**
   * Timeout of one attempt, in milliseconds, up to 120,000, and of reading its response; of a stream, the time without data.
   * Default 60,000.
   */
  timeout?: number | undefined;
  /**
   * Maximum number of retries of a non-idempotent request, which is retried only if it definitely had no effect; 0 to 2,
   * default 2. The page's client retries all others.
   */
  maxRetries?: number | undefined;
  /** Maximum `Retry-After` to wait for, in milliseconds, up to 60,000. Default 10,000. */
  maxRetryAfter?: number | undefined;
  /** `"off"` forwards params that this version does not know. Default `"strict"`. */
  validation?: "strict" | "off" | undefined;
  /** `fetch` implementation. Default: the global `fetch`. */
  fetch?: ((url: string, init: any) => Promise<any>) | undefined;
  /** Fields added to the second argument of `fetch`, as in `ClientOptions`. */
  fetchOptions?: object | undefined;
  /** Allows a `baseURL` of plain http to another machine, as in `ClientOptions`. Default `false`. */
  dangerouslyAllowHttp?: boolean | undefined;
  /**
   * Called with errors of `authorize`, of the store, and of requests to the API, except for those by which the API refuses
   * the params; also with why the body of a response broke off. Default: logs a line, which has no text of the API.
   */
  onError?: ((error: unknown, info: { operation: string }) => unknown) | undefined;
}

/** A proxy. Never rejects. */
export type SynthflowProxy = (
  request: HostRequest,
  context?: ProxyContext | undefined,
) => Promise<HostResponse>;

/**
 * Creates a proxy for pages: it adds the API key, and forwards only what it allows.
 * @throws {TypeError} if an option is invalid, or neither `authorize` nor `localOnly` is given.
 * @example
 * ```ts
 * import { createProxy } from "synthflow-wasm/proxy";
 *
 * declare function userOf(request: Request): Promise<{ id: string } | undefined>;
 * const allow = ["agents.list", "calls.create", "calls.get", "calls.list"] as const;
 * const proxy = createProxy({ region: "us", authorize: userOf, allow });
 * ```
 */
export declare function createProxy(options: ProxyOptions): SynthflowProxy;

/**
 * Creates a handler for Node's `http` and `https`, Express and Fastify.
 * @example
 * ```ts
 * import { createNodeHandler, createProxy } from "synthflow-wasm/proxy";
 *
 * const handler = createNodeHandler(createProxy({ localOnly: true })); // createServer(handler).listen(8080, "127.0.0.1")
 * ```
 */
export declare function createNodeHandler(
  handle: (request: HostRequest, context: ProxyContext) => HostResponse | Promise<HostResponse>,
): (incoming: any, outgoing: any) => Promise<void>;
