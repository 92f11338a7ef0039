import { define } from "../shared/own.js";

/** A webhook that was not verified. */
export class WebhookVerificationError extends Error {
  static name = "WebhookVerificationError";

  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}

// On the prototype, as in the language's own errors; explicit, since a minifier drops it.
define(WebhookVerificationError.prototype, "name", "WebhookVerificationError");
