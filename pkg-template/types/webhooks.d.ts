export type { ExecutedAction } from "./index.js";

/** Options of `webhooks.verify`. */
export interface VerifyOptions {
  /** Webhook secret of the workspace; several during a rotation. Must be an own property. Undefined or empty: refused. */
  secret: string | readonly string[] | undefined;
}

/** Options of `webhooks.unwrap`. */
export interface WebhookOptions extends VerifyOptions {
  /**
   * Accepts an inbound event that has no `call_id`, with `verified: false`. Default `false`: it is refused, since the
   * signature covers the `call_id` only. Check the sender in another way, such as a secret in the URL.
   */
  allowUnsignedInbound?: boolean | undefined;
}

/** Headers: `Headers`, an iterable of pairs, or an object as in Node. Names are case-insensitive. */
export type WebhookHeaders =
  | ReadonlyArray<readonly [string, string]>
  | Iterable<readonly [string, string]>
  | {
      get(name: string): string | null;
      forEach(callback: (value: string, name: string, headers: any) => void): void;
    }
  | { readonly [name: string]: string | readonly string[] | undefined };

/** The body of a webhook: its text or bytes, or the object that a framework has parsed. */
export type WebhookBody = string | ArrayBuffer | ArrayBufferView | object;

/** A `Request`, a request of Node whose body a framework has read into `rawBody` or `body`, or the event of AWS Lambda. */
export type WebhookRequest =
  | { readonly headers: WebhookHeaders; text(): Promise<string> }
  | {
      readonly headers?: WebhookHeaders | null | undefined;
      readonly multiValueHeaders?: WebhookHeaders | null | undefined;
      readonly body: unknown;
      readonly isBase64Encoded: boolean;
    }
  | { readonly headers: WebhookHeaders; readonly rawBody?: unknown; readonly body?: unknown };

/**
 * What is known about the delivery of an event. Neither property is enumerable, so a copy of the event does not have them;
 * they replace fields of the same names.
 */
export interface WebhookDelivery {
  /** Whether the signature was verified. */
  readonly verified: boolean;
  /**
   * Whether it is the request that Synthflow sends when the URL of a webhook is saved, with the number `+1123456789`.
   * Nobody has called: respond with status 200.
   */
  readonly check: boolean;
}

/** A webhook event. An inbound call has `event.event === "call_inbound"`. */
export type WebhookEvent =
  // Never set; a literal, since without `strict`, TypeScript distinguishes the two only by literals.
  (PostCallEvent & WebhookDelivery & { event?: "" | undefined }) | (InboundCallEvent & WebhookDelivery);

/**
 * Verifies the signature of a webhook, parses its body, and resolves to the event. Fields are normalized as in
 * `calls.get`; flat events of older accounts get a `call` and a `lead`.
 *
 * The signature covers the call id only: it proves the sender, not the rest of the body. The id is
 * `call_inbound.call_id` of an inbound call, `call.call_id` after a call, and `call_id` in the flat events of
 * older accounts; a body with different ids in these fields is refused. To be certain, get the call by its id.
 *
 * The documented inbound event has no id. It is refused, unless `allowUnsignedInbound` is `true`.
 *
 * @throws {WebhookVerificationError} if the webhook cannot be verified; its `reason` says why.
 * @example
 * ```ts
 * import { inboundReply, unwrap } from "synthflow-wasm/webhooks";
 *
 * const secret = "YOUR_WEBHOOK_SECRET";
 *
 * export async function POST(request: Request) {
 *   const event = await unwrap(request, { secret });
 *   if (event.event === "call_inbound") return Response.json(inboundReply({ override_model_id: "" }));
 *   console.log(event.call.call_id, event.call.status);
 *   return new Response();
 * }
 * ```
 */
export declare function unwrap(
  body: WebhookBody,
  headers: WebhookHeaders,
  options: WebhookOptions,
): Promise<WebhookEvent>;
export declare function unwrap(request: WebhookRequest, options: WebhookOptions): Promise<WebhookEvent>;

/**
 * Verifies the signature of a webhook like `unwrap`, without returning the event. An event without an id is always
 * refused.
 *
 * @throws {WebhookVerificationError} if the webhook cannot be verified; its `reason` says why.
 */
export declare function verify(
  body: WebhookBody,
  headers: WebhookHeaders,
  options: VerifyOptions,
): Promise<void>;
export declare function verify(request: WebhookRequest, options: VerifyOptions): Promise<void>;

/**
 * Returns the event of a body like `unwrap`, without verifying it: for tests, and for receivers that check the sender
 * in another way. A body with the ids of different calls is refused.
 *
 * @throws {WebhookVerificationError} if the body is not that of an event; its `reason` says why.
 */
export declare function parse(body: WebhookBody): WebhookEvent;

/** Signs a call id, for your own tests: HMAC-SHA256, base64. Of several secrets the first is used. */
export declare function sign(callId: string, secret: string | readonly string[]): Promise<string>;

/** What to do with an incoming call. */
export type InboundReply =
  | {
      /** Ends the call. */
      end_call: true;
    }
  | {
      /** Id of the agent that takes the call; `""` keeps the agent of the number. */
      override_model_id: string;
      /** Variables for the prompt. */
      custom_variables?: object | undefined;
      /** Metadata of your own. */
      metadata?: object | undefined;
    };

/**
 * Makes the JSON body of the response to an `InboundCallEvent`, which is due within 10 seconds.
 *
 * @throws {TypeError} if the reply is invalid, such as one that neither ends the call nor names an agent.
 */
export declare function inboundReply(reply: InboundReply): { call_inbound: Record<string, unknown> };

/** Thrown if a webhook cannot be verified or read. */
export declare class WebhookVerificationError extends Error {
  /** What is wrong. `"call_id"`: the call id is missing, is not a string, or differs between fields. */
  readonly reason: "secret" | "body" | "call_id" | "signature" | "unreadable";
  /** What is logged of the error, as by `JSON.stringify`. */
  toJSON(): { name: string; message: string; reason: string };
}
