/** Faults in the verification of webhooks and in replies to them. */

import { webhooks } from "./tests.js";

const source = (name) => `pkg-template/webhooks/${name}.js`;

export const hooks = [
  {
    name: "a body with the ids of two calls",
    file: source("call-id"),
    before: "ids[key] !== undefined && ids[key] !== id",
    after: "false",
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
    before: 'secrets.some((one) => typeof one !== "string" || one === "")',
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
    before: 'if (await crypto.subtle.verify("HMAC", await keyOf(one), signature, id)) return event;',
    after: "if (signature) return event;",
    tests: webhooks("webhooks"),
  },
  {
    name: "every string of JSON is parsed",
    file: source("normalize"),
    before: 'typeof value !== "string" || !/^\\s*[{[]/.test(value)',
    after: 'typeof value !== "string"',
    tests: webhooks("webhooks"),
  },
  {
    name: "fields of a prototype",
    file: source("own"),
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
