/** Bundles, for a page in Chromium and for Node. */

import { esm, html, page } from "../program.js";
import { opens, prints, serves } from "../steps.js";

const files = { "page.js": page, "node.js": esm, "index.html": html() };
const how = "a minified page, and a bundle for Node";
const copied = "node -e require('fs').copyFileSync('index.html','dist/index.html')";
const steps = [opens("dist"), prints("node out/node.mjs")];

/** webpack and Rspack have one interface. */
const webpackLike = (imported) => `${imported}
const shared = { mode: "production", devtool: false, experiments: { outputModule: true }, performance: false };
const configs = [
  { ...shared, target: "web", entry: "./page.js", output: { path: process.cwd() + "/dist", filename: "page.js" } },
  {
    ...shared,
    target: "node20",
    entry: "./node.js",
    output: { path: process.cwd() + "/out", filename: "node.mjs", module: true, library: { type: "module" } },
  },
];
bundle(configs, (error, stats) => {
  if (error || stats.hasErrors()) throw error ?? new Error(stats.toString("errors-only"));
});
`;

const rollupConfig = `import { nodeResolve } from "@rollup/plugin-node-resolve";
export default [
  { input: "page.js", plugins: [nodeResolve({ browser: true })], output: { file: "dist/page.js", format: "es" } },
  {
    input: "node.js",
    plugins: [nodeResolve({ exportConditions: ["node"], preferBuiltins: true })],
    output: { file: "out/node.mjs", format: "es" },
  },
];
`;

const viteConfig = `export default {
  ssr: { noExternal: true },
  build: { emptyOutDir: false },
};
`;

/** Parcel reads `exports` only if it is set to. */
const parcelPackage = (installed) => JSON.stringify({ private: true, ...installed });

export const bundlers = [
  {
    name: "esbuild",
    how,
    ci: true,
    packages: ["esbuild@0.28"],
    files,
    build: [
      "esbuild page.js --bundle --minify --format=esm --outfile=dist/page.js",
      "esbuild node.js --bundle --platform=node --format=esm --outfile=out/node.mjs",
      copied,
    ],
    steps,
  },
  {
    name: "webpack",
    how,
    ci: true,
    packages: ["webpack@5"],
    files: { ...files, "build.mjs": webpackLike('import bundle from "webpack";') },
    build: ["node build.mjs", copied],
    steps,
  },
  {
    name: "Rspack",
    how,
    ci: true,
    packages: ["@rspack/core@2"],
    files: { ...files, "build.mjs": webpackLike('import { rspack as bundle } from "@rspack/core";') },
    build: ["node build.mjs", copied],
    steps,
  },
  {
    name: "Rollup",
    how: "a page, and a bundle for Node",
    ci: true,
    packages: ["rollup@4", "@rollup/plugin-node-resolve@16"],
    files: { ...files, "rollup.config.mjs": rollupConfig },
    build: ["rollup -c", copied],
    steps,
  },
  {
    name: "Vite",
    how: "a minified page, the development server, and a bundle for Node with `noExternal`",
    ci: true,
    packages: ["vite@8"],
    files: { ...files, "vite.config.mjs": viteConfig },
    build: ["vite build", "vite build --ssr node.js --outDir out"],
    steps: [
      opens("dist"),
      serves("vite --host 127.0.0.1 --port $PORT --strictPort", { pages: ["/"] }),
      prints("node out/node.mjs"),
    ],
  },
  {
    name: "Parcel",
    how,
    note: 'needs `"@parcel/resolver-default": { "packageExports": true }` in package.json',
    packages: ["parcel@2"],
    files: {
      ...files,
      "node.js": esm,
      "configure.cjs": `const fs = require("node:fs");
const settings = ${parcelPackage({
        "@parcel/resolver-default": { packageExports: true },
        targets: {
          page: { context: "browser", distDir: "dist", source: "index.html" },
          server: {
            context: "node",
            distDir: "out",
            source: "node.js",
            includeNodeModules: true,
            outputFormat: "commonjs",
            engines: { node: ">= 20" },
          },
        },
      })};
const installed = JSON.parse(fs.readFileSync("package.json", "utf8"));
fs.writeFileSync("package.json", JSON.stringify({ ...installed, ...settings }));
`,
    },
    build: ["node configure.cjs", "parcel build --no-cache"],
    steps: [opens("dist"), prints("node out/node.js")],
  },
  {
    name: "Bun's bundler",
    how,
    packages: ["bun@1"],
    files,
    build: [
      "bun build page.js --minify --target=browser --outfile=dist/page.js",
      "bun build node.js --target=node --outfile=out/node.mjs",
      copied,
    ],
    steps,
  },
];
