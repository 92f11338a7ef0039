/** A server process that responds only once a number of requests have arrived, and then reports them. */

import { createServer } from "node:http";

const all = Number(process.argv[2]);
const arrived = [];
const release = [];

const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const call_id = body ? JSON.parse(body).name : request.url.split("/").at(-1);
  arrived.push(call_id);
  release.push(() => {
    const body = { status: "ok", response: { calls: [{ call_id }], call_id } };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  if (arrived.length === all) for (const respond of release) respond();
});

process.on("message", () => process.send({ arrived }));
server.listen({ port: 0, host: "127.0.0.1", backlog: all }, () =>
  process.send({ url: `http://127.0.0.1:${server.address().port}` }),
);
