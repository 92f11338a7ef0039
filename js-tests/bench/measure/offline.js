/** What a client costs without a network: `fetch` returns a resolved response immediately. */

import { FLOOR, OURS } from "../contenders.js";
import { interleave, median, ratio, startWorkers } from "../rounds.js";
import { WARM_UP } from "./cpu.js";

const peers = ["retell-sdk", "@vapi-ai/server-sdk", "openai 6", "openai 7"];
const names = [FLOOR, ...peers, OURS, "synthflow-wasm, unchecked"];
const used = ({ cpu }) => cpu;

/** Medians of one kind of request, in µs. */
const measure = async (workers, work, rounds) => {
  const all = await interleave(names, WARM_UP + rounds, (name) => workers.run(name, work));
  const counted = (name) => all[name].slice(WARM_UP);
  const row = (name) => ({
    cpu: median(counted(name).map(used)),
    ofFloor: ratio(counted(name), counted(FLOOR), used),
    wall: median(counted(name).map(({ wall }) => wall)),
  });
  return Object.fromEntries(names.map((name) => [name, row(name)]));
};

export const offline = {
  title: "Cost of a request without a network",
  about:
    "`fetch` returns a resolved response immediately, so what is left is the client. CPU time is that of all threads, also those that compile and collect garbage; the clock is also that of other programs on the machine.",
  columns: {
    cpu: { label: "small create, CPU, µs", digits: 1 },
    ofFloor: { label: "of raw + timeout", digits: 2 },
    wall: { label: "by the clock, µs", digits: 1 },
    encode: { label: "create with 12 KB in 100 variables, CPU, µs", digits: 1 },
    encodeOfFloor: { label: "of raw + timeout", digits: 2 },
  },
  chart: { keys: ["cpu"], axis: "CPU, µs" },
  run: async ({ quick }) => {
    const workers = await startWorkers(names, { offline: true });
    const [count, rounds] = quick ? [1000, 3] : [3000, 25];
    try {
      const small = await measure(workers, { task: "create", count, atOnce: 1 }, rounds);
      const large = await measure(workers, { task: "encode", count: count / 10, atOnce: 1 }, rounds);
      const row = (name) => ({
        ...small[name],
        encode: large[name].cpu,
        encodeOfFloor: large[name].ofFloor,
      });
      return Object.fromEntries(names.map((name) => [name, row(name)]));
    } finally {
      workers.close();
    }
  },
};
