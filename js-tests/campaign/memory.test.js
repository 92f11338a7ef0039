/** The memory of a campaign: those who wait for somebody to call keep nothing of each time that they have looked. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A thousand calls at once, whose ends come one by one while all others wait; and recalls of a few by many. */
const program = `
  import { runCampaign } from "synthflow-wasm/campaign";
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const run = async (count, maxInFlight, ends) => {
    let calls = 0;
    const create = async () => ({ call_id: "c" + (calls += 1) });
    const wait = async () => {
      await pause(10 + Math.random() * 200);
      return { status: calls > ends ? "completed" : "busy", duration: 1 };
    };
    const people = Array.from({ length: count }, (_, at) => ({ name: "P", phone: "+1415" + (5550000 + at) }));
    const recall = [{ statuses: ["busy"], after: 5, times: 1000 }];
    const client = { calls: { create, wait, findPlaced() {} } };
    const pace = { callsPerSecond: Infinity, maxInFlight };
    const { line } = await runCampaign({ client, people, call: { model_id: "m" }, pace, recall });
    console.log(line);
  };
  await run(1000, 1000, 0);
  await run(100, 100, 3000);`;

/** As many waits as a campaign with two hundred thousand attempts has, which end before it does. */
const waits = `
  import { createEnding } from "./pkg-template/campaign/ending.js";
  const { untilStopped } = createEnding();
  for (let left = 400_000; left > 0; left -= 1) await untilStopped(Promise.resolve());
  console.log("done");`;

/** What a program prints that has this much memory for its objects. */
const outputOf = async (program) => {
  const given = ["--max-old-space-size=64", "--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(process.execPath, given, { cwd: root });
  return stdout;
};

test("a campaign with many calls at once, or many recalls, needs 64 MB at most", async () => {
  assert.equal(await outputOf(program), "1000 people: 1000 done\n100 people: 100 done\n");
});

test("an attempt that is over keeps nothing", async () => {
  assert.equal(await outputOf(waits), "done\n");
});
