/**
 * Random requests, composed of valid and hostile parts: whatever is forwarded was valid in every respect, and nothing else
 * than the declared form of it reaches the API.
 */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { call, KEY, sendRaw, withProxy } from "./support.js";

const COUNT = 1500;

/** Numbers that are the same in each run. */
const createRandom = (seed) => {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
};

const text = JSON.stringify(call);

/** Of each part, what is valid; it is chosen three times out of four. */
const parts = {
  method: ["POST", ["GET", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "post", "TRACE", "CONNECT"]],
  path: [
    "/synthflow/calls",
    [
      "/synthflow/calls/",
      "/synthflow//calls",
      "/synthflow/./calls",
      "/synthflow/x/../calls",
      "/synthflow/calls/batch",
      "/synthflow/calls%2fbatch",
      "/synthflow/calls?phone=%2B14155550199",
      "/synthflow/calls#x",
      "/synthflow/Calls",
      "/v2/calls",
      "/synthflow/assistants",
      "/synthflow/chat/outbound",
      "http://evil.example/synthflow/calls",
      "/synthflow\\calls",
      "/synthflow/calls;a=b",
      "/synthflow/calls%00",
    ],
  ],
  host: [
    "own.example",
    ["evil.example", "", "own.example, evil.example", "own.example\r\nHost: evil.example"],
  ],
  origin: [
    "http://own.example",
    [
      "https://evil.example",
      "null",
      "",
      "http://own.example.evil.example",
      "http://own.example\r\nOrigin: https://evil.example",
    ],
  ],
  site: ["same-origin", ["cross-site", "same-site", "none", "", "same-origin, cross-site"]],
  cookie: ["session=ada", ["session=eve", "", "session=", "x=session=ada"]],
  type: [
    "application/json",
    ["text/plain", "", "application/json, text/plain", "multipart/form-data", "APPLICATION/JSONP"],
  ],
  key: ["", ["short", "a b c d e f g h", "x".repeat(300)]],
  more: [
    "",
    [
      "X-HTTP-Method-Override: DELETE",
      "X-Original-URL: /synthflow/subaccounts",
      "X-Forwarded-Host: evil.example",
      "Authorization: Bearer evil",
      "Content-Encoding: gzip",
      "Transfer-Encoding: chunked",
      "Content-Length: 1",
      "Expect: 100-continue",
      "Upgrade: h2c",
      "Connection: keep-alive, cookie",
      "Cookie: session=eve",
    ],
  ],
  body: [
    text,
    [
      "",
      "{}",
      "[]",
      `${text.slice(0, -1)},"__proto__":{}}`,
      `${text.slice(0, -1)},"phone":"0800"}`,
      `${text}${text}`,
      `${text}\r\n\r\nPOST /synthflow/calls HTTP/1.1\r\nHost: own.example\r\n\r\n`,
    ],
  ],
};

const authorize = ({ headers }) => /^session=ada$/.test(headers.get("cookie") ?? "") && "ada";

test(`${COUNT} random requests: only what is valid in every respect is forwarded, as it is declared`, async () => {
  await withProxy({ allow: ["calls.create"], authorize, maxBodySize: 1000 }, async ({ front, delivered }) => {
    const random = createRandom(20261126);
    const statuses = new Map();
    for (let round = 0; round < COUNT; round += 1) {
      const chosen = {};
      const hostile = [];
      for (const [name, [valid, others]] of Object.entries(parts)) {
        if (random(8) > 0) chosen[name] = valid;
        else {
          chosen[name] = others[random(others.length)];
          hostile.push(name);
        }
      }
      const { method, path, host, origin, site, cookie, type, key, more, body } = chosen;
      const lines = [
        `${method} ${path} HTTP/1.1`,
        `Host: ${host}`,
        `Origin: ${origin}`,
        `Sec-Fetch-Site: ${site}`,
        `Cookie: ${cookie}`,
        ...(type ? [`Content-Type: ${type}`] : []),
        `Idempotency-Key: ${key || randomUUID()}`,
        ...(more ? [more] : []),
        "Connection: close",
        `Content-Length: ${Buffer.byteLength(body)}`,
      ];
      delivered.length = 0;
      const response = await sendRaw(front.port, `${lines.join("\r\n")}\r\n\r\n${body}`, {
        time: hostile.length > 0 ? 400 : 10_000,
      });
      const [, status = "closed"] = response.match(/^HTTP\/1\.1 (?!100)(\d+)/m) ?? [];
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const shown = `${JSON.stringify(chosen)}: ${response.slice(0, 300)}`;
      assert.ok(!response.includes(KEY) && !/^HTTP\/1\.1 5/m.test(response), shown);
      // On a slow machine, the response to one that was accepted may be late.
      if (status !== "closed") assert.equal(delivered.length, status === "200" ? 1 : 0, shown);
      if (hostile.length === 0) assert.equal(status, "200", shown);
      for (const { url, headers, ...sent } of delivered) {
        assert.deepEqual(
          { url, method: sent.method, body: sent.body },
          { url: "/v2/calls", method: "POST", body: text },
        );
        assert.equal(headers.authorization, `Bearer ${KEY}`);
        for (const name of ["host", "origin", "site", "cookie", "type", "key", "body", "method"]) {
          assert.ok(!hostile.includes(name), `${name}: ${shown}`);
        }
        assert.ok(["/synthflow/calls", "/synthflow/calls/"].includes(path), shown);
      }
    }
    assert.ok(
      statuses.get("200") > 300 && statuses.get("403") > 50 && statuses.get("415") > 50,
      [...statuses].join(" "),
    );
  });
});
