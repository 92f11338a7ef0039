/** An account on a sandbox that has what the `@example` blocks assume, under the ids that are written there. */

import { Synthflow } from "synthflow-wasm";
import { createSandbox } from "synthflow-wasm/sandbox";

/** Simulations of the legacy API, which has the same routes as the current one. */
const legacySimulations = async (client) => ({
  Simulations: (await client.simulations.create({ name: "A" })).simulation_case_id,
});

const simulations = async (client, agent) => {
  const { id: suite } = await client.simulationSuites.create({ name: "A", model_id: agent });
  const { simulation_case_id } = await client.simulationCases.create({
    name: "A",
    type: "custom",
    prompt: "You want to move your appointment.",
    success_criteria: ["The agent confirms it."],
    call_success_type: "all",
    suite_id: suite,
  });
  const { session_id } = await client.simulationSuites.execute(suite, {
    target_agent_id: agent,
    max_turns: 10,
  });
  const { simulation_id } = await client.simulationRuns.start({ simulation_case_id, target_agent_id: agent });
  return {
    "00000000-0000-4000-8000-000000000003": suite,
    "00000000-0000-4000-8000-000000000004": simulation_case_id,
    "your-session-id": session_id,
    "your-simulation-id": simulation_id,
    SimulationCases: simulation_case_id,
    SimulationScenarios: (await client.simulationScenarios.create({ name: "A", description: "B" })).id,
    SimulationSuites: suite,
  };
};

/** The real ids, by what the examples write; by the type of a resource for those that write `"your-id"`. */
const fill = async (client, isLegacy) => {
  const agent = (await client.agents.list()).data[0].model_id;
  const { action_id: action } = await client.actions.create({
    CUSTOM_ACTION: {
      run_action_before_call_start: false,
      http_mode: "GET",
      url: "https://app.example/",
      name: "A",
      speech_while_using_the_tool: "A",
    },
  });
  const { call_id: call } = await client.calls.create({ model_id: agent, name: "A", phone: "+14155550198" });
  const { batch_call_id: batch } = await client.batchCalls.create({
    model_id: agent,
    from_phone_number: "+15005550000",
    tasks: [{ id: "a", to_phone_number: "+14155550100" }],
  });
  const { knowledge_base_id: knowledgeBase } = await client.knowledgeBases.create({ name: "A" });
  const { id: contact } = await client.contacts.create({ name: "A", phone_number: "+14155550199" });
  const { id: store } = await client.memoryStores.create({ title: "A" });
  const { key: phoneBook } = await client.phoneBooks.create({ name: "A" });
  const { subaccount_id: subaccount } = await client.subaccounts.create({ subaccount_name: "A" });
  await client.mcp.set("sandbox", { servers: [{ mcp_url: "https://tools.example.com/sse" }] });
  const chat = crypto.randomUUID();
  await client.chats.create(chat, { model_id: agent });
  return {
    "00000000-0000-0000-0000-000000000000": agent,
    "00000000-0000-4000-8000-000000000001": contact,
    "00000000-0000-4000-8000-000000000002": store,
    "00000000-0000-4000-8000-000000000005": agent,
    "00000000-0000-4000-8000-000000000006": chat,
    "00000000-0000-4000-8000-000000000007": phoneBook,
    "00000000-0000-4000-8000-000000000008": call,
    "1700000000000x000000000000000000": "sandbox",
    "1700000000000x111111111111111111": knowledgeBase,
    "1700000000000x222222222222222222": agent,
    "your-action-id": action,
    "your-agent-id": agent,
    "your-batch-call-id": batch,
    "your-batch-id": batch,
    "your-call-id": call,
    "your-workspace-id": "sandbox",
    Actions: action,
    Agents: agent,
    Contacts: contact,
    KnowledgeBases: knowledgeBase,
    Mcp: "sandbox",
    MemoryStores: store,
    PhoneNumbers: "15005550000",
    Subaccounts: subaccount,
    ...(isLegacy ? await legacySimulations(client) : await simulations(client, agent)),
  };
};

/** Creates the account for the examples of a type. Its `fetch` is what they send their requests with. */
export const createAccount = async (type) => {
  const isLegacy = type === "Simulations";
  const sandbox = createSandbox({ callDuration: 0, generation: isLegacy ? "legacy" : "current" });
  const ids = await fill(new Synthflow({ apiKey: "test", region: "us", fetch: sandbox.fetch }), isLegacy);
  const real = (text) =>
    text?.replace(/your-id|your-[a-z-]+-id|0{8}-0000-[04]000-[08]000-0{11}\d|1700000000000x\d{18}/g, (id) =>
      id === "your-id" ? ids[type] : ids[id],
    );
  const from = sandbox.requests.length;
  return {
    sandbox,
    fetch: (url, init) => sandbox.fetch(real(url), { ...init, body: real(init.body) }),
    /** The requests of the example. */
    requests: () => sandbox.requests.slice(from),
  };
};
