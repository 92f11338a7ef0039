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
    before: "  ...siblings,\n  ...data,",
    after: "  ...siblings,",
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
    before: "let number = at + if is_offset { count }",
    after: "let number = if is_offset { count }",
    tests: client("lists"),
  },
  {
    name: "a request too many after a full last page, at which the total is reached",
    file: decode,
    before: "first(at) + count < total",
    after: "first(at) + count <= total",
    tests: client("paging-rules"),
  },
  {
    name: "the size that was asked for counts more than the size of the response",
    file: decode,
    before: "(at - 1.0).max(0.0) * or(size, count)",
    after: "(at - 1.0).max(0.0) * or(number(request.params.root(), size_name), or(size, count))",
    tests: client("paging-rules"),
  },
  {
    name: "the position that was asked for counts more than that of the response",
    file: decode,
    before: "or(if from_zero { asked } else { told }, or(asked,",
    after: "or(asked, or(told,",
    tests: client("paging-rules"),
  },
  {
    name: "a response without pagination is followed by another request",
    file: decode,
    before: "or(asked_size, f64::INFINITY)",
    after: "or(asked_size, 0.0)",
    tests: client("paging-rules"),
  },
  {
    name: "a negative total is one",
    file: decode,
    before: "if number >= 0.0 { number } else { other }",
    after: "if number >= -9.0 { number } else { other }",
    tests: client("paging-rules"),
  },
  {
    name: "another list than the declared one counts",
    file: decode,
    before: "(Kind::Null, _) => nothing(),",
    after: "",
    tests: client("paging-rules"),
  },
  {
    name: "has_more is not looked at",
    file: decode,
    before: "(is_given && more).then(",
    after: "is_given.then(",
    tests: client("paging"),
  },
  {
    name: "an empty page is followed by another",
    file: decode,
    before: "let has_next = more && count > 0.0 && !is_earlier;",
    after: "let has_next = more && !is_earlier;",
    tests: client("lists"),
  },
  {
    name: "an earlier page than asked for is taken",
    file: decode,
    before: "let is_earlier = count > 0.0 && number <= asked;",
    after: "let is_earlier = false;",
    tests: client("paging-rules"),
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
    file: "pkg-template/generated/waits.js",
    before: '"no-answer", "busy", "canceled"',
    after: '"no-answer", "canceled"',
    tests: client("wait"),
  },
];
