/** Which requests it serves, by the headers that browsers set. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createProxy } from "synthflow-wasm/proxy";
import { KEY, sendRaw, withProxy } from "./support.js";

const OWN = "https://own.example";
const APP = "https://app.example";

/** The status of a request with these headers, and of a call. */
const statuses = async (options, cases) =>
  withProxy(options, async ({ proxy, delivered }) => {
    for (const [headers, expected, url = `${OWN}/synthflow/assistants`] of cases) {
      const response = await proxy(new Request(url, { headers }), {});
      assert.equal(response.status, expected, `${url} ${JSON.stringify(headers)}: ${await response.text()}`);
      const allowed = response.headers.get("access-control-allow-origin");
      assert.ok(
        allowed === null || (options.origins?.includes(allowed) && allowed === headers.origin),
        allowed,
      );
    }
    return delivered;
  });

test("by default, only pages of its own origin", () =>
  statuses({}, [
    [{}, 200],
    [{ origin: OWN }, 200],
    [{ origin: OWN, "sec-fetch-site": "same-origin" }, 200],
    [{ "sec-fetch-site": "same-origin" }, 200],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "none" }, 403],
    [{ origin: OWN, "sec-fetch-site": "cross-site" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "https://own.example.evil.example" }, 403],
    [{ origin: "https://own.example:8443" }, 403],
    [{ origin: "http://own.example" }, 403],
    [{ origin: "null" }, 403],
    [{ origin: "" }, 403],
    [{ origin: `${OWN}, https://evil.example` }, 403],
    [{ origin: "https://evil.example", "x-forwarded-host": "evil.example" }, 403],
    [{ origin: "https://evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" }, 403],
  ]));

test("its own origin is that of Host, also behind a server that ends TLS", () =>
  statuses({}, [
    [
      { host: "app.example", origin: "https://app.example" },
      200,
      "http://localhost:3000/synthflow/assistants",
    ],
    [
      { host: "localhost:3000", origin: "http://localhost:3000" },
      200,
      "http://localhost:3000/synthflow/assistants",
    ],
    [
      { host: "app.example", origin: "http://localhost:3000" },
      403,
      "http://localhost:3000/synthflow/assistants",
    ],
    [
      { host: "app.example:8080", origin: "https://app.example" },
      403,
      "http://localhost:3000/synthflow/assistants",
    ],
    [{ host: "user@app.example", origin: "https://app.example" }, 400],
    [{ host: "app.example, evil.example", origin: "https://evil.example" }, 400],
    [{ host: "evil.example/", origin: "https://evil.example" }, 400],
  ]));

test("an origin may be that of an app or an extension", () =>
  statuses({ origins: ["capacitor://localhost", "chrome-extension://abcdef", "tauri://localhost:1"] }, [
    [{ origin: "capacitor://localhost" }, 200],
    [{ origin: "chrome-extension://abcdef", "sec-fetch-site": "cross-site" }, 200],
    [{ origin: "tauri://localhost:1" }, 200],
    [{ origin: "capacitor://localhost.evil" }, 403],
    [{ origin: "http://localhost" }, 403],
    [{ origin: "chrome-extension://other" }, 403],
  ]));

test("with origins, only pages of these, and not its own", () =>
  statuses({ origins: [APP] }, [
    [{ origin: APP }, 200],
    [{ origin: APP, "sec-fetch-site": "cross-site" }, 200],
    [{ origin: OWN }, 403],
    [{ "sec-fetch-site": "same-origin" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ "sec-fetch-site": "same-origin" }, 200, `${APP}/synthflow/assistants`],
    [{ host: "rebound.example", origin: "http://rebound.example" }, 403],
  ]));

test("preflights: allowed origins only", async () => {
  const preflight = (origin) =>
    new Request(`${OWN}/synthflow/calls`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
  await withProxy({ origins: [APP] }, async ({ proxy, delivered }) => {
    const allowed = await proxy(preflight(APP));
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get("access-control-allow-origin"), APP);
    assert.match(allowed.headers.get("access-control-allow-headers"), /idempotency-key/);
    const other = await proxy(preflight("https://evil.example"));
    assert.equal(other.status, 403);
    assert.equal(other.headers.get("access-control-allow-origin"), null);
    assert.equal(delivered.length, 0);
  });
  await withProxy({}, async ({ proxy }) => {
    assert.equal((await proxy(preflight("https://evil.example"))).status, 403);
    const own = await proxy(preflight(OWN));
    assert.equal(own.status, 405);
    assert.equal(own.headers.get("access-control-allow-origin"), null);
  });
});

test("an allowed page of another origin can read errors too", () =>
  withProxy({ origins: [APP], authorize: () => false }, async ({ proxy }) => {
    const response = await proxy(new Request(`${OWN}/synthflow/assistants`, { headers: { origin: APP } }));
    assert.equal(response.status, 401);
    assert.equal(response.headers.get("access-control-allow-origin"), APP);
  }));

test("localOnly: loopback by address, by Host and by Origin, and no header of a proxy", async () => {
  const proxy = createProxy({
    apiKey: KEY,
    localOnly: true,
    fetch: async () => Response.json({ response: {} }),
  });
  const status = async (url, headers, context) =>
    (await proxy(new Request(url, { headers }), context)).status;
  const local = { remoteAddress: "127.0.0.1" };
  const url = "http://localhost:8080/synthflow/assistants";
  assert.equal(await status(url, {}, local), 200);
  assert.equal(await status("http://[::1]/synthflow/assistants", {}, { remoteAddress: "::1" }), 200);
  assert.equal(await status(url, {}, { remoteAddress: "::ffff:127.0.0.1" }), 200);
  assert.equal(await status(url, {}, {}), 403);
  assert.equal(await status(url, {}, { remoteAddress: "" }), 403);
  assert.equal(await status(url, {}, { remoteAddress: "192.168.0.7" }), 403);
  assert.equal(await status(url, {}, { remoteAddress: "127.0.0.1.evil.example" }), 403);
  assert.equal(await status("http://rebound.example/synthflow/assistants", {}, local), 403);
  assert.equal(await status(url, { host: "app.example" }, local), 403);
  assert.equal(await status(url, { origin: "http://app.example" }, local), 403);
  for (const name of [
    "x-forwarded-for",
    "X-Forwarded-Host",
    "forwarded",
    "x-real-ip",
    "via",
    "cf-connecting-ip",
    "cdn-loop",
    "fastly-client-ip",
    "tailscale-user-login",
    "x-appengine-user-ip",
    "x-azure-clientip",
    "x-cluster-client-ip",
    "x-envoy-external-address",
    "x-original-host",
  ]) {
    assert.equal(await status(url, { [name]: "127.0.0.1" }, local), 403, name);
  }
});

test("two Host headers, none, or a request line with another host are refused", () =>
  withProxy({}, async ({ front, delivered }) => {
    const head = (line, ...hosts) =>
      `${line}\r\n${hosts.map((host) => `Host: ${host}\r\n`).join("")}Connection: close\r\n\r\n`;
    for (const text of [
      head("GET /synthflow/assistants HTTP/1.1", "a.example", "b.example"),
      head("GET /synthflow/assistants HTTP/1.1"),
      head("GET /synthflow/assistants HTTP/1.0"),
      head("GET http://evil.example/synthflow/assistants HTTP/1.1", "a.example"),
      head("GET //evil.example/synthflow/assistants HTTP/1.1", "a.example"),
    ]) {
      assert.match(await sendRaw(front.port, text), /^HTTP\/1\.1 400 /, text);
    }
    assert.equal(delivered.length, 0);
  }));
