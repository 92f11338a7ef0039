/** Normalizes fields that differ between accounts. */

import { own } from "./own.js";

/** Fields that are documented as objects, but are strings of JSON on real accounts. */
const FIELDS = ["return_value", "parameters_hard_coded", "parameters_from_llm"];

const parsed = (value) => {
  if (typeof value !== "string" || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

const isObject = (value) => typeof value === "object" && value !== null;

/** The event, with the fields of its actions as documented. */
export const normalizeEvent = (event) => {
  const actions = own(event, "executed_actions");
  if (!isObject(actions)) return event;
  for (const action of Object.values(actions).filter(isObject)) {
    for (const field of FIELDS) {
      if (Object.hasOwn(action, field)) action[field] = parsed(action[field]);
    }
  }
  return event;
};
