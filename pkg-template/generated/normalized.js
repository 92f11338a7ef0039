// Generated from the rules of the declarations by `npm run emit`. Do not edit.

/** A number in a string is converted. */
export const NUMERIC = 0;

/** An object or array in a string of JSON is parsed. */
export const PARSED = 1;

export const ExecutedAction = {
  parameters_hard_coded: PARSED,
  parameters_from_llm: PARSED,
  return_value: PARSED,
};

export const Call = {
  status: "call_status",
  duration: NUMERIC,
  executed_actions: { "*": ExecutedAction },
  telephony_duration: NUMERIC,
  telephony_ringing_duration: NUMERIC,
};

export const ActionCreated = {
  action_id: "id",
};

export const Action = {
  action_id: "id",
};

export const ActionUpdated = {
  action_id: "id",
};

export const KnowledgeBaseSaved = {
  knowledge_base_id: "id",
};

export const KnowledgeBase = {
  id: "knowledge_base_id",
};

export const KnowledgeBaseSource = {
  id: "source_id",
};

export const KnowledgeBaseSourceCreated = {
  source_id: "id",
};

export const KnowledgeBaseSourceUpdated = {
  source_id: "id",
};

export const SubaccountCreated = {
  subaccount_id: "id",
};

export const Subaccount = {
  subaccount_id: "id",
};

export const SubaccountUpdated = {
  subaccount_id: "id",
};

export const ContactCreated = {
  id: "contact_id",
};

export const Contact = {
  id: "contact_id",
};

export const MemoryStore = {
  id: "memory_store_id",
};

export const MemoryStoreUpdated = {
  id: "memory_store_id",
};

export const SimulationScenario = {
  id: "scenario_id",
};

export const SimulationSuite = {
  id: "suite_id",
};

export const SimulationSuiteListItem = {
  id: "suite_id",
};

export const PostCallCall = {
  status: "call_status",
  duration: NUMERIC,
  telephony_duration: NUMERIC,
  telephony_ringing_duration: NUMERIC,
};

export const PostCallEvent = {
  status: "call_status",
  call: PostCallCall,
  executed_actions: { "*": ExecutedAction },
};

/** The shapes of the responses of operations. */
export const responses = {
  "calls.list": Call,
  "calls.get": Call,
  "actions.create": ActionCreated,
  "actions.list": Action,
  "actions.get": Action,
  "actions.update": ActionUpdated,
  "knowledgeBases.create": KnowledgeBaseSaved,
  "knowledgeBases.list": KnowledgeBase,
  "knowledgeBases.get": KnowledgeBase,
  "knowledgeBases.update": KnowledgeBaseSaved,
  "knowledgeBases.sources.list": KnowledgeBaseSource,
  "knowledgeBases.sources.create": KnowledgeBaseSourceCreated,
  "knowledgeBases.sources.update": KnowledgeBaseSourceUpdated,
  "subaccounts.create": SubaccountCreated,
  "subaccounts.list": Subaccount,
  "subaccounts.get": Subaccount,
  "subaccounts.update": SubaccountUpdated,
  "contacts.create": ContactCreated,
  "contacts.list": Contact,
  "contacts.get": Contact,
  "memoryStores.create": MemoryStore,
  "memoryStores.list": MemoryStore,
  "memoryStores.get": MemoryStore,
  "memoryStores.update": MemoryStoreUpdated,
  "simulationScenarios.create": SimulationScenario,
  "simulationScenarios.list": SimulationScenario,
  "simulationScenarios.get": SimulationScenario,
  "simulationScenarios.update": SimulationScenario,
  "simulationSuites.create": SimulationSuite,
  "simulationSuites.list": SimulationSuiteListItem,
  "simulationSuites.get": SimulationSuite,
  "simulationSuites.update": SimulationSuite,
};
