/** Memory of the client process after 100,000 requests. */

import { each } from "../contenders.js";
import { interleave, startServer, startWorkers } from "../rounds.js";

const megabytes = (bytes) => bytes / 1024 / 1024;

export const memory = {
  title: "Memory",
  about:
    "The client process after a warm-up of 2,000 requests and after 100,000 more (2,000 with `--quick`), 50 at once, each time after a garbage collection. Heap is that of JavaScript and of buffers, which includes the memory of the wasm.",
  columns: {
    before: { label: "heap before, MB", digits: 1 },
    growth: { label: "growth, MB", digits: 2 },
    rss: { label: "process at the end, MB", digits: 0 },
  },
  chart: { keys: ["before", "growth"], axis: "MB" },
  run: async ({ quick }) => {
    const server = await startServer();
    const workers = await startWorkers(each, { ...server, execArgv: ["--expose-gc"] });
    const round = { task: "create", count: quick ? 200 : 10_000, atOnce: 50 };
    try {
      const warmUp = { ...round, count: quick ? 500 : 2000 };
      const before = await interleave(each, 1, (name) => workers.run(name, warmUp));
      const after = await interleave(each, 10, (name) => workers.run(name, round));
      const row = (name) => ({
        before: megabytes(before[name][0].heap),
        growth: megabytes(after[name].at(-1).heap - before[name][0].heap),
        rss: megabytes(after[name].at(-1).rss),
      });
      return Object.fromEntries(each.map((name) => [name, row(name)]));
    } finally {
      workers.close();
      server.close();
    }
  },
};
