/** The hours in which a batch may dial, in the time zone of its agent. */

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MINUTE = 60_000;
const WEEK = 7 * 24 * 60;

/** `"09:30"` as minutes since midnight. */
const minutesOf = (text) => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const all = Number(hours) * 60 + Number(minutes);
  return all <= 24 * 60 ? all : undefined;
};

/** A range as `{ start, end }`, or as a pair. */
const rangeOf = (given) => {
  const [start, end] = (Array.isArray(given) ? given : [given?.start, given?.end]).map(minutesOf);
  return start !== undefined && end !== undefined && start < end ? [[start, end]] : [];
};

/** The hours of each weekday; `undefined` if there is no range in a form that is known. */
const hoursOf = (weekly) => {
  if (typeof weekly !== "object" || weekly === null) return undefined;
  const known = Object.entries(weekly).filter(([day]) => DAYS.includes(day.toLowerCase()));
  const hours = new Map(known.map(([day, ranges]) => [day.toLowerCase(), [ranges].flat().flatMap(rangeOf)]));
  return [...hours.values()].some((ranges) => ranges.length > 0) ? hours : undefined;
};

const formatOf = (timeZone) => {
  const options = { weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  try {
    return new Intl.DateTimeFormat("en-US", { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
  }
};

/** The first time from `time` on at which a window is open; `Infinity` if there is none. */
export const nextOpenTime = (window, timeZone, time) => {
  const hours = window?.enable ? hoursOf(window.weekly_hours) : undefined;
  if (!hours) return time;
  const format = formatOf(timeZone);
  const isOpen = (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const minutes = Number(parts.hour) * 60 + Number(parts.minute);
    return (hours.get(parts.weekday.toLowerCase()) ?? []).some(
      ([start, end]) => start <= minutes && minutes < end,
    );
  };
  for (let step = 0; step <= WEEK; step += 1) {
    const at = step === 0 ? time : Math.floor(time / MINUTE + step) * MINUTE;
    if (isOpen(at)) return at;
  }
  return Number.POSITIVE_INFINITY;
};
