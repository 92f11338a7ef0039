/** The limits of what the sandbox reads and keeps. */

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { createSandbox } from "synthflow-wasm/sandbox";

const url = "https://api.synthflow.ai/v2";
const headers = { authorization: "Bearer test" };
const agent = (fields) => JSON.stringify({ type: "widget", agent: {}, ...fields });
let reported;

beforeEach(() => {
  reported = mock.method(console, "error", () => {});
});
afterEach(() => reported.mock.restore());

const post = (sandbox, body) => sandbox.fetch(`${url}/assistants`, { method: "POST", headers, body });

/** Characters of the log, as JSON. */
const sizeOf = ({ requests }) => JSON.stringify(requests).length;

test("S28: only the beginning of 300 refused bodies of 1 MB is kept", async () => {
  const sandbox = createSandbox();
  const text = "x".repeat(1_000_000);
  for (let index = 0; index < 300; index += 1) {
    assert.equal((await post(sandbox, agent({ name: 5, extra: `${index}${text}` }))).status, 400);
  }
  assert.equal(sandbox.requests.length, 300);
  assert.ok(sizeOf(sandbox) < 500_000, String(sizeOf(sandbox)));
  const { body, operation } = sandbox.requests.at(-1);
  assert.equal(operation, "agents.create");
  assert.match(body, /^\{"type":"widget".{900,}$/);
  assert.equal(body.length, 1000);
});

test("S28: a small refused body is kept, and a large accepted one too", async () => {
  const sandbox = createSandbox();
  await post(sandbox, agent({ name: 5 }));
  assert.deepEqual(sandbox.requests[0].body, { type: "widget", agent: {}, name: 5 });
  await post(sandbox, agent({ name: "A", extra: "x".repeat(100_000) }));
  assert.equal(sandbox.requests[1].body.extra.length, 100_000);
});

test("S28: the log has a maximum size, and drops the oldest entries", async () => {
  const sandbox = createSandbox();
  for (let index = 0; index < 20; index += 1) {
    assert.equal(
      (await post(sandbox, agent({ name: `${index}`, extra: "x".repeat(1_000_000) }))).status,
      200,
    );
  }
  assert.equal(sandbox.requests.length, 4);
  assert.deepEqual(
    sandbox.requests.map(({ body }) => body.name),
    ["16", "17", "18", "19"],
  );
  // A user may empty it.
  sandbox.requests.length = 0;
  for (let index = 0; index < 3; index += 1)
    await post(sandbox, agent({ name: "A", extra: "x".repeat(1_000_000) }));
  assert.equal(sandbox.requests.length, 3);
});

test("S28: the log has a maximum length", async () => {
  const sandbox = createSandbox();
  for (let index = 0; index < 10_010; index += 1) {
    await sandbox.fetch(`${url}/calls/${index}`, { headers });
  }
  assert.equal(sandbox.requests.length, 10_000);
  assert.deepEqual(
    [sandbox.requests[0].path, sandbox.requests.at(-1).path],
    ["/v2/calls/10", "/v2/calls/10009"],
  );
});

test("S28: a body over 2 MiB is refused, and not kept", async () => {
  const sandbox = createSandbox();
  const response = await post(sandbox, agent({ name: "A", extra: "x".repeat(2 * 1024 * 1024) }));
  assert.equal(response.status, 413);
  assert.match((await response.json()).detail.description, /larger than 2097152 bytes/);
  assert.equal(sandbox.requests.length, 0);
  assert.match(reported.mock.calls[0].arguments[0], /POST \/v2\/assistants: 413 the body is larger/);
});
