/** Verifies and parses webhooks. Needs only WebCrypto, not the core. */

import { setCause } from "../shared/brand.js";
import { globalOf, isObject, own } from "../shared/own.js";
import { isRequest, parseBody, readRequest, refuseRequest, toBytes } from "./body.js";
import { callIdOf } from "./call-id.js";
import { refuse, WebhookVerificationError } from "./error.js";
import { isCheck, toEvent } from "./event.js";
import { signatureOf } from "./headers.js";

export { inboundReply } from "./reply.js";
export { WebhookVerificationError };

// Created when needed: some hosts (jsdom) have none, and importing must work there too.
const encode = (text) => new TextEncoder().encode(text);

const keyOf = (secret) => {
  if (!globalOf("crypto")?.subtle) {
    const message =
      "this host has no WebCrypto (crypto.subtle): in tests, use the environment of Node; a page needs https";
    refuse("unreadable", message);
  }
  const algorithm = { __proto__: null, name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", encode(secret), algorithm, false, ["sign", "verify"]);
};

const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));

/** What anybody could sign with: nothing, or the text of a missing value. */
const MISSING = ["", "undefined", "null"];

/** The secrets as an array. */
const secretsOf = (secret) => {
  const secrets = [secret].flat();
  if (
    secrets.length === 0 ||
    secrets.some((one) => typeof one !== "string" || MISSING.includes(one.trim()))
  ) {
    refuse(
      "secret",
      "the secret is empty or not a string, or the text of a missing value; check its environment variable",
    );
  }
  return secrets;
};

/** The bytes of a signature, which must be canonical base64. */
const bytesOf = (signature) => {
  if (/^[\da-f]{64}$/i.test(signature)) {
    refuse("signature", "the signature is hex; expected base64");
  }
  try {
    const bytes = toBytes(signature);
    // Another encoding of the same bytes is not what Synthflow sent.
    if (bytes.length === 32 && toBase64(bytes) === signature) return bytes;
  } catch {
    // Not base64.
  }
  refuse("signature", "the signature is not the base64 of 32 bytes");
};

/** The signature of a call id: HMAC-SHA256 in base64. */
export const sign = async (callId, secret) => {
  const [first] = secretsOf(secret);
  if (typeof callId !== "string" || callId === "") {
    refuse("call_id", "the call id is empty or not a string");
  }
  const key = await keyOf(first);
  const made = await crypto.subtle.sign("HMAC", key, encode(callId));
  return toBase64(new Uint8Array(made));
};

/** The error for anything that could not be read. */
const unreadable = (cause) => {
  if (cause instanceof WebhookVerificationError) return cause;
  const message = "the body, the headers or the options could not be read";
  return setCause(new WebhookVerificationError("unreadable", message), cause);
};

const OPTIONS = ["secret", "allowUnsignedInbound"];

/** The parsed body of a webhook, and the id that was verified. An inbound event without an id cannot be. */
const checked = async (allowed, body, headers, options) => {
  const secrets = secretsOf(own(options, "secret"));
  const unknown = Object.keys(isObject(options) ? options : {}).find((name) => !OPTIONS.includes(name));
  if (unknown) refuse("unreadable", `an unknown option; known are ${OPTIONS.join(", ")}`);
  const event = parseBody(body);
  const callId = callIdOf(event);
  if (callId === undefined) {
    if (allowed && own(options, "allowUnsignedInbound") === true) return [event];
    refuse(
      "call_id",
      "the event has no call_id, which is all that a signature covers. To accept inbound events without it, pass { allowUnsignedInbound: true } to unwrap, and check the sender by a secret in the URL, or by the addresses of requests",
    );
  }
  const [id, signature] = [encode(callId), bytesOf(signatureOf(headers))];
  for (const one of secrets) {
    // WebCrypto compares in constant time.
    const key = await keyOf(one);
    if (await crypto.subtle.verify("HMAC", key, signature, id)) return [event, callId];
  }
  refuse(
    "signature",
    "the signature does not match the call_id; check that the secret is the workspace's webhook secret",
  );
};

/** Takes a body, headers and options, or a request and options. */
const read = async (allowed, given, headers, options) => {
  try {
    if (options !== undefined || !isRequest(given)) {
      if (options === undefined && own(headers, "secret") !== undefined) refuseRequest();
      return await checked(allowed, given, headers, options);
    }
    return await checked(allowed, ...(await readRequest(given)), headers);
  } catch (error) {
    throw unreadable(error);
  }
};

/** Verifies that a webhook is from Synthflow; throws if it is not. */
export const verify = async (...given) => {
  await read(false, ...given);
};

/** Verifies a webhook and returns its event, normalized. */
export const unwrap = async (...given) => {
  const [event, callId] = await read(true, ...given);
  return toEvent(event, callId !== undefined, callId);
};

/** Returns the event of a body, normalized, without verifying it. */
export const parse = (body) => {
  try {
    const given = parseBody(body);
    // The check of a URL may have the form of an event after a call, without an id.
    return toEvent(given, false, callIdOf(given, isCheck(given)));
  } catch (error) {
    throw unreadable(error);
  }
};
