/** A journal in a file: a line of JSON for each entry, on the disk before anything else happens. */

import { readlinkSync, realpathSync } from "node:fs";
import { appendFile, open, readFile, truncate } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { lock } from "./lock.js";

/**
 * The complete lines of the file. A part of a last one was being written at a crash: it never happened. A whole one that only
 * lacks its end may have: an editor may have taken the end off.
 */
const readLines = async (path) => {
  const bytes = await readFile(path).catch((error) => {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  });
  const end = bytes.lastIndexOf(10) + 1;
  const lines = bytes.toString("utf8", 0, end).split("\n").slice(0, -1);
  if (end < bytes.length) {
    const rest = bytes.toString("utf8", end);
    if (isEntry(rest)) {
      await appendFile(path, "\n");
      lines.push(rest);
    } else await truncate(path, end);
  }
  return lines;
};

const isEntry = (line) => {
  try {
    return typeof JSON.parse(line).id === "string";
  } catch {
    return false;
  }
};

const parse = (path, line, index) => {
  if (isEntry(line)) return JSON.parse(line);
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

/** The file that a path leads to, whether or not it exists: the lock is next to it, under one name for everybody. */
const targetOf = (path) => {
  try {
    return realpathSync(path);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  let target;
  try {
    target = readlinkSync(path);
  } catch {
    return join(realpathSync(dirname(path)), basename(path));
  }
  return targetOf(resolve(dirname(path), target));
};

/** A journal in a file, which is created if there is none. Only one process can use it at a time. */
export const fileJournal = (given) => {
  const path = targetOf(resolve(given));
  let opening;
  let waiting = [];
  let flushing;
  let failure;

  const start = async () => {
    const { check, unlock } = await lock(`${path}.lock`);
    try {
      const lines = await readLines(path);
      const entries = lines.map((line, index) => parse(path, line, index));
      const handle = await open(path, "a");
      await syncFolder(path);
      return { entries, handle, check, unlock };
    } catch (error) {
      await unlock();
      throw error;
    }
  };
  const opened = () =>
    (opening ??= start().catch((error) => {
      // Another process may have it now, and end.
      opening = undefined;
      throw error;
    }));

  /** Writes all that wait at once: a sync takes as long for many as for one. */
  const flush = async () => {
    const { handle, check } = await opened();
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await check();
        await handle.appendFile(batch.map(({ line }) => line).join(""));
        await handle.datasync();
        // What is resolved is acted on: a process that was stopped since must not call anybody.
        await check();
        for (const { resolve } of batch) resolve();
      } catch (error) {
        waiting = [...batch, ...waiting];
        throw error;
      }
    }
  };

  const startFlush = () => {
    flushing ??= flush()
      .catch((error) => {
        // A part of a line may be in the file: nothing may follow it. The next one who reads the file drops it.
        failure = error;
        for (const { reject } of waiting.splice(0)) reject(error);
      })
      .finally(() => {
        flushing = undefined;
        // Whoever waited for the last one may have written again since.
        if (waiting.length > 0) startFlush();
      });
  };

  return {
    read: async () => (await opened()).entries,
    write: (entry) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        waiting.push({ line: `${JSON.stringify(entry)}\n`, resolve, reject });
        startFlush();
      }),
    close: async () => {
      while (flushing) await flushing;
      const current = opening;
      [opening, failure] = [];
      if (!current) return;
      const { handle, unlock } = await current;
      await handle.close();
      await unlock();
    },
  };
};
