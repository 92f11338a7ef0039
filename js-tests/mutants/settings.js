/** Faults in the options of a client and of a request. */

import { client } from "./tests.js";

const config = "src/settings/config.rs";
const options = "src/settings/options.rs";
const given = "src/settings/given.rs";

export const settings = [
  {
    name: "a base URL that no host can parse",
    file: config,
    before: "&& host::is_url(url)",
    after: "",
    tests: client("taken-or-refused"),
  },
  {
    name: "the text of a missing key",
    file: config,
    before: 'key == "undefined" || key == "null"',
    after: 'key == "undefined"',
    tests: client("taken-or-refused"),
  },
  {
    name: "a name that begins like this machine's is this machine",
    file: config,
    before: 'name.starts_with("127.") && numbers',
    after: 'name.starts_with("127.")',
    tests: client("options"),
  },
  {
    name: "a user name in baseURL",
    file: config,
    before: "b'?' | b'#' | b'@' | b'\\\\'",
    after: "b'?' | b'#' | b'\\\\'",
    tests: client("options"),
  },
  {
    name: "a key with a line break",
    file: config,
    before: "!key.bytes().all(|byte| byte.is_ascii_graphic())",
    after: "false",
    tests: client("options"),
  },
  {
    name: "a key in a page",
    file: config,
    before: "if has_key && exposed {",
    after: "if has_key && exposed && false {",
    tests: client("options"),
  },
  {
    name: "a key in the headers of a page",
    file: config,
    before: "let has_key = in_header || !matches!",
    after: "let has_key = !matches!",
    tests: client("settings"),
  },
  {
    name: "three retries by default",
    file: config,
    before: ".unwrap_or(2)",
    after: ".unwrap_or(3)",
    tests: client("retry"),
  },
  {
    name: "ten minutes by default",
    file: config,
    before: "unwrap_or(60_000.0)",
    after: "unwrap_or(600_000.0)",
    tests: client("timeouts"),
  },
  {
    name: "Retry-After of ten minutes by default",
    file: config,
    before: "map_or(60_000.0",
    after: "map_or(600_000.0",
    tests: client("backoff"),
  },
  {
    name: "warnings are not logged at level warn",
    file: config,
    before: "if level > self.log_level {",
    after: "if level >= self.log_level {",
    tests: client("validation"),
  },
  {
    name: "there is no region eu",
    file: config,
    before: '(None, "us" | "eu")',
    after: '(None, "us")',
    tests: client("settings"),
  },
  {
    name: "a timeout of 0",
    file: given,
    before: "number > 0.0 && number.is_finite()",
    after: "number >= 0.0 && number.is_finite()",
    tests: client("options"),
  },
  {
    name: "a thousand retries",
    file: options,
    before: "const MAX_RETRIES: f64 = 100.0;",
    after: "const MAX_RETRIES: f64 = 1000.0;",
    tests: client("settings"),
  },
  {
    name: "an unknown option is shown, whatever it is",
    file: given,
    before: "if hint.is_empty() {",
    after: "if false {",
    tests: client("options"),
  },
  {
    name: "of two headers of one name the last",
    file: "src/settings/headers.rs",
    before: '*before = text::concat(&[before, ", ", value.text()])',
    after: "*before = value.text().to_owned()",
    tests: client("settings"),
  },
];
