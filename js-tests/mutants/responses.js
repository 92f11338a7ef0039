/** Faults in envelopes, paging and waits. */

import { client, safety } from "./tests.js";

const decode = "src/http/decode.rs";
const host = "pkg-template/src/host.js";

export const responses = [
  {
    name: "an envelope is taken off where there is no status",
    file: decode,
    before: "kind == Kind::Undefined || !has_status && others > 0 {",
    after: "kind == Kind::Undefined {",
    tests: client("envelopes"),
  },
  {
    name: "what is next to the response replaces its fields",
    file: host,
    before: " && (!Object.hasOwn(data, name) || data[name] === undefined)",
    after: "",
    tests: client("envelopes"),
  },
  {
    name: "a byte order mark is no JSON",
    file: host,
    before: 'text.trim() || "{}"',
    after: '/\\S/.test(text) ? text : "{}"',
    tests: client("envelopes"),
  },
  {
    name: "an error under a good status is a success",
    file: decode,
    before: '.text() == "error"',
    after: '.text() == "failed"',
    tests: client("errors"),
  },
  {
    name: "a creation without an id is a success",
    file: decode,
    before: "if created == Some(false) {",
    after: "if false {",
    tests: safety("delivered-refusals"),
  },
  {
    name: "an empty list is an item",
    file: decode,
    before: "if first.is_undefined() {",
    after: "if false {",
    tests: safety("delivered"),
  },
  {
    name: "the next page begins at its own count",
    file: decode,
    before: 'asked("offset").unwrap_or_default() + count',
    after: "count",
    tests: client("lists"),
  },
  {
    name: "a request too many at the end of an offset list",
    file: decode,
    before: "|all| offset < all",
    after: "|all| offset <= all",
    tests: client("lists"),
  },
  {
    name: "a request too many after a full last page",
    file: decode,
    before: "page * size < all",
    after: "page * size <= all",
    tests: client("paging"),
  },
  {
    name: "has_more is not looked at",
    file: decode,
    before: "is_given && (says_more.kind() != Kind::Boolean || says_more.is_true())",
    after: "is_given",
    tests: client("paging"),
  },
  {
    name: "an empty page is followed by another",
    file: decode,
    before: "(more && count > 0.0).then_some",
    after: "more.then_some",
    tests: client("lists"),
  },
  {
    name: "an earlier page than asked for is taken",
    file: decode,
    before: "told < asked",
    after: "told > asked",
    tests: client("lists"),
  },
  {
    name: "drift in open lists is not reported",
    file: decode,
    before: "checker.strict = true;",
    after: "",
    tests: ["js-tests/contract/responses.test.js"],
    pattern: "planted difference",
  },
  {
    name: "a busy call is waited on",
    file: "src/resources/calls/status.rs",
    before: " busy ",
    after: " ",
    tests: client("wait"),
  },
];
