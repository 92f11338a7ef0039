/** The signature among headers of any form. */

import { WebhookVerificationError } from "./error.js";

/**
 * Synthflow's documents say `HTTP_SYNTHFLOW_SIGNATURE`, as some servers rewrite `Synthflow-Signature`;
 * with `X-` it is seen too.
 */
const isSignature = (name) =>
  /^(http-)?(x-)?synthflow-signature$/.test(name.toLowerCase().replaceAll("_", "-"));

/** `Headers`, a map, an array of pairs, or an object as Node has it. */
const pairsOf = (headers) => {
  if (typeof headers !== "object" || headers === null) return [];
  return typeof headers[Symbol.iterator] === "function" ? [...headers] : Object.entries(headers);
};

/** The one signature. */
export const signatureOf = (headers) => {
  const found = pairsOf(headers)
    .filter(([name]) => isSignature(String(name)))
    .flatMap(([, value]) => value)
    .filter((value) => typeof value === "string")
    // Two headers of one name arrive joined by a comma, which base64 does not have.
    .flatMap((value) => value.split(","))
    .map((value) => value.trim());
  const different = new Set(found);
  if (different.size > 1) {
    throw new WebhookVerificationError("signature", "there are several signatures, and they differ");
  }
  const [signature] = different;
  if (!signature) {
    throw new WebhookVerificationError(
      "signature",
      "there is no signature: no header Synthflow-Signature, X-Synthflow-Signature or HTTP_SYNTHFLOW_SIGNATURE",
    );
  }
  return signature;
};
