/** The times of a call. */

import { timeOf } from "../shared/iso.js";
import { numberOf } from "./read.js";

/** The first of 1973 in each unit, in which a smaller number would be before it; numbers of before it are no times of calls. */
const [SECONDS, MILLISECONDS, MICROSECONDS, NANOSECONDS] = [1e8, 1e11, 1e14, 1e17];

const millisecondsOf = (time) => {
  if (time < SECONDS) return Number.NaN;
  if (time < MILLISECONDS) return time * 1000;
  if (time < MICROSECONDS) return time;
  return time / (time < NANOSECONDS ? 1000 : 1e6);
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
  else if (typeof value === "string" && value.length < 100) time = timeOf(value.trim());
  return time <= MAX ? new Date(time) : undefined;
};
