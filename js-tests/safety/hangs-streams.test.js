/**
 * Nothing hangs while a body is read: S18 (streams), S19 (long lines), S20 (no body), S21 (asResponse).
 *
 * Length: lists of endings and of bodies, each tried in the same way.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { APIAbortError, APIResponseError, APITimeoutError, Synthflow } from "synthflow-wasm";
import { rejection, withServer } from "../support/server.js";
import { call } from "./support.js";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc");

const params = { agent_id: "m", include_tests: ["angry_user"] };
const generate = (client, options) => client.simulationCases.generate(params, options);

/** A server that writes a beginning and goes on in no way; `closed` says how many connections have gone. */
const open = (text) => {
  const server = {
    closed: 0,
    respond: (_, response) => {
      response.on("close", () => {
        server.closed += 1;
      });
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      response.flushHeaders();
      if (text) response.write(text);
    },
  };
  return server;
};

/** Waits until something holds, but not for long. */
const until = async (holds, what) => {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await holds()) return;
    await sleep(10);
  }
  assert.fail(`not within two seconds: ${what}`);
};

const ends = {
  "an abort, then return()": async (stream, controller) => {
    controller.abort();
    await stream.return();
  },
  "an abort alone": (_, controller) => controller.abort(),
  "return() alone": (stream) => stream.return(),
  "throw()": (stream) => stream.throw(new Error("mine")).catch(() => {}),
  "leaving the loop": async (stream) => {
    for await (const _ of stream) break;
  },
  "an abort while a line is awaited": async (stream, controller) => {
    await stream.next();
    const next = rejection(stream.next());
    controller.abort();
    assert.ok((await next) instanceof APIAbortError);
  },
  "return() while a line is awaited": async (stream) => {
    await stream.next();
    const next = stream.next();
    await stream.return();
    assert.deepEqual(await next, { value: undefined, done: true });
  },
};

for (const [what, end] of Object.entries(ends)) {
  test(`S18: a stream ends its connection: ${what}`, async () => {
    const server = open('{"a":1}\n');
    await withServer(server.respond, async ({ client }) => {
      const controller = new AbortController();
      const stream = await generate(client(), { signal: controller.signal, timeout: 5000 });
      await end(stream, controller);
      await until(() => server.closed === 1, "the connection closes");
      // Settled for good: it neither hangs nor goes on.
      const after = await stream.next().catch((error) => error);
      assert.ok(after.done || after instanceof APIAbortError, String(after));
    });
  });
}

test("S18: the timeout applies from the start, whether or not the stream is iterated", async () => {
  const server = open("");
  await withServer(server.respond, async ({ client }) => {
    const stream = await generate(client(), { timeout: 100 });
    await until(() => server.closed === 1, "the connection closes");
    const error = await rejection(stream.next());
    assert.ok(error instanceof APITimeoutError);
    assert.equal(error.outcome, "unknown");
  });
});

test("S18: and to each silence between two lines", async () => {
  const server = open('{"a":1}\n');
  await withServer(server.respond, async ({ client }) => {
    const stream = await generate(client({ timeout: 100 }));
    assert.deepEqual((await stream.next()).value, { a: 1 });
    assert.ok((await rejection(stream.next())) instanceof APITimeoutError);
    await until(() => server.closed === 1, "the connection closes");
  });
});

test("S18: an abort before anybody iterates is what the first line is rejected with", async () => {
  const server = open("");
  await withServer(server.respond, async ({ client }) => {
    const controller = new AbortController();
    const stream = await generate(client(), { signal: controller.signal });
    controller.abort("gone");
    const error = await rejection(stream.next());
    assert.ok(error instanceof APIAbortError);
    assert.deepEqual([error.outcome, error.cause], ["unknown", "gone"]);
    await until(() => server.closed === 1, "the connection closes");
  });
});

test("S18: a stream that is garbage collected closes its connection", async () => {
  const server = open('{"a":1}\n');
  await withServer(server.respond, async ({ client }) => {
    const { signal } = new AbortController();
    const left = async (iterate) => {
      const stream = await generate(client(), { signal });
      if (iterate) await stream.next();
    };
    await left(false);
    await left(true);
    await until(() => {
      gc();
      return server.closed === 2;
    }, "both connections close");
  });
});

test("S18: a line that is awaited is not lost where only its promise is held", async () => {
  const respond = async (_, response) => {
    response.writeHead(200).write("\n");
    await sleep(100);
    response.end('{"a":1}\n');
  };
  await withServer(respond, async ({ client }) => {
    const next = (await generate(client())).next();
    for (let turn = 0; turn < 8; turn += 1) {
      await sleep(10);
      gc();
    }
    assert.deepEqual(await next, { value: { a: 1 }, done: false });
  });
});

/** One line of so many bytes, in chunks like those of a connection. */
const longLine = (bytes) => {
  const piece = new TextEncoder().encode("€".repeat(21_845));
  let left = bytes;
  return async () =>
    new Response(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"a":"')),
        pull: (controller) => {
          if (left > 0) controller.enqueue(piece);
          else {
            controller.enqueue(new TextEncoder().encode('"}\n{"b":2}\n'));
            controller.close();
          }
          left -= piece.length;
        },
      }),
    );
};

const MEGA = 2 ** 20;

const timeOf = async (bytes) => {
  const client = new Synthflow({ apiKey: "key", fetch: longLine(bytes) });
  const start = performance.now();
  const stream = await generate(client);
  const first = (await stream.next()).value;
  assert.ok(first.a.length * 3 >= bytes);
  assert.deepEqual((await stream.next()).value, { b: 2 });
  return performance.now() - start;
};

test("S19: parsing a long line takes linear time", async () => {
  await timeOf(MEGA);
  // The best of three: a collection of garbage in between takes as long as the line.
  const bestOf = async (bytes) => Math.min(await timeOf(bytes), await timeOf(bytes), await timeOf(bytes));
  const [small, large] = [await bestOf(8 * MEGA), await bestOf(32 * MEGA)];
  assert.ok(large / small < 8, `8 MB: ${Math.round(small)} ms, 32 MB: ${Math.round(large)} ms`);
});

test("S19: a line without end is an error that says so, and ends the connection", async () => {
  let closed = 0;
  let written = 0;
  const respond = (_, response) => {
    response.on("close", () => {
      closed += 1;
    });
    const piece = "x".repeat(MEGA);
    const more = () => {
      if (response.destroyed || written > 64) return;
      written += 1;
      response.write(piece, more);
    };
    response.writeHead(200);
    more();
  };
  await withServer(respond, async ({ client }) => {
    const stream = await generate(client());
    const error = await rejection(stream.next());
    assert.ok(error instanceof APIResponseError, error.stack);
    assert.match(error.message, /line .* longer than \d+ characters/);
    assert.deepEqual([error.outcome, error.attempts, error.status], ["unknown", 1, 200]);
    await until(() => closed === 1, "the connection closes");
    assert.ok(written < 40, `${written} MB were taken`);
    assert.equal((await stream.next()).done, true);
  });
});

test("S19: many lines that are long together are no long line", async () => {
  const line = `${JSON.stringify({ a: "x".repeat(MEGA - 100) })}\n`;
  const respond = (_, response) => {
    response.writeHead(200);
    for (let index = 0; index < 24; index += 1) response.write(line);
    response.end();
  };
  await withServer(respond, async ({ client }) => {
    let count = 0;
    for await (const _ of generate(client())) count += 1;
    assert.equal(count, 24);
  });
});

const never = () => new Promise(() => {});

/** Responses that never come to an end, and have no body to read from. */
const silent = {
  "text() never settles": { status: 200, ok: true, text: never },
  "a body with no reader": { status: 200, ok: true, body: {}, text: never },
  "a body whose reader never settles": {
    status: 200,
    ok: true,
    body: { getReader: () => ({ read: never, cancel: never }) },
    text: never,
  },
  "a reader whose cancel() throws": {
    status: 200,
    ok: true,
    body: {
      getReader: () => ({
        read: never,
        cancel: () => {
          throw new Error("no");
        },
      }),
    },
    text: never,
  },
};

test("S20: a body of empty chunks without an end, or of no chunks, is an error", async () => {
  for (const chunk of [{ done: false, value: new Uint8Array(0) }, { done: false }, undefined]) {
    const body = { getReader: () => ({ read: async () => chunk, cancel: never }) };
    const fetch = async () => ({ status: 200, ok: true, body, text: never });
    const client = new Synthflow({ apiKey: "key", fetch, maxRetries: 0 });
    const error = await rejection((await generate(client, { timeout: 5000 })).next());
    assert.match(error.message, /not a stream of text or bytes/);
    assert.equal(error.outcome, "unknown");
  }
});

for (const [what, response] of Object.entries(silent)) {
  test(`S20: ${what}: the timeout and the signal apply`, async () => {
    const client = new Synthflow({ apiKey: "key", fetch: async () => response, maxRetries: 0 });
    const late = await rejection((await generate(client, { timeout: 50 })).next());
    assert.ok(late instanceof APITimeoutError, String(late));
    assert.equal(late.outcome, "unknown");
    const controller = new AbortController();
    const stream = await generate(client, { signal: controller.signal });
    const next = rejection(stream.next());
    controller.abort();
    assert.ok((await next) instanceof APIAbortError);
    const whole = await rejection(client.calls.create(call, { timeout: 50 }));
    assert.ok(whole instanceof APITimeoutError, String(whole));
  });
}

test("S20: return(), the signal and the timeout close the connection of a response without a body", async () => {
  const ends = [
    (stream) => stream.return(),
    (_, controller) => controller.abort(),
    async (stream) => assert.ok((await rejection(stream.next())) instanceof APITimeoutError),
  ];
  for (const end of ends) {
    const server = open('{"a":1}\n');
    await withServer(server.respond, async ({ client }) => {
      const bodiless = async (url, init) => {
        const response = await fetch(url, init);
        return { status: 200, ok: true, text: () => response.text() };
      };
      const controller = new AbortController();
      const options = { signal: controller.signal, timeout: 200 };
      await end(await generate(client({ fetch: bodiless }), options), controller);
      await until(() => server.closed === 1, "the connection closes");
    });
  }
});

test("S20: a fetch that never settles, and one that knows no signal", async () => {
  const client = new Synthflow({ apiKey: "key", fetch: never, maxRetries: 0 });
  for (const run of [
    (options) => client.calls.create(call, options),
    (options) => client.calls.create(call, options).asResponse(),
    (options) => generate(client, options),
  ]) {
    assert.ok((await rejection(run({ timeout: 30 }))) instanceof APITimeoutError);
    const controller = new AbortController();
    const result = run({ signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    const error = await rejection(result);
    assert.ok(error instanceof APIAbortError);
    assert.equal(error.outcome, "unknown");
  }
});

/** A body that drips and has no end. */
const drips = () => {
  const server = {
    closed: 0,
    respond: (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"a":"');
      const timer = setInterval(() => response.write("x"), 10);
      response.on("close", () => {
        server.closed += 1;
        clearInterval(timer);
      });
    },
  };
  return server;
};

const raws = {
  "calls.create": (client, options) => client.calls.create(call, options).asResponse(),
  "agents.list": (client, options) => client.agents.list({}, options).asResponse(),
  "a stream": (client, options) => generate(client, options).asResponse(),
  "client.request": (client, options) => client.request("GET", "/new", {}, options).asResponse(),
  "asked for late": async (client, options) => {
    const result = client.agents.get("a", {}, options);
    for (let turn = 0; turn < 30; turn += 1) await undefined;
    return result.asResponse();
  },
};

for (const [what, run] of Object.entries(raws)) {
  test(`S21: the signal reaches the body that the caller reads: ${what}`, async () => {
    const server = drips();
    await withServer(server.respond, async ({ client }) => {
      const controller = new AbortController();
      const response = await run(client(), { signal: controller.signal });
      const text = rejection(response.text());
      await sleep(30);
      controller.abort();
      const error = await Promise.race([text, sleep(2000, "hangs on")]);
      assert.notEqual(error, "hangs on");
      await until(() => server.closed === 1, "the connection closes");
    });
  });
}

test("S21: a signal that fires between the response and the reading of it", async () => {
  const server = drips();
  await withServer(server.respond, async ({ client }) => {
    const controller = new AbortController();
    const response = await client().calls.create(call, { signal: controller.signal }).asResponse();
    controller.abort();
    assert.equal((await rejection(response.text())).name, "AbortError");
    await until(() => server.closed === 1, "the connection closes");
  });
});

for (const turns of [0, 30]) {
  test(`S21: the signal reaches a body that is kept without its response, asked for after ${turns} turns`, async () => {
    const server = drips();
    await withServer(server.respond, async ({ client }) => {
      const controller = new AbortController();
      const read = async () => {
        const result = client().agents.get("a", {}, { signal: controller.signal });
        for (let turn = 0; turn < turns; turn += 1) await undefined;
        return (await result.asResponse()).body.getReader();
      };
      const reader = await read();
      for (let turn = 0; turn < 10; turn += 1) {
        await reader.read();
        await sleep(1);
        gc();
      }
      controller.abort();
      await until(() => server.closed === 1, "the connection closes");
      assert.equal((await rejection(reader.read())).name, "AbortError");
    });
  });
}

test("S21: a signal that does not fire leaves the body alone", async () => {
  const respond = (_, response) => {
    response.writeHead(200).write('{"a":');
    setTimeout(() => response.end("1}"), 30);
  };
  await withServer(respond, async ({ client }) => {
    const { signal } = new AbortController();
    const response = await client().agents.get("a", {}, { signal }).asResponse();
    gc();
    assert.deepEqual(await response.json(), { a: 1 });
  });
});
