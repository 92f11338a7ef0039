/** What other programs do to the file of a journal, and files that are no journal. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { runCampaign } from "synthflow-wasm/campaign";
import { fileJournal } from "synthflow-wasm/campaign-file";
import { lock } from "../../pkg-template/campaign/lock.js";
import { rejection } from "../support/server.js";
import { entry, inFolder } from "./journals.js";

const line = (...args) => JSON.stringify(entry(...args));

const CHANGES = {
  deleted: unlinkSync,
  renamed: (path) => renameSync(path, `${path}.1`),
  replaced: (path) => {
    copyFileSync(path, `${path}.copy`);
    renameSync(`${path}.copy`, path);
  },
  emptied: (path) => truncateSync(path),
  shortened: (path) => truncateSync(path, 5),
  lengthened: (path) => appendFileSync(path, `${line("9")}\n`),
};

test("a journal whose file is moved, deleted or changed writes nothing more, and the campaign ends", () =>
  Promise.all(
    Object.entries(CHANGES).map(([what, change]) =>
      inFolder(async (path) => {
        const sent = [];
        const create = async ({ phone }) => {
          sent.push(phone);
          if (sent.length === 3) change(path);
          return { call_id: `c-${sent.length}` };
        };
        const options = {
          client: { calls: { create, findPlaced: async () => ({ outcome: "not-found", calls: [] }) } },
          people: Array.from({ length: 10 }, (_, at) => ({ name: "P", phone: `+1415555010${at}` })),
          call: { model_id: "m" },
          journal: fileJournal(path),
          pace: { callsPerSecond: 1000, maxInFlight: 1 },
          follow: false,
        };
        const expected = /journal\.jsonl was (moved, deleted or replaced|changed) while it was in use/;
        assert.match((await rejection(runCampaign(options))).message, expected, what);
        assert.equal(sent.length, 3, what);
      }),
    ),
  ));

test("a write that was on its way is not resolved, and the next journal of the path starts cleanly", () =>
  inFolder(async (path) => {
    const journal = fileJournal(path);
    await journal.write(entry("1"));
    unlinkSync(path);
    await assert.rejects(journal.write(entry("2", "sending")), /was moved, deleted or replaced/);
    await assert.rejects(journal.write(entry("3")), /was moved, deleted or replaced/);
    await journal.close();
    const next = fileJournal(path);
    assert.deepEqual(await next.read(), []);
    await next.write(entry("ä"));
    await next.write(entry("4"));
    await next.close();
    assert.equal(readFileSync(path, "utf8"), `${line("ä")}\n${line("4")}\n`);
  }));

test("a file that is no journal is refused and not changed, byte for byte", () =>
  inFolder(async (path) => {
    for (const text of [
      '[{"name":"Sam","phone":"+14155550123"}]',
      '{"id":"app","name":"a configuration"}',
      '{"id":"abc","name":"important',
      '{"id":"abc","at":"home',
      '{"id":"abc"}',
      '{"id":"abc" ',
      '{"id":"app","state":"CA","phone":"+14155550123"}',
      '{"id":"app","state":"CA","phone":"+14155550123"}\n',
      "phone,name\n+14155550123,Sam",
      "phone",
      "\0\0\0\0",
      `${line("1")}\nphone,name`,
      `${line("1")}\n[1]`,
      // A journal whose line ends are lost: everybody would be called again.
      `${line("1")}${line("2")}`,
      `${line("1")} ${line("2")}`,
      `${line("1")}${line("2")}{"id":"3","sta`,
      `${line("1")}${line("2")}\n`,
      `${line("1")}\n${line("2", "sending")}${line('3}{"')}`,
      `\ufeff${line("1")}`,
      `${line("1")}\0\0`,
      `${line("1")}\n${line("2", "none")}`,
    ]) {
      writeFileSync(path, text);
      await assert.rejects(fileJournal(path).read(), /line \d of .* is not an entry of a journal/, text);
      assert.equal(readFileSync(path, "utf8"), text);
    }
  }));

test("a folder or a named pipe is refused as a journal, and nothing waits for it", () =>
  inFolder(async (path) => {
    mkdirSync(path);
    await assert.rejects(fileJournal(path).read(), /is not a file/);
    if (process.platform === "win32") return;
    execFileSync("mkfifo", [`${path}.pipe`]);
    await assert.rejects(fileJournal(`${path}.pipe`).read(), /is not a file/);
  }));

test("what a crash leaves of the last line is dropped, wherever it was cut", () =>
  inFolder(async (path) => {
    const last = JSON.stringify({ ...entry('2 "}{[ \\'), list: [{ a: ["]"] }] });
    for (let length = 0; length < last.length; length += 1) {
      for (const zeros of ["", "\0\0\0"]) {
        writeFileSync(path, `${line("1")}\n${last.slice(0, length)}${zeros}`);
        const journal = fileJournal(path);
        assert.deepEqual(await journal.read(), [entry("1")], `${length}`);
        await journal.close();
        assert.equal(readFileSync(path, "utf8"), `${line("1")}\n`);
      }
    }
  }));

test("a first line of a campaign that was cut by a crash is dropped, wherever it was cut", () =>
  inFolder(async (path) => {
    const { id, state, ...others } = entry('2 "}\\\u0001');
    const first = JSON.stringify({ id, ...others, state });
    for (let length = 0; length < first.length; length += 1) {
      writeFileSync(path, first.slice(0, length));
      const journal = fileJournal(path);
      assert.deepEqual(await journal.read(), [], `${length}`);
      await journal.close();
      assert.equal(readFileSync(path, "utf8"), "");
    }
  }));

test("what is no path, a folder that does not exist, and what cannot be written are named", async () => {
  for (const none of [undefined, null, "", 5, {}])
    assert.throws(() => fileJournal(none), { name: "TypeError", message: /expected the path of a file/ });
  assert.throws(() => fileJournal("a.jsonl", { fsync: false }), {
    name: "TypeError",
    message: /nothing else/,
  });
  await inFolder(async (path) => {
    const missing = join(dirname(path), "nope");
    const message = `fileJournal: the folder ${missing} does not exist`;
    assert.throws(() => fileJournal(join(missing, "x.jsonl")), { message });
    assert.throws(
      () => fileJournal(join(missing, "deeper", "x.jsonl")),
      /the folder .*deeper does not exist/,
    );
    if (process.platform === "win32") return;
    const script = `
      import { fileJournal } from "synthflow-wasm/campaign-file";
      process.on("SIGXFSZ", () => {});
      const journal = fileJournal(process.argv[1]);
      const entry = ${line("x".repeat(5000))};
      await journal.write(entry).catch(({ message, code }) => console.log(code, message));`;
    // The largest size of a file: less than that of the entry, and less than that of the lock.
    for (const size of [1, 0]) {
      const run = `ulimit -f ${size}; exec "${process.execPath}" --input-type=module -e '${script}' "${path}"`;
      const output = execFileSync("bash", ["-c", run], { cwd: import.meta.dirname, encoding: "utf8" });
      assert.match(output, /^EFBIG fileJournal: .*journal\.jsonl could not be written: EFBIG/);
      assert.deepEqual(
        readdirSync(dirname(path)).filter((name) => name.includes("lock.")),
        [],
      );
    }
  });
});

/** The process number of a process that has ended. */
const deadPid = () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  return pid;
};

/** What a process has written to its lock before it was killed. */
const lockOf = async (path) => {
  const { unlock } = await lock(path);
  const owner = { ...JSON.parse(readFileSync(path, "utf8")), pid: deadPid() };
  await unlock();
  return (nonce) => JSON.stringify({ ...owner, nonce });
};

test("a lock whose takeover was cut by a crash is taken over, by one", () =>
  inFolder(async (path) => {
    const file = `${path}.lock`;
    const text = await lockOf(file);
    const crashes = {
      "before the lock was removed": ["", ".a.taken"],
      "after it was removed": [".a.taken"],
      "in the takeover of a takeover": ["", ".a.taken", ".a.taken.b.taken"],
    };
    for (const [what, names] of Object.entries(crashes)) {
      for (const [at, name] of names.entries()) writeFileSync(file + name, text("abc"[at]));
      const ends = await Promise.allSettled(Array.from({ length: 6 }, () => lock(file, 600)));
      const [won, ...others] = ends.filter(({ status }) => status === "fulfilled");
      assert.equal(others.length, 0, what);
      assert.ok(won, `${what}: ${ends[0].reason}`);
      await assert.rejects(lock(file, 600), /uses this journal already/);
      await won.value.check();
      await won.value.unlock();
    }
  }));

test("a takeover by a process that is alive is not disturbed", () =>
  inFolder(async (path) => {
    const file = `${path}.lock`;
    const text = await lockOf(file);
    const alive = JSON.stringify({ ...JSON.parse(text("b")), pid: process.ppid });
    writeFileSync(file, text("a"));
    writeFileSync(`${file}.a.taken`, alive);
    await assert.rejects(lock(file, 600), new RegExp(`process ${process.ppid} uses this journal already`));
    assert.equal(readFileSync(file, "utf8"), text("a"));
  }));

for (const text of ["null", "5", '"text"', "[]", "{}", '{"nonce":"../x"}', '{"nonce":5}', ""])
  test(`a lock that contains ${text || "nothing"} is that of nobody, and is taken over`, () =>
    inFolder(async (path) => {
      writeFileSync(`${path}.lock`, text);
      await (await lock(`${path}.lock`, 300)).unlock();
    }));

test("a lock that is a link to nothing is taken over", { skip: process.platform === "win32" }, () =>
  inFolder(async (path) => {
    symlinkSync(`${path}.none`, `${path}.lock`);
    await (await lock(`${path}.lock`, 300)).unlock();
  }),
);

test("whoever waits for the owner of a lock that is left over gets a warning", () =>
  inFolder(async (path) => {
    writeFileSync(`${path}.lock`, "");
    const warned = once(process, "warning");
    await (await lock(`${path}.lock`, 600)).unlock();
    const [{ message }] = await warned;
    assert.match(message, /waiting 1 s for a sign of the owner of .*journal\.jsonl\.lock/);
  }));
