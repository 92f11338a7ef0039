/**
 * The mock server, a process of its own: any POST is a creation, a GET (and the POST by which retell-sdk lists) has 100
 * calls of 10 KB. It reports its URL, and on any message how many requests it has had.
 */

import { createServer } from "node:http";
import { Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";

const CALLS = 100;
const CALL_BYTES = 10_000;

/** A list as the sandbox sends it, so that a check of the documented shapes has something to check. */
const listOfCalls = async () => {
  const { fetch } = createSandbox({ agents: 1, callDuration: 0 });
  const client = new Synthflow({ apiKey: "test", fetch });
  const [{ model_id }] = (await client.agents.list()).data;
  const { call_id } = await client.calls.create({ model_id, name: "Sam", phone: "+14155550100" });
  await client.calls.wait(call_id, { interval: 1 });
  const body = await (await client.calls.list({ model_id }).asResponse()).json();
  const [call] = body.response.calls;
  const line = '\nhuman: Yes, the appointment is on Tuesday at "ten".';
  while (JSON.stringify(call).length + JSON.stringify(line).length < CALL_BYTES) call.transcript += line;
  body.response.calls = Array.from({ length: CALLS }, (_, index) => ({ ...call, call_id: `call-${index}` }));
  body.response.pagination = { total_records: CALLS, limit: CALLS, offset: 0 };
  return body;
};

const list = await listOfCalls();
const { calls } = list.response;
const lists = {
  "/calls": Buffer.from(JSON.stringify(list)),
  "/call": Buffer.from(JSON.stringify(calls)),
  "/models": Buffer.from(JSON.stringify({ object: "list", data: calls })),
  "/list-calls": Buffer.from(JSON.stringify({ items: calls, has_more: false })),
};
const listAt = (url) => lists[url.match(/\/[\w-]+(?=\?|$)/)?.[0]];

/** Has the fields that each contender looks for, so that all parse the same bytes. */
const created = Buffer.from(
  JSON.stringify({
    status: "ok",
    response: { answer: "Call is queued", call_id: "c" },
    id: "c",
    call_id: "c",
    object: "chat.completion",
    choices: [],
  }),
);

let delivered = 0;
const server = createServer((request, response) => {
  delivered += 1;
  request.resume();
  request.on("end", () => {
    const { method, url } = request;
    const body = method === "GET" || url.includes("list-calls") ? listAt(url) : created;
    const status = body ? 200 : 404;
    response.writeHead(status, { "content-type": "application/json", "content-length": body?.length ?? 0 });
    response.end(body);
  });
});
server.keepAliveTimeout = 600_000;
process.on("message", () => process.send({ delivered }));
process.on("disconnect", () => process.exit());
server.listen({ port: 0, host: "127.0.0.1", backlog: 20_000 }, () =>
  process.send({ url: `http://127.0.0.1:${server.address().port}/v2` }),
);
