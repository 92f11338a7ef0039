/** A raw socket server that fails by script, and counts deliveries. */

import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { freePort } from "../support/port.js";
import { faults } from "./faults.js";

const GOOD = '{"status": "ok", "response": {"assistants": [], "call_id": "c"}}';

const open = [
  "access-control-allow-origin: *",
  "access-control-allow-headers: *, authorization",
  "access-control-allow-methods: *",
  "access-control-expose-headers: *",
  "connection: close",
  // A browser would cache a permanent redirect.
  "cache-control: no-store",
];

const head = (code, ...headers) => `HTTP/1.1 ${code} X\r\n${[...open, ...headers].join("\r\n")}\r\n\r\n`;

/** The same response, but the connection stays open. */
const kept = (response) => Buffer.from(response.toString().replace("connection: close\r\n", ""));

const whole = (code, body, ...headers) =>
  Buffer.concat([
    Buffer.from(
      head(code, "content-type: application/json", `content-length: ${Buffer.byteLength(body)}`, ...headers),
    ),
    Buffer.from(body),
  ]);

/** The valid response with 100 MB of data. */
const huge = () => GOOD.replace("{", `{"more": "${"x".repeat(100_000_000)}", `);

/** What the server does on the socket once a request has arrived. */
const acts = {
  status: (socket, { code, retryAfter }) =>
    socket.end(whole(code, '{"detail": "told to"}', ...(retryAfter ? [`retry-after: ${retryAfter}`] : []))),
  reset: (socket) => socket.resetAndDestroy(),
  close: (socket) => socket.end(),
  resetInside: (socket) => {
    socket.write(whole(200, GOOD).subarray(0, -10), () => setTimeout(() => socket.resetAndDestroy(), 5));
  },
  tooLong: (socket) => socket.end(`${head(200, "content-length: 1000")}${GOOD}`),
  tooShort: (socket) => socket.end(`${head(200, "content-length: 20")}${GOOD}`),
  html: (socket) => socket.end(whole(200, "<!doctype html><title>Gateway</title>")),
  cut: (socket) => socket.end(whole(200, GOOD.slice(0, 30))),
  text: (socket) => socket.end(whole(200, "OK")),
  noise: (socket) => socket.end("HELLO\r\n\r\n"),
  huge: (socket, { code }) => socket.end(whole(code, huge())),
  headers: (socket) => socket.end(whole(200, GOOD, `x-large: ${"x".repeat(2 ** 20)}`)),
  noContent: (socket) => socket.end(`${head(204)}${GOOD}`),
  gzip: (socket) => {
    const body = gzipSync(GOOD);
    const headers = [
      "content-type: application/json",
      "content-encoding: gzip",
      `content-length: ${body.length}`,
    ];
    socket.end(Buffer.concat([Buffer.from(head(200, ...headers)), body]));
  },
  bom: (socket) => socket.end(whole(200, `\ufeff${GOOD}`)),
  before: (socket, { interim }) => socket.end(`HTTP/1.1 ${interim}\r\n\r\n${whole(200, GOOD)}`),
  late: (socket) => setTimeout(() => socket.end(whole(200, GOOD)), 40),
  drip: (socket) => drip(socket, whole(200, GOOD), 2),
  redirect: (socket) => socket.end(head(307, "location: /v2/elsewhere", "content-length: 0")),
  redirectElsewhere: (socket) => socket.end(head(308, "location: http://localhost:9/", "content-length: 0")),
  redirectSlash: (socket, _, headers) => {
    const url = headers.split(" ")[1].replace(/(\/?)(?=\?|$)/, (slash) => (slash ? "" : "/"));
    socket.end(head(308, `location: ${url}`, "content-length: 0"));
  },
  hang: () => {},
  stall: (socket) => socket.write(whole(200, GOOD).subarray(0, -10)),
  dripForever: (socket) =>
    drip(
      socket,
      Buffer.concat([Buffer.from(head(200, "content-length: 100000")), Buffer.alloc(5000, 32)]),
      20,
    ),
  good: (socket) => socket.end(whole(200, GOOD)),
};

/** Writes a few bytes repeatedly. */
const drip = (socket, bytes, pause) => {
  const step = Math.ceil(bytes.length / 10);
  const next = (at) => {
    if (socket.destroyed) return;
    if (at >= bytes.length) return pause < 10 ? socket.end() : setTimeout(() => next(0), pause);
    socket.write(bytes.subarray(at, at + step));
    setTimeout(() => next(at + step), pause);
  };
  next(0);
};

/** Reads one request from a socket; calls at its end, or with `early` after its headers. */
const readRequest = (socket, early, onRequest) => {
  let text = "";
  let headers;
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    const end = text.indexOf("\r\n\r\n");
    if (end < 0) return;
    headers ??= text.slice(0, end);
    const length = Number(headers.match(/^content-length: *(\d+)/im)?.[1] ?? 0);
    if (text.length < end + 4 + length && !early(headers)) return;
    socket.removeAllListeners("data");
    socket.resume();
    onRequest(headers);
  });
};

/**
 * Starts the server. A request has the id of its case in the header `x-case`; a case has a list of faults, one for each
 * attempt, followed by valid responses. For a refused connection, the runner sends to `closed` instead.
 */
export const startFaultServer = async () => {
  const scripts = new Map();
  const delivered = new Map();
  const reached = new Set();
  const sockets = new Set();
  // Whether the last request was sent to keep its connection: then the preflight of a page keeps its own too, or it
  // would use up the connection that the case is about.
  let isKeeping = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client may close its connection.
    socket.on("error", () => {});
    const caseOf = (headers) => headers.match(/^x-case: *(\S+)/im)?.[1];
    const faultOf = (name) => scripts.get(name)?.[delivered.get(name) ?? 0];
    const early = (headers) => faultOf(caseOf(headers))?.early;
    const serve = (isKept) =>
      readRequest(socket, early, (headers) => {
        const isPreflight = headers.startsWith("OPTIONS");
        if (isPreflight && !isKeeping) return socket.end(head(204));
        const name = caseOf(headers);
        if (isPreflight || name === "keep") {
          isKeeping = true;
          socket.write(kept(isPreflight ? head(204) : whole(200, GOOD)));
          return serve(true);
        }
        isKeeping = false;
        const fault = faultOf(name);
        delivered.set(name, (delivered.get(name) ?? 0) + 1);
        if (fault?.kept && isKept) reached.add(name);
        acts[fault?.does ?? "good"](socket, fault, headers);
      });
    serve(false);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    closed: `http://127.0.0.1:${await freePort()}`,
    /** Adds the scripts of cases. */
    expect: (cases) => {
      for (const { id, script } of cases) {
        const arriving = script.map((name) => faults[name]).filter(({ refused }) => !refused);
        scripts.set(id, arriving);
      }
    },
    /** How often a case was delivered. */
    delivered: (id) => delivered.get(id) ?? 0,
    /** How many cases had their fault on a reused connection. */
    kept: () => reached.size,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};
