/** One delivery in the other hosts: S2 (kept connections), S7 (certificates), S37 (proxies), S39 (workerd's cache). */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { createServer as createTlsServer } from "node:tls";
import { fileURLToPath } from "node:url";
import { inWorkerd, runScript } from "../support/hosts.js";
import { withServer } from "../support/server.js";
import { makeCertificate } from "./certificates.js";

/** Listens, runs, and closes with all connections. */
const listening = async (server, run) => {
  const sockets = new Set();
  server.on("connection", (socket) => sockets.add(socket.on("error", () => {})));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await run(server.address().port);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
};

const local = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Responds to the first request of each connection, and closes the connection once it has read the second. */
const closesKept = (wrong) => {
  const served = new WeakMap();
  return ({ method, url, headers, body }, response) => {
    const isBare = url.includes("/new/");
    if (isBare ? body !== "" : headers["content-type"] !== "application/json" || !JSON.parse(body)) {
      wrong.push(`${method} ${url} ${headers["content-type"]} ${body}`);
    }
    const { socket } = response;
    const count = (served.get(socket) ?? 0) + 1;
    served.set(socket, count);
    if (count > 1) return void socket.destroy();
    return { status: "ok", response: { call_id: "c" } };
  };
};

for (const host of ["deno", "bun"]) {
  test(`S2: a kept connection that closes, in ${host}: one delivery, whatever the fetch is`, async () => {
    const wrong = [];
    await withServer(closesKept(wrong), async ({ url, delivered }) => {
      const results = JSON.parse(await runScript(host, local("kept.mjs"), [url, "6"]));
      const ids = Object.keys(results);
      const count = (id) =>
        delivered.filter(({ url, body }) => url.endsWith(`/${id}`) || body.includes(`"${id}"`)).length;
      assert.deepEqual(
        ids.filter((id) => count(id) !== 1).map((id) => `${id}: ${count(id)} deliveries, ${results[id]}`),
        [],
      );
      assert.deepEqual(wrong, []);
      const ends = Object.values(results);
      assert.deepEqual([...new Set(ends)].sort(), ["resolved", "unknown 1"]);
      // Without kept connections, none of which was closed, the test would say nothing.
      const unknown = ends.filter((end) => end !== "resolved").length;
      assert.ok(unknown > ends.length / 4, `${unknown} of ${ends.length} met a closed connection`);
    });
  });
}

const certificates = {
  "a self-signed one": ["IP:127.0.0.1", 1],
  "one of another name": ["DNS:other.example", 1],
  "one that has expired": ["IP:127.0.0.1", -1],
};

for (const host of ["deno", "bun"]) {
  for (const [what, made] of Object.entries(certificates)) {
    test(`S7: the certificate is ${what}, in ${host}: nothing was sent`, async () => {
      let arrived = 0;
      const server = createTlsServer(makeCertificate(...made), (socket) => {
        socket
          .on("error", () => {})
          .on("data", () => {
            arrived += 1;
          });
      });
      server.on("tlsClientError", () => {});
      await listening(server, async (port) => {
        const found = JSON.parse(await runScript(host, local("one-call.mjs"), [`https://127.0.0.1:${port}`]));
        assert.deepEqual([found.outcome, found.attempts, arrived], ["not-sent", 2, 0], found.message);
      });
    });
  }

  for (const [status, words] of [
    [403, "Forbidden"],
    [407, "Proxy Authentication Required"],
    [502, "Bad Gateway"],
  ]) {
    test(`S37: a proxy that refuses CONNECT with ${status}, in ${host}: nothing was sent`, async () => {
      let tunnels = 0;
      const proxy = createServer((_, response) => response.end());
      proxy.on("connect", (_, socket) => {
        tunnels += 1;
        socket.on("error", () => {});
        socket.end(`HTTP/1.1 ${status} ${words}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
      });
      await listening(proxy, async (port) => {
        const address = `http://127.0.0.1:${port}`;
        const env = {
          ...process.env,
          HTTPS_PROXY: address,
          https_proxy: address,
          NO_PROXY: "",
          no_proxy: "",
        };
        const out = await runScript(host, local("one-call.mjs"), ["https://api.invalid"], env);
        const { outcome, attempts, message } = JSON.parse(out);
        assert.deepEqual([outcome, attempts], ["not-sent", 2], message);
        // Deno may ask for a tunnel again by itself.
        assert.ok(tunnels >= 2 && tunnels <= 4, `${tunnels} tunnels`);
        assert.match(message, /proxy|tunnel|CONNECT/i);
        assert.doesNotMatch(message, /may have/);
      });
    });
  }
}

for (const [date, takes] of [
  ["2024-10-01", false],
  ["2026-01-01", true],
]) {
  test(`S39: workerd of ${date}: every request goes out, whether or not it takes the field cache`, async () => {
    const respond = ({ method, url }) =>
      method === "GET" && url.includes("/calls")
        ? { status: "ok", response: { calls: [{ call_id: "c", status: "completed" }] } }
        : { status: "ok", response: { call_id: "c", assistants: [{ model_id: "a" }] } };
    await withServer(respond, async ({ url, delivered }) => {
      const { results, takesNoStore } = await inWorkerd(local("worker-cache.mjs"), { url }, { date });
      assert.equal(takesNoStore, takes, "the host is not the one that is meant");
      const all = ["create", "get", "update", "bare", "wait"];
      assert.deepEqual(results, Object.fromEntries(all.map((name) => [name, "resolved"])));
      assert.equal(delivered.length, all.length);
    });
  });
}
