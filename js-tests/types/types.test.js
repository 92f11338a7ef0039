import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { operations } from "../../pkg-template/generated/operations.js";
import { compile } from "./compile.js";

const sources = ["every-method", "every-resource", "calls-and-webhooks", "proxy", "sandbox", "schema"].map(
  (name) => [name, readFileSync(new URL(`${name}.ts`, import.meta.url), "utf8")],
);

/** The ways in which TypeScript resolves packages, and the file extension of each module format. */
const cases = [
  ["node16", "mts"],
  ["node16", "cts"],
  ["nodenext", "mts"],
  ["nodenext", "cts"],
  ["bundler", "ts"],
];

test("W27, W29: ids of lists are strings, and the fields of real accounts are declared", () => {
  const all = sources.map(([, source]) => source).join();
  for (const used of [
    "of store.contact_ids ?? []) await client.contacts.get(id)",
    "of contact.memory_store_ids ?? []) await client.memoryStores.get(id)",
    "call.assistant_version",
    "call.telephony_sip_headers",
  ]) {
    assert.ok(all.includes(used), used);
  }
});

test("every method is used", () => {
  const all = sources.map(([, source]) => source).join();
  const unused = operations.map(({ name }) => name).filter((name) => !all.includes(`client.${name}(`));
  assert.deepEqual(unused, []);
});

for (const [resolution, extension] of cases) {
  test(`tsc --strict, no skipLibCheck: every method under ${resolution}, as .${extension}`, () =>
    compile(
      sources.map(([name, source]) => [`${name}.${extension}`, source]),
      resolution,
    ));
}
