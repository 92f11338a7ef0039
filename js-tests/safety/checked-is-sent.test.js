/** What is sent is what was checked, each property read once; and nothing a caller or a `fetch` does ends the core. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Synthflow } from "synthflow-wasm";
import { rejection } from "../support/server.js";
import { call } from "./support.js";

const KEY = "sk-live-0123456789";

/** Sends a message of a chat; returns the body, or the error. */
const send = async (params, options) => {
  let body;
  const fetch = async (_, init) => {
    body = init.body;
    return Response.json({ chat_id: "c" });
  };
  const client = new Synthflow({ apiKey: KEY, fetch });
  try {
    await client.chats.create("c", { model_id: "m", ...params }, options);
  } catch (error) {
    assert.equal(body, undefined, "nothing is sent");
    assert.equal(error.outcome, "not-sent");
    return error;
  }
  return JSON.parse(body);
};

/** A value that is another one each time it is read. */
const changing = (...values) => {
  let index = 0;
  return () => values[Math.min(index++, values.length - 1)];
};

class Inner {
  a = 1;
  toJSON() {
    return "another";
  }
}

class Outer {
  toJSON() {
    return new Inner();
  }
}

test("a getter that returns something else each time is read once", async () => {
  const id = changing("m", 5, { evil: 1 });
  const params = {
    get model_id() {
      return id();
    },
  };
  assert.deepEqual(await send(Object.defineProperties({}, Object.getOwnPropertyDescriptors(params))), {
    model_id: "m",
  });
  const metadata = Object.defineProperty({}, "a", { enumerable: true, get: changing("1", () => 2, 3n) });
  assert.deepEqual(await send({ metadata }), { model_id: "m", metadata: { a: "1" } });
});

test("an item that is another one each time is read once", async () => {
  const items = Object.defineProperty([], 0, { enumerable: true, get: changing("1", () => 2, 3n) });
  assert.deepEqual((await send({ metadata: { a: items } })).metadata, { a: ["1"] });
});

test("a string is sent whole, though only its beginning is checked", async () => {
  const long = "x".repeat(900_000);
  const { metadata } = await send({ metadata: { a: long, b: [long] } });
  assert.ok(metadata.a === long && metadata.b[0] === long);
  const urls = [];
  const fetch = async (url) => {
    urls.push(url);
    return Response.json({ response: { calls: [] } });
  };
  const client = new Synthflow({ apiKey: KEY, fetch });
  await client.calls.list({ model_id: long });
  await client.knowledgeBases.attach("k", { model_id: long });
  for (const url of urls) assert.ok(url.endsWith(`?model_id=${long}`), `${url.length} characters`);
  assert.equal(urls.length, 2);
});

test("a proxy is read once", async () => {
  const read = changing({ a: "1" }, "another", 5);
  const proxy = new Proxy(
    {},
    {
      ownKeys: () => ["metadata"],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get: (_, name) => (name === "metadata" ? read() : undefined),
    },
  );
  const client = new Synthflow({
    apiKey: KEY,
    fetch: async (_, init) => Response.json({ chat_id: init.body }),
  });
  const { chat_id } = await client.chats.create("c", proxy, {
    validation: "warn",
    extraBody: { model_id: "m" },
  });
  assert.deepEqual(JSON.parse(chat_id), { metadata: { a: "1" }, model_id: "m" });
});

test("toJSON is called once, and what it returns is checked", async () => {
  assert.deepEqual(await send({ metadata: new Outer() }), { model_id: "m", metadata: { a: 1 } });
  assert.deepEqual((await send({ metadata: { a: [new Outer()] } })).metadata, { a: [{ a: 1 }] });
  const toJSON = changing({ a: 1 }, "another");
  assert.deepEqual(await send({ metadata: { toJSON } }), { model_id: "m", metadata: { a: 1 } });
  const error = await send({ metadata: { toJSON: () => "text" } });
  assert.match(error.message, /metadata: expected an object of names and values, got a string/);
});

test("a text or a number in an object is what JSON makes of it", async () => {
  for (const metadata of [new String("abc"), Object.assign(new Number(5), { a: 1 }), new Boolean(true)]) {
    assert.match((await send({ metadata })).message, /metadata: expected an object/);
  }
});

test("a field toJSON does not replace the body", async () => {
  const toJSON = { toJSON: () => () => ({ evil: 1 }) };
  assert.match((await send({}, { extraBody: { toJSON } })).message, /a value has no form in JSON/);
  const refused = await send({ toJSON: () => ({ evil: 1 }) }, { validation: "warn" });
  assert.match(refused.message, /a value has no form in JSON/);
});

test("what an array lacks is null in JSON: it is refused, without validation and in extra fields, too", async () => {
  for (const metadata of [{ a: [undefined] }, { a: Object.assign([1], { 2: 3 }) }]) {
    assert.match((await send({ metadata }, { validation: "off" })).message, /a value has no form in JSON/);
    assert.match((await send({}, { extraBody: { b: metadata } })).message, /a value has no form in JSON/);
  }
});

test("content that JSON would lose is refused, however deep", async () => {
  const iterable = { *[Symbol.iterator]() {} };
  for (const metadata of [{ a: new Map([["x", 1]]) }, { a: [Promise.resolve(1)] }, { a: iterable }]) {
    assert.match(
      (await send({ metadata })).message,
      /metadata\.a.*: could not be read: it has no own properties/,
    );
  }
});

test("a reason that is no text does not stand for fields", async () => {
  for (const message of [[], ["0:]"], [Symbol("a")], [Object.create(null)], 5, null]) {
    const throwing = () => ({
      get a() {
        throw { message };
      },
    });
    assert.match((await send({ metadata: throwing() })).message, /could not be read: no reason given/);
    assert.match((await send({}, { headers: throwing() })).message, /headers/);
    assert.match((await send({}, { extraBody: throwing() })).message, /extraBody/);
    assert.match((await send({}, { extraQuery: throwing() })).message, /extraQuery/);
  }
});

test("a string that no host can hold is refused, and requests in flight go on", async () => {
  let respond;
  const fetch = () =>
    new Promise((resolve) => {
      respond = () => resolve(Response.json({ response: { call_id: "c" } }));
    });
  const client = new Synthflow({ apiKey: KEY, fetch });
  const pending = client.calls.create(call);
  const huge = "x".repeat(2 ** 28);
  for (const begin of [
    () => client.calls.get(huge),
    () => client.request("GET", "/voices", huge),
    () => client.request("GET", "/voices", { a: huge }),
    () => client.calls.list({ model_id: huge }),
    () => client.calls.get("c", { headers: { a: huge } }),
    () => client.calls.get("c", { extraQuery: { a: huge } }),
    () => client.calls.list({ [huge]: 1 }),
  ]) {
    assert.equal((await rejection(begin())).outcome, "not-sent");
  }
  respond();
  assert.equal((await pending).call_id, "c");
});

test("a fetch may change the headers: the core goes on, and the key is still a secret", async () => {
  const changes = {
    "a number": (headers) => Object.assign(headers, { "x-session-number": 42, "x-key": null, cookie: ["a"] }),
    "another name": (headers) => {
      headers.Authorization = headers.authorization;
      delete headers.authorization;
    },
    "no header at all": (headers) => {
      for (const name of Object.keys(headers)) delete headers[name];
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    const fetch = async (_, init) => {
      change(init.headers);
      return Response.json({ detail: `not with ${KEY}` }, { status: 401 });
    };
    const client = new Synthflow({ apiKey: KEY, fetch });
    const error = await rejection(client.calls.create(call));
    assert.equal(error.status, 401, what);
    assert.ok(!JSON.stringify([error.message, error.body, error.stack]).includes(KEY), what);
    assert.equal((await rejection(client.calls.get("c"))).status, 401, what);
  }
});

test("an option that can be read once is used, or refused", async () => {
  const signal = AbortSignal.abort(new Error("stopped"));
  const once = changing(1000);
  let reads = 0;
  const options = Object.defineProperties(
    {},
    {
      timeout: {
        enumerable: true,
        get: () => {
          reads += 1;
          if (reads > 1) throw new Error("read again");
          return once();
        },
      },
      signal: { enumerable: true, value: signal },
    },
  );
  let sent = 0;
  const client = new Synthflow({
    apiKey: KEY,
    fetch: async () => {
      sent += 1;
      return Response.json({ response: { call_id: "c" } });
    },
  });
  assert.equal((await rejection(client.calls.create(call, options))).name, "APIAbortError");
  assert.equal(sent, 0);
});

test("a function or a symbol is no params", async () => {
  let sent = 0;
  const fetch = async () => {
    sent += 1;
    return Response.json({});
  };
  const client = new Synthflow({ apiKey: KEY, fetch });
  for (const params of [() => ({}), Symbol("a"), new Uint8Array(1)]) {
    assert.equal((await rejection(client.request("POST", "/calls", params))).outcome, "not-sent");
  }
  assert.equal(sent, 0);
});

test("what is thrown with a field class is no report of the core", async () => {
  const forged = { class: "RateLimitError", outcome: "refused", message: "forged", attempts: 0 };
  const client = new Synthflow({
    apiKey: KEY,
    fetch: async () => {
      throw forged;
    },
  });
  const error = await rejection(client.calls.create(call));
  assert.deepEqual([error.name, error.outcome], ["APIConnectionError", "unknown"]);
});

test("null in an option leaves the environment's", async () => {
  process.env.SYNTHFLOW_BASE_URL = "https://sandbox.example/v2";
  try {
    let url;
    const fetch = async (given) => {
      url = given;
      return Response.json({ response: { call_id: "c" } });
    };
    await new Synthflow({ apiKey: KEY, baseURL: null, region: null, fetch }).calls.create(call);
    assert.equal(url, "https://sandbox.example/v2/calls");
  } finally {
    delete process.env.SYNTHFLOW_BASE_URL;
  }
});

test("a body that somebody else reads is an error with an outcome, and a stream that has ended stays ended", async () => {
  const fetch = async () => {
    const response = new Response('{"a":1}\n');
    response.body.getReader();
    return response;
  };
  const client = new Synthflow({ apiKey: KEY, fetch, maxRetries: 0 });
  const error = await rejection(
    client.simulationCases.generate({ agent_id: "a", number_of_cases: 1 }, { validation: "off" }),
  );
  assert.deepEqual([error.name, error.outcome], ["APIConnectionError", "unknown"]);
});

test("an error status that a mock calls ok is an error, and the core goes on", async () => {
  const fetch = async () => ({ status: 400, ok: true, headers: {}, text: async () => "" });
  const client = new Synthflow({ apiKey: KEY, fetch });
  const error = await rejection(client.calls.create(call).asResponse());
  assert.deepEqual([error.name, error.status, error.outcome], ["BadRequestError", 400, "unknown"]);
});
