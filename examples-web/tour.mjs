/**
 * A tour of the package in Node: creates an agent, lists agents, places a call and waits until it has ended, and shows
 * errors. Runs on the sandbox, so no phone rings and nothing is billed.
 *
 * `--live` reads from the real API instead, with the key in SYNTHFLOW_API_KEY. It places no calls.
 */

import { inspect } from "node:util";
import { Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";

const live = process.argv.includes("--live");
const colors = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colors ? `\u001b[${code}m${text}\u001b[0m` : text);
const [bold, dim, green, red, blue] = [1, 2, 32, 31, 34].map(paint);
const print = (line = "") => process.stdout.write(`${line}\n`);

const title = (text) => print(`\n${bold(text)}`);
const code = (text) => print(`  ${blue(text)}`);
const indented = (text) => text.replaceAll("\n", "\n    ");
const result = (value) => print(`    ${indented(inspect(value, { colors, depth: 3, breakLength: 90 }))}`);

/** Wraps a `fetch`, printing each request that is sent. */
const shown = (fetch) =>
  Object.assign(async (url, init) => {
    const began = performance.now();
    const response = await fetch(url, init);
    const took = (performance.now() - began).toFixed(0);
    const { pathname, search } = new URL(url);
    const status = response.ok ? green(response.status) : red(response.status);
    print(dim(`    ${init.method} ${pathname}${search} → `) + status + dim(` in ${took} ms`));
    return response;
  }, fetch);

const shownAgent = ({ model_id, type, name }) => `${model_id}  ${type.padEnd(8)}  ${name}`;

const read = async (client) => {
  title("Agents, page by page");
  code("for await (const agent of client.agents.list()) { … }");
  const agents = [];
  for await (const agent of client.agents.list()) {
    agents.push(agent);
    if (agents.length <= 5) print(`    ${shownAgent(agent)}`);
    if (agents.length === 200) break;
  }
  if (agents.length > 5) print(dim(`    … ${agents.length} in all`));
  return agents;
};

/** Prints the statuses of a call; in a terminal, on one line. */
const progress = () => {
  const began = Date.now();
  return ({ status }) => {
    const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(5);
    print(`    ${dim(`${seconds} s`)}  ${status}`);
  };
};

const onSandbox = async () => {
  const sandbox = createSandbox({ agents: 45, callDuration: 1500 });
  // Wrapped to print the requests that are sent.
  const client = new Synthflow({ apiKey: "test", fetch: shown(sandbox.fetch) });

  title("An agent is created");
  code('await client.agents.create({ type: "outbound", name: "Reminder calls", agent: { … } })');
  const { model_id } = await client.agents.create({
    type: "outbound",
    name: "Reminder calls",
    agent: { prompt: "You remind people of their appointment, kindly and briefly.", llm: "gpt-4.1" },
  });
  result({ model_id });

  await read(client);

  title("A mistake is reported before anything is sent");
  code('await client.agents.create({ type: "widgt", name: 5 })');
  await client.agents.create({ type: "widgt", name: 5 }).catch(({ name, message }) => {
    print(`    ${red(name)}: ${indented(message)}`);
  });

  title("A call is placed, and polled until it has ended");
  code('await client.calls.create({ model_id, name: "Sam", phone: "+14155550100" })');
  const placed = await client.calls.create({ model_id, name: "Sam", phone: "+14155550100" });
  result(placed);
  code("await client.calls.wait(call_id, { onChange })");
  const call = await client.calls.wait(placed.call_id, { interval: 250, onChange: progress() });
  print(`    ${indented(call.transcript.trim())}`);

  title("A response is lost: nobody is called twice");
  code('sandbox.fail({ operation: "calls.create", reset: true, afterDelivery: true })');
  sandbox.fail({ operation: "calls.create", reset: true, afterDelivery: true });
  const before = sandbox.requests.length;
  await client.calls.create({ model_id, name: "Sam", phone: "+14155550100" }).catch((error) => {
    print(`    ${red(error.name)}: ${error.message}`);
    result({ outcome: error.outcome, attempts: error.attempts, delivered: sandbox.requests.length - before });
  });

  title("Calls are listed");
  code("await client.calls.list({ model_id })");
  const { data } = await client.calls.list({ model_id });
  for (const { call_id, call_status, duration } of data) {
    print(`    ${call_id}  ${call_status.padEnd(11)}  ${duration} s`);
  }
};

const onTheRealApi = async () => {
  if (!process.env.SYNTHFLOW_API_KEY) {
    print("--live needs your key in SYNTHFLOW_API_KEY (and SYNTHFLOW_REGION for us or eu)");
    process.exit(2);
  }
  const client = new Synthflow({ fetch: shown(globalThis.fetch) });
  const [agent] = await read(client);
  if (!agent) return;
  title("The calls of the first agent");
  code("await client.calls.list({ model_id, limit: 5 })");
  const { data, total } = await client.calls.list({ model_id: agent.model_id, limit: 5 });
  for (const call of data) print(`    ${call.call_id}  ${call.call_status ?? call.status}`);
  result({ total });
};

print(bold("synthflow-wasm"));
print(
  live
    ? "Reading from the real API. Nothing is created, nobody is called."
    : "A tour on the embedded sandbox: a Synthflow in memory. Nobody is called.",
);
try {
  await (live ? onTheRealApi() : onSandbox());
  print(`\n${green("The tour is finished.")}`);
} catch (error) {
  print(`\n${red(error.name)}: ${error.message}`);
  process.exitCode = 1;
}
