/** What a campaign has done so far: counts, a line, a table, CSV. */

export const STATES = ["queued", "sending", "placed", "unknown", "settled", "done", "failed", "skipped"];

/** How many people are in each state. */
export const countsOf = (records) => {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0]));
  for (const { state } of records) counts[state] += 1;
  return counts;
};

/** The progress in one line, without the states that nobody is in. */
export const progressLine = ({ total, counts }) => {
  const shown = STATES.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`);
  return `${total} people: ${shown.join(", ") || "none"}`;
};

const COLUMNS = [
  "id",
  "phone",
  "name",
  "state",
  "attempts",
  "call_id",
  "status",
  "end_call_reason",
  "seconds",
  "reason",
];

/** A row of the report: without a call of its own, the state is that of a person whose last call is known. */
export const rowOf = (record) => {
  const { id, params, state, attempts, reason, lastCall } = record;
  const { call_id, ended } = record.call_id || !lastCall ? record : { __proto__: null, ...lastCall };
  const { status, end_call_reason, seconds } = { __proto__: null, ...ended };
  const { phone, name } = params;
  return { id, phone, name, state, attempts, call_id, status, end_call_reason, seconds, reason };
};

const text = (value) => String(value ?? "");

/** What a spreadsheet does not show: it would still run the formula behind it. */
const HIDDEN = "[\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u2800]*";

/** What a formula begins with, in ordinary and in wide letters. */
const FORMULA = "[=@+\\-\uff1d\uff20\uff0b\uff0d]";

/** A formula at the beginning, or where a spreadsheet with other separators begins a cell. */
const atStart = new RegExp(`^(${HIDDEN})(?=${FORMULA})`, "u");
const atSeparator = new RegExp(`([;|\\t\\r\\n]${HIDDEN})(?=${FORMULA})`, "gu");

/** Control characters, which a terminal acts upon, and those that turn the direction of a text; not line breaks. */
const CONTROL = /(?![\t\n\r])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A field of CSV. A spreadsheet would run one that begins like a formula; a number of a phone is none. */
const field = (value) => {
  const plain = text(value).replace(CONTROL, " ");
  const safe = (/^\+\d+$/.test(plain) ? plain : plain.replace(atStart, "'$1")).replace(atSeparator, "$1'");
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The report as CSV, with a header. */
export const toCSV = ({ people }) =>
  [COLUMNS, ...people.map((person) => COLUMNS.map((name) => person[name]))]
    .map((row) => `${row.map(field).join(",")}\r\n`)
    .join("");

/** The report as a table of text. */
export const toTable = ({ people }) => {
  const shown = ["id", "state", "attempts", "status", "seconds", "reason"];
  // One line each, without control characters.
  const cell = (value) =>
    text(value)
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
      .slice(0, 60);
  const rows = [shown, ...people.map((person) => shown.map((name) => cell(person[name])))];
  const widths = shown.map((_, at) => rows.reduce((most, row) => Math.max(most, row[at].length), 0));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
