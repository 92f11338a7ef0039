/** A stock Firefox, driven over WebDriver BiDi. */

import { execFileSync } from "node:child_process";
import puppeteer from "puppeteer-core";
import { find } from "./command.js";

/** Where it is: the value of `FIREFOX`, else the first in the path. */
const executablePath = process.env.FIREFOX ?? find("firefox-esr", "firefox");

/** Why a test with Firefox cannot run; `false` where it can. In CI it must. */
export const skip =
  executablePath || process.env.CI
    ? false
    : "skipped: needs Firefox (apt-get install firefox-esr, or its path in FIREFOX)";

/** The first version in which the size of a page can be set: `emulation.setScreenOrientationOverride`. */
const FIRST_WITH_SIZES = 144;

const major = () => Number(/\d+/.exec(execFileSync(executablePath, ["--version"], { encoding: "utf8" })));

/** The same for a test that sets the size of a page. */
export const skipSizes =
  skip ||
  (process.env.CI || major() >= FIRST_WITH_SIZES
    ? false
    : `skipped: needs Firefox ${FIRST_WITH_SIZES} or later (apt-get update && apt-get install firefox-esr)`);

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
