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
 * `appendfsync always`: Redis replies only when the claim is on the disk. With `everysec`, a crash of the machine loses the
 * claims of the last two seconds, and people who were called would be queued and called once more. `noeviction`: records
 * are never deleted to make room.
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

/**
 * Starts Redis; the data are in `dir`. `detached`: Ctrl-C in a terminal does not end it, so that the workers can give back
 * their jobs before.
 */
export const startRedis = async (dir, { port, detached = false } = {}) => {
  const used = port ?? (await freePort());
  const url = `redis://127.0.0.1:${used}`;
  const stdio = ["ignore", "ignore", "inherit"];
  const child = spawn("redis-server", options(dir, used), { stdio, detached });
  const end = () => child.kill();
  // A program that ends without `stop` leaves no Redis behind.
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
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
      return startRedis(dir, { port: used, detached });
    },
  };
};
