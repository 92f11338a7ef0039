/** A lock of a file, for processes on one machine, in containers, and on machines that share a folder. */

import { randomUUID } from "node:crypto";
import { link, lstat, readFile, readlink, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";

/** How often a lock is renewed, and after which time without that its owner is gone. */
const RENEW_MS = 5000;
const GONE_MS = 30_000;

/** The locks of this thread, of all copies of this module in it. */
const heldHere = () => (globalThis[Symbol.for("synthflow-wasm:journals")] ??= new Set());

/** Where process numbers have a meaning: those of a container are not those of its machine. */
const placeOf = async () => `${hostname()} ${await readlink("/proc/self/ns/pid").catch(() => "")}`;

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process.
    return error.code === "EPERM";
  }
};

/** Gives a file a second name; false if something has that name. */
const tryLink = async (own, path) => {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
};

const DAMAGED = { nonce: "damaged" };

/** The owner of a lock; undefined if there is no lock. */
const ownerOf = async (path) => {
  try {
    const owner = JSON.parse(await readFile(path, "utf8"));
    // The nonce becomes a part of a file name.
    return typeof owner?.nonce === "string" && /^[\w-]+$/.test(owner.nonce) ? owner : DAMAGED;
  } catch (error) {
    // A crash of the machine may leave an empty file. A link that leads nowhere is there, too.
    const isLink = async () => (await lstat(path).catch(() => undefined))?.isSymbolicLink();
    return error.code !== "ENOENT" || (await isLink()) ? DAMAGED : undefined;
  }
};

/** Whether nobody renews a lock. */
const isForgotten = async (path, patience) => {
  const seconds = Math.ceil(patience / 1000);
  process.emitWarning(`fileJournal: waiting ${seconds} s for a sign of the owner of ${path}`);
  const timeOf = async () => (await stat(path).catch(() => undefined))?.mtimeMs;
  const before = await timeOf();
  // It has been given up since.
  if (!(await ownerOf(path))) return false;
  for (const end = performance.now() + patience; performance.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, patience / 30));
    if ((await timeOf()) !== before) return false;
  }
  return true;
};

const isStale = async (path, { pid, place, nonce }, patience) => {
  if (heldHere().has(nonce)) return false;
  // A free process number is enough where it means the same. This one's own is that of another thread, or of an earlier process.
  if (place === (await placeOf()) && pid > 0 && pid !== process.pid) return !isRunning(pid);
  return isForgotten(path, patience);
};

/**
 * Gives the file `own` the name `path`, by which it is the lock. A lock that is stale is removed first, only by who has the lock of
 * doing so: that one may be left over from a crash, too, and is taken in the same way.
 */
const acquire = async (own, nonce, path, patience, base = path) => {
  while (!(await tryLink(own, path))) {
    const owner = await ownerOf(path);
    if (!owner) continue;
    const isOf = async (file, one) => (await ownerOf(file))?.nonce === one;
    if (!(await isStale(path, owner, patience))) {
      if (!(await isOf(path, owner.nonce))) continue;
      const who = owner.pid > 0 ? `process ${owner.pid}` : "another process";
      throw new Error(`${who} uses this journal already; if that is wrong, delete ${base}*`);
    }
    const taken = `${path}.${owner.nonce}.taken`;
    await acquire(own, nonce, taken, patience, base);
    try {
      // Others may have taken this process for a dead one.
      if ((await isOf(taken, nonce)) && (await isOf(path, owner.nonce))) await rm(path, { force: true });
      if (await tryLink(own, path)) return;
    } finally {
      if (await isOf(taken, nonce)) await rm(taken, { force: true });
    }
  }
};

/**
 * Locks a file by another at `path`. Rejects if another process has it. The lock of a process that was killed is taken over, at
 * once where its number shows that it is gone, otherwise after 30 seconds. So is that of a process which was stopped for so long:
 * `check` rejects then.
 */
export const lock = async (path, patience = GONE_MS) => {
  const nonce = randomUUID();
  // Written under another name first: a process that is killed must not leave a lock without its owner.
  const own = `${path}.${nonce}`;
  // From now on: others in this thread may find it as the lock of a takeover.
  heldHere().add(nonce);
  try {
    await writeFile(own, JSON.stringify({ pid: process.pid, place: await placeOf(), nonce }));
    await acquire(own, nonce, path, patience);
  } catch (error) {
    heldHere().delete(nonce);
    throw error;
  } finally {
    await rm(own, { force: true });
  }
  const timer = setInterval(() => utimes(path, new Date(), new Date()).catch(() => {}), RENEW_MS);
  timer.unref?.();
  const isOwn = async () => (await ownerOf(path))?.nonce === nonce;
  return {
    check: async () => {
      if (!(await isOwn()))
        throw new Error("another process has taken over this journal: nothing is written any more");
    },
    unlock: async () => {
      clearInterval(timer);
      heldHere().delete(nonce);
      if (await isOwn()) await rm(path, { force: true });
    },
  };
};
