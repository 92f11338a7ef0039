/** Serves the sandbox over HTTP, for clients in any language. */

import { createServer } from "node:http";
import { hasFields } from "../shared/own.js";
import { failed, methodNotAllowed, Refusal, tooLarge, unreadable } from "./errors.js";
import { createGuard } from "./guard.js";
import { createSandbox } from "./index.js";
import { MAX_BODY_BYTES } from "./limits.js";
import { report } from "./report.js";

const METHODS = "GET, POST, PUT, PATCH, DELETE";

/** The CORS headers for an allowed origin. */
const corsOf = (origin) => ({
  "access-control-allow-origin": origin,
  "access-control-allow-headers": "*, authorization, content-type",
  "access-control-allow-methods": METHODS,
});

/** The body, up to the limit. The rest is read and dropped, so that the client receives the response. */
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
    incoming.on("close", () => reject(new Error("the client disconnected")));
  });

/** The requested URL, with the host that was checked instead of one in the request line. */
const urlOf = ({ url, headers }) => {
  const path = url.startsWith("/") ? url : url.replace(/^https?:\/\/[^/?#]*/i, "");
  return `http://${headers.host}${path}`;
};

const requestOf = (incoming, body, signal) => {
  const { method, headersDistinct } = incoming;
  const headers = Object.entries(headersDistinct).flatMap(([name, values]) =>
    values.map((value) => [name, value]),
  );
  // A `Request` with one of these methods cannot have a body.
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

/** The response to an error outside the sandbox. */
const responseTo = (error, { method, url }) => {
  const refusal = error instanceof Refusal ? error : failed();
  const why = error instanceof Refusal ? error.report : (error?.stack ?? String(error));
  if (why) report(method, url, refusal.status, why);
  return refusal.toResponse();
};

const createListener = (sandbox, guard) => async (incoming, outgoing) => {
  let origin;
  const disconnected = new AbortController();
  outgoing.on("close", () => {
    if (!outgoing.writableFinished) disconnected.abort();
  });
  const respond = async () => {
    origin = guard(incoming);
    if (incoming.method === "OPTIONS")
      return new Response(null, { status: 204, headers: { allow: METHODS } });
    if (incoming.method === "TRACE") throw methodNotAllowed();
    const request = requestOf(incoming, await readBody(incoming), disconnected.signal);
    // Rejects only if the connection should break, or if the client has disconnected.
    return sandbox.fetch(request).catch(() => void incoming.socket.destroy());
  };
  const response = await respond().catch((error) =>
    disconnected.signal.aborted ? undefined : responseTo(error, incoming),
  );
  if (!response) return;
  await send(outgoing, response, origin).catch((error) => {
    responseTo(error, incoming);
    incoming.socket.destroy();
  });
};

const isInteger = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
const isText = (value) => typeof value === "string" && value !== "";
const isTexts = (value) => Array.isArray(value) && value.every((one) => typeof one === "string");

/** What each option of a server must be, and how that is said. */
const OPTIONS = {
  // Node takes a text for the path of a socket.
  port: [(value) => isInteger(value, 0, 65_535), "an integer from 0 to 65535"],
  host: [isText, 'a host name or an IP address such as "127.0.0.1"'],
  allowHosts: [isTexts, 'an array of host names such as ["box.example"]'],
  allowOrigins: [isTexts, 'an array of origins such as ["https://app.example"]'],
  requestTimeout: [(value) => isInteger(value, 1, 2 ** 31 - 1), "milliseconds, an integer above 0"],
};

/** Serves a sandbox; resolves once it is listening. */
export const serveSandbox = async (given = {}) => {
  if (!hasFields(given)) throw new TypeError("serveSandbox: expected an object of options");
  for (const [name, [is, expected]] of Object.entries(OPTIONS)) {
    if (given[name] !== undefined && !is(given[name]))
      throw new TypeError(`sandbox option ${name}: expected ${expected}`);
  }
  const {
    port = 0,
    host = "127.0.0.1",
    allowHosts,
    allowOrigins,
    requestTimeout = 30_000,
    ...options
  } = given;
  const guard = createGuard({ host, allowHosts, allowOrigins });
  const sandbox = createSandbox(options);
  const timeouts = {
    requestTimeout,
    headersTimeout: Math.min(10_000, requestTimeout),
    connectionsCheckingInterval: Math.min(1000, requestTimeout),
  };
  const server = createServer(timeouts, createListener(sandbox, guard));
  server.on("connect", (_, socket) => {
    // The server has given it away: nobody else looks at its errors, or closes it.
    socket.on("error", () => {});
    socket.end("HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\n\r\n", () => socket.destroy());
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // An error such as too many open files is temporary.
  server.on("error", ({ message }) => console.error(`synthflow-wasm sandbox: ${message}`));
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${server.address().port}/v2`,
    sandbox,
    close: () =>
      new Promise((done) => {
        sandbox.close();
        server.close(done);
        server.closeAllConnections();
      }),
  };
};
