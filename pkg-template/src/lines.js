/** The items of an NDJSON response as they arrive. The core parses them, and decides what a failure means. */

import { ABORT, BROKE, DONE, REPLY } from "../generated/events.js";
import { race } from "./drive.js";
import { APIResponseError } from "./errors.js";
import { toError } from "./report.js";
import { cancelOnCollected, ignoreRejection, onAbort, onCollected } from "./signal.js";

/** The maximum length of a line, in characters: one without an end would fill the memory. */
const MAX_LINE_LENGTH = 16 * 2 ** 20;

/**
 * Cuts chunks into texts of whole lines. The rest of a chunk is kept in parts, so that the time for a long line is
 * linear in its length.
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

/** The lines before the first one that is not JSON. */
const readable = (text) => {
  const all = text.split("\n");
  const isUnreadable = (line) => {
    try {
      return line.trim() && JSON.parse(line) === undefined;
    } catch {
      return true;
    }
  };
  return all.slice(0, all.findIndex(isUnreadable)).join("\n");
};

const unreadable = (message, { status }, attempts, startedAt) =>
  new APIResponseError({ message, outcome: "unknown", attempts, startedAt, status });

/** The streams with a pending line, whose caller may hold only its promise. */
const pendingStreams = new Set();

/** How many chunks in turn may be empty. */
const MAX_EMPTY = 1000;

/** Keeps a stream alive until a promise settles. */
const keepAlive = (stream, promise) => {
  const settled = () => pendingStreams.delete(stream);
  pendingStreams.add(stream);
  promise.then(settled, settled);
  return promise;
};

/**
 * The iterable of a response. The first chunk is read immediately; the signal, the timeout (between two chunks),
 * `return()` and garbage collection apply from then on, whether or not the response is iterated.
 */
export const lines = ({ next, free, signal, startedAt, attempts }, response, controller, time) => {
  const reader = response.body?.getReader?.();
  let freed = false;
  /** The event that ended the stream. */
  let endEvent;
  const close = (event) => {
    endEvent ??= event;
    removeListener();
    controller.abort();
    try {
      ignoreRejection(reader?.cancel());
    } catch {}
  };
  const release = () => {
    close([ABORT]);
    if (!freed) free();
    freed = true;
    cancelOnCollected(release);
  };
  const removeListener = onAbort(signal, () => close([ABORT]));

  const readChunk = async () => {
    try {
      return [REPLY, reader ? await reader.read() : { value: await response.text(), done: true }];
    } catch (error) {
      return [BROKE, error];
    }
  };
  const nextEvent = async () => {
    const event = await race(readChunk, time, controller.signal);
    if (event[0] !== REPLY) close(event);
    return event;
  };

  const first = nextEvent();
  const iterate = async function* () {
    const cut = createCutter();
    let empty = 0;
    try {
      for (let reading = first; ; reading = nextEvent()) {
        const read = await reading;
        if (freed) return;
        const [event, value] = endEvent ?? read;
        if (event !== REPLY) throw next(event, value).value;
        let [text, done] = [];
        try {
          ({ done } = value);
          text = cut(value.value, done);
          empty = value.value?.length > 0 ? 0 : empty + 1;
          // Without an end, and without a turn in which the time could end it.
          if (empty > MAX_EMPTY) throw empty;
        } catch {
          throw unreadable("the body is not a stream of text or bytes", response, attempts(), startedAt);
        }
        if (text === undefined)
          throw unreadable(
            `a line is longer than ${MAX_LINE_LENGTH} characters`,
            response,
            attempts(),
            startedAt,
          );
        let action = next(REPLY, response, text);
        const error = action.do !== DONE && action.value;
        // What stands before the line that is none has arrived.
        if (error) action = next(REPLY, response, readable(text));
        for (const item of action.value.data ?? []) {
          if (endEvent) break;
          yield item;
        }
        if (error) throw error;
        if (done && !endEvent) return;
      }
    } catch (error) {
      throw toError(error, startedAt);
    } finally {
      release();
    }
  };
  const inner = iterate();
  const stream = {
    next() {
      return keepAlive(this, inner.next());
    },
    return: (value) => {
      release();
      return inner.return(value);
    },
    throw: (error) => {
      release();
      return inner.throw(error);
    },
    // A closure that held the stream would keep it from being garbage-collected.
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  onCollected(stream, release);
  return stream;
};
