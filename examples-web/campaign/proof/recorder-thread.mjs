/** The thread of `recorder.mjs`: the proxy itself. */

import { createServer, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { createRandom } from "./random.mjs";

const MAX_DELAY = 150;

const { target, seed } = workerData;
const random = createRandom(seed);
const arrivals = [];

const readAll = async (stream) => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Sends a request on; resolves with the response and its body. */
const forward = ({ method, url, headers }, body) =>
  new Promise((resolve, reject) => {
    const sent = request(new URL(url, target), {
      method,
      headers: { ...headers, host: new URL(target).host },
    });
    sent.on("response", (response) => {
      readAll(response).then((read) => resolve({ response, body: read }), reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });

const respond = async (incoming, outgoing) => {
  const body = await readAll(incoming);
  const isCall = incoming.method === "POST" && incoming.url.startsWith("/v2/calls");
  if (isCall) arrivals.push(performance.now());
  const result = await forward(incoming, body);
  // So that workers are killed while they wait.
  if (isCall) await pause(random.between(0, MAX_DELAY));
  outgoing.writeHead(result.response.statusCode, result.response.headers);
  outgoing.end(result.body);
};

let server;

const listen = (port) =>
  new Promise((resolve) => {
    // The sandbox breaks a connection as a failure on demand; so does this.
    server = createServer((incoming, outgoing) =>
      respond(incoming, outgoing).catch(() => incoming.socket.destroy()),
    );
    server.listen(port, "127.0.0.1", resolve);
  });

const close = () =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });

await listen(0);
const { port } = server.address();

const actions = {
  arrivals: () => arrivals,
  /** Refuses connections for some time. */
  interrupt: async (milliseconds) => {
    await close();
    await pause(milliseconds);
    await listen(port);
  },
};

parentPort.on("message", async ({ id, action, value }) => {
  parentPort.postMessage({ id, result: await actions[action](value) });
});
parentPort.postMessage({ url: `http://127.0.0.1:${port}/v2` });
