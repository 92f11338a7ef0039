/**
 * One tab in each browser, by one interface. `open()` starts the browser: its `version`, `goto(url)`, `call(name,
 * argument)` that calls an async function of the page once there is one, and `close()`.
 */

import * as chromium from "./browser.js";
import * as firefox from "./firefox.js";
import * as webkitgtk from "./webkitgtk.js";

const openChromium = async () => {
  const browser = await chromium.launch(["ignore-certificate-errors"]);
  const tab = await browser.newPage();
  return {
    version: browser.version(),
    goto: (url) => tab.goto(url),
    call: async (name, argument) => {
      await tab.waitForFunction((name) => globalThis[name], name);
      return tab.evaluate(([name, argument]) => globalThis[name](argument), [name, argument]);
    },
    close: () => browser.close(),
  };
};

const openFirefox = async () => {
  const browser = await firefox.launch();
  const tab = await browser.newPage();
  return {
    version: (await browser.version()).replace("firefox/", ""),
    goto: (url) => tab.goto(url),
    call: async (name, argument) => {
      await tab.waitForFunction((name) => globalThis[name], {}, name);
      return tab.evaluate((name, argument) => globalThis[name](argument), name, argument);
    },
    close: () => browser.close(),
  };
};

/** Runs in the page: WebDriver passes a callback, and no rejection. */
const caller = `const [name, argument, done] = arguments;
const begin = () => globalThis[name]
  ? globalThis[name](argument).then((value) => done({ value }), (error) => done({ error: String(error) }))
  : setTimeout(begin, 20);
begin();`;

const openWebKitGTK = async () => {
  const { driver, close } = await webkitgtk.launch();
  return {
    version: (await driver.getCapabilities()).get("browserVersion"),
    goto: (url) => driver.get(url),
    call: async (name, argument) => {
      const { value, error } = await driver.executeAsyncScript(caller, name, argument);
      if (error) throw new Error(error);
      return value;
    },
    close,
  };
};

/** By name. */
export const browsers = {
  Chromium: { skip: chromium.skip, open: openChromium },
  Firefox: { skip: firefox.skip, open: openFirefox },
  WebKitGTK: { skip: webkitgtk.skip, open: openWebKitGTK },
};
