/** The options of a sandbox, checked. */

import { isObject } from "./merge.js";

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

const refuse = (name, expected) => {
  throw new TypeError(`sandbox option ${name}: expected ${expected}`);
};

const isCount = (value) => value === undefined || (Number.isInteger(value) && value > 0);

/** The options with their defaults. */
export const settingsOf = (options) => {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const settings = { ...DEFAULTS, ...Object.fromEntries(given) };
  const { basePath } = settings;
  if (basePath !== undefined && !/^(\/[\w.-]+)+\/?$/.test(basePath))
    refuse("basePath", 'a path such as "/synthflow"');
  const { apiKey, callDuration, shapes, webhooks, webhookSecret, webhookRetryDelay, rateLimits } = settings;
  if (apiKey !== undefined && apiKey !== null && (typeof apiKey !== "string" || apiKey === ""))
    refuse("apiKey", "a non-empty string or null");
  if (typeof settings.seed !== "number" && !isObject(settings.seed)) refuse("seed", "a number or an object");
  if (!Number.isFinite(callDuration) || callDuration < 0) refuse("callDuration", "milliseconds");
  if (!["documented", "live"].includes(shapes)) refuse("shapes", '"documented" or "live"');
  if (!["send", "off"].includes(webhooks)) refuse("webhooks", '"send" or "off"');
  if (typeof webhookSecret !== "string" || webhookSecret === "")
    refuse("webhookSecret", "a non-empty string");
  if (!Number.isFinite(webhookRetryDelay) || webhookRetryDelay < 0)
    refuse("webhookRetryDelay", "milliseconds");
  for (const name of ["callsPerSecond", "concurrentCalls"])
    if (!isCount(rateLimits[name])) refuse(`rateLimits.${name}`, "a positive integer");
  return settings;
};
