/** How a sandbox is made. */
export interface SandboxOptions {
  /** The one key it accepts. Default: any. */
  apiKey?: string;
  /** Agents it starts with: outbound, inbound, widget, and so on. Default 3. */
  agents?: number;
  /** Milliseconds a call takes from its placing to its end; 0: each look moves it on. Default 3000. */
  callDuration?: number;
  /** Workspace of its voices. Default `"sandbox"`. */
  workspace?: string;
  /**
   * Which operations are served where the current and the legacy API have the same route: `POST` and `GET /simulations`,
   * `GET /simulations/{id}`. Default `"current"`: `simulationRuns`; `"legacy"`: `simulations`.
   */
  generation?: "current" | "legacy";
  /** Where its ids start from: the same seed makes the same ids. Default 1. */
  seed?: number;
  /** The clock, in milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}

/** A failure on demand. */
export interface FailureRule {
  /** The operation that fails, such as `"calls.create"`. Default: any. */
  operation?: string;
  /** How often. Default 1. */
  times?: number;
  /** Answer with this status. */
  status?: number;
  /** Body of that answer. */
  body?: unknown;
  /** Headers of that answer, such as `{ "retry-after": "1" }`. */
  headers?: Record<string, string>;
  /** Milliseconds to wait first. */
  delay?: number;
  /** Break the connection. */
  reset?: boolean;
  /** Whether the request takes its effect before the connection breaks. Default `false`. */
  afterDelivery?: boolean;
  /** Answer with a page of HTML, or with half of the JSON. */
  garbage?: "html" | "cut";
}

/** A request that arrived. */
export interface DeliveredRequest {
  /** Such as `"calls.create"`. */
  operation: string;
  method: string;
  path: string;
  query: Record<string, unknown>;
  /**
   * The parsed body, `{}` where there is none. If the request was refused and its body has more than 16,384
   * characters: the first 1,000 of them, as a string.
   */
  body: unknown;
  /** When it arrived, in milliseconds since the epoch. */
  time: number;
}

/** A stateful Synthflow in memory. */
export interface Sandbox {
  /**
   * Goes into the client option `fetch`. Bodies that are not an object where one belongs, or nested more than 100
   * levels deep, get status 400, those over 2 MiB 413. A failure of the sandbox itself is a response with status 500,
   * and a line on stderr (in a page: in the console). It rejects only where `fail({ reset: true })` asks for it, and when
   * the request is aborted.
   */
  fetch(input: any, init?: any): Promise<Response>;
  /**
   * The requests that arrived with a valid key and a readable body, in order: the newest 10,000, and of them as
   * many as have 4 Mi characters of URLs and JSON bodies together. Older ones are dropped.
   */
  readonly requests: DeliveredRequest[];
  /** Makes requests to come fail. */
  fail(rule: FailureRule): void;
  /** Takes back all failures to come. */
  clearFailures(): void;
  /** Forgets everything. */
  reset(): void;
}

/** Makes a sandbox. */
export declare function createSandbox(options?: SandboxOptions): Sandbox;
