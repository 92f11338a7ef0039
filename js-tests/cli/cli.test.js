/** The commands, against the sandbox over HTTP. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { VERSION } from "synthflow-wasm";
import { webhookFixture } from "synthflow-wasm/sandbox";
import { verify } from "synthflow-wasm/webhooks";
import { reply, withServer } from "../support/server.js";
import { cli, environment, runCli, startCli, withSandbox } from "./support.js";

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "synthflow-wasm-cli-"));
});
after(() => rmSync(folder, { recursive: true }));

const write = (name, text) => {
  writeFileSync(join(folder, name), text);
  return name;
};

const COMMANDS = [
  ["sandbox"],
  ["agents", "list"],
  ["calls", "list"],
  ["calls", "get"],
  ["calls", "wait"],
  ["calls", "create"],
  ["check"],
  ["webhooks", "sign"],
];

test("--help of each command, with an example; --version", async () => {
  const { code, stdout, stderr } = await runCli(["--help"]);
  assert.deepEqual([code, stderr], [0, ""]);
  for (const [name] of COMMANDS) assert.match(stdout, new RegExp(`^ {2}${name} `, "m"));
  for (const command of COMMANDS) {
    const help = await runCli([...command, "--help"]);
    assert.deepEqual([help.code, help.stderr], [0, ""]);
    assert.ok(help.stdout.startsWith(`Usage: synthflow-wasm ${command.join(" ")}`), help.stdout);
    assert.match(
      help.stdout,
      new RegExp(`Examples?:\n.*synthflow-wasm ${command.join(" ")} ?`),
      command.join(),
    );
  }
  assert.match((await runCli(["--help"])).stdout, /130 interrupted by Ctrl-C/);
  // Its header is the same in a pipe.
  assert.match(
    (await runCli(["webhooks", "sign", "--help"])).stdout,
    /--output <format>.*\(default:\s+table\)/,
  );
  assert.equal((await runCli(["--version"])).stdout, `${VERSION}\n`);
});

test("wrong usage is exit code 2, with one line and a hint, and nothing on stdout", async () => {
  await withSandbox({}, async ({ run, sandbox }) => {
    for (const [args, message] of [
      [["agnets"], /unknown command 'agnets'\n\(?Did you mean agents/],
      [["agents", "lst"], /unknown command 'lst'/],
      [["agents", "list", "--limt", "1"], /unknown option '--limt'/],
      [["agents", "list", "--limit", "x"], /expected an integer from 1/],
      [["agents", "list", "--output", "yaml"], /Allowed choices are json, table/],
      [["agents", "list", "--region", "mars"], /Allowed choices are us, eu, global/],
      [["agents", "list", "--region", "us", "--base-url", "https://a.example"], /cannot be used with/],
      [["agents", "list", "--base-url", "http://sandbox:4010"], /in a private network, pass --allow-http/],
      [["agents", "list", "--api-key", "secret"], /unknown option '--api-key'/],
      [["agents", "list", "extra"], /too many arguments/],
      [["calls", "list"], /required option '--agent <model_id>' not specified/],
      [
        ["calls", "list", "--agent", "", "--from-date", "yesterday"],
        /^synthflow-wasm: --agent: expected [^;\n]*, got ""; --from-date: expected [^;\n]*, got "yesterday"\n$/,
      ],
      [["calls", "get"], /missing required argument 'call_id'/],
      [["check", "missing.json"], /missing\.json: ENOENT/],
      [["check", "agents.craete", write("empty.json", "{}")], /did you mean "agents\.create"/],
      [["check", write("broken.json", '{"phone": "+1415')], /broken\.json: invalid or truncated JSON/],
      [["check", write("list.json", "[]")], /expected \{ "operation"/],
      [["calls", "create", "--params", "list.json"], /expected a JSON object/],
      [["calls", "create", "--variable", "x"], /expected name=value/],
      [["webhooks", "sign", "empty.json"], /SYNTHFLOW_WEBHOOK_SECRET with the webhook secret is not set/],
    ]) {
      const { code, stdout, stderr } = await run(args, { cwd: folder });
      assert.equal(code, 2, `${args.join(" ")}: ${stderr}`);
      assert.equal(stdout, "", args.join(" "));
      assert.match(stderr, message);
      assert.match(stderr, /^synthflow-wasm: /);
      assert.doesNotMatch(stderr, /\n {4}at |secret\b(?!.* is not set)/);
    }
    assert.equal(sandbox.requests.length, 0);
  });
});

test("no command at all prints the help, and is exit code 2", async () => {
  for (const args of [[], ["calls"]]) {
    const { code, stderr } = await runCli(args);
    assert.equal(code, 2);
    assert.match(stderr, /^Usage: synthflow-wasm/);
  }
});

test("agents list: JSON in a pipe, a table if asked for, and a limit", async () => {
  await withSandbox({ agents: 60 }, async ({ run, json }) => {
    const first = await run(["agents", "list"]);
    assert.equal(JSON.parse(first.stdout).length, 50);
    assert.match(first.stderr, /the first 50 are shown; raise --limit/);
    const all = await run(["agents", "list", "--limit", "60"]);
    assert.deepEqual([all.code, all.stderr, JSON.parse(all.stdout).length], [0, "", 60]);
    const table = (await run(["agents", "list", "--limit", "2", "--output", "table"])).stdout.split("\n");
    assert.match(table[0], /^model_id {2,}type {2,}name {2,}phone_number$/);
    const [{ model_id }] = await json("agents", "list", "--limit", "1");
    assert.match(table[1], new RegExp(`^${model_id} +outbound +Reminder`));
    assert.equal(table.length, 4);
  });
});

test("calls list, get and wait", async () => {
  await withSandbox({ callDuration: 300 }, async ({ run, json }) => {
    const [{ model_id }] = await json("agents", "list");
    const create = ["calls", "create", "--agent", model_id, "--name", "Sam\u001b[31m", "--yes"];
    const { call_id } = await json(...create, "--phone", "+14155550123");
    await json(...create, "--phone", "+14155550001");
    const waited = await run(["calls", "wait", call_id, "--interval", "20"]);
    assert.equal(waited.code, 0);
    assert.equal(JSON.parse(waited.stdout).status, "completed");
    assert.match(waited.stderr, /completed\n$/);
    assert.equal((await json("calls", "get", call_id)).call_id, call_id);
    const table = (await run(["calls", "get", call_id, "--output", "table"])).stdout;
    assert.match(table, new RegExp(`^call_id +${call_id}$`, "m"));
    assert.ok(!table.includes("\u001b"));
    const list = ["calls", "list", "--agent", model_id];
    assert.equal((await json(...list)).length, 2);
    assert.equal((await json(...list, "--phone", "+14155550123")).length, 1);
    assert.equal((await json(...list, "--status", "completed")).length, 1);
    const rows = (await run([...list, "--output", "table"])).stdout;
    assert.match(rows, /^call_id +status +start_time +seconds +phone +name\n/);
    assert.match(rows, new RegExp(`^${call_id} +completed +20\\S+Z +\\d+ +\\+14155550123 +Sam \\[31m$`, "m"));
  });
});

test("calls get as a table: the time, a line per turn, and what was extracted and executed", async () => {
  const action = (return_value) => ({ return_value });
  const executed_actions = {
    info_extractor_order: action({ order: "A-17" }),
    extract_info_reason: action({ reason: null }),
    "Book a time": action({ start: "9:30" }),
  };
  const transcript = "\nbot: Hello,\nthis is Ada.\nhuman: Hi\u001b[31m.";
  const call = { call_id: "c-1", model_id: "a", start_time: 1_775_000_000_000, transcript, executed_actions };
  const seed = { agents: [{ model_id: "a", type: "outbound", name: "A" }], calls: [call] };
  await withSandbox({ agents: 0, seed, shapes: "live" }, async ({ run, json }) => {
    for (const command of ["get", "wait"]) {
      const { code, stdout } = await run(["calls", command, "c-1", "--output", "table"]);
      assert.equal(code, 0);
      const lines = stdout.trim().split("\n");
      assert.deepEqual(
        lines
          .filter((line) => /^(start_time|agent|human|extracted|executed)/.test(line))
          .map((line) => line.split(/ {2,}/)),
        [
          ["start_time", "2026-03-31T23:33:20.000Z"],
          ["agent", "Hello, this is Ada."],
          ["human", "Hi [31m."],
          ["extracted order", "A-17"],
          ["extracted reason", "nothing"],
          ["executed Book a time", '{"start":"9:30"}'],
        ],
      );
      assert.doesNotMatch(stdout, /executed_actions|transcript/);
    }
    assert.match((await json("calls", "get", "c-1")).transcript, /^\nassistant: Hello/);
  });
});

test("a wrong key, a missing one, and a wrong id: one line, with the request id", async () => {
  await withSandbox({ apiKey: "right" }, async ({ run }) => {
    const { code, stdout, stderr } = await run(["agents", "list"]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /^synthflow-wasm: 401 [^\n]*\n$/);
    const missing = await run(["agents", "list"], { env: { SYNTHFLOW_API_KEY: "" } });
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /set SYNTHFLOW_API_KEY/);
    const debug = await run(["agents", "list", "--debug"]);
    assert.match(debug.stderr, /\n {4}at /);
    assert.doesNotMatch(debug.stderr, /Bearer/);
  });
  await withServer(
    (_, response) => reply(response, 404, { detail: "no" }, { "x-request-id": "r-9" }),
    async ({ url }) => {
      const env = { SYNTHFLOW_API_KEY: "test", SYNTHFLOW_BASE_URL: `${url}/v2` };
      const { code, stderr } = await runCli(["calls", "get", "none"], { env });
      assert.equal(code, 1);
      assert.match(stderr, /^synthflow-wasm: 404 [^\n]*\(request id r-9\)\n$/);
    },
  );
});

test("check: issues with path, expected, got and hint; exit code 1 with issues", async () => {
  const agent = { type: "widgt", name: "A", agent: { prompt: "p" } };
  write("agent.json", JSON.stringify(agent));
  write("both.json", JSON.stringify({ operation: "agents.create", params: agent }));
  for (const args of [["agents.create", "agent.json"], ["both.json"], ["-"], ["agents.create", "-"]]) {
    const input = JSON.stringify(args.length === 1 ? { operation: "agents.create", params: agent } : agent);
    const { code, stdout } = await runCli(["check", ...args], { cwd: folder, input });
    assert.equal(code, 1);
    assert.deepEqual(
      JSON.parse(stdout).map(({ path, got }) => [path, got]),
      [["type", '"widgt"']],
    );
  }
  const table = await runCli(["check", "both.json", "--output", "table"], { cwd: folder });
  assert.match(table.stdout, /^path +expected +got +hint\ntype +.*"widgt" +.*widget/);
  write("right.json", JSON.stringify({ ...agent, type: "widget" }));
  const right = await runCli(["check", "agents.create", "right.json"], { cwd: folder });
  assert.deepEqual([right.code, right.stdout], [0, "[]\n"]);
  assert.match(right.stderr, /agents\.create: 0 issues/);
});

test("webhooks sign: the header verifies; the secret comes from the environment", async () => {
  const secret = "whsec_test";
  const { body } = await webhookFixture("completed", {}, secret);
  write("event.json", body);
  const env = { SYNTHFLOW_WEBHOOK_SECRET: secret, OTHER_SECRET: "other" };
  for (const args of [["event.json"], ["-"], []]) {
    const { code, stdout } = await runCli(["webhooks", "sign", ...args], { env, cwd: folder, input: body });
    assert.equal(code, 0);
    const [, name, value] = stdout.match(/^([\w-]+): (\S+)\n$/);
    await verify(body, { [name]: value }, { secret });
  }
  const options = ["--secret-env", "OTHER_SECRET", "--output", "json"];
  const other = await runCli(["webhooks", "sign", "event.json", ...options], { env, cwd: folder });
  await verify(body, JSON.parse(other.stdout), { secret: "other" });
  const inbound = await webhookFixture("inbound", {}, secret);
  const unsigned = await runCli(["webhooks", "sign"], { env, input: inbound.body });
  assert.equal(unsigned.code, 1);
  assert.match(unsigned.stderr, /^synthflow-wasm: the event has no call_id/);
  const broken = await runCli(["webhooks", "sign"], { env, input: "{" });
  assert.equal(broken.code, 1);
  assert.equal((await runCli(["webhooks", "sign", "--secret", secret], { env, input: body })).code, 2);
});

test("a reader that ends early is no error", { skip: process.platform === "win32" }, async () => {
  await withSandbox({ agents: 1000 }, async ({ env }) => {
    const command = `"${process.execPath}" "${cli}" agents list --limit 1000 | head -n 1`;
    const child = spawn("sh", ["-c", command], { env: environment(env) });
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    await once(child, "close");
    assert.deepEqual([output, errors], ["[\n", ""]);
  });
});

test("all of a long output reaches a slow reader", async () => {
  await withSandbox({ agents: 1000 }, async ({ env }) => {
    const { child, texts, ended } = startCli(["agents", "list", "--limit", "1000"], { env });
    child.stdout.pause();
    setTimeout(() => child.stdout.resume(), 1500);
    assert.equal((await ended).code, 0);
    assert.equal(JSON.parse(texts.stdout).length, 1000);
    assert.ok(texts.stdout.length > 200_000, `${texts.stdout.length}`);
  });
});

test("Ctrl-C ends a wait and the sandbox cleanly", { skip: process.platform === "win32" }, async () => {
  await withSandbox({ callDuration: 60_000 }, async ({ json, run, env }) => {
    const [{ model_id }] = await json("agents", "list");
    const create = ["calls", "create", "--agent", model_id, "--name", "Sam", "--phone", "+14155550123"];
    const { call_id } = await json(...create, "--yes");
    const late = await run(["calls", "wait", call_id, "--interval", "10", "--timeout", "150"]);
    assert.equal(late.code, 1);
    assert.match(late.stderr, /within 150 ms|after 150 ms/);
    const { child, ended } = startCli(["calls", "wait", call_id, "--interval", "50"], { env });
    await once(child.stderr, "data");
    child.kill("SIGINT");
    const { code, stdout, stderr } = await ended;
    assert.deepEqual([code, stdout], [130, ""]);
    assert.match(stderr, /synthflow-wasm: interrupted\n$/);
  });
  const { child, texts, ended } = startCli(["sandbox", "--port", "0"]);
  while (!texts.stdout.includes("Ctrl-C")) await once(child.stdout, "data");
  child.kill("SIGINT");
  assert.deepEqual(await ended, { code: 0, stdout: texts.stdout, stderr: "" });
});

test("the command has at most 62 KB", () => {
  const { size } = statSync(cli);
  assert.ok(size < 62_000, `${size}`);
});
