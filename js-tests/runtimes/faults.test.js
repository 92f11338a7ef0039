/** Scripted faults in each host, with its own `fetch` and with a wrapped one. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, makeCases, policies } from "../faults/cases.js";
import { faults } from "../faults/faults.js";
import { startFaultServer } from "../faults/server.js";
import { browsers } from "../support/pages.js";
import { hosts } from "./hosts.js";

/** What all browsers have in common. */
const page = { silent: policies, copies: ["non_idempotent"], hides: true };

/** The quirks of each host: see `judge`. */
const quirks = {
  Deno: { resends: ["safe", "idempotent"], silent: ["safe", "idempotent"] },
  Bun: { silent: ["safe", "idempotent"] },
  workerd: { silent: policies },
  Chromium: { ...page, keeps: policies },
  Firefox: { ...page, keeps: policies, resends: ["safe"] },
  WebKitGTK: { ...page, keeps: ["safe", "idempotent"], renews: ["non_idempotent"], lenient: true },
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
    const quirksHere = wrapped ? { ...quirks[name], silent: policies } : quirks[name];
    const server = await startFaultServer();
    try {
      server.expect(cases);
      const { results, after } = await run({ url: server.url, closed: server.closed, cases, wrapped });
      const wrong = cases.flatMap((one) =>
        judge(one, results[one.id], server.delivered(one.id), quirksHere).map(
          (problem) => `${one.retryPolicy} [${one.script.join(" | ")}]: ${problem}`,
        ),
      );
      assert.deepEqual(wrong, []);
      assert.deepEqual(after, { ok: true });
      const kept = cases.filter(
        ({ retryPolicy, script }) =>
          script.some((name) => faults[name].kept) && !quirks[name].renews?.includes(retryPolicy),
      );
      // On a slow machine a host may not have noticed that a connection is free, and open another.
      const few = `${server.kept()} of ${kept.length} connections that could be reused were`;
      assert.ok(server.kept() >= kept.length / 2, few);
    } finally {
      await server.close();
    }
  });
}
