/** Verifies and parses webhooks. Needs only WebCrypto, not the core. */

import { callIdOf } from "./call-id.js";
import { WebhookVerificationError } from "./error.js";
import { signatureOf } from "./headers.js";
import { normalizeEvent } from "./normalize.js";
import { isObject, own } from "./own.js";

export { inboundReply } from "./reply.js";
export { WebhookVerificationError };

// Created when needed: some hosts (jsdom) have none, and importing must work there too.
const encode = (text) => new TextEncoder().encode(text);

const keyOf = (secret) =>
  crypto.subtle.importKey("raw", encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
    "verify",
  ]);

const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));

/** The secrets as an array. An empty secret is refused, since anybody could sign with it. */
const secretsOf = (secret) => {
  const secrets = [secret].flat();
  if (secrets.length === 0 || secrets.some((one) => typeof one !== "string" || one === "")) {
    throw new WebhookVerificationError(
      "secret",
      "the secret is empty or not a string; check its environment variable",
    );
  }
  return secrets;
};

/** The parsed body. */
const parse = (body) => {
  const isBytes = body instanceof ArrayBuffer || ArrayBuffer.isView(body);
  if (typeof body !== "string" && !isBytes) {
    throw new WebhookVerificationError(
      "body",
      `the body is ${body === null ? "null" : `of type ${typeof body}`}; expected the raw text or bytes, not parsed`,
    );
  }
  let event;
  try {
    event = JSON.parse(isBytes ? new TextDecoder().decode(body) : body);
  } catch {
    throw new WebhookVerificationError("body", "the body is not JSON");
  }
  if (!isObject(event)) throw new WebhookVerificationError("body", "the body is not a JSON object");
  return event;
};

/** The bytes of a signature, which must be canonical base64. */
const bytesOf = (signature) => {
  if (/^[\da-f]{64}$/i.test(signature)) {
    throw new WebhookVerificationError("signature", "the signature is hex; expected base64");
  }
  try {
    const bytes = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0));
    // Another encoding of the same bytes is not what Synthflow sent.
    if (bytes.length === 32 && toBase64(bytes) === signature) return bytes;
  } catch {
    // Not base64.
  }
  throw new WebhookVerificationError("signature", "the signature is not the base64 of 32 bytes");
};

/** The signature of a call id: HMAC-SHA256 in base64. */
export const sign = async (callId, secret) => {
  const [first] = secretsOf(secret);
  const made = await crypto.subtle.sign("HMAC", await keyOf(first), encode(callId));
  return toBase64(new Uint8Array(made));
};

/** Verifies a webhook; throws a `WebhookVerificationError` also for anything that could not be read. */
const verified = async (...given) => {
  try {
    return await checked(...given);
  } catch (cause) {
    if (cause instanceof WebhookVerificationError) throw cause;
    const error = new WebhookVerificationError(
      "unreadable",
      "the body, the headers or the options could not be read",
    );
    throw Object.assign(error, { cause });
  }
};

const checked = async (body, headers, options) => {
  const secrets = secretsOf(own(options, "secret"));
  const event = parse(body);
  const id = encode(callIdOf(event));
  const signature = bytesOf(signatureOf(headers));
  for (const one of secrets) {
    // WebCrypto compares in constant time.
    if (await crypto.subtle.verify("HMAC", await keyOf(one), signature, id)) return event;
  }
  throw new WebhookVerificationError(
    "signature",
    "the signature does not match the call_id; check that the secret is the workspace's webhook secret",
  );
};

/** Verifies that a webhook is from Synthflow; throws if it is not. */
export const verify = async (body, headers, options) => {
  await verified(body, headers, options);
};

/** Verifies a webhook and returns its event, normalized. */
export const unwrap = async (body, headers, options) =>
  normalizeEvent(await verified(body, headers, options));
