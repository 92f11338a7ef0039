/** What the driver tells the core and what it is told: the numbers of `src/exports.rs`. */

/** What came of an action. */
export const READY = 0;
export const KEY = 1;
export const KEY_THREW = 2;
export const REPLY = 3;
export const THREW = 4;
export const TIME = 5;
export const ABORT = 6;
export const BROKE = 7;

/** What the core wants done. */
export const ASK = 0;
export const SEND = 1;
export const SLEEP = 2;
export const DONE = 3;

/** `setTimeout` fires at once above this. */
export const LONGEST = 2 ** 31 - 1;
