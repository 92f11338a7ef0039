/** Fields of Object.prototype, which one merge of JSON adds, change no client, no request and no origin: S16. */

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Synthflow, webhooks } from "synthflow-wasm";
import { inWorkerd, runScript } from "../support/hosts.js";
import { browsers } from "../support/pages.js";
import { rejection, reply, withServer } from "../support/server.js";
import { call, withGlobal } from "./support.js";

const root = new URL("../../", import.meta.url);
const local = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Nothing made a difference, and what was sent is what was meant. */
const isUnchanged = ({ right, differ }, where) => {
  assert.deepEqual(differ, {}, where);
  const sent = Object.fromEntries(right.sent.map(([name, url, , key]) => [name, [url, key]]));
  assert.deepEqual(sent.other, ["https://other.example/calls", "Bearer key-of-other"], where);
  assert.equal(sent.none[0], "https://api.synthflow.ai/v2/calls", where);
};

for (const host of ["node", "deno", "bun"]) {
  test(`S16: a polluted prototype shares no clients, moves no key and ends no core in ${host}`, async () => {
    isUnchanged(JSON.parse(await runScript(host, local("polluted-host.mjs"))), host);
  });
}

test("S16: nor in workerd", async () => {
  isUnchanged(await inWorkerd(local("polluted-worker.mjs"), {}), "workerd");
});

/** Serves the package, these scripts and a page that runs them in itself and in a worker. */
const page = `<!doctype html><title>polluted</title><script type="module">
  import { Synthflow } from "/pkg/index.js";
  import { tryPolluted } from "/js-tests/safety/polluted.mjs";
  globalThis.find = async () => {
    const worker = new Worker("/js-tests/safety/polluted-page.mjs", { type: "module" });
    const inWorker = new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    return { page: await tryPolluted(Synthflow), worker: await inWorker };
  };
  globalThis.clobbered = async () => {
    document.body.innerHTML = '<form id=process></form><form id=process name=env><input name=SYNTHFLOW_BASE_URL></form>';
    const made = new Synthflow({ apiKey: null, fetch: async (url) => ({ status: 200, text: async () => JSON.stringify({ call_id: url }) }) });
    return made.calls.create({ model_id: "m", name: "Sam", phone: "+14155550100" });
  };
  globalThis.framed = async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const script = frame.contentDocument.createElement("script");
    const ended = new Promise((resolve) => (globalThis.tell = resolve));
    script.type = "module";
    script.textContent = \`
      const { Synthflow } = await import("\${location.origin}/pkg/index.js");
      const ends = [];
      const fetch = async (url) => ({ status: 200, text: async () => JSON.stringify({ call_id: url }) });
      for (const replace of [false, true]) {
        if (replace) globalThis.origin = "https://evil.example";
        const client = new Synthflow({ apiKey: null, baseURL: "/api", fetch, logLevel: "off" });
        ends.push(await client.calls.create({ model_id: "m", name: "Sam", phone: "+14155550100" })
          .then(({ call_id }) => call_id, ({ outcome }) => outcome));
      }
      parent.tell(ends);\`;
    frame.contentDocument.body.append(script);
    return ended;
  };
</script>`;

const serving = async (run) => {
  const server = createServer(({ url }, response) => {
    const isOurs = /^\/(pkg\/[\w-]+\.js|js-tests\/safety\/polluted[\w-]*\.mjs)$/.test(url);
    response.setHeader("content-type", isOurs ? "text/javascript" : "text/html");
    response.end(isOurs ? readFileSync(new URL(`.${url}`, root)) : page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await run(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
};

for (const name of ["Chromium", "Firefox"]) {
  const { skip, open } = browsers[name];
  test(`S16: nor in a page of ${name}, its workers and frames`, { skip }, async () => {
    await serving(async (url) => {
      const tab = await open();
      try {
        await tab.goto(url);
        const found = await tab.call("find");
        isUnchanged(found.page, "a page");
        isUnchanged(found.worker, "a worker");
        for (const one of [found.page, found.worker]) {
          assert.match(one.right.ends[0], /every visitor could read the key/);
          assert.equal(one.right.sent[0][1], `${url}/synthflow/calls`);
        }
        // A form that is named like a global of Node is no environment.
        const { call_id } = await tab.call("clobbered");
        assert.equal(call_id, "https://api.synthflow.ai/v2/calls");
        // A frame without an address: its own `origin` can be replaced, and then it has none.
        assert.deepEqual(await tab.call("framed"), [`${url}/api/calls`, "not-sent"]);
      } finally {
        await tab.close();
      }
    });
  });
}

for (const [what, file] of [
  ["an error, a call, a request or an option", "unread.mjs"],
  ["a request to the proxy, its context or what authorize returns", "unread-proxy.mjs"],
]) {
  test(`S16: nothing that the package reads of ${what} is of Object.prototype`, async () => {
    const [isWhole, read] = JSON.parse(await runScript("node", local(file)));
    assert.ok(isWhole);
    assert.deepEqual(read, []);
  });
}

test("S4, S16: what a script adds to every object proves of no error that nothing was sent", async () => {
  const forms = [
    { code: "ECONNREFUSED" },
    { code: "ENOTFOUND" },
    { syscall: "connect" },
    { errors: [{ code: "ECONNREFUSED" }] },
    { cause: { code: "ECONNREFUSED" } },
  ];
  let count = 0;
  const server = createTcpServer((socket) =>
    socket.once("data", () => {
      count += 1;
      socket.destroy();
    }),
  );
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseURL = `http://127.0.0.1:${server.address().port}`;
  const client = new Synthflow({ apiKey: "key", baseURL, logLevel: "off" });
  try {
    for (const fields of forms) {
      count = 0;
      Object.assign(Object.prototype, fields);
      let error;
      try {
        error = await rejection(client.calls.create(call));
      } finally {
        for (const name of Object.keys(fields)) delete Object.prototype[name];
      }
      assert.deepEqual([count, error.outcome, error.attempts], [1, "unknown", 1], JSON.stringify(fields));
    }
  } finally {
    server.close();
  }
});

test("S16: nor is it a field of a call that is looked for or waited for, or of a webhook", async () => {
  const phone = call.phone;
  const rows = [
    [{ call_id: "c", lead_phone_number: phone }, { type_of_call: "inbound" }],
    [{ call_id: "c", lead_phone_number: phone }, { start_time: 1 }],
    [{ call_id: "c", model_id: "m" }, { lead_phone_number: "+19998887777" }],
    [{ call_id: "c", model_id: "m" }, { phone_number_to: "+19998887777" }],
    [{ call_id: "c", lead_phone_number: phone }, { model_id: "other" }],
  ];
  for (const [row, fields] of rows) {
    const text = async () => JSON.stringify({ calls: [row] });
    const fetch = async () => ({ __proto__: null, status: 200, text });
    const client = new Synthflow({ apiKey: "key", fetch, logLevel: "off" });
    Object.assign(Object.prototype, fields);
    let found;
    try {
      found = await client.calls.findPlaced({ ...call, since: Date.now(), timeout: 1, interval: 1 });
    } finally {
      for (const name of Object.keys(fields)) delete Object.prototype[name];
    }
    assert.equal(found.outcome, "placed", JSON.stringify(fields));
  }
  const text = async () => '{"calls":[{"call_id":"c","status":null}]}';
  const client = new Synthflow({
    apiKey: "key",
    fetch: async () => ({ __proto__: null, status: 200, text }),
    logLevel: "off",
  });
  const secret = "a secret of sixteen letters";
  const signature = createHmac("sha256", secret).update("c").digest("base64");
  const body = { call: { call_id: "c" } };
  const node = { headers: { "synthflow-signature": signature }, body };
  const fields = {
    call_status: "completed",
    headers: { "synthflow-signature": signature },
    rawBody: '{"call":{"call_id":"c","status":"forged"}}',
  };
  Object.assign(Object.prototype, fields);
  const ends = [];
  try {
    ends.push(await rejection(client.calls.wait("c", { timeout: 1, interval: 1 })));
    ends.push(await rejection(webhooks.unwrap({ body }, { secret })));
    ends.push(await webhooks.unwrap(node, { secret }));
  } finally {
    for (const name of Object.keys(fields)) delete Object.prototype[name];
  }
  assert.equal(ends[0].name, "APITimeoutError");
  assert.equal(ends[1].name, "WebhookVerificationError");
  assert.deepEqual(Object.hasOwn(ends[2].call, "status"), false);
});

test("S16: a polluted descriptor fails no call that was delivered", async () => {
  const urls = [];
  const fetch = async (url) => {
    urls.push(url);
    const data = url.includes("assistants") ? { assistants: [{}] } : { call_id: "c" };
    return { __proto__: null, status: 200, text: async () => JSON.stringify(data) };
  };
  const client = new Synthflow({ apiKey: "key", fetch, logLevel: "off" });
  for (const name of ["get", "set"]) {
    Object.prototype[name] = "x";
    try {
      const { data } = await client.calls.create(call).withResponse();
      assert.equal(data.call_id, "c");
      assert.equal((await client.agents.list()).data.length, 1);
    } finally {
      delete Object.prototype[name];
    }
  }
  assert.equal(urls.length, 4);
});

test("a response with the name of a method ends no core where Object.prototype is frozen", async () => {
  const script = `
    Object.freeze(Object.prototype);
    const { Synthflow } = await import("synthflow-wasm");
    const text = async () => '{"status":"ok","response":{"call_id":"c"},"toString":1,"constructor":2}';
    const client = new Synthflow({ apiKey: "key", fetch: async () => ({ status: 200, text }), logLevel: "off" });
    const data = await client.calls.create(${JSON.stringify(call)});
    console.log(data.call_id, data.toString, data.constructor);`;
  const { execFile } = await import("node:child_process");
  const { promisify } = await import("node:util");
  const args = ["--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: fileURLToPath(root) });
  assert.equal(stdout.trim(), "c 1 2");
});

const withGetter = async (name, run) => {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => {
      throw new Error(`no ${name}`);
    },
  });
  try {
    return await run();
  } finally {
    if (before) Object.defineProperty(globalThis, name, before);
    else delete globalThis[name];
  }
};

test("globals that are missing or throw end no core", async () => {
  let release;
  const gate = new Promise((resolve) => {
    release = resolve;
  });
  const respond = async (_, response, index) => {
    if (index === 0) await gate;
    reply(response, 200, { status: "ok", response: { call_id: "c" } });
  };
  await withServer(respond, async ({ client, delivered }) => {
    const first = client().calls.create(call);
    while (delivered.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const name of ["window", "location", "process", "Deno", "Bun", "origin", "top"]) {
      await withGetter(name, () =>
        client({ apiKey: null, fetch: async () => new Response('{"call_id":"c"}') }).calls.create(call),
      );
    }
    const options = { apiKey: () => "key", logLevel: "debug", logger: { debug() {}, info() {} } };
    await withGlobal("performance", undefined, () => client(options).calls.create(call));
    for (const name of ["AbortController", "setTimeout"]) {
      const before = delivered.length;
      const error = await withGlobal(name, undefined, () => rejection(client().calls.create(call)));
      assert.match(`${error.name}: ${error.message}`, /^SynthflowError: this host lacks/, name);
      assert.equal(delivered.length, before);
    }
    release();
    assert.equal((await first).call_id, "c");
  });
});
