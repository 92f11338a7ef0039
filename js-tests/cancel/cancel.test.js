/**
 * A request settles within 50 ms after an abort or its timeout, in any phase. Measured with a timer of 50 ms that starts
 * at that moment and must fire second, so that a slow machine delays both.
 */

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { APIAbortError, APITimeoutError, Synthflow } from "synthflow-wasm";
import { rejection, reply, withServer } from "../support/server.js";

const GRACE = 50;

const timer = (time) => new Promise((resolve) => setTimeout(resolve, time, "too late"));

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };
const params = { agent_id: "m", include_tests: ["angry_user"] };

/** A raw socket server that calls `act` with each socket. */
const withSockets = async (act, test) => {
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    act(socket);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const open = () => [...sockets].filter((socket) => !socket.destroyed).length;
  try {
    await test(server.address().port, open);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
};

const page = (response, next) =>
  reply(response, 200, {
    status: "ok",
    response: { assistants: [{ model_id: "a" }], pagination: { total_records: 2, limit: 1, offset: next } },
  });

const all = async (list) => {
  for await (const _ of list);
};

/** A response that begins and stalls. */
const begins = (status, text) => (_, response) => {
  response.writeHead(status).write(text);
};

/** Servers on which a request stalls. `delivered` is the number of requests that arrive. */
const phases = {
  "before the response": { respond: () => {}, run: (client, options) => client.calls.create(call, options) },
  "within the body": {
    respond: begins(200, '{"status":'),
    run: (client, options) => client.agents.list({}, options),
  },
  "within the body, for withResponse": {
    respond: begins(200, '{"status":'),
    run: (client, options) => client.agents.get("a", {}, options).withResponse(),
  },
  "before the response, for asResponse": {
    respond: () => {},
    run: (client, options) => client.agents.get("a", {}, options).asResponse(),
  },
  "in a body that drips": {
    respond: (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(drip));
    },
    run: (client, options) => client.voices.list({ workspace: "w" }, options),
  },
  "on the second page": {
    respond: (_, response, index) => (index === 0 ? page(response, 0) : undefined),
    run: (client, options) => all(client.agents.list({ limit: 1 }, options)),
    delivered: 2,
  },
  "in an NDJSON response": {
    respond: begins(200, '{"a":1}\n'),
    run: (client, options) => all(client.simulationCases.generate(params, options)),
  },
  "within an error's body": {
    respond: begins(503, "{"),
    run: (client, options) => client.calls.create(call, options),
  },
};

/** Aborts once the request has stalled; returns what settled first. */
const aborted = async (run, ready) => {
  const controller = new AbortController();
  const failed = rejection(run({ signal: controller.signal }));
  await ready();
  controller.abort(new Error("mine"));
  const error = await Promise.race([failed, timer(GRACE)]);
  assert.ok(error instanceof APIAbortError, String(error));
  assert.equal(error.cause.message, "mine");
  return error;
};

const timedOut = async (run, time = 150) => {
  const failed = rejection(run({ timeout: time, maxRetries: 0 }));
  const error = await Promise.race([failed, timer(time + GRACE)]);
  assert.ok(error instanceof APITimeoutError, String(error));
  return error;
};

const until = async (holds) => {
  for (let tries = 0; !holds(); tries += 1) {
    assert.ok(tries < 5000, `not within ${tries} checks: ${holds}`);
    await timer(2);
  }
};

for (const [phase, { respond, run, delivered: most = 1 }] of Object.entries(phases)) {
  test(`aborted ${phase}`, async () => {
    await withServer(respond, async ({ client, delivered }) => {
      const ready = async () => {
        await until(() => delivered.length === most);
        await timer(20);
      };
      const error = await aborted((options) => run(client(), options), ready);
      assert.equal(error.outcome, "unknown");
      await timer(20);
      assert.equal(delivered.length, most);
    });
  });

  test(`timed out ${phase}`, async () => {
    await withServer(respond, async ({ client, delivered }) => {
      // The timeout of a list applies to each page: here the first one arrives immediately.
      const error = await timedOut((options) => run(client(), options));
      assert.equal(error.outcome, "unknown");
      assert.equal(delivered.length, most);
    });
  });
}

test("aborted before: nothing is sent, and the key function is not called", async () => {
  let asked = 0;
  const apiKey = () => {
    asked += 1;
    return "test";
  };
  await withServer(
    () => ({}),
    async ({ client, delivered }) => {
      const signal = AbortSignal.abort(new Error("mine"));
      for (const run of Object.values(phases).map((place) => place.run)) {
        const error = await Promise.race([rejection(run(client({ apiKey }), { signal })), timer(GRACE)]);
        assert.ok(error instanceof APIAbortError, String(error));
        assert.deepEqual([error.outcome, error.attempts], ["not-sent", 0]);
      }
      assert.deepEqual([delivered.length, asked], [0, 0]);
    },
  );
});

test("while the key function is pending: nothing is sent", async () => {
  const never = () => new Promise(() => {});
  await withServer(
    () => ({}),
    async ({ client, delivered }) => {
      const run = (options) => client({ apiKey: never }).calls.create(call, options);
      assert.equal((await aborted(run, () => timer(20))).outcome, "not-sent");
      assert.equal((await timedOut(run)).outcome, "not-sent");
      assert.equal(delivered.length, 0);
    },
  );
});

test("while connecting", async () => {
  // The TLS handshake never completes.
  await withSockets(
    () => {},
    async (port, open) => {
      const client = new Synthflow({
        apiKey: "test",
        baseURL: `https://127.0.0.1:${port}/v2`,
        logLevel: "off",
      });
      const run = (options) => client.calls.create(call, options);
      await aborted(run, () => until(() => open() === 1));
      await timedOut(run);
    },
  );
});

test("while a long body is sent; the connection is closed", async () => {
  await withSockets(
    (socket) => socket.pause(),
    async (port) => {
      const client = new Synthflow({
        apiKey: "test",
        baseURL: `http://127.0.0.1:${port}/v2`,
        logLevel: "off",
      });
      const prompt = "x".repeat(50_000_000);
      const run = (options) => client.agents.update("m", { agent: { prompt } }, options);
      await aborted(run, () => timer(100));
      // Writing the body takes some of the time.
      await timedOut(run, 500);
    },
  );
});

test("an abort and a timeout close the connection", async () => {
  // Counts only sockets with a request: Node opens another one in advance.
  const asked = [];
  await withSockets(
    (socket) => socket.on("data", () => asked.push(socket)),
    async (port) => {
      const client = new Synthflow({
        apiKey: "test",
        baseURL: `http://127.0.0.1:${port}/v2`,
        logLevel: "off",
      });
      const run = (options) => client.agents.list({}, options);
      await aborted(run, () => until(() => asked.length === 1));
      await until(() => asked[0].destroyed);
      await timedOut(run);
      await until(() => asked[1].destroyed);
    },
  );
});

for (const [what, respond] of Object.entries({
  "what Retry-After asks for": (_, response) => reply(response, 429, {}, { "retry-after": "30" }),
  "the time between two attempts": (_, response) => reply(response, 503, {}),
})) {
  test(`aborted in ${what}`, async (context) => {
    context.mock.method(Math, "random", () => 0.999);
    await withServer(respond, async ({ client, delivered }) => {
      const ready = async () => {
        await until(() => delivered.length === 1);
        await timer(20);
      };
      const error = await aborted((options) => client().agents.list({}, options), ready);
      assert.equal(error.attempts, 1);
      await timer(20);
      assert.equal(delivered.length, 1);
    });
  });
}

test("aborted between two polls of a call", async () => {
  await withServer(
    () => ({ status: "ok", response: { calls: [{ call_id: "c", status: "in-progress" }] } }),
    async ({ client, delivered }) => {
      const run = (options) => client().calls.wait("c", { interval: 60_000, ...options });
      await aborted(run, async () => {
        await until(() => delivered.length === 1);
        await timer(20);
      });
      assert.equal(delivered.length, 1);
    },
  );
});

test("aborted between two pages: the next is not requested", async () => {
  await withServer(
    (_, response) => page(response, 0),
    async ({ client, delivered }) => {
      const controller = new AbortController();
      const read = async () => {
        for await (const _ of client().agents.list({ limit: 1 }, { signal: controller.signal }))
          controller.abort();
      };
      const error = await rejection(read());
      assert.ok(error instanceof APIAbortError, String(error));
      assert.equal(error.outcome, "not-sent");
      assert.equal(delivered.length, 1);
    },
  );
});
