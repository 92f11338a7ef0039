/** How a cell gets its results: each step is a function of a project that resolves with a list of them. */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { browsers } from "../support/pages.js";

const TIMEOUT = 120_000;
const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript" };

const within = (promise, what) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, TIMEOUT, new Error(`${what}: no result within ${TIMEOUT / 1000} s`));
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/** Runs a command that prints `RESULT {…}`. */
export const prints = (command, env) => async (project) => {
  const output = await project.exec(command, { env, timeout: TIMEOUT });
  const results = [...output.matchAll(/RESULT (\{.*\})/g)].map(([, json]) => JSON.parse(json));
  if (results.length === 0) throw new Error(`${command} printed no result\n${output.slice(-2000)}`);
  return results;
};

/** Opens a page of a server in a browser, and calls its `runJob`. */
const inBrowser = async (name, url) => {
  const tab = await browsers[name].open();
  try {
    return await within(
      tab.goto(url).then(() => tab.call("runJob")),
      `${name} ${url}`,
    );
  } finally {
    await tab.close();
  }
};

/** Serves a folder of the project as it is. */
const serveFiles = async (folder) => {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://a");
    const path = join(root, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    try {
      const content = readFileSync(path);
      response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
};

/** Opens pages of a folder in a browser. */
export const opens = (folder, { browser = "Chromium", paths = ["/"] } = {}) => {
  const step = async (project) => {
    const { server, origin } = await serveFiles(join(project.folder, folder));
    try {
      const results = [];
      for (const path of paths) results.push(await inBrowser(browser, origin + path));
      return results;
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };
  return Object.assign(step, { browser });
};

/** Starts a server, and gets its results: `paths` respond with them, `pages` are opened in Chromium. */
export const serves = (command, { paths = [], pages = [], env } = {}) => {
  const step = (project) =>
    project.serve(
      command,
      async (origin) => {
        const results = [];
        for (const path of paths) {
          const response = await fetch(origin + path, { signal: AbortSignal.timeout(TIMEOUT) });
          const text = await response.text();
          if (!response.ok)
            throw new Error(`${path} responded with ${response.status}: ${text.slice(0, 2000)}`);
          results.push(JSON.parse(text));
        }
        for (const path of pages) results.push(await inBrowser("Chromium", origin + path));
        return results;
      },
      env,
    );
  return Object.assign(step, { browser: pages.length > 0 ? "Chromium" : undefined });
};

/** The version of a browser. */
export const browserVersion = async (name) => {
  const tab = await browsers[name].open();
  await tab.close();
  return tab.version;
};
