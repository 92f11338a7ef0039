/**
 * Next.js 14, 15 and 16 with the proxy as a route: the packed package, installed in an empty folder, behind the
 * development server of each version.
 */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Synthflow } from "synthflow-wasm";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { firstResponse, start } from "../support/command.js";
import { freePort } from "../support/port.js";
import { install, write } from "./project.js";

const run = promisify(execFile);
const pkg = fileURLToPath(new URL("../../pkg", import.meta.url));

/** The route of docs/proxy.md. Next.js redirects a path with a slash at its end, as `agents.list` has it. */
const [, route] = readFileSync(new URL("../../docs/proxy.md", import.meta.url), "utf8").match(
  /```js\n\/\/ next\.js\n([\s\S]*?)```/,
);
const proxy = `
  import { createProxy } from "synthflow-wasm/proxy";
  export const proxy = createProxy({
    authorize: (request) => request.cookies.get("session")?.value ?? false,
    allow: ["agents.*", "calls.*", "calls.create"],
  });
`;

/** Uses the package on the server, as a page's component does. */
const page = `
  import { VERSION, check } from "synthflow-wasm";
  export const dynamic = "force-dynamic";
  export default function Page() {
    return <p>{VERSION + ": " + check("calls.create", {}).length + " problems"}</p>;
  }
`;
const layout = "export default ({ children }) => <html><body>{children}</body></html>;";

let folder;
let tarball;
let sandbox;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "synthflow-wasm-next-"));
  const { stdout } = await run("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: pkg });
  tarball = join(folder, stdout.trim());
  sandbox = await serveSandbox();
});
after(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
});

for (const [version, react] of [
  [14, 18],
  [15, 19],
  [16, 19],
]) {
  test(`W7: Next.js ${version}: list, create, place and wait through a route`, async (context) => {
    const project = join(folder, `next-${version}`);
    try {
      await install(project, [tarball, `next@${version}`, `react@${react}`, `react-dom@${react}`]);
    } catch (error) {
      if (process.env.CI) throw error;
      return context.skip(`skipped: needs next@${version} (npm install must reach a registry)`);
    }
    write(project, {
      "app/synthflow/[...path]/route.js": route,
      "app/synthflow/[...path]/proxy.js": proxy,
      "app/page.jsx": page,
      "app/layout.jsx": layout,
    });
    const port = await freePort();
    const env = {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      SYNTHFLOW_BASE_URL: sandbox.url,
      SYNTHFLOW_API_KEY: "sandbox",
    };
    const next = start(process.execPath, ["node_modules/next/dist/bin/next", "dev", "-p", String(port)], {
      cwd: project,
      env,
      stdio: "ignore",
      // The server has processes of its own, which end with the group.
      detached: true,
    });
    try {
      const origin = `http://127.0.0.1:${port}`;
      const text = await (await firstResponse(`${origin}/`)).text();
      assert.ok(/: \d problems/.test(text), "the page was not rendered");
      // What a browser sends: Next.js itself puts localhost into the URL of the request.
      const defaultHeaders = { cookie: "session=ada", origin, "sec-fetch-site": "same-origin" };
      const baseURL = `${origin}/synthflow`;
      const client = new Synthflow({ apiKey: null, baseURL, defaultHeaders, timeout: 120_000 });
      const keyed = () => ({ headers: { "idempotency-key": randomUUID() } });
      const agents = [];
      for await (const { model_id } of client.agents.list({ limit: 2 })) agents.push(model_id);
      assert.ok(agents.length > 2, `${agents.length} agents`);
      const { model_id } = await client.agents.create(
        { type: "outbound", name: "Next", agent: { prompt: "Hi" } },
        keyed(),
      );
      const params = { model_id, name: "Ada", phone: "+14155550123" };
      const options = keyed();
      const placed = await client.calls.create(params, options);
      assert.deepEqual(await client.calls.create(params, options), placed, "a copy");
      const foreign = { headers: { ...keyed().headers, origin: "https://evil.example" } };
      assert.equal((await client.calls.create(params, foreign).catch((error) => error)).status, 403);
      const call = await client.calls.wait(placed.call_id, { interval: 50, timeout: 60_000 });
      assert.equal(call.call_id, placed.call_id);
      assert.equal(call.status, "completed");
    } finally {
      process.kill(-next.child.pid, "SIGKILL");
    }
  });
}
