/** NDJSON responses, from a real server. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { APIAbortError, APIConnectionError, APIResponseError, APITimeoutError } from "synthflow-wasm";
import { rejection, reply, withServer } from "../support/server.js";

const PARAMS = { agent_id: "m", include_tests: ["angry_user"] };
const generate = (client, options) => client.simulationCases.generate(PARAMS, options);

const all = async (stream) => {
  const items = [];
  for await (const item of stream) items.push(item);
  return items;
};

/** Writes each part separately. */
const parts = (list, end) => async (_, response) => {
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  for (const part of list) {
    response.write(part);
    await sleep(5);
  }
  end(response);
};
const ended = (response) => response.end();

test("lines become items, wherever the chunks are split", async () => {
  const text = '{"a":"ü🎉"}\n\n {"b":2}\r\n{"c":3}';
  const bytes = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
  for (const list of [[text], bytes, [text.slice(0, 3), text.slice(3)]]) {
    await withServer(parts(list, ended), async ({ client, delivered }) => {
      assert.deepEqual(await all(generate(client())), [{ a: "ü🎉" }, { b: 2 }, { c: 3 }]);
      assert.equal(delivered.length, 1);
      assert.deepEqual(JSON.parse(delivered[0].body), PARAMS);
    });
  }
});

test("the items before a line that is none arrive, wherever the chunks are split", async () => {
  const text = '{"a":1}\n\n{"b":2}\nnot json\n{"c":3}\n';
  for (const list of [[text], [...text], [text.slice(0, 9), text.slice(9)]]) {
    await withServer(parts(list, ended), async ({ client }) => {
      const items = [];
      const read = async () => {
        for await (const item of generate(client())) items.push(item);
      };
      assert.equal((await rejection(read())).name, "APIResponseError");
      assert.deepEqual(items, [{ a: 1 }, { b: 2 }]);
    });
  }
});

test("an item arrives before the response ends", async () => {
  let finish;
  const asked = new Promise((resolve) => {
    finish = resolve;
  });
  const begin = parts(['{"a":1}\n'], (response) => void asked.then(() => response.end('{"b":2}\n')));
  await withServer(begin, async ({ client }) => {
    const iterator = generate(client())[Symbol.asyncIterator]();
    assert.deepEqual((await iterator.next()).value, { a: 1 });
    finish();
    assert.deepEqual((await iterator.next()).value, { b: 2 });
    assert.equal((await iterator.next()).done, true);
  });
});

test("the promise resolves with the iterable; withResponse and asResponse work", async () => {
  await withServer(parts(['{"a":1}\n'], ended), async ({ client }) => {
    assert.deepEqual(await all(await generate(client())), [{ a: 1 }]);
    const { data, response } = await generate(client()).withResponse();
    assert.equal(response.status, 200);
    assert.deepEqual(await all(data), [{ a: 1 }]);
    assert.equal(await (await generate(client()).asResponse()).text(), '{"a":1}\n');
  });
});

test("a response without a stream is read at once", async () => {
  const fetch = async () => ({
    status: 200,
    ok: true,
    headers: new Map(),
    text: async () => '{"a":1}\n{"b":2}\n',
  });
  await withServer(ended, async ({ client }) => {
    assert.deepEqual(await all(generate(client({ fetch }))), [{ a: 1 }, { b: 2 }]);
  });
});

test("invalid JSON, a broken connection, a timeout, an abort: each has its error", async () => {
  const cut = (response) => response.destroy();
  const silent = () => {};
  for (const [list, end, options, Class, message] of [
    [['{"a":1}\n', "<html>\n"], ended, {}, APIResponseError, /HTML/],
    [['{"a":1}\n', '{"b":'], ended, {}, APIResponseError, /invalid or truncated JSON/],
    [['{"a":1}\n'], cut, {}, APIConnectionError, /no response/],
    [['{"a":1}\n'], silent, { timeout: 400 }, APITimeoutError, /within 400 ms/],
    [['{"a":1}\n'], silent, { signal: 400 }, APIAbortError, /signal/],
  ]) {
    if (options.signal) options.signal = AbortSignal.timeout(options.signal);
    await withServer(parts(list, end), async ({ client, delivered }) => {
      const items = [];
      const error = await rejection(
        (async () => {
          for await (const item of generate(client(), options)) items.push(item);
        })(),
      );
      assert.ok(error instanceof Class, `${error.name}: ${error.message}`);
      assert.match(error.message, message);
      assert.equal(error.outcome, "unknown");
      assert.deepEqual(items, [{ a: 1 }]);
      assert.equal(delivered.length, 1);
    });
  }
});

test("an error status is an error, and is not retried", async () => {
  await withServer(
    (_, response) => void reply(response, 500, { detail: "no" }),
    async ({ client, delivered }) => {
      const error = await rejection(all(generate(client())));
      assert.equal(error.status, 500);
      assert.equal(delivered.length, 1);
    },
  );
});

test("leaving the loop ends the request", async () => {
  let closed;
  const gone = new Promise((resolve) => {
    closed = resolve;
  });
  const begin = async (_, response) => {
    response.on("close", closed);
    response.writeHead(200);
    response.write('{"a":1}\n');
  };
  await withServer(begin, async ({ client }) => {
    for await (const _ of generate(client())) break;
    await gone;
  });
});

test("S18: return() of an unread stream ends the request", async () => {
  let closed;
  const gone = new Promise((resolve) => {
    closed = resolve;
  });
  const begin = async (_, response) => {
    response.on("close", closed);
    response.writeHead(200);
    response.write('{"a":1}\n');
  };
  await withServer(begin, async ({ client }) => {
    const stream = await generate(client());
    assert.deepEqual(await stream.return("mine"), { value: "mine", done: true });
    await gone;
  });
});

test("an iterator that is given up before its first item leaves no rejection that nobody can handle", async (t) => {
  const unhandled = t.mock.fn();
  process.on("unhandledRejection", unhandled);
  t.after(() => process.off("unhandledRejection", unhandled));
  const failing = (_, response) => reply(response, 401, { detail: "no" });
  await withServer(failing, async ({ client, delivered }) => {
    for (const iterable of [generate(client()), client().agents.list()]) {
      const iterator = iterable[Symbol.asyncIterator]();
      assert.deepEqual(await iterator.return(), { value: undefined, done: true });
    }
    while (delivered.length < 2) await sleep(5);
    await sleep(50);
    assert.equal(unhandled.mock.callCount(), 0);
    assert.equal((await rejection(all(generate(client())))).status, 401);
  });
});

test("S19: an endless line is an error, and does not fill the memory", async () => {
  const chunk = new TextEncoder().encode("x".repeat(2 ** 20));
  let chunks = 0;
  const body = () =>
    new ReadableStream({
      pull: (controller) => {
        chunks += 1;
        if (chunks > 40) controller.close();
        else controller.enqueue(chunk);
      },
    });
  const later = { status: 429, headers: { "retry-after": "0" } };
  let requests = 0;
  const fetch = async () => {
    requests += 1;
    return requests === 1 ? new Response('{"detail":"later"}', later) : new Response(body());
  };
  await withServer(ended, async ({ client }) => {
    const error = await rejection(all(generate(client({ fetch }))));
    assert.ok(error instanceof APIResponseError, `${error.name}: ${error.message.slice(0, 100)}`);
    assert.match(error.message, /a line is longer than 16777216 characters/);
    assert.equal(error.attempts, 2);
    assert.ok(chunks < 20, String(chunks));
  });
});
