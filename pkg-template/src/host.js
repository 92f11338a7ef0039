/**
 * Host operations that the core calls in one step, since each call between the two costs bytes and time.
 * `src/host/portable` does the same for Rust users; `js-tests/client/host.test.js` and `tests/host.rs` test both
 * with the same cases.
 */

import { define, get, globalOf } from "../shared/own.js";
import { Fields } from "./host/encode.js";
import { headerOf } from "./host/header.js";
import { isHostsOwn, isNodes, neverConnected } from "./host/proof.js";
import { Report } from "./report.js";
import { VERSION } from "./version.js";

export { get } from "../shared/own.js";
export { isTimeZone } from "../shared/time-zone.js";
export { callHook, log, report } from "./host/callbacks.js";
export { encode, readParams, reasonOf, writeBody } from "./host/encode.js";
export { headerOf } from "./host/header.js";
export { neverConnected } from "./host/proof.js";
export { describeThrown, parseRedacted, redact, redactHeaders } from "./host/redact.js";
export { isAborted, isSignal } from "./signal.js";

/**
 * Whether a body has, however deep and in texts that are JSON, a field of one of these names, which have spaces in between. In
 * any case, with another separator or none for their underscores.
 */
export const mentions = (body, names) => {
  // A mock may call an error status `ok`: then the caller reads the body.
  let text = String(body);
  try {
    // Serialized again, a name is written in one way only.
    text = JSON.stringify(JSON.parse(body));
  } catch {}
  const any = names.replaceAll(" ", "|").replaceAll("_", "[_ -]?");
  // Quotes within a text are escaped; a dictionary of Python has others.
  return any !== "" && new RegExp(`["'](${any})\\\\*["']\\s*:`, "i").test(text);
};

/**
 * The origin of this page or worker; of a frame that has no address, such as one with `srcdoc`, that of its creator, which
 * must be that of the top page: any script can replace `origin`, but not `top`.
 */
const originOf = () => {
  const top = get(get(globalOf("top"), "location"), "origin");
  const all = [get(globalOf("location"), "origin"), top === globalOf("origin") && top];
  return all.find((one) => typeof one === "string" && /:\/\/./.test(one)) ?? "";
};

/**
 * Resolves a path against the page's own origin, whatever its `<base>` is. In a page without an origin it would go to that
 * of the `<base>`: undefined.
 */
const absolute = (url) => {
  if (url[0] !== "/") return url;
  return originOf() || !isBrowser() ? originOf() + url : undefined;
};

/** Whether the host's Blob is one that a `fetch` can read. */
const canStream = () => typeof get(get(globalOf("Blob"), "prototype"), "stream") === "function";

let cacheKnown;

/** Whether the host takes `cache`: some versions of workerd throw on it. */
const knowsCache = () => {
  try {
    cacheKnown ??=
      typeof Request !== "function" ||
      !!new Request("https://a.example", { __proto__: null, cache: "no-store" });
  } catch {
    cacheKnown = false;
  }
  return cacheKnown;
};

/**
 * Prepares an attempt: what is passed to `fetch`, and which one. `lines` are the method, the URL, and the names and
 * values of the headers, which are added to those that were `sent`. The objects have no prototype, to which any script
 * may have added a body or a dispatcher. Undefined if there is no `fetch`, no origin for a path, or a global that throws.
 *
 * No cache of the host or of a framework may respond instead of the API. A redirect that the host follows may carry the
 * key and the body to another origin. Deno resends a request by itself when a connection breaks, unless it keeps no copy
 * of the body: whatever `fetch` is used may end in the host's own, and every `fetch` takes a Blob.
 *
 * `trusted` is whether what `fetch` throws can prove something: see `neverConnected`. Asked here too, since a dispatcher
 * may be replaced while the request is in flight. Deno and Bun resend other requests, so that a refused connection
 * may be the second one.
 */
export const prepare = (lines, body, given, isNonIdempotent, sent) => {
  const parts = lines.split("\n");
  // What was sent is a copy: a `fetch` may change the headers, and their secrets are still secrets.
  const [headers, copy] = [new Fields(), new Fields()];
  for (let index = 2; index < parts.length; index += 2) {
    copy[parts[index]] = headers[parts[index]] = parts[index + 1];
  }
  sent.push(copy);
  if (!isBrowser()) headers["user-agent"] ??= userAgent();
  const init = Object.assign(new Fields(), { method: parts[0], headers, redirect: "manual" });
  if (body !== undefined) init.body = body;
  if (knowsCache()) init.cache = "no-store";
  try {
    const [Deno, Bun] = [globalOf("Deno"), globalOf("Bun")];
    const fetch = given ?? globalOf("fetch");
    const isOwn = given === undefined && isHostsOwn(fetch);
    // One of another realm may be Deno's, too. Node's would send the Blob of a page that is simulated as "[object Blob]".
    const mayBeDenos = Deno || (!(fetch instanceof Function) && !isNodes(fetch) && canStream());
    if (isNonIdempotent && mayBeDenos) init.body = new Blob(body === undefined ? [] : [body]);
    const trusted = isOwn && (isNonIdempotent || !(Deno || Bun));
    const url = absolute(parts[1]);
    // The `fetch` of a server takes no path, whatever a framework has replaced it by.
    const isLost = !url || (given === undefined && url[0] === "/");
    return typeof fetch === "function" && !isLost ? { url, init, fetch, trusted, sent } : undefined;
  } catch {
    return undefined;
  }
};

const nodeVersion = () => get(get(globalOf("process"), "versions"), "node");

/**
 * What the API sees of this package and its host. Not in a page: in some browsers, a server must allow it first, and a
 * page has its own.
 */
const userAgent = () => {
  const node = nodeVersion();
  const name = get(globalOf("navigator"), "userAgent") ?? (node && `Node.js/${node}`);
  return `synthflow-wasm/${VERSION}${/^[ -~]+$/.test(name ?? "") ? ` (${name})` : ""}`;
};

/** Whether what an attempt threw proves that it did not leave. */
export const neverLeft = (thrown, { trusted, fetch, url }) => trusted && neverConnected(thrown, fetch, url);

/**
 * Whether this is a page or a worker of one, including a service worker. The workers of Deno, Bun, Node and workerd
 * are not.
 */
export const isBrowser = () => {
  const isServer = () => globalOf("Deno") || globalOf("Bun") || nodeVersion();
  return Boolean(
    get(globalOf("window"), "document") ||
      (globalOf("WorkerGlobalScope") && globalOf("location") && !isServer()),
  );
};

/** Whether the host can parse a URL. */
export const isURL = (url) => {
  try {
    return Boolean(new URL(url));
  } catch {
    return false;
  }
};

/** Whether a base URL is on the origin of this page. */
export const isSameOrigin = (baseURL) =>
  baseURL.startsWith("/") || `${baseURL}/`.startsWith(`${originOf() || "\n"}/`);

/** A unique string. Pages without TLS have no `randomUUID`. */
export const unique = () => {
  try {
    const made = crypto.randomUUID();
    if (typeof made === "string") return made;
  } catch {}
  return [Math.random(), Math.random(), Date.now()].join("");
};

/**
 * What a response is: its status; 0 if it is none; 1 for a redirect of which a browser shows nothing, 2 after one that
 * `fetch` followed, which a polyfill may show only by the host of its URL. Read by its
 * interface, so that a foreign `Response` or a mock is accepted. A text is a string, or undefined if the caller reads it.
 */
export const statusOf = (response, text, attempt) => {
  if (attempt) attempt.response = response;
  if (get(response, "type") === "opaqueredirect") return 1;
  const [from, to] = [response, attempt].map((one) =>
    /\/\/[^/:?#]+/.exec(get(one, "url"))?.[0].toLowerCase(),
  );
  if (get(response, "redirected") ?? (from && to && from !== to)) return 2;
  const status = get(response, "status");
  if (typeof status !== "number" || !(status >= 200 && status < 600)) return 0;
  return (status >= 300 && status < 400) || text === undefined || typeof text === "string" ? status : 0;
};

/** Parses JSON; white space only is an empty object. `trim` takes off a byte order mark, which not every host drops. */
export const parseBody = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(text.trim() || "{}");
  }
};

/** Parses NDJSON. */
export const parseLines = (text) =>
  text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/**
 * Adds what stands next to the data in an envelope, such as `eta`, to the data, unless it has a field of that name. Null
 * becomes an object.
 */
export const addSiblings = (data, body) => {
  const all = data ?? {};
  for (const name of Object.keys(body))
    if (!/^(status|response|__proto__)$/.test(name) && !Object.hasOwn(all, name))
      setField(all, name, body[name]);
  return all;
};

/** Defines a field of an object of data. */
export const setField = (object, name, value) => {
  define(object, name, value, { enumerable: true });
};

/** An array of one value; an empty one without it. */
export const listOfOne = (value) => (value === undefined ? [] : [value]);

/** What the driver does next: see `generated/events.js`. */
export const action = (what, value, time) => ({ do: what, value, time });

/** The options of a wait with their times. */
export const withTimes = (options, interval, timeout, lateUntil) => ({
  __proto__: null,
  ...options,
  interval,
  timeout,
  lateUntil,
});

/**
 * What a request resolves to; the next page is asked for with the field of this name set to the cursor, or the number. A
 * cursor of null is one that is missing.
 */
export const result = (data, response, total, before, isMore, name, number, cursor, body) => ({
  data,
  response,
  total,
  before,
  isMore,
  next: name ? { __proto__: null, [name]: cursor === undefined ? number : cursor } : undefined,
  body,
});

/** The plain object from which an error is created. */
export const failure = (
  kind,
  message,
  outcome,
  attempts,
  status,
  code,
  retryAfter,
  headers,
  body,
  cause,
  issues,
) => {
  const all = { code, retryAfter, cause, issues };
  // The signal of `AbortSignal.timeout` gives this reason.
  const said =
    get(cause, "name") === "TimeoutError" ? message.replace(/^aborted(?= by the)/, "timed out") : message;
  const error = new Report({ class: kind, message: said, outcome, attempts });
  if (status) Object.assign(error, { status, headers, body });
  const isId = (id) => (typeof id === "string" && id !== "") || typeof id === "number";
  const ids = ["detail", "response", ""].map((name) => get(name ? get(body, name) : body, "request_id"));
  const id = [...ids, headerOf(error, "x-request-id")].find(isId);
  if (id !== undefined) all.requestId = String(id);
  for (const name of Object.keys(all)) if (all[name] !== undefined) error[name] = all[name];
  return error;
};

/** Adds an issue to a list; its limits are those of a number. */
export const addIssue = (issues, path, code, expected, got, hint, message, limits) => {
  const [minimum, maximum] = limits.split(" ").map(Number);
  issues.push({ path, code, expected, got, hint, message, ...(limits && { minimum, maximum }) });
};

/** Whether a `fetch` is that of a sandbox: its key opens nothing, so a page may have it. */
export const isSandbox = (fetch) => Boolean(get(fetch, Symbol.for("synthflow-wasm.sandbox")));
