/**
 * One delivery, and the truth about it: S3, S4, S5, S8, S9.
 *
 * Length: lists of wrappers, responses and requests, each tried in the same way.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import { APIResponseError, SynthflowError } from "synthflow-wasm";
import * as slim from "synthflow-wasm/slim";
import { freePort } from "../support/port.js";
import { rejection, reply, startServer, withServer } from "../support/server.js";
import { call, creating, forEach, isUnknown, refusal, repeating, withGlobal } from "./support.js";

// The shortest pauses between attempts.
mock.method(Math, "random", () => 0);

const created = () => ({ status: "ok", response: { call_id: "c" } });

/** Wrappers of fetch that deliver the request and then fail with what looks like no connection. */
const wrappers = async (url) => {
  const closed = `http://127.0.0.1:${await freePort()}/audit`;
  const port = Number(new URL(url).port);
  const then = (fail) => async (target, init) => {
    await (await fetch(target, init)).text();
    await fail();
  };
  const throwing = (error) => () => {
    throw error;
  };
  const gone = (fields) => throwing(refusal({ address: "127.0.0.1", ...fields }));
  const list = {
    "an audit that is refused": then(() => fetch(closed, { method: "POST" })),
    "a refusal that names no address": then(throwing(refusal({}))),
    "a refusal that names the API's address": then(gone({ port })),
    "a name that is not found": then(throwing(Object.assign(new Error("no"), { code: "ENOTFOUND" }))),
    "a timeout of connecting": then(
      throwing(Object.assign(new Error("no"), { cause: { code: "UND_ERR_CONNECT_TIMEOUT" } })),
    ),
    "several refusals": then(
      throwing(new AggregateError([refusal({ port }).cause, refusal({ port }).cause])),
    ),
    "a certificate": then(throwing(Object.assign(new Error("no"), { code: "CERT_HAS_EXPIRED" }))),
    "words of Deno": then(throwing(new TypeError(`error for url (${url}/v2/calls): client error (Connect)`))),
    "a bad port": then(throwing(new TypeError("fetch failed", { cause: new Error("bad port") }))),
  };
  return Object.entries(list);
};

test("S3: a wrapper that delivers and then fails with a connection code: one delivery, unknown", async () => {
  await withServer(created, async ({ url, client, delivered }) => {
    for (const [name, fetch] of await wrappers(url)) {
      const before = delivered.length;
      isUnknown(await rejection(client({ fetch }).calls.create(call)), name);
      assert.equal(delivered.length - before, 1, name);
    }
  });
});

test("S3: the same for every request that must not be repeated", async () => {
  await withServer(created, async ({ url, client, delivered }) => {
    const [[, fetch]] = await wrappers(url);
    await forEach(creating, async (send, name) => {
      const before = delivered.length;
      isUnknown(await rejection(send(client({ fetch }), { maxRetries: 4 })), name);
      assert.equal(delivered.length - before, 1, name);
    });
    await forEach(repeating, async (send, name) => {
      const error = await rejection(send(client({ fetch, maxRetries: 1 })));
      assert.deepEqual([error.attempts, error.outcome], [2, "unknown"], name);
    });
  });
});

test("S3: a global fetch that was patched is a wrapper too", async () => {
  const real = globalThis.fetch;
  await withServer(created, async ({ url, client, delivered }) => {
    const closed = `http://127.0.0.1:${await freePort()}/audit`;
    const fail = () => real(closed, { method: "POST" });
    const patches = {
      "an arrow function": async (...args) => {
        await real(...args);
        return fail();
      },
      "one named fetch": async function fetch(input, init) {
        await real(input, init);
        throw refusal({ address: "127.0.0.1", port: Number(new URL(url).port) });
      },
      "a proxy": new Proxy(real, {
        apply: async (target, _, args) => {
          await target(...args);
          return fail();
        },
      }),
      "one whose text is that of the host's": Object.assign(
        async (...args) => {
          await real(...args);
          return fail();
        },
        { toString: () => real.toString() },
      ),
    };
    for (const [name, patch] of Object.entries({
      ...patches,
      "a bound one": patches["one named fetch"].bind(),
    })) {
      const before = delivered.length;
      await withGlobal("fetch", patch, async () => {
        isUnknown(await rejection(client().calls.create(call)), name);
      });
      assert.equal(delivered.length - before, 1, name);
    }
  });
});

test("S3: the host's own fetch is still believed, and retried", async () => {
  const server = await startServer(created);
  const client = server.client({ maxRetries: 1 });
  await server.close();
  await forEach(creating, async (send, name) => {
    const error = await rejection(send(client));
    assert.deepEqual([error.outcome, error.attempts], ["not-sent", 2], name);
  });
});

test("S4: once there is a response, reading it proves nothing, whatever the code", async () => {
  const { cause } = refusal({});
  const broken = async () => {
    throw cause;
  };
  const responses = {
    "text() rejects": { status: 200, ok: true, text: broken },
    "text() rejects, status 503": { status: 503, ok: false, text: broken },
    "text() rejects, status 429": { status: 429, ok: false, text: broken },
    "text() throws": {
      status: 200,
      text: () => {
        throw cause;
      },
    },
    "a status that throws": {
      get status() {
        throw cause;
      },
      text: async () => "{}",
    },
    "a body that errors": {
      status: 200,
      ok: true,
      body: new ReadableStream({ pull: (controller) => controller.error(cause) }),
      text: broken,
    },
  };
  for (const [what, response] of Object.entries(responses)) {
    await withServer(created, async ({ client, delivered }) => {
      const wrapped = async (...args) => {
        await (await fetch(...args)).text();
        return response;
      };
      isUnknown(await rejection(client({ fetch: wrapped }).calls.create(call)), what);
      assert.equal(delivered.length, 1, what);
    });
  }
});

test("S4: also where the fetch is the host's own, and the code one that is believed of it", async (context) => {
  await withServer(created, async ({ url, client, delivered }) => {
    const port = Number(new URL(url).port);
    context.mock.method(Response.prototype, "text", async () => {
      throw refusal({ address: "127.0.0.1", port });
    });
    isUnknown(await rejection(client({ maxRetries: 3 }).calls.create(call)), "text()");
    assert.equal(delivered.length, 1);
  });
});

test("S4: a response of the host's own fetch that breaks off", async () => {
  const breaks = (_, response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write('{"status":', () => setTimeout(() => response.socket.resetAndDestroy(), 10));
  };
  await withServer(breaks, async ({ client, delivered }) => {
    isUnknown(await rejection(client().calls.create(call)), "reset");
    const stream = await creating["simulationCases.generate, a stream"](client());
    const error = await rejection(stream.next());
    assert.deepEqual([error.outcome, error.attempts], ["unknown", 1], error.message);
    assert.equal(delivered.length, 2);
  });
});

test("S5: a request with issues that is sent is not logged as one that was not", async () => {
  const wrong = { ...call, phone: "4155550100" };
  const sends = {
    "1 issue": (client, options) => client.calls.create(wrong, options),
    "2 issues": (client, options) => client.calls.create({ ...wrong, name: 5 }, options),
    "3 issues": (client, options) => client.calls.create({ phone: "4155550100" }, options),
  };
  for (const [count, send] of Object.entries(sends)) {
    for (const [atClient, atRequest] of [
      [{ validation: "warn" }, {}],
      [{}, { validation: "warn" }],
    ]) {
      await withServer(created, async ({ client, delivered }) => {
        const lines = [];
        const logger = { warn: (line) => lines.push(line) };
        await send(client({ logger, logLevel: "warn", ...atClient }), atRequest);
        assert.equal(delivered.length, 1);
        assert.equal(lines.length, 1);
        assert.match(lines[0], new RegExp(`^calls\\.create was sent despite ${count} in the params: `));
        assert.doesNotMatch(lines[0], /not sent/);
      });
    }
  }
});

const complete = {
  "an empty list": { status: "ok", response: { assistants: [] } },
  "a page of HTML": "<html>gateway</html>",
  text: "OK",
  "truncated JSON": '{"status": "ok", "response": {"assis',
  "an error in a good status": { status: "error", response: "busy, try later" },
};

test("S8: a complete response is no transient failure", async () => {
  for (const [what, body] of Object.entries(complete)) {
    const respond = (_, response) => reply(response, 200, body);
    await withServer(respond, async ({ client, delivered }) => {
      const error = await rejection(client().agents.get("a"));
      assert.ok(error instanceof SynthflowError, what);
      assert.deepEqual([error.attempts, delivered.length], [1, 1], what);
      assert.doesNotMatch(error.message, /is the id right/);
    });
  }
});

test("S8: nor for other operations, statuses and what fetch returns", async () => {
  const empty = (_, response) => reply(response, 200, { simulation_case: [] });
  await withServer(empty, async ({ client, delivered }) => {
    const error = await rejection(client().simulationCases.get("a"));
    assert.ok(error instanceof APIResponseError);
    assert.equal(delivered.length, 1);
  });
  for (const status of [301, 307, 400, 409, 501, 505]) {
    await withServer(
      (_, response) => reply(response, status, "<html>", { location: "https://elsewhere.example/" }),
      async ({ client, delivered }) => {
        await rejection(client().agents.get("a"));
        assert.equal(delivered.length, 1, String(status));
      },
    );
  }
  for (const value of [5, null, {}, { status: 200 }, { status: 99, text: async () => "" }]) {
    let calls = 0;
    const fetch = async () => {
      calls += 1;
      return value;
    };
    await withServer(created, async ({ client }) => {
      assert.ok((await rejection(client({ fetch }).agents.get("a"))) instanceof APIResponseError);
      assert.equal(calls, 1, JSON.stringify(value));
    });
  }
});

/** Like the data cache of a framework: responds from memory unless the request opts out. */
const caching = () => {
  const real = globalThis.fetch;
  const cache = new Map();
  return async (url, init) => {
    const key = JSON.stringify([url, init.method, String(init.body)]);
    const keeps = !["no-store", "no-cache", "reload"].includes(init.cache);
    if (keeps && cache.has(key)) return new Response(cache.get(key));
    const text = await (await real(url, init)).text();
    if (keeps) cache.set(key, text);
    return new Response(text);
  };
};

const items = { assistants: [{ model_id: "a" }] };

test("S9: every request has cache: no-store", async () => {
  slim.initSync(readFileSync(new URL("../../pkg/synthflow_bg.wasm", import.meta.url)));
  const wrong = [];
  await withServer(
    () => ({ status: "ok", response: { call_id: "c", ...items } }),
    async ({ client, url }) => {
      const seen = async (target, init) => {
        if (!Object.hasOwn(init, "cache") || init.cache !== "no-store")
          wrong.push(`${init.method} ${target}`);
        return fetch(target, init);
      };
      const ofSlim = new slim.Synthflow({ apiKey: "k", baseURL: url, fetch: seen });
      await forEach({ ...creating, ...repeating }, (send) => send(client({ fetch: seen })));
      await forEach({ ...creating, ...repeating }, (send) => send(ofSlim));
    },
  );
  assert.deepEqual(wrong, []);
});

test("S9: a global fetch with a data cache places each call and shows each status", async () => {
  const statuses = ["queue", "in-progress", "completed"];
  let polls = 0;
  const respond = ({ method }, _, index) =>
    method === "POST"
      ? { status: "ok", response: { call_id: `c${index}` } }
      : { status: "ok", response: { calls: [{ call_id: "c", status: statuses[polls++] ?? "completed" }] } };
  await withServer(respond, async ({ client, delivered }) => {
    const one = client();
    await withGlobal("fetch", caching(), async () => {
      const ids = [await one.calls.create(call), await one.calls.create(call)].map(({ call_id }) => call_id);
      assert.deepEqual(ids, ["c0", "c1"]);
      const ended = await one.calls.wait("c", { interval: 5, timeout: 5000 });
      assert.equal(ended.status, "completed");
    });
    assert.equal(delivered.length, 5);
  });
});
