/**
 * Serves the studio on this machine: the built page, and `/synthflow`, the proxy that adds the API key. The page has no
 * key, on the sandbox or on a real account.
 */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { createApi } from "./api.mjs";
import { buildStudio } from "./build.mjs";
import { createDemo } from "./demo.mjs";
import { policies } from "./policies.mjs";
import { tone } from "./sound.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const sounds = new Map([
  ["/demo/voice.wav", () => tone(440, 0.8)],
  ["/demo/recording.wav", () => tone(330, 3)],
]);

/** The page, with what it has to know about the account. */
const pageOf = async (dist, settings) => {
  const html = await readFile(join(dist, "index.html"), "utf8");
  return html.replace("__STUDIO__", escaped(JSON.stringify(settings)));
};

/** Serves a file of the built page; resolves to whether there is one. */
const serveFile = async (dist, path, response) => {
  if (!/^\/assets\/[\w.-]+$/.test(path)) return false;
  const file = await readFile(join(dist, path)).catch(() => undefined);
  if (!file) return false;
  response.writeHead(200, {
    "content-type": types[extname(path)] ?? "application/octet-stream",
    "cache-control": "public, max-age=31536000, immutable",
  });
  response.end(file);
  return true;
};

const handler = ({ dist, api, settings }) => {
  return async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    if (path === "/synthflow" || path.startsWith("/synthflow/")) return api(request, response);
    response.setHeader("x-content-type-options", "nosniff");
    if (path === "/") {
      response.writeHead(200, { "content-type": types[".html"], ...policies.page });
      return response.end(await pageOf(dist, settings));
    }
    if (path === "/preview") {
      response.writeHead(200, { "content-type": types[".html"], ...policies.preview });
      return response.end(await readFile(new URL("preview.html", import.meta.url)));
    }
    if (settings.mode === "sandbox" && sounds.has(path)) {
      response.writeHead(200, { "content-type": "audio/wav" });
      return response.end(sounds.get(path)());
    }
    if (await serveFile(dist, path, response)) return undefined;
    return response.writeHead(404).end();
  };
};

/**
 * Serves the studio: on a sandbox, or with `live` on the account of `SYNTHFLOW_API_KEY`. Resolves with its URL, a function
 * that stops the server, and the sandbox.
 */
export const serveStudio = async ({ port = 0, live = false } = {}) => {
  const dist = await buildStudio();
  const demo = live ? undefined : createDemo();
  const api = createApi(live ? {} : { apiKey: "the-key-of-the-server", region: "us", fetch: demo.fetch });
  const workspace = live ? (process.env.SYNTHFLOW_WORKSPACE ?? "") : "sandbox";
  const handle = handler({ dist, api, settings: { mode: live ? "account" : "sandbox", workspace } });
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      process.stderr.write(`${error.stack}\n`);
      // What is sent already cannot be taken back: the page must see that it is not whole.
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const close = () => {
    server.close();
    server.closeAllConnections();
    demo?.sandbox.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close, sandbox: demo?.sandbox };
};
