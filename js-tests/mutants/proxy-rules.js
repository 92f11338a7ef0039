/** Faults in what a proxy allows whom. */

import { proxy } from "./tests.js";

const source = (name) => `pkg-template/proxy/${name}.js`;

export const proxyRules = [
  {
    name: "by default, a call may have any field",
    file: source("fields"),
    before: "[...Object.entries(DEFAULT), ...given]",
    after: "given",
    tests: proxy("fields"),
  },
  {
    name: "a request with many refused fields gets a large response",
    file: source("fields"),
    before: "refused.slice(0, MAX_ISSUES)",
    after: "refused",
    tests: proxy("fields"),
  },
  {
    name: "a refused key of the proxy is one of the page",
    file: source("forward"),
    before: "jsonReply(424, { detail: API_REFUSED_KEY })",
    after: "jsonReply(401, { detail: API_REFUSED_KEY })",
    tests: proxy("refusals", "forward"),
  },
  {
    name: "fields that are not allowed are forwarded",
    file: source("fields"),
    before: "filter((field) => !allowed.has(field))",
    after: "filter((field) => !allowed.has(field) && false)",
    tests: proxy("fields"),
  },
  {
    name: "fields are limited only where params are validated",
    file: source("params"),
    before: "if (refused.length > 0) throw",
    after: 'if (validation !== "off" && refused.length > 0) throw',
    tests: proxy("fields"),
  },
  {
    name: "an id takes precedence over a refusal",
    file: source("authorize"),
    before: "if (refused === undefined ||",
    after: 'if (refused === undefined || Object.hasOwn(result, "id") ||',
    tests: proxy("refusals"),
  },
  {
    name: "a refusal with a good status",
    file: source("authorize"),
    before: "if (REFUSALS.has(refused) && ",
    after: "if (",
    tests: proxy("refusals"),
  },
  {
    name: "the reason of a refusal is that of a prototype",
    file: source("authorize"),
    before: "given === Object.prototype.detail ? REFUSALS.get(refused) : given",
    after: "given ?? REFUSALS.get(refused)",
    tests: proxy("refusals"),
  },
  {
    name: "what was not sent may have been placed",
    file: source("forward"),
    before: "isOnce ? 424 : 502",
    after: "502",
    tests: proxy("refusals", "forward"),
  },
  {
    name: "a call that may have been placed is refused",
    file: source("forward"),
    before: 'error instanceof SynthflowError && error.outcome === "not-sent"',
    after: 'error instanceof SynthflowError && error.outcome !== "refused"',
    tests: proxy("refusals", "forward"),
  },
  {
    name: "a waitUntil that is a method of its class is lost",
    file: source("index"),
    before: 'get(context, "waitUntil")?.call(context, saving);',
    after: "",
    tests: proxy("context"),
  },
  {
    name: "a Map of fields is no limit",
    file: source("fields"),
    before: "if (!hasFields(fields)) {",
    after: "if (!fields) {",
    tests: proxy("fields"),
  },
  {
    name: "the address of who sends a request is that of any object",
    file: source("index"),
    before: 'get(context, "remoteAddress")',
    after: "context?.remoteAddress",
    tests: ["js-tests/safety/polluted.test.js"],
  },
  {
    name: "authorize can exchange ids",
    file: source("index"),
    before: "ids: [...ids]",
    after: "ids",
    tests: proxy("context"),
  },
  {
    name: "headers that Node dropped are none",
    file: source("node"),
    before: "rawHeaders.length >= 2 * Math.min(kept, MAX_HEADERS)",
    after: "false",
    tests: proxy("context"),
  },
  {
    name: "with origins, a rebound name may read",
    file: source("guard"),
    before: "const isKnown = !origins ||",
    after: "const isKnown = site === null || !origins ||",
    tests: proxy("context"),
  },
  {
    name: "a copy whose body breaks off is refused",
    file: source("body"),
    before: "new Refusal(408, isLate",
    after: "new Refusal(400, isLate",
    tests: proxy("context"),
  },
];
