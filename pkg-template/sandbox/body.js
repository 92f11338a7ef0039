/** The body of a request: read, parsed, and checked for what no handler can process. */

import { isObject } from "../shared/own.js";
import { tooLarge, unreadable } from "./errors.js";
import { invalid } from "./issues.js";
import { MAX_BODY_BYTES, MAX_DEPTH } from "./limits.js";

const parse = (bytes, operation) => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, body: JSON.parse(text) };
  } catch {
    throw invalid(operation, [{ path: "", location: "body", message: "the body is not JSON" }]);
  }
};

/**
 * Refuses a body that is nested too deeply, and removes `__proto__`, which would become the prototype of the object
 * that the fields are assigned to. Walks level by level, without recursion.
 */
const checkLevels = (body) => {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw unreadable(`the body is nested more than ${MAX_DEPTH} levels deep`);
    const next = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      if (Object.hasOwn(value, "__proto__")) Reflect.deleteProperty(value, "__proto__");
      for (const inner of Object.values(value)) next.push(inner);
    }
    level = next;
  }
};

/** The body, `{}` if there is none, and its text. `needed`: whether the operation reads it. */
export const bodyOf = async (request, operation, needed) => {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BODY_BYTES) throw tooLarge();
  if (bytes.byteLength === 0) return { text: "", body: {} };
  const { text, body } = parse(bytes, operation);
  if (needed && !isObject(body)) throw unreadable("the body is not a JSON object");
  checkLevels(body);
  return { text, body };
};
