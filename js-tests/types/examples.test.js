/** The `@example` blocks of the definitions: each compiles, runs on a sandbox, and shows what it belongs to. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { createAccount } from "./account.js";
import { compile } from "./compile.js";
import { definitions, examples } from "./examples.js";

test("every @example is found, and shows what it belongs to", () => {
  const count = definitions.reduce(
    (sum, [, text]) => sum + (text.match(/^ *\* @example$/gm)?.length ?? 0),
    0,
  );
  assert.ok(count > 70);
  assert.equal(examples.length, count);
  const others = examples.filter(
    ({ member, code }) =>
      ![`${member}(`, `${member}:`].some((use) => code.includes(use)) &&
      !["constructor", "PagePromise"].includes(member),
  );
  assert.deepEqual(others, []);
});

const needsClient = ({ body }) => /\bclient\b/.test(body) && !/const client =/.test(body);

test("tsc --strict: every @example compiles", () =>
  compile(
    examples.map((example) => [
      `${example.file.split(".", 1)}-${example.name}.ts`,
      `${example.imports}${needsClient(example) ? 'declare const client: import("synthflow-wasm").Synthflow;' : ""}
export const example = async () => {
${example.body}};
`,
    ]),
    "bundler",
    { types: ["node"] },
  ));

/** The WebSocket of a media call: its server introduces itself. */
class MediaSocket {
  addEventListener(type, listener) {
    assert.equal(type, "message");
    const data = JSON.stringify({ type: "server_info", "server-name": "media-1" });
    setTimeout(() => listener({ data }));
  }

  send(text) {
    assert.equal(JSON.parse(text).type, "bind");
  }
}

/** What an example finds in the program around it. */
const surroundings = (fetch, lines) => ({
  fetch,
  WebSocket: MediaSocket,
  userOf: async () => ({ id: "ada" }),
  console: { ...console, log: (...values) => lines.push(values), warn: () => {} },
});

/** Runs an example in a folder of its own. Resolves to what it printed. */
const run = async ({ name, imports, body }, { fetch }, folder) => {
  const runnable = body
    // Outside of the window the campaign would wait until the next morning.
    .replace(/^ *window: .*\n/m, "")
    // Other tests may use the port.
    .replace("port: 4010", "port: 0");
  const client = needsClient({ body }) ? "const client = new Synthflow();" : "";
  const own = client && !/\bSynthflow\b/.test(imports) ? 'import { Synthflow } from "synthflow-wasm";' : "";
  const source = `${imports}${own}${client}\nexport const example = async () => {\n${runnable}};\n`;
  const { code } = await transform(source, { loader: "ts", tsconfigRaw: "{}" });
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  const lines = [];
  const given = surroundings(fetch, lines);
  const before = Object.fromEntries(Object.keys(given).map((key) => [key, globalThis[key]]));
  const directory = process.cwd();
  process.chdir(folder);
  Object.assign(globalThis, given);
  try {
    await (await import(pathToFileURL(path))).example();
  } finally {
    Object.assign(globalThis, before);
    process.chdir(directory);
  }
  return lines;
};

/** Failures that an example is about. */
const failures = {
  "Calls.findPlaced": { operation: "calls.create", reset: true, afterDelivery: true },
};

for (const example of examples) {
  test(`${example.file}, ${example.name}: the @example runs`, async () => {
    process.env.SYNTHFLOW_API_KEY = "test";
    process.env.SYNTHFLOW_REGION = "us";
    const folder = mkdtempSync(fileURLToPath(new URL("made-", import.meta.url)));
    try {
      const account = await createAccount(example.type);
      if (failures[example.name]) account.sandbox.fail(failures[example.name]);
      const lines = await run(example, account, folder);
      const requests = account.requests();
      // Refused requests and ignored fields would not throw in every example.
      assert.deepEqual(
        requests.flatMap(({ ignored }) => ignored),
        [],
      );
      // The call that is found names the agent of the account, not the one that the example has.
      if (example.name === "Calls.findPlaced") assert.equal(lines[0][0], "ambiguous");
      if (needsClient(example) && example.body.includes("await client.")) assert.notEqual(requests.length, 0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
