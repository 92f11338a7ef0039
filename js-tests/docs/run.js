/** Runs a block of the documentation in a process of its own, on a sandbox of its own. */

import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { printedBy } from "./blocks.js";
import { assumed, session } from "./support.js";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const preload = new URL("sandboxed.mjs", import.meta.url).href;

const written = (text) => text.replaceAll("'", '"').replace(/\s+/g, " ");

/** Throws unless the texts were printed, in this order. */
export const comparePrinted = (stdout, expected) => {
  let rest = written(stdout);
  for (const text of expected) {
    const index = rest.indexOf(written(text));
    if (index < 0) throw new Error(`expected "${text}"; printed:\n${stdout}`);
    rest = rest.slice(index + written(text).length);
  }
};

/** Runs a block; `files` are those of its page. Resolves to what it printed. */
export const runBlock = async (block, files) => {
  const folder = mkdtempSync(join(here, "made-"));
  const { url, close } = await serveSandbox({ callDuration: 200 });
  try {
    for (const { name, code } of [...files, { name: "session.js", code: session }]) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), code);
    }
    writeFileSync(
      join(folder, block.name),
      block.isFile ? block.code : assumed(block.code, true) + block.code,
    );
    await build({
      entryPoints: [join(folder, block.name)],
      outfile: join(folder, "example.mjs"),
      bundle: true,
      packages: "external",
      format: "esm",
      platform: "node",
      target: "es2022",
      logLevel: "silent",
    });
    const { SYNTHFLOW_BASE_URL, ...inherited } = process.env;
    const { stdout } = await run(process.execPath, ["--import", preload, join(folder, "example.mjs")], {
      cwd: folder,
      env: { ...inherited, SYNTHFLOW_API_KEY: "test", SYNTHFLOW_REGION: "us", SANDBOX_URL: url },
      timeout: 60_000,
    });
    comparePrinted(stdout, printedBy(block.code));
    return stdout;
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
};
