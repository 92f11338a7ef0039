/** Hosts that lack a part: an error that names it, and what to do. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSandbox, webhookFixture } from "synthflow-wasm/sandbox";
import { schemaOf } from "synthflow-wasm/schema";
import { init } from "synthflow-wasm/slim";
import { sign, unwrap } from "synthflow-wasm/webhooks";
import { rejection } from "../support/server.js";

/** Runs a function without a global of the host. */
const without = async (name, run) => {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value: undefined, configurable: true, writable: true });
  try {
    return await run();
  } finally {
    Object.defineProperty(globalThis, name, descriptor);
  }
};

test("L1: a sandbox without Request, as in jsdom, names the environment that has one", () =>
  without("Request", () =>
    assert.throws(() => createSandbox(), /needs Request, Response.*jest-fixed-jsdom/),
  ));

test("L1: webhooks without WebCrypto say so", async () => {
  const { body, headers } = await webhookFixture("completed", {}, "secret");
  await without("crypto", async () => {
    for (const promise of [sign("c", "secret"), unwrap(body, headers, { secret: "secret" })]) {
      const error = await rejection(promise);
      assert.equal(error.name, "WebhookVerificationError");
      assert.match(error.message, /no WebCrypto \(crypto\.subtle\)/);
    }
  });
});

test("L1: a schema needs no structuredClone", () =>
  without("structuredClone", () => {
    const schema = schemaOf("agents.create");
    schema.properties.name.title = "changed";
    assert.notEqual(schemaOf("agents.create").properties.name.title, "changed");
  }));

test("L5: a core that cannot be fetched is a SynthflowError", async () => {
  for (const source of ["http://127.0.0.1:1/x.wasm", Promise.reject(new Error("gone"))]) {
    const error = await rejection(init(source));
    assert.deepEqual([error.name, error.outcome], ["SynthflowError", "not-sent"]);
    assert.match(error.message, /cannot load the core: (fetch failed|gone)/);
  }
});

test("an unknown option of unwrap is refused", async () => {
  const { body, headers } = await webhookFixture("completed", {}, "secret");
  const options = { secret: "secret", allowUnsignedInbounds: true };
  assert.match(
    (await rejection(unwrap(body, headers, options))).message,
    /an unknown option; known are secret, allowUnsignedInbound/,
  );
});
