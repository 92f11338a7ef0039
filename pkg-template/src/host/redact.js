/** Keeps the secrets of the headers that were sent out of errors: redacted before anything is truncated. */

import { isPlain } from "../../shared/own.js";
import { Fields, listOf, MESSAGE_LENGTH } from "./encode.js";

/** Matches the names of headers whose value is a secret. */
const SECRET_HEADER =
  /auth(?!ors?$)|cookie|key|token|secret|pass|pwd|session|jwt|assertion|credential|signature|bearer|dpop|hmac/;

/** Anything shorter is not a secret: it could be an ordinary word. */
const MIN_SECRET_LENGTH = 8;

/** The maximum number of properties that are read of an error and its causes. */
const MAX_PROPERTIES = 1000;

const REDACTED = "[redacted]";

/** What a function returns; the other value if it throws. An exception that reaches the core ends it. */
const attempt = (run, otherwise) => {
  try {
    return run();
  } catch {
    return otherwise;
  }
};

/** Where the character that was read last begins, after its backslashes, and where it ends. */
let begin;
let end;

/** Reads a character of a text in lower case, however often it is escaped: `\\/`, `%2f`, `%252f`, `\u002f`. */
const read = (text, at) => {
  let char = text[at];
  begin = at;
  end = at + 1;
  for (;;) {
    if (char === "\\") {
      begin = end;
      char = text[end];
      end += 1;
      continue;
    }
    const length = char === "%" ? 2 : char === "u" ? 4 : 0;
    const digits = length && text.slice(end, end + length);
    if (!length || digits.length < length || !/^[\da-f]+$/.test(digits)) return char;
    char = String.fromCharCode(`0x${digits}`).toLowerCase();
    end += length;
  }
};

/** A text in lower case, of the same length: no other letter has a longer one. */
const lowerCase = (text) => text.replace(/\u0130/g, "i").toLowerCase();

/** The secrets in the headers of all attempts: whole values, and parts of them that may be the secret. */
const secretsOf = (sent) =>
  sent
    .flatMap(Object.entries)
    .filter(([name]) => SECRET_HEADER.test(name))
    .flatMap(([, value]) => [
      value.trim(),
      ...value.split(/[^\w.~+/%-]/),
      ...value.split(/[\s;,"'<>]/).map((pair) => pair.slice(pair.search(/[=:]/) + 1)),
    ])
    .filter((secret) => secret.length >= MIN_SECRET_LENGTH);

/** The secrets without escapes, by their first two characters: of many, few are compared. A URL has them in UTF-8. */
const indexOf = (sent) => {
  const index = new Fields();
  for (const secret of new Set(secretsOf(sent))) {
    for (const form of /^[ -~]*$/.test(secret) ? [secret] : [secret, encodeURIComponent(secret)]) {
      const text = lowerCase(form);
      let plain = "";
      for (let at = 0; at < text.length; at = end) plain += read(text, at) ?? "";
      // With less between the escapes, it would be found anywhere.
      if (plain.length < MIN_SECRET_LENGTH / 2) continue;
      index[plain[0]] ??= new Fields();
      index[plain[0]][plain[1]] ??= new Set();
      index[plain[0]][plain[1]].add(plain);
    }
  }
  return index;
};

/**
 * Where the longest of some secrets that starts here ends, however it is escaped: in JSON, in JSON within JSON, in a URL;
 * 0 if there is none. A server or a limit may have cut it off: the beginning is enough, after a word such as `Bearer`.
 */
const match = (text, start, secrets) => {
  let found = 0;
  for (const secret of secrets) {
    let [at, length] = [start, 0];
    while (length < secret.length && read(text, at) === secret[length]) {
      at = end;
      length += 1;
    }
    if (length === secret.length || length > MIN_SECRET_LENGTH + secret.indexOf(" "))
      found = Math.max(found, at);
  }
  return found;
};

/** Creates a function that redacts the secrets in a text; it returns anything else unchanged. */
const createRedactor = (sent) => {
  const index = indexOf(sent);
  return (text) => {
    if (typeof text !== "string") return text;
    const lower = lowerCase(text);
    let [clean, done] = ["", 0];
    for (let at = 0; at < text.length; at += 1) {
      const start = at;
      // Backslashes belong to what they escape. A long run of them is read once.
      const byNext = index[read(lower, at)];
      at = begin;
      const to = byNext && match(lower, at, byNext[read(lower, end)] ?? []);
      if (to) {
        clean += text.slice(done, start) + REDACTED;
        done = to;
        at = to - 1;
      }
    }
    return clean + text.slice(done);
  };
};

/**
 * Whether no text of a thrown value, of its causes and of the errors that it consists of has a secret. With `isOurs`,
 * secrets are redacted in place where possible: undici keeps what a server sent in `data`.
 */
const isClean = (thrown, redact, isOurs) => {
  const all = new Set([thrown]);
  let [clean, left] = [true, MAX_PROPERTIES];
  for (const error of all) {
    if (Object(error) !== error) continue;
    const names = attempt(() => error.length > left || Reflect.ownKeys(error), true);
    // What cannot be read may have a secret.
    if (names === true) return false;
    for (const name of [...names, "message", "stack", "name", "cause", "errors"]) {
      left -= 1;
      if (left < 0) return false;
      // Each on its own: one that is read-only must not keep the others from being redacted.
      clean = attempt(() => {
        const text = error[name];
        if (name === "cause" || name === "errors" || Array.isArray(error)) all.add(text);
        const redacted = redact(text);
        if (Object.is(redacted, text)) return clean;
        if (isOurs) error[name] = redacted;
        return false;
      });
    }
  }
  return clean;
};

/** The beginning of a text of a thrown value, redacted; undefined if it is not a text. */
const textOf = (thrown, name, redact) =>
  attempt(() => {
    const text = thrown[name];
    return typeof text === "string" ? redact(text).slice(0, MESSAGE_LENGTH) : undefined;
  });

const messageOf = (thrown, redact) =>
  textOf(typeof thrown === "string" ? { message: thrown } : thrown, "message", redact) ?? "no reason given";

/** What is shown instead of an error from which a secret cannot be removed. */
const substitute = (thrown, redact) => {
  const error = new Error(messageOf(thrown, redact));
  for (const name of ["name", "code"]) {
    const text = textOf(thrown, name, redact);
    if (text) error[name] = text;
  }
  return error;
};

/**
 * Redacts the secrets in a text. Must precede truncation: a truncated secret is not found. Of a thrown value, returns a
 * substitute if it has a secret.
 */
export const redact = (value, sent) =>
  attempt(() => {
    const redact = createRedactor(sent);
    return isClean(value, redact) ? redact(value) : substitute(value, redact);
  }, REDACTED);

/** Redacts the secrets in a body; parses it if it is JSON, however the secrets are escaped in it. */
export const parseRedacted = (text, sent) => {
  try {
    // Serialized again, a secret is escaped in one way only.
    return JSON.parse(createRedactor(sent)(JSON.stringify(JSON.parse(text))));
  } catch {
    return redact(text, sent);
  }
};

/**
 * The headers of a response: the host's own object, a redacted copy if it has a secret, or undefined if it cannot be
 * read. Those of a mock may be a Map or a plain object.
 */
export const redactHeaders = (headers, sent) =>
  attempt(() => {
    const isIterable = typeof headers.entries === "function";
    if (!isIterable && !isPlain(headers)) return undefined;
    const text = JSON.stringify(isIterable ? listOf(headers) : Object.entries(headers));
    const clean = createRedactor(sent)(text);
    return clean === text ? headers : new Headers(JSON.parse(clean));
  });

/** How many causes are followed. */
export const DEPTH = 5;

const causeOf = (error) => attempt(() => error.cause ?? error.errors[0]);

/** The message of a thrown value and, if it differs, that of its deepest cause. */
export const describeThrown = (thrown, sent) =>
  attempt(() => {
    const redact = createRedactor(sent);
    isClean(thrown, redact, true);
    let deepest = thrown;
    for (let depth = 0; depth < DEPTH && causeOf(deepest); depth += 1) deepest = causeOf(deepest);
    const [top, below] = [thrown, deepest].map((error) => messageOf(error, redact));
    return top === below ? top : `${top} (${below})`;
  }, "no reason given");
