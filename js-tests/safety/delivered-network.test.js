/** What the network in between does to Node's own fetch: S7 (certificates), S33 (421), S37 (proxies). */

import assert from "node:assert/strict";
import { createServer as createHttpServer } from "node:http";
import { createServer as createPlainServer } from "node:net";
import { mock, test } from "node:test";
import { createServer as createTlsServer } from "node:tls";
import { Synthflow } from "synthflow-wasm";
import { Agent, getGlobalDispatcher, ProxyAgent, setGlobalDispatcher } from "undici";
import { freePort } from "../support/port.js";
import { rejection, reply, withServer } from "../support/server.js";
import { makeCertificate } from "./certificates.js";
import { call, creating, forEach, isUnknown } from "./support.js";

// The shortest pauses between attempts.
mock.method(Math, "random", () => 0);

const own = getGlobalDispatcher();
const certificates = {
  right: makeCertificate("IP:127.0.0.1", 1),
  otherName: makeCertificate("DNS:other.example", 1),
  expired: makeCertificate("IP:127.0.0.1", -1),
};

/** Listens, runs, and closes with all connections. */
const listening = async (server, run) => {
  const sockets = new Set();
  const keep = (socket) => {
    sockets.add(socket.on("error", () => {}));
  };
  server
    .on("connection", keep)
    .on("secureConnection", keep)
    .on("tlsClientError", () => {});
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await run(server.address().port);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
};

/** Responds over TLS; calls `arrived` for everything that comes. */
const speaks = (options, arrived) =>
  createTlsServer(options, (socket) => {
    socket.on("data", (data) => {
      arrived(data);
      const body = '{"status":"ok","response":{"call_id":"c"}}';
      socket.end(`HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    });
  });

const clientOf = (port, options) =>
  new Synthflow({ apiKey: "k", baseURL: `https://127.0.0.1:${port}/v2`, logLevel: "off", ...options });

/** Whom Node trusts: the certificates of a test. */
const trusting = async (names, run) => {
  const agent = new Agent({ connect: { ca: names.map((name) => certificates[name].cert) } });
  setGlobalDispatcher(agent);
  try {
    return await run();
  } finally {
    setGlobalDispatcher(own);
    await agent.destroy();
  }
};

/** Every request that must not be repeated ends as not sent, and nothing arrives. */
const isNotSent = async (server, count, message) => {
  await listening(server, async (port) => {
    await forEach(creating, async (send, name) => {
      const error = await rejection(send(clientOf(port, { maxRetries: 1 })));
      assert.equal(error.outcome, "not-sent", `${name}: ${error.message}: ${error.cause?.cause?.code}`);
      assert.equal(error.attempts, 2, name);
      assert.match(error.message, message, name);
      assert.doesNotMatch(error.message, /may have/, name);
    });
  });
  assert.equal(count(), 0);
};

const handshakes = {
  "a self-signed certificate": ["right", [], /self.signed certificate/],
  "a certificate of another name": ["otherName", ["otherName"], /does not match certificate|altnames/],
  "a certificate that has expired": ["expired", ["expired"], /expired/],
};

for (const [what, [name, trusted, message]] of Object.entries(handshakes)) {
  test(`S7: ${what}: nothing was sent`, async () => {
    let count = 0;
    await trusting(trusted, () =>
      isNotSent(
        speaks(certificates[name], () => (count += 1)),
        () => count,
        message,
      ),
    );
  });
}

test("S7: a server that speaks no TLS, or another version of it, or ends the handshake", async () => {
  const plain = createHttpServer();
  await isNotSent(plain, () => 0, /wrong version number|packet length/);
  const old = {
    ...certificates.right,
    minVersion: "TLSv1.1",
    maxVersion: "TLSv1.1",
    ciphers: "DEFAULT@SECLEVEL=0",
  };
  await isNotSent(speaks(old), () => 0, /protocol version|unsupported protocol/);
  const ends = createPlainServer((socket) => socket.once("data", () => socket.end()));
  await isNotSent(ends, () => 0, /TLS connection/);
});

test("S7: with the right certificate the request arrives; what breaks later is unknown", async () => {
  let count = 0;
  await trusting(["right"], async () => {
    await listening(
      speaks(certificates.right, () => (count += 1)),
      async (port) => {
        assert.equal((await clientOf(port).calls.create(call)).call_id, "c");
      },
    );
    const breaks = createTlsServer(certificates.right, (socket) => {
      socket.once("data", () => {
        count += 1;
        socket.destroy();
      });
    });
    await listening(breaks, async (port) => {
      isUnknown(await rejection(clientOf(port).calls.create(call)), "a connection that ends");
    });
  });
  assert.equal(count, 2);
});

test("S33: the host may resend after a 421, the client does not", async () => {
  for (const [body, outcome] of [
    [{ detail: "no" }, "refused"],
    ["<html>misdirected</html>", "unknown"],
  ]) {
    const respond = (_, response) => reply(response, 421, body);
    await withServer(respond, async ({ client, delivered }) => {
      const error = await rejection(client({ maxRetries: 5 }).calls.create(call));
      assert.deepEqual([error.status, error.attempts, error.outcome], [421, 1, outcome]);
      assert.ok(delivered.length <= 2, `${delivered.length} deliveries`);
    });
  }
});

/** A proxy with a scripted response to CONNECT. */
const proxy = (onConnect) => {
  const server = createHttpServer((_, response) => response.end());
  return server.on("connect", (request, socket) =>
    onConnect(
      socket.on("error", () => {}),
      request,
    ),
  );
};

const through = async (server, run) =>
  listening(server, async (port) => {
    const agent = new ProxyAgent(`http://127.0.0.1:${port}`);
    setGlobalDispatcher(agent);
    try {
      return await run(port);
    } finally {
      setGlobalDispatcher(own);
      await agent.destroy();
    }
  });

for (const [status, words] of [
  [403, "Forbidden"],
  [407, "Proxy Authentication Required"],
  [502, "Bad Gateway"],
  [503, "Service Unavailable"],
]) {
  test(`S37: a proxy that refuses CONNECT with ${status}: nothing was sent, and the message says why`, async () => {
    await withServer(
      () => ({ status: "ok", response: { call_id: "c" } }),
      async ({ client, delivered }) => {
        const refuses = proxy((socket) =>
          socket.end(`HTTP/1.1 ${status} ${words}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`),
        );
        await through(refuses, () =>
          forEach(creating, async (send, name) => {
            const error = await rejection(send(client({ maxRetries: 1 })));
            assert.equal(error.outcome, "not-sent", `${name}: ${error.message}`);
            assert.equal(error.attempts, 2);
            assert.match(error.message, new RegExp(`${status}.*Tunneling`), name);
          }),
        );
        assert.equal(delivered.length, 0);
      },
    );
  });
}

test("S37: behind a tunnel that stands, what breaks is unknown", async () => {
  let count = 0;
  const accepts = proxy((socket) => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    socket.once("data", () => {
      count += 1;
      socket.destroy();
    });
  });
  await withServer(
    () => ({}),
    async ({ client }) => {
      await through(accepts, async () => {
        isUnknown(await rejection(client().calls.create(call)), "tunnel");
      });
    },
  );
  assert.equal(count, 1);
});

test("S37: a port that fetch refuses: nothing was sent", async () => {
  for (const port of [6667, 25, 10080]) {
    const client = new Synthflow({ apiKey: "k", baseURL: `http://127.0.0.1:${port}`, maxRetries: 0 });
    await forEach(creating, async (send, name) => {
      const error = await rejection(send(client));
      assert.equal(error.outcome, "not-sent", name);
      assert.match(error.message, /bad port/, name);
    });
  }
});

test("S37: the message contains the deepest cause, for a closed port and an unknown host name too", async () => {
  const port = await freePort();
  const refused = await rejection(clientOf(port, { maxRetries: 0 }).calls.create(call));
  assert.equal(refused.outcome, "not-sent");
  assert.match(refused.message, new RegExp(`ECONNREFUSED 127.0.0.1:${port}`));
  const lost = new Synthflow({ apiKey: "k", baseURL: "https://api.invalid", maxRetries: 0 });
  const error = await rejection(lost.calls.create(call));
  assert.equal(error.outcome, "not-sent");
  assert.match(error.message, /ENOTFOUND|EAI_AGAIN/);
});
