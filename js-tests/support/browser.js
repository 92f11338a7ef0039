/** A real Chromium, driven over its own protocol. */

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Where it is: what `CHROMIUM` says, else the first in the path. */
const executablePath =
  process.env.CHROMIUM ??
  (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

/** Why a test with a browser cannot run; `false` where it can. In CI it must. */
export const skip =
  executablePath || process.env.CI
    ? false
    : "skipped: needs Chromium (apt-get install chromium, or its path in CHROMIUM)";

/** Starts it; `extra` are more flags of its command line. */
export const launch = (extra = []) => {
  if (!executablePath) throw new Error("there is no Chromium in the path, and CI must not skip this test");
  const quiet = ["disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"];
  const more = ["disable-component-update", "disable-sync", "no-sandbox"];
  return chromium.launch({
    executablePath,
    args: [...quiet, ...more, ...extra].map((flag) => `--${flag}`),
  });
};
