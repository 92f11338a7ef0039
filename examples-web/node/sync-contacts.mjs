/**
 * Makes contacts equal to a CSV file (`phone_number`, `name`, `email`; other columns are metadata). Shows the differences,
 * and changes nothing without `--apply`. Other contacts stay. After a lost response, run it again: it finds what it created.
 *
 *     node sync-contacts.mjs contacts.csv --apply
 */

import { readFile } from "node:fs/promises";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { check, Synthflow } from "synthflow-wasm";

const options = { apply: { type: "boolean" } };
/** The fields with a value: an empty cell keeps what is there. */
const filled = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value));

const contactOf = ({ phone_number, name, email, ...others }) =>
  filled({ phone_number, name, email, contact_metadata: filled(others) });

/** The contacts of the file, checked before anything is changed. */
const read = async (file) => {
  const contacts = parse(await readFile(file), { columns: true, bom: true, trim: true }).map(contactOf);
  const numbers = contacts.map(({ phone_number }) => phone_number);
  const wrong = numbers.findIndex((one, index) => !/^\+\d+$/.test(one) || numbers.indexOf(one) < index);
  if (wrong >= 0) throw new Error(`row ${wrong + 1}: expected a phone_number with a + that no other row has`);
  for (const [index, contact] of contacts.entries())
    for (const { path, message } of check("contacts.create", contact))
      throw new Error(`row ${index + 1}: ${path}: ${message}`);
  return contacts;
};

/** The fields that differ, with metadata added to what is there; of a new contact, all. */
const changesOf = (known, { contact_metadata: metadata, ...contact }) =>
  Object.entries({ ...contact, contact_metadata: { ...known?.contact_metadata, ...metadata } }).filter(
    ([name, value]) => !isDeepStrictEqual(known?.[name] ?? {}, value),
  );

const main = async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const contacts = await read(positionals[0] ?? "contacts.csv");
  const client = new Synthflow();
  const known = new Map((await client.contacts.list().toArray()).map((one) => [one.phone_number, one]));
  const changed = contacts.filter((one) => changesOf(known.get(one.phone_number), one).length > 0);
  for (const contact of changed) {
    const old = known.get(contact.phone_number);
    const changes = changesOf(old, contact);
    for (const [name, value] of changes)
      console.log(old ? "~" : "+", contact.phone_number, `${name}:`, old?.[name] ?? "", "→", value);
    const params = Object.fromEntries(changes);
    if (values.apply) await (old ? client.contacts.update(old.id, params) : client.contacts.create(params));
  }
  const [count, equal] = [changed.length, contacts.length - changed.length];
  console.log(`${count} ${values.apply ? "changed" : "to change"}, ${equal} equal`);
};

main().catch(({ message }) => {
  console.error(message);
  process.exitCode = 1;
});
