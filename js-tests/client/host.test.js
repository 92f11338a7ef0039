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

test("fields and pairs are read, or refused", () => {
  for (const { object, iterable = false, is, throws } of cases.fieldsOf) {
    try {
      assert.deepEqual(host.fieldsOf(value(object), iterable), is, object);
    } catch (thrown) {
      if (typeof thrown !== "string") throw thrown;
      assert.equal(thrown, throws, object);
    }
  }
});

test("the kind of host, and its time zones", () => {
  assert.equal(host.isBrowser(), false);
  for (const { baseURL, is } of cases.isSameOrigin) assert.equal(host.isSameOrigin(baseURL), is, baseURL);
  for (const { name, is } of cases.isTimeZone) assert.equal(host.isTimeZone(name), is, name);
  assert.notEqual(host.unique(), host.unique());
});
