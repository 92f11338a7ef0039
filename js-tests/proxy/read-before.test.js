/** Bodies that something else has read before the proxy: used where the framework keeps them, otherwise refused. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { connect as connectHttp2, createServer as createHttp2 } from "node:http2";
import { test } from "node:test";
import Fastify from "fastify";
import { createNodeHandler, createProxy } from "synthflow-wasm/proxy";
import { startServer } from "../support/server.js";
import { call, optionsFor } from "./support.js";

const update = { name: "New name" };

/** Runs a test with a proxy in front of an upstream; `reported` are the errors of the proxy. */
const withUpstream = async (run) => {
  const upstream = await startServer(() => ({ status: "ok", response: { model_id: "m", call_id: "c" } }));
  const reported = [];
  const proxy = createProxy(optionsFor(upstream, { onError: ({ message }) => reported.push(message) }));
  try {
    await run({ proxy, delivered: upstream.delivered, reported, url: upstream.url });
  } finally {
    await upstream.close();
  }
};

/** Serves a listener of Node's `http`, and sends an update and a call to it. */
const sendTo = async (listener, body = JSON.stringify(update)) => {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}/synthflow`;
  const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
  try {
    const responses = [];
    for (const [method, path, text] of [
      ["PUT", "/assistants/m", body],
      ["POST", "/calls", body && JSON.stringify(call)],
      ["POST", "/memory_stores", body],
    ]) {
      const content = typeof text === "function" ? text() : text;
      const response = await fetch(url + path, { method, body: content, headers, duplex: "half" });
      responses.push({ status: response.status, body: await response.json() });
    }
    return responses;
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};

const readAll = async (incoming) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** What middlewares do before the handler. */
const consumers = {
  "all of it, kept elsewhere": (incoming) => readAll(incoming),
  "all of it, with an empty object as the body": async (incoming) => {
    await readAll(incoming);
    incoming.body = {};
  },
  "all of it, with a promise as the body": async (incoming) => {
    await readAll(incoming);
    incoming.body = Promise.resolve(update);
  },
  "all of it, with an empty raw body": async (incoming) => {
    await readAll(incoming);
    Object.assign(incoming, { rawBody: Buffer.alloc(0), body: update });
  },
  "all of it, with null as the body": async (incoming) => {
    await readAll(incoming);
    incoming.body = null;
  },
  "the first chunk": (incoming) => new Promise((resolve) => incoming.once("data", resolve)),
  "as it arrives, for a log": (incoming) => void incoming.on("data", () => {}),
  discarded: (incoming) => void incoming.resume(),
};

for (const [name, consume] of Object.entries(consumers)) {
  for (const [form, body] of [
    ["with its length", JSON.stringify(update)],
    ["in chunks", () => new Blob([JSON.stringify(update)]).stream()],
  ]) {
    test(`a body that was read before, ${name}, ${form}: 500, and nothing is forwarded`, () =>
      withUpstream(async ({ proxy, delivered, reported }) => {
        const handler = createNodeHandler(proxy);
        const responses = await sendTo(async (incoming, outgoing) => {
          await consume(incoming);
          await handler(incoming, outgoing);
        }, body);
        assert.equal(delivered.length, 0, JSON.stringify(delivered));
        for (const { status, body } of responses) {
          assert.equal(status, 500);
          assert.match(body.detail, /read before the proxy/);
        }
        assert.equal(reported.length, responses.length);
      }));
  }
}

test("a body that the middleware has put into body or rawBody is used", () =>
  withUpstream(async ({ proxy, delivered }) => {
    const handler = createNodeHandler(proxy);
    for (const keep of [
      (incoming, bytes) => Object.assign(incoming, { body: JSON.parse(bytes) }),
      (incoming, bytes) => Object.assign(incoming, { body: bytes.toString() }),
      (incoming, bytes) => Object.assign(incoming, { rawBody: bytes, body: {} }),
    ]) {
      delivered.length = 0;
      const spaced = JSON.stringify(update, null, 4);
      const [updated] = await sendTo(async (incoming, outgoing) => {
        keep(incoming, await readAll(incoming));
        await handler(incoming, outgoing);
      }, spaced);
      assert.equal(updated.status, 200);
      assert.deepEqual(JSON.parse(delivered[0].body), update);
    }
  }));

test("the log says what to do about a body that was read before", (t) =>
  withUpstream(async ({ delivered, url }) => {
    const log = t.mock.method(console, "error", () => {});
    const handler = createNodeHandler(createProxy(optionsFor({ url }, { onError: undefined })));
    await sendTo(async (incoming, outgoing) => {
      await readAll(incoming);
      await handler(incoming, outgoing);
    });
    assert.equal(delivered.length, 0);
    const [line] = log.mock.calls.map(({ arguments: [text] }) => text);
    assert.match(line, /^synthflow-wasm proxy: agents\.update: the body, or a part of it, was read before/);
    assert.match(line, /use a middleware that keeps it as body or rawBody/);
  }));

test("an empty body that was read before is none", () =>
  withUpstream(async ({ proxy }) => {
    const handler = createNodeHandler(proxy);
    const [, , created] = await sendTo(async (incoming, outgoing) => {
      await readAll(incoming);
      await handler(incoming, outgoing);
    }, "{}");
    assert.equal(created.status, 500);
    const server = createServer(async (incoming, outgoing) => {
      await readAll(incoming);
      await handler(incoming, outgoing);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${server.address().port}/synthflow/calls/batch/b/resume`;
    const response = await fetch(url, { method: "POST", headers: { "idempotency-key": randomUUID() } });
    assert.equal(response.status, 200);
    server.closeAllConnections();
    server.close();
  }));

test("Fastify, which has parsed the body: 500, and nothing is forwarded", () =>
  withUpstream(async ({ proxy, delivered }) => {
    const app = Fastify();
    const handler = createNodeHandler(proxy);
    app.all("/synthflow/*", (request, reply) => {
      reply.hijack();
      return handler(request.raw, reply.raw);
    });
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    try {
      const response = await fetch(`${url}/synthflow/assistants/m`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(update),
      });
      assert.equal(response.status, 500);
      assert.match((await response.json()).detail, /read before the proxy/);
      assert.equal(delivered.length, 0);
    } finally {
      await app.close();
    }
  }));

test("HTTP/2: a body that was read before is refused, another is forwarded", () =>
  withUpstream(async ({ proxy, delivered }) => {
    const handler = createNodeHandler(proxy);
    let isRead = false;
    const server = createHttp2(async (incoming, outgoing) => {
      if (isRead) await readAll(incoming);
      await handler(incoming, outgoing);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const session = connectHttp2(`http://127.0.0.1:${server.address().port}`);
    const send = () =>
      new Promise((resolve, reject) => {
        const stream = session.request({
          ":method": "PUT",
          ":path": "/synthflow/assistants/m",
          "content-type": "application/json",
        });
        stream.on("error", reject);
        stream.on("response", (headers) => resolve(headers[":status"]));
        stream.resume();
        stream.end(JSON.stringify(update));
      });
    try {
      assert.equal(await send(), 200);
      assert.deepEqual(JSON.parse(delivered[0].body), update);
      isRead = true;
      assert.equal(await send(), 500);
      assert.equal(delivered.length, 1);
    } finally {
      session.destroy();
      server.close();
    }
  }));

test("a Request whose body was read before, or that is shorter than its content-length, is refused", () =>
  withUpstream(async ({ proxy, delivered, reported }) => {
    const requestOf = (body, length) =>
      new Request("http://own.example/synthflow/assistants/m", {
        method: "PUT",
        headers: { "content-type": "application/json", ...(length && { "content-length": String(length) }) },
        body,
      });
    const used = requestOf(JSON.stringify(update));
    await used.text();
    const locked = requestOf(JSON.stringify(update));
    locked.body.getReader();
    for (const request of [used, locked, requestOf(undefined, 19), requestOf("", 19), requestOf("{}", 19)]) {
      const response = await proxy(request);
      assert.equal(response.status, 500);
      assert.match((await response.json()).detail, /read before the proxy/);
    }
    assert.equal(delivered.length, 0);
    assert.equal(reported.length, 5);
    assert.equal((await proxy(requestOf(JSON.stringify(update), 19))).status, 200);
  }));

test("a body whose encoding a middleware has set is forwarded whole, or refused", async () => {
  for (const [encoding, status] of [
    ["utf8", 200],
    ["latin1", 500],
    ["hex", 500],
  ]) {
    await withUpstream(async ({ proxy, delivered }) => {
      const handle = createNodeHandler(proxy);
      const [updated] = await sendTo(
        (incoming, outgoing) => {
          incoming.setEncoding(encoding);
          handle(incoming, outgoing);
        },
        // In chunks, so that nothing says how long it is.
        () => new Blob([JSON.stringify({ name: "Zoë" })]).stream(),
      );
      assert.equal(updated.status, status, encoding);
      const bodies = delivered.filter(({ method }) => method === "PUT").map(({ body }) => body);
      assert.deepEqual(bodies, status === 200 ? ['{"name":"Zoë"}'] : []);
    });
  }
});
