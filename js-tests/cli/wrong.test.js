/** Wrong values of options, of files and of the environment: what is wrong is named, and nothing looks like an empty result. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { cli, collect, environment, runCli, startCli, withSandbox } from "./support.js";

test("a number that is not in E.164 format is no filter of a list, and nothing is sent", async () => {
  await withSandbox({}, async ({ run, sandbox }) => {
    for (const phone of ["4155", "4155550123", "+1 415 555 0123", "+0", ""]) {
      const { code, stdout, stderr } = await run(["calls", "list", "--agent", "a", "--phone", phone]);
      assert.deepEqual([code, stdout], [2, ""], stderr);
      assert.ok(stderr.startsWith("synthflow-wasm: --phone: expected "), stderr);
      assert.ok(stderr.includes(`got ${JSON.stringify(phone)}`), stderr);
    }
    assert.equal(sandbox.requests.length, 0);
  });
});

test("a status that is not known is sent, since the API adds to them, with a warning on stderr", async () => {
  await withSandbox({}, async ({ run, json, sandbox }) => {
    const [{ model_id }] = await json("agents", "list");
    const list = ["calls", "list", "--agent", model_id, "--status"];
    for (const [status, expected] of [
      ["complete", 'synthflow-wasm: --status: "complete" is not a known status; did you mean "completed"?\n'],
      ["xyzzyxyzzy", 'synthflow-wasm: --status: "xyzzyxyzzy" is not a known status\n'],
      ["completed", ""],
      ["left_voicemail", ""],
    ]) {
      const { code, stdout, stderr } = await run([...list, status]);
      assert.deepEqual([code, stdout, stderr], [0, "[]\n", expected]);
      assert.equal(sandbox.requests.at(-1).query.call_status, status);
    }
  });
});

test("a call that was placed is no success if nobody reads its result", {
  skip: process.platform === "win32",
}, async () => {
  await withSandbox({}, async ({ env, json, sandbox }) => {
    const [{ model_id }] = await json("agents", "list");
    const params = ["--agent", model_id, "--phone", "+14155550123", "--name", "Sam"];
    for (const [args, expected, message] of [
      [
        ["calls", "create", ...params, "--yes"],
        3,
        /the call was placed: \S+\n.*could not be written: .*EPIPE/,
      ],
      [["calls", "create", ...params], 2, /nothing was sent/],
      [["agents", "list"], 0, /^$/],
    ]) {
      // The reader is gone before anything is written.
      const script = '"$0" "$@" | (exec <&-; sleep 2); exit $PIPESTATUS';
      const child = spawn("bash", ["-c", script, process.execPath, cli, ...args], { env: environment(env) });
      const { code, stderr } = await collect(child).ended;
      assert.equal(code, expected, stderr);
      assert.match(stderr, message);
    }
    assert.equal(sandbox.requests.filter(({ operation }) => operation === "calls.create").length, 1);
  });
});

test("what is wrong in the environment is named by its variable", async () => {
  const key = { SYNTHFLOW_API_KEY: "k" };
  for (const [env, args, message] of [
    [{ ...key, SYNTHFLOW_REGION: "xx" }, [], 'SYNTHFLOW_REGION: expected "global", "us" or "eu", got "xx"'],
    [{}, [], "there is no API key: set SYNTHFLOW_API_KEY"],
    [{ SYNTHFLOW_API_KEY: "undefined" }, [], "SYNTHFLOW_API_KEY: it is the text of a missing value"],
    [{ ...key, SYNTHFLOW_BASE_URL: "x" }, [], "SYNTHFLOW_BASE_URL: expected https://"],
    [key, ["--base-url", "x"], "--base-url: expected https://"],
  ]) {
    const { code, stdout, stderr } = await runCli(["agents", "list", ...args], { env });
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.ok(stderr.startsWith(`synthflow-wasm: ${message}`), stderr);
    assert.doesNotMatch(stderr, /client option/);
  }
});

test("sandbox: a port that cannot be, and options without an effect, are wrong usage", async () => {
  for (const [args, message] of [
    [["--port", "65536"], /expected an integer from 0 to 65535/],
    [["--api-key", "x", "--no-api-key"], /--no-api-key cannot be used with --api-key/],
    [["--no-api-key", "--api-key", "x"], /--api-key cannot be used with --no-api-key/],
    [["--retry-after", "5"], /--retry-after: it is sent only with --calls-per-second or --concurrent-calls/],
    [["--api-key", "a key"], /apiKey: expected .*without spaces/],
  ]) {
    const { code, stdout, stderr } = await runCli(["sandbox", ...args]);
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, message);
  }
});

test("sandbox: the key that is printed is one that works", {
  skip: process.platform === "win32",
}, async () => {
  for (const args of [[], ["--no-api-key"], ["--api-key", "onlykey"], ["--api-key", "it's$HOME\"`x`"]]) {
    const { child, texts, ended } = startCli(["sandbox", "--port", "0", ...args]);
    try {
      while (!texts.stdout.includes("Ctrl-C")) await once(child.stdout, "data");
      const [curl, start] = texts.stdout.split("\n").slice(2, 4);
      const words = async (line) => {
        const shell = spawn("sh", ["-c", `for word in ${line}; do printf '%s\\0' "$word"; done`]);
        const chunks = await shell.stdout.setEncoding("utf8").toArray();
        return chunks.join("").split("\0").slice(0, -1);
      };
      const [, , header, url] = await words(curl.trim());
      const [base, key] = (await words(start.trim())).map((word) => word.replace(/^SYNTHFLOW_\w+=/, ""));
      assert.equal((await fetch(url, { headers: [header.split(": ")] })).status, 200, header);
      assert.equal((await new Synthflow({ apiKey: key, baseURL: base }).agents.list()).total, 3);
    } finally {
      child.kill("SIGINT");
      await ended;
    }
  }
});

test("a JSON file may begin with a byte order mark, as editors of Windows write it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-wasm-bom-"));
  try {
    const agent = JSON.stringify({ type: "widget", name: "A", agent: { prompt: "p" } });
    writeFileSync(join(folder, "agent.json"), `\ufeff${agent}`);
    const { code, stdout } = await runCli(["check", "agents.create", "agent.json"], { cwd: folder });
    assert.deepEqual([code, stdout], [0, "[]\n"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("an argument that may be a secret is not printed; where the key belongs is", async () => {
  const key = "sk-live-123456";
  const environment = /environment variable SYNTHFLOW_API_KEY/;
  for (const [args, message] of [
    [["agents", "list", `--api-key=${key}`], /unknown option '--api-key'; .* SYNTHFLOW_API_KEY\n/],
    [["webhooks", "sign", `--secret=${key}`], /unknown option '--secret'/],
    [["agents", "list", `--limt=${key}`], /unknown option '--limt'\n/],
    [[`--${key}`], environment],
    [[`-${key}`], environment],
    [[key], environment],
    [["agents", key], environment],
    [[`SYNTHFLOW_API_KEY=${key}`, "agents", "list"], environment],
    [[`it's\n'${key}'\n`], environment],
    [["agents", "list", `--output=${key}`], /argument is invalid\. Allowed choices are json, table/],
    [["agents", "list", "--region", key], /argument is invalid\. Allowed choices are us, eu, global/],
    [
      ["agents", "list", "--region", `'${key}\n'`],
      /argument is invalid\. Allowed choices are us, eu, global/,
    ],
    [["agents", "list", `--limit=${key}`], /argument is invalid\. expected an integer/],
    [
      ["webhooks", "sign", "--secret-env", key],
      /variable of --secret-env with the webhook secret is not set/,
    ],
  ]) {
    const { code, stdout, stderr } = await runCli(args);
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, message);
    assert.ok(!stderr.includes("123456"), stderr);
  }
  for (const [args, message] of [
    [["agents", "list", "--output", "tabel"], /argument 'tabel' is invalid/],
    [["agents", "list", "--limit", "0"], /argument '0' is invalid/],
    [["webhooks", "sign", "--secret-env", "HOOK_SECRET"], /variable HOOK_SECRET with/],
  ])
    assert.match((await runCli(args)).stderr, message);
});

test("a blank id of a call is wrong usage, and check says that the file is missing", async () => {
  for (const [args, message] of [
    [["calls", "get", ""], /expected the id of a call, got a blank string/],
    [["calls", "wait", " "], /expected the id of a call, got a blank string/],
    [["check", "calls.create"], /calls\.create: the JSON file with the params is missing/],
    [["check", "missing.json"], /missing\.json: ENOENT/],
  ]) {
    const { code, stdout, stderr } = await runCli(args, { env: { SYNTHFLOW_API_KEY: "k" } });
    assert.deepEqual([code, stdout], [2, ""], stderr);
    assert.match(stderr, message);
  }
});
