/** Markdown tables of measurements. */

const line = (cells) => `| ${cells.join(" | ")} |`;

/** A number with so many digits, in groups of three; a dash where nothing was measured. */
export const shown = (value, digits) =>
  value === undefined || value === null
    ? "–"
    : value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The table of a measurement: a row for each contender. */
export const table = ({ columns }, { rows }) => {
  const keys = Object.keys(columns);
  return [
    line(["", ...keys.map((key) => columns[key].label)]),
    line(["---", ...keys.map(() => "---:")]),
    ...Object.entries(rows).map(([name, row]) =>
      line([name, ...keys.map((key) => shown(row[key], columns[key].digits))]),
    ),
  ].join("\n");
};
