/** Asks the function `authorize` of the caller who sends a request. */

import { Misuse } from "./misuse.js";
import { Refusal } from "./refusal.js";
import { within } from "./within.js";

/** How long `authorize` may take, in addition to the time that the body may. */
const AUTHORIZE_MS = 60_000;

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

/** The statuses by which a caller may refuse, with their default texts. A client reads them as a refusal, 429 with care. */
const REFUSALS = new Map([
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [429, "Too Many Requests"],
]);

/** The refusal that a result stands for, such as `{ refused: 403 }`; undefined if it is none. An `id` changes nothing. */
const refusalOf = (result) => {
  // Zero, too: it is what a bit mask gives for no permission, or a count for nobody.
  if (!result) return new Refusal(401, REFUSALS.get(401));
  if (typeof result !== "object") return undefined;
  // Of a class, too, as the id: but not what a script has added to every object.
  const { refused, detail: given } = result;
  if (refused === undefined || (refused === Object.prototype.refused && !Object.hasOwn(result, "refused")))
    return undefined;
  const detail = given === Object.prototype.detail ? REFUSALS.get(refused) : given;
  if (REFUSALS.has(refused) && typeof detail === "string") return new Refusal(refused, detail);
  throw new Misuse(
    "authorize: expected refused to be 401, 403 or 429, or absent if the request is not refused, and detail to be a text",
  );
};

/**
 * The identity that a result stands for, as a text. An object without an id is no identity:
 * whoever returns one may expect that it distinguishes people.
 */
const identityOf = (result) => {
  if (result === true) return "";
  if (isId(result)) return `id:${result}`;
  const isObject = typeof result === "object" && !(result instanceof Error);
  const id = isObject ? idOf(result) : undefined;
  if (isId(id)) return `id:${id}`;
  throw new Misuse("authorize: expected true, an id, an object with an id, false, or { refused: 403 }");
};

/** The identity of who sends a request. Throws a refusal. */
export const identify = async ({ authorize, localOnly, bodyTimeout }, request, info, report) => {
  if (localOnly) return "";
  let result;
  try {
    const asked = (async () => authorize(request, info))();
    const time = bodyTimeout + AUTHORIZE_MS;
    result = await within(asked, time, `authorize did not settle within ${time} ms`);
  } catch (error) {
    // The params are invalid.
    if (error instanceof Refusal) throw error;
    report(error);
    // A 4xx would say that the request had no effect, and this may be a copy of one that had.
    throw new Refusal(503, "authorize failed");
  }
  const refusal = refusalOf(result);
  if (refusal) throw refusal;
  return identityOf(result);
};
