import { brand } from "../shared/brand.js";

/** A webhook that was not verified. */
export const WebhookVerificationError = /* @__PURE__ */ brand(
  class extends Error {
    constructor(reason, message) {
      super(message);
      this.reason = reason;
    }

    toJSON() {
      const { name, message, reason } = this;
      return { name, message, reason };
    }
  },
  "WebhookVerificationError",
);

/** Throws one. */
export const refuse = (reason, message) => {
  throw new WebhookVerificationError(reason, message);
};
