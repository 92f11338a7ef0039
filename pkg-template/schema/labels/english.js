/** The sentences for the person at a form, in English, by the codes of issues. */

const number = (value) => value.toLocaleString("en", { maximumFractionDigits: 10 });

const list = (choices, last = "or") => {
  const quoted = choices.map((choice) => `“${choice}”`);
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(", ")} ${last} ${quoted.at(-1)}` : quoted[0];
};

const range = ({ minimum, maximum }) => {
  if (minimum === undefined) return "";
  return maximum === undefined
    ? `, ${number(minimum)} or more`
    : ` from ${number(minimum)} to ${number(maximum)}`;
};

const noun = (start) => (issue) => `${start}${issue.unit ? ` of ${issue.unit}` : ""}${range(issue)}.`;

/** By what the field takes. */
const enter = {
  choice: () => "Choose one of the listed values.",
  suggestion: () => "Enter a value or choose one of the listed ones.",
  date: () => "Enter a date, such as 2027-03-31.",
  phone: () => "Enter a phone number with its country code, such as +14155550123.",
  url: () => "Enter a web address, such as https://example.com.",
  time: () => "Enter a time, such as 09:30.",
  time_zone: () => "Choose a time zone, such as Europe/Berlin.",
  text: () => "Enter text.",
  integer: noun("Enter a whole number"),
  number: noun("Enter a number"),
  boolean: () => "Choose yes or no.",
  list: ({ minimum, maximum }) =>
    maximum === undefined
      ? "Enter a list."
      : `Enter a list of ${number(minimum)} to ${number(maximum)} entries.`,
  section: () => "Fill in the fields of this section.",
  any: () => "Enter a value.",
};

const entered = (issue) => enter[issue.kind](issue);

/** What rules across fields ask for. */
const rules = {
  exactly_one: ({ choices }) => `Fill in exactly one of ${list(choices, "and")}.`,
  distinct: () => "Each entry may appear only once.",
  days_after: ({ maximum, choices }) =>
    `Enter a date that is not before “${choices[0]}” and at most ${number(maximum)} days after it.`,
  depends_on: ({ choices }) => `Choose ${list(choices)}: another field requires it.`,
};

const byRule = (otherwise) => (issue) => (issue.rule ? rules[issue.rule] : otherwise)(issue);

export const english = {
  required: byRule(() => "This field is required."),
  invalid_type: entered,
  out_of_range: byRule(entered),
  invalid_value: byRule((issue) => (issue.values ? enter.choice() : "This field must not be empty.")),
  invalid_format: entered,
  unknown_field: () => "This field is not supported.",
  unreadable: () => "This value could not be read.",
};
