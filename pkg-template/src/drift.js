/** Reports differences between responses and their documented shapes. */

import { responses } from "../generated/responses.js";

/** A rejection of the callback is reported on the console, without its text: it has no caller that could handle it. */
const logRejection = async (result) => {
  try {
    await result;
  } catch {
    globalThis.console?.error?.("synthflow-wasm: the onDrift callback rejected");
  }
};

/** Wraps a callback for the option `onDrift`. Holds the table of responses, so that other pages do not load it. */
export const watchDrift = (callback) => {
  if (typeof callback !== "function") throw new TypeError("watchDrift: expected a function");
  const report = (difference) => {
    logRejection(callback(difference));
  };
  return Object.assign(report, { responses });
};
