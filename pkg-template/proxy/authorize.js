/** Asks the function `authorize` of the caller who sends a request. */

import { Refusal } from "./refusal.js";

const isId = (value) =>
  (typeof value === "string" && value !== "") || typeof value === "bigint" || Number.isSafeInteger(value);

/**
 * The `id` of an object, or of a getter of its class. What else is inherited does not distinguish people, and any script may
 * have added to `Object.prototype` of any realm.
 */
const idOf = (object) => {
  for (let holder = object; holder !== null; holder = Object.getPrototypeOf(holder)) {
    const found = Object.getOwnPropertyDescriptor(holder, "id");
    const isRoot = Object.getPrototypeOf(holder) === null;
    if (found) return holder === object || (Object.hasOwn(found, "get") && !isRoot) ? object.id : undefined;
  }
  return undefined;
};

/**
 * The identity that a result stands for, as a text; undefined if it refuses. An object without an id is no identity:
 * whoever returns one may expect that it distinguishes people.
 */
const identityOf = (result) => {
  // Zero, too: it is what a bit mask gives for no permission, or a count for nobody.
  if (!result) return undefined;
  if (result === true) return "";
  if (isId(result)) return `id:${result}`;
  const isObject = typeof result === "object" && !(result instanceof Error);
  const id = isObject ? idOf(result) : undefined;
  if (isId(id)) return `id:${id}`;
  throw new TypeError("authorize: expected true, an id, an object with an id, or false");
};

/** The identity of who sends a request. Throws a refusal. */
export const identify = async ({ authorize, localOnly }, request, info, report) => {
  if (localOnly) return "";
  let result;
  try {
    result = await authorize(request, info);
  } catch (error) {
    // The params are invalid.
    if (error instanceof Refusal) throw error;
    report(error);
    // A 4xx would say that the request had no effect, and this may be a copy of one that had.
    throw new Refusal(503, "authorize failed");
  }
  const identity = identityOf(result);
  if (identity === undefined) throw new Refusal(401, "Unauthorized");
  return identity;
};
