/** Limits of what is read and kept of requests. */

/** The maximum size of a body, in bytes. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** The maximum nesting of a body: far more than any request has, far less than recursion can handle. */
export const MAX_DEPTH = 100;

/** The maximum number of issues that `check` reports: there may be more. */
export const MAX_ISSUES = 100;

/** The maximum number of entries in the log of requests. */
export const MAX_REQUESTS = 10_000;

/** The maximum size of the log of requests, in characters of JSON. */
export const MAX_LOG_SIZE = 4 * 1024 * 1024;

/**
 * The size above which a planned failure is refused, and of a refused body only the beginning is kept; and the size of
 * that beginning. In characters.
 */
export const LARGE_BODY = 16 * 1024;
export const BODY_PREVIEW = 1000;
