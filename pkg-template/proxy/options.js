/** The options of a proxy, checked: a mistake here could let anybody dial. */

import { Synthflow, SynthflowError } from "synthflow-wasm";
import { shown } from "../shared/nearest.js";
import { readAllow } from "./allow.js";
import { readFields } from "./fields.js";
import { Misuse } from "./misuse.js";
import { Refusal } from "./refusal.js";
import { createMemoryStore } from "./store.js";

const NAMES = [
  "apiKey",
  "region",
  "baseURL",
  "fetch",
  "fetchOptions",
  "dangerouslyAllowHttp",
  "timeout",
  "maxRetries",
  "maxRetryAfter",
  "validation",
  "authorize",
  "localOnly",
  "allow",
  "fields",
  "origins",
  "basePath",
  "maxBodySize",
  "bodyTimeout",
  "store",
  "onError",
];

/** More than that, and a request could outlive what is kept of it. */
const MAX_TIMEOUT_MS = 120_000;

const invalid = (name, expected) => new TypeError(`proxy option ${name}: expected ${expected}`);

const numberOf = (name, value, least, most) => {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalid(name, `an integer from ${least} to ${most}`);
};

const isProduction = () => {
  try {
    return globalThis.process?.env?.NODE_ENV === "production";
  } catch {
    return false;
  }
};

const checkAccess = ({ authorize, localOnly }) => {
  if (localOnly !== undefined && typeof localOnly !== "boolean") throw invalid("localOnly", "a boolean");
  if (authorize !== undefined && typeof authorize !== "function") throw invalid("authorize", "a function");
  if (Boolean(authorize) === Boolean(localOnly)) {
    throw new TypeError(
      "proxy: pass authorize, a function that checks who sends a request, or, for development on this machine only, localOnly: true",
    );
  }
  if (localOnly && isProduction()) {
    throw new TypeError("proxy option localOnly: NODE_ENV is production; pass authorize instead");
  }
};

/** Whether it is an origin as a browser sends it. `URL` does not know those of apps and extensions. */
const isOrigin = (one) =>
  /^[a-z][a-z\d+.-]*:\/\/[^*/\s]+$/.test(one) &&
  URL.canParse(one) &&
  (!/^https?:/.test(one) || new URL(one).origin === one);

const readOrigins = (origins) => {
  if (origins === undefined) return undefined;
  if (!Array.isArray(origins) || origins.length === 0 || !origins.every(isOrigin)) {
    throw invalid("origins", 'an array of origins such as "https://app.example", without a path or *');
  }
  return new Set(origins);
};

const readBasePath = (basePath = "/synthflow") => {
  if (basePath === "" || /^(\/[\w-][\w.-]*)+$/.test(basePath)) return basePath;
  throw invalid("basePath", 'a path such as "/synthflow", without a slash at its end');
};

const readStore = (store) => {
  if (store === undefined) return createMemoryStore();
  const isStore = ["claim", "get", "set"].every((name) => typeof store?.[name] === "function");
  if (isStore) return store;
  throw invalid("store", "an object with the methods claim, get and set");
};

/** Where an error of `authorize` or of a store comes from, in one line; no message, which may quote a secret. */
const placeOf = ({ stack, message }) => {
  const text = String(stack);
  const end = text.indexOf(message) + String(message).length;
  return /^ +at .*$/m.exec(text.slice(end))?.[0].trim();
};

/** A name or a code, if it is a plain word. */
const wordOf = (value) => (/^[\w-]{1,50}$/.test(value) ? value : undefined);

/** What is logged by default: no message, which may quote the API. */
const logError = (error, { operation }) => {
  const { name, status, code, outcome } = error ?? {};
  const parts =
    error instanceof SynthflowError
      ? [name, status, wordOf(code), outcome]
      : error instanceof Misuse || error instanceof Refusal
        ? [error.message]
        : [wordOf(name) ?? typeof error, wordOf(code), placeOf(error ?? {})];
  const text = parts.filter(Boolean).join(", ");
  globalThis.console?.error?.(`synthflow-wasm proxy: ${operation}: ${text.replace(/\p{C}/gu, " ")}`);
};

/** The settings, and the client that sends. */
export const readOptions = (options) => {
  if (typeof options !== "object" || options === null) throw new TypeError("createProxy: expected options");
  // Own properties only: any script may add to a prototype.
  const given = { __proto__: null, ...options };
  for (const name of Object.keys(given)) {
    if (NAMES.includes(name)) continue;
    throw new TypeError(`proxy: there is no option ${shown(name, NAMES, true)}`);
  }
  checkAccess(given);
  const { apiKey, region, baseURL, fetch, timeout = 60_000, maxRetries = 2, maxRetryAfter = 10_000 } = given;
  const {
    validation = "strict",
    maxBodySize = 1024 * 1024,
    bodyTimeout = 10_000,
    onError = logError,
  } = given;
  if (apiKey === null) throw invalid("apiKey", "a string or a function");
  if (validation !== "strict" && validation !== "off") throw invalid("validation", '"strict" or "off"');
  if (typeof onError !== "function") throw invalid("onError", "a function");
  return {
    authorize: given.authorize,
    localOnly: given.localOnly === true,
    allow: readAllow(given.allow),
    fields: readFields(given.fields, validation),
    origins: readOrigins(given.origins),
    basePath: readBasePath(given.basePath),
    store: readStore(given.store),
    maxBodySize: numberOf("maxBodySize", maxBodySize, 1, 64 * 1024 * 1024),
    bodyTimeout: numberOf("bodyTimeout", bodyTimeout, 1, 600_000),
    timeout: numberOf("timeout", timeout, 1, MAX_TIMEOUT_MS),
    maxRetries: numberOf("maxRetries", maxRetries, 0, 2),
    validation,
    onError,
    client: new Synthflow({
      apiKey,
      region,
      baseURL,
      fetch,
      fetchOptions: given.fetchOptions,
      dangerouslyAllowHttp: given.dangerouslyAllowHttp,
      timeout,
      maxRetryAfter: numberOf("maxRetryAfter", maxRetryAfter, 0, 60_000),
      validation,
    }),
  };
};
