/**
 * Real browsers: they deliver a call twice when a connection breaks that has served a request before. Through the proxy,
 * it is placed once, and the page gets the response.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { createNodeHandler, createProxy } from "synthflow-wasm/proxy";
import { browsers } from "../support/pages.js";
import { startServer } from "../support/server.js";
import { KEY, optionsFor } from "./support.js";

const COUNT = 20;

/** Each call is preceded by another request on the same connection. */
const script = `
import { Synthflow } from "/pkg/index.js";
const client = new Synthflow({ apiKey: null, baseURL: "/synthflow", logLevel: "off" });
globalThis.place = async (count) => {
  const ids = [];
  for (let at = 0; at < count; at += 1) {
    await (await fetch("/keep")).text();
    const call = { model_id: "m", name: "Sam", phone: "+1415555" + String(1000 + at) };
    ids.push(await client.calls.create(call).then(({ call_id }) => call_id, (error) => String(error)));
  }
  return ids;
};
globalThis.probe = async (url) => {
  const init = { method: "POST", headers: { "content-type": "text/plain" }, body: '{"model_id":"m"}' };
  const own = await fetch("/synthflow/calls", init).then(({ status }) => status);
  const simple = await fetch(url + "/synthflow/calls", { ...init, mode: "no-cors" }).then(({ type }) => type, String);
  const headers = { "content-type": "application/json", "idempotency-key": "12345678" };
  const json = await fetch(url + "/synthflow/calls", { ...init, headers }).then(({ status }) => status, String);
  const read = await fetch(url + "/synthflow/assistants", { mode: "no-cors" }).then(({ type }) => type, String);
  const image = await new Promise((resolve) => {
    const element = new Image();
    element.onload = element.onerror = ({ type }) => resolve(type);
    element.src = url + "/synthflow/assistants";
  });
  return { own, simple, json, read, image };
};
`;

/** Serves the page and the proxy; `breaks` decides how the first delivery of each call ends. */
const serve = async (proxy, breaks) => {
  const deliveries = new Map();
  const handler = createNodeHandler(proxy);
  const server = createServer((request, response) => {
    if (request.url.startsWith("/synthflow/")) {
      const key = request.headers["idempotency-key"];
      const count = (deliveries.get(key) ?? 0) + 1;
      deliveries.set(key, count);
      if (key && count === 1) breaks?.(request, response);
      return handler(request, response);
    }
    const isModule = /^\/pkg\/[\w-]+\.js$/.test(request.url);
    response.setHeader("content-type", isModule ? "text/javascript" : "text/html");
    const page = `<!doctype html><meta charset="utf-8"><script type="module">${script}</script>`;
    response.end(isModule ? readFileSync(new URL(`../..${request.url}`, import.meta.url)) : page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    deliveries,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};

/** When the connection breaks: both before the page has a byte of the response. */
const acts = {
  "while the call is being placed": (request) => request.on("end", () => request.socket.destroy()),
  "once it is placed": (_, response) => {
    response.write = response.end = () => response.socket.destroy();
  },
};

for (const [name, { open, skip }] of Object.entries(browsers)) {
  test(`${name}: ${COUNT} calls, each on a connection that breaks, are placed once each`, {
    skip,
  }, async () => {
    const upstream = await startServer(async (_, __, index) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return { status: "ok", response: { call_id: `call ${index}` } };
    });
    const tab = await open();
    try {
      for (const [when, breaks] of Object.entries(acts)) {
        upstream.delivered.length = 0;
        const front = await serve(createProxy(optionsFor(upstream)), breaks);
        try {
          await tab.goto(front.url);
          const ids = await tab.call("place", COUNT);
          // A request whose response is lost may still be on its way to the API.
          await new Promise((resolve) => setTimeout(resolve, 300));
          const phones = upstream.delivered.map(({ body }) => JSON.parse(body).phone);
          assert.equal(new Set(phones).size, phones.length, `${when}: ${phones}`);
          const counts = [...front.deliveries.values()];
          assert.equal(counts.length, COUNT, when);
          // WebKitGTK sends a POST on a new connection and does not resend it: the response is lost.
          if (name === "WebKitGTK") continue;
          assert.equal(phones.length, COUNT, when);
          assert.deepEqual(counts, Array(COUNT).fill(2), `${when}: deliveries to the proxy`);
          assert.deepEqual(
            ids,
            Array.from({ length: COUNT }, (_, at) => `call ${at}`),
            when,
          );
        } finally {
          await front.close();
        }
      }
    } finally {
      await tab.close();
      await upstream.close();
    }
  });

  test(`${name}: a page of another origin gets nothing done and reads nothing`, { skip }, async () => {
    const upstream = await startServer(() => ({ status: "ok", response: { secret: KEY } }));
    const [own, other] = [
      await serve(createProxy(optionsFor(upstream))),
      await serve(createProxy(optionsFor(upstream))),
    ];
    const tab = await open();
    try {
      await tab.goto(other.url);
      const { own: status, simple, json, read, image } = await tab.call("probe", own.url);
      assert.equal(status, 415);
      assert.equal(image, "error");
      for (const result of [simple, json, read])
        assert.ok(result === "opaque" || /Error/.test(result), result);
      assert.equal(upstream.delivered.length, 0);
    } finally {
      await tab.close();
      await Promise.all([own, other, upstream].map(({ close }) => close()));
    }
  });
}
