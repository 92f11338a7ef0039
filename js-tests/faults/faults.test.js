/** Ten thousand scripted faults in Node, with its own fetch, against a raw socket server. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as synthflow from "synthflow-wasm";
import { judge, makeCases, policies } from "./cases.js";
import { faults } from "./faults.js";
import { runCases } from "./run.js";
import { startFaultServer } from "./server.js";

const isKept = ({ script }) => script.some((name) => faults[name].kept);

/** Runs cases on a server of their own; returns how many had their fault on a reused connection. */
const check = async (cases, wrapped = false) => {
  const server = await startFaultServer();
  try {
    server.expect(cases);
    const { results, after } = await runCases(synthflow, { ...server, cases, wrapped });
    const wrong = cases.flatMap((one) =>
      judge(one, results[one.id], server.delivered(one.id), { silent: wrapped ? policies : [] }).map(
        (problem) => `${one.retryPolicy} [${one.script.join(" | ")}]: ${problem}`,
      ),
    );
    assert.deepEqual(wrong.slice(0, 20), []);
    assert.deepEqual(after, { ok: true });
    return server.kept();
  } finally {
    await server.close();
  }
};

const all = makeCases(10_006);

test("10,000 scripted faults: never delivered twice, every promise settles, every failure is classified", async () => {
  const cases = all.filter((one) => !isKept(one));
  assert.equal(cases.length, 10_000);
  await check(cases);
});

test("2,000 of them by a wrapped fetch, whose errors prove nothing", async () => {
  const cases = makeCases(2_006, { seed: 3, prefix: "w", wrapped: true }).filter((one) => !isKept(one));
  assert.equal(cases.length, 2_000);
  await check(cases, true);
});

test("the same where a reused connection breaks", async () => {
  const cases = all.filter(isKept);
  assert.equal(cases.length, 6);
  // Each on a server of its own: otherwise Node might use another connection.
  for (const one of cases)
    assert.equal(await check([one]), 1, `${one.retryPolicy} was sent on a new connection`);
});
