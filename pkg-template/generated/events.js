// Generated from src/http/numbers.rs by `npm run emit`. Do not edit.

/** Nothing has been done yet, or the sleep is over. */
export const READY = 0;

/** The API key. */
export const KEY = 1;

/** What the `apiKey` function threw. */
export const KEY_THREW = 2;

/** A response and its text. */
export const REPLY = 3;

/** What `fetch` threw. */
export const THREW = 4;

/** It timed out. */
export const TIME = 5;

/** The caller's signal fired. */
export const ABORT = 6;

/** What reading the body threw. */
export const BROKE = 7;

/** Call the `apiKey` function. */
export const ASK = 0;

/** Call `fetch`. */
export const SEND = 1;

/** Wait. */
export const SLEEP = 2;

/** Resolve. */
export const DONE = 3;

/** Reject. */
export const FAIL = 4;
