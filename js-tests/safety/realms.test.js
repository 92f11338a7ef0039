/** A vm context, as test runners use: the host's `fetch` is of another realm, and so are its dispatcher and its globals. */

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import * as main from "synthflow-wasm";
import { requireInContext } from "../support/context.js";
import { rejection, withServer } from "../support/server.js";
import { call } from "./support.js";

const given = {
  AbortController,
  AbortSignal,
  atob,
  Blob,
  clearTimeout,
  fetch,
  Headers,
  performance,
  Request,
  setTimeout,
  TextDecoder,
  TextEncoder,
  URL,
};

/** The package, evaluated in a context of its own. */
const inContext = () => requireInContext("node", given);

const closedPort = async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
};

test("a refused connection proves nothing where the dispatcher cannot be seen", async () => {
  const options = { apiKey: "sk-live-0123456789", baseURL: `http://127.0.0.1:${await closedPort()}` };
  const outcome = async ({ Synthflow }) =>
    (await rejection(new Synthflow({ ...options, maxRetries: 0 }).calls.create(call))).outcome;
  assert.equal(await outcome(main), "not-sent");
  assert.equal(await outcome(inContext()), "unknown");
});

test("a call is delivered with its body where Blob is that of a simulated page", async () => {
  const respond = () => ({ response: { call_id: "c" } });
  for (const methods of [{}, { stream: () => {} }]) {
    class PageBlob {
      get [Symbol.toStringTag]() {
        return "Blob";
      }
    }
    Object.assign(PageBlob.prototype, methods);
    await withServer(respond, async ({ url, delivered }) => {
      const { Synthflow } = requireInContext("node", { ...given, Blob: PageBlob });
      const client = new Synthflow({ apiKey: "sk-live-0123456789", baseURL: url });
      assert.equal((await client.calls.create(call)).call_id, "c");
      assert.deepEqual(JSON.parse(delivered[0].body), call);
    });
  }
});

test("a call is delivered from a context, with its whole body", async () => {
  const respond = () => ({ response: { call_id: "c" } });
  await withServer(respond, async ({ url, delivered }) => {
    const { Synthflow } = inContext();
    const client = new Synthflow({ apiKey: "sk-live-0123456789", baseURL: url });
    assert.equal((await client.calls.create(call)).call_id, "c");
    assert.equal(delivered.length, 1);
    assert.deepEqual(JSON.parse(delivered[0].body), call);
    assert.equal(delivered[0].headers["content-type"], "application/json");
  });
});
