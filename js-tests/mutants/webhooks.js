/** Faults in the verification of webhooks and in replies to them. */

import { safety, webhooks } from "./tests.js";

const source = (name) => `pkg-template/webhooks/${name}.js`;

export const hooks = [
  {
    name: "the person of an incoming call is the agent",
    file: source("event"),
    before: '? "from"',
    after: '? "to"',
    tests: webhooks("inbound"),
  },
  {
    name: "the headers of every object are those of a request",
    file: source("body"),
    before: 'get(request, "headers") ??',
    after: "request.headers ??",
    tests: safety("polluted"),
  },
  {
    name: "a reply loses what JSON drops",
    file: source("reply"),
    before: "return isLost ? refuse(",
    after: "return isLost && name === '' ? refuse(",
    tests: webhooks("inbound"),
  },
  {
    name: "a body with the ids of two calls",
    file: source("call-id"),
    before: "found.find((key) => ids[key] !== id)",
    after: "undefined",
    tests: webhooks("call-id"),
  },
  {
    name: "an unpaired surrogate in an id",
    file: source("call-id"),
    before: "/[\\ud800-\\udfff]/u.test(id)",
    after: "false",
    tests: webhooks("call-id"),
  },
  {
    name: "two signatures that differ",
    file: source("headers"),
    before: "different.size > 1",
    after: "different.size > 2",
    tests: webhooks("own", "webhooks"),
  },
  {
    name: "names of headers in capitals",
    file: source("headers"),
    before: "name.toLowerCase()",
    after: "name",
    tests: webhooks("webhooks"),
  },
  {
    name: "an empty secret",
    file: source("index"),
    before: 'secrets.some((one) => typeof one !== "string" || MISSING.includes(one.trim()))',
    after: 'secrets.some((one) => typeof one !== "string")',
    tests: webhooks("webhooks"),
  },
  {
    name: "a signature written another way",
    file: source("index"),
    before: " && toBase64(bytes) === signature",
    after: "",
    tests: webhooks("webhooks"),
  },
  {
    name: "only the first of several secrets",
    file: source("index"),
    before: "for (const one of secrets) {",
    after: "for (const one of secrets.slice(0, 1)) {",
    tests: webhooks("webhooks"),
  },
  {
    name: "any signature of 32 bytes",
    file: source("index"),
    before: 'if (await crypto.subtle.verify("HMAC", key, signature, id)) return [event, callId];',
    after: "if (signature) return [event, callId];",
    tests: webhooks("webhooks"),
  },
  {
    name: "an inbound event without an id is returned to everybody",
    file: source("index"),
    before: 'if (allowed && own(options, "allowUnsignedInbound") === true)',
    after: "if (allowed)",
    tests: webhooks("inbound"),
  },
  {
    name: "an inbound event without an id passes verify",
    file: source("index"),
    before: "await read(false, ...given);",
    after: "await read(true, ...given);",
    tests: webhooks("inbound"),
  },
  {
    name: "an id elsewhere is no id",
    file: source("call-id"),
    before: "if (isOptional && found.length === 0)",
    after: 'if (isOptional && given(inbound, "call_id") === undefined)',
    tests: webhooks("inbound"),
  },
  {
    name: "a field of the body says that it was verified",
    file: source("event"),
    before: 'define(event, "verified", verified, flags);',
    after: "if (!Object.hasOwn(event, 'verified')) define(event, \"verified\", verified, flags);",
    tests: webhooks("inbound"),
  },
  {
    name: "a parsed body is read twice",
    file: source("body"),
    before: "const text = textOf(body);",
    after: "if (isObject(body)) return body;\n  const text = textOf(body);",
    tests: webhooks("requests"),
  },
  {
    name: "fields of a prototype",
    file: "pkg-template/shared/own.js",
    before: "Object.hasOwn(object, name) ? object[name]",
    after: "true ? object[name]",
    tests: webhooks("own"),
  },
  {
    name: "a reply that ends the call and hands it over",
    file: source("reply"),
    before: "if (other) refuse(",
    after: "if (false) refuse(",
    tests: webhooks("webhooks"),
  },
];
