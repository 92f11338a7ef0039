/** Times in a query: milliseconds since the epoch, `YYYY-MM-DD`, or ISO 8601. */

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:[.,](\d+))?(?:([Zz])|([+-]\d{2})(?::?(\d{2}))?)?)?$/;

/** The time in milliseconds since the epoch. Any other value is returned as it is. */
export const millisecondsOf = (value) => {
  // In a query, a plus that is not escaped is a space.
  const text =
    typeof value === "string" ? value.replace(/(:\d\d(?:[.,]\d+)?) (\d\d(?::?\d\d)?)$/, "$1+$2") : "";
  const [found, day, clock = "00:00", seconds = ":00", fraction = "0", , hours, minutes = "00"] =
    ISO.exec(text) ?? [];
  // A day that does not exist would be one of the next month.
  if (!found || new Date(`${day}T00:00Z`).getUTCDate() !== Number(day.slice(8))) return value;
  // Without an offset, the time is in UTC, wherever the sandbox runs.
  const zone = hours ? `${hours}:${minutes}` : "Z";
  const time = Date.parse(`${day}T${clock}${seconds}.${fraction.slice(0, 3)}${zone}`);
  return Number.isNaN(time) ? value : time;
};
