/** The times of a call. */

import { numberOf } from "./read.js";

/** Smaller numbers are seconds since the epoch, as milliseconds they would be before 1973; larger ones are microseconds. */
const FIRST_MILLISECOND = 1e11;
const FIRST_MICROSECOND = 1e14;

const millisecondsOf = (time) => {
  if (time < FIRST_MILLISECOND) return time * 1000;
  return time < FIRST_MICROSECOND ? time : time / 1000;
};

/** Milliseconds, seconds or microseconds since the epoch, as a number or a string, or ISO 8601; without an offset it is UTC. */
export const dateOf = (value) => {
  let time = numberOf(value);
  if (time <= 0) return undefined;
  if (time !== undefined) time = millisecondsOf(time);
  else if (typeof value === "string" && value.length < 100) {
    const text = value.trim().replace(" ", "T");
    time = Date.parse(/T.*(?:Z|[+-]\d\d:?\d\d)$|^\d{4}-\d\d-\d\d$/i.test(text) ? text : `${text}Z`);
  }
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
};
