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

/** `page_number` and `page_size`, as the other lists of the API page. */
export const numbered = (items, query, size = 10) => {
  const page_size = whole(query, "page_size", size);
  const page_number = whole(query, "page_number", 1);
  if (page_number < 1) throw badRequest("page_number counts from 1");
  const from = (page_number - 1) * page_size;
  return { items: items.slice(from, from + page_size), total: items.length, page_size, page_number };
};
