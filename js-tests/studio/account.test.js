/** The server of the studio on an account: the page has no key, and may do only what is listed. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { serveStudio } from "../../examples-web/widget-studio/server/serve.mjs";

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
    assert.equal(status, 403, path);
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
