import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Synthflow } from "synthflow-wasm";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { rejection } from "../support/server.js";

test("a sandbox over HTTP: for the client, for plain fetch, and for a page of another origin", async () => {
  const { url, sandbox, close } = await serveSandbox({ agents: 5 });
  try {
    const client = new Synthflow({ apiKey: "test", baseURL: url, maxRetries: 0 });
    assert.equal((await client.agents.list()).total, 5);
    const plain = await fetch(`${url}/assistants/?limit=2`, { headers: { authorization: "Bearer x" } });
    assert.equal((await plain.json()).response.assistants.length, 2);
    assert.equal(plain.headers.get("access-control-allow-origin"), null);
    const origin = "http://localhost:5173";
    const preflight = await fetch(`${url}/assistants`, { method: "OPTIONS", headers: { origin } });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get("access-control-allow-origin"), origin);
    assert.match(preflight.headers.get("access-control-allow-headers"), /authorization/);
    sandbox.fail({ reset: true });
    assert.equal((await rejection(client.agents.list())).name, "APIConnectionError");
    await client.agents.list();
  } finally {
    await close();
  }
});

const cli = fileURLToPath(new URL("../../pkg/cli.js", import.meta.url));

test("the command serves the sandbox, prints its URL, and logs requests", async () => {
  const child = spawn(process.execPath, [cli, "sandbox", "--port", "0", "--agents", "2"]);
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  try {
    while (!output.includes("Ctrl-C")) await once(child.stdout, "data");
    const [url] = output.match(/http:\S+\/v2/);
    assert.equal((await new Synthflow({ apiKey: "t", baseURL: url }).agents.list()).total, 2);
    while (!output.includes("agents.list")) await once(child.stdout, "data");
  } finally {
    child.kill();
  }
});

test("the command accepts the hosts and origins that are allowed", async () => {
  const allowed = [
    "--allow-host",
    "box.example",
    "--allow-origin",
    "https://a.example",
    "--allow-origin",
    "https://b.example",
  ];
  const child = spawn(process.execPath, [cli, "sandbox", "--port", "0", "--host", "0.0.0.0", ...allowed]);
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  try {
    while (!output.includes("Ctrl-C")) await once(child.stdout, "data");
    const [url] = output.match(/http:\S+\/v2/);
    const statusOf = async (origin) => (await fetch(`${url}/nowhere`, { headers: { origin } })).status;
    assert.deepEqual(
      [
        await statusOf("https://a.example"),
        await statusOf("https://b.example"),
        await statusOf("https://c.example"),
      ],
      [404, 404, 403],
    );
    while (!errors.includes("\n")) await once(child.stderr, "data");
    assert.match(
      errors,
      /^synthflow-wasm sandbox: GET \/v2\/nowhere: 403 origin https:\/\/c\.example is not allowed.*\n$/,
    );
  } finally {
    child.kill();
  }
});

test("the command refuses unknown arguments, with its usage", async () => {
  for (const args of [
    [],
    ["server"],
    ["sandbox", "--port", "x"],
    ["sandbox", "--prot", "1"],
    ["sandbox", "--allow-origin", "*"],
    ["sandbox", "--allow-host", "http://a"],
  ]) {
    const child = spawn(process.execPath, [cli, ...args]);
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    const [code] = await once(child, "close");
    assert.equal(code, 2, args.join(" "));
    assert.match(errors, /^(synthflow-wasm: |Usage: synthflow-wasm)/);
  }
});

test("S28: a CONNECT request that breaks ends nothing, and one that stays open does not keep the server from closing", async () => {
  const other = await serveSandbox();
  const connected = async () => {
    const socket = connect(Number(new URL(other.url).port), "127.0.0.1");
    socket.on("error", () => {});
    await once(socket, "connect");
    socket.write("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    return socket;
  };
  (await connected()).resetAndDestroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const open = await connected();
  assert.match(`${(await once(open, "data"))[0]}`, /^HTTP\/1\.1 405 /);
  await other.close();
  open.destroy();
});
