/** Callbacks of the caller, which never fail a request. */

import { ignoreRejection } from "../signal.js";
import { headerOf } from "./header.js";
import { redact } from "./redact.js";

/** Calls a callback, ignoring what it throws or rejects with; returns whether it threw. */
const callSafely = (run, self, argument) => {
  try {
    ignoreRejection(run.call(self, argument));
    return false;
  } catch {
    return true;
  }
};

/** Writes a log line; a logger that throws must not fail the request it logs. */
export const log = (logger, level, line) => callSafely(() => (logger ?? globalThis.console)[level](line));

/** Calls a callback with each of some issues, which are of an operation; returns whether it threw. */
export const report = (callback, issues, operation) =>
  issues.filter((issue) => callSafely(callback, undefined, { ...issue, operation })).length > 0;

/**
 * Calls the hook of an attempt that begins, or has ended, with what its log line says: it is not waited for, and what it
 * throws is a log line. The response may have a secret of the request in a header. The options are no hook's `this`.
 */
export const callHook = async (options, line, outcome, { response, sent }) => {
  const { logger, logLevel, onRequest, onResponse } = options;
  const [operation, method, path, , attempt, end, , took] = line.split(/[:,]? /);
  const about = { operation, method, path, attempt: +attempt };
  const status = +end || undefined;
  try {
    if (!end) await onRequest?.(Object.freeze(about));
    else
      await onResponse?.(
        Object.freeze({
          ...about,
          status,
          error: status ? undefined : end,
          outcome: outcome || undefined,
          requestId: redact(headerOf(response, "x-request-id") ?? "", sent) || undefined,
          durationMs: +took,
        }),
      );
  } catch {
    if (logLevel !== "off") log(logger, "error", `the ${end ? "onResponse" : "onRequest"} callback failed`);
  }
};
