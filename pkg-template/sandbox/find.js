/** Finding and filtering resources. */

import { timeOf } from "./dates.js";
import { notFound } from "./errors.js";

/** The resource with an id; throws the API's 404 if there is none. */
export const find = (map, what, id) => {
  const found = map.get(id);
  if (!found) throw notFound(what, id);
  return found;
};

/** Removes and returns the resource with an id; throws the API's 404 if there is none. */
export const remove = (map, what, id) => {
  const found = find(map, what, id);
  map.delete(id);
  return found;
};

/** Whether a text contains a part, ignoring case; true if no part is given. */
export const includes = (text, part) =>
  part === undefined || (typeof text === "string" && text.toLowerCase().includes(part.toLowerCase()));

/** Whether a resource was created between two times, both ISO 8601 and optional. */
export const createdWithin = ({ created_at: at }, { start_date: from, end_date: to }) =>
  (from === undefined || Date.parse(at) >= timeOf(from)) &&
  (to === undefined || Date.parse(at) <= timeOf(to));
