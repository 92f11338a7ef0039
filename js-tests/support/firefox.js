/** A stock Firefox, driven over WebDriver BiDi. */

import puppeteer from "puppeteer-core";
import { find } from "./command.js";

/** Where it is: the value of `FIREFOX`, else the first in the path. */
const executablePath = process.env.FIREFOX ?? find("firefox-esr", "firefox");

/** Why a test with Firefox cannot run; `false` where it can. In CI it must. */
export const skip =
  executablePath || process.env.CI
    ? false
    : "skipped: needs Firefox (apt-get install firefox-esr, or its path in FIREFOX)";

/** Starts it. It accepts any certificate; a script in a page may run for ten minutes. */
export const launch = () => {
  if (!executablePath) throw new Error("there is no Firefox in the path, and CI must not skip this test");
  return puppeteer.launch({
    browser: "firefox",
    executablePath,
    acceptInsecureCerts: true,
    protocolTimeout: 600_000,
  });
};
