/** Calling windows: when a person may be called, in their own time zone. */

import { shown } from "../shared/nearest.js";
import { isTimeZone } from "../shared/time-zone.js";
import { Misuse } from "./misuse.js";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** More minutes than clocks change by, and more steps than to the same day of the next week. */
const CHANGE = 120;
const MAX_STEPS = 300;

const minutesOf = (time, name) => {
  const [, hours, minutes] = /^(\d\d?):(\d\d)$/.exec(time) ?? [];
  const total = hours * 60 + Number(minutes);
  if (minutes < 60 && total <= DAY_MINUTES) return total;
  throw new Misuse(`window.${name}: expected a time such as "09:00", got ${JSON.stringify(time)}`);
};

const formats = new Map();

/** Writes the weekday and the time of day in a time zone; creating one takes much longer than using it. */
const formatOf = (timeZone) => {
  let format = formats.get(timeZone);
  if (!format) {
    const options = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    format = new Intl.DateTimeFormat("en-US", { ...options, timeZone });
    formats.set(timeZone, format);
  }
  return format;
};

/** The weekday, from 0 for Monday, and the minute of the day. */
const localTime = (time, timeZone) => {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  return [DAYS.indexOf(parts.weekday.toLowerCase()), parts.hour * 60 + Number(parts.minute)];
};

/**
 * Creates a function that returns the first time, from a time on, at which a person in a time zone may be called. Both are in
 * milliseconds since the epoch.
 */
export const createWindow = (window) => {
  if (!window) return (time) => time;
  const { from = "00:00", to = "24:00", days = DAYS, timezone, ...others } = window;
  const unknown = Object.keys(others)[0];
  if (unknown)
    throw new Misuse(`window: there is no field ${shown(unknown, ["from", "to", "days", "timezone"], true)}`);
  const [opens, closes] = [minutesOf(from, "from"), minutesOf(to, "to")];
  if (opens >= closes) throw new Misuse("window: expected from before to, on one day");
  const open = new Set(Array.isArray(days) ? days.map((day) => DAYS.indexOf(day)) : []);
  if (open.size === 0 || open.has(-1)) throw new Misuse(`window.days: expected some of ${DAYS.join(", ")}`);
  if (timezone !== undefined && !isTimeZone(timezone))
    throw new Misuse(`window.timezone: expected an IANA time zone, got ${JSON.stringify(timezone)}`);
  const firstFrom = (start, zone) => {
    // In steps that end two hours early, then in short ones: the clocks may change in between.
    for (let [time, step] = [start, 0]; step < MAX_STEPS; step += 1) {
      const [day, minute] = localTime(time, zone);
      if (open.has(day) && minute >= opens && minute < closes) return time;
      const wait = minute < opens && open.has(day) ? opens - minute : DAY_MINUTES - minute;
      const minutes = wait > 2 * CHANGE ? wait - CHANGE : Math.min(wait, 15);
      time = Math.floor(time / MINUTE) * MINUTE + minutes * MINUTE;
    }
    return undefined;
  };
  // Many people are in one time zone, and a window opens and closes on the minute.
  const known = new Map();
  return (start, zone = timezone) => {
    // Nobody is called at an unknown time of the day.
    if (zone === undefined) return undefined;
    const minute = Math.floor(start / MINUTE);
    const key = `${minute} ${zone}`;
    if (!known.has(key)) {
      if (known.size > 1000) known.clear();
      // From the beginning of the minute: others of it may be called before this one.
      known.set(key, firstFrom(minute * MINUTE, zone));
    }
    const first = known.get(key);
    return first === undefined ? undefined : Math.max(first, start);
  };
};
