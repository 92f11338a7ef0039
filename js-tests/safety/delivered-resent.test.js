/** A request that was delivered, and that the host or its dispatcher then resends, to be refused: S2, S3. */

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runScript } from "../support/hosts.js";

const script = fileURLToPath(new URL("refused-later.mjs", import.meta.url));

/** Takes one request, stops listening, and closes the connection without a response. */
const withVanishing = async (run) => {
  let delivered = 0;
  const server = createServer((socket) => {
    let text = "";
    socket
      .on("error", () => {})
      .on("data", (data) => {
        text += data;
        const [head, body] = text.split("\r\n\r\n");
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (body === undefined || body.length < length) return;
        text = "";
        delivered += 1;
        server.close();
        setTimeout(() => socket.resetAndDestroy(), 10);
      });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await run(`http://127.0.0.1:${server.address().port}`, () => delivered);
  } finally {
    server.close();
  }
};

for (const host of ["node", "deno", "bun"]) {
  for (const request of ["create", "delete", "get", "put"]) {
    test(`S3: ${request}, delivered and then refused, in ${host}: unknown`, async () => {
      await withVanishing(async (url, delivered) => {
        const { outcome, message } = JSON.parse(await runScript(host, script, [url, request]));
        assert.equal(delivered(), 1);
        assert.equal(outcome, "unknown", message);
      });
    });
  }
}

for (const dispatcher of ["replaced", "polluted"]) {
  test(`S3: a call by a dispatcher that resends, ${dispatcher}: unknown after one attempt`, async () => {
    await withVanishing(async (url, delivered) => {
      const { outcome, attempts } = JSON.parse(await runScript("node", script, [url, "create", dispatcher]));
      assert.deepEqual(
        { delivered: delivered(), outcome, attempts },
        { delivered: 1, outcome: "unknown", attempts: 1 },
      );
    });
  });
}
