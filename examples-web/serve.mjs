/**
 * A small page that lists agents and creates one, through the wasm package in the browser. The page
 * has no key: it talks to `/synthflow`, a proxy that adds it.
 */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createNodeHandler, createProxy } from "synthflow-wasm/proxy";
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

/** The proxy: adds the key, which the page cannot access. On a server that others reach, it needs `authorize`. */
const proxy = createNodeHandler(
  createProxy({ apiKey: "the-key-of-the-server", localOnly: true, fetch: sandbox.fetch }),
);

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
        else if (request.url.startsWith("/synthflow/")) await proxy(request, response);
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
