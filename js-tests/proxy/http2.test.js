/** HTTP/2, where a body that was cut off ends like any other unless somebody looks. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { connect, constants, createServer } from "node:http2";
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
        await run({ open, delivered });
      } finally {
        session.destroy();
        server.close();
      }
    },
    respond,
  );

test("a request that is reset before the end of its body is not forwarded", () =>
  withHttp2(async ({ open, delivered }) => {
    for (const code of [constants.NGHTTP2_NO_ERROR, constants.NGHTTP2_CANCEL]) {
      for (const [method, path] of [
        ["PATCH", "/contacts/c"],
        ["POST", "/simulations/generate"],
      ]) {
        const request = open(method, path);
        request.on("error", () => {});
        request.on("response", () => {});
        await new Promise((resolve) => setTimeout(resolve, 30));
        request.close(code);
        await new Promise((resolve) => setTimeout(resolve, 80));
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
