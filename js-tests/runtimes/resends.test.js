/** What the SDK assumes about resends of hosts, and what docs/reliability.md says about them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { denoCases, hostNames, measure } from "../bench/resends/cases.js";
import { summary } from "../bench/resends/table.js";

const COUNT = 3;

test("S2: Deno delivers a POST with a Blob once, also by a wrapped fetch and over HTTP/2, and one with a text twice", async () => {
  const { results } = await measure("Deno", denoCases(), COUNT);
  const isSafe = ({ act }) => act === "status 421" || act === "connection destroyed";
  for (const one of results) {
    const { body, isWrapped, act, connection, counts } = one;
    const expected = body === "string" && !isSafe(one) ? 2 : 1;
    const what = `${body}, ${isWrapped ? "wrapped" : "own"} fetch, ${act}, ${connection}`;
    assert.deepEqual(counts, Array(COUNT).fill(expected), what);
    if (connection !== "fresh") assert.equal(one.usedAgain, COUNT, what);
  }
  const framing = results
    .filter(({ body, framing }) => body === "blob" && framing)
    .map(({ framing }) => framing);
  assert.deepEqual([...new Set(framing.flat())], ["content-length: 24"]);
});

test("S33: Node delivers a request at most twice after a 421, and once when a connection is lost", async () => {
  const cases = ["status 421", "connection closed without a byte", "connection reset without a byte"].flatMap(
    (act) =>
      ["fresh", "kept"].map((connection) => ({
        protocol: "HTTP/1.1",
        act,
        connection,
        method: "POST",
        body: "string",
      })),
  );
  const { results } = await measure("Node", cases, COUNT);
  for (const { act, connection, counts } of results) {
    const most = act === "status 421" ? 2 : 1;
    assert.equal(counts.length, COUNT);
    assert.ok(Math.max(...counts) <= most, `${act}, ${connection}: delivered ${counts}`);
  }
});

test("the description of a result", () => {
  const said = (counts, more) => summary({ counts, count: 4, connection: "fresh", usedAgain: 0, ...more });
  assert.equal(said([1, 1, 1, 1]), "once");
  assert.equal(said([2, 2, 2, 2]), "**twice**");
  assert.equal(said([1, 2, 1, 1]), "1 of 4 **twice**");
  assert.equal(said([1, 2, 9, 1]), "2 of 4 **2 to 9 times**");
  assert.equal(said([3, 2, 3, 3]), "**2 to 3 times**");
  assert.equal(said([51, 51, 51, 51]), "**50 or more times**");
  assert.equal(said([1, 1, 1]), "1 of 4 not delivered");
  assert.equal(said([1, 1, 1, 1], { connection: "kept" }), "once†");
  assert.equal(said([1, 1, 1, 1], { connection: "kept", usedAgain: 3 }), "once (3 of 4 on that connection)");
  assert.equal(said([1, 1, 1, 1], { connection: "kept", usedAgain: 4 }), "once");
  assert.equal(said([], { isH1: true }), "HTTP/1.1 only");
});

test("the tables of docs/reliability.md name every host with its version", () => {
  const document = readFileSync(new URL("../../docs/reliability.md", import.meta.url), "utf8");
  const tables = document.match(/<!-- resends -->([\s\S]*)<!-- \/resends -->/)[1];
  for (const host of hostNames) {
    assert.match(tables, new RegExp(`${host} \\d`), host);
    assert.match(tables, new RegExp(`\\| ${host} \\|`), host);
  }
});
