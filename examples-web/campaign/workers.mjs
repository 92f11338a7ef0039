/** Starts worker processes on this machine. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("worker.mjs", import.meta.url));

/** Starts a worker of a campaign. */
export const startWorker = ({ redisUrl, name, baseURL, stderr = "inherit" }) => {
  const env = {
    ...process.env,
    REDIS_URL: redisUrl,
    CAMPAIGN: name,
    SYNTHFLOW_API_KEY: "test",
    SYNTHFLOW_BASE_URL: baseURL,
  };
  const child = spawn(process.execPath, [file], { env, stdio: ["ignore", "inherit", stderr] });
  const exited = once(child, "exit");
  return {
    pid: child.pid,
    kill: (signal) => child.kill(signal),
    stop: async (signal = "SIGTERM") => {
      child.kill(signal);
      await exited;
    },
  };
};
