/** CPU time of the client process for a list of 1 MB: 100 calls of 10 KB. */

import { withControl } from "../contenders.js";
import { startServer, startWorkers } from "../rounds.js";
import { measureCpu } from "./cpu.js";

const names = [...withControl, "synthflow-wasm, onDrift"];

export const lists = {
  title: "A list of 1 MB",
  about: "CPU time of the client process to receive and parse 100 calls of 10 KB.",
  columns: {
    one: { label: "one at a time, ms", digits: 2 },
    oneOfRaw: { label: "one at a time, of raw", digits: 2 },
    many: { label: "50 at once, ms", digits: 2 },
    manyOfRaw: { label: "50 at once, of raw", digits: 2 },
  },
  chart: { keys: ["oneOfRaw", "manyOfRaw"], axis: "CPU, relative to raw fetch" },
  run: async ({ quick }) => {
    const server = await startServer();
    const workers = await startWorkers(names, server);
    const rounds = quick ? 2 : 11;
    try {
      const one = await measureCpu(
        workers,
        names,
        { task: "list", count: quick ? 5 : 20, atOnce: 1 },
        rounds,
      );
      const many = await measureCpu(
        workers,
        names,
        { task: "list", count: quick ? 50 : 100, atOnce: 50 },
        rounds,
      );
      const row = (name) => ({
        one: one[name].us / 1000,
        oneOfRaw: one[name].ofRaw,
        many: many[name].us / 1000,
        manyOfRaw: many[name].ofRaw,
      });
      return Object.fromEntries(names.map((name) => [name, row(name)]));
    } finally {
      workers.close();
      server.close();
    }
  },
};
