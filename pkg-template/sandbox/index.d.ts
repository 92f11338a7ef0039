// Length: all types of the sandbox.

import type { HostRequest, HostResponse } from "./index.js";
import type { InboundCallEvent, PostCallEvent } from "./webhooks.js";

/** Options of a sandbox. */
export interface SandboxOptions {
  /** The only API key to accept; `null` accepts requests without a key too. Default: any key, but one is needed. */
  apiKey?: string | null | undefined;
  /**
   * Number of agents at the start: outbound, inbound, widget, and so on. Up to 10,000. Default 3, or 0 if `seed` contains agents.
   */
  agents?: number | undefined;
  /** Duration of a call, in milliseconds; 0: each time the call is read, it advances. Default 3,000. */
  callDuration?: number | undefined;
  /**
   * Id of the workspace. Default `"sandbox"`. Requests for another workspace are refused; each subaccount is a
   * workspace, too.
   */
  workspace?: string | undefined;
  /**
   * Which operations to serve where the current and the legacy API have the same route: `POST` and `GET /simulations`,
   * `GET /simulations/{id}`. Default `"current"`: `simulationRuns`; `"legacy"`: `simulations`.
   */
  generation?: "current" | "legacy" | undefined;
  /**
   * Resources to begin with. Or a number, the seed of the generated ids: the same number generates the same ids.
   * Default 1.
   */
  seed?: number | SandboxSeed | undefined;
  /** Path under which the API is also served, besides `/v2`: the one of a proxy, such as `"/synthflow"`. */
  basePath?: string | undefined;
  /** Returns the current time, in milliseconds since the epoch. Default `Date.now`. */
  now?: (() => number) | undefined;
  /** Limits of outbound calls, as a workspace has them. Default: none. */
  rateLimits?: SandboxRateLimits | undefined;
  /**
   * Whether webhooks are sent to the URLs of the agents and calls. Default `"send"`: with the global `fetch`, only to
   * `http:` and `https:` URLs.
   */
  webhooks?: "send" | "off" | undefined;
  /**
   * Receives the webhooks instead of the network: a function with the interface of a route handler, which may return a
   * `Response` or a promise of one. `undefined` counts as status 200 without a body, after which an inbound
   * webhook is asked again.
   */
  onWebhook?: ((request: HostRequest) => unknown) | undefined;
  /** Webhook secret of the workspace, with which webhooks are signed. Default `"sandbox-webhook-secret"`. */
  webhookSecret?: string | undefined;
  /** Delay before a webhook is retried, in milliseconds. Default 1,000. */
  webhookRetryDelay?: number | undefined;
  /**
   * Shapes of calls. `"documented"` (default): as in the reference. `"live"`: as real accounts return them, with
   * `duration` as a string, JSON in the strings of `executed_actions`, and turns of the `assistant`.
   */
  shapes?: "documented" | "live" | undefined;
  /** Called with each request that is in the log, after it was handled. */
  onRequest?: ((request: DeliveredRequest) => void) | undefined;
}

/** Limits of outbound calls. A call that exceeds one gets status 429. */
export interface SandboxRateLimits {
  /** Call attempts per second. */
  callsPerSecond?: number | undefined;
  /** Outbound calls at the same time. Batches dial within this limit instead of being refused. */
  concurrentCalls?: number | undefined;
  /** Value of the header `Retry-After`, in seconds. Default: no header. */
  retryAfter?: number | undefined;
}

/**
 * Resources that are added to a sandbox, as a plain object. Each list has the form of the bodies of the API; an id is
 * generated where none is given. Lists are added in this order, so later ones can refer to earlier ones.
 */
export interface SandboxSeed {
  /** Seed of the generated ids. Default 1. Only in the option `seed`. */
  ids?: number | undefined;
  /**
   * Actions: `{ type: "SEND_SMS", name: "…", SEND_SMS: { … } }`. `return_value` is that of the action in completed calls. Default
   * `{}`; of an information extractor `{ [identifier]: null }`, which is what it returns if it found nothing.
   */
  actions?:
    | {
        action_id?: string | undefined;
        type: string;
        name: string;
        return_value?: unknown;
        [field: string]: unknown;
      }[]
    | undefined;
  /** Agents, as in `agents.create`; `actions` lists ids of actions. */
  agents?:
    | {
        model_id?: string | undefined;
        type: "outbound" | "inbound" | "widget";
        name: string;
        agent?: Record<string, unknown> | undefined;
        actions?: string[] | undefined;
        [field: string]: unknown;
      }[]
    | undefined;
  /** Phone numbers of the workspace. */
  numbers?: (string | { phone_number: string; [field: string]: unknown })[] | undefined;
  /** Contacts, as in `contacts.create`. */
  contacts?:
    | { id?: string | undefined; name: string; phone_number: string; [field: string]: unknown }[]
    | undefined;
  /** Memory stores, as in `memoryStores.create`, with the ids of their contacts and agents. */
  memoryStores?:
    | {
        id?: string | undefined;
        title?: string | undefined;
        contacts?: string[] | undefined;
        agents?: string[] | undefined;
        [field: string]: unknown;
      }[]
    | undefined;
  /** Knowledge bases, as in `knowledgeBases.create`. */
  knowledgeBases?:
    | { id?: string | undefined; name?: string | undefined; [field: string]: unknown }[]
    | undefined;
  /** Subaccounts, as in `subaccounts.create`. */
  subaccounts?:
    | { subaccount_id?: string | undefined; subaccount_name: string; [field: string]: unknown }[]
    | undefined;
  /**
   * Calls that have ended, in any state. `phone` is the number of the person; other fields are those of `calls.get`,
   * and are returned as they are.
   */
  calls?:
    | {
        call_id?: string | undefined;
        model_id: string;
        phone?: string | undefined;
        name?: string | undefined;
        status?: string | undefined;
        transcript?: string | undefined;
        duration?: number | undefined;
        /** Milliseconds since the epoch. Default: now. */
        start_time?: number | undefined;
        batch_call_id?: string | undefined;
        [field: string]: unknown;
      }[]
    | undefined;
}

/** The ids of the resources of a seed, in its order. */
export type SeededIds = Record<Exclude<keyof SandboxSeed, "ids">, string[]>;

/** A call that arrives at an inbound or a widget agent. */
export interface ArrivingCall {
  /** The agent. Default: the inbound agent with the number `to`. */
  model_id?: string | undefined;
  /** The number that is called. Default: the one of the agent. */
  to?: string | undefined;
  /** Number of the caller. Default `"+15005550001"`; widgets have none. */
  from?: string | undefined;
  /** Name of the person. Default: the name of the contact with this number. */
  name?: string | undefined;
  /** Variables of the call, in any of the forms of `calls.create`. */
  custom_variables?: unknown | undefined;
}

/** What happened to an arriving call. */
export interface ReceivedCall {
  /** Id of the call; `null` if the inbound webhook ended it. */
  call_id: string | null;
  /** Agent that took the call: another one if the inbound webhook rerouted it. */
  model_id: string;
}

/** A failure to simulate. */
export interface FailureRule {
  /** Operation that fails, such as `"calls.create"`. Default: any. */
  operation?: string | undefined;
  /** Number of requests that fail. Default 1. */
  times?: number | undefined;
  /** HTTP status of the response. */
  status?: number | undefined;
  /** Body of the response with `status`. */
  body?: unknown | undefined;
  /** Headers of the response with `status`, such as `{ "retry-after": "1" }`. */
  headers?: Record<string, string> | undefined;
  /** Delay before the failure, in milliseconds. */
  delay?: number | undefined;
  /** Whether to break the connection. Default `false`. */
  reset?: boolean | undefined;
  /** Whether the request takes effect before the connection breaks. Default `false`. */
  afterDelivery?: boolean | undefined;
  /** Respond with an HTML page, or with JSON cut in half. */
  garbage?: "html" | "cut" | undefined;
}

/** A request that arrived at the sandbox. */
export interface DeliveredRequest {
  /** Operation, such as `"calls.create"`. */
  operation: string;
  /** HTTP method. */
  method: string;
  /** Path of the URL. */
  path: string;
  /** Query, parsed. */
  query: Record<string, unknown>;
  /**
   * Parsed body; `{}` if there is none. If the request was refused and its body has more than 16,384 characters, the
   * first 1,000 of them as a string.
   */
  body: unknown;
  /** Undeclared fields of the body, which were ignored, with the name that may have been meant. */
  ignored: string[];
  /** Time of arrival, in milliseconds since the epoch. */
  time: number;
}

/** A stateful Synthflow API in memory. */
export interface Sandbox {
  /**
   * `fetch` implementation for the client option `fetch`; a relative URL is accepted. It has the control endpoints
   * `/__sandbox/*`, too. A body that is not an object where one is required, or is
   * nested more than 100 levels deep, gets status 400; a body over 2 MiB gets 413. A failure of the sandbox itself is a
   * response with status 500 and a line on stderr (in a page: in the console). It rejects only for
   * `fail({ reset: true })` and if the request is aborted.
   */
  fetch(input: any, init?: any): Promise<HostResponse>;
  /**
   * Requests that arrived with a valid API key and a readable body, in order. The newest 10,000 are kept, up to a
   * total of 4 Mi characters of URLs and JSON bodies. Simulated failures without an effect are not included.
   */
  readonly requests: DeliveredRequest[];
  /**
   * Makes the next requests fail.
   * @throws {TypeError} if there is no such operation, or if too many rules are waiting.
   */
  fail(rule: FailureRule): void;
  /** Removes all pending failures. */
  clearFailures(): void;
  /**
   * Adds resources; returns their ids.
   * @throws {TypeError} if the seed could not be read. Then nothing was added.
   */
  seed(seed: SandboxSeed): SeededIds;
  /**
   * Simulates a call that arrives. The inbound webhook of the agent is asked first; resolves when the call has begun.
   * @throws {TypeError} if no agent takes the call.
   */
  receiveCall(call: ArrivingCall): Promise<ReceivedCall>;
  /** Prompt and greeting of a call as its agent has them: with the variables filled in. */
  instructions(callId: string): { prompt: string; greeting: string; variables: Record<string, unknown> };
  /**
   * Brings the sandbox to the present, where it otherwise catches up at the next request: calls end, batches dial.
   * Resolves when all webhooks are delivered or given up.
   */
  settle(): Promise<void>;
  /** Restores the initial state, without requests and failures. Webhooks that are not delivered yet are dropped. */
  reset(): void;
  /** Stops timers and the retries of webhooks. */
  close(): void;
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
export declare function createSandbox(options?: SandboxOptions | undefined): Sandbox;

/**
 * The events that `webhookFixture` makes, by their kinds: after a call, by its status; while a call arrives; and `check`, the
 * request for a saved URL, in the form of an inbound event.
 */
export interface WebhookFixtureEvents {
  completed: PostCallEvent;
  busy: PostCallEvent;
  "no-answer": PostCallEvent;
  failed: PostCallEvent;
  inbound: InboundCallEvent;
  check: InboundCallEvent;
}

/** Fields that replace those of an event; objects are merged, arrays are replaced. */
export type WebhookOverrides<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [F in keyof T]?: WebhookOverrides<T[F]> | undefined }
    : T;

/** The parts of a webhook request. */
export interface WebhookFixture {
  /** Body, as JSON. */
  body: string;
  /** Headers: `content-type`, and `synthflow-signature` if the event has a call id. */
  headers: Record<string, string>;
}

/**
 * Makes a signed webhook for a test, as the sandbox sends it: the same each time, so all kinds after a call have the same call id
 * unless it is overridden. A field whose override is `undefined` is removed. The documented inbound event has no call id, so it
 * is not signed, and `unwrap` needs `allowUnsignedInbound`; with an override of `call_inbound.call_id` it is signed.
 *
 * @throws {TypeError} if the kind, the overrides or the secret are invalid.
 * @throws {WebhookVerificationError} if the overrides leave no call id, or ids of different calls.
 * @example
 * ```ts
 * import { webhookFixture } from "synthflow-wasm/sandbox";
 * import { unwrap } from "synthflow-wasm/webhooks";
 *
 * const { body, headers } = await webhookFixture("completed", { call: { duration: 95 } }, "secret");
 * const event = await unwrap(body, headers, { secret: "secret" });
 * if (event.event !== "call_inbound") console.log(event.call.status, event.call.duration);
 * ```
 */
export declare function webhookFixture<K extends keyof WebhookFixtureEvents>(
  kind: K,
  overrides: WebhookOverrides<WebhookFixtureEvents[K]> | undefined,
  secret: string,
): Promise<WebhookFixture>;
