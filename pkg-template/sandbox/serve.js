/** The sandbox over HTTP, for any language. */

import { serve } from "@hono/node-server";
import { createSandbox } from "./index.js";

const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*, authorization, content-type",
  "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
};

/** Serves a sandbox; answers when it listens. */
export const serveSandbox = ({ port = 0, host = "127.0.0.1", ...options } = {}) => {
  const sandbox = createSandbox(options);
  const answer = async (request, { outgoing }) => {
    if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: cors });
    try {
      const response = await sandbox.fetch(request);
      for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
      return response;
    } catch {
      // A reset: the caller sees the connection break, not an answer.
      outgoing.destroy();
      return new Response(null);
    }
  };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: answer, port, hostname: host }, (info) => {
      resolve({
        url: `http://${host}:${info.port}/v2`,
        sandbox,
        close: () =>
          new Promise((done) => {
            server.close(done);
            server.closeAllConnections();
          }),
      });
    });
    server.on("error", reject);
  });
};
