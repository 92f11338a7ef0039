/** What `npm run release:check` finds: each kind of fault is found, and nothing else. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { missing, staleMatrix, wrongVersion } from "../../scripts/release/metadata.mjs";
import { compare, compareFolders, isBreaking } from "../../scripts/release/types.mjs";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

test("types: what is removed, changed and added; comments and white space are no change", () => {
  const before = `
/** A call. */
export interface Call {
  call_id: string;
}
export type Gone = "a";
export declare const VERSION: string;
export declare class Client { get(id: string): void }
`;
  const after = `
/** A call, documented better. */
export interface Call { call_id: string; }
export declare const VERSION: string;
export declare class Client { get(id: number): void }
export type New = "b";
`;
  assert.deepEqual(compare(before, after), { removed: ["Gone"], changed: ["Client"], added: ["New"] });
  assert.deepEqual(compare(after, after), { removed: [], changed: [], added: [] });
});

test("types: those of the package are the same as themselves, each export is seen, and without one it is missed", () => {
  const pkg = new URL("pkg/", root).pathname;
  assert.deepEqual(compareFolders(pkg, pkg), []);
  const text = read("pkg/types.d.cts");
  const { removed } = compare(text, text.replace(/^export interface Call \{[\s\S]*?^\}/m, ""));
  assert.deepEqual(removed, ["Call"]);
  const { added } = compare("", text);
  for (const name of ["Synthflow", "Call", "ClientOptions", "ValidationError", "CallStatus"]) {
    assert.ok(added.includes(name), name);
  }
});

test("versions: only a major one may break, and a minor one below 1.0", () => {
  assert.equal(isBreaking("0.1.1", "0.1.0"), false);
  assert.equal(isBreaking("0.2.0", "0.1.9"), true);
  assert.equal(isBreaking("1.3.0", "1.2.0"), false);
  assert.equal(isBreaking("2.0.0", "1.9.0"), true);
  assert.equal(isBreaking("1.0.0", "0.9.0"), true);
});

const good = {
  manifest: { version: "1.2.3", repository: "r", homepage: "h", bugs: "b" },
  cargo: 'version = "1.2.3"\nrepository = "r"\nhomepage = "h"\n',
  source: 'export const VERSION = "1.2.3";',
  changelog: "# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-12-01\n",
};

test("versions: they are the same in all files, and in the changelog with a date", () => {
  assert.deepEqual(wrongVersion(good), []);
  assert.match(
    wrongVersion({ ...good, cargo: 'version = "1.2.2"\n' })[0],
    /Cargo\.toml has the version 1\.2\.2/,
  );
  assert.match(wrongVersion({ ...good, source: 'VERSION = "1.2.30"' })[0], /version\.js/);
  assert.match(wrongVersion({ ...good, changelog: "## [Unreleased]\n" })[0], /CHANGELOG\.md has no section/);
  const manifest = JSON.parse(read("pkg-template/package.json"));
  const files = {
    manifest,
    cargo: read("Cargo.toml"),
    source: read("pkg-template/src/version.js"),
    changelog: `## [${manifest.version}] - 2026-12-01\n`,
  };
  assert.deepEqual(wrongVersion(files), []);
});

test("metadata: what only the owner knows is listed", () => {
  assert.deepEqual(missing(good.manifest, good.cargo), []);
  assert.deepEqual(missing({ homepage: "h" }, 'repository = "r"\n'), [
    "package.json: repository",
    "package.json: bugs",
    "Cargo.toml: homepage",
  ]);
});

test("the matrix: of this version, not old, without a failure", () => {
  const result = { name: "Node", how: "import", date: "2026-11-20", status: "passed" };
  const stale = (results, version = "1.2.3") =>
    staleMatrix({ packageVersion: "1.2.3", results }, version, new Date("2026-12-01"));
  assert.deepEqual(stale([result, { ...result, status: "unavailable" }]), []);
  assert.match(stale([result], "1.2.4")[0], /of version 1\.2\.3/);
  assert.match(stale([{ ...result, date: "2026-10-01" }])[0], /61 days ago/);
  assert.deepEqual(stale([{ ...result, status: "failed" }]), ["Node (import) fails"]);
});

test("NOTICE names each project whose code is in the package, with its holders and the license", () => {
  const notice = read("pkg/NOTICE");
  for (const name of ["wasm-bindgen", "js-sys", "serde_json", "memchr", "hono"]) {
    assert.match(notice, new RegExp(`^${name} \\S+ \\(.*MIT.*\\)\n  \\S`, "m"), name);
  }
  assert.match(notice, /Permission is hereby granted/);
  assert.ok(readdirSync(new URL("pkg/", root)).includes("CHANGELOG.md"));
});
