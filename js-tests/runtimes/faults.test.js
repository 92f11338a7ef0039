/** Scripted faults in each host, by its own `fetch` and by a wrapped one. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { classes, judge, makeCases } from "../faults/cases.js";
import { faults } from "../faults/faults.js";
import { startFaultServer } from "../faults/server.js";
import { browsers } from "../support/pages.js";
import { hosts } from "./hosts.js";

/** In what each host differs: see `judge`. */
const quirks = {
  Deno: { resends: ["safe", "idempotent"] },
  Bun: {},
  workerd: { silent: true },
  Chromium: { silent: true, keeps: classes },
  Firefox: { silent: true, keeps: classes, resends: ["safe"] },
  WebKitGTK: { silent: true, keeps: ["safe", "idempotent"], renews: ["never-blind"], lenient: true },
};

const runs = Object.entries(hosts).flatMap(([name, run]) => [
  { name, run, count: 500, wrapped: false },
  { name, run, count: 250, wrapped: true },
]);

for (const { name, run, count, wrapped } of runs) {
  const options = { skip: browsers[name]?.skip };
  const what = wrapped ? "by a wrapped fetch" : "by its own fetch";
  test(`${count} scripted faults in ${name}, ${what}`, options, async () => {
    const cases = makeCases(count, { seed: wrapped ? 11 : 7, prefix: `${name}-`, wrapped });
    const quirksHere = wrapped ? { ...quirks[name], silent: true } : quirks[name];
    const server = await startFaultServer();
    try {
      server.expect(cases);
      const { results, after } = await run({ url: server.url, closed: server.closed, cases, wrapped });
      const wrong = cases.flatMap((one) =>
        judge(one, results[one.id], server.delivered(one.id), quirksHere).map(
          (problem) => `${one.repeat} [${one.script.join(" | ")}]: ${problem}`,
        ),
      );
      assert.deepEqual(wrong, []);
      assert.deepEqual(after, { ok: true });
      const kept = cases.filter(
        ({ repeat, script }) =>
          script.some((name) => faults[name].kept) && !quirks[name].renews?.includes(repeat),
      );
      assert.equal(server.kept(), kept.length, "connections that were to be used again were not");
    } finally {
      await server.close();
    }
  });
}
