/** Times in ISO 8601. */

/** Also with a space before the time, and with an offset that is a name or, as in PostgreSQL, has no minutes. */
const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))?\s*(?:Z|UTC|GMT|([+-]\d\d)(?::?(\d\d))?)?)?$/i;

/**
 * The time that a text says, in milliseconds since the epoch; without an offset it is UTC. NaN for any other text, and for a day that
 * does not exist, such as February 30, which is not moved to the next month.
 */
export const timeOf = (text) => {
  const [, day, clock = "00:00", fraction = "0", hours = "+00", minutes = "00"] = ISO.exec(text) ?? [];
  const start = new Date(`${day}T00:00Z`);
  if (Number.isNaN(start.getTime()) || !start.toISOString().startsWith(day)) return Number.NaN;
  const time = clock.length === 5 ? `${clock}:00` : clock;
  return Date.parse(`${day}T${time}.${fraction.slice(0, 3)}${hours}:${minutes}`);
};
