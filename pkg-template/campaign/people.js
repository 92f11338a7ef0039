/** The list of people: one record for each, however often they are in it. */

import { isObject } from "../shared/own.js";
import { Misuse } from "./misuse.js";

const digitsOf = (phone) => phone.replace(/\D/g, "");

/**
 * Reads the list. A record has the `id`, the `params` of the call, and its state. Who has the id or the phone number of
 * somebody before is skipped: nobody is called twice because two lists were joined.
 */
export const readPeople = async (people, shared) => {
  const records = new Map();
  const phones = new Map();
  const skipped = [];
  let index = 0;
  for await (const person of people) {
    const at = `people[${index}]`;
    index += 1;
    if (!isObject(person)) throw new Misuse(`${at}: expected an object with a phone and a name`);
    const { id: given, ...own } = person;
    const params = { ...shared, ...own };
    const { phone } = params;
    if (typeof phone !== "string") throw new Misuse(`${at}.phone: expected a string in E.164 format`);
    if (typeof params.model_id !== "string")
      throw new Misuse(`${at}.model_id: expected the id of the agent, here or in the option call`);
    const id = String(given || digitsOf(phone));
    const known = records.has(id) ? id : phones.get(digitsOf(phone));
    if (known !== undefined) {
      skipped.push({ id, params, state: "skipped", attempts: 0, reason: `duplicate of ${known}` });
      continue;
    }
    phones.set(digitsOf(phone), id);
    records.set(id, { id, params, state: "queued", attempts: 0, recalls: 0, calls: [] });
  }
  return { records, skipped };
};
