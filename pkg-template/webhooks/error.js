/** Why a webhook is not taken. */
export class WebhookVerificationError extends Error {
  static name = "WebhookVerificationError";

  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}

// On the prototype, as with the errors of the language; written out, since a minifier drops it.
Object.defineProperty(WebhookVerificationError.prototype, "name", {
  value: "WebhookVerificationError",
  configurable: true,
  writable: true,
});
