/** The studio, as a person uses it, in Chromium and Firefox. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./tab.js";

inEachBrowser((inStudio) => {
  test("from the first click to the embed code, with a mistake, its message and its fix", async () => {
    await inStudio(async ({ studio, go, see, click, type, value, texts }) => {
      await go();
      await click("a", "New agent");
      await type("#field-name", "Helper");
      await type("#field-agent-prompt", "Help {guest}, who is in {room}. Say {guest}.");
      await see(".variables");
      assert.deepEqual(await texts(".variables .chip"), ["guest", "room"]);
      await click("summary", "Voice");
      await type("#field-agent-voice_speed", "3");
      await see("#field-agent-voice_speed-issues");
      assert.match((await texts("#field-agent-voice_speed-issues"))[0], /0\.7.*1\.2/);
      await click("button", "Create agent");
      assert.equal(studio.sandbox.requests.filter(({ method }) => method !== "GET").length, 0);
      await type("#field-agent-voice_speed", "1.1");
      await click("summary", "Ending a call");
      await click("button", "Add a condition");
      await click("button", "Create agent");
      await see(".issues", "Condition 1, Reason: This field is required.");
      await type(".rule input", "The guest says goodbye");
      await click("button", "Create agent");
      await see("textarea.code");
      const { path, body } = studio.sandbox.requests.find(({ operation }) => operation === "agents.create");
      assert.match(path, /assistants/);
      assert.equal(body.agent.voice_speed, 1.1);
      assert.match(
        await value("textarea.code"),
        /^<iframe id="audio_iframe" src="https:\/\/widget\.synthflow\.ai\/widget\/v2\/[\w-]+\/sandbox-widget" allow="microphone"/,
      );
    });
  });

  test("an edit is marked, undone, redone, compared, and only what changed is sent", async () => {
    await inStudio(async ({ page, studio, go, see, gone, click, type, value, texts, count }) => {
      await go("#/agents/demo-agent-1/settings");
      await type("#field-agent-greeting_message", "Good evening!");
      await see(".field.changed");
      await click("button", "Undo");
      await gone(".field.changed");
      await page.keyboard.down("Control");
      await page.keyboard.down("Shift");
      await page.keyboard.press("z");
      await page.keyboard.up("Shift");
      await page.keyboard.up("Control");
      assert.equal(await value("#field-agent-greeting_message"), "Good evening!");
      await type("#field-description", "At the entrance");
      await count(".field.changed", 2);
      await click("[data-key=description] button", "Revert");
      await count(".field.changed", 1);
      await click("button", "Choose a voice");
      await click("button[aria-label='Use Sophia (English)']");
      // The sandbox has this voice by default, so another one is needed for a change.
      await click("button", "Choose a voice");
      await click("button[aria-label='Use Adam (English)']");
      await click("button", "Review and save");
      await see(".diff");
      assert.deepEqual(await texts(".diff dt"), ["Greeting message", "Voice"]);
      // A sentence that was written anew is shown before and after; a voice by its name.
      assert.deepEqual(await texts(".diff ins"), ["Good evening!", "Adam"]);
      await click(".dialog button", "Save");
      await see("[role=status]", "Saved. Changes go live when you publish the agent in the dashboard.");
      const updates = studio.sandbox.requests.filter(({ operation }) => operation === "agents.update");
      assert.deepEqual(
        updates.map(({ body }) => body),
        [{ agent: { greeting_message: "Good evening!", voice_id: "sandbox-elevenlabs-2" } }],
      );
    });
  });

  test("a saved value that is not accepted any more does not prevent other changes", async () => {
    await inStudio(async ({ studio, go, see, gone, click, type }) => {
      const agent = { voice_speed: 3, greeting_message: "Hello" };
      const old = { model_id: "demo-agent-1", type: "widget", name: "Old", agent };
      studio.sandbox.fail({
        operation: "agents.get",
        status: 200,
        body: { response: { assistants: [old] } },
      });
      await go("#/agents/demo-agent-1/settings");
      await type("#field-agent-greeting_message", "Good day");
      await click("summary", "Voice");
      await type("#field-agent-voice_speed", "4");
      await see("#field-agent-voice_speed-issues");
      await click("[data-key='agent.voice_speed'] button", "Revert");
      await gone("#field-agent-voice_speed-issues");
      await click("button", "Review and save");
      await click(".dialog button", "Save");
      await see("[role=status]", "Saved. Changes go live when you publish the agent in the dashboard.");
      const { body } = studio.sandbox.requests.find(({ operation }) => operation === "agents.update");
      assert.deepEqual(body, { agent: { greeting_message: "Good day" } });
    });
  });

  test("a language has its name, and one that is not known is said to be so", async () => {
    await inStudio(async ({ go, see, type, choose }) => {
      await go("#/new");
      const hint = "[data-key='agent.language'] [role=status]";
      await type("#field-agent-language", "de-DE");
      await see(hint, "German");
      await type("#field-agent-language", "Deu");
      await see(hint, "Not a known value: it will be saved as it is here.");
      await choose("header select", "de");
      await type("#field-agent-language", "de-DE");
      await see(hint, "Deutsch (Deutschland)");
    });
  });

  test("a page with changes is left only after a question", async () => {
    await inStudio(async ({ page, go, see, gone, click, type, value }) => {
      await go("#/agents/demo-agent-2/settings");
      await type("#field-name", "Another name");
      await click("nav a", "Agents");
      await click("[role=alertdialog] button", "Stay");
      await gone("[role=alertdialog]");
      assert.equal(await value("#field-name"), "Another name");
      await click(".tab", "Embed");
      await see(".tab [title=Changed]");
      await click(".tab", "Settings •");
      assert.equal(await value("#field-name"), "Another name");
      await click("nav a", "Agents");
      await click("[role=alertdialog] button", "Leave");
      await see("#agents");
      assert.match(await page.url(), /#\/$/);
    });
  });

  test("voices are found by name, language, gender and provider, and played", async () => {
    await inStudio(async ({ page, go, see, click, type, choose, texts, count }) => {
      await go("#/new");
      await click("button", "Choose a voice");
      await see("[role=status]", "65 voices");
      await type(".dialog input[type=search]", "grace");
      await count(".dialog li", 5);
      await choose(".dialog label:nth-of-type(3) select", "female");
      assert.ok((await texts(".dialog li")).every((text) => text.includes("Female")));
      await type(".dialog input[type=search]", "a");
      await choose(".dialog label:nth-of-type(2) select", "de");
      assert.ok((await texts(".dialog li")).every((text) => text.includes("German")));
      await choose(".dialog label:nth-of-type(4) select", "deepgram");
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".dialog li")].every(({ innerText }) => innerText.includes("Deepgram")),
      );
      await choose(".dialog label:nth-of-type(2) select", "");
      await choose(".dialog label:nth-of-type(3) select", "");
      await type(".dialog input[type=search]", "s");
      await click(".dialog li .play");
      await see(".dialog .play[aria-pressed=true]");
      // The samples of the sandbox are one file: only one of them is played.
      await count(".dialog .play[aria-pressed=true]", 1);
      await page.waitForFunction(() => !document.querySelector(".dialog .play[aria-pressed=true]"));
      assert.doesNotMatch((await texts(".dialog")).join(""), /cannot be played/);
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector(".dialog"));
    });
  });

  test("actions and knowledge bases are attached and detached", async () => {
    await inStudio(async ({ studio, go, see, click }) => {
      await go("#/agents/demo-agent-1/links");
      await click("button[aria-label='Attach Look up a room']");
      await click("button[aria-label='Detach Look up a room']");
      await see("button[aria-label='Attach Look up a room']");
      await click("button[aria-label='Attach House rules']");
      await see(".badge", "Attached");
      await click("button[aria-label='Detach House rules']");
      await see(".badge", "Detached");
      const sent = studio.sandbox.requests.map(({ operation }) => operation);
      for (const operation of [
        "actions.attach",
        "actions.detach",
        "knowledgeBases.attach",
        "knowledgeBases.detach",
      ])
        assert.ok(sent.includes(operation), operation);
    });
  });

  test("calls have a transcript, a recording and charts", async () => {
    await inStudio(async ({ page, go, see, click, texts, count }) => {
      await go("#/agents/demo-agent-1/calls");
      await count("#calls > li", 20);
      await click("button", "Load more calls");
      await count("#calls > li", 40);
      await click("#calls .badge.good");
      await see(".chat .agent");
      await see(".chat .human");
      await see("audio");
      await page.evaluate(() => {
        document.querySelector("audio").preload = "auto";
      });
      await page.waitForFunction(() => document.querySelector("audio").duration > 1);
      await count("figure canvas", 3);
      await page.waitForFunction(() => document.querySelector("canvas").width > 300);
      await click("figure summary");
      assert.match((await texts("figure table"))[0], /\d/);
    });
  });

  test("pasted code is previewed without the origin of the studio", async () => {
    await inStudio(async ({ page, studio, go, see }) => {
      await go("#/agents/demo-agent-1/embed");
      await see("iframe");
      const code = `<script>parent.postMessage({ origin: origin }, "*");fetch("${studio.url}synthflow/assistants/").then(({ status }) => parent.postMessage({ status }, "*"), () => parent.postMessage({ status: "blocked" }, "*"))</script>`;
      await page.evaluate(() => {
        globalThis.heard = {};
        addEventListener("message", ({ data }) => Object.assign(globalThis.heard, data));
      });
      await page.evaluate((code) => {
        const box = document.querySelector("#pasted");
        box.value = code;
        box.dispatchEvent(new Event("input"));
      }, code);
      await page.waitForFunction(() => globalThis.heard.status);
      const heard = await page.evaluate(() => globalThis.heard);
      assert.deepEqual([heard.origin, heard.status], ["null", "blocked"]);
    });
  });

  test("German, dark, and as narrow as a phone", async () => {
    await inStudio(async ({ page, go, see, click, type, choose }) => {
      await go("#/agents/demo-agent-1/settings");
      await choose("header label:nth-of-type(1) select", "de");
      await see("h2", "Gespräch");
      await click("summary", "Stimme");
      await type("#field-agent-voice_speed", "3");
      await see(".issues", "Geben Sie eine Zahl von 0,7 bis 1,2 ein.");
      assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
      const color = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await choose("header label:nth-of-type(2) select", "light");
      const light = await color();
      await choose("header label:nth-of-type(2) select", "dark");
      assert.notEqual(await color(), light);
      const pages = ["settings", "links", "embed", "calls"].map((tab) => `#/agents/demo-agent-1/${tab}`);
      for (const hash of ["#/", ...pages]) {
        await go(hash);
        await see(hash === "#/" ? "#agents" : ".tab[data-state=active]");
        for (const width of [360, 768, 1600]) {
          await page.setViewport({ width, height: 800 });
          // Charts adapt a moment later.
          const isWithin = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
          await page.waitForFunction(isWithin, { timeout: 3000 }).catch(() => {
            throw new Error(`${hash} is too wide at ${width} px`);
          });
        }
      }
    });
  });
});
