/**
 * Drops copies of a request, which browsers send by themselves when a connection breaks: one forward for each
 * `idempotency-key`, and the same response to every copy.
 *
 * An entry of the store is JSON: a hash of the request, and the reply once there is one. Without a reply, the request is
 * on its way, or the process that forwarded it has ended: either way it is not forwarded once more.
 */

import { isObject } from "../shared/own.js";
import { Misuse } from "./misuse.js";
import { Refusal, unknownReply } from "./refusal.js";
import { within } from "./within.js";

/** How long a reply is kept: ten minutes. */
export const KEEP_MS = 600_000;

/** How long a request counts as one that is on its way: it ends before, with all retries and a stream of ten minutes. */
const PENDING_MS = 2 * KEEP_MS;

/** How long a store may take for one step. */
const STORE_MS = 5000;

/** The pauses between two looks at the store. */
const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 500;

const KEY = /^[!#-+\--~]{8,255}$/;

/** The key of a request; throws a refusal if there is none, or several. */
export const keyOf = ({ headers }, { name }) => {
  const key = headers.get("idempotency-key");
  if (key === null) {
    throw new Refusal(
      400,
      `${name} needs the header idempotency-key, a unique text for each request: browsers may deliver it twice`,
    );
  }
  if (KEY.test(key)) return key;
  throw new Refusal(
    400,
    "the header idempotency-key: expected one text of 8 to 255 characters without spaces",
  );
};

/** The fields of objects in one order: a page that repeats a request may have them in another. */
const sorted = (_, value) =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** The SHA-256 of some values, in hexadecimal: a store gets neither ids nor phone numbers. */
const digest = async (...values) => {
  const text = JSON.stringify(values, sorted);
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** Calls a method of a store: one that is not connected may wait without an end. */
const ask = (store, name, ...args) =>
  within(
    (async () => store[name](...args))(),
    STORE_MS,
    `the store did not respond to ${name} within ${STORE_MS} ms`,
  );

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Reads an entry; throws if a store returns something else. */
const parse = (value) => {
  const entry = typeof value === "string" ? JSON.parse(value) : undefined;
  if (typeof entry?.hash !== "string")
    throw new Misuse("proxy option store: expected the stored text, or null");
  return entry;
};

const NOT_KEPT = "a copy of this request was forwarded before, and its response is not available";

const UNCHECKED =
  "the proxy cannot tell whether a copy of this request was forwarded before; this one was not";

/** An entry whose reply had to give way: copies get a short one instead. */
export const withoutReply = (value) =>
  JSON.stringify({ hash: parse(value).hash, reply: unknownReply(502, NOT_KEPT) });

/** The reply to a copy: waits until there is one. */
const waitForReply = async (store, key, found, time) => {
  const end = performance.now() + time;
  let entry = found;
  for (let delay = FIRST_PAUSE_MS; !entry.reply && performance.now() < end; ) {
    await pause(delay);
    delay = Math.min(delay * 1.5, MAX_PAUSE_MS);
    const value = await ask(store, "get", key);
    if (value === null || value === undefined) break;
    entry = parse(value);
  }
  return entry.reply ?? unknownReply(504, NOT_KEPT);
};

/**
 * Forwards a request once. `scope` is what the key belongs to, `content` what copies have in common. `forward` returns
 * `{ reply, kept }`: what is the response now, and a promise of what copies get.
 */
export const createOnce =
  ({ store, timeout }) =>
  async (scope, content, forward, report) => {
    const key = `synthflow-proxy:${await digest(...scope)}`;
    const hash = await digest(...content);
    // Its own: what the store has is then known to be this claim.
    const entry = JSON.stringify({ hash, nonce: crypto.randomUUID() });
    let found;
    try {
      const claimed = await ask(store, "claim", key, entry, PENDING_MS);
      // A store may say null without having claimed, as `SET NX` does for the second one.
      const kept = claimed === null ? await ask(store, "get", key) : claimed;
      if (kept !== entry || claimed !== null) found = parse(kept);
    } catch (error) {
      report(error);
      const headers = { "retry-after": "1" };
      throw new Refusal(503, UNCHECKED, headers);
    }
    if (found) {
      if (found.hash !== hash)
        throw new Refusal(422, "this idempotency-key was used for a different request");
      return waitForReply(store, key, found, timeout).catch((error) => {
        report(error);
        return unknownReply(504, NOT_KEPT);
      });
    }
    const { reply, kept } = await forward();
    const write = (reply) => ask(store, "set", key, JSON.stringify({ hash, reply }), KEEP_MS);
    const save = async () => {
      const whole = await kept;
      const short = unknownReply(502, NOT_KEPT);
      await write(whole ?? short).catch((error) => {
        report(error);
        // Room for this is found where there is none for the reply.
        return whole && write(short);
      });
    };
    const saved = save().catch(report);
    return { ...reply, saved };
  };
