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

/** ISO 8601, also with a space before the time, and with an offset that is a name or, as in PostgreSQL, has no minutes. */
const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(?:Z|UTC|GMT|([+-]\d\d)(?::?(\d\d))?)?)?$/i;

/** The time that a text says. One that does not exist, such as February 30, is not moved to the next month. */
const parse = (text) => {
  const [, day, time = "00:00", hours = "+00", minutes = "00"] = ISO.exec(text) ?? [];
  const start = new Date(`${day}T00:00Z`);
  const exists = !Number.isNaN(start.getTime()) && start.toISOString().startsWith(day);
  return exists ? Date.parse(`${day}T${time}${hours}:${minutes}`) : Number.NaN;
};

/** The end of the year 9999. */
const MAX = 253_402_300_799_999;

/**
 * Seconds, milliseconds, microseconds or nanoseconds since the epoch, as a number or a string, or ISO 8601; without an offset it
 * is UTC.
 */
export const dateOf = (value) => {
  let time = numberOf(value);
  if (time !== undefined) time = millisecondsOf(time);
  else if (typeof value === "string" && value.length < 100) time = parse(value.trim());
  return time <= MAX ? new Date(time) : undefined;
};
