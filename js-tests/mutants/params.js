/** Faults in how params are read, once: as what is checked, and as the copy that is sent. */

import { client, safety } from "./tests.js";

const build = "src/http/build.rs";
const encode = "pkg-template/src/host/encode.js";
const check = "src/schema/check.rs";
const host = "src/host/mod.rs";
const value = "src/host/value.rs";
const sent = safety("checked-is-sent");
const rules = client("rules");

export const params = [
  {
    name: "a text of another realm is an object",
    file: encode,
    before: "/^(String|Number|Boolean)$/.test(kind)",
    after: "object instanceof String || object instanceof Number || object instanceof Boolean",
    tests: client("taken-or-refused"),
  },
  {
    name: "what is nested too deeply is sent as it is",
    file: encode,
    before: "throw TOO_MANY;\n  if (state.isBody && depth <= 0) throw TOO_DEEP;",
    after: "throw TOO_MANY;",
    tests: client("taken-or-refused"),
  },
  {
    name: "the name of what has no form in JSON is not in the message",
    file: encode,
    before: "throw name ? `",
    after: "throw name && false ? `",
    tests: client("taken-or-refused"),
  },
  {
    name: "a month 13",
    file: "src/schema/values.rs",
    before: "&& (1.0..=12.0).contains(&month)",
    after: "",
    tests: client("params"),
  },
  {
    name: "microseconds are to be multiplied",
    file: "src/schema/values.rs",
    before: "if (1.0..EARLIEST).contains(&time)",
    after: "if !(0.0..1.0).contains(&time)",
    tests: client("params"),
  },
  {
    name: "a Date that was made of seconds",
    file: "src/schema/values.rs",
    before: "!value.date().is_empty() && !(1e9..1e10).contains(&number(value.date()))",
    after: "!value.date().is_empty()",
    tests: client("params"),
  },
  {
    name: "microseconds",
    file: "src/schema/values.rs",
    before: "(EARLIEST..LATEST).contains(&time)",
    after: "time >= EARLIEST",
    tests: client("params"),
  },
  {
    name: "the original is sent instead of the copy that was checked",
    file: encode,
    before: "held.push(copy);",
    after: "held.push(params);",
    tests: sent,
  },
  {
    name: "a property is read again for the copy",
    file: encode,
    before: "copy[name] = field;",
    after: "copy[name] = object[name];",
    tests: sent,
  },
  {
    name: "an item is read again for the copy",
    file: encode,
    before: "copy.push(item);",
    after: "copy.push(array[index]);",
    tests: sent,
  },
  {
    name: "toJSON of a field is called twice",
    file: encode,
    before: "depth > 1 ? jsonValue(value) : value",
    after: "depth > 1 ? jsonValue(jsonValue(value)) : value",
    tests: sent,
  },
  {
    name: "toJSON of an item is called twice",
    file: encode,
    before: "depth > 3 ? jsonValue(array[index]) : array[index]",
    after: "depth > 3 ? jsonValue(jsonValue(array[index])) : array[index]",
    tests: sent,
  },
  {
    name: "a long string is cut in the body too",
    file: encode,
    before: "counted(value.length > state.length ? value.slice(0, state.length) : value, state)",
    after: "counted((value = value.slice(0, state.length)), state)",
    tests: sent,
  },
  {
    name: "a long string is cut in a query",
    file: build,
    before: "!has_body || !in_query.is_empty(), &held",
    after: "!in_query.is_empty(), &held",
    tests: sent,
  },
  {
    name: "a long string is cut in the query of a POST",
    file: build,
    before: "!has_body || !in_query.is_empty(), &held",
    after: "!has_body, &held",
    tests: sent,
  },
  {
    name: "only the first ten characters of a string are checked",
    file: host,
    before: "const BEGINNING: u32 = 1000;",
    after: "const BEGINNING: u32 = 10;",
    tests: rules,
  },
  {
    name: "a string of any length is written out whole",
    file: encode,
    before: 'if (text.length > MAX_LENGTH || state.room < 0) throw "a string is too long";',
    after: "",
    tests: client("host"),
  },
  {
    name: "an integer is known by its number, which is not exact",
    file: value,
    before: "digits && self.number().is_some_and(|number| ",
    after: "(digits || true) && self.number().is_some_and(|number| number % 1.0 == 0.0 && ",
    tests: rules,
  },
  {
    name: "an integer that a number does not hold",
    file: value,
    before: "number.abs() <= 9_007_199_254_740_991.0",
    after: "number.abs() <= f64::MAX",
    tests: rules,
  },
  {
    name: "what is in a list of any type is left out",
    file: check,
    before: 'Kind::Array => self.items(value, usize::from(shapes::ANY), 0, ""),',
    after: "Kind::Array => {}",
    tests: sent,
  },
  {
    name: "the id of a creation is not found next to a long text",
    file: host,
    before: "encode_value(value, 3, 200, false)",
    after: "encode_value(value, 3, u32::MAX, false)",
    tests: safety("delivered-refusals"),
    pattern: "long text",
  },
  {
    name: "an undefined item is null",
    file: encode,
    before: "if (item === undefined && depth > 3) item = MISSING;",
    after: "",
    tests: [...sent, ...client("params")],
  },
  {
    name: "a key that looks escaped is not found as it stands",
    file: "pkg-template/src/host/redact.js",
    before: "[text, true], ",
    after: "",
    tests: client("host"),
  },
];
