/** A secret is redacted however long it is, in whatever part of a header it is, and whatever repeats it: S10, S11. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { inspect } from "node:util";
import { APIAbortError, Synthflow, SynthflowError } from "synthflow-wasm";
import { rejection } from "../support/server.js";
import { call } from "./support.js";

// The shortest pauses between attempts.
mock.method(Math, "random", () => 0);

const KEY = "sk-live-Zq7Rt2Lw9Xv4Kp8";

const seen = (value) =>
  [inspect(value, { depth: 12, showHidden: true }), value?.stack, JSON.stringify(value)].join("\n");

const isClean = (error, secret) => {
  assert.ok(error instanceof SynthflowError, String(error));
  for (const part of [error, error.cause, error.body, error.headers, [...(error.headers ?? [])]]) {
    assert.ok(!seen(part).includes(secret), seen(part).slice(0, 2000));
  }
};

const refuse = (detail, headers) => async () => Response.json({ detail }, { status: 401, headers });

const long = {
  "a header of 5 KB with punctuation": `session=topsecretvalue${"ab%2F+=.".repeat(640)}`,
  "a header of 100 KB without punctuation": `session=topsecretvalue${"abcd0123".repeat(12_800)}`,
  "a header of almost 1 MB with punctuation": `session=topsecretvalue${"ab%2F+=.".repeat(120_000)}`,
  "a header of 10000 parts": Array.from({ length: 10_000 }, (_, at) => `topsecretvalue${at}="${at}"`).join(
    ";",
  ),
};

for (const [what, cookie] of Object.entries(long)) {
  test(`S11: ${what} ends neither the core nor a call of another client`, async () => {
    const { promise, resolve } = Promise.withResolvers?.() ?? deferred();
    const other = new Synthflow({ apiKey: KEY, fetch: () => promise });
    const underWay = other.calls.create(call);
    const options = {
      apiKey: "a-key-0123456789",
      logLevel: "off",
      maxRetries: 0,
      defaultHeaders: { cookie },
    };
    const echo = cookie.slice(0, 50_000);
    const fetches = [
      refuse("no"),
      refuse(`no: ${echo}`, { "x-echo": cookie.slice(0, 4000) }),
      async () => new Response(`<html>${echo}`, { status: 500 }),
      async () => {
        throw new TypeError("fetch failed", { cause: new Error(echo) });
      },
    ];
    for (const fetch of fetches) {
      const error = await rejection(new Synthflow({ ...options, fetch }).agents.get("a"));
      isClean(error, "topsecretvalue");
      assert.doesNotMatch(error.message, /the core failed/);
    }
    resolve(Response.json({ status: "ok", response: { call_id: "c" } }));
    assert.equal((await underWay).call_id, "c");
  });
}

/** `Promise.withResolvers`, which Node 20 lacks. */
const deferred = () => {
  let resolve;
  const promise = new Promise((given) => {
    resolve = given;
  });
  return { promise, resolve };
};

// Where time grew exponentially, the test would not end.
test("S11: a response with long runs of what escapes consist of is searched in linear time", async () => {
  const sessions = [
    `secret${"\\".repeat(40)}word`,
    "5c%5c%5c%5cword",
    "cccccccccccccccd",
    "25252525252525252525",
  ];
  const texts = ["\\", "%5c", "%255c", "%25", "25", "u005c", "u0075", "c"].map((run) => run.repeat(2e5));
  for (const session of sessions) {
    for (const text of [...texts, "secret\\".repeat(3e4)]) {
      const fetch = refuse(`secret${text}`);
      const client = new Synthflow({ apiKey: null, fetch, defaultHeaders: { "x-session": session } });
      assert.equal((await rejection(client.agents.get("a"))).status, 401);
    }
  }
});

const parts = {
  "a tab behind a key, which fetch trims": [{ "x-api-key": "supersecret123\t" }, "supersecret123"],
  "a tab before a key": [{ "x-api-key": "\tsupersecret123" }, "supersecret123"],
  "quotes around a token": [{ authorization: 'Token token="abcdef123456"' }, "abcdef123456"],
  "single quotes": [{ authorization: "Token token='abcdef123456'" }, "abcdef123456"],
  "a tab behind the scheme": [{ authorization: "Bearer\tabcdef123456" }, "abcdef123456"],
  "a user before a colon": [{ "x-auth": "user:supersecret" }, "supersecret"],
  "a password with symbols behind a colon": [{ "x-auth": "user:p@ss!w0:d=" }, "p@ss!w0:d="],
  "a URL with a password": [{ "x-proxy-auth": "https://user:supersecret@a.example" }, "supersecret"],
  "a query": [{ "x-session": "a=b&token=abcdef123456" }, "abcdef123456"],
  "a pipe": [{ cookie: "a=2|1:0|12:abcdef123456" }, "abcdef123456"],
  "a list of tokens": [{ "x-tokens": "short,abcdef123456,x" }, "abcdef123456"],
  "UTF-8 in a URL": [{ "x-password": "pässword123" }, "p%C3%A4ssword123"],
  "an escape twice": [{ "x-password": "pass/word+123" }, "pass%252Fword%252B123"],
};

for (const [what, [defaultHeaders, echo]] of Object.entries(parts)) {
  test(`S11: the secret in a part of a header is redacted: ${what}`, async () => {
    const fetch = refuse(`bad credential ${echo}`, { "x-echo": echo, location: `/in?token=${echo}` });
    isClean(await rejection(new Synthflow({ apiKey: null, fetch, defaultHeaders }).agents.get("a")), echo);
  });
}

const nested = (levels, of) => {
  let error = of;
  for (let level = 0; level < levels; level += 1) error = new Error(`level ${level}`, { cause: error });
  return error;
};

const readOnly = (error) => Object.defineProperty(error, "a", { value: `Bearer ${KEY}`, enumerable: true });

const thrown = {
  "the second error of several": () =>
    new AggregateError([new Error("first"), new Error(`of ${KEY}`)], "all"),
  "an error next to a cause": () =>
    new AggregateError([new Error(`of ${KEY}`)], "all", { cause: new Error("no") }),
  "the cause of an error of several": () => new AggregateError([nested(1, new Error(KEY))], "all"),
  "the errors of a SuppressedError": () =>
    Object.assign(new Error("no"), { suppressed: new Error(KEY), error: nested(1, new Error(KEY)) }),
  "texts instead of errors": () => new AggregateError([KEY], "all", { cause: KEY }),
  "the seventh cause": () => nested(7, new Error(KEY)),
  "the cause after hundreds": () => nested(500, new Error(KEY)),
  "a DOMException": () => new DOMException(`no ${KEY}`, "NetworkError"),
  "a DOMException as a cause": () => nested(2, new DOMException(`no ${KEY}`, "NetworkError")),
  "a property after a read-only one": () => Object.assign(readOnly(new Error("no")), { b: `Bearer ${KEY}` }),
  "a cause with a read-only property": () =>
    nested(1, Object.assign(readOnly(new Error("no")), { cause: KEY })),
  "a frozen error": () => Object.freeze(new Error(`no ${KEY}`)),
  "a property that throws, before others": () =>
    Object.defineProperties(new Error("no"), {
      a: { enumerable: true, get: () => assert.fail("no") },
      b: { enumerable: true, value: KEY },
    }),
  "a property with a symbol": () => Object.assign(new Error("no"), { [Symbol("a")]: KEY }),
  "a text": () => `no ${KEY}`,
};

for (const [what, make] of Object.entries(thrown)) {
  test(`S10: a secret does not stay in the cause of an error: ${what}`, async () => {
    const fetch = async () => {
      throw make();
    };
    const client = new Synthflow({ apiKey: KEY, fetch, maxRetries: 0 });
    const error = await rejection(client.calls.create(call));
    isClean(error, KEY);
    assert.ok(error.cause !== undefined);
  });

  test(`S10: nor does the reason of a signal, which stays as it is: ${what}`, async () => {
    const [controller, reason] = [new AbortController(), make()];
    const before = inspect(reason, { depth: 12, showHidden: true });
    const fetch = () => {
      controller.abort(reason);
      return new Promise(() => {});
    };
    const client = new Synthflow({ apiKey: KEY, fetch, maxRetries: 0 });
    const error = await rejection(client.calls.create(call, { signal: controller.signal }));
    assert.ok(error instanceof APIAbortError);
    isClean(error, KEY);
    assert.equal(inspect(reason, { depth: 12, showHidden: true }), before);
  });
}

test("S10: what stands for such a cause has its name, code and message", async () => {
  const fetch = async () => {
    throw Object.freeze(Object.assign(new RangeError(`no ${KEY}`), { code: "E_NO", data: KEY }));
  };
  const { cause } = await rejection(new Synthflow({ apiKey: KEY, fetch, maxRetries: 0 }).agents.list());
  assert.ok(cause instanceof Error);
  assert.deepEqual([cause.name, cause.code, cause.message], ["RangeError", "E_NO", "no [redacted]"]);
  assert.equal(cause.data, undefined);
});

test("a cause and a reason without a secret are the caller's own", async () => {
  const error = Object.freeze(nested(9, new AggregateError([new Error("no"), 5, null, "no"], "all")));
  const controller = new AbortController();
  const fails = async () => {
    throw error;
  };
  const aborts = () => {
    controller.abort(error);
    return new Promise(() => {});
  };
  for (const fetch of [fails, aborts]) {
    const client = new Synthflow({ apiKey: KEY, fetch, maxRetries: 0 });
    assert.equal((await rejection(client.agents.list({}, { signal: controller.signal }))).cause, error);
  }
});

const headers = {
  "a plain object": { "x-echo": `Bearer ${KEY}` },
  "a plain object with lists": { "x-echo": ["a", KEY] },
  "a Map": new Map([["x-echo", KEY]]),
  "a Map of lists": new Map([["x-echo", [`Bearer ${KEY}`]]]),
  pairs: [["x-echo", KEY]],
  "a name that no header can have": { "x echo": KEY },
  "what cannot be read": { entries: () => {}, "x-echo": KEY },
};

for (const [what, given] of Object.entries(headers)) {
  test(`S11: a secret in the headers of a response is redacted: ${what}`, async () => {
    const response = { status: 401, ok: false, headers: given, text: async () => '{"detail":"no"}' };
    const error = await rejection(
      new Synthflow({ apiKey: KEY, fetch: async () => response }).agents.get("a"),
    );
    isClean(error, KEY);
    assert.equal(error.status, 401);
  });
}
