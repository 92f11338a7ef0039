/**
 * Creates one agent per customer, from a template with `{{column}}` in its texts and a CSV file. Customers whose agent
 * exists, by its name, are skipped, so it can be repeated.
 *
 *     node provision-agents.mjs template.json customers.csv
 */

import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { check, Synthflow } from "synthflow-wasm";

/** Fills the texts of the parsed template, so that a quotation mark in a cell stays text. */
const fill = (template, row) =>
  JSON.parse(template, (_, value) => {
    if (typeof value !== "string") return value;
    return value.replace(/\{\{(\w+)\}\}/g, (_, column) => {
      if (!row[column]) throw new Error(`no ${column} for ${Object.values(row)[0]}`);
      return row[column];
    });
  });

const main = async () => {
  const [templateFile, customersFile] = parseArgs({ allowPositionals: true }).positionals;
  if (!customersFile) throw new Error("expected template.json customers.csv");
  const template = await readFile(templateFile, "utf8");
  const rows = parse(await readFile(customersFile), { columns: true, bom: true, trim: true });
  const wanted = rows.map((row) => fill(template, row));

  // All are checked before the first is created.
  for (const params of wanted)
    for (const { path, message } of check("agents.create", params))
      throw new Error(`${params.name}: ${path}: ${message}`);
  if (new Set(wanted.map(({ name }) => name)).size < wanted.length)
    throw new Error("two customers would have an agent of the same name: put a column into the name");

  const client = new Synthflow();
  const known = new Map();
  for await (const { name, model_id } of client.agents.list({ limit: 100 })) known.set(name, model_id);
  for (const params of wanted) {
    const id = known.get(params.name);
    if (id) console.log(`  ${params.name}: ${id}`);
    // After a lost response, run it again: what was created is found by its name.
    else console.log(`+ ${params.name}: ${(await client.agents.create(params)).model_id}`);
  }
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
