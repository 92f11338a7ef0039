/** A process that makes requests with every kind of result, and ends by itself unless they leak. */

import { Synthflow } from "synthflow-wasm";

const LONG = 600_000;

const never = () => new Promise(() => {});
const client = (fetch, options) =>
  new Synthflow({ apiKey: "test", fetch, timeout: LONG, maxRetryAfter: LONG, logLevel: "off", ...options });
const answered = async () =>
  new Response('{"response": {"assistants": [{}], "pagination": {"total_records": 9}}}');
const lines = async () => new Response('{"a":1}\n{"a":2}\n');
const busy = async () => new Response("{}", { status: 429, headers: { "retry-after": "500" } });

const aborting = async (run) => {
  const controller = new AbortController();
  const ended = run({ signal: controller.signal }).catch(() => {});
  setTimeout(() => controller.abort(), 10);
  await ended;
};

await client(answered).agents.list();
await client(answered).agents.get("a").withResponse();
await client(answered).agents.get("a").asResponse();
await client(never)
  .agents.list({}, { timeout: 10, maxRetries: 0 })
  .catch(() => {});
await aborting((options) => client(never).agents.list({}, options));
await aborting((options) => client(busy).agents.list({}, options));
await aborting((options) => client(never, { apiKey: never }).agents.list({}, options));
await aborting((options) => client(answered).calls.wait("c", { interval: LONG, ...options }));
for await (const _ of client(answered).agents.list()) break;
const params = { agent_id: "m", include_tests: ["angry_user"] };
for await (const _ of client(lines).simulationCases.generate(params)) break;
await client(lines).simulationCases.generate(params);
console.log("done");
