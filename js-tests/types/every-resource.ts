/** Uses every other resource by its types. Compiled, never run: see types.test.js. */

import {
  type Action,
  type AnalyticsExport,
  type BatchCall,
  type BatchCallTask,
  type Chat,
  type Contact,
  type CreateAction,
  type KnowledgeBase,
  type KnowledgeBaseSource,
  type LiveTransferToPhone,
  type McpServerTools,
  type MemoryStore,
  type PhoneBook,
  type PhoneNumber,
  type RequestOptions,
  type SimulationCase,
  type SimulationRun,
  type SimulationRunSession,
  type SimulationScenario,
  type SimulationSuite,
  type StreamPromise,
  type Subaccount,
  Synthflow,
  type WebhookLog,
} from "synthflow-wasm";

const client = new Synthflow();
const options: RequestOptions = { timeout: 5 };

export const actions = async (): Promise<void> => {
  const transfer: LiveTransferToPhone = {
    transfer_mode: "warm_transfer",
    phone: "+14155550100",
    instructions: "when asked",
    initiating_msg: "One moment",
    human_availability: {
      timezone: "Europe/Berlin",
      schedule: [{ weekday: "monday", interval: [{ from: "09:00", to: "17:00" }] }],
      active: true,
    },
  };
  const params: CreateAction = { LIVE_TRANSFER: transfer };
  const { action_id } = await client.actions.create(params, options);
  for await (const one of client.actions.list({ limit: 1 }, options)) console.log(one.name);
  const action: Action = await client.actions.get(action_id, { include_assistants: true }, options);
  await client.actions.update(action_id, { SEND_SMS: { content: "Hello" } }, options);
  await client.actions.attach({ model_id: "m", items: [{ action_id, attachment_type: "before" }] });
  await client.actions.detach({ model_id: "m", actions: [action_id] });
  await client.actions.initialize({ action_id, variables: [{ key: "a", value: "b" }] });
  await client.actions.delete(action_id);
  console.log(action.action_type);
};

export const knowledge = async (): Promise<void> => {
  const { knowledge_base_id: id } = await client.knowledgeBases.create({ name: "FAQ" });
  const base: KnowledgeBase = await client.knowledgeBases.get(id);
  for await (const one of client.knowledgeBases.list()) console.log(one.id, base.name);
  await client.knowledgeBases.update(id, { rag_use_condition: "always" });
  await client.knowledgeBases.attach(id, { model_id: "m" });
  await client.knowledgeBases.detach(id, { model_id: "m" });
  const { source_id } = await client.knowledgeBases.sources.create(id, {
    type: "web",
    url: "https://a.example",
  });
  await client.knowledgeBases.sources.update(id, source_id, { url: "https://b.example" });
  await client.knowledgeBases.sources.update(id, source_id, { content: "text" });
  for await (const one of client.knowledgeBases.sources.list(id)) {
    const source: KnowledgeBaseSource = one;
    console.log(source.type);
  }
  await client.knowledgeBases.sources.delete(id, source_id);
  await client.knowledgeBases.delete(id);
};

export const numbersAndPeople = async (): Promise<void> => {
  const figures: AnalyticsExport = await client.analytics.export({ type_of_call: "widget" });
  await client.analytics.export();
  for await (const one of client.phoneNumbers.list({ workspace: "w", is_available: true }))
    console.log(one.number);
  const number: PhoneNumber = await client.phoneNumbers.get("14155550100", { workspace: "w" });
  await client.phoneNumbers.update("14155550100", { uac_enabled: true, provider_name: "new one" });
  await client.phoneNumbers.importCustom({ workspace_id: "w", phone_number: "+14155550100" });
  await client.phoneNumbers.delete("14155550100");
  const { key = "" } = await client.phoneBooks.create({ name: "Sales" });
  for await (const one of client.phoneBooks.list()) {
    const book: PhoneBook = one;
    console.log(book.entry_count, figures.duration_metrics?.total_calls, number.slug);
  }
  const entry = await client.phoneBooks.entries.create(key, { phone_number: "+1", transfer_condition: "c" });
  await client.phoneBooks.entries.delete(key, entry.key);
  await client.phoneBooks.delete(key);
  const contact = await client.contacts.create({
    name: "Sam",
    phone_number: "+14155550100",
    contact_metadata: { company: "A", anything: [1] },
  });
  const id = contact.id;
  const read: Contact = await client.contacts.get(id);
  await client.contacts.update(id, { email: read.email ?? "" });
  for await (const one of client.contacts.list({ search: "+1" })) console.log(one.memory_store_ids);
  const memory: MemoryStore = await client.memoryStores.create({ title: "T" });
  const store = memory.id;
  for await (const one of client.memoryStores.list()) console.log(one.title);
  await client.memoryStores.get(store);
  await client.memoryStores.update(store, { title: "U" });
  await client.memoryStores.attachAgent(store, "m");
  await client.memoryStores.detachAgent(store, "m");
  await client.memoryStores.attachContact(store, id);
  await client.memoryStores.detachContact(store, id);
  console.log((await client.memoryStores.getContactMemory(store, id)).memory);
  await client.memoryStores.delete(store);
  await client.contacts.delete(id);
};

export const accounts = async (): Promise<void> => {
  const { subaccount_id: id } = await client.subaccounts.create({
    subaccount_name: "S",
    max_agents: null,
  });
  const account: Subaccount = await client.subaccounts.get(id);
  for await (const one of client.subaccounts.list()) console.log(one.name, account.permissions?.chat);
  await client.subaccounts.update(id, {
    operation_type: "import",
    products: { phone_numbers: [{ number: "+14155550100" }, "+14155550101"] },
  });
  await client.subaccounts.delete(id);
  for await (const one of client.webhookLogs.list({ workspace_id: "w", status: "failed" })) {
    const log: WebhookLog = await client.webhookLogs.get(one.webhook_log_id, { workspace_id: "w" });
    console.log(log.request_payload);
  }
  await client.mcp.set("w", { servers: [{ mcp_url: "https://a.example", headers: null }] });
  await client.mcp.update("w", { servers: [] });
  const { servers } = await client.mcp.discoverTools("w");
  await client.mcp.discoverTools("w", { config_id: "c" });
  const tools: McpServerTools[] = servers;
  await client.mcp.invokeTool("w", { namespaced_tool: "a__b", arguments: { any: 1 } });
  console.log((await client.mcp.get("w")).servers[0]?.headers_keys, tools.length);
  await client.mcp.delete("w");
};

export const simulations = async (): Promise<void> => {
  const one: SimulationCase = await client.simulationCases.create({
    name: "N",
    prompt: "P",
    type: "custom",
    success_criteria: [],
    call_success_type: "all",
  });
  const id = one.simulation_case_id;
  await client.simulationCases.get(id);
  await client.simulationCases.update(id, { name: null });
  for await (const found of client.simulationCases.list({ page_size: 5 })) console.log(found.name);
  for await (const found of client.simulationCases.listByAgent({ agent_id: "m" })) console.log(found.type);
  const lines: StreamPromise<Record<string, unknown>> = client.simulationCases.generate({
    agent_id: "m",
    include_tests: ["angry_user"],
  });
  for await (const line of lines) console.log(line.progress);
  for await (const line of await client.simulations.generate({})) console.log(line);
  await client.simulationCases.delete(id);
  const scenario: SimulationScenario = await client.simulationScenarios.create({
    name: "N",
    description: "D",
  });
  await client.simulationScenarios.get(scenario.id);
  await client.simulationScenarios.update(scenario.id, { description: "E" });
  for await (const found of client.simulationScenarios.list()) console.log(found.id);
  await client.simulationScenarios.delete(scenario.id);
  const suite: SimulationSuite = await client.simulationSuites.create({
    name: "N",
    model_id: "m",
    language: "de-DE",
  });
  const suiteId = suite.id;
  await client.simulationSuites.get(suiteId);
  await client.simulationSuites.update(suiteId, { name: "O" });
  for await (const found of client.simulationSuites.list({ model_ids: ["m"] }))
    console.log(found.case_summaries);
  await client.simulationSuites.execute(suiteId, { target_agent_id: "m", max_turns: 10 });
  await client.simulationSuites.delete(suiteId);
  const run: SimulationRun = await client.simulationRuns.start({
    simulation_case_id: id,
    target_agent_id: "m",
  });
  await client.simulationRuns.get(run.simulation_id);
  for await (const found of client.simulationRuns.list({ status: "failed" }))
    console.log(found.error_info?.code);
  for await (const found of client.simulationRuns.sessions.list()) console.log(found.total_simulations);
  const session: SimulationRunSession = await client.simulationRuns.sessions.get("s");
  console.log(session.simulations);
  const ended: SimulationRun = await client.simulationRuns.wait("s", { interval: 1000 });
  await client.simulationRuns.sessions.wait("s", { onChange: (found) => found.pending_simulations });
  console.log(ended.status);
};

export const legacySimulations = async (): Promise<void> => {
  await client.simulations.create({ name: "N", others: "pass" });
  await client.simulations.get("c");
  await client.simulations.update("c", {});
  await client.simulations.delete("c");
  for await (const found of client.simulations.list()) console.log(found.name);
  for await (const found of client.simulations.listByAgent("m")) console.log(found.name);
  for await (const found of client.simulations.listAll()) console.log(found.status);
  await client.simulations.start({ target_agent_id: "m" });
  for await (const found of client.simulations.sessions.list()) console.log(found.simulations);
  await client.simulations.sessions.get("s");
};

export const chats = async (): Promise<void> => {
  const chat: Chat = await client.chats.create("c", { model_id: "m", metadata: { a: 1 } });
  for await (const one of client.chats.list({ cursor: "c" })) console.log(one.chat_status);
  await client.chats.get(chat.chat_id);
  console.log((await client.chats.sendMessage("c", { message: "Hi" })).agent_message);
  await client.chats.createOutbound({ agent_id: "m", channel: "sms", to_number: "+1", from_number: "+1" });
  await client.chats.delete("c");
};

export const batchCalls = async (): Promise<void> => {
  const { batch_call_id } = await client.batchCalls.create({
    model_id: "m",
    from_phone_number: "+14155550100",
    tasks: [{ id: "1", to_phone_number: "+14155550123", custom_variables: { company: "Example Ltd" } }],
  });
  for await (const batch of client.batchCalls.list({ limit: 1 }, options)) console.log(batch.status);
  const finished: BatchCall = await client.batchCalls.wait("b", {
    onChange: ({ status }) => console.log(status),
  });
  console.log(finished.status);
  const batch: BatchCall = await client.batchCalls.get(batch_call_id, options);
  for await (const failed of client.batchCalls.listTasks(batch_call_id, { status: "failed" }, options)) {
    const task: BatchCallTask = failed;
    console.log(task.error_message);
  }
  await client.batchCalls.pause(batch_call_id);
  await client.batchCalls.resume(batch_call_id);
  await client.batchCalls.cancel(batch_call_id);
  for await (const call of client.calls.list({ model_id: "m", batch_call_id })) console.log(call.call_id);
  console.log(batch.pending_count);
};

export const attached = async (): Promise<void> => {
  const store = await client.memoryStores.get("s");
  for (const id of store.contact_ids ?? []) await client.contacts.get(id);
  const contact = await client.contacts.get("c");
  for (const id of contact.memory_store_ids ?? []) await client.memoryStores.get(id);
  const agent = await client.agents.get("m");
  await client.agents.update("m", client.agents.toUpdate(agent), options);
};
