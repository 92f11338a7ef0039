/** Watching for differences between answers and their documented shapes. */

import { responses } from "../generated/responses.js";

/** A rejection of the callback is reported on the console: it has no caller that could handle it. */
const reported = async (result) => {
  try {
    await result;
  } catch (error) {
    globalThis.console?.error?.("synthflow-wasm: the onDrift callback rejected", error);
  }
};

/** Brings the table of responses along, so that only those who watch carry it. */
export const watchDrift = (report) =>
  Object.assign(
    (difference) => {
      reported(report(difference));
    },
    { responses },
  );
