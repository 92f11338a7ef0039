/** The Rust examples, compiled as they are, in a real browser on a sandbox behind a proxy of the page's own origin. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createSandbox } from "synthflow-wasm/sandbox";
import { buildRustExamples, examples, folderOf } from "../../scripts/rust-examples.mjs";
import { launch, skip } from "../support/browser.js";

const page = `<!doctype html>
<meta charset="utf-8">
<script type="module">
  import init from "./app.js";
  await init();
</script>`;

const types = { js: "text/javascript", wasm: "application/wasm" };

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length > 0 ? Buffer.concat(chunks) : undefined;
};

/** The proxy: passes a request on to the sandbox, with the key that the page does not have. */
const forward = async (request, response, sandbox) => {
  const { status, body } = await sandbox
    .fetch(`https://api.synthflow.ai/v2${request.url.slice("/synthflow".length)}`, {
      method: request.method,
      headers: { authorization: "Bearer the-key-of-the-server", "content-type": "application/json" },
      body: await bodyOf(request),
    })
    .then(async (response) => ({ status: response.status, body: await response.text() }));
  response.writeHead(status, { "content-type": "application/json" }).end(body);
};

/** Serves an example at `/`, and the sandbox at `/synthflow`; `delivered` lists what arrived there. */
const serve = async (folder, sandbox) => {
  const delivered = [];
  const respond = async (request, response) => {
    const { method, url, headers } = request;
    if (url === "/") return response.setHeader("content-type", "text/html").end(page);
    if (url.startsWith("/synthflow/")) {
      delivered.push({ line: `${method} ${url}`, authorization: headers.authorization });
      return forward(request, response, sandbox);
    }
    const [, name, extension] = url.match(/^\/([\w-]+\.(\w+))$/) ?? [];
    if (!types[extension]) return response.writeHead(404).end();
    return response.setHeader("content-type", types[extension]).end(await readFile(join(folder, name)));
  };
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, delivered, close: () => server.close() };
};

let browser;

before(async () => {
  if (!skip) browser = await launch();
});
after(() => browser?.close());

test("the examples compile for wasm32-unknown-unknown", buildRustExamples);

for (const name of examples) {
  test(`${name}: lists agents, creates one by one request, shows errors with their outcome`, {
    skip,
  }, async () => {
    const sandbox = createSandbox({ agents: 3 });
    const { url, delivered, close } = await serve(folderOf(name), sandbox);
    const posts = () => delivered.filter(({ line }) => line === "POST /synthflow/assistants").length;
    const tab = await browser.newPage();
    const errors = [];
    tab.on("pageerror", (error) => errors.push(String(error)));
    const hasItems = (count) =>
      tab.waitForFunction((count) => document.querySelectorAll("body > ul > li").length === count, count);
    try {
      await tab.goto(url);
      await hasItems(3);
      assert.deepEqual(delivered, [
        { line: "GET /synthflow/assistants/?limit=50", authorization: undefined },
      ]);

      await tab.fill("input", "Concierge");
      await tab.dblclick("button");
      await hasItems(4);
      assert.match(await tab.textContent("ul"), /Concierge \(widget\)/);
      assert.equal(posts(), 1);
      assert.equal(sandbox.requests.filter(({ operation }) => operation === "agents.create").length, 1);
      assert.equal(await tab.locator("[role=alert]").count(), 0);

      // The creation may have taken effect: it must not be retried, and the page must say so.
      sandbox.fail({ operation: "agents.create", status: 503 });
      await tab.click("button");
      await tab.waitForSelector('[role=alert][data-outcome="unknown"]');
      assert.match(await tab.textContent("[role=alert]"), /503.*Outcome: unknown/s);
      assert.equal(posts(), 2);

      sandbox.fail({ operation: "agents.create", status: 401 });
      await tab.click("button");
      await tab.waitForSelector('[role=alert][data-outcome="refused"]');
      assert.match(await tab.textContent("[role=alert]"), /401.*Outcome: refused/s);
      assert.equal(posts(), 3);
      assert.deepEqual(errors, []);
    } finally {
      await tab.close();
      close();
    }
  });
}
