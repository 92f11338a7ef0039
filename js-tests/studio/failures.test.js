/** A slow and a failing network: the sandbox fails on demand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./tab.js";

inEachBrowser((inStudio) => {
  test("a slow list shows gray lines; one that fails can be loaded again", async () => {
    await inStudio(async ({ studio, go, see, click, count }) => {
      studio.sandbox.fail({ operation: "agents.list", status: 403, delay: 700 });
      await go();
      await see(".skeleton");
      await see("[role=alert] strong", "This API key lacks permission.");
      await click("button", "Try again");
      await count("#agents > li", 4);
    });
  });

  test("an agent that may have been created is not created again", async () => {
    await inStudio(async ({ studio, go, see, click, type }) => {
      await go("#/new");
      await type("#field-name", "Maybe");
      studio.sandbox.fail({ operation: "agents.create", reset: true, afterDelivery: true, times: 3 });
      await click("button", "Create agent");
      await see("[role=alert] p", "It may have taken effect: check the list of agents before you try again.");
      const created = studio.sandbox.requests.filter(({ operation }) => operation === "agents.create");
      assert.equal(created.length, 1);
    });
  });

  test("what is edited while an agent is being saved is not taken for saved", async () => {
    await inStudio(async ({ studio, go, see, click, type, count, texts }) => {
      await go("#/agents/demo-agent-1/settings");
      await type("#field-name", "First");
      // The first attempt fails after a while, and the client retries it.
      studio.sandbox.fail({ operation: "agents.update", status: 503, delay: 1500 });
      await click("button", "Review and save");
      await click(".dialog button", "Save");
      await type("#field-description", "Second");
      await count(".field.changed", 1);
      const updates = () => studio.sandbox.requests.filter(({ operation }) => operation === "agents.update");
      assert.deepEqual(
        updates().map(({ body }) => body),
        [{ name: "First" }],
      );
      await click("button", "Review and save");
      await see(".diff");
      assert.deepEqual(await texts(".diff dt"), ["Description"]);
    });
  });

  test("an agent that is gone, calls and voices that fail", async () => {
    await inStudio(async ({ studio, go, see, click, count }) => {
      await go("#/agents/none/settings");
      await see("[role=alert] strong", "This no longer exists, or belongs to another workspace.");
      studio.sandbox.fail({ operation: "calls.list", garbage: "html" });
      studio.sandbox.fail({ operation: "analytics.export", status: 401, times: 3 });
      await go("#/agents/demo-agent-1/calls");
      await see("[role=alert] strong", "The API key is invalid, or belongs to another region.");
      await count("[role=alert]", 2);
      studio.sandbox.fail({ operation: "voices.list", status: 400, body: { detail: "no such workspace" } });
      await go("#/new");
      await click("button", "Choose a voice");
      await see("[role=alert] strong", "The API refused the request.");
      await click("[role=alert] button", "Try again");
      await see("[role=status]", "65 voices");
    });
  });

  test("a workspace without agents, many agents, search and type", async () => {
    await inStudio(async ({ studio, go, see, click, type, choose, count }) => {
      studio.sandbox.fail({
        operation: "agents.list",
        status: 200,
        body: {
          status: "ok",
          response: { pagination: { total_records: 0, limit: 100, offset: 0 }, assistants: [] },
        },
      });
      await go();
      await see(".notice p", "There are no agents yet.");
      const agents = Array.from({ length: 130 }, (_, index) => ({
        type: "inbound",
        name: `Desk ${index}`,
      }));
      studio.sandbox.seed({ agents });
      await go();
      await see("[role=status]", "134 agents");
      await count("#agents > li", 20);
      await click("nav button", "Next");
      await see("nav span", "Page 2 of 7");
      await type("input[type=search]", "desk 12");
      await see("[role=status]", "11 agents");
      await choose("search select", "widget");
      await see(".notice p", "No agent matches.");
      await click("button", "Clear the search");
      await see("[role=status]", "134 agents");
    });
  });
});
