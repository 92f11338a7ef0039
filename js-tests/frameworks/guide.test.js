/** The files of docs/guides/nextjs-and-react.md, as a project of Next.js 16 that is built, served, and used in a browser. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Synthflow } from "synthflow-wasm";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { blocks } from "../docs/blocks.js";
import { launch, skip } from "../support/browser.js";
import { firstResponse, start } from "../support/command.js";
import { freePort } from "../support/port.js";
import { install, write } from "./project.js";

const run = promisify(execFile);
const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));

const filesOf = (page, only) =>
  Object.fromEntries(
    blocks
      .filter((block) => block.page === page && block.isFile && (!only || block.name === only))
      .map(({ name, code }) => [name, code]),
  );

/** What the guide calls the reader's own, and a page that uses its components. */
const own = {
  "session.ts": `
    const seen = new Set<unknown>();
    export const currentUser = async () => ({ id: "ada", mayCall: true, phone: "+14155550123" });
    export const recordOnce = async (id: unknown) => !seen.has(id) && Boolean(seen.add(id));
    export const userOf = async (_request: Request) => currentUser();`,
  "app/synthflow/[...path]/route.js": filesOf("docs/proxy.md", "next.js")["next.js"],
  "app/synthflow/[...path]/proxy.js": `
    import { createProxy } from "synthflow-wasm/proxy";
    export const proxy = createProxy({ authorize: () => "ada", allow: ["calls.get", "calls.create"] });`,
  "app/layout.tsx": `
    export default function Layout({ children }: { children: React.ReactNode }) {
      return <html lang="en"><body>{children}</body></html>;
    }`,
  "app/page.tsx": `
    import { CallButton } from "./call-button";
    import { CallForm } from "./call-form";
    export default function Page() {
      return <main><CallForm /><CallButton model_id={"MODEL_ID"} phone="+14155550123" /></main>;
    }`,
};

/** The guide names a region and an agent; here they are those of the sandbox. */
const adapted = (files, model_id) =>
  Object.fromEntries(
    Object.entries(files).map(([name, code]) => [
      name,
      code.replace('{ region: "us" }', "").replace(/your-agent-id|MODEL_ID/, model_id),
    ]),
  );

test("S36: the guide builds with Next.js 16, the build places no call, and each way places one", {
  skip,
}, async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-wasm-guide-"));
  const { url, sandbox, close } = await serveSandbox();
  const calls = () => sandbox.requests.filter(({ operation }) => operation === "calls.create").length;
  const project = join(folder, "guide");
  let next;
  let browser;
  try {
    const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: pkg });
    const packages = [
      "next@16",
      "react@19",
      "react-dom@19",
      "typescript@5",
      "@types/react@19",
      "@types/node@20",
    ];
    try {
      await install(project, [join(folder, stdout.trim()), ...packages]);
    } catch (error) {
      if (process.env.CI) throw error;
      return context.skip("skipped: needs next@16 (npm install must reach a registry)");
    }
    const agents = (await new Synthflow({ apiKey: "sandbox", baseURL: url }).agents.list()).data;
    const { model_id } = agents.find(({ type }) => type === "outbound");
    write(project, adapted({ ...own, ...filesOf("docs/guides/nextjs-and-react.md") }, model_id));

    const key = { SYNTHFLOW_BASE_URL: url, SYNTHFLOW_API_KEY: "sandbox" };
    const env = { ...process.env, ...key, NEXT_TELEMETRY_DISABLED: "1" };
    const command = "node_modules/next/dist/bin/next";
    await run(process.execPath, [command, "build"], { cwd: project, env });
    assert.equal(calls(), 0, "at build time");

    const port = await freePort();
    const args = [command, "start", "-p", String(port), "-H", "127.0.0.1"];
    next = start(process.execPath, args, { cwd: project, env, stdio: "ignore", detached: true });
    const origin = `http://127.0.0.1:${port}`;
    await firstResponse(`${origin}/`);
    assert.equal(calls(), 0, "by rendering");
    assert.match(await (await fetch(`${origin}/agents`)).text(), new RegExp(agents[0].name));
    const { call_id } = await (await fetch(`${origin}/api/call`, { method: "POST" })).json();
    assert.deepEqual([typeof call_id, calls()], ["string", 1]);

    browser = await launch();
    const tab = await browser.newPage();
    const errors = [];
    tab.on("pageerror", (error) => errors.push(String(error)));
    await tab.goto(`${origin}/`);
    await tab.click("form button");
    await tab.waitForSelector("form button:disabled");
    await tab.click("main > button");
    await tab.waitForSelector("main > button:disabled");
    for (let turn = 0; calls() < 3 && turn < 50; turn += 1) await tab.waitForTimeout(100);
    await tab.waitForTimeout(500);
    assert.equal(calls(), 3);
    assert.deepEqual(errors, []);
  } finally {
    await browser?.close();
    if (next) process.kill(-next.child.pid, "SIGKILL");
    await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
  }
});
