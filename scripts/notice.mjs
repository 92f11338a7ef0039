/** The NOTICE of the package: whose code is compiled into it. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run.mjs";

/** Crates of the wasm, and of the small one that unpacks it. Macros run when it is built, and are not in it. */
const TREES = [
  ["--no-default-features", "--features", "package"],
  ["--manifest-path", "unpack/Cargo.toml"],
];

/** Reads the names in macros, though a crate of the wasm has it as a dependency. */
const NOT_IN_WASM = "unicode-ident";

const TARGET = ["--target", "wasm32-unknown-unknown"];

const cargo = (...args) => execFileSync("cargo", args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });

/** The packages that a tree has, as `name version`. */
const crates = () => {
  const edges = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];
  const lines = TREES.flatMap((args) => cargo("tree", "--locked", ...edges, ...TARGET, ...args).split("\n"));
  // Our own have a path.
  const names = lines
    .map((line) => /^(\S+) v(\S+)( \(\*\))?$/.exec(line))
    .filter((found) => found && found[1] !== NOT_IN_WASM);
  return new Set(names.map(([, name, version]) => `${name} ${version}`));
};

/** The lines of a folder's licenses which name the holders. */
const holders = (folder) => {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|copyright|notice)/i.test(name));
  const texts = files.map((name) => readFileSync(join(folder, name), "utf8"));
  const lines = texts.flatMap((text) => text.match(/^ *Copyright \(?[^\n]*\d{4}[^\n]*$/gim) ?? []);
  return [...new Set(lines.map((line) => line.trim()))];
};

const ofCrates = () => {
  const wanted = crates();
  const filter = ["--all-features", "--filter-platform", "wasm32-unknown-unknown"];
  const { packages } = JSON.parse(cargo("metadata", "--locked", "--format-version", "1", ...filter));
  const found = packages.filter(({ name, version }) => wanted.has(`${name} ${version}`));
  if (found.length !== wanted.size) throw new Error("cargo metadata lacks a crate that cargo tree lists");
  return found.map(({ name, version, license, authors, manifest_path }) => ({
    name: `${name} ${version}`,
    license,
    holders: holders(dirname(manifest_path)),
    authors,
  }));
};

const ofPackages = (names) =>
  names.map((name) => {
    const folder = join(root, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { name: `${name} ${version}`, license, holders: holders(folder), authors: [] };
  });

const MIT = readFileSync(join(root, "LICENSE-MIT"), "utf8").replace(/^[\s\S]*?(?=Permission is)/, "");

/** Only what can be passed on under the MIT license: its text is in the notice once. */
const describe = ({ name, license, holders, authors }) => {
  if (!/\bMIT\b/.test(license)) throw new Error(`NOTICE: ${name} has the license ${license}, not MIT`);
  const by = holders.length > 0 ? holders : [authors.join(", ") || `the authors of ${name}`];
  return [`${name} (${license})`, ...by.map((line) => `  ${line}`)].join("\n");
};

/** The text; `bundled` are the npm packages whose code is in the bundles. */
export const notice = (bundled) => `synthflow-wasm contains code of these projects, under the MIT license:

In the WebAssembly module:

${[...ofCrates().map(describe), "The Rust standard library (MIT OR Apache-2.0)\n  Copyright (c) The Rust Project Contributors"].join("\n")}

In the JavaScript:

${ofPackages(bundled).map(describe).join("\n")}

${MIT}`;
