/**
 * Host operations that the core calls in one step, since each call between the two costs bytes and time.
 * `src/host/portable` does the same for Rust users; `js-tests/client/host.test.js` and `tests/host.rs` test both
 * with the same cases.
 */

import { ignoreRejection } from "./signal.js";

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

/** The items of an iterable, up to a limit: an array with four billion holes is easily made and would fill the memory. */
const listOf = (iterable) => {
  const list = [];
  for (const entry of iterable) if (list.push(entry) > 1e4) throw TOO_MANY;
  return list;
};
const TOO_MANY = "too many entries";

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

/** The maximum length of a message that is quoted, and how many causes are followed. */
const MESSAGE_LENGTH = 500;
const DEPTH = 5;

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

/**
 * The source of a host's own `fetch`, which no wrapper shares: browsers, Bun and workerd; Node; Deno. A bound
 * function may share the source, but not the name.
 */
const OWN_FETCH =
  /^(function fetch\(\) \{\s*\[native code\]|(async )?function fetch\(input, init = undefined\) \{[\s\S]*undici|function fetch\(\.\.\.[\s\S]*lazyFetch\(\))/;

/**
 * Codes of a connection that was never established, or of a failed TLS handshake, in Node and Bun. Bun's EPROTO is
 * not among them: it may also mean that the connection broke later; and so may an alert of the server.
 */
const NEVER_CODE =
  /^(ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL|ERR_PROXY_TUNNEL|UNABLE_TO_VERIFY_LEAF_SIGNATURE|INVALID_CA|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE|ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION|ERR_SSL_UNSUPPORTED_PROTOCOL|(?!.*ALERT).*CERT.*)$/;

/** The same by message, where there is no code: Deno, and Node before it connects. */
const NEVER_MESSAGE =
  /client error \(Connect\)|Requests to port |when HTTP Tunneling|before secure TLS connection was established|^bad port$/;

/**
 * Whether undici sends by a dispatcher that does not resend; it takes one that a prototype brings, too. Its versions
 * have two places for it, and the host's own may read either.
 */
const isPlainDispatcher = () =>
  !{}.dispatcher &&
  [1, 2].every((place) => {
    const dispatcher = globalThis[Symbol.for(`undici.globalDispatcher.${place}`)];
    return (
      !dispatcher ||
      (/^((EnvHttp)?Proxy)?Agent$|^Dispatcher1/.test(dispatcher.constructor.name) &&
        dispatcher.dispatch === dispatcher.constructor.prototype.dispatch)
    );
  });

/** Whether a `fetch` is the host's own, and sends as it does by itself. */
const isHostsOwn = (fetch) => {
  try {
    const source = Function.prototype.toString.call(fetch);
    return OWN_FETCH.test(source) && fetch.name === "fetch" && isPlainDispatcher();
  } catch {
    return false;
  }
};

/**
 * Whether an error proves that no connection to this URL was made. It is trusted only if it comes from the host's own
 * `fetch` and names this address: a wrapper may have delivered the request and then failed at something else. The IP
 * address of a host name is not known here: then only the port is compared.
 */
export const neverConnected = (thrown, fetch, url) => {
  try {
    if (!isHostsOwn(fetch)) return false;
    const { hostname, port, protocol, origin } = new URL(url);
    const host = hostname.replace(/^\[|\]$/g, "");
    const isNumber = /^[\d.]+$|:/.test(host);
    const matches = (value, expected) => value === undefined || String(value) === expected;
    const proves = (error) =>
      (NEVER_CODE.test(error.code) || error.syscall === "connect" || NEVER_MESSAGE.test(error.message)) &&
      matches(error.port, port || (protocol === "http:" ? "80" : "443")) &&
      matches(error.hostname, host) &&
      matches(error.host, host) &&
      (!isNumber || matches(error.address, host)) &&
      // An error of Bun has the whole URL in `path`, one of Deno in its message.
      (error.path === undefined || String(error.path).startsWith(`${origin}/`)) &&
      (!/for url \(/.test(error.message) || error.message.includes(`(${origin}/`));
    for (let error = thrown, depth = 0; error && depth <= DEPTH; error = error.cause, depth += 1) {
      if ((error.errors?.length ? error.errors : [error]).every(proves)) return true;
    }
  } catch {
    // An error that cannot be read proves nothing.
  }
  return false;
};

/** Whether a JSON value has, however deep, a field of one of these names, which have spaces in between. */
export const mentions = (value, names) => {
  const text = JSON.stringify(value) ?? "";
  return names !== "" && names.split(" ").some((name) => text.includes(`"${name}":`));
};

let knowsCache;

/**
 * Prepares a request for the host. No cache of the host or of a framework may respond instead of the API;
 * some versions of workerd throw on the field. Deno resends a request by itself when a connection breaks, unless
 * it keeps no copy of the body: whatever `fetch` is used may end in the host's own, and every `fetch` takes a Blob.
 *
 * Returns whether what `fetch` throws can prove something: see `neverConnected`. Asked here too, since a dispatcher
 * may be replaced while the request is in flight. Deno and Bun resend other requests, so that a refused connection
 * may be the second one.
 */
export const prepare = (init, isNonIdempotent, fetch) => {
  try {
    knowsCache ??= typeof Request !== "function" || !!new Request("https://a.example", { cache: "no-store" });
  } catch {
    knowsCache = false;
  }
  if (knowsCache) init.cache = "no-store";
  if (isNonIdempotent && globalThis.Deno) init.body = new Blob(init.body === undefined ? [] : [init.body]);
  return (isNonIdempotent || !(globalThis.Deno || globalThis.Bun)) && isHostsOwn(fetch);
};

/**
 * Whether this is a page or a worker of one, including a service worker. The workers of Deno, Bun, Node and workerd
 * are not.
 */
export const isBrowser = () => {
  const { window, WorkerGlobalScope, location, Deno, Bun, process } = globalThis;
  return Boolean(
    window?.document || (WorkerGlobalScope && location && !Deno && !Bun && !process?.versions?.node),
  );
};

/** Whether a base URL is on the origin of this page. */
export const isSameOrigin = (baseURL) =>
  baseURL.startsWith("/") || `${baseURL}/`.startsWith(`${globalThis.location?.origin || "\n"}/`);

/** A unique string. Pages without TLS have no `randomUUID`. */
export const unique = () =>
  globalThis.crypto?.randomUUID?.() ?? [Math.random(), Math.random(), performance.now()].join("");

/** Whether the prototype is null or `Object.prototype` of any realm. */
export const isPlain = (object) => {
  const prototype = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** The value that JSON serializes instead: what `toJSON` returns. */
const jsonValue = (value) =>
  typeof value === "object" && typeof value?.toJSON === "function" && !(value instanceof Date)
    ? value.toJSON()
    : value;

/**
 * The fields of an object as a flat list of names and values; with `iterable`, also the pairs of `Headers`, a `Map`,
 * `URLSearchParams` or an array. Throws for an object that has no fields and is not plain, such as a Map or a promise:
 * its content would be lost.
 */
export const fieldsOf = (object, iterable) => {
  const plain = isPlain(object);
  const isList = iterable && (Array.isArray(object) || (!plain && typeof object.entries === "function"));
  const pairs = isList ? listOf(object) : Object.entries(object);
  if (pairs.length === 0 && !plain && !isList) throw "it has no own properties";
  return pairs.flatMap((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[0] !== "string") {
      throw "expected [name, value] pairs";
    }
    return [pair[0], jsonValue(pair[1])];
  });
};

/** Calls a callback, ignoring what it throws or rejects with; returns whether it threw. */
export const callSafely = (run, self, argument) => {
  try {
    ignoreRejection(run.call(self, argument));
    return false;
  } catch {
    return true;
  }
};

/** The items of an array as JSON serializes them. */
export const itemsOf = (array) => {
  const { length } = array;
  if (length > 1e6) throw TOO_MANY;
  return Array.from({ length }, (_, index) => jsonValue(array[index]));
};

/** Whether `Intl` knows the time zone; true if there is no `Intl`. */
export const isTimeZone = (timeZone) => {
  try {
    if (/^[+-]/.test(timeZone)) return false;
    if (typeof Intl === "object") new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
};
