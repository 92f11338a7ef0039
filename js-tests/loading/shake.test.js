/** What an application pays that imports a part of the package. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { bundlers, bundlersForNode } from "../support/bundlers.js";
import { installPacked } from "../support/packed.js";

let packed;
before(async () => {
  packed = await installPacked();
});
after(() => packed.remove());

const parts = {
  "an error class": 'export { RateLimitError } from "synthflow-wasm";',
  "two error classes, tested": `
    import { APIError, ValidationError } from "synthflow-wasm";
    export const kind = (error) => (error instanceof ValidationError ? 1 : error instanceof APIError ? 2 : 3);`,
  "an error class of the slim entry": 'export { SynthflowError } from "synthflow-wasm/slim";',
  VERSION: 'export { VERSION } from "synthflow-wasm";',
  "a function of webhooks": 'export { sign } from "synthflow-wasm/webhooks";',
  isFinalStatus: 'export { isFinalStatus } from "synthflow-wasm/calls";',
  "a type": 'import "synthflow-wasm"; export const one = 1;',
};

/** Each bundler, for a page and for Node, whose module is another one. */
const targets = [
  ...Object.entries(bundlers),
  ...Object.entries(bundlersForNode).map(([bundler, bundle]) => [`${bundler}, for Node`, bundle]),
];

for (const [bundler, bundle] of targets) {
  for (const [part, source] of Object.entries(parts)) {
    test(`L7: ${part} alone is less than 1 KB with ${bundler}`, async () => {
      const code = await bundle(source, packed.folder);
      assert.ok(code.length > 10, code);
      const size = gzipSync(code, { level: 9 }).length;
      assert.ok(size < 1024, `${size} bytes`);
    });
  }
  test(`L7: the namespace webhooks costs at most what webhooks are with ${bundler}`, async () => {
    const use = 'import { webhooks } from "synthflow-wasm"; export const parse = webhooks.parse;';
    const alone = await bundle('export * from "synthflow-wasm/webhooks";', packed.folder);
    const code = await bundle(use, packed.folder);
    assert.ok(code.includes("call_inbound") && code.length < alone.length + 500, `${code.length} bytes`);
  });
  test(`L7: the client works in a bundle of ${bundler}, and contains no webhooks`, async () => {
    const code = await bundle('export { Synthflow, SynthflowError } from "synthflow-wasm";', packed.folder);
    assert.doesNotMatch(code, /synthflow-signature/i);
    const { Synthflow, SynthflowError } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const fetch = async () => Response.json({ detail: "no" }, { status: 401 });
    const error = await new Synthflow({ apiKey: "test", fetch }).agents.list().catch((error) => error);
    assert.ok(error instanceof SynthflowError);
    assert.equal(error.status, 401);
  });
}
