/** The host operations in JavaScript, tested with the same cases as those in Rust: see `tests/host.rs`. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import * as host from "../../pkg-template/src/host.js";
import { withGlobal } from "../safety/support.js";

const cases = JSON.parse(readFileSync(new URL("../../tests/host.json", import.meta.url), "utf8"));

/** The value of an expression, for values that JSON cannot represent. */
const value = (expression) => new Function(`return (${expression});`)();

const plain = (value) => JSON.stringify(value);

test("secrets are redacted", () => {
  for (const { text, sent, is } of cases.redact) {
    assert.deepEqual(host.redact(value(text), value(sent)), is, plain({ text, sent }));
  }
  for (const { text, sent, is } of cases.parseRedacted) {
    assert.deepEqual(host.parseRedacted(value(text), value(sent)), is, plain({ text, sent }));
  }
});

test("a thrown value is described, redacted before it is truncated", () => {
  for (const { thrown, sent, is, keeps = false, b } of cases.describeThrown) {
    const error = value(thrown);
    assert.equal(host.describeThrown(error, value(sent)), is, thrown);
    if (b) assert.equal(error.b, b, thrown);
    // The secrets in it are redacted, too, except where that cannot be done or known.
    const isOther = host.redact(error, value(sent)) !== error;
    assert.equal(isOther, typeof error === "object" && keeps, thrown);
  }
});

test("a thrown value with a secret that stays in it is replaced, and is not changed", () => {
  for (const { thrown, sent, is } of cases.redactThrown) {
    const error = value(thrown);
    const before = inspect(error, { showHidden: true, depth: 9 });
    const redacted = host.redact(error, value(sent));
    assert.equal(inspect(error, { showHidden: true, depth: 9 }), before);
    if (is === undefined || typeof is === "string") {
      assert.equal(redacted, is ?? error, thrown);
      continue;
    }
    assert.ok(redacted instanceof Error && redacted !== error, thrown);
    const { message, name, code } = redacted;
    assert.deepEqual({ message, name, ...(code && { code }) }, is, thrown);
    for (const own of Object.keys(redacted)) assert.match(own, /^(name|code)$/, thrown);
    assert.equal(redacted.cause, undefined);
  }
});

test("the headers of a response are its own, a redacted copy, or nothing", () => {
  for (const { headers, sent, is } of cases.redactHeaders) {
    const given = value(headers);
    const redacted = host.redactHeaders(given, value(sent));
    if (is === undefined) assert.equal(redacted, given, headers);
    else assert.deepEqual(redacted && [...redacted], is ?? undefined, headers);
  }
});

test("redaction throws for nothing, whatever the host does", () => {
  const sent = [{ "x-api-key": "\ud800-a-secret" }];
  assert.equal(host.redact("a text", sent), "[redacted]");
  assert.equal(host.parseRedacted('{"a":1}', sent), "[redacted]");
  assert.equal(host.redactHeaders({ a: "1" }, sent), undefined);
  assert.equal(host.describeThrown(new Error("a"), sent), "no reason given");
});

test("an error proves that nothing was sent only if it can be trusted", () => {
  for (const { fetch, thrown, url, is } of cases.neverConnected) {
    assert.equal(host.neverConnected(value(thrown), value(fetch), url), is, plain({ fetch, thrown, url }));
  }
});

/** Runs an operation, which throws if the case says so. */
const outcome = ({ throws }, run) => {
  if (!throws) return run();
  assert.throws(run, (thrown) => throws === true || thrown === throws, plain(throws));
  return undefined;
};

/** The same text as UTF-8: the core gets no half of a surrogate pair. */
const wellFormed = (text) => new TextDecoder().decode(new TextEncoder().encode(text));

test("values are written out, or what reading them threw", () => {
  for (const { value: expression, depth = 100, length = 1000, iterable = false, is } of cases.encode) {
    const written = wellFormed(host.encode(value(expression), depth, length, iterable));
    // What an engine says of a revoked proxy is its own.
    assert.equal(is === "E" ? written[0] : written, is, expression);
  }
});

test("a body is written without what is in the query", () => {
  for (const one of cases.writeBody) {
    const { params, extra = "undefined", inQuery = "", inPairs = "", optional = false, is = undefined } = one;
    const held = [];
    host.readParams(value(params), 100, 1000, held);
    const written = outcome(one, () => host.writeBody(held, value(extra), inQuery, inPairs, optional));
    assert.equal(written, is ?? undefined, params);
  }
});

test("a response is read by its interface", () => {
  for (const { response, text, attempt, is } of cases.statusOf) {
    assert.equal(host.statusOf(value(response), value(text), value(attempt)), is, response);
  }
  for (const { response, is } of cases.headerOf) {
    assert.equal(host.headerOf(value(response), "retry-after") ?? null, is, response);
  }
  for (const { text, names, is } of cases.mentions) assert.equal(host.mentions(text, names), is, text);
  for (const [name, parse] of Object.entries({ parseBody: host.parseBody, parseLines: host.parseLines })) {
    for (const one of cases[name]) {
      assert.deepEqual(
        outcome(one, () => parse(value(one.text))),
        one.is,
        one.text,
      );
    }
  }
  for (const { data, body, is } of cases.addSiblings) {
    assert.deepEqual(host.addSiblings(value(data), value(body)), is, body);
  }
});

test("an attempt is prepared without anything of a prototype", () => {
  for (const { lines, body, is } of cases.prepare) {
    const sent = [];
    const { url, init, fetch } = host.prepare(lines, value(body), undefined, false, sent);
    const { headers, cache, ...others } = init;
    const { "user-agent": agent, ...given } = headers;
    assert.equal(fetch, globalThis.fetch);
    assert.match(agent, /^synthflow-wasm/);
    assert.notEqual(sent[0], headers);
    assert.deepEqual(Object.entries(sent[0]), Object.entries(given));
    assert.deepEqual({ url, ...others, headers: Object.entries(given) }, is);
    for (const one of [init, headers, sent[0]]) assert.ok(!("constructor" in one));
  }
  assert.equal(host.prepare("GET\n/", undefined, 5, false, []), undefined);
  // The host's own takes no path, others may.
  assert.equal(host.prepare("GET\n/", undefined, undefined, false, []), undefined);
  assert.equal(host.prepare("GET\n/", undefined, () => {}, false, []).url, "/");
});

test("an attempt is trusted if the host's own fetch makes it, and nothing resends it", async () => {
  const { fetch } = globalThis;
  const prepare = (given, isNonIdempotent) =>
    host.prepare("POST\nhttps://a.example", "b", given, isNonIdempotent, []);
  const trusted = () =>
    [undefined, fetch].map((given) => [true, false].map((never) => prepare(given, never).trusted));
  const none = [false, false];
  assert.deepEqual(trusted(), [[true, true], none]);
  for (const name of ["Deno", "Bun"]) {
    await withGlobal(name, {}, () => assert.deepEqual(trusted(), [[true, false], none], name));
  }
  await withGlobal("fetch", fetch.bind(), () => assert.deepEqual(trusted(), [none, none]));
});

test("an attempt is made with a Blob in Deno, of which it keeps no copy", async () => {
  const bodyOf = (isNonIdempotent) =>
    host.prepare("POST\nhttps://a.example", "b", undefined, isNonIdempotent, []).init.body;
  await withGlobal("Deno", {}, async () => {
    assert.equal(await bodyOf(true).text(), "b");
    assert.equal(bodyOf(false), "b");
  });
  assert.equal(bodyOf(true), "b");
});

test("the kind of host, and its time zones", () => {
  assert.equal(host.isBrowser(), false);
  for (const { url, is } of cases.isURL) assert.equal(host.isURL(url), is, url);
  for (const { baseURL, is } of cases.isSameOrigin) assert.equal(host.isSameOrigin(baseURL), is, baseURL);
  for (const { name, is } of cases.isTimeZone) assert.equal(host.isTimeZone(name), is, name);
  assert.notEqual(host.unique(), host.unique());
});
