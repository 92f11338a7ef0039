/** Failures on demand, for tests of what a caller does then. */

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
    // The caller may have gone while the body was read.
    if (signal?.aborted) abort();
  });

/** What `fetch` throws when the connection breaks. */
export const reset = () =>
  new TypeError("fetch failed", {
    cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
  });

/** Whether an error is one of these: the only ones that break a connection. */
export const isReset = (error) => error?.cause?.code === "ECONNRESET";

/** The rules, and how they are applied. */
export const createFailures = () => {
  let rules = [];

  /** The rule for this operation, used up once. */
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
    /** Answers as the rule for this operation says, else with what `answer` gives. */
    apply: async (operation, signal, answer) => {
      const rule = next(operation);
      if (!rule) return answer();
      if (rule.delay) await pause(rule.delay, signal);
      if (rule.reset) {
        if (rule.afterDelivery) await answer();
        throw reset();
      }
      if (rule.garbage) {
        const whole = await (await answer()).text();
        const html = "<!doctype html><title>Bad gateway</title>";
        return new Response(rule.garbage === "html" ? html : whole.slice(0, whole.length / 2));
      }
      if (rule.status) {
        const body = rule.body ?? { detail: `the sandbox was told to fail with ${rule.status}` };
        return Response.json(body, { status: rule.status, headers: rule.headers });
      }
      return answer();
    },
  };
};
