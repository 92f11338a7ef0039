/** Keeps the secrets of the headers that were sent out of errors: redacted before anything is truncated. */

import { listOf, MESSAGE_LENGTH } from "./encode.js";

/** Matches the names of headers whose value is a secret. */
const SECRET_HEADER = /auth|cookie|key|token|secret|pass|session/;

/** Anything shorter is not a secret: it could be an ordinary word. */
const MIN_SECRET_LENGTH = 8;

const REDACTED = "[redacted]";

/** Finds a secret however it is escaped: in JSON, in JSON within JSON, in a URL. */
const patternOf = (secret) =>
  new RegExp(
    secret.replace(/\W/g, (symbol) => {
      const hex = (256 + symbol.charCodeAt()).toString(16).slice(1);
      return `\\\\{0,9}(\\x${hex}|u00${hex}|%${hex})`;
    }),
    "gi",
  );

/** The secrets in the headers of all attempts, longest first, so that one that contains another is redacted whole. */
const secretsOf = (sent) =>
  sent
    .flatMap(Object.entries)
    .filter(([name]) => SECRET_HEADER.test(name))
    .flatMap(([, value]) => [value, ...value.split(/[ ;,=]/)])
    .filter((secret) => secret.length >= MIN_SECRET_LENGTH)
    .sort((one, other) => other.length - one.length);

/** Creates a function that redacts the secrets in a text; it returns anything else unchanged. */
const createRedactor = (sent) => {
  const secrets = secretsOf(sent);
  return (text) => {
    if (typeof text !== "string") return text;
    let clean = secrets.reduce((text, secret) => text.replace(patternOf(secret), REDACTED), text);
    // If the text was truncated within a secret, it ends with the beginning of the secret.
    for (const secret of secrets) {
      for (let length = secret.length - 1; length >= MIN_SECRET_LENGTH; length -= 1) {
        if (clean.endsWith(secret.slice(0, length))) clean = clean.slice(0, -length) + REDACTED;
      }
    }
    return clean;
  };
};

/** Redacts the secrets in a text. Must precede truncation: a truncated secret is not found. */
export const redact = (text, sent) => createRedactor(sent)(text);

/** Redacts the secrets in a body; parses it if it is JSON, however the secrets are escaped in it. */
export const parseRedacted = (text, sent) => {
  const redact = createRedactor(sent);
  try {
    // Serialized again, a secret is escaped in one way only.
    return JSON.parse(redact(JSON.stringify(JSON.parse(text))));
  } catch {
    return redact(text);
  }
};

/** The headers of a response: the host's own object, or a redacted copy if one contains a secret. */
export const redactHeaders = (headers, sent) => {
  try {
    const pairs = listOf(headers);
    const redact = createRedactor(sent);
    const clean = pairs.map(([name, value]) => [name, redact(value)]);
    return clean.every(([, value], index) => value === pairs[index][1]) ? headers : new Headers(clean);
  } catch {
    return headers;
  }
};

/** How many causes are followed. */
export const DEPTH = 5;

const causeOf = (error) => error?.cause ?? error?.errors?.[0];

/** Redacts the secrets in an error, which becomes a cause: undici keeps what a server sent in `data`. */
const cleanError = (error, redact) => {
  if (typeof error !== "object") return;
  for (const name of Object.getOwnPropertyNames(error)) {
    const text = error[name];
    const clean = redact(text);
    if (clean !== text) error[name] = clean;
  }
};

/** The message of a thrown value and, if it differs, that of its deepest cause. */
export const describeThrown = (thrown, sent) => {
  try {
    const redact = createRedactor(sent);
    let deepest = thrown;
    for (let depth = 0; ; depth += 1) {
      cleanError(deepest, redact);
      if (depth === DEPTH || !causeOf(deepest)) break;
      deepest = causeOf(deepest);
    }
    const [top, below] = [thrown, deepest].map((error) => {
      const message = typeof error === "string" ? error : error?.message;
      return typeof message === "string" ? redact(message).slice(0, MESSAGE_LENGTH) : "no reason given";
    });
    return top === below ? top : `${top} (${below})`;
  } catch {
    return "no reason given";
  }
};
