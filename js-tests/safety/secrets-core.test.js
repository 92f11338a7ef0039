/** What ended the core is not quoted, unless the engine itself says it: an exception may have the secret of any client. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The loader without the code that the build generates. */
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("../../pkg-template/src/load.js", import.meta.url))],
  bundle: true,
  format: "esm",
  write: false,
  plugins: [
    {
      name: "no core",
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /synthflow_bg/ }, () => ({ path: "core", namespace: "none" }));
        onLoad({ filter: /./, namespace: "none" }, () => ({ contents: "export const instantiateGlue = 0;" }));
      },
    },
  ],
});
const { callCore } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const SECRET = "sk-live-0123456789";

/** What is reported if a step of the core throws. */
const reported = (thrown) => {
  const core = { attach() {} };
  try {
    callCore(core, () => {
      throw thrown;
    });
  } catch (report) {
    return report;
  }
  return assert.fail("nothing thrown");
};

const hostile = {
  "an error": [new SyntaxError(`Invalid regular expression: /${SECRET}/`), "SyntaxError"],
  "an error with a name": [Object.assign(new Error("no"), { name: SECRET }), "Error"],
  "a text": [SECRET, "String"],
  nothing: [undefined, "String"],
  "an object": [{ toString: () => SECRET }, "Object"],
  "a symbol": [Symbol(SECRET), "Symbol"],
  "an object without a prototype": [{ __proto__: null, message: SECRET }, "object"],
  "an object that throws": [
    new Proxy(
      {},
      {
        getPrototypeOf() {
          throw SECRET;
        },
      },
    ),
    "object",
  ],
};

for (const [what, [thrown, name]] of Object.entries(hostile)) {
  test(`S11: "the core failed" quotes no exception: ${what}`, () => {
    const { message, cause, outcome } = reported(thrown);
    assert.equal(message, `the core failed: ${name}. This is a bug: please report it. Nothing was sent`);
    assert.deepEqual([cause, outcome], [undefined, "not-sent"]);
  });
}

test('"the core failed" says what the engine says', () => {
  for (const thrown of [
    new WebAssembly.RuntimeError("unreachable"),
    new RangeError("Invalid string length"),
  ]) {
    const { message, cause } = reported(thrown);
    assert.ok(message.startsWith(`the core failed: ${thrown}. This`), message);
    assert.equal(cause, thrown);
  }
});
