/** A journal in a file: a line of JSON for each entry, on the disk before anything else happens. */

import { readlinkSync, realpathSync } from "node:fs";
import { appendFile, open, readFile, stat, truncate } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { lock } from "./lock.js";
import { STATES } from "./report.js";

const readBytes = async (path) => {
  try {
    // To read a named pipe would take for ever.
    if (!(await stat(path)).isFile()) throw new Error(`fileJournal: ${path} is not a file`);
    return await readFile(path);
  } catch (error) {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
};

/** The entry in a line; undefined if there is none. */
const entryIn = (text) => {
  try {
    const entry = JSON.parse(text);
    const { id, state, phone } = entry;
    const isEntry = [id, phone].every((field) => typeof field === "string") && STATES.includes(state);
    return isEntry ? entry : undefined;
  } catch {
    return undefined;
  }
};

/** What every line begins with. */
const BEGIN = '{"id":"';

/** What follows the id, of entries of a campaign and of those that are written in the order of the type. */
const SECOND = ['","at":0', '","state":"'];

/** Whether a text is the beginning of one line, and not several whose ends were lost. */
const isTorn = (text) => {
  if (!text.startsWith(BEGIN)) return BEGIN.startsWith(text);
  const [, rest] = /^\{"id":"(?:[^"\\]|\\.)*(.*)$/s.exec(text);
  const next = rest.replace(/^","at":\d/, SECOND[0]);
  // The end of the id may be missing, or half of an escape sequence.
  if (next !== "\\" && !SECOND.some((field) => field.startsWith(next) || next.startsWith(field)))
    return false;
  let [depth, inText] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (inText && letter === "\\") at += 1;
    else if (letter === '"') inText = !inText;
    else if (!inText && /[[{]/.test(letter)) depth += 1;
    else if (!inText && /[\]}]/.test(letter)) depth -= 1;
    if (depth === 0) return false;
  }
  return true;
};

/**
 * The entries in the file, and what is to be done about its end: a part of a last line was being written at a crash, and never
 * happened; one that is whole but for its end may have happened, since an editor may have taken the end off. The file of somebody
 * else is not changed.
 */
const readEntries = async (path) => {
  const bytes = await readBytes(path);
  const end = bytes.lastIndexOf(10) + 1;
  const entries = [];
  const refuse = () => {
    const number = entries.length + 1;
    throw new Error(
      `fileJournal: line ${number} of ${path} is not an entry of a journal; repair it, or move it away`,
    );
  };
  // Each line alone: a text can have 512 MB at most.
  for (let begin = 0; begin < end; ) {
    const next = bytes.indexOf(10, begin);
    entries.push(entryIn(bytes.toString("utf8", begin, next)) ?? refuse());
    begin = next + 1;
  }
  // A crash of the machine may leave zeros.
  const rest = bytes.toString("utf8", end);
  const last = entryIn(rest);
  const text = rest.replace(/\0+$/, "");
  if (!last && (!isTorn(text) || (rest !== text && entries.length === 0))) refuse();
  if (last) {
    entries.push(last);
    await appendFile(path, "\n");
  } else if (end < bytes.length) {
    await truncate(path, end);
  }
  return entries;
};

/** An error with the path of the journal, if the system names none, as of a full disk. */
const withPath = (path, error) => {
  if (!error.syscall || error.path) return error;
  const { message, code } = error;
  return Object.assign(new Error(`fileJournal: ${path} could not be written: ${message}`, { cause: error }), {
    code,
  });
};

/** A new file is on the disk once its folder is. Windows cannot open one, and does not need it. */
const syncFolder = async (path) => {
  const folder = await open(dirname(path)).catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
};

/** The folder of a path. It is not created: a wrong path would begin another journal, and everybody would be called again. */
const folderOf = (path) => {
  try {
    return realpathSync(dirname(path));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    throw new Error(`fileJournal: the folder ${dirname(path)} does not exist`, { cause: error });
  }
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
    return join(folderOf(path), basename(path));
  }
  return targetOf(resolve(dirname(path), target));
};

/**
 * Appends to an open file, as long as it is the one at the path and has what was written to it: the next run would not know what
 * went to a file that was moved, deleted or emptied, and would call everybody again.
 */
const createGuard = (path, handle, sizeAtStart) => {
  let size = sizeAtStart;
  const check = async () => {
    const own = await handle.stat({ bigint: true });
    const there = await stat(path, { bigint: true }).catch(() => undefined);
    const isThere = there?.ino === own.ino && there.dev === own.dev;
    if (isThere && own.size === size) return;
    const what = isThere ? "was changed" : "was moved, deleted or replaced";
    throw new Error(`fileJournal: ${path} ${what} while it was in use: nothing is written any more`);
  };
  return {
    append: async (text) => {
      const bytes = Buffer.from(text);
      await check();
      try {
        await handle.appendFile(bytes);
        await handle.datasync();
      } catch (error) {
        throw withPath(path, error);
      }
      size += BigInt(bytes.length);
      await check();
    },
    close: () => handle.close(),
  };
};

/** A journal in a file, which is created if there is none. Only one process can use it at a time. */
export const fileJournal = (given, ...others) => {
  if (typeof given !== "string" || given === "" || others.length > 0)
    throw new TypeError(
      'fileJournal: expected the path of a file, such as "campaign.jsonl", and nothing else',
    );
  const path = targetOf(resolve(given));
  let opening;
  let closing;
  let waiting = [];
  let flushing;
  let failure;

  const start = async () => {
    const { check, unlock } = await lock(`${path}.lock`);
    try {
      const entries = await readEntries(path);
      const handle = await open(path, "a");
      await syncFolder(path);
      const { size } = await handle.stat({ bigint: true });
      return { entries, check, unlock, ...createGuard(path, handle, size) };
    } catch (error) {
      await unlock();
      throw error;
    }
  };
  const opened = async () => {
    // One that is being closed has the lock.
    if (!opening) await closing;
    opening ??= start().catch((error) => {
      // Another process may have it now, and end.
      opening = undefined;
      throw withPath(path, error);
    });
    return opening;
  };

  /** Writes all that wait at once: a sync takes as long for many as for one. */
  const flush = async () => {
    const current = await opened();
    const { append, check } = current;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await check();
        // There are more, which are in the file.
        current.entries = undefined;
        await append(batch.map(({ line }) => line).join(""));
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
    read: async () => {
      await closing;
      const current = await opened();
      while (flushing) await flushing;
      return current.entries ?? readEntries(path);
    },
    write: (entry) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        waiting.push({ line: `${JSON.stringify(entry)}\n`, resolve, reject });
        startFlush();
      }),
    close: () => {
      const end = async () => {
        while (flushing) await flushing;
        const current = opening;
        [opening, failure] = [];
        if (!current) return;
        const { close, unlock } = await current;
        try {
          await close();
        } finally {
          await unlock();
        }
      };
      // One after another: the second must not be over before the first.
      const ended = Promise.resolve(closing).then(end);
      closing = ended.catch(() => {});
      return ended;
    },
  };
};
