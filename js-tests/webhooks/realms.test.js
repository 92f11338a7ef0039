/** Bodies as test runners and servers have them: bytes of another realm, and a byte order mark. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { parse, sign, unwrap, verify } from "synthflow-wasm/webhooks";

const text = JSON.stringify({ call: { call_id: "c-1", status: "completed" } });
const bytes = new TextEncoder().encode(text);
const foreign = (code) => runInNewContext(code, { bytes: [...bytes] });
const mark = "\ufeff";

const bodies = {
  "an ArrayBuffer of another realm": foreign("new Uint8Array(bytes).buffer"),
  "a Uint8Array of another realm": foreign("new Uint8Array(bytes)"),
  "a DataView of another realm": foreign("new DataView(new Uint8Array(bytes).buffer)"),
  "a text with a byte order mark": mark + text,
  "bytes with a byte order mark": new TextEncoder().encode(mark + text),
  "a Buffer with a byte order mark": Buffer.from(mark + text),
  "an object of another realm": runInNewContext(`(${text})`),
};

for (const [what, body] of Object.entries(bodies)) {
  test(`L17: ${what} is the body of a webhook`, async () => {
    const headers = { "synthflow-signature": await sign("c-1", "s") };
    await verify(body, headers, { secret: "s" });
    assert.equal((await unwrap(body, headers, { secret: "s" })).call.call_id, "c-1");
    assert.equal((await unwrap({ headers, rawBody: body, body }, { secret: "s" })).call.call_id, "c-1");
    assert.equal(parse(body).call.status, "completed");
    await assert.rejects(verify(body, { "synthflow-signature": await sign("c-2", "s") }, { secret: "s" }));
  });
}

test("L17: only one mark, and only at the beginning", () => {
  for (const body of [mark + mark + text, ` ${mark}${text}`, text + mark])
    assert.throws(() => parse(body), { name: "WebhookVerificationError", reason: "body" });
});

test("L17: what only says that it is bytes is none", () => {
  for (const body of [{ [Symbol.toStringTag]: "ArrayBuffer" }, new (class ArrayBufferLike {})()])
    assert.throws(() => parse(body), { name: "WebhookVerificationError" });
});
