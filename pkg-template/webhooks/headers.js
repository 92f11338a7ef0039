/** The signature in the headers of a request, in any of their forms. */

import { refuse } from "./error.js";

/**
 * Synthflow documents `HTTP_SYNTHFLOW_SIGNATURE`, as some servers rewrite `Synthflow-Signature`; with `X-` it occurs
 * too.
 */
const isSignature = (name) =>
  /^(http-)?(x-)?synthflow-signature$/.test(name.toLowerCase().replaceAll("_", "-"));

/** The pairs of `Headers`, a `Map`, an array of pairs, or an object as in Node. */
const pairsOf = (headers) => {
  if (typeof headers !== "object" || headers === null) return [];
  return typeof headers[Symbol.iterator] === "function" ? [...headers] : Object.entries(headers);
};

/** The signature. Throws if there is none, or if there are several different ones. */
export const signatureOf = (headers) => {
  const found = pairsOf(headers)
    .filter(([name]) => isSignature(String(name)))
    .flatMap(([, value]) => value)
    .filter((value) => typeof value === "string")
    // Headers with the same name are joined by a comma, which base64 does not contain.
    .flatMap((value) => value.split(","))
    .map((value) => value.trim());
  const different = new Set(found);
  if (different.size > 1) {
    refuse("signature", "there are several different signatures");
  }
  const [signature] = different;
  if (!signature) {
    refuse(
      "signature",
      "the signature is missing: expected the header Synthflow-Signature, X-Synthflow-Signature or HTTP_SYNTHFLOW_SIGNATURE",
    );
  }
  return signature;
};
