/** Many calls at once, with copies, pages that leave at any time, and an upstream that breaks in every way. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { call, sendRaw, withProxy } from "./support.js";

const CALLS = 400;

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** What the upstream does to the request with this number. */
const respond = async ({ body }, response) => {
  const at = Number(JSON.parse(body).name.slice(4));
  await pause((at * 7) % 40);
  switch (at % 8) {
    case 0:
      return void response.destroy();
    case 1:
      return void response.writeHead(503, { "content-type": "text/html" }).end("<html>");
    case 2:
      return void response.writeHead(200, { "content-length": 500 }).write("{", () => response.destroy());
    case 3:
      return void response.writeHead(400, { "content-type": "application/json" }).end('{"detail":"no"}');
    default:
      return { status: "ok", response: { call_id: `call ${at}` } };
  }
};

test(`${CALLS} calls with copies, some of which are cut off: none is delivered twice, and copies agree`, () =>
  withProxy(
    { maxRetries: 2 },
    async ({ front, delivered, place }) => {
      const one = async (at) => {
        const key = randomUUID();
        const body = { ...call, name: `Sam ${at}` };
        const text = JSON.stringify(body);
        const raw = `POST /synthflow/calls HTTP/1.1\r\nHost: own.example\r\nContent-Type: application/json\r\nIdempotency-Key: ${key}\r\nContent-Length: ${text.length}\r\n\r\n${text}`;
        const cut = (length, time) => sendRaw(front.port, raw.slice(0, length), { time });
        const copies = [
          cut(raw.length, at % 30),
          cut(raw.length - (at % 50), 5 + (at % 20)),
          place(key, body),
          pause(at % 25).then(() => place(key, body)),
        ];
        const responses = (await Promise.all(copies)).slice(2);
        responses.push(await place(key, body));
        const texts = await Promise.all(responses.map((response) => response.text()));
        assert.equal(new Set(responses.map(({ status }) => status)).size, 1, texts.join());
        assert.equal(new Set(texts).size, 1, texts.join());
      };
      const rest = Array.from({ length: CALLS }, (_, at) => at).values();
      const worker = async () => {
        for (const at of rest) await one(at);
      };
      await Promise.all(Array.from({ length: 20 }, worker));
      const numbers = delivered.map(({ body }) => Number(JSON.parse(body).name.slice(4)));
      assert.equal(numbers.length, CALLS);
      assert.equal(new Set(numbers).size, CALLS);
    },
    respond,
  ));
