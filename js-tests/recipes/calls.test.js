/** The recipes for calls: what they print, what they send, and how they fail. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { withWorld } from "./world.js";

const call = ["--agent", "agent-1", "--phone", "+14155550100", "--name", "Sam"];
const lost = { operation: "calls.create", reset: true, afterDelivery: true };

test("no recipe that rings a phone does so without a number", () =>
  withWorld(async ({ run, sent }) => {
    for (const recipe of ["first-call.mjs", "follow-call.mjs"]) {
      const { code, stderr } = await run(recipe, ["--agent", "agent-1"]);
      assert.equal(code, 1);
      assert.match(stderr, /^expected --agent <id> and --phone <number>$/);
    }
    assert.deepEqual(sent("calls.create"), []);
  }));

test("first-call: a lost response is reported, and the call is not placed once more", () =>
  withWorld(async ({ run, sandbox, sent }) => {
    sandbox.fail(lost);
    const { code, stdout, stderr } = await run("first-call.mjs", call);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /^unknown: .*check/);
    assert.equal(sent("calls.create").length, 1);
  }));

test("first-call: a busy line is a failure", () =>
  withWorld(async ({ run }) => {
    const { code, stdout } = await run("first-call.mjs", ["--agent", "agent-1", "--phone", "+14155550001"]);
    assert.equal(code, 1);
    assert.match(stdout, /^busy, answered by none/m);
  }));

test("follow-call: shows each status, and finds a call whose response was lost", () =>
  withWorld(async ({ run, sandbox, sent }) => {
    sandbox.fail(lost);
    const { code, stdout, stderr } = await run("follow-call.mjs", call);
    assert.deepEqual([code, stderr], [0, "The response was lost. Looking for the call."]);
    assert.match(stdout, /^Call \S+\n(queue\n)?(in-progress\n)?completed$/);
    assert.equal(sent("calls.create").length, 1);
  }));

test("follow-call: a call that is not found may have been placed all the same", () =>
  withWorld(async ({ run, sandbox, sent }) => {
    sandbox.fail({ operation: "calls.create", reset: true });
    const { code, stderr } = await run("follow-call.mjs", [...call, "--search", "0.2"]);
    assert.equal(code, 1);
    assert.match(stderr, /The call may have been placed: not-found/);
    assert.deepEqual(sent("calls.create"), [], "the one request was lost before the sandbox saw it");
  }));

test("export-calls: CSV has a row per call of the window, and no formulas", () =>
  withWorld(async ({ run, folder }) => {
    const window = ["--from", "2026-04-01", "--to", "2026-04-03"];
    assert.equal((await run("export-calls.mjs", ["--agent", "agent-1", ...window])).code, 0);
    assert.deepEqual(readFileSync(join(folder, "calls.csv"), "utf8").trim().split("\n"), [
      "id,started,status,answered,name,number,seconds,endReason",
      "call-1,2026-04-02T11:00:00.000Z,completed,human,'=1+1,'+14155550121,35,human_ended_call",
      "call-2,2026-04-02T12:00:00.000Z,busy,none,Sam,'+14155550122,0,undefined",
    ]);
  }));

test("export-calls: NDJSON has the calls as they are, over several pages", () =>
  withWorld(async ({ run, folder, sandbox }) => {
    const calls = Array.from({ length: 250 }, (_, index) => ({
      call_id: `more-${index}`,
      model_id: "agent-1",
      start_time: Date.parse("2026-05-02T00:00:00Z"),
    }));
    sandbox.seed({ calls });
    const out = join(folder, "calls.ndjson");
    const { stdout } = await run("export-calls.mjs", [
      "--agent",
      "agent-1",
      "--from",
      "2026-05-01",
      "--out",
      out,
    ]);
    assert.equal(stdout, `${out}: 250 calls`);
    const lines = readFileSync(out, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.equal(new Set(lines.map(({ call_id }) => call_id)).size, 250);
    assert.equal(lines[0].lead_name, "");
  }));

test("export-calls: a failure leaves no file that looks complete", () =>
  withWorld(async ({ run, folder, sandbox }) => {
    sandbox.fail({ operation: "calls.list", status: 403 });
    const { code, stderr } = await run("export-calls.mjs", ["--agent", "agent-1"]);
    assert.equal(code, 1);
    assert.match(stderr, /403/);
    assert.equal(existsSync(join(folder, "calls.csv")), false);
    assert.match(
      (await run("export-calls.mjs", ["--agent", "agent-1", "--out", "calls.xml"])).stderr,
      /\.csv/,
    );
  }));

test("export-calls: a failure on a later page keeps the last complete file", () =>
  withWorld(async ({ run, folder, sandbox }) => {
    const calls = Array.from({ length: 150 }, (_, index) => ({
      call_id: `more-${index}`,
      model_id: "agent-1",
    }));
    sandbox.seed({ calls });
    const out = join(folder, "calls.ndjson");
    writeFileSync(out, "the last one");
    // A page that says there are more, and then none that is new.
    const page = calls.slice(0, 100).map((call) => ({ ...call, call_status: "completed" }));
    const body = {
      status: "ok",
      response: { calls: page, pagination: { total_records: 150, limit: 100, offset: 0 } },
    };
    sandbox.fail({ operation: "calls.list", status: 200, body, times: 2 });
    const { code } = await run("export-calls.mjs", ["--agent", "agent-1", "--out", out]);
    assert.equal(code, 1);
    assert.equal(readFileSync(out, "utf8"), "the last one");
  }));

test("analytics-chart: the SVG has the days and the statuses", () =>
  withWorld(async ({ run, folder }) => {
    const { code } = await run("analytics-chart.mjs", ["--from", "2026-04-01", "--to", "2026-04-30"]);
    assert.equal(code, 0);
    const svg = readFileSync(join(folder, "calls.svg"), "utf8");
    assert.match(svg, /^<svg[\s\S]*<\/svg>$/);
    for (const label of ["2026-04-02", "2026-04-03", "completed", "busy", "Calls"])
      assert.ok(svg.includes(label), label);
    assert.equal([...svg.matchAll(/aria-roledescription="bar"/g)].length, 3);
    const none = await run("analytics-chart.mjs", ["--from", "2026-01-01", "--to", "2026-01-02"]);
    assert.deepEqual([none.code, none.stderr], [1, "there were no calls in these days"]);
  }));

test("poll-calls: each call once, also those that end later, and a failure repeats the window", () =>
  withWorld(
    async ({ run, sandbox, client, folder }) => {
      const args = ["--agent", "agent-1", "--lag", "0"];
      const state = () => JSON.parse(readFileSync(join(folder, "poll-calls.json"), "utf8"));
      assert.equal((await run("poll-calls.mjs", args)).stdout, "0 ended, 0 not yet");
      const { call_id } = await client.calls.create({
        model_id: "agent-1",
        phone: "+14155550100",
        name: "Sam",
      });
      assert.equal((await run("poll-calls.mjs", args)).stdout, "0 ended, 1 not yet");
      assert.deepEqual(state().open, [call_id]);
      const before = state();
      sandbox.fail({ operation: "calls.list", status: 403 });
      assert.equal((await run("poll-calls.mjs", args)).code, 1);
      assert.deepEqual(state(), before);
      await client.calls.wait(call_id, { interval: 50 });
      assert.match(
        (await run("poll-calls.mjs", args)).stdout,
        new RegExp(`^${call_id} completed \\S+ 2 s\n1 ended`),
      );
      assert.equal((await run("poll-calls.mjs", args)).stdout, "0 ended, 0 not yet");
    },
    { callDuration: 2000 },
  ));

test("poll-calls: windows overlap by a second, and a call in two of them is printed once", () =>
  withWorld(async ({ run, folder, sandbox }) => {
    const since = Date.now() - 120_000;
    writeFileSync(join(folder, "poll-calls.json"), JSON.stringify({ since, open: [] }));
    sandbox.seed({ calls: [{ call_id: "at-the-start", model_id: "agent-1", start_time: since }] });
    const poll = async () => (await run("poll-calls.mjs", ["--agent", "agent-1"])).stdout;
    assert.match(await poll(), /^at-the-start completed .*\n1 ended/);
    assert.equal(await poll(), "0 ended, 0 not yet");
    const [first, second] = sandbox.requests.filter(({ operation }) => operation === "calls.list");
    assert.deepEqual(
      [first.query.from_date, second.query.from_date],
      [since - 1000, first.query.to_date - 1000],
    );
    // In the overlap.
    const state = { since: since + 500, open: [], printed: ["at-the-start"] };
    writeFileSync(join(folder, "poll-calls.json"), JSON.stringify(state));
    assert.equal(await poll(), "0 ended, 0 not yet");
  }));

test("poll-calls: a call that was deleted before it ended is not looked for any more", () =>
  withWorld(async ({ run, folder }) => {
    const file = join(folder, "poll-calls.json");
    writeFileSync(file, JSON.stringify({ since: Date.now(), open: ["deleted", "call-1"] }));
    const { code, stdout } = await run("poll-calls.mjs", ["--agent", "agent-1", "--lag", "0"]);
    assert.deepEqual([code, stdout.split("\n").at(-1)], [0, "1 ended, 0 not yet"]);
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")).open, []);
  }));
