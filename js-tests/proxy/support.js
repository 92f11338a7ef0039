/** What the tests of the proxy share: an upstream that records deliveries, a proxy in front of it, requests to both. */

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { connect } from "node:net";
import { createNodeHandler, createProxy } from "synthflow-wasm/proxy";
import { operations } from "../../pkg-template/generated/operations.js";
import { startServer } from "../support/server.js";

/** The names of all operations, each on its own: a pattern would not cover those that ring. */
export const everything = operations.map(({ name }) => name);

/** The key of the proxy, which no response may have. */
export const KEY = "sk-proxy-0123456789abcdef";

/** The params of a call. */
export const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

/** Serves a proxy on loopback. */
export const serve = async (proxy) => {
  const server = createServer(createNodeHandler(proxy));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    port: server.address().port,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};

/** The options of a proxy that allows everything to everybody, with an upstream. */
export const optionsFor = ({ url }, options) => ({
  apiKey: KEY,
  baseURL: `${url}/v2`,
  authorize: () => true,
  allow: everything,
  fields: { "calls.create": "*" },
  onError: () => {},
  ...options,
});

/** Runs a test against a proxy in front of an upstream, which responds as `respond` does. */
export const withProxy = async (
  options,
  run,
  respond = () => ({ status: "ok", response: { call_id: "c" } }),
) => {
  const upstream = await startServer(respond);
  const proxy = createProxy(optionsFor(upstream, options));
  const front = await serve(proxy);
  const send = (method, path, { body, headers, text = body && JSON.stringify(body), ...init } = {}) =>
    fetch(`${front.url}/synthflow${path}`, {
      method,
      body: text,
      headers: { ...(text !== undefined && { "content-type": "application/json" }), ...headers },
      ...init,
    });
  const place = (key = randomUUID(), body = call, headers = {}) =>
    send("POST", "/calls", { body, headers: { "idempotency-key": key, ...headers } });
  try {
    return await run({ upstream, delivered: upstream.delivered, proxy, front, send, place });
  } finally {
    await front.close();
    await upstream.close();
  }
};

/** Writes bytes to a server; everything that it sends until the connection is closed. */
export const sendRaw = (port, text, { time = 3000 } = {}) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let received = "";
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(received);
    };
    const timer = setTimeout(end, time);
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", end);
    socket.on("close", end);
    socket.write(text);
  });
