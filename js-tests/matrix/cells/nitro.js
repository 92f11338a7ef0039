/** Nitro, which is what Nuxt is built with, for three hosts. */

import { serverModule } from "../program.js";
import { serves } from "../steps.js";

const config = (settings) =>
  `export default { compatibilityDate: "2026-01-01", logLevel: 2, ...${JSON.stringify(settings)} };\n`;

/** Nitro builds the routes in `routes`. */
const files = (settings) => ({
  "nitro.config.mjs": config(settings),
  "lib/server.js": serverModule,
  "routes/index.js": 'export default defineEventHandler(() => "ready");\n',
  "routes/run.js": `import { run } from "../lib/server.js";
export default defineEventHandler(() => run());\n`,
});

/** The edge function in Vercel's edge-runtime, which runs scripts: it is bundled once more. */
const edge = `import { createRequire } from "node:module";
import { EdgeRuntime, runServer } from "edge-runtime";
import { build } from "esbuild";
const contents = \`import handle from "./.vercel/output/functions/__fallback.func/index.mjs";
addEventListener("fetch", (event) => event.respondWith(handle(event.request, event)));\`;
const { outputFiles } = await build({
  stdin: { contents, resolveDir: process.cwd() },
  bundle: true,
  format: "iife",
  external: ["node:*"],
  write: false,
});
// Vercel provides some modules of Node.
const extend = (context) => Object.assign(context, { require: createRequire(import.meta.url) });
const runtime = new EdgeRuntime({ initialCode: outputFiles[0].text, extend });
await runServer({ runtime, host: "127.0.0.1", port: Number(process.env.PORT) });
`;

const wasm = { experimental: { wasm: true } };
const note = "needs `experimental: { wasm: true }`";

export const nitro = [
  {
    name: "Nitro, node_server",
    how: "a route",
    packages: ["nitropack@2"],
    files: files({}),
    build: ["nitropack build --preset node_server"],
    steps: [serves("node .output/server/index.mjs", { paths: ["/run"] })],
  },
  {
    name: "Nitro, cloudflare_module",
    how: "a route, in workerd by `wrangler dev`",
    note,
    packages: ["nitropack@2", "wrangler@4"],
    files: files({ ...wasm, cloudflare: { deployConfig: true, nodeCompat: true } }),
    build: ["nitropack build --preset cloudflare_module"],
    steps: [
      serves("wrangler dev --ip 127.0.0.1 --port $PORT", {
        paths: ["/run"],
        env: { WRANGLER_SEND_METRICS: "false", CI: "true" },
      }),
    ],
  },
  {
    name: "Nitro, vercel_edge",
    how: "a route, in the package `edge-runtime`",
    note: `${note}; then Nitro compiles bytes, which Vercel's documentation excludes and this runtime accepts: on Vercel prefer the preset for Node, \`vercel\``,
    packages: ["nitropack@2", "edge-runtime@4", "esbuild@0.28"],
    files: { ...files(wasm), "edge.mjs": edge },
    build: ["nitropack build --preset vercel_edge"],
    steps: [serves("node edge.mjs", { paths: ["/run"] })],
  },
];
