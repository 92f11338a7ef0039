/** No key in a page or in a worker of one, the service worker included: S13. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { launch, skip } from "../support/browser.js";
import { requireInContext } from "../support/context.js";
import { runScript } from "../support/hosts.js";
import { rightInPages, tryGuard } from "./guard.mjs";

const root = new URL("../../", import.meta.url);
const local = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The class as it is in a context that has only what a browser's has, and these globals. */
const classIn = (globals) => {
  const host = { console, performance, setTimeout, clearTimeout, TextDecoder, TextEncoder, URL };
  const more = { AbortController, AbortSignal, Headers, atob, queueMicrotask, WeakRef };
  return requireInContext("node", { ...host, ...more, ...globals }).Synthflow;
};

const origin = "https://app.example";
class WorkerGlobalScope {}

const contexts = {
  "a page": { window: { document: {} }, location: { origin } },
  "a web worker": { WorkerGlobalScope, DedicatedWorkerGlobalScope: class {}, location: { origin } },
  "a service worker": {
    WorkerGlobalScope,
    ServiceWorkerGlobalScope: class {},
    clients: {},
    location: { origin },
  },
  "a worker with a process of a bundler": {
    WorkerGlobalScope,
    location: { origin },
    process: { env: {}, versions: {}, browser: true },
  },
};

for (const [what, globals] of Object.entries(contexts)) {
  test(`S13: no key in ${what}`, async () => {
    assert.deepEqual(await tryGuard(classIn(globals), origin), rightInPages);
  });
}

test("S13: a worker with no origin of its own allows no key either", async () => {
  const Synthflow = classIn({ WorkerGlobalScope, location: { origin: "null" } });
  for (const options of [
    { apiKey: "key-0123456789" },
    { apiKey: null, defaultHeaders: { authorization: "Bearer key-0123456789" } },
  ]) {
    assert.throws(() => new Synthflow({ fetch: () => {}, ...options }), /every visitor could read the key/);
  }
});

test("S13: on servers and in their workers a key belongs", async () => {
  const allowed = ({ clients, requests }) => {
    const ends = [...Object.values(clients), ...Object.values(requests)];
    assert.deepEqual([...new Set(ends)], ["allowed"]);
  };
  allowed(await tryGuard(classIn({}), origin));
  for (const host of ["deno", "bun"]) allowed(JSON.parse(await runScript(host, local("guard-host.mjs"))));
  const code = `
    const { parentPort } = require("node:worker_threads");
    Promise.all([import("synthflow-wasm"), import(${JSON.stringify(new URL("guard.mjs", import.meta.url).href)})])
      .then(([{ Synthflow }, { tryGuard }]) => tryGuard(Synthflow, "https://app.example"))
      .then((found) => parentPort.postMessage(found));`;
  const worker = new Worker(code, { eval: true });
  allowed(await new Promise((resolve, reject) => worker.on("message", resolve).on("error", reject)));
});

/** Serves the package and these scripts. */
const serving = async (run) => {
  const server = createServer(({ url }, response) => {
    const isOurs = /^\/(pkg\/[\w-]+\.js|js-tests\/safety\/guard[\w-]*\.mjs)$/.test(url);
    response.setHeader("content-type", isOurs ? "text/javascript" : "text/html");
    response.end(isOurs ? readFileSync(new URL(`.${url}`, root)) : "<!doctype html><title>guard</title>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await run(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};

test("S13: no key in a real page, web worker, shared worker and service worker", { skip }, async () => {
  await serving(async (url) => {
    const browser = await launch();
    try {
      const tab = await browser.newPage();
      await tab.goto(url);
      const found = await tab.evaluate(async () => {
        const script = "/js-tests/safety/guard-worker.mjs";
        const asked = (post) =>
          new Promise((resolve) => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = ({ data }) => resolve(data);
            post("ask", [port2]);
          });
        const { Synthflow } = await import("/pkg/index.js");
        const { tryGuard } = await import("/js-tests/safety/guard.mjs");
        const page = await tryGuard(Synthflow, location.origin);
        const worker = new Worker(script, { type: "module" });
        const web = await asked((...args) => worker.postMessage(...args));
        const shared = await new Promise((resolve) => {
          new SharedWorker(script, { type: "module" }).port.onmessage = ({ data }) => resolve(data);
        });
        await navigator.serviceWorker.register(script, { type: "module" });
        const registration = await navigator.serviceWorker.getRegistration(script);
        const service = registration.installing ?? registration.waiting ?? registration.active;
        if (service.state !== "activated") {
          await new Promise((resolve) => {
            service.onstatechange = () => service.state === "activated" && resolve();
          });
        }
        return { page, web, shared, service: await asked((...args) => service.postMessage(...args)) };
      });
      for (const [where, result] of Object.entries(found)) assert.deepEqual(result, rightInPages, where);
    } finally {
      await browser.close();
    }
  });
});
