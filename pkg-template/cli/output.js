/** Results on stdout, as JSON or as a table; everything else on stderr. */

import { Option } from "commander";

/** Adds `--output` and `--debug` to a command. */
export const withOutput = (command) =>
  command
    .addOption(
      new Option("--output <format>", "json or table (default: table in a terminal, else json)").choices([
        "json",
        "table",
      ]),
    )
    .option("--debug", "print the stack of an error");

/** A value in one line, without control characters, by which a name could change what the terminal shows. */
export const clean = (value) => String(value ?? "").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");

const cellOf = (value) => clean(typeof value === "object" && value !== null ? JSON.stringify(value) : value);

/** Writes a line to stderr. */
export const note = (line) => process.stderr.write(`${line}\n`);

/** Writes a line to stdout. */
export const print = (line) => process.stdout.write(`${line}\n`);

const isTable = ({ output }) => (output ?? (process.stdout.isTTY ? "table" : "json")) === "table";

const printRows = (rows) => {
  const widths = rows[0].map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  for (const row of rows)
    print(
      row
        .map((cell, index) => cell.padEnd(widths[index]))
        .join("  ")
        .trimEnd(),
    );
};

/** Prints a list; `columns` are the functions of an item by their titles. */
export const printList = (items, columns, options) => {
  if (!isTable(options)) return print(JSON.stringify(items, null, 2));
  const titles = Object.keys(columns);
  return printRows([titles, ...items.map((item) => titles.map((title) => cellOf(columns[title](item))))]);
};

/** Prints the fields of an object. */
export const printFields = (object, options) => {
  if (!isTable(options)) return print(JSON.stringify(object, null, 2));
  const isEmpty = (value) => value === undefined || value === null || value === "";
  const fields = Object.entries(object).filter(([, value]) => !isEmpty(value));
  return fields.length > 0 && printRows(fields.map(([name, value]) => [clean(name), cellOf(value)]));
};
