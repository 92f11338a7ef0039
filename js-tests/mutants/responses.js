/** Faults in envelopes, paging and waits. */

import { client, safety } from "./tests.js";

const decode = "src/http/decode.rs";

export const responses = [
  {
    name: "an envelope is taken off where there is no status",
    file: decode,
    before: '!has("response") || !(has("status") || entries.len() == 1)',
    after: '!has("response")',
    tests: client("envelopes"),
  },
  {
    name: "what is next to the response replaces its fields",
    file: decode,
    before: "!ours && host::own(&data, name).is_undefined()",
    after: "!ours",
    tests: client("envelopes"),
  },
  {
    name: "a byte order mark is no JSON",
    file: decode,
    before: '"\\u{feff}" =>',
    after: '"\\u{fffe}" =>',
    tests: client("envelopes"),
  },
  {
    name: "an error under a good status is a success",
    file: decode,
    before: 'word == "error"',
    after: 'word == "failed"',
    tests: client("errors"),
  },
  {
    name: "a creation without an id is a success",
    file: decode,
    before: "!operation.creates.is_empty() && !has_created_id",
    after: "false && !has_created_id",
    tests: safety("delivered-refusals"),
  },
  {
    name: "an empty list is an item",
    file: decode,
    before: ".filter(|first| !first.is_undefined())",
    after: "",
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
    before: 'host::own(&body, "has_more") != false && ',
    after: "",
    tests: client("paging"),
  },
  {
    name: "an empty page is followed by another",
    file: decode,
    before: "if more && count > 0.0 {",
    after: "if more {",
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
