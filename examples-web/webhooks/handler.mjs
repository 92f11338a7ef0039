// @ts-check
/** Receives the webhooks, for every framework: what differs is how the raw body gets here, and how the reply gets out. */

import { inboundReply, unwrap, WebhookVerificationError } from "synthflow-wasm/webhooks";
import { recordOf } from "./record.mjs";

/**
 * @typedef {import("./storage.mjs").Storage} Storage
 * @typedef {{
 *   body: import("synthflow-wasm/webhooks").WebhookBody,
 *   headers: import("synthflow-wasm/webhooks").WebhookHeaders,
 *   token?: unknown,
 * }} Received `token` is the one in the query of the URL.
 * @typedef {{ status: number, text: string }} Reply `text` is JSON, or empty.
 */

/**
 * The variables for the prompt of the agent that takes the call. Due within 10 seconds; if the storage fails, the agent takes
 * the call without them.
 *
 * @param {Storage} storage
 * @param {string} number
 */
const variablesFor = (storage, number) => {
  try {
    const { calls, lastOrder } = storage.caller(number);
    return { previous_calls: String(calls), last_order: lastOrder };
  } catch (error) {
    console.error(error);
    return {};
  }
};

/**
 * Creates the handler. `token` is a random text of yours in the URL of the inbound webhook, `https://…/webhook?token=…`: that
 * event has no call id, and so no signature.
 *
 * @param {{ secret?: string | undefined, token?: string | undefined, storage: Storage }} settings
 */
export const createHandler = ({ secret = "", token, storage }) => {
  /**
   * @param {Received} received
   * @returns {Promise<Reply>}
   */
  const receive = async ({ body, headers, token: given }) => {
    const allowUnsignedInbound = Boolean(token) && given === token;
    let event;
    try {
      event = await unwrap(body, headers, { secret, allowUnsignedInbound });
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
      console.error(`refused: ${error.message}`);
      // Without a secret, the mistake is here, and Synthflow should retry.
      return { status: error.reason === "secret" ? 500 : 401, text: "" };
    }
    if (event.check) return { status: 200, text: "" };
    if (event.event === "call_inbound") {
      const custom_variables = variablesFor(storage, event.call_inbound.from_number ?? "");
      return { status: 200, text: JSON.stringify(inboundReply({ override_model_id: "", custom_variables })) };
    }
    // If this throws, the framework responds with 500, and the event is retried or found by reconcile.mjs.
    storage.save(recordOf(event), "webhook");
    return { status: 200, text: "" };
  };
  return receive;
};
