/** What an error of `fetch` proves. */

import { get } from "../../shared/own.js";
import { DEPTH } from "./redact.js";

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

/** Whether a `fetch` is Node's, of any realm. */
export const isNodes = (fetch) => /undici|lazyFetch/.test(Function.prototype.toString.call(fetch));

/** Whether a dispatcher of undici, if there is one, does not resend. */
export const isPlainDispatcher = (dispatcher) => {
  try {
    if (!dispatcher) return true;
    const { constructor: Class, dispatch } = dispatcher;
    return /^((EnvHttp)?Proxy)?Agent$|^Dispatcher1/.test(Class.name) && dispatch === Class.prototype.dispatch;
  } catch {
    return false;
  }
};

/**
 * Whether undici sends by a dispatcher that does not resend; it takes one that a prototype brings, too. Its versions
 * have two places for it, and the host's own may read either.
 */
const sendsOnce = () =>
  !{}.dispatcher &&
  [1, 2].every((place) => isPlainDispatcher(globalThis[Symbol.for(`undici.globalDispatcher.${place}`)]));

/** The last `fetch` whose source is that of a host's own: a source cannot change, and reading it takes time. */
let known;

/**
 * Whether a `fetch` is the host's own, and sends as it does by itself. One of another realm, as in a vm context, may have
 * a dispatcher there that is not seen here.
 */
export const isHostsOwn = (fetch) => {
  try {
    if (fetch !== known) {
      if (!OWN_FETCH.test(Function.prototype.toString.call(fetch))) return false;
      known = fetch;
    }
    return fetch.name === "fetch" && fetch instanceof Function && sendsOnce();
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
    const proves = (error) => {
      // What a script added to every object is not of the error.
      const matches = (name, expected) => {
        const value = get(error, name);
        return value === undefined || String(value) === expected;
      };
      const [message, path] = ["message", "path"].map((name) => get(error, name));
      return (
        (NEVER_CODE.test(get(error, "code")) ||
          get(error, "syscall") === "connect" ||
          NEVER_MESSAGE.test(message)) &&
        matches("port", port || (protocol === "http:" ? "80" : "443")) &&
        matches("hostname", host) &&
        matches("host", host) &&
        (!isNumber || matches("address", host)) &&
        // An error of Bun has the whole URL in `path`, one of Deno in its message.
        (path === undefined || String(path).startsWith(`${origin}/`)) &&
        (!/for url \(/.test(message) || message.includes(`(${origin}/`))
      );
    };
    for (let error = thrown, depth = 0; error && depth <= DEPTH; error = get(error, "cause"), depth += 1) {
      const errors = get(error, "errors");
      if ((errors?.length ? errors : [error]).every(proves)) return true;
    }
  } catch {
    // An error that cannot be read proves nothing.
  }
  return false;
};
