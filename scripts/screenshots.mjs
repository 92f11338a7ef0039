/**
 * `npm run screenshots`: takes the pictures of the studio's README, in Chromium. `-- FOLDER` writes them elsewhere.
 */

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "./build.mjs";
import { root, say } from "./run.mjs";

await build({ ifChanged: true });
// Imported late: its dependencies are installed by the setup.
const { browsers, inStudio } = await import("../js-tests/studio/tab.js");

const folder = resolve(process.argv[2] ?? join(root, "examples-web/widget-studio/screenshots"));
mkdirSync(folder, { recursive: true });

/** What is done before each picture: `theme`, `width` and `height` of the page, and the steps. */
const pictures = {
  agents: { steps: async ({ go, see }) => go().then(() => see("#agents")) },
  form: {
    steps: async ({ go, click, type, see }) => {
      await go("#/agents/demo-agent-1/settings");
      await click("summary", "Conversation");
      await click("summary", "Voice");
      await type("#field-agent-voice_speed", "3");
      await see(".issues");
    },
  },
  voices: {
    theme: "dark",
    steps: async ({ go, click, see }) => {
      await go("#/new");
      await click("button", "Choose a voice");
      await see("[role=status]", "65 voices");
    },
  },
  diff: {
    steps: async ({ go, click, type, see }) => {
      await go("#/agents/demo-agent-1/settings");
      await type("#field-agent-greeting_message", "Welcome to the Seaside Hotel! How can I help you?");
      await type("#field-description", "In the lobby");
      await click("button", "Review and save");
      await see(".diff");
    },
  },
  embed: {
    steps: async ({ go, see }) => {
      await go("#/agents/demo-agent-1/embed");
      await see("iframe");
    },
  },
  calls: {
    theme: "dark",
    width: 400,
    height: 860,
    steps: async ({ page, go, choose, click, see }) => {
      await go("#/agents/demo-agent-1/calls");
      await choose("header label:nth-of-type(1) select", "de");
      await click("#calls .badge.good");
      await see(".chat");
      await page.evaluate(() => document.querySelector("#calls").scrollIntoView());
    },
  },
};

const browser = await browsers.Chromium.launch();
try {
  for (const [name, { theme = "light", width = 1100, height = 760, steps }] of Object.entries(pictures)) {
    await inStudio(browser, async (tab) => {
      const { page } = tab;
      await page.setViewport({ width, height });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
      await steps(tab);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await page.screenshot({ path: join(folder, `${name}.png`) });
    });
    say(`screenshots: ${name}.png`);
  }
} finally {
  await browser.close();
}
