/** The sandbox over HTTP, for any language. */

import { createServer } from "node:http";
import { failed, methodNotAllowed, Refusal, tooLarge, unreadable } from "./errors.js";
import { createGuard } from "./guard.js";
import { createSandbox } from "./index.js";
import { MAX_BODY_BYTES } from "./limits.js";
import { report } from "./report.js";

const METHODS = "GET, POST, PUT, PATCH, DELETE";

/** What a page of an allowed origin may do. */
const corsOf = (origin) => ({
  "access-control-allow-origin": origin,
  "access-control-allow-headers": "*, authorization, content-type",
  "access-control-allow-methods": METHODS,
});

/** The body, up to the limit; what is over it is read and dropped, so that the client gets to its response. */
const readBody = (incoming) =>
  new Promise((resolve, reject) => {
    let chunks = [];
    let size = 0;
    incoming.on("data", (chunk) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) return chunks.push(chunk);
      chunks = [];
      return reject(tooLarge());
    });
    incoming.on("end", () => resolve(Buffer.concat(chunks)));
    incoming.on("error", reject);
    incoming.on("close", () => reject(new Error("the client has gone")));
  });

/** The URL that was asked for: under the host that was checked, whatever the request line says. */
const urlOf = ({ url, headers }) => {
  const path = url.startsWith("/") ? url : url.replace(/^https?:\/\/[^/?#]*/i, "");
  return `http://${headers.host}${path}`;
};

const requestOf = (incoming, body, signal) => {
  const { method, headersDistinct } = incoming;
  const headers = Object.entries(headersDistinct).flatMap(([name, values]) =>
    values.map((value) => [name, value]),
  );
  // A `Request` can have no body with these.
  const sent = method === "GET" || method === "HEAD" ? undefined : body;
  try {
    return new Request(urlOf(incoming), { method, headers, body: sent, signal });
  } catch {
    throw unreadable("the URL or the headers could not be read");
  }
};

const send = async (outgoing, response, origin) => {
  const bytes = Buffer.from(await response.arrayBuffer());
  outgoing.statusCode = response.status;
  const cors = origin === undefined ? {} : corsOf(origin);
  for (const [name, value] of [...response.headers, ...Object.entries({ vary: "origin", ...cors })]) {
    outgoing.setHeader(name, value);
  }
  outgoing.end(bytes);
};

/** What goes wrong around the sandbox, as a response. */
const responseTo = (error, { method, url }) => {
  const refusal = error instanceof Refusal ? error : failed();
  const why = error instanceof Refusal ? error.report : (error?.stack ?? String(error));
  if (why) report(method, url, refusal.status, why);
  return refusal.toResponse();
};

const createListener = (sandbox, guard) => async (incoming, outgoing) => {
  let origin;
  const gone = new AbortController();
  outgoing.on("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const respond = async () => {
    origin = guard(incoming);
    if (incoming.method === "OPTIONS")
      return new Response(null, { status: 204, headers: { allow: METHODS } });
    if (incoming.method === "TRACE") throw methodNotAllowed();
    const request = requestOf(incoming, await readBody(incoming), gone.signal);
    // It rejects where a connection is to break, and where the client has gone; for nothing else.
    return sandbox.fetch(request).catch(() => void incoming.socket.destroy());
  };
  const response = await respond().catch((error) =>
    gone.signal.aborted ? undefined : responseTo(error, incoming),
  );
  if (!response) return;
  await send(outgoing, response, origin).catch((error) => {
    responseTo(error, incoming);
    incoming.socket.destroy();
  });
};

/** Serves a sandbox; resolves when it listens. */
export const serveSandbox = async ({
  port = 0,
  host = "127.0.0.1",
  allowHosts,
  allowOrigins,
  requestTimeout = 30_000,
  ...options
} = {}) => {
  const guard = createGuard({ host, allowHosts, allowOrigins });
  const sandbox = createSandbox(options);
  const timeouts = {
    requestTimeout,
    headersTimeout: Math.min(10_000, requestTimeout),
    connectionsCheckingInterval: Math.min(1000, requestTimeout),
  };
  const server = createServer(timeouts, createListener(sandbox, guard));
  server.on("connect", (_, socket) =>
    socket.end("HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\n\r\n"),
  );
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // Such as too many open files: the next connection may do.
  server.on("error", ({ message }) => console.error(`synthflow-wasm sandbox: ${message}`));
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${server.address().port}/v2`,
    sandbox,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
};
