/** Builds the core like `npm run build`, from changed sources or a changed wasm. */

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import binaryen from "binaryen";
import { build } from "esbuild";
import { root } from "../../scripts/run.mjs";
import { buildWasm } from "../../scripts/wasm.mjs";

const folder = join(root, "target/planted");
const crate = join(folder, "crate");
const wasm = join(folder, "wasm");
const library = "planted_synthflow_wasm";

const replaceOnce = (file, before, after) => {
  const parts = readFileSync(join(crate, file), "utf8").split(before);
  if (parts.length !== 2) throw new Error(`${file} has changed: what is planted does not fit it`);
  writeFileSync(join(crate, file), parts.join(after));
};

/** Copies the crate with `before`, which occurs once in the file, replaced by `after`. */
export const plantIn = (file, before, after) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(crate, { recursive: true });
  for (const name of ["Cargo.toml", "Cargo.lock", "README.md", "src"]) {
    cpSync(join(root, name), join(crate, name), { recursive: true });
  }
  replaceOnce("Cargo.toml", "[lib]\n", `[lib]\nname = "${library}"\n`);
  replaceOnce(file, before, after);
};

/** Builds the copy; with `fence`, the build refuses code that needs a panic. */
export const buildPlanted = ({ fence }) => buildWasm({ from: crate, to: wasm, library, fence });

/** The slim entry on what `buildPlanted` built, loaded and ready. */
export const loadPlanted = async () => {
  const outfile = join(folder, "slim.mjs");
  const resolve = ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\/synthflow_bg\.js$/ }, () => ({ path: join(wasm, "synthflow_bg.js") }));
    onResolve({ filter: /^\.\/host\.js$/ }, () => ({ path: join(root, "pkg-template/src/host.js") }));
    onResolve({ filter: /^\.\/version\.js$/ }, ({ path }) => ({ path, namespace: "made" }));
    onLoad({ filter: /.*/, namespace: "made" }, () => ({ contents: 'export const VERSION = "0.0.0";' }));
  };
  await build({
    entryPoints: [join(root, "pkg-template/src/slim.js")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    plugins: [{ name: "planted", setup: resolve }],
  });
  const slim = await import(outfile);
  slim.initSync(readFileSync(join(wasm, "synthflow_bg.wasm")));
  return slim;
};

/** The core of the package, with a limit on how many pages its memory can grow. */
export const cappedCore = (pages) => {
  const module = binaryen.readBinary(readFileSync(join(root, "pkg/synthflow_bg.wasm")));
  let caps = 0;
  const text = module.emitText().replace(/\(memory (\S+) (\d+)\)/, (_, name, initial) => {
    caps += 1;
    return `(memory ${name} ${initial} ${Number(initial) + pages})`;
  });
  module.dispose();
  if (caps !== 1) throw new Error("the wasm has no memory without a maximum");
  const capped = binaryen.parseText(text);
  return capped.emitBinary();
};
