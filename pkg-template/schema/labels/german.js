/** The sentences for the person at a form, in German, by the codes of issues. Titles are those of the schema. */

const number = (value) => value.toLocaleString("de", { maximumFractionDigits: 10 });

const list = (choices, last = "oder") => {
  const quoted = choices.map((choice) => `„${choice}“`);
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(", ")} ${last} ${quoted.at(-1)}` : quoted[0];
};

const range = ({ minimum, maximum }) => {
  if (minimum === undefined) return "";
  return maximum === undefined ? ` ab ${number(minimum)}` : ` von ${number(minimum)} bis ${number(maximum)}`;
};

const units = {
  milliseconds: "Millisekunden",
  seconds: "Sekunden",
  minutes: "Minuten",
  hours: "Stunden",
  days: "Tagen",
};

const noun = (name) => (issue) =>
  `Geben Sie ${name}${range(issue)} ein${issue.unit ? ` (in ${units[issue.unit] ?? issue.unit})` : ""}.`;

/** By what the field takes. */
const enter = {
  choice: () => "Wählen Sie einen der angegebenen Werte.",
  suggestion: () => "Geben Sie einen Wert ein oder wählen Sie einen der angegebenen.",
  date: () => "Geben Sie ein Datum ein, zum Beispiel 2027-03-31.",
  phone: () => "Geben Sie eine Telefonnummer mit Ländervorwahl ein, zum Beispiel +4930123456.",
  url: () => "Geben Sie eine Webadresse ein, zum Beispiel https://example.com.",
  time: () => "Geben Sie eine Uhrzeit ein, zum Beispiel 09:30.",
  time_zone: () => "Wählen Sie eine Zeitzone, zum Beispiel Europe/Berlin.",
  text: () => "Geben Sie einen Text ein.",
  integer: noun("eine ganze Zahl"),
  number: noun("eine Zahl"),
  boolean: () => "Wählen Sie Ja oder Nein.",
  list: ({ minimum, maximum }) =>
    maximum === undefined
      ? "Geben Sie eine Liste ein."
      : `Geben Sie eine Liste mit ${number(minimum)} bis ${number(maximum)} Einträgen ein.`,
  section: () => "Füllen Sie die Felder dieses Abschnitts aus.",
  any: () => "Geben Sie einen Wert ein.",
};

const entered = (issue) => enter[issue.kind](issue);

/** What rules across fields ask for. */
const rules = {
  exactly_one: ({ choices }) => `Füllen Sie genau eines dieser Felder aus: ${list(choices, "und")}.`,
  distinct: () => "Jeder Eintrag darf nur einmal vorkommen.",
  days_after: ({ maximum, choices }) =>
    `Geben Sie ein Datum ein, das nicht vor „${choices[0]}“ und höchstens ${number(maximum)} Tage danach liegt.`,
  depends_on: ({ choices }) => `Wählen Sie ${list(choices)}: Eine andere Angabe erfordert es.`,
};

const byRule = (otherwise) => (issue) => (issue.rule ? rules[issue.rule] : otherwise)(issue);

export const german = {
  required: byRule(() => "Dieses Feld ist erforderlich."),
  invalid_type: entered,
  out_of_range: byRule(entered),
  invalid_value: byRule((issue) => (issue.values ? enter.choice() : "Dieses Feld darf nicht leer sein.")),
  invalid_format: entered,
  unknown_field: () => "Dieses Feld wird nicht unterstützt.",
  unreadable: () => "Dieser Wert konnte nicht gelesen werden.",
};
