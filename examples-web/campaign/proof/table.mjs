/** The tables of the guide, which `npm run campaign:proof` and `npm run campaign:scale` write between two marks. */

import { readFileSync, writeFileSync } from "node:fs";

const guide = new URL("../../../docs/guides/campaigns.md", import.meta.url);

/** A table in Markdown; `columns` are pairs of a title and the text of a row. */
export const table = (rows, columns) =>
  [
    columns.map(([title]) => title),
    columns.map(() => "---:"),
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

/** Replaces what is between the marks of this name in the guide. */
export const write = (name, text) => {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const old = readFileSync(guide, "utf8");
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/guides/campaigns.md has no marks ${begin} and ${end}`);
  writeFileSync(guide, `${old.slice(0, from + begin.length)}\n${text}\n${old.slice(to)}`);
};
