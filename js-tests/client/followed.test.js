/** A `fetch` that follows redirects all the same, as wrappers do that lose `redirect: "manual"`: its response may be anybody's. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { rejection, reply, withServer } from "../support/server.js";

const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

/** What wrappers do: a `Request` of their own, without the option. */
const rebuilt = (url, { method, headers, body, signal }) =>
  fetch(new Request(url, { method, headers, body, signal }));

/** What a polyfill with XMLHttpRequest returns, as in React Native: the URL, and nothing of a redirect. */
const polyfill = async (url, init) => {
  const response = await rebuilt(url, init);
  const { status, headers } = response;
  return { status, headers, url: response.url, text: () => response.text() };
};

/** A server of another host name that responds with a success to everything. */
const withOther = async (run) => {
  const server = createServer((request, response) => {
    request.resume();
    reply(response, 200, { status: "ok", response: { call_id: "foreign", model_id: "foreign", calls: [] } });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await run(`http://localhost:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};

for (const [name, fetch] of Object.entries({ rebuilt, polyfill })) {
  test(`a response of another origin, after a redirect that fetch followed, is no success (${name})`, () =>
    withOther(async (other) => {
      const elsewhere = ({ url }, response) =>
        void reply(response, 307, "", { location: `${other}${url}?token=secret` });
      await withServer(elsewhere, async ({ client, delivered }) => {
        const { calls, actions, agents } = client({ fetch });
        for (const start of [
          () => calls.create(call),
          () => calls.create(call).asResponse(),
          () => actions.attach({ model_id: "m", actions: ["a"] }),
          () => agents.update("m", { name: "N" }),
          () => agents.get("m"),
          () => calls.list({ model_id: "m" }),
        ]) {
          delivered.length = 0;
          const error = await rejection(start());
          assert.deepEqual([error.name, error.outcome, error.attempts], ["APIError", "unknown", 1]);
          assert.match(error.message, /^redirected, which `fetch` followed; check baseURL/);
          assert.doesNotMatch(JSON.stringify(error), /foreign|secret/);
          assert.equal(delivered.length, 1);
        }
      });
    }));
}

test("a POST that became a GET of the same origin is no success", () =>
  withServer(
    ({ method }, response) =>
      method === "POST" ? void reply(response, 302, "", { location: "/status.json" }) : {},
    async ({ client }) => {
      const { actions, calls } = client({ fetch: rebuilt });
      for (const start of [
        () => actions.attach({ model_id: "m", actions: ["a"] }),
        () => calls.create(call),
      ]) {
        const error = await rejection(start());
        assert.equal(error.outcome, "unknown");
        assert.match(error.message, /which `fetch` followed/);
      }
    },
  ));

test("a fetch that sends elsewhere by itself, without a redirect, is fine", () =>
  withServer(
    () => ({ status: "ok", response: { call_id: "c" } }),
    async ({ url, client }) => {
      const fetch = (given, init) => globalThis.fetch(url + new URL(given).pathname, init);
      const baseURL = "https://api.example/v2";
      assert.equal((await client({ fetch, baseURL }).calls.create(call)).call_id, "c");
      const same = async (given) => ({
        status: 200,
        url: given.replace("api", "API"),
        text: async () => '{"call_id":"c"}',
      });
      assert.equal((await client({ fetch: same, baseURL }).calls.create(call)).call_id, "c");
    },
  ));
