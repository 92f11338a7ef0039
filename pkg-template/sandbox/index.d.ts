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
   * Which operations answer where two generations have the same route: `POST` and `GET /simulations`,
   * `GET /simulations/{id}`. Default `"current"`: `simulationRuns`; `"seed"`: `simulations`.
   */
  generation?: "current" | "seed";
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
  body: unknown;
  /** Milliseconds since the epoch. */
  time: number;
}

/** A stateful Synthflow in memory. */
export interface Sandbox {
  /** Goes into the client option `fetch`. */
  fetch(input: any, init?: any): Promise<Response>;
  /** Everything that arrived, in order. */
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
