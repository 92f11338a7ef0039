/** Faults in the rules that params are validated by, and in hints. */

import { client } from "./tests.js";

const check = "src/schema/check.rs";
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
    file: check,
    before: "given <= number(most)",
    after: "given < number(most)",
    tests: rules,
  },
  {
    name: "the least of a range is refused",
    file: check,
    before: "given >= number(least)",
    after: "given > number(least)",
    tests: rules,
  },
  {
    name: "a fraction is an integer",
    file: check,
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
    file: check,
    before: "days > number(most)",
    after: "days > number(most) + 1.0",
    tests: validation,
  },
  {
    name: "an end before its beginning",
    file: check,
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
    file: check,
    before: "text.len() == form.len() && ",
    after: "",
    tests: rules,
  },
  {
    name: "refused values are taken",
    file: check,
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
];
