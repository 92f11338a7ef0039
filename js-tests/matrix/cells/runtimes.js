/** Programs that run JavaScript outside of a browser. */

import { workerdConfig } from "../../support/workerd.js";
import { cjs, edgeWorker, esm } from "../program.js";
import { prints, serves } from "../steps.js";

const files = { "import.mjs": esm, "require.cjs": cjs };
const scripts = (command) => [prints(`${command} import.mjs`), prints(`${command} require.cjs`)];
const how = "`import` and `require`";

const node = (version, note) => ({
  name: "Node",
  how,
  note,
  packages: [`node@${version}`],
  files,
  steps: scripts("node"),
});

/** The packages of the workers of Cloudflare contain workerd. */
const workerd = {
  "worker.js": edgeWorker,
  "wrangler.json": JSON.stringify({ name: "test", main: "worker.js", compatibility_date: "2026-01-01" }),
};

const miniflare = `import { readFileSync } from "node:fs";
import { Miniflare } from "miniflare";
const modules = [
  { type: "ESModule", path: "worker.js", contents: readFileSync("out/worker.js", "utf8") },
  { type: "CompiledWasm", path: "synthflow_bg.wasm", contents: readFileSync("node_modules/synthflow-wasm/synthflow_bg.wasm") },
];
const port = Number(process.env.PORT);
await new Miniflare({ host: "127.0.0.1", port, modules, compatibilityDate: "2026-01-01" }).ready;
`;

const config = workerdConfig({
  main: "out/worker.js",
  wasm: "node_modules/synthflow-wasm/synthflow_bg.wasm",
});
const bundled =
  "esbuild worker.js --bundle --format=esm --conditions=workerd --external:*.wasm --outfile=out/worker.js";

export const runtimes = [
  node(18, "out of support; the package declares Node 20 and newer"),
  node(20),
  node(22),
  node(24),
  node(26),
  {
    name: "Node, as installed",
    how,
    ci: true,
    hostVersion: process.versions.node,
    files,
    steps: scripts("node"),
  },
  {
    name: "Deno",
    how,
    ci: true,
    packages: ["deno@2"],
    files,
    steps: scripts("deno run --allow-net --allow-env --allow-read --node-modules-dir=manual"),
  },
  { name: "Bun", how, ci: true, packages: ["bun@1"], files, steps: scripts("bun") },
  {
    name: "workerd",
    how: "bundled with the condition `workerd`",
    ci: true,
    packages: ["workerd@1", "esbuild@0.28"],
    files: { "worker.js": edgeWorker, "config.capnp": config },
    build: [bundled],
    steps: [serves("workerd serve config.capnp --socket-addr http=127.0.0.1:$PORT", { paths: ["/run"] })],
  },
  {
    name: "wrangler",
    how: "`wrangler dev`, in workerd",
    packages: ["wrangler@4"],
    files: workerd,
    steps: [
      serves("wrangler dev --ip 127.0.0.1 --port $PORT", {
        paths: ["/run"],
        env: { WRANGLER_SEND_METRICS: "false", CI: "true" },
      }),
    ],
  },
  {
    name: "miniflare",
    how: "bundled with the condition `workerd`",
    packages: ["miniflare@4", "esbuild@0.28"],
    files: { "worker.js": edgeWorker, "serve.mjs": miniflare },
    build: [bundled],
    steps: [serves("node serve.mjs", { paths: ["/run"] })],
  },
  {
    name: "Electron",
    how: "the main process",
    packages: ["electron@45", "node@22"],
    obtain: {
      command: "install-electron",
      otherwise: "its npm package downloads the program from GitHub, which was not reachable in this run",
    },
    files: {
      "main.cjs": `${cjs.trim().slice(0, -1)}.finally(() => require("electron").app.quit());\n`,
    },
    steps: [prints("xvfb-run -a electron --no-sandbox main.cjs")],
  },
  {
    name: "React Native",
    how: "Hermes",
    unavailable: "Hermes has no WebAssembly: call the API on a server",
    steps: [],
  },
];
