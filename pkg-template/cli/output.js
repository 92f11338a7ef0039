/** Results on stdout, as JSON or as a table; everything else on stderr. */

import { Option } from "commander";

const FORMATS = "json or table (default: table in a terminal, else json)";

/** Adds `--output` and `--debug` to a command. */
export const withOutput = (command, formats = FORMATS) =>
  command
    .addOption(new Option("--output <format>", formats).choices(["json", "table"]))
    .option("--debug", "print the stack of an error");

/** A value in one line, without control characters, by which a name could change what the terminal shows. */
export const clean = (value) => String(value ?? "").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");

/** A text as an argument of a shell. */
export const quoted = (text) =>
  /^[\w.+:-]+$/.test(text) ? text : `'${clean(text).replaceAll("'", `'\\''`)}'`;

const cellOf = (value) => clean(typeof value === "object" && value !== null ? JSON.stringify(value) : value);

/** Writes a line to stderr. */
export const note = (line) => process.stderr.write(`${line}\n`);

/** Writes a line to stdout. */
export const print = (line) => process.stdout.write(`${line}\n`);

/** Whether results are printed as a table. */
export const isTable = ({ output }) => (output ?? (process.stdout.isTTY ? "table" : "json")) === "table";

const printCells = (rows) => {
  // Not `Math.max` of all: a function has a maximum number of arguments.
  const widths = rows[0].map((_, index) => rows.reduce((most, row) => Math.max(most, row[index].length), 0));
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
  return printCells([titles, ...items.map((item) => titles.map((title) => cellOf(columns[title](item))))]);
};

/** Prints names and values; those without a value are left out. */
export const printRows = (rows) => {
  const isEmpty = (value) => value === undefined || value === null || value === "";
  const filled = rows.filter(([, value]) => !isEmpty(value));
  return filled.length > 0 && printCells(filled.map(([name, value]) => [clean(name), cellOf(value)]));
};

/** Prints the fields of an object. */
export const printFields = (object, options) =>
  isTable(options) ? printRows(Object.entries(object)) : print(JSON.stringify(object, null, 2));
