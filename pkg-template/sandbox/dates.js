/** Times in a query: `YYYY-MM-DD` or ISO 8601; those of calls may be milliseconds since the epoch, too. */

import { timeOf as isoTimeOf } from "../shared/iso.js";

/** A time with the plus of its offset: in a query, one that is not escaped is a space. */
export const withPlus = (text) => text.replace(/(:\d\d(?:[.,]\d+)?) (\d\d(?::?\d\d)?)$/, "$1+$2");

/** The time of a text in milliseconds since the epoch; `undefined` if it is not a time. */
export const timeOf = (text) => {
  // Names of time zones are not ISO 8601.
  if (/[^\d:.,TZ +-]/i.test(text)) return undefined;
  const time = isoTimeOf(text);
  return Number.isNaN(time) ? undefined : time;
};
