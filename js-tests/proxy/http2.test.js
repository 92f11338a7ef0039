/** HTTP/2, where a body that was cut off ends like any other unless somebody looks. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { connect, constants, createServer } from "node:http2";
import { connect as connectSocket } from "node:net";
import { test } from "node:test";
import { createNodeHandler } from "synthflow-wasm/proxy";
import { withProxy } from "./support.js";

/** Serves the proxy of a test over HTTP/2; `open` begins a request. */
const withHttp2 = (run, respond) =>
  withProxy(
    { timeout: 300 },
    async ({ proxy, delivered }) => {
      const server = createServer(createNodeHandler(proxy));
      await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
      const session = connect(`http://127.0.0.1:${server.address().port}`);
      const open = (method, path) =>
        session.request({
          ":method": method,
          ":path": `/synthflow${path}`,
          "content-type": "application/json",
          "idempotency-key": randomUUID(),
        });
      try {
        await run({ open, port: server.address().port, delivered });
      } finally {
        session.destroy();
        server.close();
      }
    },
    respond,
  );

/** A frame of HTTP/2. */
const frame = (type, flags, stream, payload) => {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
};

/** Headers as literals without an index. */
const literals = (headers) =>
  Buffer.concat(
    Object.entries(headers).flatMap(([name, value]) => [
      Buffer.from([0, name.length]),
      Buffer.from(name),
      Buffer.from([value.length]),
      Buffer.from(value),
    ]),
  );

const [DATA, HEADERS, RST_STREAM, SETTINGS] = [0, 1, 3, 4];
const END_HEADERS = 4;

test("a request that a browser gives up in its body is not forwarded", () =>
  withHttp2(async ({ port, delivered }) => {
    for (const code of [constants.NGHTTP2_CANCEL, constants.NGHTTP2_NO_ERROR]) {
      for (const [method, path] of [
        ["PATCH", "/contacts/c"],
        ["POST", "/simulations/generate"],
      ]) {
        const socket = connectSocket(port, "127.0.0.1");
        socket.on("error", () => {});
        const headers = literals({
          ":method": method,
          ":path": `/synthflow${path}`,
          ":scheme": "http",
          ":authority": `127.0.0.1:${port}`,
          "content-type": "application/json",
          "idempotency-key": randomUUID(),
        });
        socket.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        socket.write(frame(SETTINGS, 0, 0, Buffer.alloc(0)));
        socket.write(frame(HEADERS, END_HEADERS, 1, headers));
        socket.write(frame(DATA, 0, 1, Buffer.from("{}")));
        await new Promise((resolve) => setTimeout(resolve, 50));
        socket.write(frame(RST_STREAM, 0, 1, Buffer.from([0, 0, 0, code])));
        await new Promise((resolve) => setTimeout(resolve, 150));
        socket.destroy();
      }
    }
    assert.equal(delivered.length, 0);
  }));

test("a response that breaks off does not look complete", () =>
  withHttp2(
    async ({ open }) => {
      const request = open("GET", "/assistants");
      request.end();
      let text = "";
      request.on("data", (chunk) => {
        text += chunk;
      });
      const end = await new Promise((resolve) => {
        request.on("error", () => resolve("error"));
        request.on("close", () => resolve(request.rstCode === 0 ? "end" : "error"));
      });
      assert.deepEqual([text, end], ['{"status":', "error"]);
    },
    (_, response) =>
      void response.writeHead(200).write('{"status":', () => setTimeout(() => response.destroy(), 50)),
  ));
