/** The journal in a file, and a process that is killed while it uses one. */

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileJournal } from "synthflow-wasm/campaign-file";
import { runWithKills } from "./kills.js";

const entry = (id, state = "queued") => ({
  id,
  state,
  at: 1,
  phone: "+14155550123",
  model_id: "m",
  attempts: 0,
});

const inFolder = async (run) => {
  const folder = mkdtempSync(join(tmpdir(), "journal-"));
  try {
    await run(join(folder, "journal.jsonl"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

test("what was written is read by the next one, in order; writes at once are one", () =>
  inFolder(async (path) => {
    const first = fileJournal(path);
    assert.deepEqual(await first.read(), []);
    await Promise.all(Array.from({ length: 500 }, (_, at) => first.write(entry(`${at}`))));
    await first.close();
    assert.equal(existsSync(`${path}.lock`), false);
    const second = fileJournal(path);
    const entries = await second.read();
    assert.deepEqual(
      entries.map(({ id }) => Number(id)),
      Array.from({ length: 500 }, (_, at) => at),
    );
    await second.close();
  }));

test("a line that was being written at a crash is dropped, and what follows is not damaged by it", () =>
  inFolder(async (path) => {
    writeFileSync(path, `${JSON.stringify(entry("1"))}\n{"id":"2","sta`);
    const journal = fileJournal(path);
    assert.deepEqual(await journal.read(), [entry("1")]);
    await journal.write(entry("3"));
    await journal.close();
    assert.equal(
      readFileSync(path, "utf8"),
      `${JSON.stringify(entry("1"))}\n${JSON.stringify(entry("3"))}\n`,
    );
  }));

test("another file, or a damaged one, is refused and not changed", () =>
  inFolder(async (path) => {
    for (const text of [
      "phone,name\n",
      `${JSON.stringify(entry("1"))}\n{"id":\n${JSON.stringify(entry("2"))}\n`,
    ]) {
      writeFileSync(path, text);
      await assert.rejects(fileJournal(path).read(), /line \d of .* is no entry of a journal/);
      assert.equal(readFileSync(path, "utf8"), text);
      assert.equal(existsSync(`${path}.lock`), false);
    }
  }));

test("a second process with the same journal is refused; the lock of one that was killed is not", () =>
  inFolder(async (path) => {
    // The parent of this process runs, and is another.
    writeFileSync(`${path}.lock`, `${process.ppid}`);
    await assert.rejects(fileJournal(path).read(), new RegExp(`process ${process.ppid} uses this journal`));
    // Of a process that is gone, and of one that was killed while it wrote its number.
    for (const left of ["2147483646", ""]) {
      writeFileSync(`${path}.lock`, left);
      const journal = fileJournal(path);
      await journal.write(entry("1"));
      assert.equal(readFileSync(`${path}.lock`, "utf8"), `${process.pid}`);
      await journal.close();
    }
  }));

test("a campaign that is killed at random moments calls nobody twice and forgets nobody", async () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const result = await runWithKills({ count: 60, kills: 6, random, shortest: 150, longest: 700 });
  assert.deepEqual([result.people, result.twice, result.forgotten], [60, 0, 0], JSON.stringify(result));
  assert.equal(result.called + result.unknown >= 60, true, JSON.stringify(result));
  assert.ok(result.killed > 0, JSON.stringify(result));
});
