/** The server of the studio on an account: the page has no key, and may do only what is listed. */

import assert from "node:assert/strict";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { after, before, test } from "node:test";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { serveStudio } from "../../examples-web/widget-studio/server/serve.mjs";
import { browsers, inStudio } from "./tab.js";

const KEY = "key-of-the-account-1234567890";
let api;
let studio;

before(async () => {
  api = await serveSandbox({ apiKey: KEY, agents: 5 });
  Object.assign(process.env, { SYNTHFLOW_API_KEY: KEY, SYNTHFLOW_BASE_URL: api.url });
  studio = await serveStudio({ live: true });
});
after(async () => {
  studio?.close();
  await api?.close();
});

const send = (path, init) => fetch(studio.url + path, init);

test("agents come from the account, and the key is in no response", async () => {
  const page = await send("");
  const list = await send("synthflow/assistants?limit=2");
  const texts = [await page.text(), await list.text(), JSON.stringify([...page.headers, ...list.headers])];
  assert.equal(JSON.parse(texts[1]).response.pagination.total_records, 5);
  assert.ok(!texts.join("").includes(KEY));
  assert.match(texts[0], /&quot;mode&quot;:&quot;account&quot;/);
});

test("nothing that rings is forwarded", async () => {
  const call = { model_id: "m", name: "Sam", phone: "+14155550100" };
  const before = api.sandbox.requests.length;
  for (const [method, path, body] of [
    ["POST", "calls", call],
    ["POST", "subaccounts", { subaccount_name: "A" }],
    ["DELETE", "assistants/m", undefined],
  ]) {
    const headers = { "content-type": "application/json", "idempotency-key": `studio-${path}` };
    const { status } = await send(`synthflow/${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
    });
    assert.equal(status, 405, path);
  }
  assert.equal(api.sandbox.requests.length, before);
});

test("pages of other origins are refused, other files are not served, and the page has a policy", async () => {
  assert.equal(
    (await send("synthflow/assistants", { headers: { origin: "https://evil.example" } })).status,
    403,
  );
  for (const path of ["assets/..%2fmanifest.json", "manifest.json", "package.json", "demo/voice.wav"])
    assert.equal((await send(path)).status, 404, path);
  const policy = (await send("")).headers.get("content-security-policy");
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
  assert.match(
    (await send("preview")).headers.get("content-security-policy"),
    /^sandbox (?!.*allow-same-origin)/,
  );
});

test("a page that cannot be read ends its response, and not the server", async (t) => {
  t.mock.method(process.stderr, "write", () => true);
  const { readFile } = promises;
  promises.readFile = async (path, ...others) => {
    if (String(path).endsWith("preview.html")) throw new Error("cannot be read");
    return readFile(path, ...others);
  };
  syncBuiltinESMExports();
  try {
    await assert.rejects(send("preview"), /fetch failed|terminated/);
  } finally {
    promises.readFile = readFile;
    syncBuiltinESMExports();
  }
  assert.equal((await send("preview")).status, 200);
});

const { skip, launch } = browsers.Chromium;

test("in Chromium: voices of a workspace that is asked for; nothing is loaded from Synthflow unasked", {
  skip,
}, async () => {
  const browser = await launch();
  const [id] = api.sandbox.seed({ agents: [{ type: "widget", name: "Mine" }] }).agents;
  try {
    await inStudio(
      browser,
      async ({ page, studio, go, see, gone, click, type, value }) => {
        const elsewhere = [];
        page.on("request", (request) => {
          const url = request.url();
          if (/^https?:/.test(url) && !url.startsWith(studio.url)) elsewhere.push(url);
        });
        await go(`#/agents/${id}/settings`);
        await click("button", "Choose a voice");
        await type(".dialog input[type=text]", "sandbox");
        await click("button", "Load the voices");
        await see("[role=status]", "65 voices");
        await page.keyboard.press("Escape");
        await gone(".dialog");
        await click(".tab", "Embed");
        await see("button:disabled", "Show the preview");
        assert.equal(await page.$("textarea.code"), null);
        await type("[aria-describedby=widget-id-docs]", "w/1");
        await see("[role=alert]", "Enter letters, digits, hyphens, dots and underscores only.");
        await type("[aria-describedby=widget-id-docs]", "1700000000000x1");
        await see("textarea.code");
        assert.ok((await value("textarea.code")).includes(`/widget/v2/${id}/1700000000000x1"`));
        await see("button:enabled", "Show the preview");
        assert.deepEqual(elsewhere, []);
      },
      { live: true },
    );
  } finally {
    await browser.close();
  }
});
