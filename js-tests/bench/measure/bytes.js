/** Bytes of a page that imports a package and constructs its client, bundled and minified. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build as buildByVite } from "vite";
import { bundlePage } from "../../../scripts/bundle.mjs";
import { root } from "../../../scripts/run.mjs";
import { constructOf, contenders, each, importOf, NO_SERVER, OURS } from "../contenders.js";
import { withFolder } from "../folder.js";

const vapi = contenders["@vapi-ai/server-sdk"];
/** The page that `npm run size` limits. */
const ours = { ...contenders[OURS], options: () => ({ apiKey: null }) };

/** Without a wasm, a row has only a bundle. */
const pages = {
  ...Object.fromEntries(each.map((name) => [name, contenders[name]])),
  [OURS]: ours,
  "@vapi-ai/server-sdk/calls": { ...vapi, module: "@vapi-ai/server-sdk/calls", client: "CallsClient" },
  "synthflow-wasm/slim, without its wasm": { ...ours, module: "synthflow-wasm/slim" },
};

const WASM = "the wasm file, for slim";

const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** The chunks of a page, without what Vite adds to every page. */
const byVite = async (contents, folder) => {
  const input = join(folder, "page.js");
  writeFileSync(input, contents);
  const { output } = await buildByVite({
    root: folder,
    configFile: false,
    logLevel: "silent",
    build: { write: false, modulePreload: false, rolldownOptions: { input } },
  });
  return Buffer.concat(output.map(({ code, source }) => Buffer.from(code ?? source)));
};

export const bytes = {
  title: "Bytes of a page",
  about: "A page that imports the package and constructs its client, bundled and minified; gzip at level 9.",
  columns: {
    raw: { label: "esbuild", digits: 0 },
    esbuild: { label: "esbuild, gzip", digits: 0 },
    vite: { label: "Vite, gzip", digits: 0 },
  },
  chart: { keys: ["esbuild", "vite"], axis: "bytes, gzip" },
  run: async () => {
    const rows = {};
    await withFolder(async (folder) => {
      for (const [name, contender] of Object.entries(pages)) {
        const contents = `${importOf(contender)}globalThis.client = ${constructOf(contender, NO_SERVER)};\n`;
        const page = await bundlePage(contents, folder);
        const vite = gzip(await byVite(contents, folder));
        rows[name] = { raw: page.length, esbuild: gzip(page), vite };
      }
    });
    const wasm = readFileSync(join(root, "pkg/synthflow_bg.wasm"));
    rows[WASM] = { raw: wasm.length, esbuild: gzip(wasm) };
    return rows;
  },
};
