/** The matrix itself: it notices a cell that does not work, and the page in docs is what the results say. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { judge, runCell } from "./cell.js";
import { cells, keyOf } from "./list.js";
import { packAndServe } from "./packed.js";
import { esm } from "./program.js";
import { createProject } from "./project.js";
import { line, render, summary } from "./report.js";
import { prints } from "./steps.js";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

const made = (...results) => ({
  packageVersion: "1.2.3",
  results: results.map((result) => ({
    group: "Bundlers",
    name: "Made",
    how: "a | b",
    version: "1.0.0",
    date: "2026-11-26",
    ...result,
  })),
});

test("docs/compatibility.md is made of results.json, and has every cell of the list", () => {
  const data = JSON.parse(read("results.json"));
  assert.equal(read("../../docs/compatibility.md"), render(data));
  assert.deepEqual(
    data.results.map(({ key }) => key),
    cells.map(keyOf),
  );
  for (const { key, status, reason, version } of data.results) {
    if (status === "passed") assert.match(version, /^\d/, key);
    else assert.ok(status === "unavailable" && reason, `${key}: ${status}`);
  }
});

test("every cell has a key of its own and a step, or says why it cannot be run", () => {
  assert.equal(new Set(cells.map(keyOf)).size, cells.length);
  for (const cell of cells) assert.ok(cell.steps.length > 0 || cell.unavailable, keyOf(cell));
});

test("a cell that failed or was not run does not look like one that works", () => {
  const data = made(
    { status: "passed" },
    { status: "failed", reason: "no core | here\nlong output", note: "needs a flag", version: undefined },
    { status: "unavailable", reason: "no such machine" },
  );
  const page = render(data);
  assert.deepEqual(page.match(/^\| Made .*$/gm), [
    "| Made | 1.0.0 | a \\| b | ✅ works |  |",
    "| Made | – | a \\| b | ❌ fails | no core \\| here; needs a flag |",
    "| Made | 1.0.0 | a \\| b | not run | no such machine |",
  ]);
  assert.match(page, /Run on 2026-11-26: 1 passed, 1 failed, 1 not run\./);
  assert.equal(summary(data.results), "1 passed, 1 failed, 1 not run");
  assert.match(line(data.results[1]), /^❌ fails {2}Made – /);
});

test("the page says between which days its rows were run", () => {
  const data = made({ status: "passed", date: "2026-11-27" }, { status: "passed", date: "2026-11-25" });
  assert.match(render(data), /Run between 2026-11-25 and 2026-11-27: 2 passed/);
});

let packed;
let project;
before(async () => {
  packed = { ...(await packAndServe()), progress: () => {} };
  project = createProject({ __SANDBOX__: packed.sandbox.url });
  project.write({ "package.json": '{ "private": true }' });
  await project.install([packed.tarball]);
});
after(async () => {
  project.remove();
  packed.close();
});

/** Runs a cell with a program in Node. */
const outcomeOf = (program, more) =>
  runCell(
    { hostVersion: "1.0.0", files: { "a.mjs": program }, steps: [prints("node a.mjs")], ...more },
    packed,
  );

test("a cell that makes the requests works, and one that throws fails", async () => {
  assert.deepEqual(await outcomeOf(esm), { status: "passed", version: "1.0.0" });
  const { status, reason } = await outcomeOf(esm.replace("agents.list()", "agents.lost()"));
  assert.equal(status, "failed");
  assert.match(reason, /^node a\.mjs ended with code 1\n[\s\S]*agents\.lost is not a function/);
});

const result = '{ agents: ["Reminder"], call_id: "a", refused: [true, true, "phone"] }';
for (const [what, program, reason] of [
  ["prints nothing", "", /printed no result/],
  ["makes no request", `console.log("RESULT " + JSON.stringify(${result}))`, /that the sandbox received/],
  [
    "places two calls",
    esm.replace("const error", "await client.calls.create(call);\n  const error"),
    /received/,
  ],
  ["sends a wrong param", esm.replace("phone: 5", 'phone: "+14155550124"'), /that the sandbox received/],
  [
    "gets an error of another class",
    esm.replace("error instanceof ValidationError", "false"),
    /ValidationError/,
  ],
  ["reads other agents", esm.replace("({ name }) => name", "({ type }) => type"), /the agents/],
  ["has another call", esm.replace("    call_id,", '    call_id: "x",'), /404/],
]) {
  test(`a cell that ${what} fails`, async () => {
    assert.notEqual(program, esm);
    project.write({ "a.mjs": program });
    await packed.sandbox.reset();
    const judged = prints("node a.mjs")(project).then((results) => judge(results, packed.sandbox));
    await assert.rejects(judged, reason);
  });
}

test("a cell is not run only if it says why; what npm cannot install is a failure", async () => {
  const obtain = { command: "node no-such-file.js", otherwise: "it is elsewhere" };
  const elsewhere = { status: "unavailable", reason: "it is elsewhere" };
  assert.deepEqual(await outcomeOf(esm, { obtain }), elsewhere);
  assert.equal((await outcomeOf(esm, { obtain, packages: ["./no-such.tgz"] })).status, "failed");
  const never = await outcomeOf("throw 1", { unavailable: "no" });
  assert.deepEqual(never, { status: "unavailable", reason: "no" });
});
