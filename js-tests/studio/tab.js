/** The studio in a tab of a real browser, with what tests do in it. Chromium and Firefox are driven by the same interface. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe } from "node:test";
import puppeteer from "puppeteer-core";
import { serveStudio } from "../../examples-web/widget-studio/server/serve.mjs";
import * as chromium from "../support/browser.js";
import { find } from "../support/command.js";
import * as firefox from "../support/firefox.js";

const launchChromium = () => {
  const executablePath =
    process.env.CHROMIUM ?? find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  if (!executablePath || !existsSync(executablePath)) throw new Error("there is no Chromium in the path");
  return puppeteer.launch({
    browser: "chrome",
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
};

/** By name: why it cannot run here, `false` where it can, and how it is started. */
export const browsers = {
  Chromium: { skip: chromium.skip, launch: launchChromium },
  Firefox: { skip: firefox.skipSizes, launch: firefox.launch },
};

/** What a test does in the page. `text` in a selector is that of the element, without spaces around it. */
const actionsOf = (page) => {
  const one = (selector, text) =>
    page.waitForFunction(
      (selector, text) =>
        [...document.querySelectorAll(selector)].find(
          (element) => element.checkVisibility() && (text === "" || element.innerText.trim() === text),
        ),
      { timeout: 30_000 },
      selector,
      text ?? "",
    );
  return {
    /** Waits for an element with this text, or with any. */
    see: one,
    /** Waits until there is no such element. */
    gone: (selector) =>
      page.waitForFunction((selector) => !document.querySelector(selector), { timeout: 30_000 }, selector),
    /** Clicks the element with this text. */
    click: async (selector, text) => {
      const element = await one(selector, text);
      await element.evaluate((element) => element.scrollIntoView({ block: "center" }));
      await element.click();
    },
    /** Replaces the text of a field by typing. */
    type: async (selector, text) => {
      const element = await one(selector);
      await element.evaluate((element) => {
        element.scrollIntoView({ block: "center" });
        element.focus();
        element.select();
      });
      await page.keyboard.press("Backspace");
      await page.keyboard.type(text);
    },
    choose: async (selector, value) => {
      await one(selector);
      await page.select(selector, value);
    },
    /** The texts of all such elements. */
    texts: (selector) =>
      page.evaluate(
        (selector) => [...document.querySelectorAll(selector)].map(({ innerText }) => innerText.trim()),
        selector,
      ),
    value: (selector) => page.evaluate((selector) => document.querySelector(selector).value, selector),
    /** Waits for a number of such elements. */
    count: (selector, number) =>
      page.waitForFunction(
        (selector, number) => document.querySelectorAll(selector).length === number,
        { timeout: 30_000 },
        selector,
        number,
      ),
  };
};

/** Runs a test with a studio, of these options, and a tab in English; fails if the page has thrown. */
export const inStudio = async (browser, run, options = {}) => {
  const studio = await serveStudio(options);
  const errors = [];
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(error.stack ?? String(error)));
    // The question of the browser whether to leave a page with changes.
    page.on("dialog", (dialog) => dialog.accept());
    await page.setViewport({ width: 1200, height: 900 });
    await page.evaluateOnNewDocument(() => {
      // Frames without an origin have no storage.
      if (origin.startsWith("http") && !localStorage.getItem("widget-studio:language"))
        localStorage.setItem("widget-studio:language", "en");
    });
    const go = async (hash = "") => {
      await page.goto("about:blank");
      await page.goto(studio.url + hash);
    };
    await run({ page, studio, go, ...actionsOf(page) });
    await page.close();
    // Firefox reports a request that was refused to a frame without an origin, as it should be.
    assert.deepEqual(
      errors.filter((text) => !text.includes("Cross-Origin Request Blocked")),
      [],
    );
  } finally {
    studio.close();
  }
};

/** Defines tests for each browser; what they get is `inStudio` of that one. */
export const inEachBrowser = (define) => {
  for (const [name, { skip, launch }] of Object.entries(browsers)) {
    describe(name, { skip }, () => {
      let browser;
      before(async () => {
        browser = await launch();
      });
      after(() => browser?.close());
      define((run, options) => inStudio(browser, run, options));
    });
  }
};
