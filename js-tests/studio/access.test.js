/** Accessibility by axe, layout shifts, and the keyboard. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { browsers, inStudio } from "./tab.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { skip, launch } = browsers.Chromium;

/** What axe finds in the page, as lines; of the contrast only, or of all rules. */
const violations = async (page, rules) => {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, rules ? { runOnly: rules } : {});
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, rules);
};

describe("Chromium", { skip }, () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  test("axe finds nothing, light and dark", async () => {
    await inStudio(browser, async ({ page, studio, go, see, click, type }) => {
      const scheme = (value) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
      const nothingAt = async (where) => {
        await scheme("light");
        assert.deepEqual(await violations(page), [], where);
        await scheme("dark");
        assert.deepEqual(await violations(page, ["color-contrast"]), [], `${where}, dark`);
      };
      await go();
      await see("#agents");
      await nothingAt("list");
      await go("#/new");
      await see("#field-name");
      for (const group of [
        "Voice",
        "Speech recognition",
        "Ending a call",
        "Recording and compliance",
        "Advanced",
      ])
        await click("summary", group);
      await click("button", "Add a condition");
      await type("#field-agent-voice_speed", "3");
      await click("button", "Create agent");
      await see(".issues");
      await nothingAt("form with issues");
      await click("button", "Choose a voice");
      await see(".dialog li");
      await nothingAt("voices");
      await go("#/agents/demo-agent-1/settings");
      await type("#field-name", "Other");
      await click("button", "Review and save");
      await see(".diff");
      await nothingAt("diff");
      for (const tab of ["links", "embed"]) {
        await go(`#/agents/demo-agent-1/${tab}`);
        await see(tab === "links" ? ".item" : "textarea.code");
        await nothingAt(tab);
      }
      await go("#/agents/demo-agent-1/calls");
      await click("#calls .badge.good");
      await see(".chat");
      await nothingAt("calls");
      studio.sandbox.fail({ operation: "agents.list", status: 403 });
      await go();
      await see("[role=alert]");
      await nothingAt("error");
    });
  });

  test("nothing moves while a page is loaded", async (t) => {
    await inStudio(browser, async ({ page, studio, go, see }) => {
      await page.evaluateOnNewDocument(() => {
        globalThis.shifts = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries())
            globalThis.shifts.push(
              `${value}: ${sources.map(({ node }) => node?.outerHTML?.slice(0, 80)).join(" | ")}`,
            );
        }).observe({ type: "layout-shift", buffered: true });
      });
      const pages = [
        ["#/", "#agents"],
        ["#/agents/demo-agent-1/settings", "#field-name"],
        ["#/agents/demo-agent-1/links", ".item"],
        ["#/agents/demo-agent-1/embed", "iframe"],
        ["#/agents/demo-agent-1/calls", "#calls"],
      ];
      for (const width of [360, 1200]) {
        await page.setViewport({ width, height: 800 });
        for (const [hash, selector] of pages) {
          for (const operation of ["agents.list", "agents.get", "calls.list"])
            studio.sandbox.fail({ operation, delay: 150, status: 503 });
          await go(hash);
          await see(selector);
          await new Promise((resolve) => setTimeout(resolve, 250));
          studio.sandbox.clearFailures();
          assert.deepEqual(await page.evaluate(() => globalThis.shifts), [], `${hash} at ${width} px`);
        }
      }
      await go();
      await see("#agents li");
      const ready = await page.evaluate(() => performance.now());
      t.diagnostic(`the list of agents was there ${Math.round(ready)} ms after the navigation`);
    });
  });

  test("an agent is created with the keyboard alone", async () => {
    await inStudio(browser, async ({ page, studio, go, see }) => {
      const press = async (...keys) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      await go();
      await see("#agents");
      const focus = async (selector) => {
        for (let count = 0; count < 40; count += 1) {
          if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
          await press("Tab");
        }
        throw new Error(`${selector} cannot be reached with the Tab key`);
      };
      await focus("a[href='#/new']");
      await press("Enter");
      await see("#field-name");
      await focus("#field-name");
      await page.keyboard.type("By keyboard");
      await press("Enter");
      await see("textarea.code");
      assert.equal(
        studio.sandbox.requests.filter(({ operation }) => operation === "agents.create").length,
        1,
      );
    });
  });
});
