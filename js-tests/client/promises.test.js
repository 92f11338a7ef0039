import assert from "node:assert/strict";
import { test } from "node:test";
import { APIAbortError, Synthflow } from "synthflow-wasm";
import { watchDrift } from "synthflow-wasm/drift";
import { createSandbox } from "synthflow-wasm/sandbox";
import { rejection, reply, withServer } from "../support/server.js";

test("the data, without its envelope, unknown fields kept", async () => {
  const respond = () => ({
    status: "ok",
    response: { assistants: [{ model_id: "a", brand_new: { x: [1] } }] },
  });
  await withServer(respond, async ({ client, delivered }) => {
    assert.deepEqual(await client().agents.get("a/b ü"), { model_id: "a", brand_new: { x: [1] } });
    const [{ method, url, headers }] = delivered;
    assert.equal(method, "GET");
    assert.equal(url, "/v2/assistants/a%2Fb%20%C3%BC");
    assert.equal(headers.authorization, "Bearer test");
    assert.equal(headers["content-type"], undefined);
  });
});

test("withResponse and asResponse", async () => {
  const respond = (_, response) =>
    reply(response, 200, { response: { answer: "x" } }, { "x-request-id": "r1" });
  await withServer(respond, async ({ client }) => {
    const { data, response } = await client().agents.delete("a").withResponse();
    assert.equal(response.headers.get("x-request-id"), "r1");
    assert.equal(data.answer, "x");
    const raw = await client().agents.delete("a").asResponse();
    assert.deepEqual(await raw.json(), { response: { answer: "x" } });
  });
});

test("where the caller reads the body, whoever awaits the data gets an error", async () => {
  const respond = () => ({ response: { assistants: [{ model_id: "a" }], call_id: "c" } });
  await withServer(respond, async ({ client }) => {
    for (const send of [
      () => client().agents.list(),
      () => client().agents.delete("a"),
      () => client().request("GET", "/assistants/a"),
    ]) {
      const sent = send();
      assert.equal((await sent.asResponse()).status, 200);
      for (const error of [await rejection(sent), await rejection(sent.withResponse())]) {
        // It was sent, and has an effect if it is no read.
        assert.deepEqual([error.name, error.outcome, error.attempts], ["SynthflowError", "unknown", 1]);
        assert.equal(error.message, "the body is the caller's: asResponse was called");
      }
    }
  });
});

test("asResponse after the promise has settled: the same response, or the same error, and no other request", async () => {
  const respond = ({ url }, response) =>
    url.includes("gone")
      ? reply(response, 404, { detail: "gone" })
      : reply(response, 200, { response: { assistants: [{ model_id: "a" }] } }, { "x-request-id": "r1" });
  await withServer(respond, async ({ client, delivered }) => {
    const promise = client().agents.get("a");
    const data = await promise;
    const raw = await promise.asResponse();
    assert.deepEqual([raw.status, raw.bodyUsed], [200, true]);
    assert.equal(raw.headers.get("x-request-id"), "r1");
    // The data is still available.
    assert.equal(await promise, data);
    assert.deepEqual(await promise.withResponse(), { data, response: raw });
    const failed = client().agents.get("gone");
    const error = await rejection(failed);
    assert.equal(await rejection(failed.asResponse()), error);
    assert.equal(delivered.length, 2);
  });
});

test("asResponse of an error status rejects with the message of the API", async () => {
  const respond = (_, response) => reply(response, 404, { detail: "it is gone" });
  await withServer(respond, async ({ client }) => {
    const error = await rejection(client().agents.get("a").asResponse());
    assert.match(error.message, /404 it is gone/);
    assert.equal(error.outcome, "refused");
  });
});

test("asResponse and withResponse reject as the promise does, and nothing is left unhandled", async () => {
  const unhandled = [];
  const note = (error) => unhandled.push(error);
  process.on("unhandledRejection", note);
  const respond = (_, response) => reply(response, 404, { detail: "gone" });
  await withServer(respond, async ({ client }) => {
    assert.equal((await rejection(client().agents.get("a").asResponse())).status, 404);
    assert.equal((await rejection(client().agents.get("a").withResponse())).status, 404);
    assert.equal((await rejection(client().agents.list().withResponse())).status, 404);
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  process.off("unhandledRejection", note);
  assert.deepEqual(unhandled, []);
});

test("a detached method works, and several clients side by side", async () => {
  const clients = [2, 5].map((agents) => {
    const { fetch } = createSandbox({ agents });
    return new Synthflow({ apiKey: "test", fetch });
  });
  const [first, second] = clients.map(({ agents: { list } }) => list);
  const pages = await Promise.all([first(), second(), first()]);
  assert.deepEqual(
    pages.map(({ total }) => total),
    [2, 5, 2],
  );
});

test("a key function is called before each attempt", async () => {
  const keys = ["one", "two"];
  const respond = (_, response, index) => (index === 0 ? reply(response, 503, {}) : { response: {} });
  await withServer(respond, async ({ client, delivered }) => {
    await client({ apiKey: async () => keys.shift() }).agents.list();
    assert.deepEqual(
      delivered.map(({ headers }) => headers.authorization),
      ["Bearer one", "Bearer two"],
    );
    const thrown = new Error("no vault");
    const apiKey = () => {
      throw thrown;
    };
    const error = await rejection(client({ apiKey }).agents.list());
    // What it throws may have a key, or a part of one.
    assert.equal(error.cause, undefined);
    assert.match(error.message, /^the apiKey function failed; its error is not shown/);
    assert.ok(!JSON.stringify(error).includes("vault"));
    assert.equal(error.outcome, "not-sent");
    assert.match((await rejection(client({ apiKey: () => "a\nb" }).agents.list())).message, /whitespace/);
    assert.equal(delivered.length, 2);
  });
});

test("an abort rejects immediately: before the request, in flight, and between attempts", async () => {
  const hang = () => {};
  await withServer(hang, async ({ client, delivered }) => {
    const gone = AbortSignal.abort(new Error("mine"));
    const before = await rejection(client().agents.list({}, { signal: gone }));
    assert.ok(before instanceof APIAbortError);
    assert.equal(before.cause.message, "mine");
    assert.equal(before.outcome, "not-sent");
    assert.equal(before.attempts, 0);
    assert.equal(delivered.length, 0);
    const controller = new AbortController();
    const promise = rejection(client().agents.list({}, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 50);
    const error = await promise;
    assert.ok(error instanceof APIAbortError);
    assert.equal(error.outcome, "unknown");
  });
  const controller = new AbortController();
  const slow = (_, response) => {
    reply(response, 429, {}, { "retry-after": "30" });
    setTimeout(() => controller.abort(), 50);
  };
  await withServer(slow, async ({ client, delivered }) => {
    const error = await rejection(client().agents.list({}, { signal: controller.signal }));
    assert.ok(error instanceof APIAbortError);
    assert.equal(delivered.length, 1);
  });
});

test("headers of the request override those of the client", async () => {
  await withServer(
    () => ({}),
    async ({ client, delivered }) => {
      const one = client({ defaultHeaders: { "X-A": "1", "x-b": "2" } });
      await one.agents.delete("a", { headers: { "x-B": "3" } });
      assert.equal(delivered[0].headers["x-a"], "1");
      assert.equal(delivered[0].headers["x-b"], "3");
    },
  );
});

test("queries: booleans, numbers, repeated arrays, all encoded; and extraQuery", async () => {
  await withServer(
    () => ({}),
    async ({ client, delivered }) => {
      const one = client();
      await one.agents.get("a", { include_actions: true }, { extraQuery: { "x y": ["a&b", 2] } });
      assert.equal(delivered[0].url, "/v2/assistants/a?include_actions=true&x%20y=a%26b&x%20y=2");
      await one.request("GET", "/analytics/", { from: "1", none: undefined });
      assert.equal(delivered[1].url, "/v2/analytics/?from=1");
      assert.match(
        (await rejection(one.request("GET", "/a/../b"))).message,
        /expected an encoded path such as/,
      );
      assert.match((await rejection(one.request("TRACE", "/a"))).message, /expected GET/);
    },
  );
});

test("an empty response and a 204 are an empty object", async () => {
  await withServer(
    (_, response, index) => {
      response.writeHead(index === 0 ? 200 : 204);
      response.end();
    },
    async ({ client }) => {
      assert.deepEqual(await client().agents.delete("a"), {});
      assert.deepEqual(await client().agents.delete("a"), {});
    },
  );
});

test("white space before a response is not data", async () => {
  await withServer(
    (_, response, index) => reply(response, 200, `${" ".repeat(10 ** index)}{"response": {"answer": "x"}}`),
    async ({ client }) => {
      const one = client();
      for (let index = 0; index < 6; index += 1) assert.equal((await one.agents.delete("a")).answer, "x");
    },
  );
  await withServer(
    (_, response) => reply(response, 200, " \n".repeat(1000)),
    async ({ client }) => {
      assert.deepEqual(await client().agents.delete("a"), {});
    },
  );
});

test("onDrift: not called for documented responses, called with the path of each difference", async () => {
  const drifts = [];
  const onDrift = watchDrift((difference) => drifts.push(difference));
  const { fetch } = createSandbox();
  const quiet = new Synthflow({ apiKey: "test", fetch, onDrift });
  const { data } = await quiet.agents.list();
  await quiet.agents.get(data[0].model_id);
  assert.deepEqual(drifts, []);
  const respond = () => ({
    response: { assistants: [{ model_id: "a", agent: { voice_id: {} }, brand_new: 1 }] },
  });
  await withServer(respond, async ({ client }) => {
    const agent = await client({ onDrift }).agents.get("a");
    assert.equal(agent.brand_new, 1);
  });
  assert.deepEqual(drifts.map(({ operation, path }) => `${operation} ${path}`).sort(), [
    "agents.get agent.voice_id",
    "agents.get brand_new",
  ]);
});

test("calls.wait polls a call until it has ended", async () => {
  const { fetch } = createSandbox({ callDuration: 0 });
  const client = new Synthflow({ apiKey: "test", fetch });
  const [{ model_id }] = (await client.agents.list()).data;
  const { call_id } = await client.calls.create({ model_id, name: "Sam", phone: "+14155550100" });
  const seen = [];
  const call = await client.calls.wait(call_id, { interval: 1, onChange: ({ status }) => seen.push(status) });
  assert.deepEqual(seen, ["queue", "in-progress", "completed"]);
  assert.match(call.transcript, /bot: .*\nhuman: /);
  await assert.rejects(
    client.calls.wait(call_id, { interval: 0 }),
    /interval: expected a finite number of milliseconds above 0/,
  );
});

test("calls.wait ends at its timeout and at its signal, and the message says that the call continues", async () => {
  const { fetch } = createSandbox({ callDuration: 60_000 });
  const client = new Synthflow({ apiKey: "test", fetch });
  const [{ model_id }] = (await client.agents.list()).data;
  const { call_id } = await client.calls.create({ model_id, name: "Sam", phone: "+14155550100" });
  await assert.rejects(
    client.calls.wait(call_id, { interval: 5, timeout: 20 }),
    /no end of the \w+ was seen within 20 ms \(status \w+\)/,
  );
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  const options = { interval: 10_000, signal: controller.signal };
  await assert.rejects(client.calls.wait(call_id, options), APIAbortError);
});
