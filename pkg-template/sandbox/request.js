/** Reads the arguments of `fetch`, wherever they come from. */

/** What a relative URL is relative to: the page, if there is one. */
const baseOf = () => {
  const { href } = globalThis.location ?? {};
  return typeof href === "string" && /^https?:/.test(href) ? href : "http://sandbox.invalid/";
};

/**
 * The request and its signal. The signal is not passed to `Request`: in a simulated page, such as jsdom, it is of
 * another class than `Request` accepts.
 */
export const readRequest = (input, init = {}) => {
  const { signal, ...rest } = init;
  const isRequest = typeof input === "object" && input !== null && "method" in input;
  const request = new Request(isRequest ? input : new URL(String(input), baseOf()).href, rest);
  return { request, signal: signal ?? request.signal };
};

/** Throws what `fetch` throws for an aborted request. */
export const throwIfAborted = ({ aborted, reason }) => {
  if (aborted) throw reason ?? new DOMException("This operation was aborted", "AbortError");
};
