/** Time zones, as the host knows them. */

/** Whether `Intl` knows the time zone; true if there is no `Intl`. */
export const isTimeZone = (timeZone) => {
  try {
    if (/^[+-]/.test(timeZone)) return false;
    if (typeof Intl === "object") new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
};
