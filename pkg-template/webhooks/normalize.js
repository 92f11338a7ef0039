/** Normalizes what differs from account to account. */

import { own } from "./own.js";

/** These are objects in the documents and JSON in a string on real accounts. */
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

/** The event, with the fields of its actions as the documents have them. */
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
