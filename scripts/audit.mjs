/**
 * `npm run audit`: advisories, licenses and sources of all dependencies; SECURITY.md has the policy. Checks that cannot
 * run here are listed and do not count as passed; with `-- --complete` they fail. `-- --install` installs cargo-deny
 * first.
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

/** Runs a command; returns whether it succeeded, and its output. */
const output = (command, args) => {
  const options = { cwd: root, encoding: "utf8", shell: process.platform === "win32" };
  const { status, stdout, stderr } = spawnSync(command, args, options);
  return { ok: status === 0, out: stdout ?? "", all: `${stdout ?? ""}${stderr ?? ""}` };
};

const hasDeny = () => output("cargo", ["deny", "--version"]).out.trim() === `cargo-deny ${CARGO_DENY}`;

const install = async () => {
  if (hasDeny()) return;
  say("cargo-deny: building it (takes minutes, once)");
  await run("cargo", ["install", "--locked", `cargo-deny@${CARGO_DENY}`], { quiet: true });
};

const deny = ({ manifest, config }, checks) =>
  output("cargo", [
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
    if (process.env.CI) failed.push(`crates: cargo-deny is missing, and CI must not skip it (${how})`);
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
  if (output("cargo", ["deny", "fetch", "db"]).ok) {
    for (const crate of crates) judge(crate, ["advisories"]);
  } else {
    unchecked.push("advisories of crates (cannot fetch their database)");
  }
};

/** The severities that fail. The package itself has no dependencies; these are for development. */
const SEVERE = ["high", "critical"];

const inNpm = ({ passed, failed, unchecked }) => {
  const { out } = output("npm", ["audit", "--json"]);
  let counts;
  try {
    counts = JSON.parse(out).metadata.vulnerabilities;
  } catch {
    unchecked.push("advisories of npm packages (not available from this registry)");
    return;
  }
  const found = SEVERE.reduce((sum, severity) => sum + counts[severity], 0);
  if (counts.total > found) say(`npm audit: ${counts.total - found} below "high"; see npm audit`);
  if (found === 0) passed.push("advisories of npm packages");
  else failed.push(`npm packages: ${found} advisories that are high or critical; see npm audit`);
};

/** Runs the audit; throws if anything is found. Returns one line that says what was checked and what was not. */
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
