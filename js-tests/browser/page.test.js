/** The package in a plain page: `<script type="module">`, no bundler, no init. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { launch, skip } from "../support/browser.js";

const page = `<!doctype html>
<script type="importmap">
  { "imports": { "synthflow-wasm": "/pkg/index.js", "synthflow-wasm/sandbox": "/pkg/sandbox.js" } }
</script>
<script type="module">
  import { Synthflow, ValidationError } from "synthflow-wasm";
  import { createSandbox } from "synthflow-wasm/sandbox";
  globalThis.tools = { Synthflow, ValidationError, createSandbox };
</script>`;

const types = { js: "text/javascript", wasm: "application/wasm" };

let server;
let browser;
let tab;
const errors = [];

before(async () => {
  if (skip) return;
  server = createServer(async ({ url }, response) => {
    if (url === "/") return response.setHeader("content-type", "text/html").end(page);
    try {
      const [, name, extension] = url.match(/^\/pkg\/([\w-]+\.(\w+))$/);
      const bytes = await readFile(new URL(`../../pkg/${name}`, import.meta.url));
      response.setHeader("content-type", types[extension]).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launch();
  tab = await browser.newPage();
  tab.on("pageerror", (error) => errors.push(String(error)));
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForFunction(() => globalThis.tools);
});
after(async () => {
  await browser?.close();
  server?.close();
});

test("in process: a tour without init, with a key for a sandbox", { skip }, async () => {
  const result = await tab.evaluate(async () => {
    const { Synthflow, ValidationError, createSandbox } = globalThis.tools;
    const { fetch } = createSandbox({ agents: 45, callDuration: 0 });
    const client = new Synthflow({ apiKey: "test", fetch });
    let count = 0;
    for await (const _ of client.agents.list()) count += 1;
    const error = await client.agents.create({ type: "widgt", name: 5 }).catch((error) => error);
    const [{ model_id }] = (await client.agents.list()).data;
    const { call_id } = await client.calls.create({ model_id, name: "Sam", phone: "+14155550100" });
    const { status } = await client.calls.wait(call_id, { interval: 1 });
    return { count, validation: error instanceof ValidationError, issues: error.issues.length, status };
  });
  assert.deepEqual(result, { count: 45, validation: true, issues: 3, status: "completed" });
});

test("over HTTP, through the browser's own fetch", { skip }, async () => {
  const { url, sandbox, close } = await serveSandbox();
  const baseURL = url;
  try {
    const result = await tab.evaluate(async (baseURL) => {
      const client = new globalThis.tools.Synthflow({
        apiKey: "test",
        baseURL,
        dangerouslyAllowBrowser: true,
      });
      const { model_id } = await client.agents.create({ type: "widget", name: "Concierge", agent: {} });
      const { name } = await client.agents.get(model_id);
      const lost = await client.agents.get("none").catch((error) => [error.name, error.status]);
      return { name, lost };
    }, baseURL);
    assert.deepEqual(result, { name: "Concierge", lost: ["NotFoundError", 404] });
    // A page cannot know whether a connection was made, so the client never retries a call there. Chromium
    // itself resends it once, when a reused connection breaks; hence two resets.
    sandbox.fail({ reset: true, afterDelivery: true, times: 2 });
    const outcome = await tab.evaluate(async (baseURL) => {
      const client = new globalThis.tools.Synthflow({
        apiKey: "test",
        baseURL,
        dangerouslyAllowBrowser: true,
      });
      const call = { model_id: "none", name: "Sam", phone: "+14155550100" };
      return client.calls.create(call).catch(({ outcome, attempts }) => ({ outcome, attempts }));
    }, baseURL);
    assert.deepEqual(outcome, { outcome: "unknown", attempts: 1 });
  } finally {
    await close();
  }
});

test("a key that is allowed in a page appears nowhere: not in the document, URLs, storage, console", {
  skip,
}, async () => {
  const key = "secret-key-1234567890";
  const lines = [];
  const listen = (message) => lines.push(message.text());
  tab.on("console", listen);
  const { url, sandbox, close } = await serveSandbox();
  try {
    sandbox.fail({ status: 401, body: { detail: `no key ${key}` }, times: 1 });
    const seen = await tab.evaluate(
      async ([baseURL, apiKey]) => {
        const options = { apiKey, baseURL, dangerouslyAllowBrowser: true, logLevel: "debug" };
        const client = new globalThis.tools.Synthflow(options);
        globalThis.client = client;
        const error = await client.agents.list().catch((error) => error);
        console.log(client, error, client.agents);
        document.body.append(String(client), JSON.stringify(client), String(error), error.stack);
        for (const name of Object.getOwnPropertyNames(error))
          document.body.append(JSON.stringify(error[name]));
        const urls = performance.getEntries().map((entry) => entry.name);
        const kept = [document.cookie, ...Object.values(localStorage), ...Object.values(sessionStorage)];
        return [error.name, document.documentElement.outerHTML, location.href, ...urls, ...kept].join("\n");
      },
      [url, key],
    );
    assert.match(seen, /AuthenticationError/);
    assert.match(seen, /\[redacted\]/);
    assert.ok(lines.length >= 2, lines.join("\n"));
    assert.ok(!`${seen}${lines.join("\n")}`.includes(key), `${seen}${lines.join("\n")}`);
  } finally {
    tab.off("console", listen);
    await close();
  }
});

test("a key in a page is refused, with instructions for a proxy, and appears nowhere", { skip }, async () => {
  const message = await tab.evaluate(() => {
    try {
      new globalThis.tools.Synthflow({ apiKey: "secret-key-1234567890" });
    } catch (error) {
      return error.message;
    }
  });
  assert.match(message, /baseURL: "\/synthflow"/);
  assert.ok(!message.includes("secret-key"));
  assert.deepEqual(errors, []);
});
