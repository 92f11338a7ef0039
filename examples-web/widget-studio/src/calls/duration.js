/** Durations. */

/** Seconds as minutes and seconds, such as `1:05`. */
export const duration = (seconds) => {
  if (seconds === undefined) return "";
  const rounded = Math.round(seconds);
  return `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, "0")}`;
};
