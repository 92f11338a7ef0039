/** Processes for the server and the contenders, and rounds in which the contenders take turns. */

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const fileOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Sends a message to a process, if there is one, and waits for the reply; rejects if it ends instead. */
const ask = (child, message) =>
  new Promise((resolve, reject) => {
    const ended = (code) =>
      reject(new Error(`${child.spawnargs.slice(1).join(" ")} ended with code ${code}`));
    child.once("exit", ended);
    child.once("message", (reply) => {
      child.off("exit", ended);
      resolve(reply);
    });
    if (message) child.send(message);
  });

/** Starts the mock server. */
export const startServer = async () => {
  const child = fork(fileOf("server.js"));
  const { url } = await ask(child);
  return {
    url,
    delivered: async () => (await ask(child, "count")).delivered,
    close: () => child.disconnect(),
  };
};

/** Starts a process for each contender. */
export const startWorkers = async (names, { url = "http://127.0.0.1:1", offline = false, execArgv = [] }) => {
  const workers = {};
  for (const name of names) {
    workers[name] = fork(fileOf("worker.js"), [JSON.stringify({ name, url, offline })], { execArgv });
    await ask(workers[name]);
  }
  return {
    run: (name, work) => ask(workers[name], work),
    close: () => {
      for (const worker of Object.values(workers)) worker.disconnect();
    },
  };
};

export const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
};

/** Each round takes one sample of each name, starting with another name each time. */
export const interleave = async (names, rounds, sample) => {
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length];
      samples[name].push(await sample(name, round));
    }
  }
  return samples;
};

/** The median of what `value` reads from the samples, round by round relative to those of `base`. */
export const ratio = (samples, base, value) =>
  median(samples.map((sample, round) => value(sample) / value(base[round])));

/** The same as a difference. */
export const over = (samples, base) => median(samples.map((sample, round) => sample - base[round]));
