/** A journal in a file: a line of JSON for each entry, on the disk before anything else happens. */

import { existsSync, realpathSync } from "node:fs";
import { open, readFile, truncate } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { lock } from "./lock.js";

/** The complete lines of the file. A last one without an end was being written at a crash: it never happened. */
const readLines = async (path) => {
  const bytes = await readFile(path).catch((error) => {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  });
  const end = bytes.lastIndexOf(10) + 1;
  if (end < bytes.length) await truncate(path, end);
  return bytes.toString("utf8", 0, end).split("\n").slice(0, -1);
};

const parse = (path, line, index) => {
  try {
    const entry = JSON.parse(line);
    if (typeof entry.id === "string") return entry;
  } catch {}
  throw new Error(
    `fileJournal: line ${index + 1} of ${path} is no entry of a journal; repair it, or move it away`,
  );
};

/** A new file is on the disk once its folder is. Windows cannot open one, and does not need it. */
const syncFolder = async (path) => {
  const folder = await open(dirname(path)).catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
};

/** A journal in a file, which is created if there is none. Only one process can use it at a time. */
export const fileJournal = (given) => {
  // By its own name, not that of a link: the lock is next to it.
  const path = existsSync(given) ? realpathSync(given) : resolve(given);
  let opening;
  let waiting = [];
  let flushing;
  let failure;

  const start = async () => {
    const unlock = await lock(`${path}.lock`);
    try {
      const lines = await readLines(path);
      const entries = lines.map((line, index) => parse(path, line, index));
      const handle = await open(path, "a");
      await syncFolder(path);
      return { entries, handle, unlock };
    } catch (error) {
      await unlock();
      throw error;
    }
  };
  const opened = () => (opening ??= start());

  /** Writes all that wait at once: a sync takes as long for many as for one. */
  const flush = async () => {
    const { handle } = await opened();
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await handle.appendFile(batch.map(({ line }) => line).join(""));
        await handle.datasync();
        for (const { resolve } of batch) resolve();
      } catch (error) {
        waiting = [...batch, ...waiting];
        throw error;
      }
    }
  };

  return {
    read: async () => (await opened()).entries,
    write: (entry) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        waiting.push({ line: `${JSON.stringify(entry)}\n`, resolve, reject });
        flushing ??= flush()
          .catch((error) => {
            // A part of a line may be in the file: nothing may follow it. The next one who reads the file drops it.
            failure = error;
            for (const { reject } of waiting.splice(0)) reject(error);
          })
          .finally(() => {
            flushing = undefined;
          });
      }),
    close: async () => {
      await flushing;
      if (!opening) return;
      const current = await opening;
      opening = undefined;
      failure = undefined;
      await current.handle.close();
      await current.unlock();
    },
  };
};
