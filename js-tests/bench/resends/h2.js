/** The same over HTTP/2 with TLS; a host that speaks only HTTP/1.1 is noticed by its first request. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, createSecureServer } from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CAP, OPEN } from "./h1.js";

/** A key and a certificate for 127.0.0.1, signed by itself and valid for a day. */
export const makeCertificate = () => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-certificate-"));
  try {
    const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
    const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    const whom = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "1"];
    execFileSync("openssl", [...kind, ...whom, "-keyout", key, "-out", cert], { stdio: "ignore" });
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const respond = (stream, text, status = 200) => {
  stream.respond({ ":status": status, ...OPEN, "content-type": "text/html" });
  stream.end(text);
};

const resetStream = (name) => (stream) => stream.close(constants[`NGHTTP2_${name}`]);

/** Says that nothing above `last` was processed, and ends the connection. Node cannot say it of a first request. */
const goAway = (code, last) => (stream) => {
  const { session } = stream;
  session.goaway(constants[`NGHTTP2_${code}`], last(stream.id));
  setTimeout(() => session.destroy(), 10);
};

/** What is done once the whole request has arrived. */
export const acts = {
  "RST_STREAM REFUSED_STREAM": resetStream("REFUSED_STREAM"),
  "RST_STREAM INTERNAL_ERROR": resetStream("INTERNAL_ERROR"),
  "RST_STREAM PROTOCOL_ERROR": resetStream("PROTOCOL_ERROR"),
  "RST_STREAM CANCEL": resetStream("CANCEL"),
  "GOAWAY, the request not processed": goAway("NO_ERROR", (id) => id - 2),
  "GOAWAY, the request processed, then closed": goAway("NO_ERROR", (id) => id),
  "GOAWAY INTERNAL_ERROR, then closed": goAway("INTERNAL_ERROR", (id) => id),
  "connection destroyed": (stream) => stream.session.destroy(),
  "status 421": (stream) => respond(stream, "elsewhere", 421),
};

/** Starts the server for one case. */
export const startH2 = async ({ act, page = "", certificate }) => {
  const counts = new Map();
  const usedAgain = new Set();
  const sessions = new Set();
  let isH1 = false;
  const server = createSecureServer({ ...certificate, allowHTTP1: true });
  server.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
    session.on("error", () => {});
    session.served = 0;
  });
  const take = (stream, method, path) => {
    const { session } = stream;
    if (session.destroyed) return;
    const serve = (text) => {
      session.served += 1;
      respond(stream, text);
    };
    if (method === "OPTIONS") return serve("");
    if (path.startsWith("/begin")) {
      respond(stream, "begun");
      for (const other of sessions) other === session ? other.close() : other.destroy();
      return;
    }
    if (path.startsWith("/keep")) return serve("kept");
    if (!path.startsWith("/act")) return respond(stream, page);
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    if (count === 1 && session.served > 0) usedAgain.add(path);
    if (count > CAP) return respond(stream, "enough");
    acts[act](stream);
  };
  server.on("stream", (stream, headers) => {
    stream.on("error", () => {});
    const { ":method": method, ":path": path } = headers;
    stream.resume();
    if (stream.endAfterHeaders) take(stream, method, path);
    else stream.on("end", () => take(stream, method, path));
  });
  server.on("request", (request, response) => {
    if (request.httpVersionMajor !== 1) return;
    isH1 = true;
    response.writeHead(200, { ...OPEN, connection: "close" });
    response.end();
  });
  server.on("sessionError", () => {});
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `https://127.0.0.1:${server.address().port}`,
    seen: () => ({ counts: [...counts.values()], usedAgain: usedAgain.size, isH1 }),
    close: () => {
      for (const session of sessions) session.destroy();
      server.closeAllConnections?.();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};
