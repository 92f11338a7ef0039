/** The commands of docs/guides/cli.md, run as they are written, on a sandbox. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { webhookFixture } from "synthflow-wasm/sandbox";
import { cli, environment, withSandbox } from "./support.js";

const guide = readFileSync(new URL("../../docs/guides/cli.md", import.meta.url), "utf8");
const blocks = [...guide.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code]) => code);

/** Runs a line in a shell until it ends, or has printed the text; resolves to what it printed and its exit code. */
const runLine = (line, expected, env, cwd) =>
  new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", line], { env, cwd, detached: true, timeout: 30_000 });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      // A server does not end by itself.
      if (line.includes(" sandbox ") && output.includes(expected)) process.kill(-child.pid, "SIGINT");
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(`${output}\nexit code ${code}`));
  });

test("each command does what its comment says", { skip: process.platform === "win32" }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "synthflow-wasm-guide-"));
  const npx = join(folder, "npx");
  writeFileSync(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(npx, 0o755);
  writeFileSync(join(folder, "agent.json"), '{ "type": "widgt", "name": "A" }');
  writeFileSync(join(folder, "event.json"), (await webhookFixture("completed", {}, "secret")).body);
  try {
    await withSandbox({ callDuration: 10 }, async ({ url, env }) => {
      const client = new Synthflow({ apiKey: "test", baseURL: url });
      const [{ model_id: AGENT }] = (await client.agents.list()).data;
      const call = { model_id: AGENT, name: "Sam", phone: "+14155550123" };
      const { call_id: CALL } = await client.calls.create(call);
      await client.calls.wait(CALL, { interval: 10 });
      const PATH = `${folder}${delimiter}${process.env.PATH}`;
      const all = environment({ ...env, AGENT, CALL, PATH });
      let count = 0;
      for (const block of blocks) {
        let exported = "";
        for (const line of block.trim().split("\n")) {
          const [command, expected] = line.split(/ # => /);
          if (/^export /.test(line)) exported = `${line}\n`;
          else {
            assert.ok(expected, `"${line}" says nothing of what it prints`);
            const output = await runLine(exported + command, expected, all, folder);
            assert.ok(
              output.replace(/ +/g, " ").includes(expected.replace(/ +/g, " ")),
              `${line}\n${output}`,
            );
            count += 1;
          }
        }
      }
      assert.ok(count >= 10, `${count}`);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
