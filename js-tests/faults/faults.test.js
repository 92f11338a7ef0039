/** Ten thousand scripted faults in Node, by its own fetch, against a server on bare sockets. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as synthflow from "synthflow-wasm";
import { judge, makeCases } from "./cases.js";
import { faults } from "./faults.js";
import { runCases } from "./run.js";
import { startFaultServer } from "./server.js";

const isKept = ({ script }) => script.some((name) => faults[name].kept);

/** Runs cases on a server of their own; how many met their fault on a connection used before. */
const check = async (cases, wrapped = false) => {
  const server = await startFaultServer();
  try {
    server.expect(cases);
    const { results, after } = await runCases(synthflow, { ...server, cases, wrapped });
    const wrong = cases.flatMap((one) =>
      judge(one, results[one.id], server.delivered(one.id), { silent: wrapped }).map(
        (problem) => `${one.repeat} [${one.script.join(" | ")}]: ${problem}`,
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

test("10,000 scripted faults: never twice, every promise settles, every failure says what it is", async () => {
  const cases = all.filter((one) => !isKept(one));
  assert.equal(cases.length, 10_000);
  await check(cases);
});

test("2,000 of them by a wrapped fetch, of which no error proves anything", async () => {
  const cases = makeCases(2_006, { seed: 3, prefix: "w", wrapped: true }).filter((one) => !isKept(one));
  assert.equal(cases.length, 2_000);
  await check(cases, true);
});

test("the same where a connection breaks that had served a request before", async () => {
  const cases = all.filter(isKept);
  assert.equal(cases.length, 6);
  // Each on a server of its own: Node takes any connection it has to the same one, or another.
  for (const one of cases) assert.equal(await check([one]), 1, `${one.repeat} was sent on a new connection`);
});
