/** WebKitGTK's MiniBrowser, driven over WebDriver, on an X server without a screen. */

import { Builder } from "selenium-webdriver";
import { find, firstResponse, start } from "./command.js";
import { freePort } from "./port.js";

const driverPath = find("WebKitWebDriver");
const xvfb = find("Xvfb");

/** Why a test with WebKitGTK cannot run; `false` where it can. In CI it must. */
export const skip =
  (driverPath && xvfb) || process.env.CI
    ? false
    : "skipped: needs WebKitGTK (apt-get install webkit2gtk-driver xvfb)";

/** Starts an X server, which chooses a free display (`-displayfd`) and prints its number. */
const startDisplay = async () => {
  const { child, stop } = start(
    xvfb,
    ["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const number = await new Promise((resolve, reject) => {
    child.stdout.once("data", (chunk) => resolve(String(chunk).trim()));
    child.once("close", (code) => reject(new Error(`Xvfb exited with ${code}`)));
  });
  return { display: `:${number}`, stop };
};

/** Starts it: a `driver` of selenium-webdriver and `close`. It accepts any certificate; a script in a page may run for ten minutes. */
export const launch = async () => {
  if (!driverPath || !xvfb) {
    throw new Error("there is no WebKitWebDriver or no Xvfb in the path, and CI must not skip this test");
  }
  const display = await startDisplay();
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display.display };
  const server = start(driverPath, ["--host=127.0.0.1", `--port=${port}`], { env, stdio: "ignore" });
  const stop = () => {
    server.stop();
    display.stop();
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await firstResponse(`${url}/status`);
    const driver = await new Builder()
      .usingServer(url)
      .withCapabilities({ browserName: "MiniBrowser", acceptInsecureCerts: true })
      .build();
    await driver.manage().setTimeouts({ script: 600_000 });
    const close = async () => {
      await driver.quit();
      stop();
    };
    return { driver, close };
  } catch (error) {
    stop();
    throw error;
  }
};
