/** W7: a redirect to the other slash form of the same URL is followed once; nothing else is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { APIError, Synthflow } from "synthflow-wasm";
import { rejection, reply, withServer } from "../support/server.js";

const other = (url) => url.replace(/(\/?)(?=\?|$)/, (slash) => (slash ? "" : "/"));
const created = { status: "ok", response: { id: "c" } };
const call = { model_id: "m", name: "Sam", phone: "+14155550100" };

/** Redirects the first request as `location` says, and responds to the following ones. */
const once = (status, location, body) => (request, response, index) => {
  if (index > 0) return body;
  reply(response, status, "", { location: location(request) });
};

test("W7: the four statuses that mean the same request, whatever the method: method and body stay", async () => {
  for (const status of [301, 302, 307, 308]) {
    await withServer(
      once(status, ({ url }) => other(url), created),
      async ({ client, delivered }) => {
        await client({ maxRetries: 0 }).contacts.create({ name: "Ada", phone_number: "+14155550100" });
        assert.deepEqual(
          delivered.map(({ method, url }) => `${method} ${url}`),
          ["POST /v2/contacts", "POST /v2/contacts/"],
        );
        assert.equal(delivered[1].body, delivered[0].body);
        assert.equal(delivered[1].headers.authorization, "Bearer test");
      },
    );
  }
});

test("W7: a 303 says that the request was processed: a call is delivered once", async () => {
  await withServer(
    once(303, ({ url }) => other(url), { call_id: "c" }),
    async ({ client, delivered }) => {
      const error = await rejection(client().calls.create(call));
      assert.ok(error instanceof APIError, String(error));
      assert.deepEqual([error.status, error.outcome, error.attempts], [303, "unknown", 1]);
      assert.match(error.message, /redirected to \/v2\/calls\/, which is not followed.*may have been placed/);
      assert.equal(delivered.length, 1);
    },
  );
});

test("W7: a Next.js route redirects every path with a trailing slash to the form without", async () => {
  const next = ({ url }, response) => {
    const [path, query = ""] = url.split("?");
    if (path.endsWith("/")) {
      const location = `${path.slice(0, -1)}${query && `?${query}`}`;
      return void reply(response, 308, "", { location, refresh: `0;url=${location}` });
    }
    return { status: "ok", response: { assistants: [{ model_id: "a" }], pagination: { total_records: 1 } } };
  };
  await withServer(next, async ({ url, client, delivered }) => {
    const list = await client({ apiKey: null }).agents.list({ limit: 5 });
    assert.deepEqual(list.data, [{ model_id: "a" }]);
    assert.deepEqual(
      delivered.map(({ url }) => url),
      ["/v2/assistants/?limit=5", "/v2/assistants?limit=5"],
    );
    // The base URL of a page is a path.
    const fetched = [];
    const fetch = (path, init) => fetched.push(path) && globalThis.fetch(`${url}${path}`, init);
    await new Synthflow({ apiKey: null, baseURL: "/synthflow", fetch }).agents.list();
    assert.deepEqual(fetched, ["/synthflow/assistants/", "/synthflow/assistants"]);
  });
});

test("W7: a location may be a URL, a path or relative; nothing that is another URL is followed", async () => {
  const base = (request) => `http://${request.headers.host}`;
  const same = [
    (request) => `${base(request)}/v2/contacts/?search=a%2Fb`,
    () => "/v2/contacts/?search=a%2Fb",
    () => "contacts/?search=a%2Fb",
  ];
  for (const location of same) {
    const body = { status: "ok", response: { items: [] } };
    await withServer(once(307, location, body), async ({ client, delivered }) => {
      await client().contacts.list({ search: "a/b" });
      assert.equal(delivered[1].url, "/v2/contacts/?search=a%2Fb");
    });
  }
  const evil = "evil.example/v2/contacts/?search=a%2Fb";
  const others = [
    () => `https://${evil}`,
    () => `//${evil}`,
    () => `/\\${evil}`,
    (request) => `http://user@${request.headers.host}/v2/contacts/?search=a%2Fb`,
    (request) => `https://${request.headers.host}/v2/contacts/?search=a%2Fb`,
    () => "/v2/contacts/?search=a/b",
    () => "/v2/contacts/",
    () => "/v2/%63ontacts/?search=a%2Fb",
    () => "/v2/contacts%2F?search=a%2Fb",
    () => "/v2/contacts?search=a%2Fb",
    () => "/v2/login?next=/v2/contacts/",
  ];
  for (const location of others) {
    await withServer(once(308, location, {}), async ({ client, delivered }) => {
      const error = await rejection(client().contacts.list({ search: "a/b" }));
      assert.match(error.message, /redirected.*which is not followed/);
      assert.equal(delivered.length, 1);
    });
  }
  const silent = (_, response) => void reply(response, 308, "", { "content-location": "/v2/contacts/" });
  await withServer(silent, async ({ client, delivered }) => {
    assert.match((await rejection(client().contacts.list())).message, /^redirected, which is not followed/);
    assert.equal(delivered.length, 1);
  });
});

test("W7: two servers that redirect to each other's form: one attempt each, and nothing happened", async () => {
  const pingPong = ({ url }, response) => void reply(response, 308, "", { location: other(url) });
  await withServer(pingPong, async ({ client, delivered }) => {
    const error = await rejection(client().calls.create(call));
    assert.match(
      error.message,
      /^redirected to \/v2\/calls, which is not followed; check baseURL \(after a redirect of the trailing slash/,
    );
    assert.deepEqual([error.status, error.outcome, error.attempts], [308, "refused", 2]);
    assert.equal(delivered.length, 2);
  });
});

test("W7: the redirect costs no retry, and the outcome is that of what followed", async () => {
  const script = [308, 429, 429, 429];
  const respond = ({ url }, response, index) => {
    const status = script[index] ?? 200;
    if (status === 200) return { call_id: "c" };
    reply(response, status, { detail: "slow down" }, { location: other(url), "retry-after": "0" });
  };
  await withServer(respond, async ({ client, delivered }) => {
    const error = await rejection(client().calls.create(call));
    assert.deepEqual([error.status, error.outcome, error.attempts], [429, "refused", 4]);
    assert.match(error.message, /after a redirect of the trailing slash/);
    assert.deepEqual(
      delivered.map(({ url }) => url),
      ["/v2/calls", "/v2/calls/", "/v2/calls/", "/v2/calls/"],
    );
  });
  const lost = ({ url }, response, index) =>
    index === 0 ? void reply(response, 307, "", { location: other(url) }) : void response.destroy();
  await withServer(lost, async ({ client, delivered }) => {
    const error = await rejection(client().calls.create(call));
    assert.deepEqual([error.name, error.outcome, error.attempts], ["APIConnectionError", "unknown", 2]);
    assert.equal(delivered.length, 2);
  });
});

test("W7: a key function is asked for each attempt", async () => {
  await withServer(
    once(308, ({ url }) => other(url), created),
    async ({ client, delivered }) => {
      let asked = 0;
      const apiKey = () => `key-${++asked}`;
      await client({ apiKey }).contacts.create({ name: "Ada", phone_number: "+14155550100" });
      assert.deepEqual(
        delivered.map(({ headers }) => headers.authorization),
        ["Bearer key-1", "Bearer key-2"],
      );
    },
  );
});

/** A page's `fetch`, which shows nothing of a redirect: of the first requests, or of all. */
const page = (sent, redirects, body) => async (url, init) => {
  if (sent.push({ url, key: init.headers["idempotency-key"] }) > redirects) return Response.json(body);
  return { type: "opaqueredirect", status: 0, ok: false, headers: new Headers(), text: async () => "" };
};

test("W7: in a page, where a redirect shows nothing, the other form is tried once", async () => {
  const body = { status: "ok", response: { assistants: [] } };
  const sent = [];
  const options = { apiKey: "test", baseURL: "https://api.example/v2", logLevel: "off" };
  await new Synthflow({ ...options, fetch: page(sent, 1, body) }).agents.list({ limit: 5 });
  assert.deepEqual(
    sent.map(({ url }) => url),
    ["https://api.example/v2/assistants/?limit=5", "https://api.example/v2/assistants?limit=5"],
  );
  const all = [];
  const error = await rejection(new Synthflow({ ...options, fetch: page(all, 9, body) }).agents.list());
  assert.match(error.message, /^redirected, which is not followed/);
  assert.deepEqual([error.attempts, all.length], [2, 2]);
});

test("W7: a call is retried after such a redirect only where the server knows it by its key", async () => {
  // It may have been a 303, by which the call was placed.
  const sent = [];
  const options = { apiKey: "test", baseURL: "https://api.example/v2", logLevel: "off" };
  const far = new Synthflow({ ...options, fetch: page(sent, 1, { call_id: "c" }) });
  const error = await rejection(far.calls.create(call));
  assert.deepEqual([error.outcome, error.attempts, sent.length], ["unknown", 1, 1]);
  const near = [];
  const proxied = { apiKey: null, baseURL: "/synthflow", fetch: page(near, 1, { call_id: "c" }) };
  assert.equal((await new Synthflow(proxied).calls.create(call)).call_id, "c");
  assert.deepEqual(
    near.map(({ url }) => url),
    ["/synthflow/calls", "/synthflow/calls/"],
  );
  assert.equal(near[0].key, near[1].key);
  assert.ok(near[0].key);
});
