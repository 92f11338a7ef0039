/** What other programs do to the file of a journal, and files that are no journal. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
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
      await assert.rejects(fileJournal(path).read(), /line \d of .* is no entry of a journal/, text);
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

test("whoever waits for the owner of a lock that is left over gets a warning", () =>
  inFolder(async (path) => {
    writeFileSync(`${path}.lock`, "");
    const warned = once(process, "warning");
    await (await lock(`${path}.lock`, 600)).unlock();
    const [{ message }] = await warned;
    assert.match(message, /waiting 1 s for a sign of the owner of .*journal\.jsonl\.lock/);
  }));
