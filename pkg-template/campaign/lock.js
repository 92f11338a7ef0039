/** A lock of a file, for processes on one machine, in containers, and on machines that share a folder. */

import { randomUUID } from "node:crypto";
import { link, readFile, readlink, rm, stat, utimes, writeFile } from "node:fs/promises";
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

/** The owner of a lock; undefined if there is no lock. */
const ownerOf = async (path) => {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    // A crash of the machine may leave an empty file.
    return error.code === "ENOENT" ? undefined : { nonce: "damaged" };
  }
};

/** Whether nobody renews a lock. */
const isForgotten = async (path, patience) => {
  const seconds = Math.ceil(patience / 1000);
  process.emitWarning(`fileJournal: waiting ${seconds} s for a sign of the owner of ${path}`);
  const timeOf = async () => (await stat(path).catch(() => undefined))?.mtimeMs;
  const before = await timeOf();
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
 * Locks a file by another at `path`. Rejects if another process has it. The lock of a process that was killed is taken over, at
 * once where its number shows that it is gone, otherwise after 30 seconds. So is that of a process which was stopped for so long:
 * `check` rejects then.
 */
export const lock = async (path, patience = GONE_MS) => {
  const nonce = randomUUID();
  // Written under another name first: a process that is killed must not leave a lock without its owner.
  const own = `${path}.${nonce}`;
  await writeFile(own, JSON.stringify({ pid: process.pid, place: await placeOf(), nonce }));
  try {
    while (!(await tryLink(own, path))) {
      const owner = await ownerOf(path);
      if (!owner) continue;
      const taken = `${path}.${owner.nonce}.taken`;
      // Only one may remove this very lock, and only as long as it is the one that was looked at.
      if (!(await isStale(path, owner, patience)) || !(await tryLink(own, taken))) {
        if ((await ownerOf(path))?.nonce !== owner.nonce) continue;
        throw new Error(`process ${owner.pid} uses this journal already; if that is wrong, delete ${path}*`);
      }
      if ((await ownerOf(path))?.nonce === owner.nonce) await rm(path, { force: true });
      const isMine = await tryLink(own, path);
      await rm(taken, { force: true });
      if (isMine) break;
    }
  } finally {
    await rm(own, { force: true });
  }
  heldHere().add(nonce);
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
