/** Bundles a module for a page or for Node, minified, with each of the usual bundlers. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Runs a function with a folder that is removed afterwards; inside another one, whose packages it finds. */
const within = async (folder, run) => {
  const inner = mkdtempSync(join(folder, "made-"));
  try {
    return await run(inner);
  } finally {
    rmSync(inner, { recursive: true, force: true });
  }
};

const esbuild = async (contents, folder, platform = "browser") => {
  const { build } = await import("esbuild");
  const options = {
    platform,
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    legalComments: "none",
  };
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir: folder } });
  return outputFiles[0].text;
};

const webpack = (contents, folder, target = "web") =>
  within(folder, async (inner) => {
    const { default: webpack } = await import("webpack");
    writeFileSync(join(inner, "entry.mjs"), contents);
    const compiler = webpack({
      mode: "production",
      devtool: false,
      target,
      context: inner,
      entry: "./entry.mjs",
      performance: false,
      output: { path: inner, filename: "out.js", library: { type: "module" } },
      experiments: { outputModule: true },
    });
    const stats = await new Promise((resolve, reject) => {
      compiler.run((error, stats) => (error ? reject(error) : resolve(stats)));
    });
    await new Promise((resolve) => compiler.close(resolve));
    if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
    return readFileSync(join(inner, "out.js"), "utf8");
  });

const rollup = (contents, folder, options = { browser: true }) =>
  within(folder, async (inner) => {
    const { rollup } = await import("rollup");
    const { nodeResolve } = await import("@rollup/plugin-node-resolve");
    const { transform } = await import("esbuild");
    writeFileSync(join(inner, "entry.mjs"), contents);
    const plugins = [nodeResolve(options)];
    const bundle = await rollup({ input: join(inner, "entry.mjs"), plugins, logLevel: "silent" });
    const { output } = await bundle.generate({ format: "es" });
    await bundle.close();
    return (await transform(output[0].code, { minify: true, format: "esm" })).code;
  });

const vite = (contents, folder, ssr = false) =>
  within(folder, async (inner) => {
    const { build } = await import("vite");
    writeFileSync(join(inner, "entry.mjs"), contents);
    const { output } = await build({
      root: inner,
      configFile: false,
      logLevel: "silent",
      ssr: { noExternal: true },
      build: {
        ssr,
        minify: true,
        write: false,
        modulePreload: false,
        rolldownOptions: { input: join(inner, "entry.mjs"), preserveEntrySignatures: "strict" },
      },
    });
    return output[0].code;
  });

/** The bundlers by name: functions of the contents of a module and of the folder in which it is. */
export const bundlers = { esbuild, webpack, Rollup: rollup, Vite: vite };

/** The same for Node. */
export const bundlersForNode = {
  esbuild: (contents, folder) => esbuild(contents, folder, "node"),
  webpack: (contents, folder) => webpack(contents, folder, "node20"),
  Rollup: (contents, folder) =>
    rollup(contents, folder, { exportConditions: ["node"], preferBuiltins: true }),
  Vite: (contents, folder) => vite(contents, folder, true),
};
