/** Paging by `limit` and `offset`, and by page number. */

import { badRequest } from "./errors.js";

const integer = (query, name, fallback) => {
  const value = query[name] ?? fallback;
  if (!Number.isInteger(value) || value < 0) throw badRequest(`${name} must be an integer`);
  return value;
};

/** A page of items, with its `pagination`. */
export const page = (items, query, limit = 20) => {
  const size = integer(query, "limit", limit);
  const offset = integer(query, "offset", 0);
  return {
    pagination: { total_records: items.length, limit: size, offset },
    items: items.slice(offset, offset + size),
  };
};

/** A page by `page_number` and `page_size`. */
export const numbered = (items, query, size = 10) => {
  const page_size = integer(query, "page_size", size);
  const page_number = integer(query, "page_number", 1);
  if (page_number < 1) throw badRequest("page_number counts from 1");
  const from = (page_number - 1) * page_size;
  return { items: items.slice(from, from + page_size), total: items.length, page_size, page_number };
};
