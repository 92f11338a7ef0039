/** Secrets in other spellings, in headers and in causes, wrapped fetches, and params in other forms: S3, S11, S12, S30, S33. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { mock, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { Synthflow } from "synthflow-wasm";
import { runScript } from "../support/hosts.js";
import { rejection, reply, withServer } from "../support/server.js";
import { call } from "./support.js";

// The shortest pauses between attempts.
mock.method(Math, "random", () => 0);

const created = () => ({ status: "ok", response: { call_id: "c" } });

const seen = (error) =>
  [inspect(error, { depth: 12, showHidden: true }), error.stack, JSON.stringify(error)].join("\n");

test("S3: in Bun, a global fetch that is a bound function is a wrapper too", async () => {
  await withServer(created, async ({ url, delivered }) => {
    const script = fileURLToPath(new URL("bound.mjs", import.meta.url));
    const found = JSON.parse(await runScript("bun", script, [url]));
    assert.deepEqual([found, delivered.length], [{ outcome: "unknown", attempts: 1 }, 1]);
  });
});

const escapes = {
  "as PHP writes it": (text) => text.replaceAll("/", "\\/"),
  "with a plus by its number": (text) => text.replaceAll("+", "\\u002b"),
  "all by their numbers": (text) =>
    text.replace(/[a-z]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`),
};

for (const [what, spell] of Object.entries(escapes)) {
  test(`S11: a secret that JSON spells otherwise is redacted: ${what}`, async () => {
    const apiKey = "sk/live+0123456789/abcdef==";
    const bodies = [
      [401, (said) => `{"detail":"${said}"}`],
      [422, (said) => `{"detail":[{"loc":["${said}"],"msg":"${said}","input":{"${said}":["${said}"]}}]}`],
      [200, (said) => `{"status":"error","response":"${said}"}`],
    ];
    for (const [status, body] of bodies) {
      const respond = ({ headers }, response) => reply(response, status, body(spell(headers.authorization)));
      await withServer(respond, async ({ client }) => {
        const error = await rejection(client({ apiKey }).calls.create(call));
        assert.ok(!seen(error).includes(apiKey), error.message);
      });
    }
  });
}

test("S11: a secret in the headers of a response is not printed with the error", async () => {
  const apiKey = "sk-live-0123456789abcdef";
  for (const [status, body] of [
    [401, { detail: "no" }],
    [500, "<html>"],
    [200, "<html>"],
    [200, {}],
    [302, ""],
  ]) {
    const respond = ({ headers }, response) =>
      reply(response, status, body, {
        "www-authenticate": `Bearer error_description="${headers.authorization}"`,
        "x-echo": headers.authorization,
      });
    await withServer(respond, async ({ client }) => {
      const error = await rejection(client({ apiKey, maxRetries: 0 }).calls.create(call));
      assert.ok(!seen(error).includes(apiKey), `${status}: ${inspect(error.headers)}`);
      assert.equal(error.headers.get("content-type"), "application/json");
    });
  }
});

test("S11: a secret in what was thrown below is not printed with the error", async () => {
  const apiKey = "sk-live-0123456789abcdef";
  // Not HTTP: everything comes back as it went.
  const server = createServer((socket) => {
    socket.on("error", () => {}).once("data", (data) => socket.end(data));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseURL = `http://127.0.0.1:${server.address().port}`;
  const throwing = async (_, { headers }) => {
    throw new TypeError("fetch failed", { cause: new Error(`no: ${headers.authorization}`) });
  };
  try {
    for (const fetch of [undefined, throwing]) {
      const client = new Synthflow({ apiKey, baseURL, maxRetries: 0, ...(fetch ? { fetch } : {}) });
      const error = await rejection(client.calls.create(call));
      assert.ok(error.cause, "the cause is gone");
      assert.ok(!seen(error).includes(apiKey), inspect(error.cause, { depth: 5 }));
    }
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

test("S11: the keys of all attempts are redacted", async () => {
  let count = 0;
  const apiKey = () => `key-of-attempt-${++count}-0123456789`;
  const respond = ({ headers }, response, index) => {
    if (index === 0) return reply(response, 429, { detail: "slow down" });
    return reply(response, 401, { detail: `key-of-attempt-1-0123456789 is not ${headers.authorization}` });
  };
  await withServer(respond, async ({ client }) => {
    const error = await rejection(client({ apiKey }).calls.create(call));
    assert.equal(error.attempts, 2);
    assert.doesNotMatch(seen(error), /key-of-attempt-[12]-/);
  });
});

test("S12: the path of client.request, which the caller wrote, is in no log line", async () => {
  const lines = [];
  const log = (line) => lines.push(line);
  const logger = { error: log, warn: log, info: log, debug: log };
  await withServer(
    (_, response) => reply(response, 503, { detail: "no" }),
    async ({ client }) => {
      const one = client({ logger, logLevel: "debug", maxRetries: 1 });
      for (const path of ["/contacts/+14155550199", "/contacts/%2B14155550199", "/numbers/14155550199/x"]) {
        await rejection(one.request("GET", path));
      }
    },
  );
  assert.ok(lines.length >= 6);
  assert.doesNotMatch(lines.join("\n"), /14155550199/);
});

/** Sends a request that holds `17`, or is refused with nothing sent. */
const takenOrRefused = async (run, times = 1) => {
  const page = ({ url }) => ({
    status: "ok",
    response: { assistants: [{ model_id: url }], pagination: { total_records: 2 } },
  });
  await withServer(page, async ({ client, delivered }) => {
    try {
      await run(client());
    } catch (error) {
      assert.deepEqual([error.outcome, delivered.length], ["not-sent", 0], error.stack);
      return;
    }
    assert.equal(delivered.length, times);
    for (const { url, headers, body } of delivered) {
      assert.ok(`${url} ${headers["x-tag"]} ${body}`.includes("17"), `${url} ${headers["x-tag"]} ${body}`);
    }
  });
};

const pairs = [["tag", "17"]];
const drain = async (list) => {
  for await (const _ of list);
};

const iterable = {
  *[Symbol.iterator]() {
    yield* pairs;
  },
};

const given = {
  "a query in an iterable": (client) => client.agents.get("a", {}, { extraQuery: iterable }),
  "a body in an iterable": (client) => client.agents.update("a", { name: "B" }, { extraBody: iterable }),
  "headers in an iterable": (client) =>
    client.agents.get(
      "a",
      {},
      {
        headers: {
          *[Symbol.iterator]() {
            yield ["x-tag", "17"];
          },
        },
      },
    ),
  "a query in pairs": (client) => client.agents.get("a", {}, { extraQuery: pairs }),
  "a body in pairs": (client) => client.agents.update("a", { name: "B" }, { extraBody: pairs }),
  "a query of client.request in pairs": (client) => client.request("GET", "/new", pairs),
  "a query of client.request as text": (client) => client.request("GET", "/new", "tag=17"),
  "a list with an extra body": (client) => client.request("POST", "/new", ["17"], { extraBody: { a: 1 } }),
  "a header that stands twice": (client) =>
    client.request(
      "GET",
      "/new",
      {},
      {
        headers: [
          ["x-tag", "17"],
          ["x-tag", "18"],
        ],
      },
    ),
};

for (const [what, run] of Object.entries(given)) {
  test(`S30: ${what} is taken or refused`, () => takenOrRefused(run));
}

for (const [what, params] of Object.entries({
  "a Map": new Map([
    ["limit", 1],
    ["trace", "17"],
  ]),
  URLSearchParams: new URLSearchParams("limit=1&trace=17"),
})) {
  test(`S30: a query in ${what} is in every page, or refused`, () =>
    takenOrRefused((client) => drain(client.agents.list(params, { validation: "off" })), 2));
}

test("S33: the documentation mentions 421", () => {
  const text = ["README.md", "SECURITY.md", "docs/reliability.md"].map((name) => {
    try {
      return readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
    } catch {
      return "";
    }
  });
  assert.ok(/\b421\b/.test(text.join("\n")), "no page mentions the status 421");
});
