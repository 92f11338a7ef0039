/** The longest delay of a timer, in milliseconds: `setTimeout` fires immediately above it. */
export const MAX_DELAY_MS = 2 ** 31 - 1;
