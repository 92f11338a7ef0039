/** Which requests a served sandbox accepts, and how it handles malformed ones. */

import assert from "node:assert/strict";
import { request } from "node:http";
import { connect } from "node:net";
import { after, afterEach, before, beforeEach, mock, test } from "node:test";
import { serveSandbox } from "synthflow-wasm/sandbox-server";

let served;
let reported;

before(async () => {
  served = await serveSandbox({ requestTimeout: 1000 });
});
after(() => served.close());
beforeEach(() => {
  reported = mock.method(console, "error", () => {});
});
afterEach(() => reported.mock.restore());

/** Sends any request, with any headers. */
const send = ({ url = served.url, path = "/v2/assistants/", method = "GET", body, headers }) =>
  new Promise((resolve, reject) => {
    const { port, hostname } = new URL(url);
    const all = { authorization: "Bearer test", ...headers };
    const host = hostname === "0.0.0.0" ? "127.0.0.1" : hostname;
    const sent = request({ port, host, path, method, headers: all }, async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode, headers: response.headers, text });
    });
    sent.on("error", reject);
    sent.end(body);
  });

/** Sends raw bytes; resolves with everything received when the connection is closed. */
const raw = (bytes) =>
  new Promise((resolve) => {
    let text = "";
    const socket = connect(Number(new URL(served.url).port), "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });

const cors = ({ headers }) => Object.keys(headers).filter((name) => name.startsWith("access-control"));

/** Asserts that the sandbox still responds, with its initial agents. */
const isWhole = async () => {
  const { status, text } = await send({});
  assert.equal(status, 200);
  assert.equal(JSON.parse(text).response.assistants.length, 3);
};

test("S28: a request for another host is refused", async () => {
  for (const host of [
    "evil.example",
    "evil.example:4010",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "xlocalhost",
    "192.168.1.5",
    "0.0.0.0",
    "[::2]",
    "[::ffff:7f00:1]",
    "user@127.0.0.1",
    "127.0.0.1/",
    "127.0.0.1#.evil.example",
    "127.0.0.1:99999",
    "a b",
  ]) {
    const response = await send({ headers: { host } });
    assert.ok([400, 403].includes(response.status), `${host}: ${response.status}`);
    assert.ok(!response.text.includes("model_id"));
    assert.deepEqual(cors(response), []);
  }
  assert.match(
    reported.mock.calls[0].arguments[0],
    /403 host evil\.example is not allowed; to allow it: --allow-host/,
  );
  const { port } = new URL(served.url);
  for (const host of [
    `127.0.0.1:${port}`,
    "localhost",
    "LOCALHOST:1",
    "localhost.",
    "app.localhost",
    "127.0.0.2",
    "[::1]:4010",
  ]) {
    assert.equal((await send({ headers: { host } })).status, 200, host);
  }
});

test("S28: a page of another origin reads nothing and changes nothing", async () => {
  const body = '{"type":"widget","name":"x","agent":{}}';
  for (const origin of [
    "https://evil.example",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "http://evil.example#localhost",
    "http://localhost@evil.example",
    "http://localhost, http://evil.example",
    "file://localhost",
    "chrome-extension://abcdef",
    "null",
    "*",
    "",
  ]) {
    for (const response of [
      await send({ headers: { origin } }),
      await send({ method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } }),
      // A simple request, which a page may send without a preflight.
      await send({
        path: "/v2/assistants",
        method: "POST",
        body,
        headers: { origin, "content-type": "text/plain" },
      }),
      await send({ path: "/v2/nowhere", headers: { origin } }),
    ]) {
      assert.equal(response.status, 403, origin);
      assert.ok(!response.text.includes("model_id"));
      assert.deepEqual(cors(response), []);
    }
  }
  assert.match(
    reported.mock.calls[0].arguments[0],
    /403 origin https:\/\/evil\.example is not allowed; to allow it/,
  );
  await isWhole();
});

test("S28: an image or a link of another site, which has no Origin, is refused by where it is from", async () => {
  for (const path of ["/v2/assistants/", "/__sandbox/log"]) {
    const fromSite = (site) => send({ path, headers: { "sec-fetch-site": site } });
    assert.equal((await fromSite("cross-site")).status, 403);
    for (const site of ["same-origin", "same-site", "none"]) assert.equal((await fromSite(site)).status, 200);
  }
  await isWhole();
});

test("S28: a page of this machine gets CORS headers for its own origin, on refusals too", async () => {
  for (const origin of [
    "http://localhost:5173",
    "https://app.localhost",
    "http://127.0.0.1:3000",
    "http://[::1]:3000",
  ]) {
    const { sandbox } = served;
    sandbox.fail({ status: 503 });
    const large = "x".repeat(3_000_000);
    for (const response of [
      await send({ method: "OPTIONS", headers: { origin } }),
      await send({ headers: { origin } }),
      await send({ headers: { origin } }),
      await send({ headers: { origin, authorization: "" } }),
      await send({ path: "/v2/nowhere", headers: { origin } }),
      await send({ path: "/v2/assistants", method: "POST", body: large, headers: { origin } }),
    ]) {
      assert.equal(response.headers["access-control-allow-origin"], origin);
      assert.equal(response.headers.vary, "origin");
      assert.match(response.headers["access-control-allow-headers"], /authorization/);
    }
  }
  assert.deepEqual(cors(await send({})), []);
});

test("S28: --host 0.0.0.0 with the names and origins that are allowed", async () => {
  const { url, close } = await serveSandbox({
    host: "0.0.0.0",
    allowHosts: ["Box.example", "192.168.1.5", "fe80::1"],
    allowOrigins: ["https://app.example/", "null", "capacitor://localhost"],
  });
  try {
    for (const host of [
      "box.example",
      "box.example:4010",
      "192.168.1.5:1",
      "0.0.0.0",
      "localhost",
      "[fe80::1]",
    ]) {
      assert.equal((await send({ url, headers: { host } })).status, 200, host);
    }
    for (const host of ["evil.example", "192.168.1.6", "a.box.example"]) {
      assert.equal((await send({ url, headers: { host } })).status, 403, host);
    }
    for (const origin of ["https://app.example", "null", "capacitor://localhost"]) {
      const response = await send({ url, headers: { origin } });
      assert.deepEqual([response.status, response.headers["access-control-allow-origin"]], [200, origin]);
    }
    for (const origin of ["http://app.example", "https://app.example:444", "https://a.app.example"]) {
      assert.equal((await send({ url, headers: { origin } })).status, 403, origin);
    }
  } finally {
    await close();
  }
  for (const options of [
    { allowOrigins: ["*"] },
    { allowOrigins: ["app.example"] },
    { allowOrigins: ["https://app.example/path"] },
    { allowHosts: ["http://box.example"] },
    { allowHosts: [""] },
    { host: "a b" },
  ]) {
    await assert.rejects(serveSandbox(options), {
      name: "TypeError",
      message: /allowed (host|origin): expected/,
    });
  }
});

test("S28: every unusual request has a response", async () => {
  const unusual = {
    "null body": [{ path: "/v2/actions", method: "POST", body: "null" }, 400],
    "text that is no JSON": [{ path: "/v2/actions", method: "POST", body: "{" }, 400],
    "invalid UTF-8": [{ path: "/v2/actions", method: "POST", body: Buffer.from([0xff, 0xfe]) }, 400],
    "a large body": [{ path: "/v2/actions", method: "POST", body: "x".repeat(4_000_000) }, 413],
    "a deep body": [
      { path: "/v2/actions", method: "POST", body: `${"[".repeat(500_000)}${"]".repeat(500_000)}` },
      400,
    ],
    "a body on GET": [{ body: '{"limit":"x"}', headers: { "content-length": 13 } }, 200],
    "a broken escape": [{ path: "/v2/assistants/%zz" }, 404],
    "an invalid escape": [{ path: "/v2/assistants/%ff%fe" }, 404],
    __proto__: [{ path: "/v2/assistants/__proto__" }, 404],
    constructor: [{ path: "/v2/assistants/constructor?__proto__=1" }, 404],
    "two slashes": [{ path: "//evil.example/v2/assistants/" }, 404],
    "an absolute URL": [{ path: "http://evil.example/v2/assistants/" }, 200],
    "a huge URL": [{ path: `/v2/assistants/${"a".repeat(100_000)}` }, 431],
    HEAD: [{ method: "HEAD" }, 200],
    OPTIONS: [{ method: "OPTIONS" }, 204],
    TRACE: [{ method: "TRACE" }, 405],
    PROPFIND: [{ method: "PROPFIND" }, 405],
    "a large limit": [{ path: "/v2/assistants/?limit=1e9" }, 400],
    "the limit twice": [{ path: "/v2/assistants/?limit=1&limit=2" }, 200],
  };
  for (const [name, [sent, status]] of Object.entries(unusual)) {
    assert.equal((await send(sent)).status, status, name);
  }
  const faults = reported.mock.calls
    .map(({ arguments: [line] }) => line)
    .filter((line) => / 500 /.test(line));
  assert.deepEqual(faults, []);
  await isWhole();
});

test("S28: a client that disconnects leaves nothing behind, and a requested reset is a reset", async () => {
  served.sandbox.fail({ delay: 60_000 });
  const { port } = new URL(served.url);
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const until = async (isSo, what) => {
    for (const end = performance.now() + 10_000; !isSo(); ) {
      assert.ok(performance.now() < end, what);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const before = timers();
  const socket = connect(Number(port), "127.0.0.1");
  socket.write("GET /v2/assistants/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer test\r\n\r\n");
  await until(() => timers() > before, "the failure has no timer");
  socket.destroy();
  await until(() => timers() <= before, "the timer of the failure is still there");
  served.sandbox.fail({ reset: true });
  await assert.rejects(send({}), { code: "ECONNRESET" });
  assert.deepEqual(reported.mock.calls, []);
  await isWhole();
});

test("S28: bytes that are not a request, or an incomplete one, end with a response", async () => {
  const head = "HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer test\r\n";
  for (const [bytes, status] of [
    ["nonsense\r\n\r\n", 400],
    [`BREW /v2/assistants/ ${head}\r\n`, 400],
    ["GET /v2/assistants/ HTTP/1.1\r\n\r\n", 400],
    ["GET /v2/assistants/ HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", 400],
    ["GET /v2/assistants/ HTTP/1.0\r\n\r\n", 400],
    [
      "GET /v2/assistants/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
      400,
    ],
    ["CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", 405],
    // An incomplete head, an incomplete body.
    ["GET /v2/assist", 408],
    [`GET /v2/assistants/ ${head}`, 408],
    [`POST /v2/assistants ${head}Content-Length: 100\r\n\r\n{"type":`, 408],
    [`POST /v2/assistants ${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"typ`, 408],
  ]) {
    assert.match(await raw(bytes), new RegExp(`^HTTP/1.1 ${status} `), bytes);
  }
  await isWhole();
});
