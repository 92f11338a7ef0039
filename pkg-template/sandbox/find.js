/** Looking things up. */

import { notFound } from "./errors.js";

/** What a map has under an id, or the API's 404. */
export const find = (map, what, id) => {
  const found = map.get(id);
  if (!found) throw notFound(what, id);
  return found;
};

/** Takes out of a map what it has under an id, or the API's 404. */
export const remove = (map, what, id) => {
  const found = find(map, what, id);
  map.delete(id);
  return found;
};

/** Whether a text has a part, case aside; without a part, every text. */
export const includes = (text, part) =>
  part === undefined || (typeof text === "string" && text.toLowerCase().includes(part.toLowerCase()));

/** Whether a thing was created between two times, both ISO 8601, both optional. */
export const createdWithin = ({ created_at: at }, { start_date: from, end_date: to }) =>
  (from === undefined || Date.parse(at) >= Date.parse(from)) &&
  (to === undefined || Date.parse(at) <= Date.parse(to));
