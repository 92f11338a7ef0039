/** What a field takes, by which a form chooses its input. */

/** What a field with a pattern takes. */
export const patterns = {
  "[^\\u0000- ]": "text",
  "^\\+[1-9][0-9]{6,14}$": "phone",
  "^https?://[\\s\\S]": "url",
  "^\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d)?([.,]\\d+)?([Zz]| ?[+-]\\d\\d(:?\\d\\d)?)?)?$": "date",
  "^\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d)?([.,]\\d+)?([Zz]| ?[+-]\\d\\d(:?\\d\\d)?)?)?$|^\\d{13}$":
    "date",
  "^https://[\\s\\S]": "url",
  "^[0-9]{4}-[01][0-9]-[0-3][0-9]$": "date",
  "^[0-2][0-9]:[0-5][0-9]$": "time",
};

/** What a field takes, of several the first: a form has one input for it. */
export const kinds =
  "choice suggestion date phone url time time_zone text integer number boolean list section any".split(" ");
const types = {
  string: "text",
  array: "list",
  object: "section",
  integer: "integer",
  number: "number",
  boolean: "boolean",
};

/** What a field of this schema takes. */
export const kindOf = ({ oneOf, pattern, format, type = "any", "x-suggestions": suggestions }) => {
  if (oneOf) return "choice";
  if (suggestions) return "suggestion";
  if (format) return "time_zone";
  return patterns[pattern] ?? types[[type].flat()[0]] ?? "any";
};
