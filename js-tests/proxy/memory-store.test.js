/** The store in memory: what is kept, and what gives way when there is no room. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemoryStore } from "../../pkg-template/proxy/store.js";

const entry = (body) => JSON.stringify({ hash: "h", reply: { status: 200, headers: {}, body } });

test("memory: replies are kept ten minutes; when it is full, those over a minute old give way", async () => {
  let time = 0;
  const store = createMemoryStore({ now: () => time, maxEntries: 3, maxSize: 1000 });
  const claim = (key, value = "v") => store.claim(key, value, 600_000);
  const reply = (key, value = "v") => store.set(key, value, 600_000);
  assert.equal(await claim("a"), null);
  assert.equal(await claim("a"), "v");
  await reply("a");
  time = 599_999;
  assert.equal(await claim("a", "other"), "v");
  time = 600_000;
  assert.equal(await claim("a", "other"), null);
  for (const key of ["b", "c"]) assert.equal(await claim(key), null);
  for (const key of ["a", "b", "c"]) await reply(key, key);
  await assert.rejects(claim("d"), /full/);
  assert.equal(await claim("a"), "a");
  time += 60_000;
  assert.equal(await claim("d"), null);
  assert.equal(await claim("d"), "v");
});

test("memory: what is on its way does not give way, however old it is and however many others come", async () => {
  let time = 0;
  const store = createMemoryStore({ now: () => time, maxEntries: 3, maxSize: 1000 });
  assert.equal(await store.claim("slow", "pending", 600_000), null);
  for (time = 61_000; time < 600_000; time += 61_000) {
    assert.equal(await store.claim(`${time}`, "v", 600_000), null);
    await store.set(`${time}`, entry("x".repeat(400)), 600_000);
  }
  time = 599_999;
  assert.equal(await store.get("slow"), "pending");
});

test("memory: a reply for which there is no room is not kept; its request still counts, and a short reply is", async () => {
  const store = createMemoryStore({ maxEntries: 10, maxSize: 3000 });
  for (const key of ["a", "b", "c"]) assert.equal(await store.claim(key, "pending", 600_000), null);
  await store.set("a", "x".repeat(2900), 600_000);
  await assert.rejects(store.set("b", "x".repeat(2900), 600_000), /full/);
  assert.equal(await store.get("b"), "pending");
  await store.set("b", "short", 600_000);
  assert.equal(await store.claim("b", "copy", 600_000), "short");
});

test("memory: large replies over a minute old give way, but their requests are remembered for ten minutes", async () => {
  let time = 0;
  const store = createMemoryStore({ now: () => time, maxEntries: 100, maxSize: 40_000 });
  await store.claim("call", "pending", 600_000);
  await store.set("call", entry("x".repeat(2000)), 600_000);
  for (time = 61_000; time < 599_000; time += 14_000) {
    assert.equal(await store.claim(`${time}`, "pending", 600_000), null);
    await store.set(`${time}`, entry("x".repeat(3000)), 600_000).catch(() => {});
    const { hash, reply } = JSON.parse(await store.claim("call", "copy", 600_000));
    assert.equal(hash, "h");
    if (time > 300_000) assert.deepEqual([reply.status, JSON.parse(reply.body).outcome], [502, "unknown"]);
  }
  time = 600_000;
  assert.equal(await store.claim("call", "again", 600_000), null);
});

test("memory: a clock of the system that is set forward forgets nothing, of what is on its way too", async (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: 1_000_000 });
  const store = createMemoryStore();
  for (const key of ["placed", "on its way"]) assert.equal(await store.claim(key, "pending", 600_000), null);
  await store.set("placed", entry("r"), 600_000);
  context.mock.timers.tick(601_000);
  assert.equal(await store.claim("placed", "copy", 600_000), entry("r"));
  assert.equal(await store.claim("on its way", "copy", 600_000), "pending");
});
