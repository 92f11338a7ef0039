/** Options of a sandbox. */
export interface SandboxOptions {
  /** The only API key to accept. Default: any key. */
  apiKey?: string;
  /** Number of agents at the start: outbound, inbound, widget, and so on. Default 3. */
  agents?: number;
  /** Duration of a call, in milliseconds; 0: each time the call is read, it advances. Default 3,000. */
  callDuration?: number;
  /** Workspace id of the voices. Default `"sandbox"`. */
  workspace?: string;
  /**
   * Which operations to serve where the current and the legacy API have the same route: `POST` and `GET /simulations`,
   * `GET /simulations/{id}`. Default `"current"`: `simulationRuns`; `"legacy"`: `simulations`.
   */
  generation?: "current" | "legacy";
  /** Seed of the generated ids: the same seed generates the same ids. Default 1. */
  seed?: number;
  /** Returns the current time, in milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

/** A failure to simulate. */
export interface FailureRule {
  /** Operation that fails, such as `"calls.create"`. Default: any. */
  operation?: string;
  /** Number of requests that fail. Default 1. */
  times?: number;
  /** HTTP status of the response. */
  status?: number;
  /** Body of the response with `status`. */
  body?: unknown;
  /** Headers of the response with `status`, such as `{ "retry-after": "1" }`. */
  headers?: Record<string, string>;
  /** Delay before the failure, in milliseconds. */
  delay?: number;
  /** Whether to break the connection. Default `false`. */
  reset?: boolean;
  /** Whether the request takes effect before the connection breaks. Default `false`. */
  afterDelivery?: boolean;
  /** Respond with an HTML page, or with JSON cut in half. */
  garbage?: "html" | "cut";
}

/** A request that arrived at the sandbox. */
export interface DeliveredRequest {
  /** Operation, such as `"calls.create"`. */
  operation: string;
  method: string;
  path: string;
  query: Record<string, unknown>;
  /**
   * Parsed body; `{}` if there is none. If the request was refused and its body has more than 16,384 characters, the
   * first 1,000 of them as a string.
   */
  body: unknown;
  /** Time of arrival, in milliseconds since the epoch. */
  time: number;
}

/** A stateful Synthflow API in memory. */
export interface Sandbox {
  /**
   * `fetch` implementation for the client option `fetch`. A body that is not an object where one is required, or is
   * nested more than 100 levels deep, gets status 400; a body over 2 MiB gets 413. A failure of the sandbox itself is a
   * response with status 500 and a line on stderr (in a page: in the console). It rejects only for
   * `fail({ reset: true })` and if the request is aborted.
   */
  fetch(input: any, init?: any): Promise<Response>;
  /**
   * Requests that arrived with a valid API key and a readable body, in order. The newest 10,000 are kept, up to a
   * total of 4 Mi characters of URLs and JSON bodies. Simulated failures without an effect are not included.
   */
  readonly requests: DeliveredRequest[];
  /** Makes the next requests fail. */
  fail(rule: FailureRule): void;
  /** Removes all pending failures. */
  clearFailures(): void;
  /** Restores the initial state, without requests and failures. */
  reset(): void;
}

/**
 * Creates a sandbox.
 * @example
 * ```ts
 * import { Synthflow } from "synthflow-wasm";
 * import { createSandbox } from "synthflow-wasm/sandbox";
 *
 * const sandbox = createSandbox();
 * const client = new Synthflow({ apiKey: "test", fetch: sandbox.fetch });
 * sandbox.fail({ operation: "agents.list", status: 503 });
 * // The first attempt gets the 503 and is retried.
 * const { data } = await client.agents.list();
 * console.log(data.length, sandbox.requests.at(-1)?.operation);
 * ```
 */
export declare function createSandbox(options?: SandboxOptions): Sandbox;
