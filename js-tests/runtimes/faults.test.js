/** Scripted faults in each host, by its own `fetch`. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, makeCases } from "../faults/cases.js";
import { startFaultServer } from "../faults/server.js";
import { skip } from "../support/browser.js";
import { hosts } from "./hosts.js";

for (const [name, run] of Object.entries(hosts)) {
  const quirks = {
    resends: name === "Deno",
    silent: ["workerd", "Chromium"].includes(name),
    keeps: name === "Chromium",
  };
  const options = { skip: name === "Chromium" && skip };
  test(`500 scripted faults in ${name}`, options, async () => {
    const cases = makeCases(500, 7, `${name}-`);
    const server = await startFaultServer();
    try {
      server.expect(cases);
      const { results, after } = await run({ url: server.url, closed: server.closed, cases });
      const wrong = cases.flatMap((one) =>
        judge(one, results[one.id], server.delivered(one.id), quirks).map(
          (problem) => `${one.repeat} [${one.script.join(" | ")}]: ${problem}`,
        ),
      );
      assert.deepEqual(wrong, []);
      assert.deepEqual(after, { ok: true });
      assert.equal(server.kept(), 6, "connections that were to be used again were not");
    } finally {
      await server.close();
    }
  });
}
