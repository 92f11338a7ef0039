/** Starts Debian's redis-server in a folder of its own, for the example and the proof. */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";

/** Why Redis cannot be started here; undefined if it can. */
export const missing = spawnSync("redis-server", ["--version"]).error
  ? "skipped: needs redis-server (apt install redis-server)"
  : undefined;

const freePort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
};

/**
 * `appendfsync always`: Redis replies only when the claim is on the disk. With `everysec`, a crash forgets up to two
 * seconds of claims, so people who were dialled would be queued and dialled once more. `noeviction`: it never deletes
 * records to make room.
 */
const options = (dir, port) =>
  Object.entries({
    dir,
    port,
    bind: "127.0.0.1",
    appendonly: "yes",
    appendfsync: "always",
    save: "",
    "maxmemory-policy": "noeviction",
    loglevel: "warning",
  }).flatMap(([name, value]) => [`--${name}`, String(value)]);

const ready = async (url) => {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  redis.on("error", () => {});
  await redis.ping();
  redis.disconnect();
};

/** Starts Redis; the data are in `dir`. */
export const startRedis = async (dir, port) => {
  const used = port ?? (await freePort());
  const url = `redis://127.0.0.1:${used}`;
  // Detached: Ctrl-C in a terminal must not end Redis before the workers have given back their jobs.
  const stdio = ["ignore", "ignore", "inherit"];
  const child = spawn("redis-server", options(dir, used), { stdio, detached: true });
  await ready(url);
  const stop = async (signal = "SIGTERM") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    url,
    stop,
    /** Ends Redis without any notice, and starts it on the same data. */
    crash: async (milliseconds) => {
      await stop("SIGKILL");
      await pause(milliseconds);
      return startRedis(dir, used);
    },
  };
};
