/**
 * `npm run audit`: known weaknesses, licences and sources of all that is built on; the policy is in
 * SECURITY.md. What cannot be checked here is said and does not count as passed; with `-- --complete` it
 * fails. `-- --install` installs cargo-deny first.
 */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root, run, say } from "./run.mjs";

/** Pinned, as all tools are. */
const CARGO_DENY = "0.20.2";

const crates = [
  { name: "the crate", manifest: "Cargo.toml", config: "deny.toml", also: ["licenses", "bans", "sources"] },
  {
    name: "the tools",
    manifest: "tools/wasm-bindgen/Cargo.toml",
    config: "tools/deny.toml",
    also: ["sources"],
  },
];

/** Runs a command; whether it ended well, and what it said. */
const ask = (command, args) => {
  const options = { cwd: root, encoding: "utf8", shell: process.platform === "win32" };
  const { status, stdout, stderr } = spawnSync(command, args, options);
  return { ok: status === 0, out: stdout ?? "", all: `${stdout ?? ""}${stderr ?? ""}` };
};

const hasDeny = () => ask("cargo", ["deny", "--version"]).out.trim() === `cargo-deny ${CARGO_DENY}`;

const install = async () => {
  if (hasDeny()) return;
  say("cargo-deny: building it (some minutes, once)");
  await run("cargo", ["install", "--locked", `cargo-deny@${CARGO_DENY}`], { quiet: true });
};

const deny = ({ manifest, config }, checks) =>
  ask("cargo", [
    "deny",
    "--locked",
    "--manifest-path",
    join(root, manifest),
    "--config",
    join(root, config),
    "check",
    ...checks,
  ]);

const inRust = ({ passed, failed, unchecked }) => {
  if (!hasDeny()) {
    const how = "npm run audit -- --install";
    if (process.env.CI) failed.push(`crates: there is no cargo-deny, and CI must not skip it (${how})`);
    else unchecked.push(`crates (skipped: needs cargo-deny ${CARGO_DENY}: ${how})`);
    return;
  }
  const judge = (crate, checks) => {
    const { ok, all } = deny(crate, checks);
    if (ok) return passed.push(`${checks.join(", ")} of ${crate.name}`);
    process.stderr.write(all);
    failed.push(`${checks.join(", ")} of ${crate.name}`);
  };
  for (const crate of crates) judge(crate, crate.also);
  if (ask("cargo", ["deny", "fetch", "db"]).ok) {
    for (const crate of crates) judge(crate, ["advisories"]);
  } else {
    unchecked.push("advisories of crates (their database cannot be reached from here)");
  }
};

/** Of all severities these fail; the package itself has no dependencies, these are for development. */
const SEVERE = ["high", "critical"];

const inNpm = ({ passed, failed, unchecked }) => {
  const { out } = ask("npm", ["audit", "--json"]);
  let counts;
  try {
    counts = JSON.parse(out).metadata.vulnerabilities;
  } catch {
    unchecked.push("advisories of npm packages (the registry does not answer for them here)");
    return;
  }
  const found = SEVERE.reduce((sum, severity) => sum + counts[severity], 0);
  if (counts.total > found) say(`npm audit: ${counts.total - found} below "high"; see npm audit`);
  if (found === 0) passed.push("advisories of npm packages");
  else failed.push(`npm packages: ${found} advisories that are high or critical; see npm audit`);
};

/** Audits; fails on what is found, and answers with one line of what was checked and what was not. */
export const audit = ({ complete = false } = {}) => {
  say("audit: crates by cargo-deny, npm packages by npm audit");
  const result = { passed: [], failed: [], unchecked: [] };
  inRust(result);
  inNpm(result);
  const { passed, failed, unchecked } = result;
  if (complete) failed.push(...unchecked.map((what) => `not checked: ${what}`));
  if (failed.length > 0) {
    const error = new Error(`the audit failed:\n  ${failed.join("\n  ")}`);
    error.stack = error.message;
    throw error;
  }
  const open = unchecked.length > 0 ? `; NOT CHECKED, so not passed: ${unchecked.join("; ")}` : "";
  return `audit passed: ${passed.join("; ") || "nothing"}${open}`;
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  if (process.argv.includes("--install")) await install();
  console.log(audit({ complete: process.argv.includes("--complete") }));
}
