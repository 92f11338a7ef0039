/** Browsers, without a bundler: the modules of the package as they are. */

import { html, page, pageOfWorker, worker } from "../program.js";
import { opens } from "../steps.js";

/** The modules import the package by its name, which pages know by an import map and workers do not. */
const direct = (text) => text.replaceAll('"synthflow-wasm"', '"/node_modules/synthflow-wasm/index.js"');

const files = {
  "page.js": direct(page),
  "index.html": html(),
  "worker.js": direct(worker),
  "start.js": pageOfWorker,
  "worker.html": html("/start.js"),
};

export const browserCells = ["Chromium", "Firefox", "WebKitGTK"].map((name) => ({
  name,
  how: 'a page with `<script type="module">`, and a module worker',
  ci: true,
  browser: name,
  files,
  steps: [opens(".", { browser: name, paths: ["/", "/worker.html"] })],
}));
