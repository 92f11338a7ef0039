/**
 * `npm run release:check`: what is missing before the package and the crate can be published. Publishes nothing.
 *
 * `-- --against FOLDER`: compares the types with those of this unpacked release, instead of the last one of the registry.
 */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { missing, staleMatrix, wrongVersion } from "./release/metadata.mjs";
import { compareFolders, isBreaking, lastRelease } from "./release/types.mjs";
import { root, run, say } from "./run.mjs";

const read = (path) => readFileSync(join(root, path), "utf8");
const pkg = join(root, "pkg");

const { values } = parseArgs({ options: { against: { type: "string" } } });

/** What a command says against the release: nothing if it succeeds. */
const command = async (name, args, options = {}) => {
  try {
    await run(name, args, { quiet: true, ...options });
    return [];
  } catch (error) {
    return [error.message];
  }
};

const tree = () => {
  const status = execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" }).trim();
  return status ? [`these files are not committed:\n${status}`] : [];
};

const lint = async () => {
  const { publint } = await import("publint");
  const { formatMessage } = await import("publint/utils");
  const manifest = JSON.parse(read("pkg/package.json"));
  const { messages } = await publint({ pkgDir: pkg, strict: true });
  return messages.map((message) => formatMessage(message, manifest));
};

const listed = ({ name, removed, changed, added }) =>
  [
    [`${name}: removed`, removed],
    [`${name}: changed`, changed],
    [`${name}: added`, added],
  ]
    .filter(([, names]) => names.length > 0)
    .map(([title, names]) => `${title} ${names.join(", ")}`);

/** The differences of the types; wrong are those that the version does not allow. */
const types = ({ version, name }) => {
  const { against } = values;
  const release = against
    ? { version: JSON.parse(readFileSync(join(against, "package.json"), "utf8")).version, folder: against }
    : lastRelease(name);
  if (!release) {
    say("types: there is no release to compare them with");
    return [];
  }
  const differences = compareFolders(release.folder, pkg);
  release.remove?.();
  say(`types: against ${release.version}`);
  for (const line of differences.flatMap(listed)) say(`  ${line}`);
  const breaking = differences.filter(({ removed, changed }) => removed.length + changed.length > 0);
  if (breaking.length === 0 || isBreaking(version, release.version)) return [];
  return [
    `types that ${release.version} had are removed or changed (above): ${version} may not (docs/versions.md)`,
  ];
};

const results = "js-tests/matrix/results.json";

const steps = ({ manifest, cargo }) => ({
  "committed files": tree,
  version: () =>
    wrongVersion({
      manifest,
      cargo,
      source: read("pkg-template/src/version.js"),
      changelog: read("CHANGELOG.md"),
    }),
  publint: lint,
  "are the types wrong": () =>
    command(process.execPath, [
      join(root, "node_modules/@arethetypeswrong/cli/dist/index.js"),
      "--pack",
      pkg,
    ]),
  sizes: () => command(process.execPath, ["scripts/size.mjs"]),
  matrix: () =>
    existsSync(join(root, results))
      ? staleMatrix(JSON.parse(read(results)), manifest.version)
      : [`${results} is missing: npm run test:matrix`],
  types: () => types(manifest),
  "npm publish --dry-run": () => command("npm", ["publish", "--dry-run", "--provenance"], { cwd: pkg }),
  "cargo publish --dry-run": () => command("cargo", ["publish", "--dry-run", "--locked"]),
});

await build({ ifChanged: true });
const manifest = JSON.parse(read("pkg/package.json"));
const cargo = read("Cargo.toml");
const failed = [];
for (const [name, step] of Object.entries(steps({ manifest, cargo }))) {
  const wrong = await step();
  say(`${wrong.length === 0 ? "passed" : "FAILED"}: ${name}`);
  for (const line of wrong) say(`  ${line}`);
  if (wrong.length > 0) failed.push(name);
}
const owner = missing(manifest, cargo);
say(owner.length === 0 ? "metadata: complete" : "metadata: only the owner can fill in");
for (const line of owner) say(`  ${line}`);
const isReady = failed.length + owner.length === 0;
say(isReady ? "ready to publish" : "not ready to publish");
if (!isReady) process.exitCode = 1;
