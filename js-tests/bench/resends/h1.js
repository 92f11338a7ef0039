/** A server on bare sockets that breaks every request of a case in one way, and counts the deliveries. */

import { createServer } from "node:net";

/** After so many deliveries of one request it responds well, so that a host that never stops does. */
export const CAP = 50;

/** Any page may send anything; `max-age=0`: a permission is never remembered. */
export const OPEN = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type",
  "access-control-allow-methods": "*",
  "access-control-max-age": "0",
  "cache-control": "no-store",
};

const response = (code, body, headers = {}) => {
  const all = { ...OPEN, "content-type": "text/html", "content-length": body.length, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${code} X\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
};

const closing = { connection: "close" };

/** Writes, and resets the connection once that has left. */
const resetAfter = (socket, text) => socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 5));

/** What is done once the whole request has arrived. */
export const acts = {
  "connection closed without a byte": (socket) => socket.end(),
  "connection reset without a byte": (socket) => socket.resetAndDestroy(),
  "status 408 with `connection: close`": (socket) => socket.end(response(408, "late", closing)),
  "status 421": (socket) => socket.end(response(421, "elsewhere", closing)),
  "reset within the response head": (socket) => resetAfter(socket, "HTTP/1.1 200 OK\r\ncontent-le"),
  "reset within the response body": (socket) => resetAfter(socket, response(200, "0123456789").slice(0, -5)),
};

/** Calls with the head of each request once it has arrived whole, with its length or in chunks. */
const readRequests = (socket, take) => {
  let text = "";
  const next = () => {
    const end = text.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = text.slice(0, end);
    const isChunked = /^transfer-encoding: *chunked/im.test(head);
    const length = Number(head.match(/^content-length: *(\d+)/im)?.[1] ?? 0);
    const last = isChunked ? text.indexOf("0\r\n\r\n", end + 4) + 5 : end + 4 + length;
    if (last < end + 4 || text.length < last) return;
    text = text.slice(last);
    take(head);
  };
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    next();
  });
};

/** Starts the server for one case; `page` is the HTML of the page that may send the requests of it. */
export const startH1 = async ({ act, page = "" }) => {
  const counts = new Map();
  const usedAgain = new Set();
  const framing = new Set();
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A host may close a connection whenever it wants.
    socket.on("error", () => {});
    let served = 0;
    const respond = (text) => {
      served += 1;
      socket.write(text);
    };
    readRequests(socket, (head) => {
      const [method, path] = head.split(" ");
      if (method === "OPTIONS") return respond(response(200, ""));
      if (path.startsWith("/begin")) {
        for (const other of sockets) if (other !== socket) other.destroy();
        return socket.end(response(200, "begun", closing));
      }
      if (path.startsWith("/keep")) return respond(response(200, "kept"));
      if (!path.startsWith("/act")) return socket.end(response(200, page, closing));
      const count = (counts.get(path) ?? 0) + 1;
      counts.set(path, count);
      if (count === 1 && served > 0) usedAgain.add(path);
      if (method !== "GET")
        framing.add(head.match(/^(content-length|transfer-encoding): .*/im)?.[0] ?? "no length");
      if (count > CAP) return socket.end(response(200, "enough", closing));
      acts[act](socket);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** Deliveries of each request; how many of them came first on a connection that had served; how bodies were framed. */
    seen: () => ({ counts: [...counts.values()], usedAgain: usedAgain.size, framing: [...framing] }),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};
