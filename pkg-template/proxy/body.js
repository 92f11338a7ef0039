/** Reads the body of a request: a JSON object, within a size and a time. */

import { isObject } from "../shared/own.js";
import { Refusal, readBefore } from "./refusal.js";

/** More than any request has. */
const MAX_DEPTH = 50;

const JSON_CONTENT = /^application\/json *(; *charset="?utf-8"? *)?$/i;

export const notJson = () => new Refusal(415, "expected the content type application/json");

const tooLarge = (limit) => new Refusal(413, `the body is larger than ${limit} bytes`);

/** A type that a page of another site can send without a preflight is never accepted. */
export const checkContent = ({ headers }) => {
  const type = headers.get("content-type");
  const hasBody = Number(headers.get("content-length") ?? 0) > 0 || headers.has("transfer-encoding");
  if (type === null ? hasBody : !JSON_CONTENT.test(type)) {
    throw notJson();
  }
  if (!/^(identity)?$/i.test(headers.get("content-encoding") ?? "")) {
    throw new Refusal(415, "a compressed body is not accepted");
  }
};

/** The text of a body. */
export const readText = async (request, { maxBodySize, bodyTimeout }) => {
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > maxBodySize) throw tooLarge(maxBodySize);
  if (request.bodyUsed || request.body?.locked) throw readBefore();
  if (!request.body) {
    if (length > 0 && request.method !== "GET" && request.method !== "HEAD") throw readBefore();
    return "";
  }
  const reader = request.body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const cancel = () => reader.cancel().catch(() => {});
  const tooSlow = `the body did not arrive within ${bodyTimeout} ms`;
  let text = "";
  let size = 0;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    // Ends the read that is waited for.
    cancel();
  }, bodyTimeout);
  const decode = (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new Refusal(400, "the body is not UTF-8");
    }
  };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isLate) throw new Refusal(408, tooSlow);
      if (done && size < length) throw readBefore();
      if (done) return text + decode();
      size += value.byteLength;
      if (size > maxBodySize) throw tooLarge(maxBodySize);
      text += decode(value);
    }
  } catch (error) {
    cancel();
    // Not 400: a page would read it as refused, and this may be the copy of a request that was forwarded.
    throw error instanceof Refusal ? error : new Refusal(408, isLate ? tooSlow : "the body broke off");
  } finally {
    clearTimeout(timer);
  }
};

/** Refuses what would be read as a prototype somewhere, what is no number in JSON, and what is nested too deeply. Without recursion. */
const checkLevels = (body) => {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw new Refusal(400, `the body is nested more than ${MAX_DEPTH} levels deep`);
    const next = [];
    for (const value of level) {
      // 1e400 would be checked as infinite, and sent as null.
      if (typeof value === "number" && !Number.isFinite(value))
        throw new Refusal(400, "the body has a number that is too large");
      if (typeof value !== "object" || value === null) continue;
      if (Object.hasOwn(value, "__proto__")) throw new Refusal(400, "the body has a field named __proto__");
      for (const inner of Object.values(value)) next.push(inner);
    }
    level = next;
  }
};

/** The fields of a body; undefined if there is none. */
export const parseBody = (text) => {
  if (text === "") return undefined;
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal(400, "the body is not JSON");
  }
  if (!isObject(body)) {
    throw new Refusal(400, "the body is not a JSON object");
  }
  checkLevels(body);
  return body;
};
