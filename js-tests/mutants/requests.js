/** Faults in ids, queries, bodies, headers and undeclared routes. */

import { client, safety } from "./tests.js";

const build = "src/http/build.rs";
const encode = "pkg-template/src/host/encode.js";
const url = "src/http/url.rs";
const exported = "src/http/undeclared.rs";

export const requests = [
  {
    name: "a field of the query is in the body",
    file: encode,
    before: "if (!names.includes(name) && source",
    after: "if (source",
    tests: client("lists"),
  },
  {
    name: "extraQuery is dropped",
    file: build,
    before: "        add(&mut query, extra.root(), None)?;\n",
    after: "",
    tests: client("promises"),
  },
  {
    name: "of two extra fields of a name, the last one is sent",
    file: encode,
    before: "if (name in copy) throw",
    after: "if (name === copy) throw",
    tests: client("taken-or-refused"),
  },
  {
    name: "an extra field that is not a number is sent as null",
    file: encode,
    before: "if (!Number.isFinite(value)) return",
    after: "if (false) return",
    tests: client("taken-or-refused"),
  },
  {
    name: "a function named toJSON writes the body",
    file: encode,
    before: 'typeof value === "function" || ',
    after: "",
    tests: [...client("requests"), ...safety("checked-is-sent")],
  },
  {
    name: "what cannot be read is sent as JSON has it where nothing is validated",
    file: encode,
    before: "return unwritable(thrown);\n    }\n  } else",
    after: "}\n  } else",
    tests: client("taken-or-refused"),
  },
  {
    name: "an undefined extra field takes a field away",
    file: encode,
    before: " && source[name] !== undefined",
    after: "",
    tests: client("host"),
  },
  {
    name: "a name in the params and in extraQuery is sent twice",
    file: build,
    before: "(!has_body || in_query.contains(&name))",
    after: "false",
    tests: client("paging-rules"),
  },
  {
    name: "null is dropped from a query",
    file: url,
    before: "Kind::Undefined => return Ok(()),",
    after: "Kind::Undefined | Kind::Null => return Ok(()),",
    tests: client("taken-or-refused"),
  },
  {
    name: "a header of the connection is sent",
    file: "src/settings/headers.rs",
    before: "&& !text::contains(OF_CONNECTION, &word)",
    after: "",
    tests: client("taken-or-refused"),
  },
  {
    name: "with problems it is sent all the same",
    file: build,
    before: "if validation == Validation::Strict {",
    after: "if validation == Validation::Off {",
    tests: client("validation"),
  },
  {
    name: "an id of dots leaves the path",
    file: url,
    before: 'matches!(bare, "" | "." | "..")',
    after: 'matches!(bare, "")',
    tests: client("validation"),
  },
  {
    name: "a slash in an id is not encoded",
    file: url,
    before: "matches!(byte, b'-' | b'.' | b'_' | b'~')",
    after: "matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/')",
    tests: client("promises"),
  },
  {
    name: "an unpaired surrogate is sent as another character",
    file: url,
    before: 'if text::contains(text, "\\u{fffd}") {',
    after: 'if text::contains(text, "\\u{fffd}\\u{fffd}\\u{fffd}") {',
    tests: client("requests"),
  },
  {
    name: "a request whose body cannot be written is sent without it",
    file: build,
    before: "written.map(|text| text.map(JsValue::from)).map_err(|thrown| {",
    after: "written.or(Ok(None)).map(|text| text.map(JsValue::from)).map_err(|thrown: JsValue| {",
    tests: client("requests"),
  },
  {
    name: "NaN is a number of a query",
    file: url,
    before: "Kind::Number if value.number().is_some_and(f64::is_finite) =>",
    after: "Kind::Number =>",
    tests: client("requests"),
  },
  {
    name: "the first field of a query has an ampersand",
    file: url,
    before: "'?' } else { '&' }",
    after: "'&' } else { '?' }",
    tests: client("promises"),
  },
  {
    name: "a line break in a header value",
    file: "src/settings/headers.rs",
    before: "matches!(letter, '\\t' | ' '..='~'",
    after: "matches!(letter, '\\t' | '\\n' | ' '..='~'",
    tests: client("options"),
  },
  {
    name: "an encoded dot in an undeclared path",
    file: exported,
    before: '["/./", "/../", "%2e", "%2E"]',
    after: '["/./", "/../"]',
    tests: client("requests"),
  },
  {
    name: "an undeclared path on another host",
    file: exported,
    before: "matches!(path.as_bytes(), [b'/', b'/', ..])",
    after: "false",
    tests: client("requests"),
  },
  {
    name: "a query in an undeclared path",
    file: exported,
    before: "b'?' | b'#' | b'\\\\' | b'{'",
    after: "b'#' | b'\\\\' | b'{'",
    tests: client("requests"),
  },
  {
    name: "too many arguments are passed over",
    file: "src/exports.rs",
    before: "if given.any(|argument| argument.kind() != Kind::Undefined) {",
    after: "if false {",
    tests: client("requests"),
  },
  {
    name: "an undeclared PATCH is retried",
    file: "src/schema/operation.rs",
    before: '("PATCH", RetryPolicy::NonIdempotent)',
    after: '("PATCH", RetryPolicy::Idempotent)',
    tests: client("requests"),
  },
  {
    name: "the params of a DELETE are a body",
    file: "src/schema/table.rs",
    before: '!matches!(self.method, "GET" | "DELETE")',
    after: '!matches!(self.method, "GET")',
    tests: client("requests"),
  },
];
