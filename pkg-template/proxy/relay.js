/** Reads the body of a response: whole, or as it arrives. */

import { within } from "./within.js";

const ignore = () => {};

const STALLED = "the response stalled";

const BROKE_OFF = "the response broke off";

/** What was read of a body. A `fetch` of the server's own may give texts, which have no size and no end. */
const bytesOf = (value) => {
  if (!ArrayBuffer.isView(value)) throw new TypeError("the body of the response is not bytes");
  return value;
};

/**
 * Passes a body on. `idle` limits the time without data, `total` all of it, whether the reader reads or not. The reader that
 * leaves ends the request. `failed` is called with the reason if the body breaks off.
 */
export const relay = (body, { idle, total, failed }) => {
  const reader = body.getReader();
  let timer;
  const end = () => {
    clearTimeout(timer);
    return reader.cancel().catch(ignore);
  };
  let isBroken = false;
  const breakOff = (controller, error) => {
    if (isBroken) return;
    isBroken = true;
    end();
    failed(error);
    controller.error(new Error(BROKE_OFF));
  };
  return new ReadableStream({
    start(controller) {
      timer = setTimeout(() => breakOff(controller, new Error(STALLED)), total);
      // A response that nobody reads must not hold the process.
      timer.unref?.();
    },
    async pull(controller) {
      try {
        const { done, value } = await within(reader.read(), idle, STALLED);
        if (!done) return controller.enqueue(bytesOf(value));
        clearTimeout(timer);
        controller.close();
      } catch (error) {
        breakOff(controller, error);
      }
    },
    cancel: end,
  });
};

const textOf = async (chunks) => new Blob(chunks).text();

/**
 * Passes a body on, and reads it to its end, also if the reader leaves. `text` resolves to all of it, or to undefined if
 * it is longer than the limit, broke off, or took longer than `total`. `failed` is called with the reason of the latter two.
 */
export const relayAndKeep = (body, { idle, total, limit, failed }) => {
  const reader = body.getReader();
  const chunks = [];
  let size = 0;
  let target;
  let hasLeft = false;
  let wake = ignore;
  const stream = new ReadableStream({
    start: (controller) => {
      target = controller;
    },
    pull: () => wake(),
    cancel: () => {
      hasLeft = true;
      wake();
    },
  });
  /** Waits until the reader has room for more. */
  const pass = async (value) => {
    if (hasLeft) return;
    target.enqueue(value);
    while (!hasLeft && target.desiredSize <= 0) {
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  };
  const read = async () => {
    for (;;) {
      const { done, value } = await within(reader.read(), idle, STALLED);
      if (done) break;
      size += bytesOf(value).byteLength;
      if (size <= limit) chunks.push(value);
      else if (hasLeft) return undefined;
      await pass(value);
    }
    if (!hasLeft) target.close();
    return size <= limit ? textOf(chunks) : undefined;
  };
  const text = within(read(), total, STALLED).catch((error) => {
    failed(error);
    if (!hasLeft) target.error(new Error(BROKE_OFF));
    // Ends the wait for a reader that does not read.
    hasLeft = true;
    wake();
    return undefined;
  });
  // Of one that has been read, too: it does nothing then.
  text.then(() => reader.cancel().catch(ignore));
  return { stream, text };
};

/** All of a body, within a time and a size. */
export const readAll = async (body, { time, limit }) => {
  if (!body) return "";
  const reader = body.getReader();
  const chunks = [];
  const read = async () => {
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return textOf(chunks);
      size += bytesOf(value).byteLength;
      if (size > limit) throw new Error("the response is too large");
      chunks.push(value);
    }
  };
  try {
    return await within(read(), time, STALLED);
  } catch (error) {
    reader.cancel().catch(ignore);
    throw error;
  }
};
