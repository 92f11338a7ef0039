/**
 * Uses every resource of the sandbox; responses are as documented.
 *
 * Length: one lifecycle of each resource, and at the end a check that every operation was used.
 */

import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { NotFoundError, Synthflow } from "synthflow-wasm";
import { watchDrift } from "synthflow-wasm/drift";
import { createSandbox } from "synthflow-wasm/sandbox";
import { operations } from "../../pkg-template/generated/operations.js";

let sandbox;
let client;
let now;
const drifts = [];
const seen = new Set();

const make = (options) => {
  const made = createSandbox({ now: () => now, callDuration: 1000, onWebhook: () => {}, ...options });
  return {
    sandbox: made,
    client: new Synthflow({
      apiKey: "test",
      fetch: made.fetch,
      maxRetries: 0,
      onDrift: watchDrift(({ operation, path, message }) => {
        // Not documented: the batch of a call.
        if (!path.endsWith("batch_call_id")) drifts.push(`${operation} ${path} ${message}`);
      }),
    }),
  };
};

const all = async (list) => {
  const items = [];
  for await (const item of list) items.push(item);
  return items;
};

const notThere = (promise) => assert.rejects(promise, NotFoundError);

/** The id of the first agent: an outbound one. */
const agentId = async () => (await client.agents.list()).data[0].model_id;

beforeEach(() => {
  now = Date.parse("2026-01-31T12:00:00Z");
  ({ sandbox, client } = make());
});

const fresh = (model_id) => ({
  model_id,
  from_phone_number: "+15005550000",
  tasks: [{ to_phone_number: "+14155550100" }],
});

const noted = (name, run) =>
  test(name, async () => {
    await run();
    for (const { operation } of sandbox.requests) seen.add(operation);
    assert.deepEqual(drifts.splice(0), []);
  });

noted("agents and voices", async () => {
  const { model_id } = await client.agents.create({ type: "outbound", name: "A", agent: {} });
  await client.agents.update(model_id, { name: "B" });
  await client.agents.attachPhoneNumbers(model_id, { phone_numbers: ["+15005550000"] });
  const { attached_phone_numbers: attached, name } = await client.agents.get(model_id);
  assert.equal(name, "B");
  await client.agents.detachPhoneNumber(model_id, attached[0].slug);
  await client.agents.delete(model_id);
  assert.ok((await all(client.agents.list())).every((agent) => agent.model_id !== model_id));
  assert.equal((await all(client.voices.list({ workspace: "sandbox" }))).length, 65);
});

noted("actions are attached to agents and show up on both", async () => {
  const model_id = await agentId();
  const { action_id } = await client.actions.create({
    CUSTOM_ACTION: {
      http_mode: "GET",
      url: "https://example.com",
      run_action_before_call_start: false,
      name: "Look up",
      variables_during_the_call: [{ name: "day", type: "string" }],
    },
  });
  await client.actions.attach({ model_id, items: [{ action_id, trigger_condition: "asked for a day" }] });
  const agent = await client.agents.get(model_id, { include_actions: true });
  assert.ok(agent.actions.includes(action_id));
  assert.equal(agent.input_variables.at(-1).trigger_condition, "asked for a day");
  const action = await client.actions.get(action_id, { include_assistants: true });
  assert.deepEqual(action.assistants, [model_id]);
  await client.actions.update(action_id, { CUSTOM_ACTION: { name: "Look up a day" } });
  assert.equal((await client.actions.get(action_id)).name, "Look up a day");
  await client.actions.initialize({ action_id, variables: [{ key: "a", value: "b" }] });
  assert.equal((await all(client.actions.list())).length, 2);
  await client.actions.detach({ model_id, actions: [action_id] });
  assert.ok(!(await client.agents.get(model_id, { include_actions: true })).actions.includes(action_id));
  await client.actions.delete(action_id);
  await notThere(client.actions.get(action_id));
});

noted("calls are counted in the analytics and logged as webhooks", async () => {
  const model_id = await agentId();
  await client.agents.update(model_id, { external_webhook_url: "https://example.com/hook" });
  const { call_id } = await client.calls.create({ model_id, phone: "+14155550100", name: "Sam" });
  now += 2000;
  assert.equal((await client.calls.get(call_id)).status, "completed");
  await client.calls.list({ model_id });
  await sandbox.settle();
  const figures = await client.analytics.export({ model_id });
  assert.equal(figures.duration_metrics.total_calls, 1);
  assert.deepEqual(
    figures.call_status_stat.items.map(({ status, value }) => [status, value]),
    [["completed", 1]],
  );
  const { data } = await client.webhookLogs.list({ workspace_id: "sandbox", call_id });
  const log = await client.webhookLogs.get(data[0].webhook_log_id, { workspace_id: "sandbox" });
  assert.equal(log.request_payload.call.call_id, call_id);
  await client.calls.getWebSocketMediaBaseUrl();
  await client.calls.startWebSocketMedia({
    modelId: model_id,
    fromPhoneNumber: "+15005550000",
    toPhoneNumber: "+14155550100",
  });
});

noted("a batch dials its recipients", async () => {
  const model_id = await agentId();
  const { batchCalls } = client;
  const made = await batchCalls.create({
    model_id,
    from_phone_number: "+15005550000",
    trigger_timestamp: now + 5000,
    tasks: [{ id: "a", to_phone_number: "+14155550100", custom_variables: { day: "Monday" } }],
  });
  const { batch_call_id: id } = made;
  assert.equal((await batchCalls.pause(id)).status, "paused");
  assert.equal((await batchCalls.resume(id)).status, "scheduled");
  now += 10_000;
  assert.equal((await batchCalls.get(id)).status, "completed");
  assert.equal((await batchCalls.list()).total, 1);
  assert.equal((await batchCalls.listTasks(id)).data[0].status, "dispatched");
  const [call] = (await client.calls.list({ model_id, batch_call_id: id })).data;
  assert.equal(call.call_status, "completed");
  const other = await batchCalls.create({ ...fresh(model_id), trigger_timestamp: now + 5000 });
  assert.equal((await batchCalls.cancel(other.batch_call_id)).status, "canceled");
});

noted("phone numbers are imported, changed, freed and deleted", async () => {
  await client.phoneNumbers.importCustom({
    workspace_id: "sandbox",
    phone_number: "+14155550199",
    provider_name: "zoom",
  });
  const inbound = await client.agents.create({
    type: "inbound",
    name: "I",
    agent: {},
    phone_number: "+14155550199",
  });
  const workspace = "sandbox";
  const number = await client.phoneNumbers.get("14155550199", { workspace });
  assert.deepEqual(number.assistants, [inbound.model_id]);
  assert.equal((await all(client.phoneNumbers.list({ workspace, is_available: true }))).length, 1);
  await client.phoneNumbers.update("14155550199", { friendly_name: "Desk", uac_register_expires: 60 });
  assert.equal((await client.phoneNumbers.get("14155550199", { workspace })).friendly_name, "Desk");
  await client.phoneNumbers.delete("14155550199");
  assert.equal((await client.agents.get(inbound.model_id)).phone_number, null);
});

noted("knowledge bases have sources and are attached to agents", async () => {
  const model_id = await agentId();
  const { knowledge_base_id: id } = await client.knowledgeBases.create({ name: "FAQ" });
  await client.knowledgeBases.update(id, { rag_use_condition: "always" });
  assert.deepEqual(await client.knowledgeBases.get(id), { id, name: "FAQ", rag_use_condition: "always" });
  await client.knowledgeBases.attach(id, { model_id });
  await client.knowledgeBases.detach(id, { model_id });
  const { sources } = client.knowledgeBases;
  const { source_id } = await sources.create(id, { type: "text", name: "Hours", content: "9 to 5" });
  await sources.update(id, source_id, { content: "8 to 6" });
  assert.deepEqual(
    (await all(sources.list(id, { name: "hour" }))).map((source) => source.content_preview),
    ["8 to 6"],
  );
  await sources.delete(id, source_id);
  assert.deepEqual(await all(sources.list(id)), []);
  await client.knowledgeBases.delete(id);
  assert.deepEqual(await all(client.knowledgeBases.list()), []);
});

noted("phone books count their entries, and come in pages", async () => {
  for (let index = 0; index < 11; index += 1) await client.phoneBooks.create({ name: `Book ${index}` });
  const books = await all(client.phoneBooks.list());
  assert.equal(books.length, 11);
  const { phone_book_id: id } = books[0];
  const entry = await client.phoneBooks.entries.create(id, {
    phone_number: "+14155550100",
    transfer_condition: "sales",
  });
  assert.equal((await client.phoneBooks.list()).data[0].entry_count, 1);
  await client.phoneBooks.entries.delete(id, entry.key);
  assert.equal((await client.phoneBooks.list()).data[0].entry_count, 0);
  await client.phoneBooks.delete(id);
  assert.equal((await all(client.phoneBooks.list())).length, 10);
});

noted("subaccounts show their key once", async () => {
  const made = await client.subaccounts.create({
    subaccount_name: "Sales",
    user_email: "sam@example.com",
    revoke_permissions: ["chat"],
  });
  assert.ok(made.api_key && made.sign_in_link);
  const { subaccount_id: id } = made;
  await client.subaccounts.update(id, {
    subaccount_name: "Marketing",
    grant_permissions: ["chat"],
    pricing_tiers_attach: [{ pricing_tier_id: "t" }],
    max_minutes: null,
  });
  const account = await client.subaccounts.get(id);
  assert.deepEqual(
    [account.name, account.permissions.chat, account.pricing_tiers.length, account.api_key],
    ["Marketing", true, 1, undefined],
  );
  assert.equal((await client.subaccounts.list()).data.length, 1);
  await client.subaccounts.delete(id);
  await notThere(client.subaccounts.get(id));
});

noted("contacts are remembered in memory stores", async () => {
  const contact = await client.contacts.create({
    name: "Sam",
    phone_number: "+14155550100",
    contact_metadata: { company: "A", role: "B" },
  });
  await client.contacts.update(contact.id, { contact_metadata: { role: "C" } });
  assert.deepEqual((await client.contacts.get(contact.id)).contact_metadata, { company: "A", role: "C" });
  const { id } = await client.memoryStores.create({ title: "Calls" });
  await client.memoryStores.update(id, { title: "All calls" });
  await client.memoryStores.attachContact(id, contact.id);
  assert.deepEqual((await client.memoryStores.get(id)).contact_ids, [contact.id]);
  assert.deepEqual((await client.contacts.list({ search: "+1415" })).data[0].memory_store_ids, [id]);
  assert.match((await client.memoryStores.getContactMemory(id, contact.id)).memory, /Sam/);
  const model_id = await agentId();
  await client.memoryStores.attachAgent(id, model_id);
  await client.memoryStores.detachAgent(id, model_id);
  await client.memoryStores.detachContact(id, contact.id);
  await client.contacts.delete(contact.id);
  assert.deepEqual(await all(client.contacts.list()), []);
  assert.equal((await all(client.memoryStores.list({ search: "all" }))).length, 1);
  await client.memoryStores.delete(id);
  await notThere(client.memoryStores.get(id));
});

noted("a suite is executed, and its session ends with results", async () => {
  const model_id = await agentId();
  const suite = await client.simulationSuites.create({ name: "S", model_id });
  await client.simulationSuites.update(suite.id, { name: "Suite" });
  const one = await client.simulationCases.create({
    name: "Books",
    prompt: "You want an appointment",
    type: "custom",
    success_criteria: ["it is booked"],
    call_success_type: "all",
    suite_id: suite.id,
  });
  await client.simulationCases.update(one.simulation_case_id, { name: "Books a day" });
  assert.equal((await client.simulationCases.get(one.simulation_case_id)).name, "Books a day");
  const lines = await all(
    client.simulationCases.generate({
      agent_id: model_id,
      suite_id: suite.id,
      include_tests: ["angry_user", "csat_score"],
    }),
  );
  assert.deepEqual(
    lines.map(({ type }) => type),
    ["progress", "progress", "result"],
  );
  assert.equal((await all(client.simulationCases.list({ suite_id: suite.id }))).length, 3);
  assert.equal((await all(client.simulationCases.listByAgent({ agent_id: model_id }))).length, 3);
  assert.equal((await client.simulationSuites.get(suite.id)).cases.length, 3);
  const found = await client.simulationSuites.list({ model_ids: ["other", model_id] });
  assert.equal(found.data[0].case_summaries.length, 3);

  const { session_id } = await client.simulationSuites.execute(suite.id, { target_agent_id: model_id });
  const { sessions } = client.simulationRuns;
  assert.equal((await sessions.get(session_id)).pending_simulations, 3);
  now += 2000;
  const ended = await sessions.get(session_id);
  assert.equal(ended.completed_simulations, 3);
  assert.equal(ended.simulations[0].success_criteria_analysis.success, true);
  assert.equal((await all(sessions.list())).length, 1);
  const run = await client.simulationRuns.start({
    simulation_case_id: one.simulation_case_id,
    target_agent_id: model_id,
  });
  assert.equal((await client.simulationRuns.get(run.simulation_id)).status, "in-progress");
  assert.equal((await all(client.simulationRuns.list({ status: "completed" }))).length, 3);
  await client.simulationCases.delete(one.simulation_case_id);
  await client.simulationSuites.delete(suite.id);
  await notThere(client.simulationSuites.get(suite.id));
});

noted("simulations with criteria that are not met", async () => {
  const model_id = await agentId();
  const { id } = await client.simulationSuites.create({ name: "Refunds", model_id });
  const results = [];
  for (const [call_success_type, ...success_criteria] of [
    ["all", "polite", "[not met] no refund"],
    ["any", "polite", "[not met] no refund"],
    ["any", "[not met] no refund"],
    ["any"],
  ]) {
    const fields = { name: "A", prompt: "B", type: "custom", call_success_type, success_criteria };
    const one = await client.simulationCases.create({ ...fields, suite_id: id });
    const { simulation_case_id } = one;
    const run = await client.simulationRuns.start({ simulation_case_id, target_agent_id: model_id });
    now += 2000;
    const { success_criteria_analysis: analysis } = await client.simulationRuns.get(run.simulation_id);
    results.push([analysis.success, ...analysis.evaluations.map(({ success }) => success)]);
  }
  assert.deepEqual(results, [[false, true, false], [true, true, false], [false, false], [true]]);
});

noted("scenarios", async () => {
  const { id } = await client.simulationScenarios.create({ name: "Rain", description: "It rains" });
  await client.simulationScenarios.update(id, { name: "Snow" });
  assert.equal((await client.simulationScenarios.get(id)).name, "Snow");
  assert.equal((await all(client.simulationScenarios.list({ search: "snow" }))).length, 1);
  await client.simulationScenarios.delete(id);
  assert.deepEqual(await all(client.simulationScenarios.list()), []);
});

noted("simulations of the first generation", async () => {
  ({ sandbox, client } = make({ generation: "legacy" }));
  const model_id = await agentId();
  const { simulation_case_id: id } = await client.simulations.create({ name: "A" });
  await client.simulations.update(id, { prompt: "P" });
  assert.equal((await client.simulations.get(id)).prompt, "P");
  assert.equal((await all(client.simulations.generate({ agent_id: model_id }))).length, 2);
  assert.equal((await all(client.simulations.list())).length, 2);
  await all(client.simulations.listByAgent(model_id));
  const run = await client.simulations.start({ simulation_case_id: id, target_agent_id: model_id });
  assert.equal((await all(client.simulations.listAll())).length, 1);
  assert.equal((await all(client.simulations.sessions.list())).length, 1);
  await client.simulations.sessions.get(run.simulation_session_id);
  await client.simulations.delete(id);
  assert.equal((await all(client.simulations.list())).length, 1);
});

noted("chats reply, and are listed by cursor", async () => {
  const model_id = await agentId();
  for (let index = 0; index < 12; index += 1) {
    await client.chats.create(`0b9e1b0e-7d5f-4c1a-9a5e-0d7b0a3c1f${10 + index}`, { model_id });
  }
  const chats = await all(client.chats.list({ limit: 5 }));
  assert.equal(new Set(chats.map(({ chat_id }) => chat_id)).size, 12);
  const { chat_id } = chats[0];
  assert.match((await client.chats.sendMessage(chat_id, { message: "Hello" })).agent_message, /Hello/);
  assert.equal((await client.chats.get(chat_id)).conversation_history.length, 3);
  const outbound = await client.chats.createOutbound({
    agent_id: model_id,
    channel: "sms",
    to_number: "+14155550100",
    from_number: "+15005550000",
  });
  await client.chats.get(outbound.conversation_id);
  await client.chats.delete(chat_id);
  await notThere(client.chats.get(chat_id));
});

noted("what toUpdate makes of an agent with audio tags can be sent", async () => {
  const agent = { prompt: "p", global_audio_tags: "[calm]" };
  const { model_id } = await client.agents.create({ type: "outbound", name: "A", agent });
  await client.agents.update(model_id, client.agents.toUpdate(await client.agents.get(model_id)));
  assert.equal((await client.agents.get(model_id)).agent.voice_synthesizer, "eleven_v3");
});

noted("MCP servers keep their headers to themselves", async () => {
  const server = await client.mcp.set("sandbox", {
    servers: [{ mcp_url: "https://tools.example.com/sse", headers: { authorization: "secret" } }],
  });
  await client.mcp.update("sandbox", {
    servers: [{ id: server.id, mcp_url: "https://tools.example.com/v2" }],
  });
  const { servers } = await client.mcp.get("sandbox");
  assert.deepEqual(servers[0].headers_keys, ["authorization"]);
  assert.ok(!JSON.stringify(servers).includes("secret"));
  const found = await client.mcp.discoverTools("sandbox");
  const { namespaced_tool } = found.servers[0].tools[0];
  const told = await client.mcp.invokeTool("sandbox", { namespaced_tool, arguments: { a: 1 } });
  assert.deepEqual(JSON.parse(told.result), { a: 1 });
  await client.mcp.delete("sandbox");
  await notThere(client.mcp.get("sandbox"));
});

after(() => {
  const unused = operations.map(({ name }) => name).filter((name) => !seen.has(name));
  assert.deepEqual(unused, [], "operations that no test of the sandbox has used");
});
