/**
 * A small page that lists agents and creates one, through the wasm package in the browser. The page
 * has no key: it talks to `/synthflow`, which stands for a proxy on one's own server that adds it.
 */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createSandbox } from "synthflow-wasm/sandbox";

const sandbox = createSandbox({ agents: 5 });

const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css" };

/** The file of each path; no other files are served. */
const files = new Map([
  ["/", "page/index.html"],
  ["/page.js", "page/page.js"],
  ["/page.css", "page/page.css"],
  ["/synthflow-wasm/index.js", "../pkg/index.js"],
  ["/synthflow-wasm/webhooks.js", "../pkg/webhooks.js"],
]);

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** The proxy: adds the key, which the page cannot access. */
const forward = async (request, response) => {
  const body = await bodyOf(request);
  const upstream = await sandbox.fetch(
    `https://api.synthflow.ai/v2${request.url.slice("/synthflow".length)}`,
    {
      method: request.method,
      headers: { authorization: "Bearer the-key-of-the-server", "content-type": "application/json" },
      body: body.length > 0 ? body : undefined,
    },
  );
  response.writeHead(upstream.status, { "content-type": "application/json" });
  response.end(await upstream.text());
};

const serveFile = async (name, response) => {
  const extension = name.split(".").at(-1);
  response.setHeader("content-type", types[extension]);
  response.end(await readFile(new URL(name, import.meta.url)));
};

/** Serves the page on this machine; resolves with its URL and a function that stops the server. */
export const servePage = (port = 0) =>
  new Promise((resolve, reject) => {
    const server = createServer(async (request, response) => {
      try {
        const name = files.get(request.url);
        if (name) await serveFile(name, response);
        else if (request.url.startsWith("/synthflow/")) await forward(request, response);
        else response.writeHead(404).end();
      } catch (error) {
        response.writeHead(500, { "content-type": "application/json" });
        response.end(JSON.stringify({ detail: error.message }));
      }
    });
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => {
      resolve({ url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() });
    });
  });
