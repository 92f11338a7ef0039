/**
 * A proxy in front of the sandbox. It records when each `POST /calls` arrives, whatever is responded, and delays the
 * responses. A client that disconnects does not stop a request. It has a thread of its own, since the time of an arrival is
 * only as exact as its event loop is free.
 */

import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Starts it in front of `target`. */
export const startRecorder = async (target, seed) => {
  const thread = new Worker(new URL("recorder-thread.mjs", import.meta.url), {
    workerData: { target, seed },
  });
  const [{ url }] = await once(thread, "message");
  let last = 0;
  const ask = (action, value) =>
    new Promise((resolve) => {
      last += 1;
      const id = last;
      const onMessage = (message) => {
        if (message.id !== id) return;
        thread.off("message", onMessage);
        resolve(message.result);
      };
      thread.on("message", onMessage);
      thread.postMessage({ id, action, value });
    });
  return {
    url,
    /** The times at which calls arrived, in milliseconds. */
    arrivals: () => ask("arrivals"),
    /** Refuses connections for some time. */
    interrupt: (milliseconds) => ask("interrupt", milliseconds),
    close: () => thread.terminate(),
  };
};
