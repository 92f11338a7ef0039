/**
 * What the core asks of the host in one step, because each step between the two costs. `src/http/host/portable`
 * does the same for Rust users; `js-tests/client/host.test.js` and `tests/host.rs` hold both to one list.
 */

import { ignoreRejection } from "./signal.js";

/** Headers whose value is a secret, by a part of their name. */
const SECRET_HEADER = /auth|cookie|key|token|secret|pass|session/;

/** What is shorter is no secret, and may be a word. */
const SHORTEST = 8;

const REDACTED = "[redacted]";

const escaped = (text) => JSON.stringify(text).slice(1, -1);

/** A secret as it is, as JSON writes it and JSON within JSON, and as a URL does. */
const formsOf = (secret) => [
  secret,
  escaped(secret),
  escaped(escaped(secret)),
  secret.replaceAll("/", "\\/"),
  encodeURIComponent(secret),
];

/** The secrets among the headers of all attempts, longest first: none is left in part where one holds another. */
const secretsOf = (sent) =>
  sent
    .flatMap(Object.entries)
    .filter(([name]) => SECRET_HEADER.test(name))
    .flatMap(([, value]) => [value, ...value.split(/[ ;,=]/)])
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap(formsOf)
    .sort((one, other) => other.length - one.length);

/** Takes the secrets out of a text; anything else it returns as it is. */
const createRedactor = (sent) => {
  const secrets = secretsOf(sent);
  return (text) => {
    if (typeof text !== "string") return text;
    let clean = secrets.reduce((text, secret) => text.split(secret).join(REDACTED), text);
    // Where somebody else cut the text within a secret, its beginning stands at the end.
    for (const secret of secrets) {
      for (let length = secret.length - 1; length >= SHORTEST; length -= 1) {
        if (clean.endsWith(secret.slice(0, length))) clean = clean.slice(0, -length) + REDACTED;
      }
    }
    return clean;
  };
};

/** A text without the secrets. Before anything is cut off it: a cut secret is not found any more. */
export const redact = (text, sent) => createRedactor(sent)(text);

/** A body without the secrets: parsed where it is JSON, however that wrote them. */
export const parseRedacted = (text, sent) => {
  const redact = createRedactor(sent);
  try {
    // Written anew, a secret is spelled in one way only.
    return JSON.parse(redact(JSON.stringify(JSON.parse(text))));
  } catch {
    return redact(text);
  }
};

/** What something iterates over. One of four billion holes is made by a slip, and fills the memory. */
const listOf = (iterable) => {
  const list = [];
  for (const entry of iterable) if (list.push(entry) > 1e4) throw TOO_MANY;
  return list;
};
const TOO_MANY = "too many entries";

/** The headers of a response: the host's own object, or a copy where one repeats a secret. */
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

/** How many letters of a foreign message are taken over, and how far causes are followed. */
const MESSAGE_LENGTH = 500;
const DEPTH = 5;

const causeOf = (error) => error?.cause ?? error?.errors?.[0];

/** Takes the secrets out of an error itself, which becomes a cause: undici keeps what a server sent in `data`. */
const cleanError = (error, redact) => {
  if (typeof error !== "object") return;
  for (const name of Object.getOwnPropertyNames(error)) {
    const text = error[name];
    const clean = redact(text);
    if (clean !== text) error[name] = clean;
  }
};

/** What was thrown, in words, and what really went wrong where that is another. */
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
 * Codes of a connection that never stood, or of a TLS handshake that failed: Node, Bun. Bun's EPROTO is none: it
 * comes for a connection that breaks later too; and so may an alert of the server.
 */
const NEVER_CODE =
  /^(ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL|ERR_PROXY_TUNNEL|UNABLE_TO_VERIFY_LEAF_SIGNATURE|INVALID_CA|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE|ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION|ERR_SSL_UNSUPPORTED_PROTOCOL|(?!.*ALERT).*CERT.*)$/;

/** The same in words, where there is no code: Deno, and Node before it connects. */
const NEVER_WORDS =
  /client error \(Connect\)|Requests to port |when HTTP Tunneling|before secure TLS connection was established|^bad port$/;

/** Whether undici sends by a dispatcher that does not resend; it takes one that a prototype brings, too. */
const isPlainDispatcher = () => {
  const dispatcher = globalThis[Symbol.for("undici.globalDispatcher.1")];
  return (
    !{}.dispatcher &&
    (!dispatcher ||
      (/^(Agent|ProxyAgent|EnvHttpProxyAgent)$/.test(dispatcher.constructor.name) &&
        dispatcher.dispatch === dispatcher.constructor.prototype.dispatch))
  );
};

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
 * Whether an error says that no connection to this URL was made. It is believed only where it comes from the
 * host's own `fetch` and is about this very address: a wrapper may have delivered the request, and failed at
 * something else. The number behind a name is not known here: then only the port is compared.
 */
export const neverConnected = (thrown, fetch, url) => {
  try {
    if (!isHostsOwn(fetch)) return false;
    const { hostname, port, protocol, origin } = new URL(url);
    const host = hostname.replace(/^\[|\]$/g, "");
    const isNumber = /^[\d.]+$|:/.test(host);
    const is = (value, ours) => value === undefined || String(value) === ours;
    const proves = (error) =>
      (NEVER_CODE.test(error.code) || error.syscall === "connect" || NEVER_WORDS.test(error.message)) &&
      is(error.port, port || (protocol === "http:" ? "80" : "443")) &&
      is(error.hostname, host) &&
      is(error.host, host) &&
      (!isNumber || is(error.address, host)) &&
      // An error of Bun names the whole URL, one of Deno does so in words.
      (error.path === undefined || String(error.path).startsWith(`${origin}/`)) &&
      (!/for url \(/.test(error.message) || error.message.includes(`(${origin}/`));
    for (let error = thrown, depth = 0; error && depth <= DEPTH; error = error.cause, depth += 1) {
      if ((error.errors?.length ? error.errors : [error]).every(proves)) return true;
    }
  } catch {
    // What cannot be read proves nothing.
  }
  return false;
};

let knowsCache;

/**
 * Prepares a request for the host. Neither a cache of the host nor one of a framework may answer for the API;
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
 * Whether this is a page or a worker of one, the service worker included. Deno, Bun, Node and workerd have workers
 * too, and there they are no browser's.
 */
export const isBrowser = () => {
  const { window, WorkerGlobalScope, location, Deno, Bun, process } = globalThis;
  return Boolean(
    window?.document || (WorkerGlobalScope && location && !Deno && !Bun && !process?.versions?.node),
  );
};

/** Whether a base URL is on the server of this page. */
export const isSameOrigin = (baseURL) =>
  baseURL.startsWith("/") || `${baseURL}/`.startsWith(`${globalThis.location?.origin || "\n"}/`);

/** A text that is given out once only. Pages without TLS have no `randomUUID`. */
export const unique = () =>
  globalThis.crypto?.randomUUID?.() ?? [Math.random(), Math.random(), performance.now()].join("");

/** Whether the prototype is nothing, or `Object.prototype` of any realm. */
export const isPlain = (object) => {
  const prototype = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** What JSON writes in place of a value. */
const jsonValue = (value) =>
  typeof value === "object" && typeof value?.toJSON === "function" && !(value instanceof Date)
    ? value.toJSON()
    : value;

/**
 * The fields of an object, as a list of a name, its value, the next name and so on; where `iterable` says so also
 * the pairs of `Headers`, a `Map`, `URLSearchParams` or an array. An object without fields that is no plain one,
 * such as a Map or a promise, would be lost: it is refused.
 */
export const fieldsOf = (object, iterable) => {
  const plain = isPlain(object);
  const isList = iterable && (Array.isArray(object) || (!plain && typeof object.entries === "function"));
  const pairs = isList ? listOf(object) : Object.entries(object);
  if (pairs.length === 0 && !plain && !isList) throw "its content is not in fields of its own";
  return pairs.flatMap((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2 || typeof pair[0] !== "string") {
      throw "no pairs of a name and a value";
    }
    return [pair[0], jsonValue(pair[1])];
  });
};

/** Calls a function of the caller's. What it throws, or rejects a promise with, ends nothing; whether it threw. */
export const callSafely = (run, self, argument) => {
  try {
    ignoreRejection(run.call(self, argument));
    return false;
  } catch {
    return true;
  }
};

/** The entries of an array as JSON writes them. */
export const itemsOf = (array) => {
  const { length } = array;
  if (length > 1e6) throw TOO_MANY;
  return Array.from({ length }, (_, index) => jsonValue(array[index]));
};

/** Whether `Intl` knows the time zone; true where there is no `Intl` to ask. */
export const isTimeZone = (timeZone) => {
  try {
    if (/^[+-]/.test(timeZone)) return false;
    if (typeof Intl === "object") new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
};
