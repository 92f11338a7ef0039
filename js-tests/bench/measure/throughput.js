/** Requests per second when 10,000 are started in the same turn. */

import { FLOOR, withControl } from "../contenders.js";
import { interleave, median, ratio, startServer, startWorkers } from "../rounds.js";

const WARM_UP = { task: "create", count: 2000, atOnce: 50 };

/** Each sample has a server and a client process of its own, since each leaves thousands of open connections. */
const sampleOf = (atOnce) => async (name) => {
  const server = await startServer();
  const workers = await startWorkers([name], server);
  try {
    await workers.run(name, WARM_UP);
    const { wall } = await workers.run(name, { task: "create", count: atOnce, atOnce });
    const retried = (await server.delivered()) - WARM_UP.count - atOnce;
    return { rate: 1_000_000 / wall, retried };
  } finally {
    workers.close();
    server.close();
  }
};

export const throughput = {
  title: "10,000 requests at once",
  about:
    "Small creates, all started in the same turn; 500 with `--quick`. Retried are requests that the server received twice.",
  columns: {
    rate: { label: "requests per second", digits: 0 },
    ofFloor: { label: "of raw + timeout", digits: 2 },
    retried: { label: "retried, mean", digits: 0 },
  },
  chart: { keys: ["rate"], axis: "requests per second" },
  run: async ({ quick }) => {
    const samples = await interleave(withControl, quick ? 1 : 3, sampleOf(quick ? 500 : 10_000));
    const rate = (sample) => sample.rate;
    const row = (name) => ({
      rate: median(samples[name].map(rate)),
      ofFloor: ratio(samples[name], samples[FLOOR], rate),
      retried: samples[name].reduce((sum, { retried }) => sum + retried, 0) / samples[name].length,
    });
    return Object.fromEntries(withControl.map((name) => [name, row(name)]));
  },
};
