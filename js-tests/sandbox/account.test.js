/** Memories, subaccounts and workspaces. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { startSandbox } from "../support/sandbox.js";

const call = { name: "Sam", phone: "+14155550100" };

test("W33: a completed call is in the memory of its contact, where the agent has the memory store", async () => {
  const { client, pass, agentId } = startSandbox();
  const model_id = await agentId();
  const { id: contact } = await client.contacts.create({ name: "Sam", phone_number: call.phone });
  const { id: memory } = await client.memoryStores.create({ title: "Calls" });
  const { id: other } = await client.memoryStores.create({ title: "Of another agent" });
  for (const id of [memory, other]) await client.memoryStores.attachContact(id, contact);
  await client.memoryStores.attachAgent(memory, model_id);
  const read = async (id) => (await client.memoryStores.getContactMemory(id, contact)).memory;
  await client.calls.create({ ...call, model_id });
  pass(1000);
  assert.equal(await read(memory), "Sam has talked to nobody yet.");
  pass(2000);
  assert.match(await read(memory), /^2026-11-25: Sam talked to Reminder/);
  assert.equal(await read(other), "Sam has talked to nobody yet.");
  // One line per call, up to a number; a call that nobody answers is none.
  for (let index = 0; index < 15; index += 1) await client.calls.create({ ...call, model_id });
  await client.calls.create({ ...call, model_id, phone: "+14155550002" });
  pass(3000);
  assert.equal((await read(memory)).split("\n").length, 10);
  const { contact_ids, calls } = await client.memoryStores.get(memory);
  assert.deepEqual([contact_ids, calls], [[contact], undefined]);
});

test("W33: phone numbers are imported to a subaccount and returned", async () => {
  const { client, send, sent } = startSandbox();
  const { subaccount_id: id } = await client.subaccounts.create({ subaccount_name: "Sales" });
  const numbers = async (workspace) =>
    (await sent("GET", `/numbers?workspace=${workspace}`)).phone_numbers.map(({ number }) => number);
  const update = (body) => send("PUT", `/subaccounts/${id}`, body);
  const products = { phone_numbers: [{ number: "+15005550000" }] };
  assert.equal((await update({ operation_type: "import", products })).status, 200);
  assert.deepEqual([await numbers("sandbox"), await numbers(id)], [[], ["+15005550000"]]);
  const moved = await client.phoneNumbers.get("15005550000", { workspace: id });
  assert.deepEqual([moved.workspace_id, moved.agency_workspace_id], [id, "sandbox"]);
  assert.equal((await send("GET", "/numbers/15005550000?workspace=sandbox")).status, 404);
  for (const [body, why] of [
    [{ operation_type: "import", products }, /the workspace has no phone number \+15005550000/],
    [
      { operation_type: "return", products: { phone_numbers: [{ number: "+14155550100" }] } },
      /subaccount has no/,
    ],
    [{ operation_type: "return" }, /products\.phone_numbers is missing/],
    [{ products }, /operation_type is missing/],
  ]) {
    const { status, json } = await update(body);
    assert.equal(status, 400);
    assert.match(json.detail.description, why);
  }
  // The legacy API has texts in the list.
  assert.equal(
    (await update({ operation_type: "return", products: { phone_numbers: ["+15005550000"] } })).status,
    200,
  );
  assert.deepEqual([await numbers("sandbox"), await numbers(id)], [["+15005550000"], []]);
  await update({ operation_type: "import", products });
  await client.subaccounts.delete(id);
  assert.deepEqual(await numbers("sandbox"), ["+15005550000"]);
});

test("W33: permissions are granted and revoked; the legacy object is refused", async () => {
  const { client, send } = startSandbox();
  const { subaccount_id: id } = await client.subaccounts.create({
    subaccount_name: "Sales",
    revoke_permissions: ["chat", "logs"],
  });
  await client.subaccounts.update(id, { grant_permissions: ["chat"], revoke_permissions: ["widget"] });
  const { permissions } = await client.subaccounts.get(id);
  const { chat, logs, widget, inbound } = permissions;
  assert.deepEqual([chat, logs, widget, inbound], [true, false, false, true]);
  for (const [body, why] of [
    [{ permissions: { chat: true } }, /grant_permissions and revoke_permissions/],
    [{ grant_permissions: ["chat"], revoke_permissions: ["chat"] }, /revoke_permissions/],
    [{ grant_permissions: ["chat", "chat"] }, /duplicates/],
    [{ grant_permissions: ["everything"] }, /./],
  ]) {
    const { status, json } = await send("PUT", `/subaccounts/${id}`, body);
    assert.equal(status, 400, JSON.stringify(body));
    assert.match(json.detail.description, why);
  }
  assert.deepEqual((await client.subaccounts.get(id)).permissions, permissions);
});

test("W33: a workspace that does not exist is refused, with the status of each operation", async () => {
  const { client, send } = startSandbox();
  const number = { workspace_id: "none", phone_number: "+14155550199", provider_name: "zoom" };
  for (const [method, path, status, body] of [
    ["GET", "/voices?workspace=none", 400],
    ["GET", "/numbers?workspace=none", 400],
    ["GET", "/numbers/15005550000?workspace=none", 400],
    ["POST", "/custom-numbers", 400, number],
    ["GET", "/logs?workspace_id=none", 403],
    ["GET", "/logs/log-1?workspace_id=none", 403],
    ["GET", "/workspaces/none/mcp-config", 404],
    ["POST", "/workspaces/none/mcp-config", 400, { servers: [{ mcp_url: "https://a.example/sse" }] }],
    ["POST", "/workspaces/none/mcp-tools/discover", 404],
  ]) {
    assert.equal((await send(method, path, body)).status, status, path);
  }
  const { subaccount_id: id } = await client.subaccounts.create({ subaccount_name: "Sales" });
  assert.equal((await client.voices.list({ workspace: id })).data[0].workspace, id);
  const { send: other } = startSandbox({ workspace: "mine" });
  assert.equal((await other("GET", "/voices?workspace=mine")).status, 200);
  assert.equal((await other("GET", "/voices?workspace=sandbox")).status, 400);
});
