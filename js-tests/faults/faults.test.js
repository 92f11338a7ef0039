/** Ten thousand scripted faults in Node, by its own fetch, against a server on bare sockets. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as synthflow from "synthflow-wasm";
import { judge, makeCases } from "./cases.js";
import { runCases } from "./run.js";
import { startFaultServer } from "./server.js";

test("10,000 scripted faults: never twice, every promise settles, every failure says what it is", async () => {
  const cases = makeCases(10_000);
  const server = await startFaultServer();
  try {
    server.expect(cases);
    const { results, after } = await runCases(synthflow, { ...server, cases });
    const wrong = cases.flatMap((one) =>
      judge(one, results[one.id], server.delivered(one.id)).map(
        (problem) => `${one.repeat} [${one.script.join(" | ")}]: ${problem}`,
      ),
    );
    assert.deepEqual(wrong.slice(0, 20), []);
    assert.deepEqual(after, { ok: true });
  } finally {
    await server.close();
  }
});
