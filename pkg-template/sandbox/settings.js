/** The options of a sandbox, checked: what is misspelled would be dropped. */

import { shown } from "../shared/nearest.js";
import { hasFields, isObject } from "../shared/own.js";

const DEFAULTS = {
  now: Date.now,
  generation: "current",
  callDuration: 3000,
  workspace: "sandbox",
  seed: 1,
  shapes: "documented",
  webhooks: "send",
  webhookSecret: "sandbox-webhook-secret",
  webhookRetryDelay: 1000,
  rateLimits: {},
};

const isText = (value) => typeof value === "string" && value !== "";
/** What can be in a header, after `Bearer `. */
const isKey = (value) => typeof value === "string" && /^[\x21-\x7e]+$/.test(value);
const isTime = (value) => Number.isFinite(value) && value >= 0;
const isCount = (value) => Number.isInteger(value) && value > 0;
const isFunction = (value) => typeof value === "function";
const oneOf = (...values) => [
  (value) => values.includes(value),
  values.map((value) => `"${value}"`).join(" or "),
];

/** What each option must be, and how that is said. */
const OPTIONS = {
  apiKey: [
    (value) => value === null || isKey(value),
    "a non-empty string or null, without spaces and characters that are not ASCII",
  ],
  agents: [(value) => Number.isInteger(value) && value >= 0 && value <= 10_000, "an integer from 0 to 10000"],
  callDuration: [isTime, "milliseconds"],
  workspace: [isText, "a non-empty string"],
  generation: oneOf("current", "legacy"),
  seed: [(value) => Number.isFinite(value) || hasFields(value), "a number or an object"],
  basePath: [(value) => isText(value) && /^(\/[\w.-]+)+\/?$/.test(value), 'a path such as "/synthflow"'],
  now: [isFunction, "a function"],
  rateLimits: [isObject, "an object"],
  webhooks: oneOf("send", "off"),
  onWebhook: [isFunction, "a function"],
  webhookSecret: [isText, "a non-empty string"],
  webhookRetryDelay: [isTime, "milliseconds"],
  shapes: oneOf("documented", "live"),
  onRequest: [isFunction, "a function"],
};

const RATE_LIMITS = {
  callsPerSecond: [isCount, "a positive integer"],
  concurrentCalls: [isCount, "a positive integer"],
  retryAfter: [isTime, "seconds"],
};

/** The options that are given; undefined is none. Throws for one that is unknown or wrong; `prefix` is where they are. */
const checked = (options, known, prefix = "") => {
  if (!hasFields(options)) throw new TypeError("createSandbox: expected an object of options");
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (!Object.hasOwn(known, name))
      throw new TypeError(
        `createSandbox: ${prefix.replace(".", ": ")}there is no option ${shown(name, Object.keys(known), true)}`,
      );
    const [is, expected] = known[name];
    if (!is(value)) throw new TypeError(`sandbox option ${prefix}${name}: expected ${expected}`);
  }
  return Object.fromEntries(given);
};

/** The options with their defaults. */
export const settingsOf = (options) => {
  const settings = { ...DEFAULTS, ...checked(options, OPTIONS) };
  checked(settings.rateLimits, RATE_LIMITS, "rateLimits.");
  return settings;
};
