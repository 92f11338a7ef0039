/** Failures on demand, for testing error handling. */

import { operations } from "../generated/operations.js";
import { shown } from "../shared/nearest.js";
import { own } from "../shared/own.js";
import { Misuse } from "./errors.js";

/** Statuses whose responses have no body. */
const WITHOUT_BODY = [204, 205, 304];

const pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort, { once: true });
    // The caller may have aborted while the body was read.
    if (signal?.aborted) abort();
  });

/** What `fetch` throws when the connection breaks. */
export const reset = () =>
  new TypeError("fetch failed", {
    cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
  });

/** Whether it is such an error, the only one that breaks a connection. */
export const isReset = (error) => error?.cause?.code === "ECONNRESET";

/** The maximum number of rules that wait. */
const MAX_RULES = 1000;

const isBetween = (low, high) => (value) => Number.isInteger(value) && value >= low && value <= high;
const isBoolean = (value) => typeof value === "boolean";

/** What each field of a rule may be. */
const FIELDS = {
  operation: [
    (value) => operations.some(({ name }) => name === value),
    'an operation such as "calls.create"',
  ],
  times: [(value) => value === Infinity || isBetween(1, 1e9)(value), "a positive integer or Infinity"],
  status: [isBetween(200, 599), "a status from 200 to 599"],
  body: [() => true, ""],
  headers: [
    (value) => {
      try {
        return typeof value === "object" && Boolean(new Headers(value));
      } catch {
        return false;
      }
    },
    "an object of headers",
  ],
  delay: [
    (value) => typeof value === "number" && value >= 0 && value <= 600_000,
    "milliseconds, up to 600000",
  ],
  reset: [isBoolean, "a boolean"],
  afterDelivery: [isBoolean, "a boolean"],
  garbage: [(value) => value === "html" || value === "cut", '"html" or "cut"'],
};

/** Throws for a rule that could not be applied. */
export const checkRule = (rule) => {
  for (const [name, value] of Object.entries(rule)) {
    if (!Object.hasOwn(FIELDS, name))
      throw new Misuse(`fail: there is no field ${shown(name, Object.keys(FIELDS), true)}`);
    const [isValid, expected] = FIELDS[name];
    if (value !== undefined && !isValid(value)) throw new Misuse(`fail: ${name}: expected ${expected}`);
  }
  // A test that means to see a failure would see none.
  if (!["status", "reset", "garbage", "delay"].some((name) => own(rule, name)))
    throw new Misuse("fail: expected a status, reset, garbage or a delay");
};

/** Creates a list of failure rules. */
export const createFailures = () => {
  let rules = [];

  /** The next rule for this operation; counts it as used. */
  const next = (operation) => {
    const rule = rules.find((rule) => rule.operation === undefined || rule.operation === operation);
    if (rule && --rule.times === 0) rules = rules.filter((other) => other !== rule);
    return rule;
  };

  return {
    add: (rule) => {
      checkRule(rule);
      if (rules.length >= MAX_RULES) throw new Misuse(`fail: more than ${MAX_RULES} rules are waiting`);
      const { times = 1 } = rule;
      rules.push({ ...rule, times });
    },
    clear: () => {
      rules = [];
    },
    /** Responds as the next rule for this operation says, otherwise with the result of `respond`. */
    apply: async (operation, signal, respond) => {
      const rule = next(operation);
      if (!rule) return respond();
      if (rule.delay) await pause(rule.delay, signal);
      if (rule.reset) {
        if (rule.afterDelivery) await respond();
        throw reset();
      }
      if (rule.garbage) {
        const text = await (await respond()).text();
        const html = "<!doctype html><title>Bad gateway</title>";
        return new Response(rule.garbage === "html" ? html : text.slice(0, text.length / 2));
      }
      if (rule.status) {
        const body = rule.body ?? { detail: `the sandbox was set to fail with status ${rule.status}` };
        const init = { status: rule.status, headers: rule.headers };
        return WITHOUT_BODY.includes(rule.status) ? new Response(null, init) : Response.json(body, init);
      }
      return respond();
    },
  };
};
