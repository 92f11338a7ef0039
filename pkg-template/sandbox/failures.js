/** Failures on demand, for testing error handling. */

const pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort, { once: true });
    // The caller may have aborted while the body was read.
    if (signal?.aborted) abort();
  });

/** What `fetch` throws when the connection breaks. */
export const reset = () =>
  new TypeError("fetch failed", {
    cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
  });

/** Whether it is such an error, the only one that breaks a connection. */
export const isReset = (error) => error?.cause?.code === "ECONNRESET";

/** Creates a list of failure rules. */
export const createFailures = () => {
  let rules = [];

  /** The next rule for this operation; counts it as used. */
  const next = (operation) => {
    const rule = rules.find((rule) => rule.operation === undefined || rule.operation === operation);
    if (rule && --rule.times === 0) rules = rules.filter((other) => other !== rule);
    return rule;
  };

  return {
    add: (rule) => rules.push({ times: 1, ...rule }),
    clear: () => {
      rules = [];
    },
    /** Responds as the next rule for this operation says, otherwise with the result of `respond`. */
    apply: async (operation, signal, respond) => {
      const rule = next(operation);
      if (!rule) return respond();
      if (rule.delay) await pause(rule.delay, signal);
      if (rule.reset) {
        if (rule.afterDelivery) await respond();
        throw reset();
      }
      if (rule.garbage) {
        const text = await (await respond()).text();
        const html = "<!doctype html><title>Bad gateway</title>";
        return new Response(rule.garbage === "html" ? html : text.slice(0, text.length / 2));
      }
      if (rule.status) {
        const body = rule.body ?? { detail: `the sandbox was set to fail with status ${rule.status}` };
        return Response.json(body, { status: rule.status, headers: rule.headers });
      }
      return respond();
    },
  };
};
