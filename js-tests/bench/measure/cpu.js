/** CPU time of the client process per request, over real connections to a server in another process. */

import { BASE, FLOOR, withControl } from "../contenders.js";
import { interleave, median, ratio, startServer, startWorkers } from "../rounds.js";

const names = [...withControl, "synthflow-wasm, unchecked"];
const used = ({ cpu }) => cpu;

/** Rounds that are not counted. */
export const WARM_UP = 3;

/** Interleaved rounds of one kind of work; rows of CPU time and ratios. */
export const measureCpu = async (workers, names, work, rounds) => {
  const samples = await interleave(names, WARM_UP + rounds, (name) => workers.run(name, work));
  const counted = Object.fromEntries(names.map((name) => [name, samples[name].slice(WARM_UP)]));
  const rows = names.map((name) => [
    name,
    {
      us: median(counted[name].map(used)),
      ofRaw: ratio(counted[name], counted[BASE], used),
      ofFloor: counted[FLOOR] && ratio(counted[name], counted[FLOOR], used),
    },
  ]);
  return Object.fromEntries(rows);
};

export const cpu = {
  title: "CPU of a small create",
  about:
    "CPU time of the client process per request: a POST of a small JSON and its response, over kept connections. The second raw fetch is the control: what it differs from 1.00 is noise.",
  columns: {
    one: { label: "one at a time, µs", digits: 1 },
    oneOfRaw: { label: "one at a time, of raw", digits: 2 },
    oneOfFloor: { label: "of raw + timeout", digits: 2 },
    many: { label: "50 at once, µs", digits: 1 },
    manyOfRaw: { label: "50 at once, of raw", digits: 2 },
    manyOfFloor: { label: "of raw + timeout", digits: 2 },
  },
  chart: { keys: ["oneOfRaw", "manyOfRaw"], axis: "CPU, relative to raw fetch" },
  run: async ({ quick }) => {
    const server = await startServer();
    const workers = await startWorkers(names, server);
    const [count, rounds] = quick ? [100, 3] : [500, 25];
    try {
      const one = await measureCpu(workers, names, { task: "create", count, atOnce: 1 }, rounds);
      const many = await measureCpu(workers, names, { task: "create", count, atOnce: 50 }, rounds);
      const expected = 2 * names.length * count * (WARM_UP + rounds);
      const delivered = await server.delivered();
      if (delivered !== expected) throw new Error(`${delivered} requests arrived instead of ${expected}`);
      const row = (name) => ({
        one: one[name].us,
        oneOfRaw: one[name].ofRaw,
        oneOfFloor: one[name].ofFloor,
        many: many[name].us,
        manyOfRaw: many[name].ofRaw,
        manyOfFloor: many[name].ofFloor,
      });
      return Object.fromEntries(names.map((name) => [name, row(name)]));
    } finally {
      workers.close();
      server.close();
    }
  },
};
