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

/** What Vercel does with the folder of an edge function: its modules, of which some are WebAssembly. */
const edge = `import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
const root = ".vercel/output/functions/__fallback.func";
const paths = readdirSync(root, { recursive: true }).filter((path) => /\\.(m?js|wasm)$/.test(path));
const { entrypoint } = JSON.parse(readFileSync(join(root, ".vc-config.json"), "utf8"));
const modules = [entrypoint, ...paths.filter((path) => path !== entrypoint)].map((path) => ({
  type: path.endsWith(".wasm") ? "CompiledWasm" : "ESModule",
  path: path.endsWith(".wasm") ? path + "?module" : path,
  contents: readFileSync(join(root, path), path.endsWith(".wasm") ? undefined : "utf8"),
}));
const port = Number(process.env.PORT);
await new Miniflare({ host: "127.0.0.1", port, modules, compatibilityDate: "2026-01-01", compatibilityFlags: ["nodejs_compat"] }).ready;
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
    files: files(wasm),
    build: ["nitropack build --preset cloudflare_module"],
    steps: [
      serves("wrangler dev --cwd .output/server --ip 127.0.0.1 --port $PORT", {
        paths: ["/run"],
        env: { WRANGLER_SEND_METRICS: "false", CI: "true" },
      }),
    ],
  },
  {
    name: "Nitro, vercel_edge",
    how: "a route; the function is run in workerd, as Vercel's own runtime is not published",
    note,
    packages: ["nitropack@2", "miniflare@4"],
    files: { ...files(wasm), "edge.mjs": edge },
    build: ["nitropack build --preset vercel_edge"],
    steps: [serves("node edge.mjs", { paths: ["/run"] })],
  },
];
