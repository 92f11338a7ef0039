/** A response in NDJSON: its items as they come. The core reads them, and says what a failure means. */

import { ABORT, BROKE, REPLY } from "../generated/events.js";
import { race } from "./drive.js";
import { APIResponseError, toError } from "./errors.js";
import { forget, ignoreRejection, onAbort, onCollected } from "./signal.js";

/** How many letters a line may have: what has no end would fill the memory. */
const MAX_LINE_LENGTH = 16 * 2 ** 20;

/**
 * Cuts chunks into texts of whole lines. What is left of a chunk waits in parts, so that a long line costs
 * no more than its length.
 */
const createCutter = () => {
  const decoder = new TextDecoder();
  let parts = [];
  let length = 0;
  return (chunk, done) => {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: !done });
    const end = done ? text.length : text.lastIndexOf("\n") + 1;
    const whole = end > 0 || done ? parts.join("") + text.slice(0, end) : "";
    if (end > 0 || done) [parts, length] = [[], 0];
    parts.push(text.slice(end));
    length += text.length - end;
    return length > MAX_LINE_LENGTH ? undefined : whole;
  };
};

const tooLong = ({ status }) =>
  new APIResponseError({
    message: `a line of the response is longer than ${MAX_LINE_LENGTH} characters`,
    outcome: "unknown",
    attempts: 1,
    status,
  });

/** The streams of which a line is awaited: who awaits it may hold its promise only. */
const awaited = new Set();

/** Keeps a stream until a promise settles. */
const keep = (stream, promise) => {
  const settled = () => awaited.delete(stream);
  awaited.add(stream);
  promise.then(settled, settled);
  return promise;
};

/**
 * The iterable of a response. The first chunk is read at once, and signal, timeout (of a silence) and
 * `return()` apply from then on, whether or not anybody iterates; so does garbage collection.
 */
export const lines = ({ next, free, signal }, response, controller, time) => {
  const reader = response.body?.getReader?.();
  let freed = false;
  /** The event that ended it. */
  let why;
  const close = (event) => {
    why ??= event;
    leave();
    controller.abort();
    try {
      ignoreRejection(reader?.cancel());
    } catch {}
  };
  const release = () => {
    close([ABORT]);
    if (!freed) free();
    freed = true;
    forget(release);
  };
  const leave = onAbort(signal, () => close([ABORT]));

  const take = async () => {
    try {
      return [REPLY, reader ? await reader.read() : { value: await response.text(), done: true }];
    } catch (error) {
      return [BROKE, error];
    }
  };
  const read = async () => {
    const event = await race(take, time, controller.signal);
    if (event[0] !== REPLY) close(event);
    return event;
  };

  const first = read();
  const iterate = async function* () {
    const cut = createCutter();
    try {
      for (let reading = first; ; reading = read()) {
        const came = await reading;
        if (freed) return;
        const [event, value] = why ?? came;
        if (event !== REPLY) throw next(event, value).error;
        const text = cut(value.value, value.done);
        if (text === undefined) throw tooLong(response);
        const { answer, error } = next(REPLY, response, text);
        if (error) throw error;
        for (const item of answer.data) {
          if (why) break;
          yield item;
        }
        if (value.done && !why) return;
      }
    } catch (error) {
      throw toError(error);
    } finally {
      release();
    }
  };
  const inner = iterate();
  const stream = {
    next() {
      return keep(this, inner.next());
    },
    return: (value) => {
      release();
      return inner.return(value);
    },
    throw: (error) => {
      release();
      return inner.throw(error);
    },
    // No closure holds the stream: the one that runs when it is collected would keep it.
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  onCollected(stream, release);
  return stream;
};
