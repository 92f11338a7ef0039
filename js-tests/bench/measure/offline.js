/** What a client costs without a network: `fetch` returns a resolved response immediately. */

import { FLOOR, OURS } from "../contenders.js";
import { interleave, median, startWorkers } from "../rounds.js";
import { WARM_UP } from "./cpu.js";

const names = [FLOOR, "retell-sdk", "@vapi-ai/server-sdk", "openai 6", "openai 7", OURS];
names.push("synthflow-wasm, unchecked");

/** Medians of CPU and wall time per request, in µs. */
const measure = async (workers, work, rounds) => {
  const samples = await interleave(names, WARM_UP + rounds, (name) => workers.run(name, work));
  const of = (name, key) => median(samples[name].slice(WARM_UP).map((sample) => sample[key]));
  return Object.fromEntries(names.map((name) => [name, { cpu: of(name, "cpu"), wall: of(name, "wall") }]));
};

export const offline = {
  title: "Cost of a request without a network",
  about:
    "`fetch` returns a resolved response immediately, so what is left is the client. Time on the clock of one thread; the second column includes threads that compile and collect garbage.",
  columns: {
    wall: { label: "small create, µs", digits: 1 },
    cpu: { label: "CPU of all threads, µs", digits: 1 },
    encode: { label: "create with 12 KB in 100 variables, µs", digits: 1 },
  },
  chart: { keys: ["wall"], axis: "µs" },
  run: async ({ quick }) => {
    const workers = await startWorkers(names, { offline: true });
    const [count, rounds] = quick ? [1000, 3] : [3000, 25];
    try {
      const small = await measure(workers, { task: "create", count, atOnce: 1 }, rounds);
      const large = await measure(workers, { task: "encode", count: count / 10, atOnce: 1 }, rounds);
      return Object.fromEntries(names.map((name) => [name, { ...small[name], encode: large[name].wall }]));
    } finally {
      workers.close();
    }
  },
};
