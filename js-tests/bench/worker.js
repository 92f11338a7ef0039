/** A process for one contender: does so many requests per message, and reports what they cost. */

import { memoryUsage } from "node:process";
import { contenders, open } from "./contenders.js";

const { name, url, offline } = JSON.parse(process.argv[2]);

/** A response that is there at once: what is left is the cost of the client. */
const body = '{"status":"ok","response":{"answer":"Call is queued","call_id":"c"},"id":"c","call_id":"c"}';
const headers = new Headers({ "content-type": "application/json" });
const immediate = () =>
  Promise.resolve({
    ok: true,
    status: 200,
    statusText: "OK",
    type: "basic",
    url: "",
    redirected: false,
    headers,
    body: null,
    bodyUsed: false,
    text: async () => body,
    json: async () => JSON.parse(body),
  });

const large = {
  text: "You remind people of their appointment. ".repeat(200),
  pairs: Array.from({ length: 100 }, (_, index) => [`variable_${index}`, `value ${index}, "quoted"`]),
};

const client = await open(name, url, offline ? { fetch: immediate } : {});
const { create, list, encode } = contenders[name];
const tasks = { create, list, encode: () => encode(client, large) };

/** Does `count` requests, `atOnce` of them at any time. */
const work = async (task, count, atOnce) => {
  let left = count;
  const chain = async () => {
    while (left > 0) {
      left -= 1;
      await tasks[task](client);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, chain));
};

process.on("message", async ({ task, count, atOnce }) => {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await work(task, count, atOnce);
  const ms = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  globalThis.gc?.();
  const { rss, heapUsed, external } = memoryUsage();
  process.send({ wall: (ms * 1000) / count, cpu: (user + system) / count, rss, heap: heapUsed + external });
});
process.on("disconnect", () => process.exit());
process.send("ready");
