/** Keeps the secrets of the headers that were sent out of errors: redacted before anything is truncated. */

import { get, isPlain } from "../../shared/own.js";
import { listOf, MESSAGE_LENGTH } from "./encode.js";

/** Matches the names of headers whose value is a secret. */
const SECRET_HEADER =
  /auth(?!ors?$)|cookie|key|token|secret|pass|pwd|session|jwt|assertion|cred|signature|bearer|dpop|hmac|csrf|xsrf|saml|\b(cert|mfa|nonce|otp|pin|principal|psk|seed|sid|sig|sso|ticket|vault)\b/;

/** Anything shorter is not a secret: it could be an ordinary word. */
const MIN_SECRET_LENGTH = 8;

/** The maximum number of properties that are read of an error and its causes. */
const MAX_PROPERTIES = 1000;

const REDACTED = "[redacted]";

/** The maximum length of a text that is searched: all requests of a process wait for it. */
const MAX_LENGTH = 4e6;

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

/**
 * Reads a character of a text in lower case, however often it is escaped: `\\/`, `%2f`, `%252f`, `\u002f`. Returns its code;
 * NaN at the end. As it stands if it is `isRaw`: a key may have a `u` before four digits.
 */
const read = (text, at, isRaw) => {
  let code = text.charCodeAt(at);
  begin = at;
  end = at + 1;
  while (!isRaw) {
    if (code === BACKSLASH) {
      begin = end;
      code = text.charCodeAt(end);
      end += 1;
      continue;
    }
    const length = code === PERCENT ? 2 : code === U ? 4 : 0;
    const digits = length && text.slice(end, end + length);
    if (!length || digits.length < length || /[^\da-f]/.test(digits)) return code;
    code = String.fromCharCode(`0x${digits}`).toLowerCase().charCodeAt();
    end += length;
  }
  return code;
};

const [BACKSLASH, PERCENT, U] = [92, 37, 117];

/** A text in lower case, of the same length: no other letter has a longer one. */
const lowerCase = (text) => text.replace(/\u0130/g, "i").toLowerCase();

/** The values of all headers that were sent and are secret. */
const secretsOf = (sent) => [
  ...new Set(
    sent
      .flatMap(Object.entries)
      .filter(([name]) => SECRET_HEADER.test(name))
      .map(([, value]) => value.trim())
      .filter((secret) => secret.length >= MIN_SECRET_LENGTH),
  ),
];

/** What precedes a secret, and is none. */
const SCHEME = /^(basic|bearer|digest) +(?=.{8})/i;

/** Four codes or fewer in one number. */
const pack = (codes) => codes.reduce((packed, code) => (packed << 8) | code, 0);

/**
 * The parts of the secrets, without escapes and as they stand: every run of 8 characters, so that any beginning, middle or end of a
 * secret is found. By the codes of the first four, in one number, those of the others. A URL has a secret in UTF-8.
 */
const partsOf = (secrets) => {
  const parts = new Map();
  for (const secret of secrets) {
    const text = secret.replace(SCHEME, "");
    for (const [form, isRaw] of [[text], [text, true], [encodeURIComponent(text)]]) {
      const lower = lowerCase(form);
      const codes = [];
      for (let at = 0; at < lower.length; at = end) {
        const code = read(lower, at, isRaw);
        if (code >= 0) codes.push(code);
      }
      // With less between the escapes, it would be found anywhere.
      for (let at = 0; codes.length >= 4 && (at === 0 || at + 8 <= codes.length); at += 1) {
        const first = pack(codes.slice(at, at + 4));
        parts.set(first, (parts.get(first) ?? new Set()).add(pack(codes.slice(at + 4, at + 8))));
      }
    }
  }
  return parts;
};

/** Where a part of a secret that begins here ends; 0 if there is none. */
const endOf = (parts, text, start, isRaw) => {
  let [found, codes, rests] = [0, 0];
  for (let [at, count] = [start, 1]; count <= MIN_SECRET_LENGTH; at = end, count += 1) {
    const code = read(text, at, isRaw);
    // No header has others.
    if (!(code < 256)) break;
    codes = (codes << 8) | code;
    if (count === 4) {
      rests = parts.get(codes);
      if (!rests) break;
      codes = 0;
    }
    if (rests?.has(codes)) found = end;
  }
  return found;
};

/**
 * Creates a function that redacts the secrets in a text, however they are escaped: in JSON, in JSON within JSON, in a URL.
 * It returns anything else unchanged. Its time is linear in the length of the text, whatever the secrets are.
 */
const createRedactor = (secrets) => {
  const parts = partsOf(secrets);
  return (text) => {
    if (typeof text !== "string") return text;
    if (text.length > MAX_LENGTH) return REDACTED;
    const lower = lowerCase(text);
    let [clean, done] = ["", 0];
    for (let at = 0; at < text.length; at += 1) {
      const start = at;
      // Backslashes belong to what they escape. A long run of them is read once.
      read(lower, at);
      at = begin;
      const to = Math.max(endOf(parts, lower, at), endOf(parts, lower, at, true));
      if (to <= done) continue;
      // Parts overlap.
      if (start >= done) clean += text.slice(done, start).replace(/(basic|bearer|digest) +$/i, "") + REDACTED;
      done = to;
    }
    return clean + text.slice(done);
  };
};

/** What an error of any realm is called, or a `DOMException`. */
const IS_ERROR = /Error|Exception/;

/** The fields of an error with other errors: of any, of an AggregateError, of a SuppressedError. */
const CAUSES = ["cause", "errors", "error", "suppressed"];

/**
 * Whether no text of a thrown value and of what it has has a secret: its causes, the errors that it consists of, and what a
 * wrapper of `fetch` puts there, such as the options of the request. What is no error must be data, which is read as deep as it
 * is: a `Request` or a `Map` does not show what it has. With `isOurs`, secrets are redacted in errors where possible: undici keeps
 * what a server sent in `data`.
 */
const isClean = (thrown, redact, isOurs) => {
  const all = new Set([thrown]);
  let [clean, left] = [true, MAX_PROPERTIES];
  for (const error of all) {
    // Its description is shown with it.
    if (typeof error === "symbol") return false;
    if (Object(error) !== error) continue;
    const isData = attempt(() => !IS_ERROR.test(Object.prototype.toString.call(error)), true);
    const names = attempt(
      () =>
        (isData && !Array.isArray(error) && !isPlain(error)) || error.length > left || Reflect.ownKeys(error),
      true,
    );
    // What cannot be read may have a secret.
    if (names === true) return false;
    for (const name of [...names, "message", "stack", "name", ...CAUSES]) {
      left -= 1;
      if (left < 0) return false;
      // Each on its own: one that is read-only must not keep the others from being redacted.
      clean = attempt(() => {
        const text = error[name];
        // A function is printed as its name.
        if (isData || typeof text !== "function") all.add(text);
        const redacted = redact(text);
        if (Object.is(redacted, text)) return clean && redact(name) === name;
        if (isOurs && !isData) error[name] = redacted;
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
    const redact = createRedactor(secretsOf(sent));
    return isClean(value, redact) ? redact(value) : substitute(value, redact);
  }, REDACTED);

/**
 * Redacts the secrets in a body; parses it if it is JSON, however the secrets are escaped in it. A word that is the name of
 * a field stays, even if it is a part of a cookie: it may be that of the id of what was created.
 */
export const parseRedacted = (text, sent) => {
  try {
    const secrets = secretsOf(sent);
    const redact = createRedactor(secrets);
    const isSecret = (name) => secrets.some((secret) => name.includes(secret.replace(SCHEME, "")));
    // Serialized again, a secret is escaped in one way only.
    const parts = JSON.stringify(JSON.parse(text.length > MAX_LENGTH ? "" : text)).split(/("[a-z_]+":)/i);
    return JSON.parse(parts.map((part, at) => (at % 2 && !isSecret(part) ? part : redact(part))).join(""));
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
    const clean = createRedactor(secretsOf(sent))(text);
    return clean === text ? headers : new Headers(JSON.parse(clean));
  });

/** How many causes are followed. */
export const DEPTH = 5;

const causeOf = (error) => get(error, "cause") ?? get(get(error, "errors"), 0);

/** The message of a thrown value and, if it differs, that of its deepest cause. */
export const describeThrown = (thrown, sent) =>
  attempt(() => {
    const redact = createRedactor(secretsOf(sent));
    isClean(thrown, redact, true);
    let deepest = thrown;
    for (let depth = 0; depth < DEPTH && causeOf(deepest); depth += 1) deepest = causeOf(deepest);
    const [top, below] = [thrown, deepest].map((error) => messageOf(error, redact));
    return top === below ? top : `${top} (${below})`;
  }, "no reason given");
