/** Who may send requests: checked by the headers that browsers set and pages cannot. */

import { COMMON_HEADERS, Refusal } from "./refusal.js";

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const LOOPBACK_ADDRESS = /^(::ffff:)?127(\.\d{1,3}){3}$|^::1$/;

/** Headers of proxies and of hosting: a request that has one came from elsewhere. */
const FORWARDED =
  /^(x-(forwarded|original|vercel|azure|appengine|envoy|arr|amzn|amz|varnish|proxy)(-|$)|x-real-ip$|x-(cluster-)?client-ip$|forwarded(-|$)|via$|cdn-loop$|cf-|true-client-ip$|fly-|fastly-|tailscale-)/;

const PREFLIGHT = {
  "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
  "access-control-allow-headers": "authorization, content-type, idempotency-key",
  "access-control-max-age": "600",
};

const forbidden = (why) => new Refusal(403, why);

/** The URL that the request was sent to, by its `Host`: frameworks put a name of their own into `request.url`. */
const targetOf = (request) => {
  const url = new URL(request.url);
  const host = request.headers.get("host");
  if (host === null) return url;
  if (/[\s/?#@\\,]/.test(host) || !URL.canParse(`${url.protocol}//${host}`)) {
    throw new Refusal(400, "the Host header could not be read");
  }
  return new URL(`${url.protocol}//${host}`);
};

/**
 * Whether an origin is that of the request. A server behind one that ends TLS sees `http:` where the page has `https:`;
 * the other way round, it is another origin.
 */
const isOwn = (origin, target) =>
  origin === target.origin || (target.protocol === "http:" && origin === `https://${target.host}`);

const checkLocal = (request, target, remoteAddress) => {
  if (remoteAddress === undefined) {
    throw forbidden(
      "localOnly needs the address of the client; use createNodeHandler, or the option authorize",
    );
  }
  const isLocal =
    LOOPBACK_ADDRESS.test(remoteAddress) &&
    LOOPBACK_HOST.test(target.hostname) &&
    LOOPBACK_HOST.test(new URL(request.url).hostname) &&
    ![...request.headers.keys()].some((name) => FORWARDED.test(name));
  if (!isLocal) throw forbidden("this proxy has no authorize and serves only this machine");
};

/** Checks where a request comes from; returns the headers by which a page of another origin may read the response. */
export const checkSource = (request, { origins, localOnly }, remoteAddress) => {
  const target = targetOf(request);
  if (localOnly) checkLocal(request, target, remoteAddress);
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isAllowed = (one) => (origins ? origins.has(one) : isOwn(one, target));
  if (origin !== null && !isAllowed(origin)) {
    throw forbidden(
      "this proxy does not allow the origin of this page; to allow it, add it to the option origins",
    );
  }
  // Without an origin: a GET of the page itself, an image or a script of any page, or no browser.
  const isSame = site === null || site === "same-origin";
  // By plain http, a page of any name that leads to this address sends neither header (DNS rebinding).
  const isKnown = !origins || [target.origin, `https://${target.host}`].some(isAllowed);
  if ((origin === null || !origins) && !(isSame && isKnown))
    throw forbidden("requests of other sites are refused");
  if (origin === null || isOwn(origin, target)) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "retry-after, x-request-id",
  };
};

/** The response to the preflight of an allowed page of another origin; undefined if it is none. */
export const preflight = (request, cors) =>
  request.method === "OPTIONS" && cors["access-control-allow-origin"]
    ? new Response(null, { status: 204, headers: { ...COMMON_HEADERS, ...cors, ...PREFLIGHT } })
    : undefined;
