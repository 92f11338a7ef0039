/** Starts the webhook receivers, each as a process of its own. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { firstResponse, start } from "../support/command.js";
import { freePort } from "../support/port.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const folder = join(root, "examples-web/webhooks");
const bridge = fileURLToPath(new URL("bridge.mjs", import.meta.url));

export const SECRET = "the-secret-of-the-workspace";
export const TOKEN = "a-long-random-text";

/** The config of workerd, by that of Wrangler: what Cloudflare would run. */
const workerdConfig = (dir, port, env) => {
  const text = readFileSync(join(folder, "wrangler.jsonc"), "utf8");
  const wrangler = JSON.parse(text.replace(/^\/\/.*$/gm, ""));
  const [{ name, class_name }] = wrangler.durable_objects.bindings;
  if (!wrangler.migrations[0].new_sqlite_classes.includes(class_name))
    throw new Error("no SQLite for the class");
  const bindings = Object.entries(env).map(([name, value]) => `(name = "${name}", text = "${value}")`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "disk", disk = (path = "${dir}", writable = true)), (name = "main", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")],
    compatibilityDate = "${wrangler.compatibility_date}",
    durableObjectNamespaces = [(className = "${class_name}", uniqueKey = "calls", enableSql = true)],
    durableObjectStorage = (localDisk = "disk"),
    bindings = [${bindings.join(", ")}, (name = "${name}", durableObjectNamespace = "${class_name}")],
  ))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;
};

const bundleWorker = (outfile) =>
  build({
    entryPoints: [join(folder, "worker.mjs")],
    outfile,
    bundle: true,
    format: "esm",
    conditions: ["workerd"],
    logLevel: "warning",
  });

const node = (...args) => [process.execPath, args];
const inWorkerd = async (dir, port, env) => {
  await bundleWorker(join(dir, "worker.js"));
  writeFileSync(join(dir, "config.capnp"), workerdConfig(dir, port, env));
  return [join(root, "node_modules/.bin/workerd"), ["serve", join(dir, "config.capnp")]];
};

/** The receivers by name: how the command of each is made. */
export const receivers = {
  Express: () => node(join(folder, "express.mjs")),
  Fastify: () => node(join(folder, "fastify.mjs")),
  Hono: () => node(join(folder, "hono.mjs")),
  "Next.js": () => node(bridge, "next"),
  "AWS Lambda": () => node(bridge, "lambda"),
  "AWS Lambda, base64": () => node(bridge, "lambda"),
  "Cloudflare Workers": inWorkerd,
};

/** Where workerd keeps the storage of the one object: `<uniqueKey>/<id>.sqlite`. */
const objectIn = (dir) => {
  const [file] = readdirSync(join(dir, "calls")).filter(
    (name) => name.endsWith(".sqlite") && name !== "metadata.sqlite",
  );
  return join(dir, "calls", file);
};

/** Starts a receiver, and waits until it responds. `database()` is the path of its file of SQLite. */
export const startReceiver = async (name, env = {}) => {
  const dir = mkdtempSync(join(tmpdir(), "receiver-"));
  const port = await freePort();
  const database = join(dir, "calls.db");
  const secrets = { SYNTHFLOW_WEBHOOK_SECRET: SECRET, SYNTHFLOW_WEBHOOK_TOKEN: TOKEN, ...env };
  const [command, args] = await receivers[name](dir, port, secrets);
  const base64 = name.endsWith("base64") ? { BASE64: "1" } : {};
  const { child, stop } = start(command, args, {
    cwd: dir,
    env: { ...process.env, DATABASE: database, PORT: String(port), ...secrets, ...base64 },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const url = `http://127.0.0.1:${port}/webhook`;
  await firstResponse(url, { method: "POST" });
  return {
    url,
    database: () => (name === "Cloudflare Workers" ? objectIn(dir) : database),
    stderr: () => stderr,
    close: () => {
      stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
