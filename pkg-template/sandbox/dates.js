/** Times in a query: milliseconds since the epoch, `YYYY-MM-DD`, or ISO 8601. */

const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** The time in milliseconds since the epoch. Any other value is returned as it is. */
export const millisecondsOf = (value) => {
  if (typeof value !== "string" || !ISO.test(value)) return value;
  // Without an offset, the time is in UTC, wherever the sandbox runs.
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(value.slice(10));
  const utc = value.length === 10 || hasOffset ? value : `${value}Z`;
  const time = Date.parse(utc.replace(" ", "T"));
  return Number.isNaN(time) ? value : time;
};
