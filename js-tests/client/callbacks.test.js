/** A failing callback ends neither the request nor the process. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";

test("a logger that throws or rejects ends neither the request nor the process", async () => {
  const unhandled = [];
  const note = (error) => unhandled.push(error);
  process.on("unhandledRejection", note);
  const fetch = async () => new Response('{"response":{"assistants":[]}}');
  let lines = 0;
  for (const fail of [
    () => Promise.reject(new Error("no log")),
    () => {
      throw new Error("no log");
    },
  ]) {
    const write = () => {
      lines += 1;
      return fail();
    };
    const logger = { error: write, warn: write, info: write, debug: write };
    const client = new Synthflow({ apiKey: "test", region: "us", fetch, logger, logLevel: "debug" });
    assert.deepEqual((await client.agents.list()).data, []);
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", note);
  assert.equal(lines, 2);
  assert.deepEqual(unhandled, []);
});
