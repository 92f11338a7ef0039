/** Times in a query: milliseconds since the epoch, `YYYY-MM-DD`, or ISO 8601. */

import { timeOf } from "../shared/iso.js";

/** The time in milliseconds since the epoch. Any other value is returned as it is. */
export const millisecondsOf = (value) => {
  // Names of time zones are not ISO 8601.
  if (typeof value !== "string" || /[^\d:.,TZ +-]/i.test(value)) return value;
  // In a query, a plus that is not escaped is a space.
  const time = timeOf(value.replace(/(:\d\d(?:[.,]\d+)?) (\d\d(?::?\d\d)?)$/, "$1+$2"));
  return Number.isNaN(time) ? value : time;
};
