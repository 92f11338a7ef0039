/** Times in a query: `YYYY-MM-DD` or ISO 8601; those of calls may be milliseconds since the epoch, too. */

/** A day, then a time of day with seconds, a fraction and an offset, whose `+` is a space in a query that is not encoded. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(\.\d+)?)?([Zz]|[+ -]\d{2}(?::?\d{2})?)?)?$/;

/** An offset as `Z` or `+02:00`. */
const offsetOf = (text) => {
  if (text === "Z" || text === "z") return "Z";
  return `${text[0].replace(" ", "+")}${text.slice(1, 3)}:${text.slice(3).replace(":", "") || "00"}`;
};

/** Whether a day is in the calendar: to `Date`, 30 February is a day in March. */
const isDay = (day) => new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;

/** The time of a text in milliseconds since the epoch; `undefined` if it is not a time. */
export const timeOf = (text) => {
  // Without an offset, the time is in UTC, wherever the sandbox runs.
  const [, day, minutes = "00:00", seconds = "00", fraction = ".", offset = "Z"] = ISO.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  const time = Date.parse(`${day}T${minutes}:${seconds}${`${fraction}000`.slice(0, 4)}${offsetOf(offset)}`);
  return Number.isNaN(time) ? undefined : time;
};
