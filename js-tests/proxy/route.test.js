/** Paths: only those of the API's operations, and nothing that another parser may read otherwise. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { createNodeHandler } from "synthflow-wasm/proxy";
import { call, sendRaw, withProxy } from "./support.js";

const statusOf = (text) => Number(text.match(/^HTTP\/1\.[01] (\d+)/)?.[1]);

/** The status of a path, exactly as it is written. */
const get = async (port, path, method = "GET") =>
  statusOf(await sendRaw(port, `${method} ${path} HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n`));

test("declared paths, with or without a slash at the end", () =>
  withProxy({}, async ({ front, delivered }) => {
    for (const path of [
      "/assistants",
      "/assistants/",
      "/assistants/17x01",
      "/assistants/17x01/",
      "/calls/batch",
    ]) {
      assert.equal(await get(front.port, `/synthflow${path}`), 200, path);
    }
    assert.equal(await get(front.port, "/synthflow/numbers/%2B14155550100?workspace=w"), 200);
    assert.deepEqual(
      delivered.map(({ url }) => url),
      [
        "/v2/assistants/",
        "/v2/assistants/",
        "/v2/assistants/17x01",
        "/v2/assistants/17x01",
        "/v2/calls/batch",
        "/v2/numbers/%2B14155550100?workspace=w",
      ],
    );
  }));

test("path tricks are refused, and nothing is forwarded", () =>
  withProxy({}, async ({ front, delivered }) => {
    for (const path of [
      "",
      "/",
      "/unknown",
      "/Assistants",
      "/ASSISTANTS/17x01",
      "//assistants",
      "/assistants//",
      "/assistants//17x01",
      "/assistants/.",
      "/assistants/..",
      "/assistants/../calls",
      "/assistants/%2e%2e/calls",
      "/assistants/%2E%2E",
      "/assistants/..%2fcalls",
      "/assistants/%2f",
      "/assistants/a%2fb",
      "/assistants/a%5cb",
      "/assistants/a\\b",
      "/assistants\\17x01",
      "/assistants/%252e%252e",
      "/assistants/a%252fb",
      "/assistants/%00",
      "/assistants/a%0d%0ax",
      "/assistants/a%",
      "/assistants/%zz",
      "/assistants/%ff",
      "/assistants/%e2%80%ae",
      "/assistants/a%20b",
      "/assistants/a;b",
      "/assistants/a%3fb",
      "/assistants/a%23b",
      `/assistants/${"a".repeat(300)}`,
      "/assistants/17x01/phone_numbers/",
      "/assistants/{model_id}",
      "/%61ssistants",
      "/../v2/assistants",
      "/__proto__",
      "/constructor",
    ]) {
      const status = await get(front.port, `/synthflow${path}`);
      assert.ok([400, 404, 405].includes(status), `${path}: ${status}`);
    }
    for (const path of [
      "/",
      "/synthflow",
      "/synthflowx/assistants",
      "/Synthflow/assistants",
      "/x/synthflow/assistants",
      "*",
    ]) {
      assert.ok([400, 404].includes(await get(front.port, path)), path);
    }
    assert.deepEqual(delivered, []);
  }));

test("other methods are refused, with what is allowed; no header overrides the method", () =>
  withProxy({}, async ({ send, front, delivered }) => {
    for (const method of ["HEAD", "OPTIONS", "PATCH", "PROPFIND"]) {
      const response = await send(method, "/assistants/17x01");
      assert.equal(response.status, 405, method);
      assert.equal(response.headers.get("allow"), "GET, PUT, DELETE");
    }
    assert.equal(await get(front.port, "/synthflow/assistants", "TRACE"), 400);
    assert.equal(delivered.length, 0);
    for (const name of ["x-http-method-override", "x-http-method", "x-method-override"]) {
      await send("GET", "/assistants/17x01?_method=DELETE", { headers: { [name]: "DELETE" } });
      await send("GET", "/assistants/17x01", { headers: { [name]: "DELETE" } });
    }
    assert.deepEqual([...new Set(delivered.map(({ method }) => method))], ["GET"]);
    assert.equal(delivered.length, 3);
  }));

test("HTTP/1.0: served, and the connection is closed", () =>
  withProxy({}, async ({ front }) => {
    const text = await sendRaw(front.port, "GET /synthflow/assistants HTTP/1.0\r\nHost: a.example\r\n\r\n");
    assert.equal(statusOf(text), 200);
    assert.ok(text.endsWith('{"status":"ok","response":{"call_id":"c"}}'), text);
  }));

test("the base path can be another one, or none", async () => {
  await withProxy({ basePath: "/api/voice" }, async ({ front }) => {
    assert.equal(await get(front.port, "/api/voice/assistants"), 200);
    assert.equal(await get(front.port, "/synthflow/assistants"), 404);
  });
  await withProxy({ basePath: "" }, async ({ front }) =>
    assert.equal(await get(front.port, "/assistants"), 200),
  );
});

test("HTTP/2: served, also a body", async (context) => {
  const { connect, createServer } = await import("node:http2");
  await withProxy({}, async ({ proxy, delivered }) => {
    const server = createServer(createNodeHandler(proxy));
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const session = connect(`http://127.0.0.1:${server.address().port}`);
    const send = async (headers, body) => {
      const stream = session.request(headers);
      stream.end(body);
      const [{ ":status": status }] = await once(stream, "response");
      let text = "";
      for await (const chunk of stream) text += chunk;
      return [status, JSON.parse(text).status];
    };
    context.after(() => {
      session.destroy();
      server.close();
    });
    assert.deepEqual(await send({ ":path": "/synthflow/assistants" }), [200, "ok"]);
    const head = { "content-type": "application/json", "idempotency-key": "12345678" };
    const post = { ":method": "POST", ":path": "/synthflow/calls", ...head };
    assert.deepEqual(await send(post, JSON.stringify(call)), [200, "ok"]);
    assert.deepEqual((await send({ ...post, origin: "https://evil.example" }, "{}"))[0], 403);
    assert.deepEqual(JSON.parse(delivered[1].body), call);
    assert.equal(delivered.length, 2);
  });
});

test("an encoded letter leads to no other operation: what is not allowed is not reached by the id of another", async () => {
  const paths = ["/calls/%62atch", "/calls/batc%68", "/simulations/%61ll", "/simulation_cases/%62y_agent"];
  const allow = ["calls.get", "simulations.get", "simulationCases.get"];
  await withProxy({ allow }, async ({ front, delivered }) => {
    for (const path of paths) assert.equal(await get(front.port, `/synthflow${path}`), 404, path);
    assert.equal(await get(front.port, "/synthflow/calls/batch"), 405);
    assert.equal(delivered.length, 0);
  });
});

test("a query that is not UTF-8 is refused by the proxy, as what the client does not send", () =>
  withProxy({}, async ({ send, delivered }) => {
    for (const query of ["search=%ff", "search=%EF%BF%BD", "%ff=1", "search=%C3%A9"]) {
      const { status } = await send("GET", `/contacts?${query}`);
      assert.equal(status, query === "search=%C3%A9" ? 200 : 400, query);
    }
    assert.equal(delivered.length, 1);
  }));
