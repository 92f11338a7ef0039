/** The times of a call. */

import { numberOf } from "./read.js";

/** The first of 1973 in each unit, in which a smaller number would be before it; numbers of before it are no times of calls. */
const [SECONDS, MILLISECONDS, MICROSECONDS, NANOSECONDS] = [1e8, 1e11, 1e14, 1e17];

const millisecondsOf = (time) => {
  if (time < SECONDS) return Number.NaN;
  if (time < MILLISECONDS) return time * 1000;
  if (time < MICROSECONDS) return time;
  return time / (time < NANOSECONDS ? 1000 : 1e6);
};

/** An offset as ISO 8601 has it: PostgreSQL leaves out the minutes, others write the name. */
const withOffset = (text) => text.replace(/\s*(UTC|GMT)$/i, "Z").replace(/(:.*[+-]\d\d)$/, "$1:00");

/**
 * Seconds, milliseconds, microseconds or nanoseconds since the epoch, as a number or a string, or ISO 8601; without an offset it
 * is UTC.
 */
export const dateOf = (value) => {
  let time = numberOf(value);
  if (time !== undefined) time = millisecondsOf(time);
  else if (typeof value === "string" && value.length < 100) {
    const text = withOffset(value.trim()).replace(" ", "T");
    time = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$|^\d{4}-\d\d-\d\d$/i.test(text) ? text : `${text}Z`);
  }
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
};
