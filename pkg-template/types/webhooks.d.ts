/** Options of `webhooks.unwrap` and `webhooks.verify`. */
export interface WebhookOptions {
  /** Webhook secret of the workspace; several during a rotation. Must be an own property. */
  secret: string | readonly string[];
}

/** Headers: an iterable of pairs such as `Headers`, or an object as in Node. Names are case-insensitive. */
export type WebhookHeaders =
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** A webhook event. An inbound call has `event.event === "call_inbound"`. */
export type WebhookEvent = (PostCallEvent & { event?: undefined }) | InboundCallEvent;

/**
 * Verifies the signature of a webhook, parses its body, normalizes JSON in strings, and resolves to the event.
 * `body` is the raw text or bytes of the request.
 *
 * The signature covers the call id only: it proves the sender, not the rest of the body. The id is
 * `call_inbound.call_id` of an inbound call, `call.call_id` after a call, and `call_id` in the flat events of
 * older accounts; a body with different ids in these fields is refused. To be certain, get the call by its id.
 *
 * @throws {WebhookVerificationError} if the webhook cannot be verified; its `reason` says why.
 * @example
 * ```ts
 * import { inboundReply, unwrap } from "synthflow-wasm/webhooks";
 *
 * const secret = "YOUR_WEBHOOK_SECRET";
 *
 * export async function POST(request: Request) {
 *   const event = await unwrap(await request.text(), request.headers, { secret });
 *   if (event.event === "call_inbound") return Response.json(inboundReply({ override_model_id: "" }));
 *   console.log(event.call.call_id, event.call.status);
 *   return new Response();
 * }
 * ```
 */
export declare function unwrap(
  body: string | ArrayBuffer | ArrayBufferView,
  headers: WebhookHeaders,
  options: WebhookOptions,
): Promise<WebhookEvent>;

/**
 * Verifies the signature of a webhook like `unwrap`, without returning the event.
 *
 * @throws {WebhookVerificationError} if the webhook cannot be verified; its `reason` says why.
 */
export declare function verify(
  body: string | ArrayBuffer | ArrayBufferView,
  headers: WebhookHeaders,
  options: WebhookOptions,
): Promise<void>;

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
      custom_variables?: Record<string, unknown>;
      /** Metadata of your own. */
      metadata?: Record<string, unknown>;
    };

/**
 * Makes the JSON body of the response to an `InboundCallEvent`, which is due within 10 seconds.
 *
 * @throws {TypeError} if the reply is invalid, such as one that neither ends the call nor names an agent.
 */
export declare function inboundReply(reply: InboundReply): { call_inbound: Record<string, unknown> };

/** Thrown if a webhook cannot be verified. */
export declare class WebhookVerificationError extends Error {
  /** What is wrong. `"call_id"`: the call id is missing, is not a string, or differs between fields. */
  readonly reason: "secret" | "body" | "call_id" | "signature" | "unreadable";
}
