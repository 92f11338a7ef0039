/** Requests through an HTTP proxy of the network, as docs/guides/options.md describes. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { connect } from "node:net";
import { test } from "node:test";
import {
  Agent,
  EnvHttpProxyAgent,
  getGlobalDispatcher,
  ProxyAgent,
  RetryAgent,
  setGlobalDispatcher,
} from "undici";
import { rejection, withServer } from "../support/server.js";

/** Runs a test with a proxy that opens tunnels, or refuses to; `targets` are those that were asked for. */
const withProxy = async (test, { refuse = false } = {}) => {
  const targets = [];
  const sockets = new Set();
  const proxy = createServer();
  proxy.on("connect", ({ url }, socket) => {
    targets.push(url);
    if (refuse) return socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    const target = connect(Number(url.split(":").pop()), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
    for (const one of [socket, target]) {
      sockets.add(one);
      one.on("error", () => {});
    }
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  try {
    await test(`http://127.0.0.1:${proxy.address().port}`, targets);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => proxy.close(resolve));
  }
};

const placed = () => ({ status: "ok", response: { call_id: "c-1" } });
const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

test("L26: fetchOptions with a ProxyAgent of undici", () =>
  withProxy((proxy, targets) =>
    withServer(placed, async ({ client, delivered, url }) => {
      const dispatcher = new ProxyAgent(proxy);
      const placedCall = await client({ fetchOptions: { dispatcher } }).calls.create(call);
      assert.equal(placedCall.call_id, "c-1");
      assert.deepEqual([targets, delivered.length], [[new URL(url).host], 1]);
      await dispatcher.close();
    }),
  ));

test("L26: HTTP_PROXY, with EnvHttpProxyAgent as the global dispatcher", () =>
  withProxy((proxy, targets) =>
    withServer(placed, async ({ client, delivered }) => {
      const before = getGlobalDispatcher();
      const dispatcher = new EnvHttpProxyAgent({ httpProxy: proxy, noProxy: "" });
      setGlobalDispatcher(dispatcher);
      try {
        assert.equal((await client().calls.create(call)).call_id, "c-1");
        assert.deepEqual([targets.length, delivered.length], [1, 1]);
      } finally {
        setGlobalDispatcher(before);
        await dispatcher.close();
      }
    }),
  ));

test("L26: a fetch that uses the proxy", () =>
  withProxy((proxy, targets) =>
    withServer(placed, async ({ client }) => {
      const dispatcher = new ProxyAgent(proxy);
      const viaProxy = (url, init) => fetch(url, { ...init, dispatcher });
      assert.equal((await client({ fetch: viaProxy }).calls.create(call)).call_id, "c-1");
      assert.equal(targets.length, 1);
      await dispatcher.close();
    }),
  ));

test("L26: a proxy that refuses the tunnel delivers nothing", () =>
  withProxy(
    (proxy, targets) =>
      withServer(placed, async ({ client, delivered }) => {
        const dispatcher = new ProxyAgent(proxy);
        const error = await rejection(
          client({ fetchOptions: { dispatcher }, maxRetries: 0 }).calls.create(call),
        );
        assert.deepEqual([targets.length, delivered.length, error.outcome], [1, 0, "not-sent"]);
        await dispatcher.close();
      }),
    { refuse: true },
  ));

test("L26: errors by a dispatcher that resends prove nothing: a call is delivered once and is unknown", async () => {
  let deliveries = 0;
  await withServer(
    (_, response) => {
      deliveries += 1;
      response.socket.destroy();
    },
    async ({ client }) => {
      const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
      const agent = new Agent();
      class Resending extends Agent {
        dispatch(options, handler) {
          return agent.dispatch(options, { ...handler, onError: () => handler.onError(refused) });
        }
      }
      for (const dispatcher of [new Resending(), new RetryAgent(agent, { maxRetries: 0 })]) {
        deliveries = 0;
        const error = await rejection(client({ fetchOptions: { dispatcher } }).calls.create(call));
        assert.deepEqual([error.outcome, error.attempts], ["unknown", 1]);
        assert.ok(deliveries <= 1);
      }
      await agent.close();
    },
  );
});
