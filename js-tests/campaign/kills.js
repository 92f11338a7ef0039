/** Kills a campaign at random moments, starts it again, and counts how often each number was called. */

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveSandbox } from "synthflow-wasm/sandbox-server";

const script = fileURLToPath(new URL("./one-process.js", import.meta.url));

/** A process of the campaign; it is killed some milliseconds after its first entry, if it is still there. */
const runOnce = (url, journal, count, killAfter) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, url, journal, count], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [output, errors] = ["", ""];
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code) reject(new Error(`the campaign ended with code ${code}: ${errors}`));
      else resolve({ line: output.trim(), killed: signal === "SIGKILL" });
    });
  });

/** A campaign of `count` people that is killed `kills` times, then runs to its end. `random` returns a number from 0 to 1. */
export const runWithKills = async ({ count, kills, random, shortest, longest }) => {
  const folder = mkdtempSync(join(tmpdir(), "campaign-"));
  const journal = join(folder, "journal.jsonl");
  const server = await serveSandbox({ port: 0, callDuration: 30, webhooks: "off" });
  try {
    let killed = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const time = shortest + random() * (longest - shortest);
      if ((await runOnce(server.url, journal, count, time)).killed) killed += 1;
    }
    const { line } = await runOnce(server.url, journal, count);
    const entries = readFileSync(journal, "utf8").trim().split("\n").map(JSON.parse);
    const last = new Map(entries.map((entry) => [entry.id, entry]));
    const calls = new Map();
    for (const { lead_phone_number } of await callsOf(server.url))
      calls.set(lead_phone_number, (calls.get(lead_phone_number) ?? 0) + 1);
    const rows = [...last.values()];
    return {
      killed,
      line,
      people: last.size,
      twice: [...calls.values()].filter((times) => times > 1).length,
      called: calls.size,
      unknown: rows.filter(({ state, reason }) => state === "unknown" && reason).length,
      forgotten: rows.filter(({ state, phone }) => state !== "unknown" && !calls.has(phone)).length,
    };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** All calls in a sandbox. */
const callsOf = async (url) => {
  const headers = { authorization: "Bearer test" };
  const agents = await (await fetch(`${url}/assistants/`, { headers })).json();
  const { model_id } = [agents.response.assistants].flat().find(({ type }) => type === "outbound");
  const calls = [];
  for (let offset = 0; ; offset += 100) {
    const query = `model_id=${model_id}&limit=100&offset=${offset}`;
    const { response } = await (await fetch(`${url}/calls?${query}`, { headers })).json();
    calls.push(...response.calls);
    if (response.calls.length < 100) return calls;
  }
};
