/** The client option `pace`. */

import { copyOf, isObject } from "../shared/own.js";
import { createPace } from "../shared/pace.js";
import { refused } from "./report.js";

const checked = (options) => {
  // Undefined for what has no fields of its own, which would be no limit.
  const given = copyOf(options);
  const { callsPerSecond = Infinity, maxInFlight = Infinity, ...others } = given ?? {};
  const isRight = [callsPerSecond, maxInFlight].every((value) => value > 0 && typeof value === "number");
  if (!given || !isObject(options) || !isRight || Object.keys(others).length > 0) {
    const expected = "{ callsPerSecond, maxInFlight }, numbers above 0";
    throw refused(`client option pace: expected ${expected}`);
  }
  return [1000 / callsPerSecond, maxInFlight];
};

const paces = new WeakMap();

/** The pace of these options: clients with the same object share it. */
export const paceOf = (options) => {
  if (options === undefined || options === null) return undefined;
  const values = checked(options);
  if (!paces.has(options)) paces.set(options, createPace(values));
  return paces.get(options);
};
