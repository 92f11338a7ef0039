/** How much of what a client sends is read and kept. */

/** Bytes of a body. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** Levels of nesting of a body: far more than any request has, far less than what recursion can take. */
export const MAX_DEPTH = 100;

/** Problems that one check reports: where it reports as many, there may be more. */
export const MAX_PROBLEMS = 100;

/** Entries of the log of requests. */
export const MAX_REQUESTS = 10_000;

/** Characters of JSON in the log of requests. */
export const MAX_LOG_SIZE = 4 * 1024 * 1024;

/** Characters from which on the body of a refused request is kept in part, and how many of them. */
export const LARGE_BODY = 16 * 1024;
export const BODY_PREVIEW = 1000;
