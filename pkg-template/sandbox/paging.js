/** `limit` and `offset`, as the API pages. */

import { badRequest } from "./errors.js";

const whole = (query, name, missing) => {
  const value = query[name] ?? missing;
  if (!Number.isInteger(value) || value < 0) throw badRequest(`${name} must be a whole number`);
  return value;
};

/** A page of items, with what the API says of it. */
export const page = (items, query, limit = 20) => {
  const size = whole(query, "limit", limit);
  const offset = whole(query, "offset", 0);
  return {
    pagination: { total_records: items.length, limit: size, offset },
    items: items.slice(offset, offset + size),
  };
};
