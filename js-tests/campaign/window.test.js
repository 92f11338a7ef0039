/** Calling windows over changes of the clocks, in many zones, compared with a minute-by-minute search. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createWindow } from "../../pkg-template/campaign/window.js";

const MINUTE = 60_000;
const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "America/Santiago",
  "UTC",
];
const windows = [
  { from: "09:00", to: "18:00" },
  { from: "00:00", to: "00:30" },
  { from: "09:07", to: "09:20", days: ["mon"] },
  { from: "23:30", to: "24:00", days: ["sun"] },
];

test("the first minute that is open is found, also where clocks change", () => {
  for (const timezone of zones) {
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: timezone,
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    for (const { from, to, days } of windows) {
      const isOpen = (time) => {
        const [day, clock] = format.format(time).replace(",", "").split(" ");
        return clock >= from && (to === "24:00" || clock < to) && (!days || days.includes(day.toLowerCase()));
      };
      const openFrom = createWindow({ from, to, ...(days && { days }), timezone });
      // Around the changes of 2026 in these zones.
      for (const date of [
        "2026-03-07T12:10",
        "2026-03-28T20:33",
        "2026-04-04T10:00",
        "2026-10-24T22:00",
        "2026-11-01T03:59",
      ]) {
        const start = Date.parse(`${date}Z`);
        let expected = start;
        while (!isOpen(expected)) expected += MINUTE;
        assert.equal(openFrom(start), expected, `${timezone} ${from}-${to} ${days ?? ""} from ${date}`);
      }
    }
  }
});

test("when one person may be called does not depend on who was asked about before", () => {
  const openFrom = createWindow({ from: "09:00", to: "18:00", timezone: "UTC" });
  const minute = Date.UTC(2026, 5, 1, 12, 0);
  assert.equal(openFrom(minute + 59_000), minute + 59_000);
  assert.equal(openFrom(minute + 1000), minute + 1000);
  const closed = Date.UTC(2026, 5, 1, 8, 30);
  assert.equal(openFrom(closed + 30_000), Date.UTC(2026, 5, 1, 9, 0));
  assert.equal(openFrom(closed + 1), Date.UTC(2026, 5, 1, 9, 0));
});
