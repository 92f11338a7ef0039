/** Installs what a new machine lacks: npm packages, the wasm target, the wasm-bindgen tools. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, say } from "./run.mjs";

const tools = join(root, "tools/wasm-bindgen");
const suffix = process.platform === "win32" ? ".exe" : "";

/** The path of a tool of `tools/wasm-bindgen`. */
export const tool = (name) => join(tools, "target/debug", name + suffix);

const npm = async () => {
  const stamp = join(root, "node_modules/.lock-installed");
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("npm packages: installing what package-lock.json says");
  await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { quiet: true });
  writeFileSync(stamp, lock);
};

const target = async () => {
  const installed = await run("rustup", ["target", "list", "--installed"], { quiet: true });
  if (installed.includes("wasm32-unknown-unknown")) return;
  say("rust: adding the target wasm32-unknown-unknown");
  await run("rustup", ["target", "add", "wasm32-unknown-unknown"], { quiet: true });
};

const bindgen = async () => {
  const stamp = join(tools, "target/.lock-built");
  const lock = readFileSync(join(tools, "Cargo.lock"), "utf8");
  if (existsSync(stamp) && existsSync(tool("wasm-bindgen")) && readFileSync(stamp, "utf8") === lock) return;
  say("wasm-bindgen: building the tools (about a minute, once)");
  await run("cargo", ["build", "--locked"], { quiet: true, cwd: tools });
  writeFileSync(stamp, lock);
};

/** Installs what is missing; fast if nothing is. */
export const setup = async () => {
  await npm();
  await target();
  await bindgen();
};
