/** What the signature is checked with. */
export interface WebhookOptions {
  /** The workspace's webhook secret; several while one replaces another. */
  secret: string | readonly string[];
}

/** Headers: `Headers`, pairs, or an object as Node and frameworks have it. Case and spelling do not matter. */
export type WebhookHeaders =
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** What may be sent. `event.event === "call_inbound"` tells them apart. */
export type WebhookEvent = (PostCallEvent & { event?: undefined }) | InboundCallEvent;

/**
 * Returns the event of a webhook that is from Synthflow: checks the signature, parses the body, and normalizes
 * JSON in strings. `body` is the raw text or bytes, before any parser has it.
 *
 * The signature covers the id of one call only: it proves the sender, not the body. The id is read from where
 * the event has it: `call_inbound.call_id` of an inbound call, `call.call_id` after a call, `call_id` in the
 * flat events of older accounts. A body with different ids at these locations is refused. Where it matters, read
 * the call again with `calls.get`.
 *
 * `options.secret` must be an own property.
 *
 * @throws {WebhookVerificationError} with a `reason`.
 */
export declare function unwrap(
  body: string | ArrayBuffer | ArrayBufferView,
  headers: WebhookHeaders,
  options: WebhookOptions,
): Promise<WebhookEvent>;

/**
 * Checks that a webhook is from Synthflow, as `unwrap` does, without returning the event.
 *
 * @throws {WebhookVerificationError} with a `reason`.
 */
export declare function verify(
  body: string | ArrayBuffer | ArrayBufferView,
  headers: WebhookHeaders,
  options: WebhookOptions,
): Promise<void>;

/** The signature of a call id, for tests of your own: HMAC-SHA256 in base64. */
export declare function sign(callId: string, secret: string | readonly string[]): Promise<string>;

/** What becomes of a call that comes in. */
export type InboundReply =
  | {
      /** Ends the call. */
      end_call: true;
    }
  | {
      /** `""` keeps the agent; the id of another hands the call to it. */
      override_model_id: string;
      /** Variables for the prompt. */
      custom_variables?: Record<string, unknown>;
      /** What you want to note of the call. */
      metadata?: Record<string, unknown>;
    };

/**
 * The body to answer an `InboundCallEvent` with, as JSON and within 10 seconds.
 *
 * @throws {TypeError} where it does not say what becomes of the call.
 */
export declare function inboundReply(reply: InboundReply): { call_inbound: Record<string, unknown> };

/** Thrown for a webhook that cannot be verified. */
export declare class WebhookVerificationError extends Error {
  /** What is wrong: `"call_id"` stands for a missing id, an id of another type, and ids that differ. */
  readonly reason: "secret" | "body" | "call_id" | "signature" | "unreadable";
}
