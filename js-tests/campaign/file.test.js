/** The journal in a file, and a process that is killed while it uses one. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { fileJournal } from "synthflow-wasm/campaign-file";
import { lock } from "../../pkg-template/campaign/lock.js";
import { entry, inFolder } from "./journals.js";
import { runWithKills } from "./kills.js";

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

test("a journal is read with what was written since it was opened, also while it is being closed", () =>
  inFolder(async (path) => {
    const journal = fileJournal(path);
    const ids = async () => (await journal.read()).map(({ id }) => id);
    assert.deepEqual(await ids(), []);
    await journal.write(entry("a"));
    assert.deepEqual(await ids(), ["a"]);
    const written = journal.write(entry("b"));
    assert.deepEqual(await ids(), ["a", "b"]);
    await written;
    const last = journal.write(entry("c"));
    const closed = journal.close();
    assert.deepEqual(await ids(), ["a", "b", "c"]);
    await Promise.all([last, closed]);
    await journal.write(entry("d"));
    await journal.close();
    assert.deepEqual(await ids(), ["a", "b", "c", "d"]);
    await journal.close();
  }));

test("a journal that is closed twice at once is open again once both are over", () =>
  inFolder(async (path) => {
    const journal = fileJournal(path);
    await journal.write(entry("a"));
    const before = performance.now();
    const closed = [journal.close(), journal.close()];
    assert.equal((await journal.read()).length, 1);
    await Promise.all(closed);
    await journal.close();
    assert.ok(performance.now() - before < 10_000);
  }));

test("one entry after another is written, with nothing between", () =>
  inFolder(async (path) => {
    const journal = fileJournal(path);
    for (let at = 0; at < 20; at += 1) await journal.write(entry(`${at}`));
    await journal.close();
    assert.equal(readFileSync(path, "utf8").trim().split("\n").length, 20);
  }));

test("a journal whose file was in use can be used once it is not, and a write during close spoils nothing", () =>
  inFolder(async (path) => {
    const [first, second] = [fileJournal(path), fileJournal(path)];
    await first.read();
    await assert.rejects(second.read(), /uses this journal/);
    const closing = first.close();
    const late = first.write(entry("late")).catch((error) => error);
    await closing;
    await late;
    await first.close();
    assert.ok(Array.isArray(await second.read()));
    await second.close();
    await first.write(entry("1"));
    await first.close();
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
      await assert.rejects(fileJournal(path).read(), /line \d of .* is not an entry of a journal/);
      assert.equal(readFileSync(path, "utf8"), text);
      assert.equal(existsSync(`${path}.lock`), false);
    }
  }));

const script = `
  import { fileJournal } from "synthflow-wasm/campaign-file";
  await fileJournal(process.argv[1]).read();
  console.log("locked");
  setInterval(() => {}, 1000);
`;

/** Another process that has the journal open. */
const openElsewhere = async (path) => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, path], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return async () => {
    child.kill("SIGKILL");
    await once(child, "close");
  };
};

test("a whole last line that only lacks its end is no part of one: it is kept, and what follows begins a line", () =>
  inFolder(async (path) => {
    writeFileSync(path, `${JSON.stringify(entry("1"))}\n${JSON.stringify(entry("2", "sending"))}`);
    const journal = fileJournal(path);
    assert.deepEqual(await journal.read(), [entry("1"), entry("2", "sending")]);
    await journal.write(entry("3"));
    await journal.close();
    const next = fileJournal(path);
    assert.deepEqual(
      (await next.read()).map(({ id }) => id),
      ["1", "2", "3"],
    );
    await next.close();
  }));

test("a process whose journal was taken over while it was stopped writes nothing more, so that it calls nobody", () =>
  inFolder(async (path) => {
    const journal = fileJournal(path);
    await journal.write(entry("1"));
    // What another process does after 30 seconds without a sign of this one.
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: 1, place: "another machine", nonce: "other" }));
    await assert.rejects(journal.write(entry("2", "sending")), /another process has taken over this journal/);
    await journal.close();
    assert.equal(readFileSync(path, "utf8").trim().split("\n").length, 1);
    // The lock is the other one's.
    assert.equal(existsSync(`${path}.lock`), true);
  }));

test("a second journal of a file is refused, in another process and in this one; that of a killed one is not", () =>
  inFolder(async (path) => {
    const kill = await openElsewhere(path);
    await assert.rejects(fileJournal(path).read(), /process \d+ uses this journal already/);
    await kill();
    const journal = fileJournal(path);
    await journal.write(entry("1"));
    await assert.rejects(fileJournal(path).read(), /uses this journal/);
    await journal.close();
    const next = fileJournal(path);
    assert.equal((await next.read()).length, 1);
    await next.close();
  }));

test("of many that find the lock of a killed process, one gets it", () =>
  inFolder(async (path) => {
    for (let round = 0; round < 10; round += 1) {
      await (await openElsewhere(path))();
      const ends = await Promise.allSettled(Array.from({ length: 6 }, () => lock(`${path}.lock`)));
      const locked = ends.filter(({ status }) => status === "fulfilled");
      assert.equal(locked.length, 1);
      await locked[0].value.unlock();
      assert.deepEqual(
        readdirSync(dirname(path)).filter((name) => name.includes("lock")),
        [],
      );
    }
  }));

test("a file has one lock, whichever way leads to it and whether or not it exists", () =>
  inFolder(async (path) => {
    const [link, linked] = [`${path}.link`, `${path}.folder`];
    symlinkSync(path, link);
    symlinkSync(dirname(path), linked);
    const first = fileJournal(link);
    await first.write(entry("1"));
    for (const other of [path, link, join(linked, basename(path)), relative(process.cwd(), path)])
      await assert.rejects(fileJournal(other).read(), /uses this journal/, other);
    await first.close();
    assert.equal(readFileSync(path, "utf8").split("\n").length, 2);
  }));

test("the lock of another thread of this process is respected", () =>
  inFolder(async (path) => {
    const file = `${path}.lock`;
    const source = `
      const { lock } = await import(${JSON.stringify(new URL("../../pkg-template/campaign/lock.js", import.meta.url))});
      await lock(${JSON.stringify(file)});
      const { parentPort } = await import("node:worker_threads");
      parentPort.postMessage("locked");
      setInterval(() => {}, 1000);`;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`));
    try {
      await once(worker, "message");
      // It renews its lock every five seconds.
      await assert.rejects(lock(file, 6000), /uses this journal already/);
    } finally {
      await worker.terminate();
    }
    await (await lock(file, 600)).unlock();
  }));

test("a lock from elsewhere is taken over only if nobody renews it", () =>
  inFolder(async (path) => {
    const file = `${path}.lock`;
    writeFileSync(file, JSON.stringify({ pid: 1, place: "another machine", nonce: "n" }));
    const timer = setInterval(() => utimesSync(file, new Date(), new Date()), 50);
    await assert.rejects(lock(file, 600), /process 1 uses this journal/);
    clearInterval(timer);
    await (await lock(file, 600)).unlock();
    // After a crash of the machine.
    writeFileSync(file, "");
    await (await lock(file, 600)).unlock();
  }));

test("after a write that failed, nothing more is written: a line may be there in part", () =>
  inFolder(async (path) => {
    const journal = fileJournal(path);
    await journal.write(entry("1"));
    await assert.rejects(journal.write({ id: "2", big: 1n }), TypeError);
    await journal.write(entry("3"));
    await journal.close();
    assert.equal(readFileSync(path, "utf8").split("\n").length, 3);
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
