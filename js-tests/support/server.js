/** A real HTTP server on loopback that responds as a test defines, and records deliveries. */

import { createServer } from "node:http";
import { Synthflow } from "synthflow-wasm";

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

/**
 * Starts a server. `respond(delivered, response, index)` is called once a request has arrived completely;
 * an object that it returns is sent as JSON with status 200.
 */
export const startServer = async (respond) => {
  const delivered = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { method, url, headers } = request;
    const index = delivered.push({ method, url, headers, body }) - 1;
    const result = await respond(delivered[index], response, index);
    if (result !== undefined) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(result));
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    delivered,
    /** A client of this server. */
    client: (options) => new Synthflow({ apiKey: "test", baseURL: `${url}/v2`, logLevel: "off", ...options }),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Runs a test against such a server, and closes it. */
export const withServer = async (respond, test) => {
  const server = await startServer(respond);
  try {
    return await test(server);
  } finally {
    await server.close();
  }
};

/** The reason a promise rejects with. */
export const rejection = async (promise) => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("expected a rejection");
};

/** Responds with a status and a body. */
export const reply = (response, status, body, headers = {}) => {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
};
