/**
 * Checks which requests a served sandbox accepts. Any web page can send requests to this machine: by a host name of its
 * own that resolves to it (DNS rebinding; checked by `Host`), or cross-origin (checked by `Origin`, and for the images and links
 * that have none by `Sec-Fetch-Site`).
 */

import { forbidden, unreadable } from "./errors.js";

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** The normalized hostname of a host with or without a port. */
const hostnameOf = (host) => {
  const bracketed = /^[\da-f]*:[\da-f:.]*:[\da-f:.]*$/i.test(host) ? `[${host}]` : host;
  if (/[\s/?#@\\]/.test(host) || !URL.canParse(`http://${bracketed}`)) return undefined;
  return new URL(`http://${bracketed}`).hostname.replace(/\.$/, "");
};

/** An origin as browsers send it; `"null"` is the origin of a file or a sandboxed frame. */
const originOf = (text) => {
  if (text === "null") return text;
  if (!URL.canParse(text)) return undefined;
  const { protocol, host, pathname, search, hash, username } = new URL(text);
  const more = pathname.replace("/", "") + search + hash + username;
  return host && !more ? `${protocol}//${host}` : undefined;
};

const isLoopback = (origin) =>
  /^https?:/.test(origin) && originOf(origin) === origin && LOOPBACK.test(hostnameOf(new URL(origin).host));

/** The parsed values, for comparison. */
const read = (values, parse, name, example) =>
  new Set(
    values.map((value) => {
      const parsed = parse(String(value));
      if (parsed === undefined)
        throw new TypeError(`${name}: expected ${example}, got ${JSON.stringify(value)}`);
      return parsed;
    }),
  );

/** Creates the check of a request: it throws a refusal, or returns the origin that may read the response. */
export const createGuard = ({ host, allowHosts = [], allowOrigins = [] }) => {
  const hosts = read([host, ...allowHosts], hostnameOf, "allowed host", "a host name or an IP address");
  const origins = read(allowOrigins, originOf, "allowed origin", 'an origin such as "https://app.example"');

  return ({ headersDistinct: { host: named = [], origin: given = [], "sec-fetch-site": site = [] } }) => {
    if (named.length !== 1) throw unreadable("expected one Host header");
    const name = hostnameOf(named[0]);
    if (name === undefined) throw unreadable("the Host header could not be read");
    if (!LOOPBACK.test(name) && !hosts.has(name)) {
      throw forbidden(`host ${name} is not allowed; to allow it: --allow-host ${name}`);
    }
    if (given.length === 0 && site.includes("cross-site"))
      throw forbidden("a request of another site without an Origin is not allowed");
    if (given.length === 0) return undefined;
    const [origin] = given;
    if (given.length > 1 || (!isLoopback(origin) && !origins.has(origin))) {
      const shown = given.join(", ");
      throw forbidden(`origin ${shown} is not allowed; to allow it: --allow-origin ${shown}`);
    }
    return origin;
  };
};
