/** Faults in the rules that params are validated by, and in hints. */

import { client } from "./tests.js";

const check = "src/schema/check.rs";
const values = "src/schema/values.rs";
const across = "src/schema/across.rs";
const params = client("params");
const words = "src/schema/hints.rs";
const names = "src/schema/naming.rs";
const validation = client("validation");
const rules = client("rules");

export const schema = [
  {
    name: "a phone number of 16 digits",
    file: words,
    before: "(7..=15)",
    after: "(7..=16)",
    tests: rules,
  },
  {
    name: "a phone number of 6 digits",
    file: words,
    before: "(7..=15)",
    after: "(6..=15)",
    tests: rules,
  },
  {
    name: "a phone number that begins with 0",
    file: words,
    before: "[b'0', ..] => Err(\"a string with a leading 0\"),",
    after: "",
    tests: validation,
  },
  {
    name: "the most of a range is refused",
    file: values,
    before: "given <= number(most)",
    after: "given < number(most)",
    tests: rules,
  },
  {
    name: "the least of a range is refused",
    file: values,
    before: "given >= number(least)",
    after: "given > number(least)",
    tests: rules,
  },
  {
    name: "a fraction is an integer",
    file: values,
    before: "if is_integer { value.is_integer() } else { given.is_finite() }",
    after: "given.is_finite()",
    tests: validation,
  },
  {
    name: "null wherever a value belongs",
    file: check,
    before: "kind == Kind::Null && field_flags & flags::NULLABLE != 0",
    after: "kind == Kind::Null",
    tests: validation,
  },
  {
    name: "required fields are not required",
    file: check,
    before: "_ if field.flags & flags::REQUIRED != 0 =>",
    after: "_ if false =>",
    tests: validation,
  },
  {
    name: "a day more than allowed",
    file: values,
    before: "days > number(most)",
    after: "days > number(most) + 1.0",
    tests: validation,
  },
  {
    name: "an end before its beginning",
    file: values,
    before: "if days < 0.0 || days > ",
    after: "if days > ",
    tests: validation,
  },
  {
    name: "of a union the member that fits least",
    file: check,
    before: "trial.len() < best.len()",
    after: "trial.len() > best.len()",
    tests: rules,
  },
  {
    name: "a time of day of any length",
    file: values,
    before: "text.len() == form.len() && ",
    after: "",
    tests: rules,
  },
  {
    name: "refused values are taken",
    file: values,
    before: "found.map_or(open, |field| field.text.is_empty())",
    after: "found.map_or(open, |_| true)",
    tests: validation,
  },
  {
    name: "a million problems",
    file: check,
    before: "const MAX_ISSUES: usize = 100;",
    after: "const MAX_ISSUES: usize = 100_000;",
    tests: rules,
  },
  {
    name: "names that were given are logged",
    file: check,
    before: "self.undeclared = self.undeclared.min(self.path.len());",
    after: "",
    tests: validation,
  },
  {
    name: "query fields of a POST are not known",
    file: "src/schema/table.rs",
    before: "if field.flags & flags::IN_QUERY == 0 {",
    after: "if field.flags & flags::IN_QUERY != 0 {",
    tests: client("lists"),
  },
  {
    name: "letters that changed places are no slip",
    file: names,
    before: "        least = least.min(distance(from_rest, to_rest, less));\n",
    after: "",
    tests: rules,
  },
  {
    name: "capitals are no slip",
    file: names,
    before: "plain.push(letter.to_ascii_lowercase());",
    after: "plain.push(letter);",
    tests: rules,
  },
  {
    name: "several types of an action at once",
    file: across,
    before: "names.len() != 1",
    after: "names.is_empty()",
    tests: params,
  },
  {
    name: "a field that a rule allows must be set",
    file: across,
    before: "else { may_be_omitted }",
    after: "else { false }",
    tests: params,
  },
  {
    name: "the opposite of a condition is the condition",
    file: across,
    before: "has_one_of(field, values) == is_not",
    after: "!has_one_of(field, values)",
    tests: params,
  },
  {
    name: "an item may be twice in a list",
    file: across,
    before: "found.contains(&text)",
    after: "false",
    tests: params,
  },
  {
    name: "seconds since the epoch are a time",
    file: values,
    before: "const EARLIEST: f64 = 1e11;",
    after: "const EARLIEST: f64 = 1e8;",
    tests: params,
  },
  {
    name: "an object is sent as it is where pairs are",
    file: "pkg-template/src/host/encode.js",
    before: "if (body[name] instanceof Fields) {",
    after: "if (false) {",
    tests: params,
  },
  {
    name: "one task with an id makes an append repeatable",
    file: "src/schema/table.rs",
    before: "items.iter().all(|item| is_id",
    after: "items.iter().any(|item| is_id",
    tests: client("batch"),
  },
  {
    name: "an append whose tasks are replaced is repeatable",
    file: "src/http/build.rs",
    before: "options.extra_body.is_undefined() && operation.is_repeatable",
    after: "operation.is_repeatable",
    tests: client("batch"),
  },
  {
    name: "a new batch is repeatable",
    file: "src/schema/table.rs",
    before: "&& is_id(params.get(self.creates))",
    after: "",
    tests: client("batch"),
  },
  {
    name: "the actions of an agent are sent back",
    file: "pkg-template/src/update.js",
    before: "      actions,\n      action_type",
    after: "      action_type",
    tests: client("update"),
  },
];
