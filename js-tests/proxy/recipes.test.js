/** The code of docs/proxy.md runs: each recipe serves a page's client, and drops copies. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { Synthflow } from "synthflow-wasm";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { createServer } from "vite";
import { missing, startRedis } from "../../examples-web/campaign/redis.mjs";
import { operations } from "../../pkg-template/generated/operations.js";
import { isNamedOnly } from "../../pkg-template/proxy/allow.js";
import { firstResponse, start } from "../support/command.js";
import { freePort } from "../support/port.js";
import { workerdConfig } from "../support/workerd.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = (name) => join(root, "node_modules/.bin", name);
const document = readFileSync(join(root, "docs/proxy.md"), "utf8");
const recipes = Object.fromEntries(
  [...document.matchAll(/```js\n\/\/ ([\w.]+)\.js\n([\s\S]*?)```/g)].map(([, name, code]) => [name, code]),
);

/** What the recipes assume: the session of a request. */
const session = `
export const userOf = async (request) => {
  const [, id] = /session=(\\w+)/.exec(request.headers.get("cookie") ?? "") ?? [];
  return id && { id, mayCall: id !== "reader", phone: "+14155550123" };
};
`;

let folder;
let sandbox;

before(async () => {
  folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "made-"));
  writeFileSync(join(folder, "session.js"), session);
  for (const [name, code] of Object.entries(recipes)) writeFileSync(join(folder, `${name}.js`), code);
  sandbox = await serveSandbox();
});
after(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const clientOf = (url, user) =>
  new Synthflow({
    apiKey: null,
    baseURL: `${url}/synthflow`,
    defaultHeaders: { cookie: `session=${user}` },
    logLevel: "off",
  });

/** The recipe that wraps the proxy, in this process. */
const ownCalls = async () => {
  const file = join(folder, "own-here.js");
  const options = `apiKey: "sandbox", baseURL: ${JSON.stringify(sandbox.url)},`;
  writeFileSync(file, recipes.own.replace("createProxy({", `createProxy({ ${options}`));
  return import(pathToFileURL(file).href);
};

const callsPlaced = () =>
  sandbox.sandbox.requests.filter(({ operation }) => operation === "calls.create").length;

/** What a page does, and what it must not be able to do. */
const tryIt = async (url) => {
  const client = clientOf(url, "ada");
  const { model_id } = (await client.agents.list()).data.find(({ type }) => type === "outbound");
  // No example of the page lets users change or delete an agent.
  for (const change of [() => client.agents.delete(model_id), () => client.agents.update(model_id, {})]) {
    assert.equal((await change().catch((error) => error)).status, 405);
  }
  const placed = callsPlaced();
  const params = { model_id, name: "Sam", phone: "+14155550123" };
  const options = { headers: { "idempotency-key": randomUUID() } };
  const calls = await Promise.all(Array.from({ length: 5 }, () => client.calls.create(params, options)));
  calls.push(await client.calls.create(params, options));
  assert.equal(new Set(calls.map(({ call_id }) => call_id)).size, 1);
  assert.equal(callsPlaced(), placed + 1);
  const send = async (path, headers, init) =>
    (await fetch(`${url}/synthflow${path}`, { headers, ...init })).status;
  assert.equal(await send("/assistants"), 401);
  assert.equal(await send("/assistants", { cookie: "session=ada", origin: "https://evil.example" }), 403);
  assert.equal(await send("/subaccounts", { cookie: "session=ada" }), 405);
  const text = { cookie: "session=ada", "content-type": "text/plain", "idempotency-key": randomUUID() };
  assert.equal(await send("/calls", text, { method: "POST", body: JSON.stringify(params) }), 415);
  const invalid = { ...text, "content-type": "application/json" };
  assert.equal(await send("/calls", invalid, { method: "POST", body: '{"phone":"0800"}' }), 422);
  assert.equal(callsPlaced(), placed + 1);
};

/** Runs a command in the folder until it serves the recipe, and then a test. */
const withServer = async (command, args, run, more) => {
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    SYNTHFLOW_API_KEY: "sandbox",
    SYNTHFLOW_BASE_URL: sandbox.url,
    ...more,
  };
  const { stop } = start(command, args(port), { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
  try {
    const url = `http://127.0.0.1:${port}`;
    await firstResponse(url);
    await run(url);
  } finally {
    stop();
  }
};

const parsing = (code) => code.replace("app.use(", "app.use(express.json());\napp.use(");

for (const [name, host, change] of [
  ["node"],
  ["express"],
  ["express", undefined, parsing],
  ["fastify"],
  ["hono", "bun"],
  ["hono", "deno"],
]) {
  test(`docs/proxy.md: ${name}${host ? ` in ${host}` : ""}${change ? ", after express.json()" : ""}`, async () => {
    const file = change ? `${name}-changed.js` : `${name}.js`;
    if (change) writeFileSync(join(folder, file), change(recipes[name]));
    const deno = ["serve", "--allow-all", "--quiet", "--no-config", "--node-modules-dir=manual"];
    const command = { bun: bin("bun"), deno: bin("deno") }[host] ?? process.execPath;
    // deno serve takes the address by options only.
    const args = (port) => (host === "deno" ? [...deno, "--host=127.0.0.1", `--port=${port}`, file] : [file]);
    await withServer(command, args, tryIt);
  });
}

test("docs/proxy.md: somebody who may read, but not call", () =>
  withServer(
    process.execPath,
    () => ["node.js"],
    async (url) => {
      const client = clientOf(url, "reader");
      assert.equal((await client.agents.list()).total > 0, true);
      const options = { headers: { "idempotency-key": randomUUID() } };
      const error = await client.calls
        .create({ model_id: "m", name: "Sam", phone: "+14155550123" }, options)
        .catch((e) => e);
      assert.equal(error.status, 403);
    },
  ));

test("docs/proxy.md: which numbers may be dialed", async () => {
  writeFileSync(join(folder, "node-numbers.js"), recipes.node.replace("./proxy.js", "./numbers.js"));
  await withServer(
    process.execPath,
    () => ["node-numbers.js"],
    async (url) => {
      const account = new Synthflow({ apiKey: "sandbox", fetch: sandbox.sandbox.fetch });
      const { model_id } = (await account.agents.list()).data.find(({ type }) => type === "outbound");
      const client = clientOf(url, "ada");
      const place = (phone) => {
        const options = { validation: "off", headers: { "idempotency-key": randomUUID() } };
        const params = { model_id, name: "Sam", phone };
        return client.calls.create(params, options).catch(({ status }) => status);
      };
      const placed = callsPlaced();
      assert.equal(await place("+14155550199"), 403);
      assert.equal(await place("0800"), 422);
      assert.equal(callsPlaced(), placed);
      assert.equal(typeof (await place("+14155550123")).call_id, "string");
      assert.equal(callsPlaced(), placed + 1);
    },
  );
});

test("docs/proxy.md: users read their own calls only", async () => {
  const { proxy } = await ownCalls();
  const account = new Synthflow({ apiKey: "sandbox", fetch: sandbox.sandbox.fetch });
  const { model_id } = (await account.agents.list()).data.find(({ type }) => type === "outbound");
  const pageOf = (user) => {
    const headers = { cookie: `session=${user}` };
    const fetch = (url, init) =>
      proxy(new Request(url, { ...init, headers: { ...init.headers, ...headers } }));
    return new Synthflow({ apiKey: null, baseURL: "https://app.example/synthflow", fetch, logLevel: "off" });
  };
  const [ada, bob] = [pageOf("ada"), pageOf("bob")];
  const statusOf = (promise) =>
    promise.then(
      () => 200,
      ({ status }) => status,
    );
  const params = { model_id, name: "Sam", phone: "+14155550123" };
  const options = () => ({ headers: { "idempotency-key": randomUUID() } });
  const since = Date.now();
  const { call_id } = await ada.calls.create(params, options());
  assert.equal((await ada.calls.get(call_id)).call_id, call_id);
  assert.equal(await statusOf(bob.calls.get(call_id)), 403);
  assert.equal(await statusOf(ada.calls.create({ ...params, phone: "+14155550199" }, options())), 403);
  assert.equal(await statusOf(ada.calls.list({ model_id }).asResponse()), 403);
  assert.equal(
    await statusOf(ada.calls.list({ model_id, lead_phone_number: "+14155550199" }).asResponse()),
    403,
  );
  const both =
    "/synthflow/calls?model_id=m&lead_phone_number=%2B14155550199&lead_phone_number=%2B14155550123";
  const request = new Request(`https://app.example${both}`, { headers: { cookie: "session=ada" } });
  assert.equal((await proxy(request)).status, 422);
  // One of which the response was lost: it is found, and can be read from then on.
  const lost = await account.calls.create(params);
  assert.equal(await statusOf(ada.calls.get(lost.call_id)), 403);
  const { calls } = await ada.calls.findPlaced({ ...params, since });
  for (const id of [call_id, lost.call_id]) assert.ok(calls.some((call) => call.call_id === id));
  assert.equal(await statusOf(ada.calls.get(lost.call_id)), 200);
  const signedOut = await proxy(new Request(`https://app.example/synthflow/calls/${call_id}`));
  assert.equal(signedOut.status, 401);
});

test("docs/proxy.md: the store in Redis", { skip: missing ?? false }, async () => {
  const code = recipes.proxy
    .replace('from "./session.js";', 'from "./session.js";\nimport { store } from "./redis.js";')
    .replace("allow:", "store,\n  allow:");
  writeFileSync(join(folder, "proxy-redis.js"), code);
  writeFileSync(join(folder, "node-redis.js"), recipes.node.replace("./proxy.js", "./proxy-redis.js"));
  mkdirSync(join(folder, "redis"));
  const { url, stop } = await startRedis(join(folder, "redis"));
  try {
    await withServer(process.execPath, () => ["node-redis.js"], tryIt, { REDIS_URL: url });
  } finally {
    await stop();
  }
});

test("docs/proxy.md: the development server of Vite in front", () =>
  withServer(
    process.execPath,
    () => ["node.js"],
    async (target) => {
      const code = recipes["vite.config"].replace("http://127.0.0.1:3000", target);
      writeFileSync(join(folder, "vite.config.js"), code);
      const options = { root: folder, configFile: join(folder, "vite.config.js"), logLevel: "error" };
      const vite = await createServer({ ...options, clearScreen: false });
      try {
        await vite.listen(await freePort());
        await tryIt(vite.resolvedUrls.local[0].replace(/\/$/, ""));
      } finally {
        await vite.close();
      }
    },
  ));

const settings = (port) =>
  workerdConfig({
    main: "bundled.js",
    port,
    bindings: `bindings = [
        (name = "SYNTHFLOW_API_KEY", text = "sandbox"),
        (name = "SYNTHFLOW_BASE_URL", text = "${sandbox.url}"),
        (name = "COPIES", durableObjectNamespace = "Copies"),
      ],
      durableObjectNamespaces = [(className = "Copies", uniqueKey = "copies", enableSql = true)],
      durableObjectStorage = (inMemory = void),`,
  });

test("docs/proxy.md: worker, in workerd", async () => {
  const port = await freePort();
  writeFileSync(
    join(folder, "worker.js"),
    recipes.worker.replace("region: env.SYNTHFLOW_REGION", "baseURL: env.SYNTHFLOW_BASE_URL"),
  );
  await build({
    entryPoints: [join(folder, "worker.js")],
    outfile: join(folder, "bundled.js"),
    bundle: true,
    format: "esm",
    conditions: ["workerd"],
    external: ["*.wasm", "cloudflare:workers"],
    logLevel: "warning",
  });
  cpSync(join(root, "pkg/synthflow_bg.wasm"), join(folder, "synthflow_bg.wasm"));
  writeFileSync(join(folder, "config.capnp"), settings(port));
  const { stop } = start(bin("workerd"), ["serve", "config.capnp"], { cwd: folder, stdio: "inherit" });
  try {
    await firstResponse(`http://127.0.0.1:${port}/`);
    await tryIt(`http://127.0.0.1:${port}`);
  } finally {
    stop();
  }
});

test("docs/proxy.md names all operations that no pattern covers", () => {
  const [, named] = document.match(/<!-- named -->([\s\S]*?)<!-- \/named -->/);
  const expected = operations.filter(isNamedOnly).map(({ name }) => name);
  assert.deepEqual([...named.matchAll(/`([\w.]+)`/g)].map(([, name]) => name).sort(), expected.sort());
});
