/** The host operations in JavaScript, tested with the same cases as those in Rust: see `tests/host.rs`. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as host from "../../pkg-template/src/host.js";

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
  for (const { thrown, sent, is } of cases.describeThrown) {
    assert.equal(host.describeThrown(value(thrown), value(sent)), is, thrown);
  }
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
    const { params, extra = "undefined", inQuery = "", optional = false, is = undefined } = one;
    const held = [];
    host.readParams(value(params), 1000, held);
    const written = outcome(one, () => host.writeBody(held, value(extra), inQuery, optional));
    assert.equal(written, is ?? undefined, params);
  }
});

test("a response is read by its interface", () => {
  for (const { response, text, is } of cases.statusOf) {
    assert.equal(host.statusOf(value(response), value(text)), is, response);
  }
  for (const { response, is } of cases.headerOf) {
    assert.equal(host.headerOf(value(response), "retry-after") ?? null, is, response);
  }
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
    assert.equal(fetch, globalThis.fetch);
    assert.deepEqual(sent, [headers]);
    assert.notEqual(sent[0], headers);
    assert.deepEqual({ url, ...others, headers: Object.entries(headers) }, is);
    for (const one of [init, headers]) assert.ok(!("constructor" in one));
  }
  assert.equal(host.prepare("GET\n/", undefined, 5, false, []), undefined);
});

test("the kind of host, and its time zones", () => {
  assert.equal(host.isBrowser(), false);
  for (const { baseURL, is } of cases.isSameOrigin) assert.equal(host.isSameOrigin(baseURL), is, baseURL);
  for (const { name, is } of cases.isTimeZone) assert.equal(host.isTimeZone(name), is, name);
  assert.notEqual(host.unique(), host.unique());
});
