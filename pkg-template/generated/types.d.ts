// Generated from the declarations in src/resources by `npm run emit`. Do not edit.

/** The resources of a client. */
export interface Resources {
  /**
   * Agents: what answers and places calls. On the wire they are `assistants`, their id is
   * `model_id`.
   */
  readonly agents: Agents;
  /** Phone calls: placing them, listing them, reading what was said. */
  readonly calls: Calls;
  /**
   * Actions: what an agent can do beside talking, such as book, extract, transfer, send. An action
   * is created once and attached to agents.
   */
  readonly actions: Actions;
  /** Analytics: how many calls there were, how long they were and how they ended. */
  readonly analytics: Analytics;
  /** Phone numbers of a workspace. A `phone_number_slug` is the number without its `+`. */
  readonly phoneNumbers: PhoneNumbers;
  /** Voices an agent can speak with. */
  readonly voices: Voices;
  /** Knowledge bases: what an agent can look up. Their contents are `sources`. */
  readonly knowledgeBases: KnowledgeBases;
  /** Phone books: to whom an agent may transfer a call. See `LiveTransferToPhoneBook`. */
  readonly phoneBooks: PhoneBooks;
  /** Subaccounts: workspaces under an agency's own. */
  readonly subaccounts: Subaccounts;
  /** Contacts: people an agent talks to. */
  readonly contacts: Contacts;
  /** Memory stores: what agents remember of contacts from one call to the next. */
  readonly memoryStores: MemoryStores;
  /** Webhook logs: what Synthflow sent to your URLs, and what they answered. */
  readonly webhookLogs: WebhookLogs;
  /**
   * Simulations of the seed documents' generation, where `/simulations` are cases. Prefer the current
   * one: `simulationCases`, `simulationScenarios`, `simulationSuites`, `simulationRuns`. Fields are typed
   * after it; nothing is required here, and other fields pass.
   */
  readonly simulations: Simulations;
  /**
   * Simulation cases, of the current generation: one conversation to be tried, and what is expected of
   * it. They are grouped in `simulationSuites` and run by `simulationRuns`.
   */
  readonly simulationCases: SimulationCases;
  /** Simulation scenarios, of the current generation: situations in words. */
  readonly simulationScenarios: SimulationScenarios;
  /** Simulation suites, of the current generation: cases for one agent that are run together. */
  readonly simulationSuites: SimulationSuites;
  /**
   * Simulation runs, of the current generation: cases as they were tried, with what came of it. On the
   * wire they are `/simulations`, as the seed's cases were: see `simulations`.
   */
  readonly simulationRuns: SimulationRuns;
  /** Chats: conversations in writing with a chat agent. */
  readonly chats: Chats;
  /** MCP: tools of Model Context Protocol servers that agents can use. */
  readonly mcp: Mcp;
}

/**
 * Agents: what answers and places calls. On the wire they are `assistants`, their id is
 * `model_id`.
 */
export interface Agents {
  /**
   * Creates an agent. `agent` may be empty: what is left out has Synthflow's defaults.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/create-assistant
   */
  create(params: CreateAgent, options?: RequestOptions): APIPromise<AgentSaved>;
  /**
   * Lists the agents of the workspace, 20 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/list-assistant
   */
  list(params?: ListAgents, options?: RequestOptions): PagePromise<Agent>;
  /**
   * Gets an agent.
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/get-assistant
   */
  get(model_id: string, params?: GetAgent, options?: RequestOptions): APIPromise<Agent>;
  /**
   * Updates an agent. Only the fields that are given change.
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/update-assistant
   */
  update(model_id: string, params: UpdateAgent, options?: RequestOptions): APIPromise<AgentSaved>;
  /**
   * Deletes an agent.
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/delete-assistant
   */
  delete(model_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Attaches phone numbers to an outbound agent, given as numbers or as slugs: it may call from
   * any of them.
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/attach-phone-numbers-to-assistant
   */
  attachPhoneNumbers(model_id: string, params: AttachPhoneNumbers, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Detaches one phone number from an outbound agent.
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/detach-phone-number-from-assistant
   */
  detachPhoneNumber(model_id: string, phone_number_slug: string, options?: RequestOptions): APIPromise<Confirmation>;
}

/** Phone calls: placing them, listing them, reading what was said. */
export interface Calls {
  /**
   * Places a phone call, at once: there is no time to set, and nothing takes it back. It is never
   * sent again when it is not known whether it arrived.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { call_id } = await client.calls.create({
   *   model_id: "1726559381711x108708587477942990",
   *   phone: "+14155550123",
   *   name: "Ada",
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/voice-call
   */
  create(params: CreateCall, options?: RequestOptions): APIPromise<CallCreated>;
  /**
   * Lists the calls of an agent, 20 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/list-calls
   */
  list(params: ListCalls, options?: RequestOptions): PagePromise<Call>;
  /**
   * Gets a call: its state, its transcript, what was found out.
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/get-phone-call
   */
  get(call_id: string, options?: RequestOptions): APIPromise<Call>;
  /**
   * Starts a call whose sound goes over a WebSocket of yours. It is a call like any other: never
   * sent again blindly.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/start-ws-media-call
   */
  startWebSocketMedia(params: StartWebSocketMedia, options?: RequestOptions): APIPromise<WebSocketMediaStarted>;
  /**
   * Gets the WebSocket URL of the key's region. Nothing is reserved by it. Connect, read the
   * `server_info` message, and start the call with `wsMediaServerName` set to its `server-name`.
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/get-ws-media-base-url
   */
  getWebSocketMediaBaseUrl(options?: RequestOptions): APIPromise<WebSocketMediaBaseUrl>;
}

/**
 * Actions: what an agent can do beside talking, such as book, extract, transfer, send. An action
 * is created once and attached to agents.
 */
export interface Actions {
  /**
   * Creates an action of one kind. It does nothing until it is attached: see `actions.attach`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/create-action
   */
  create(params: CreateAction, options?: RequestOptions): APIPromise<ActionCreated>;
  /**
   * Lists the actions of the workspace, 20 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/list-actions
   */
  list(params?: ListActions, options?: RequestOptions): PagePromise<Action>;
  /**
   * Gets an action.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/get-action
   */
  get(action_id: string, params?: GetAction, options?: RequestOptions): APIPromise<Action>;
  /**
   * Updates an action: give the kind it has, with the fields that change.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/update-action
   */
  update(action_id: string, params: UpdateAction, options?: RequestOptions): APIPromise<ActionUpdated>;
  /**
   * Deletes an action; it cannot be brought back.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/delete-action
   */
  delete(action_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Runs a custom action once with the given variables. It calls the URL of the action, so it is
   * never sent again blindly.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/initialize-action
   */
  initialize(params: InitializeAction, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Attaches actions to an agent: by `actions`, or by `items` with settings for each.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/attach-action
   */
  attach(params: AttachActions, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Detaches actions from an agent.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/detach-action
   */
  detach(params: DetachActions, options?: RequestOptions): APIPromise<Confirmation>;
}

/** Analytics: how many calls there were, how long they were and how they ended. */
export interface Analytics {
  /**
   * Exports the figures of a time of at most 120 days; without a time, of the last 7 days.
   * @see https://docs.synthflow.ai/api-reference/platform-api/analytics/analytics-export
   */
  export(params?: ExportAnalytics, options?: RequestOptions): APIPromise<AnalyticsExport>;
}

/** Phone numbers of a workspace. A `phone_number_slug` is the number without its `+`. */
export interface PhoneNumbers {
  /**
   * Lists the phone numbers of a workspace, 20 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-numbers/get-numbers
   */
  list(params: ListPhoneNumbers, options?: RequestOptions): PagePromise<PhoneNumberListItem>;
  /**
   * Gets a phone number.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-numbers/get-phone-number
   */
  get(phone_number_slug: string, params: GetPhoneNumber, options?: RequestOptions): APIPromise<PhoneNumber>;
  /**
   * Updates a phone number. A change of its SIP settings may need the password again.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-numbers/update-phone-number
   */
  update(phone_number_slug: string, params: UpdatePhoneNumber, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Deletes a phone number: it is detached from its agents, and the monthly subscription of a number
   * bought through Synthflow is canceled.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-numbers/delete-phone-number
   */
  delete(phone_number_slug: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Imports a phone number of a SIP provider of yours. For `five9`, `ringcx` and `zoom` the workspace,
   * the number and the provider are enough; the others need `termination_uri`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-numbers/create-custom-number
   */
  importCustom(params: ImportPhoneNumber, options?: RequestOptions): APIPromise<PhoneNumberImported>;
}

/** Voices an agent can speak with. */
export interface Voices {
  /**
   * Lists the voices of a workspace, 50 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/voices/get-voices
   */
  list(params: ListVoices, options?: RequestOptions): PagePromise<Voice>;
}

/** Knowledge bases: what an agent can look up. Their contents are `sources`. */
export interface KnowledgeBases {
  /** Sources of a knowledge base: PDF files, texts, web pages. */
  readonly sources: KnowledgeBaseSources;
  /**
   * Creates a knowledge base. It is empty: see `knowledgeBases.sources.create`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/create-knowledge-base
   */
  create(params: CreateKnowledgeBase, options?: RequestOptions): APIPromise<KnowledgeBaseSaved>;
  /**
   * Lists the knowledge bases of the workspace, 25 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/list-knowledge-bases
   */
  list(params?: ListKnowledgeBases, options?: RequestOptions): PagePromise<KnowledgeBase>;
  /**
   * Gets a knowledge base.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/get-knowledge-base
   */
  get(id: string, options?: RequestOptions): APIPromise<KnowledgeBase>;
  /**
   * Updates a knowledge base. Only the fields that are given change.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/update-knowledge-base
   */
  update(id: string, params: UpdateKnowledgeBase, options?: RequestOptions): APIPromise<KnowledgeBaseSaved>;
  /**
   * Deletes a knowledge base and its sources.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/delete-knowledge-base
   */
  delete(id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Attaches a knowledge base to an agent.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/attach-knowledge-base
   */
  attach(knowledge_base_id: string, params: AttachKnowledgeBase, options?: RequestOptions): APIPromise<KnowledgeBaseAttached>;
  /**
   * Detaches a knowledge base from an agent.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/detach-knowledge-base
   */
  detach(knowledge_base_id: string, params: DetachKnowledgeBase, options?: RequestOptions): APIPromise<KnowledgeBaseAttached>;
}

/** Sources of a knowledge base: PDF files, texts, web pages. */
export interface KnowledgeBaseSources {
  /**
   * Lists the sources of a knowledge base, 20 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/list-knowledge-base-sources
   */
  list(knowledge_base_id: string, params?: ListKnowledgeBaseSources, options?: RequestOptions): PagePromise<KnowledgeBaseSource>;
  /**
   * Adds a source to a knowledge base.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/attach-document-to-source
   */
  create(knowledge_base_id: string, params: CreateKnowledgeBaseSource, options?: RequestOptions): APIPromise<KnowledgeBaseSourceCreated>;
  /**
   * Updates a source: its name, and its `url` or its `content`, by its type.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/update-knowledge-base-source
   */
  update(knowledge_base_id: string, source_id: string, params: UpdateKnowledgeBaseSource, options?: RequestOptions): APIPromise<KnowledgeBaseSourceUpdated>;
  /**
   * Deletes a source.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/knowledge-base-source-delete
   */
  delete(knowledge_base_id: string, source_id: string, options?: RequestOptions): APIPromise<KnowledgeBaseSourceDeleted>;
}

/** Phone books: to whom an agent may transfer a call. See `LiveTransferToPhoneBook`. */
export interface PhoneBooks {
  /** Entries of a phone book. */
  readonly entries: PhoneBookEntries;
  /**
   * Creates a phone book. It is empty: see `phoneBooks.entries.create`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-books/create-a-phone-book
   */
  create(params: CreatePhoneBook, options?: RequestOptions): APIPromise<PhoneBookCreated>;
  /**
   * Lists the phone books of the workspace.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-books/list-phone-books
   */
  list(params?: ListPhoneBooks, options?: RequestOptions): PagePromise<PhoneBook>;
  /**
   * Deletes a phone book and its entries.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-books/delete-a-phone-book
   */
  delete(phone_book_id: string, options?: RequestOptions): APIPromise<Confirmation>;
}

/** Entries of a phone book. */
export interface PhoneBookEntries {
  /**
   * Adds an entry to a phone book.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-books/create-a-phone-book-entry
   */
  create(phone_book_id: string, params: CreatePhoneBookEntry, options?: RequestOptions): APIPromise<PhoneBookEntryCreated>;
  /**
   * Deletes an entry.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-books/delete-a-phone-book-entry
   */
  delete(phone_book_id: string, entry_id: string, options?: RequestOptions): APIPromise<Confirmation>;
}

/** Subaccounts: workspaces under an agency's own. */
export interface Subaccounts {
  /**
   * Creates a subaccount. The answer holds its key and, where `user_email` was given, a sign-in link:
   * both are secrets.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/subaccounts/create-subaccount
   */
  create(params: CreateSubaccount, options?: RequestOptions): APIPromise<SubaccountCreated>;
  /**
   * Lists the subaccounts.
   * @see https://docs.synthflow.ai/api-reference/platform-api/subaccounts/list-subaccounts
   */
  list(options?: RequestOptions): PagePromise<Subaccount>;
  /**
   * Gets a subaccount.
   * @see https://docs.synthflow.ai/api-reference/platform-api/subaccounts/get-subaccount
   */
  get(subaccount_id: string, options?: RequestOptions): APIPromise<Subaccount>;
  /**
   * Updates a subaccount: only the fields that are given change. It can also invite a user, and import
   * phone numbers into it or return them.
   * @see https://docs.synthflow.ai/api-reference/platform-api/subaccounts/update-subaccount
   */
  update(subaccount_id: string, params: UpdateSubaccount, options?: RequestOptions): APIPromise<SubaccountUpdated>;
  /**
   * Deletes a subaccount and what belongs to it; it cannot be brought back.
   * @see https://docs.synthflow.ai/api-reference/platform-api/subaccounts/delete-subaccount
   */
  delete(subaccount_id: string, options?: RequestOptions): APIPromise<Confirmation>;
}

/** Contacts: people an agent talks to. */
export interface Contacts {
  /**
   * Creates a contact.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/contacts/create-a-contact
   */
  create(params: CreateContact, options?: RequestOptions): APIPromise<ContactCreated>;
  /**
   * Lists the contacts of the workspace.
   * @see https://docs.synthflow.ai/api-reference/platform-api/contacts/list-contacts
   */
  list(params?: ListContacts, options?: RequestOptions): PagePromise<Contact>;
  /**
   * Gets a contact.
   * @see https://docs.synthflow.ai/api-reference/platform-api/contacts/get-a-contact
   */
  get(contact_id: string, options?: RequestOptions): APIPromise<Contact>;
  /**
   * Updates a contact. Only the fields that are given change.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/contacts/update-a-contact
   */
  update(contact_id: string, params: UpdateContact, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Deletes a contact.
   * @see https://docs.synthflow.ai/api-reference/platform-api/contacts/delete-a-contact
   */
  delete(contact_id: string, options?: RequestOptions): APIPromise<Confirmation>;
}

/** Memory stores: what agents remember of contacts from one call to the next. */
export interface MemoryStores {
  /**
   * Creates a memory store.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/create-a-memory-store
   */
  create(params: CreateMemoryStore, options?: RequestOptions): APIPromise<MemoryStore>;
  /**
   * Lists the memory stores of the workspace.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/list-memory-stores
   */
  list(params?: ListMemoryStores, options?: RequestOptions): PagePromise<MemoryStore>;
  /**
   * Gets a memory store.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/get-a-memory-store
   */
  get(memory_store_id: string, options?: RequestOptions): APIPromise<MemoryStore>;
  /**
   * Updates a memory store. Only the fields that are given change.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/update-a-memory-store
   */
  update(memory_store_id: string, params: UpdateMemoryStore, options?: RequestOptions): APIPromise<MemoryStoreUpdated>;
  /**
   * Deletes a memory store and what is remembered in it.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/delete-a-memory-store
   */
  delete(memory_store_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Attaches a memory store to an agent, whose id is `assistant_id` here.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/attach-a-memory-store-to-an-agent
   */
  attachAgent(memory_store_id: string, assistant_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Detaches a memory store from an agent, whose id is `assistant_id` here.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/detach-a-memory-store-from-an-agent
   */
  detachAgent(memory_store_id: string, assistant_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Attaches a contact to a memory store: what it says is remembered there.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/attach-a-contact-to-a-memory-store
   */
  attachContact(memory_store_id: string, contact_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Detaches a contact from a memory store.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/detach-a-contact-from-a-memory-store
   */
  detachContact(memory_store_id: string, contact_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Gets what a memory store remembers of a contact.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/get-data-for-a-specific-memory-store-and-contact
   */
  getContactMemory(memory_store_id: string, contact_id: string, options?: RequestOptions): APIPromise<ContactMemory>;
}

/** Webhook logs: what Synthflow sent to your URLs, and what they answered. */
export interface WebhookLogs {
  /**
   * Lists webhook logs of a workspace, the newest first.
   * @see https://docs.synthflow.ai/api-reference/platform-api/webhook-logs/list-webhook-logs
   */
  list(params: ListWebhookLogs, options?: RequestOptions): PagePromise<WebhookLogListItem>;
  /**
   * Gets a webhook log with both messages.
   * @see https://docs.synthflow.ai/api-reference/platform-api/webhook-logs/get-webhook-log-detail
   */
  get(webhook_log_id: string, params: GetWebhookLog, options?: RequestOptions): APIPromise<WebhookLog>;
}

/**
 * Simulations of the seed documents' generation, where `/simulations` are cases. Prefer the current
 * one: `simulationCases`, `simulationScenarios`, `simulationSuites`, `simulationRuns`. Fields are typed
 * after it; nothing is required here, and other fields pass.
 */
export interface Simulations {
  /** Sessions of the seed documents' generation. Prefer `simulationRuns.sessions`. */
  readonly sessions: SimulationSessions;
  /**
   * Creates a case. Current generation: `simulationCases.create`.
   *
   * Retried only if the first attempt definitely had no effect.
   */
  create(params: LegacySimulationCase, options?: RequestOptions): APIPromise<SimulationCase>;
  /** Lists cases. Current generation: `simulationCases.list`. */
  list(params?: LegacyListSimulations, options?: RequestOptions): PagePromise<SimulationCase>;
  /** Gets a case. Current generation: `simulationCases.get`. */
  get(case_id: string, options?: RequestOptions): APIPromise<SimulationCase>;
  /** Updates a case. Current generation: `simulationCases.update`. */
  update(case_id: string, params: LegacySimulationCase, options?: RequestOptions): APIPromise<SimulationCase>;
  /** Deletes a case. Current generation: `simulationCases.delete`. */
  delete(case_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Generates cases. Current generation: `simulationCases.generate`.
   *
   * Retried only if the first attempt definitely had no effect.
   */
  generate(params: LegacyGenerateSimulations, options?: RequestOptions): StreamPromise<Record<string, unknown>>;
  /** Lists the cases of an agent. Current generation: `simulationCases.listByAgent`. */
  listByAgent(agent_id: string, params?: LegacyListSimulations, options?: RequestOptions): PagePromise<SimulationCase>;
  /**
   * Runs a case. It costs, so it is never sent again blindly. Current generation:
   * `simulationRuns.start`.
   *
   * Retried only if the first attempt definitely had no effect.
   */
  start(params: LegacyStartSimulation, options?: RequestOptions): APIPromise<SimulationRun>;
  /** Lists all simulations. Current generation: `simulationRuns.list`. */
  listAll(params?: LegacyListSimulations, options?: RequestOptions): PagePromise<SimulationRun>;
}

/** Sessions of the seed documents' generation. Prefer `simulationRuns.sessions`. */
export interface SimulationSessions {
  /** Lists sessions. Current generation: `simulationRuns.sessions.list`. */
  list(params?: LegacyListSimulations, options?: RequestOptions): PagePromise<SimulationRunSession>;
  /** Gets a session. Current generation: `simulationRuns.sessions.get`. */
  get(session_id: string, options?: RequestOptions): APIPromise<SimulationRunSession>;
}

/**
 * Simulation cases, of the current generation: one conversation to be tried, and what is expected of
 * it. They are grouped in `simulationSuites` and run by `simulationRuns`.
 */
export interface SimulationCases {
  /**
   * Creates a case.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/create-simulation-case
   */
  create(params: CreateSimulationCase, options?: RequestOptions): APIPromise<SimulationCase>;
  /**
   * Lists cases, 10 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulation-cases
   */
  list(params?: ListSimulationCases, options?: RequestOptions): PagePromise<SimulationCase>;
  /**
   * Gets a case.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/get-simulation-case
   */
  get(simulation_case_id: string, options?: RequestOptions): APIPromise<SimulationCase>;
  /**
   * Updates a case. Only the fields that are given change.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/update-simulation-case
   */
  update(simulation_case_id: string, params: UpdateSimulationCase, options?: RequestOptions): APIPromise<SimulationCase>;
  /**
   * Deletes a case.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/delete-simulation-case
   */
  delete(simulation_case_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Lists the cases of an agent, all at once.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulation-cases-by-agent
   */
  listByAgent(params: ListSimulationCasesByAgent, options?: RequestOptions): PagePromise<SimulationCase>;
  /**
   * Generates cases for an agent. The answer comes line by line: progress first, the cases at the end.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/generate-simulation-cases
   */
  generate(params: GenerateSimulationCases, options?: RequestOptions): StreamPromise<Record<string, unknown>>;
}

/** Simulation scenarios, of the current generation: situations in words. */
export interface SimulationScenarios {
  /**
   * Creates a scenario.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/create-simulation-scenario
   */
  create(params: CreateSimulationScenario, options?: RequestOptions): APIPromise<SimulationScenario>;
  /**
   * Lists scenarios, 10 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulation-scenarios
   */
  list(params?: ListSimulationScenarios, options?: RequestOptions): PagePromise<SimulationScenario>;
  /**
   * Gets a scenario.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/get-simulation-scenario
   */
  get(scenario_id: string, options?: RequestOptions): APIPromise<SimulationScenario>;
  /**
   * Updates a scenario. Only the fields that are given change.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/update-simulation-scenario
   */
  update(scenario_id: string, params: UpdateSimulationScenario, options?: RequestOptions): APIPromise<SimulationScenario>;
  /**
   * Deletes a scenario.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/delete-simulation-scenario
   */
  delete(scenario_id: string, options?: RequestOptions): APIPromise<Confirmation>;
}

/** Simulation suites, of the current generation: cases for one agent that are run together. */
export interface SimulationSuites {
  /**
   * Creates a suite. It runs on the agent it was created for, and on no other.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/create-simulation-suite
   */
  create(params: CreateSimulationSuite, options?: RequestOptions): APIPromise<SimulationSuite>;
  /**
   * Lists suites, 10 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulation-suites
   */
  list(params?: ListSimulationSuites, options?: RequestOptions): PagePromise<SimulationSuiteListItem>;
  /**
   * Gets a suite with its cases.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/get-simulation-suite
   */
  get(suite_id: string, options?: RequestOptions): APIPromise<SimulationSuite>;
  /**
   * Updates a suite. Only the fields that are given change.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/update-simulation-suite
   */
  update(suite_id: string, params: UpdateSimulationSuite, options?: RequestOptions): APIPromise<SimulationSuite>;
  /**
   * Deletes a suite.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/delete-simulation-suite
   */
  delete(suite_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Runs all cases of a suite. It costs, so it is never sent again blindly. Follow it with
   * `simulationRuns.sessions.get`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/execute-simulation-suite
   */
  execute(suite_id: string, params: ExecuteSimulationSuite, options?: RequestOptions): APIPromise<SimulationSuiteExecuted>;
}

/**
 * Simulation runs, of the current generation: cases as they were tried, with what came of it. On the
 * wire they are `/simulations`, as the seed's cases were: see `simulations`.
 */
export interface SimulationRuns {
  /** Sessions, of the current generation: runs that were started together. */
  readonly sessions: SimulationRunSessions;
  /**
   * Runs a case. It costs, so it is never sent again blindly.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/start-simulation
   */
  start(params: StartSimulationRun, options?: RequestOptions): APIPromise<SimulationRun>;
  /**
   * Lists runs, 10 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulations
   */
  list(params?: ListSimulationRuns, options?: RequestOptions): PagePromise<SimulationRun>;
  /**
   * Gets a run.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/get-simulation
   */
  get(simulation_id: string, options?: RequestOptions): APIPromise<SimulationRun>;
}

/** Sessions, of the current generation: runs that were started together. */
export interface SimulationRunSessions {
  /**
   * Lists sessions, 10 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulation-sessions
   */
  list(params?: ListSimulationRunSessions, options?: RequestOptions): PagePromise<SimulationRunSession>;
  /**
   * Gets a session with its runs.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/get-simulation-session
   */
  get(simulation_session_id: string, options?: RequestOptions): APIPromise<SimulationRunSession>;
}

/** Chats: conversations in writing with a chat agent. */
export interface Chats {
  /**
   * Lists chats, 10 a page.
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/list-chats
   */
  list(params?: ListChats, options?: RequestOptions): PagePromise<ChatListItem>;
  /**
   * Creates a chat under an id of your own making, a UUID.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/create-chat
   */
  create(chat_id: string, params: CreateChat, options?: RequestOptions): APIPromise<Chat>;
  /**
   * Gets a chat with all that was written.
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/get-chat
   */
  get(chat_id: string, options?: RequestOptions): APIPromise<Chat>;
  /**
   * Deletes a chat.
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/delete-chat
   */
  delete(chat_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Sends a message as the user, and answers with the agent's reply. It is never sent again blindly.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/send-chat-message
   */
  sendMessage(chat_id: string, params: SendChatMessage, options?: RequestOptions): APIPromise<ChatReply>;
  /**
   * Messages a person by SMS or WhatsApp, and begins a chat. It is never sent again blindly.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/create-outbound-chat
   */
  createOutbound(params: CreateOutboundChat, options?: RequestOptions): APIPromise<OutboundChatCreated>;
}

/** MCP: tools of Model Context Protocol servers that agents can use. */
export interface Mcp {
  /**
   * Gets the servers of a workspace. The values of their headers are not answered.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp/get-workspace-mcp-config
   */
  get(workspace_id: string, options?: RequestOptions): APIPromise<McpConfig>;
  /**
   * Adds servers or changes them; those that are not named stay. Answers with the first one.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp/set-workspace-mcp-config
   */
  set(workspace_id: string, params: SetMcpConfig, options?: RequestOptions): APIPromise<McpServer>;
  /**
   * Updates servers that exist; without any, 404: see `mcp.set`.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp/update-workspace-mcp-config
   */
  update(workspace_id: string, params: SetMcpConfig, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Deletes all servers of a workspace and their secrets.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp/delete-workspace-mcp-config
   */
  delete(workspace_id: string, options?: RequestOptions): APIPromise<Confirmation>;
  /**
   * Asks the servers for their tools. A server that failed has an `error`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp/discover-mcp-tools
   */
  discoverTools(workspace_id: string, params?: DiscoverMcpTools, options?: RequestOptions): APIPromise<McpToolsDiscovered>;
  /**
   * Runs a tool and waits for its result, which may take 15 seconds. It is never sent again blindly.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp/invoke-mcp-tool
   */
  invokeTool(workspace_id: string, params: InvokeMcpTool, options?: RequestOptions): APIPromise<McpToolInvoked>;
}

/** Body of `agents.create`. */
export interface CreateAgent {
  /** How people reach the agent. It cannot be changed later. */
  type: AgentType;
  /** Name shown in the dashboard. */
  name: string;
  /** How it speaks, listens and thinks. May be `{}`. */
  agent: AgentSettings;
  /** What the agent is for, shown in the dashboard. */
  description?: string;
  /** Phone number the agent is attached to. */
  phone_number?: string;
  /** URL that gets the data of each call after its end, the transcript included. */
  external_webhook_url?: string;
  /** URL that is asked when a call comes in, and may reroute it or add variables. */
  inbound_call_webhook_url?: string;
  /** Whether calls are recorded. */
  is_recording?: boolean;
  /** Longest call. */
  max_duration?: MaxDuration;
  /** What is said to a voicemail. Needs `agent.greeting_message_mode` `"human"`. */
  voicemail_message?: VoicemailMessage;
  /**
   * Reasons to hang up, at the top level.
   * @deprecated use agent.end_call_reasons_v2; the API ignores it here
   */
  end_call_reasons?: Array<string>;
}

/**
 * How people reach an agent.
 *
 * - `outbound`: It places calls: see `calls.create`.
 * - `inbound`: It answers the calls to its phone number.
 * - `widget`: It talks in a web page, through the widget.
 */
export type AgentType =
  /** It places calls: see `calls.create`. */
  | "outbound"
  /** It answers the calls to its phone number. */
  | "inbound"
  /** It talks in a web page, through the widget. */
  | "widget";

/** How an agent speaks, listens and thinks. */
export interface AgentSettings {
  /** IANA time zone the agent lives in. Default `Europe/Berlin`. */
  timezone?: string;
  /** What the agent is told: who it is, what it shall do. Variables stand in curly brackets. */
  prompt?: string;
  /** What it says first. Variables stand in curly brackets. */
  greeting_message?: string;
  /** Who speaks first, and what. */
  greeting_message_mode?: GreetingMessageMode;
  /**
   * Seconds to wait for the human before the agent starts; where `greeting_message_mode` is
   * `"human"`.
   */
  greeting_message_human_talk_timeout?: number;
  /** Language model. The list grows: other names pass. */
  llm?: LanguageModel;
  /** Language spoken. The list grows: other codes pass; `es` is refused since 2025-09. */
  language?: Language;
  /** Voice it speaks with: see `voices.list`. */
  voice_id?: string;
  /** Speech synthesis model. The list grows: other names pass. */
  voice_synthesizer?: VoiceSynthesizer;
  /** How the voice shall sound, in words. */
  voice_prompt?: string;
  /**
   * How even the voice is: 0 lively, 1 even.
   * From 0 to 1.
   */
  voice_stability?: number;
  /**
   * How close to the original voice it stays: 0 to 1.
   * From 0 to 1.
   */
  voice_similarity_boost?: number;
  /**
   * How much quality is given up for speed: 0 none, 4 most.
   * From 0 to 4.
   */
  voice_optimise_streaming_latency?: number;
  /**
   * How much the style of the original voice is exaggerated: 0 to 1.
   * From 0 to 1.
   */
  voice_style?: number;
  /** Whether the likeness to the original speaker is boosted. */
  voice_use_speaker_boost?: boolean;
  /**
   * Speaking rate: 1 is normal.
   * From 0.7 to 1.2.
   */
  voice_speed?: number;
  /** Loudness: 1 is normal. */
  voice_volume?: number;
  /** Audio tags in square brackets that colour all speech; `voice_synthesizer` `"eleven_v3"` only. */
  global_audio_tags?: string;
  /** Voice used when the first one fails. */
  fallback_voice_id?: string;
  /** Provider of the fallback voice. */
  fallback_provider?: VoiceProvider;
  /** Speech synthesis model of the fallback voice. */
  fallback_model?: string;
  /** Seconds of silence after which the agent hangs up. */
  allowed_idle_time_seconds?: number;
  /** Seconds before the agent speaks. */
  initial_pause_seconds?: number;
  /** Seconds it rings before the agent answers. */
  ring_pause_seconds?: number;
  /** How long the agent waits for a pause before it answers. */
  patience_level?: PatienceLevel;
  /** Words the human must say to interrupt: `"0"` to `"5"`. The oldest documents show a number. */
  min_words_to_interrupt?: MinWordsToInterrupt;
  /** How gently speech fades out when interrupted, in frames of 20 ms: 5 is 100 ms. */
  interruption_fade_out?: number;
  /** Whether the agent asks whether the human is still there. */
  send_user_idle_reminders?: boolean;
  /** Seconds of silence before it asks. */
  reminder_after_idle_time_seconds?: number;
  /** What it asks then. */
  reminder_after_idle_message?: string;
  /** Words that speech recognition shall expect. */
  transcriber_keywords?: Array<string>;
  /** Speech recognition. */
  transcriber_provider?: TranscriberProvider;
  /** Whether speech recognition is fast or exact. */
  transcriber_speech_recognition?: SpeechRecognition;
  /** Sound in the background. */
  background_noise?: BackgroundNoise;
  /** How much noise of the human's side is taken out. */
  noise_cancellation?: NoiseCancellation;
  /** Strength of voice isolation, which setting it turns on; higher is stronger. */
  suppression_level?: number;
  /** Whether the agent says "uh" now and then. */
  realistic_filler_words?: boolean;
  /** Words that are not spoken. */
  synthesizer_filter_words?: Array<string>;
  /** Whether no transcript is kept. */
  is_transcript_disabled?: boolean;
  /** Whether personal data is taken out of transcripts, post-call webhooks and logs. */
  redact_pii?: boolean;
  /** Whether the human is asked for consent first. */
  is_consent_enabled?: boolean;
  /** How consent is asked for. */
  consent_message?: string;
  /** Reasons to hang up. Goes before `end_call_reasons`. */
  end_call_reasons_v2?: Array<EndCallReasonRule>;
  /**
   * Reasons to hang up.
   * @deprecated use end_call_reasons_v2
   */
  end_call_reasons?: Array<string>;
}

/**
 * Who speaks first, and what.
 *
 * - `human`: The agent waits for the human. Voicemail messages need this.
 * - `agent_static`: The agent says `greeting_message` when connected.
 * - `agent_dynamic`: The agent makes up a greeting from `prompt` when connected.
 */
export type GreetingMessageMode =
  /** The agent waits for the human. Voicemail messages need this. */
  | "human"
  /** The agent says `greeting_message` when connected. */
  | "agent_static"
  /** The agent makes up a greeting from `prompt` when connected. */
  | "agent_dynamic";

/**
 * Language model.
 *
 * - `gpt-4.1`: GPT-4.1.
 * - `gpt-4.1-nano`: GPT-4.1 nano.
 * - `gpt-4.1-mini`: GPT-4.1 mini.
 * - `gpt-5-mini`: GPT-5 mini.
 * - `gpt-5-nano`: GPT-5 nano.
 * - `gpt-5.1`: GPT-5.1.
 * - `gpt-5.2`: GPT-5.2.
 * - `gpt-5.4`: GPT-5.4.
 * - `gpt-5.4-mini`: GPT-5.4 mini.
 * - `gpt-5.4-nano`: GPT-5.4 nano.
 * - `synthflow`: Synthflow's own.
 */
export type LanguageModel =
  /** GPT-4.1. */
  | "gpt-4.1"
  /** GPT-4.1 nano. */
  | "gpt-4.1-nano"
  /** GPT-4.1 mini. */
  | "gpt-4.1-mini"
  /** GPT-5 mini. */
  | "gpt-5-mini"
  /** GPT-5 nano. */
  | "gpt-5-nano"
  /** GPT-5.1. */
  | "gpt-5.1"
  /** GPT-5.2. */
  | "gpt-5.2"
  /** GPT-5.4. */
  | "gpt-5.4"
  /** GPT-5.4 mini. */
  | "gpt-5.4-mini"
  /** GPT-5.4 nano. */
  | "gpt-5.4-nano"
  /** Synthflow's own. */
  | "synthflow"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * Language spoken.
 *
 * - `multi`: Several, as the human speaks.
 * - `en-US`: English, United States.
 * - `bg`: Bulgarian.
 * - `cs`: Czech.
 * - `de-DE`: German.
 * - `el`: Greek.
 * - `fi`: Finnish.
 * - `fr-FR`: French, France.
 * - `es-ES`: Spanish.
 * - `hu`: Hungarian.
 * - `it`: Italian.
 * - `fr`: French.
 * - `pt-BR`: Portuguese, Brazil.
 * - `nl-NL`: Dutch.
 * - `hi`: Hindi.
 * - `zh-CN`: Chinese.
 * - `no`: Norwegian.
 * - `sv-SE`: Swedish.
 * - `da`: Danish.
 * - `da-DK`: Danish, Denmark.
 * - `id`: Indonesian.
 * - `ja`: Japanese.
 * - `ko`: Korean.
 * - `ms`: Malay.
 * - `ro`: Romanian.
 * - `ru`: Russian.
 * - `sk`: Slovak.
 * - `tr`: Turkish.
 * - `uk`: Ukrainian.
 * - `vi`: Vietnamese.
 * - `th`: Thai.
 * - `pl`: Polish.
 * - `es` is no longer accepted: use `es-ES`.
 */
export type Language =
  /** Several, as the human speaks. */
  | "multi"
  /** English, United States. */
  | "en-US"
  /** Bulgarian. */
  | "bg"
  /** Czech. */
  | "cs"
  /** German. */
  | "de-DE"
  /** Greek. */
  | "el"
  /** Finnish. */
  | "fi"
  /** French, France. */
  | "fr-FR"
  /** Spanish. */
  | "es-ES"
  /** Hungarian. */
  | "hu"
  /** Italian. */
  | "it"
  /** French. */
  | "fr"
  /** Portuguese, Brazil. */
  | "pt-BR"
  /** Dutch. */
  | "nl-NL"
  /** Hindi. */
  | "hi"
  /** Chinese. */
  | "zh-CN"
  /** Norwegian. */
  | "no"
  /** Swedish. */
  | "sv-SE"
  /** Danish. */
  | "da"
  /** Danish, Denmark. */
  | "da-DK"
  /** Indonesian. */
  | "id"
  /** Japanese. */
  | "ja"
  /** Korean. */
  | "ko"
  /** Malay. */
  | "ms"
  /** Romanian. */
  | "ro"
  /** Russian. */
  | "ru"
  /** Slovak. */
  | "sk"
  /** Turkish. */
  | "tr"
  /** Ukrainian. */
  | "uk"
  /** Vietnamese. */
  | "vi"
  /** Thai. */
  | "th"
  /** Polish. */
  | "pl"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * Speech synthesis model.
 *
 * - `eleven_multilingual_v2`: Eleven Multilingual v2.
 * - `eleven_turbo_v2`: Eleven Turbo v2.
 * - `eleven_turbo_v2_5`: Eleven Turbo v2.5.
 * - `eleven_flash_v2`: Eleven Flash v2.
 * - `eleven_flash_v2_5`: Eleven Flash v2.5.
 * - `eleven_v3`: Eleven v3: the one that understands audio tags.
 */
export type VoiceSynthesizer =
  /** Eleven Multilingual v2. */
  | "eleven_multilingual_v2"
  /** Eleven Turbo v2. */
  | "eleven_turbo_v2"
  /** Eleven Turbo v2.5. */
  | "eleven_turbo_v2_5"
  /** Eleven Flash v2. */
  | "eleven_flash_v2"
  /** Eleven Flash v2.5. */
  | "eleven_flash_v2_5"
  /** Eleven v3: the one that understands audio tags. */
  | "eleven_v3"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * Provider of voices.
 *
 * - `elevenlabs`: ElevenLabs.
 * - `deepgram`: Deepgram.
 * - `synthflow`: Synthflow's own.
 */
export type VoiceProvider =
  /** ElevenLabs. */
  | "elevenlabs"
  /** Deepgram. */
  | "deepgram"
  /** Synthflow's own. */
  | "synthflow"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * How long the agent waits for a pause before it answers.
 *
 * - `low`: It answers soon.
 * - `medium`: In between.
 * - `high`: It lets the human think.
 */
export type PatienceLevel =
  /** It answers soon. */
  | "low"
  /** In between. */
  | "medium"
  /** It lets the human think. */
  | "high";

/** Words the human must say to interrupt: a string now, a number in the oldest documents. */
export type MinWordsToInterrupt = WordCount | number;

/**
 * A number of words, as a string.
 *
 * - `0`: None: any sound interrupts.
 * - `1`: One word.
 * - `2`: Two words.
 * - `3`: Three words.
 * - `4`: Four words.
 * - `5`: Five words.
 */
export type WordCount =
  /** None: any sound interrupts. */
  | "0"
  /** One word. */
  | "1"
  /** Two words. */
  | "2"
  /** Three words. */
  | "3"
  /** Four words. */
  | "4"
  /** Five words. */
  | "5";

/**
 * Speech recognition.
 *
 * - `deepgram`: Deepgram.
 * - `deepgram-nova-3`: Deepgram Nova 3.
 * - `synthflow-stt`: Synthflow's own.
 */
export type TranscriberProvider =
  /** Deepgram. */
  | "deepgram"
  /** Deepgram Nova 3. */
  | "deepgram-nova-3"
  /** Synthflow's own. */
  | "synthflow-stt"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * Whether speech recognition is fast or exact.
 *
 * - `faster`: Fast.
 * - `high_accuracy`: Exact.
 */
export type SpeechRecognition =
  /** Fast. */
  | "faster"
  /** Exact. */
  | "high_accuracy";

/** Sound in the background. */
export interface BackgroundNoise {
  /** Whether there is any. */
  enabled?: boolean;
  /** Where it sounds like. */
  type?: BackgroundNoiseType;
  /** How loud it is. */
  volume?: number;
}

/**
 * Where background noise sounds like.
 *
 * - `cafe`: A café.
 * - `office`: An office.
 */
export type BackgroundNoiseType =
  /** A café. */
  | "cafe"
  /** An office. */
  | "office";

/**
 * How much noise of the human's side is taken out.
 *
 * - `standard`: Some.
 * - `advanced`: More.
 */
export type NoiseCancellation =
  /** Some. */
  | "standard"
  /** More. */
  | "advanced";

/** A reason to hang up, and what is said then. */
export interface EndCallReasonRule {
  /** When to hang up, in words. */
  reason: string;
  /** What `closing_message` means. */
  closing_message_mode?: ClosingMessageMode;
  /** What is said, or an instruction for it. */
  closing_message?: string;
}

/**
 * What `closing_message` means.
 *
 * - `static`: It is spoken as it stands.
 * - `prompt`: It is an instruction for the language model.
 * - `none`: It is not used: the language model takes its own leave.
 */
export type ClosingMessageMode =
  /** It is spoken as it stands. */
  | "static"
  /** It is an instruction for the language model. */
  | "prompt"
  /** It is not used: the language model takes its own leave. */
  | "none";

/** Longest call. */
export interface MaxDuration {
  /** Seconds. */
  duration_seconds?: number;
  /** Whether the limit applies. */
  is_enabled?: boolean;
}

/** What is said to a voicemail. */
export interface VoicemailMessage {
  /** Whether anything is said. */
  enabled?: boolean;
  /** Whether it is spoken as it stands or made up. */
  mode?: VoicemailMessageMode;
  /** What is said; where `mode` is `"exact_message"`. */
  exact_message?: string;
  /** How it is made up; where `mode` is `"prompt"`. */
  prompt?: string;
}

/**
 * Whether a voicemail message is spoken as it stands or made up.
 *
 * - `exact_message`: `exact_message` is spoken.
 * - `prompt`: It is made up from `prompt`.
 */
export type VoicemailMessageMode =
  /** `exact_message` is spoken. */
  | "exact_message"
  /** It is made up from `prompt`. */
  | "prompt";

/** Answer of `agents.create` and `agents.update`. */
export interface AgentSaved {
  /** The agent's id. */
  model_id: string;
  /** What the API has to say about the phone number and the voice. */
  details?: AgentSavedDetails | null;
}

/** What the API has to say about a saved agent. */
export interface AgentSavedDetails {
  /** About the phone number. */
  phone?: string | null;
  /** About the voice. */
  voice?: string | null;
}

/** Query of `agents.list`. */
export interface ListAgents {
  /** Agents per page. Default 20. */
  limit?: number;
  /** Index of the first agent. Default 0. */
  offset?: number;
}

/** An agent. */
export interface Agent {
  /** Its id. */
  model_id: string;
  /** Name shown in the dashboard. */
  name?: string;
  /** How people reach it. */
  type?: AgentType;
  /** What it is for. */
  description?: string | null;
  /** Phone number it is attached to. */
  phone_number?: string | null;
  /** URL that gets the data of each call after its end. */
  external_webhook_url?: string | null;
  /** URL that is asked when a call comes in. */
  inbound_call_webhook_url?: string | null;
  /** Whether calls are recorded. */
  is_recording?: boolean | null;
  /** Longest call. */
  max_duration?: MaxDuration | null;
  /** What is said to a voicemail. */
  voicemail_message?: VoicemailMessage | null;
  /** Reasons to hang up; only some answers hold them here. */
  end_call_reasons?: Array<string> | null;
  /** How it speaks, listens and thinks. */
  agent?: AgentSettings;
  /** Phone numbers an outbound agent may call from. */
  attached_phone_numbers?: Array<AttachedPhoneNumber> | null;
  /** Ids of its actions; empty unless `include_actions` was given. */
  actions?: Array<string> | null;
  /** Input variables of its actions, grouped by action; empty unless `include_actions` was given. */
  input_variables?: Array<ActionInputVariables> | null;
}

/** A phone number an outbound agent may call from. */
export interface AttachedPhoneNumber {
  /** The number. */
  number: string;
  /** SID of a Twilio number. */
  sid: string | null;
  /** What `agents.detachPhoneNumber` takes. */
  slug: string;
}

/** The input variables of one action of an agent. */
export interface ActionInputVariables {
  /** The action. */
  action_id: string;
  /** Its variables. */
  values: Array<ActionInputVariable>;
  /** When the action runs. */
  trigger_condition?: string | null;
}

/** An input variable of an action. */
export interface ActionInputVariable {
  /** Name. */
  name: string;
  /** Type. */
  type: string;
  /** What it means. */
  description?: string | null;
  /** An example value. */
  example?: string | null;
  /** Whether it must be given. */
  required?: boolean | null;
}

/** Query of `agents.get`. */
export interface GetAgent {
  /** Whether the answer holds the agent's actions and their input variables. Default `false`. */
  include_actions?: boolean;
}

/** Body of `agents.update`: only the fields that are given change. */
export interface UpdateAgent {
  /** The agent's id once more, as the oldest examples send it. Not needed. */
  model_id?: string;
  /** Name shown in the dashboard. */
  name?: string;
  /** How it speaks, listens and thinks: what is left out stays. */
  agent?: AgentSettings;
  /** What the agent is for, shown in the dashboard. */
  description?: string;
  /** Phone number the agent is attached to. */
  phone_number?: string;
  /** URL that gets the data of each call after its end, the transcript included. */
  external_webhook_url?: string;
  /** Whether calls are recorded. */
  is_recording?: boolean;
  /** Longest call. */
  max_duration?: MaxDuration;
  /** What is said to a voicemail. Needs `agent.greeting_message_mode` `"human"`. */
  voicemail_message?: VoicemailMessage;
  /**
   * Reasons to hang up, at the top level.
   * @deprecated use agent.end_call_reasons_v2; the API ignores it here
   */
  end_call_reasons?: Array<string>;
}

/** Response of the operations that only confirm what they did. */
export interface Confirmation {
  /** Message of the API, such as `"Agent deleted"`. */
  answer?: string;
  /** Such as `"ok"`. */
  status?: string | null;
  /** Details, where the legacy API shows them. */
  details?: unknown;
}

/** Body of `agents.attachPhoneNumbers`: numbers or slugs, not both. */
export type AttachPhoneNumbers = AttachPhoneNumbersByNumber | AttachPhoneNumbersBySlug;

/** Phone numbers to attach, as numbers. */
export interface AttachPhoneNumbersByNumber {
  /** Phone numbers of the workspace, in E.164 form. */
  phone_numbers: Array<string>;
}

/** Phone numbers to attach, as slugs. */
export interface AttachPhoneNumbersBySlug {
  /** Slugs of phone numbers of the workspace. */
  phone_number_slugs: Array<string>;
}

/** Body of `calls.create`. */
export interface CreateCall {
  /** The outbound agent that calls. */
  model_id: string;
  /** Number of the person called, in E.164 form: `+14155550123`. */
  phone: string;
  /** Name of the person called. */
  name: string;
  /** Number shown to the person called; one of the numbers attached to the agent. */
  from_phone_number?: string;
  /** Variables for the prompt. */
  custom_variables?: Array<CustomVariable>;
  /** Email address of the person called, such as for an appointment. */
  lead_email?: string;
  /** IANA time zone of the person called. */
  lead_timezone?: string;
  /** Prompt for this call, instead of the agent's. */
  prompt?: string;
  /** Greeting for this call, instead of the agent's. */
  greeting?: string;
}

/** A variable for the prompt: a pair, or `"Key: value"` as the oldest guide writes it. */
export type CustomVariable = CustomVariablePair | string;

/** A variable for the prompt. */
export interface CustomVariablePair {
  /** Its name. */
  key?: string;
  /** Its value. */
  value?: string;
}

/** Answer of `calls.create`. */
export interface CallCreated {
  /** The call: see `calls.get` and `calls.wait`. */
  call_id: string;
  /** What the API says. */
  answer?: string | null;
  /** Seconds until the call is placed. */
  eta?: number | null;
}

/** Query of `calls.list`. */
export interface ListCalls {
  /** The agent whose calls are listed. */
  model_id: string;
  /** Calls per page. Default 20. */
  limit?: number;
  /** Index of the first call. Default 0. */
  offset?: number;
  /** Calls from this time on, in milliseconds since the epoch. */
  from_date?: number;
  /** Calls up to this time, in milliseconds since the epoch. */
  to_date?: number;
  /** Calls in this state. */
  call_status?: CallStatus;
  /** Calls of this many seconds or more. */
  duration_min?: number;
  /** Calls of this many seconds or fewer. */
  duration_max?: number;
  /** Calls with this person; E.164 is best. */
  lead_phone_number?: string;
}

/**
 * State of a call. More may come.
 *
 * - `queue`: It waits for its turn.
 * - `pending`: It waits.
 * - `initiated`: It has been started.
 * - `registered`: It is known to the telephone network.
 * - `ringing`: It rings.
 * - `in-progress`: They talk.
 * - `paused`: It is on hold.
 * - `completed`: It went well and is over.
 * - `failed`: It failed.
 * - `no-answer`: Nobody answered.
 * - `busy`: The line was busy.
 * - `canceled`: It was canceled.
 * - `user-canceled`: The user canceled it.
 * - `hangup_on_voicemail`: A voicemail answered, and the agent hung up.
 * - `left_voicemail`: A voicemail answered, and the agent left a message.
 * - `spam`: It was taken for spam.
 */
export type CallStatus =
  /** It waits for its turn. */
  | "queue"
  /** It waits. */
  | "pending"
  /** It has been started. */
  | "initiated"
  /** It is known to the telephone network. */
  | "registered"
  /** It rings. */
  | "ringing"
  /** They talk. */
  | "in-progress"
  /** It is on hold. */
  | "paused"
  /** It went well and is over. */
  | "completed"
  /** It failed. */
  | "failed"
  /** Nobody answered. */
  | "no-answer"
  /** The line was busy. */
  | "busy"
  /** It was canceled. */
  | "canceled"
  /** The user canceled it. */
  | "user-canceled"
  /** A voicemail answered, and the agent hung up. */
  | "hangup_on_voicemail"
  /** A voicemail answered, and the agent left a message. */
  | "left_voicemail"
  /** It was taken for spam. */
  | "spam"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * A phone call. What a list and what `calls.get` answer is not the same: the docs of a field
 * say where it comes from, where it is not both.
 */
export interface Call {
  /** Its id. */
  call_id: string;
  /** The agent. */
  model_id?: string;
  /** Its state, in `calls.get`. */
  status?: CallStatus | null;
  /** Its state, in `calls.list`. */
  call_status?: CallStatus | null;
  /** Why it ended. */
  end_call_reason?: EndCallReason | null;
  /** Why it ended, in words; where `end_call_reason` is `custom_end_call`. */
  custom_end_call_reason?: string | null;
  /** What went wrong; empty or null where nothing did. */
  error_message?: string | null;
  /** What was said: one string of `\nbot: …` and `\nhuman: …` turns. */
  transcript?: string | null;
  /** Length in seconds. */
  duration?: number | null;
  /** When it was to start, in milliseconds since the epoch; as a string or as a number. */
  start_time?: StartTime | null;
  /** Time zone. */
  timezone?: string | null;
  /** Name of the person called. */
  name?: string | null;
  /** Name of the person, in `calls.list`. */
  lead_name?: string | null;
  /** Number of the person, in `calls.list`. */
  lead_phone_number?: string | null;
  /** Number of the agent, in `calls.list`. */
  agent_phone_number?: string | null;
  /** Number the call came from. */
  phone_number_from?: string | null;
  /** Number the call went to. */
  phone_number_to?: string | null;
  /** Who called whom. */
  type_of_call?: TypeOfCall | null;
  /** Kind of campaign. */
  campaign_type?: string | null;
  /** Where the recording is; null where there is none. */
  recording_url?: string | null;
  /** Length of the recording, in `calls.list`. */
  recording_duration?: string | null;
  /** What the agent did: by action name. Values are objects here and JSON in a string there. */
  executed_actions?: Record<string, unknown> | null;
  /** Variables of the prompt, in `calls.get`. */
  prompt_variables?: Record<string, unknown> | null;
  /** What was found out: by agent id, then by name; or by name at once. Null where there is nothing. */
  collected_variables?: Record<string, CollectedVariables> | null;
  /** How the call was judged, in `calls.list`. */
  judge_results?: unknown | null;
  /** Agents that took part, in `calls.list`. */
  agents_used?: Array<string> | null;
  /** Labels, in `calls.list`. */
  labels?: Array<string> | null;
  /** Kind of deployment, in `calls.list`. */
  deployment_type?: string | null;
  /** Who hung up. */
  telephony_hangup?: TelephonyHangup | null;
  /** How the connection ended. */
  telephony_disconnect_reason?: TelephonyDisconnectReason | null;
  /** Length of the connection in milliseconds. */
  telephony_duration?: number | null;
  /** How long it rang, in milliseconds, in `calls.get`. */
  telephony_ringing_duration?: number | null;
  /** When the connection began, ISO 8601. */
  telephony_start?: string | null;
  /** When the connection ended, ISO 8601. */
  telephony_end?: string | null;
}

/**
 * Why a call ended. More may come.
 *
 * - `human_pick_up_cut_off`: A human answered and was cut off.
 * - `voicemail`: A voicemail answered.
 * - `voicemail_cut_off`: A voicemail answered and was cut off.
 * - `voicemail_message_left`: A message was left on a voicemail.
 * - `agent_ended_call`: The agent ended it.
 * - `human_ended_call`: The human ended it.
 * - `custom_end_call`: A reason of the agent's own: see `custom_end_call_reason`.
 * - `user_canceled`: The user canceled it.
 * - `timeout`: It took too long.
 * - `error`: Something went wrong.
 * - `human_goodbye`: The human said goodbye first; older answers and webhooks.
 * - `agent_goodbye`: The agent said goodbye first; older answers and webhooks.
 * - `max_duration`: It reached `max_duration`; older answers and webhooks.
 * - `undefined`: Not known; older answers and webhooks.
 */
export type EndCallReason =
  /** A human answered and was cut off. */
  | "human_pick_up_cut_off"
  /** A voicemail answered. */
  | "voicemail"
  /** A voicemail answered and was cut off. */
  | "voicemail_cut_off"
  /** A message was left on a voicemail. */
  | "voicemail_message_left"
  /** The agent ended it. */
  | "agent_ended_call"
  /** The human ended it. */
  | "human_ended_call"
  /** A reason of the agent's own: see `custom_end_call_reason`. */
  | "custom_end_call"
  /** The user canceled it. */
  | "user_canceled"
  /** It took too long. */
  | "timeout"
  /** Something went wrong. */
  | "error"
  /** The human said goodbye first; older answers and webhooks. */
  | "human_goodbye"
  /** The agent said goodbye first; older answers and webhooks. */
  | "agent_goodbye"
  /** It reached `max_duration`; older answers and webhooks. */
  | "max_duration"
  /** Not known; older answers and webhooks. */
  | "undefined"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** A time in milliseconds since the epoch. */
export type StartTime = string | number;

/**
 * Who called whom.
 *
 * - `inbound`: The human called.
 * - `outbound`: The agent called.
 */
export type TypeOfCall =
  /** The human called. */
  | "inbound"
  /** The agent called. */
  | "outbound"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** What was found out: all of an agent, by name; or one thing. */
export type CollectedVariables = Record<string, CollectedVariable> | CollectedVariable;

/** Something that was found out in a call. */
export interface CollectedVariable {
  /** What it is. */
  value?: unknown | null;
  /** Whether it was found out. */
  collected?: boolean | null;
}

/**
 * Who hung up.
 *
 * - `caller`: Who placed the call.
 * - `callee`: Who was called.
 */
export type TelephonyHangup =
  /** Who placed the call. */
  | "caller"
  /** Who was called. */
  | "callee"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * How a connection ended.
 *
 * - `unknown`: Not known.
 * - `callee_hangup`: Who was called hung up.
 * - `caller_hangup`: Who placed the call hung up.
 * - `error`: Something went wrong.
 * - `forbidden`: It was not allowed.
 */
export type TelephonyDisconnectReason =
  /** Not known. */
  | "unknown"
  /** Who was called hung up. */
  | "callee_hangup"
  /** Who placed the call hung up. */
  | "caller_hangup"
  /** Something went wrong. */
  | "error"
  /** It was not allowed. */
  | "forbidden"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Body of `calls.startWebSocketMedia`. Its names are in camelCase on the wire. */
export interface StartWebSocketMedia {
  /** The agent, a UUID. */
  modelId: string;
  /** Number shown to the person called, in E.164 form. */
  fromPhoneNumber: string;
  /** Number of the person called, in E.164 form. */
  toPhoneNumber: string;
  /** Name of the person called. */
  leadName?: string;
  /** `"draft"`, or the UUID of a version. Default: the live version. */
  agentVersion?: string;
  /** Codec. Default `opus`. */
  wsMediaCodec?: WebSocketMediaCodec;
  /** Framing. Default `rtp`. */
  wsMediaFraming?: WebSocketMediaFraming;
  /**
   * The `server-name` of the `server_info` message of a WebSocket that is open already: the
   * call starts there, and `sid` is answered. Left out: `wsMediaUrl` is answered.
   */
  wsMediaServerName?: string;
}

/**
 * Codec of a WebSocket media call.
 *
 * - `opus`: Opus.
 * - `pcma`: G.711 A-law.
 * - `pcmu`: G.711 μ-law.
 * - `l16`: Raw 16-bit PCM, big-endian, 16 kHz.
 */
export type WebSocketMediaCodec =
  /** Opus. */
  | "opus"
  /** G.711 A-law. */
  | "pcma"
  /** G.711 μ-law. */
  | "pcmu"
  /** Raw 16-bit PCM, big-endian, 16 kHz. */
  | "l16";

/**
 * Framing of a WebSocket media call.
 *
 * - `rtp`: Whole RTP packets.
 * - `payload`: Bare codec bytes; with `pcma` or `pcmu`, not with `opus`.
 */
export type WebSocketMediaFraming =
  /** Whole RTP packets. */
  | "rtp"
  /** Bare codec bytes; with `pcma` or `pcmu`, not with `opus`. */
  | "payload";

/** Answer of `calls.startWebSocketMedia`. */
export interface WebSocketMediaStarted {
  /** The call. */
  callId: string;
  /** Where `wsMediaServerName` was given: send `{"type": "bind", "sid": sid}` on the WebSocket. */
  sid?: string;
  /** Where it was not: a short-lived URL to connect to. */
  wsMediaUrl: string;
}

/** Answer of `calls.getWebSocketMediaBaseUrl`. */
export interface WebSocketMediaBaseUrl {
  /** A `wss:` URL without a session. */
  wsMediaBaseUrl: string;
}

/** Body of `actions.create`: one field, the kind of the action. */
export interface CreateAction {
  /** Books an appointment during the call. */
  REAL_TIME_BOOKING?: RealTimeBooking;
  /** Finds something out from what was said. */
  INFORMATION_EXTRACTOR?: InformationExtractor;
  /** Transfers the call to a person. */
  LIVE_TRANSFER?: LiveTransfer;
  /** Sends a text message after the call. */
  SEND_SMS?: SendSms;
  /** Sends a text message during the call. */
  INCALL_SMS?: IncallSms;
  /** Sends a WhatsApp message during the call. */
  INCALL_WHATSAPP?: IncallWhatsapp;
  /** Calls a URL. */
  CUSTOM_ACTION?: CustomAction;
  /** Judges the call after its end. */
  CUSTOM_EVAL?: CustomEval;
}

/** Books an appointment during the call, with Cal.com or GoHighLevel; one of them must be connected. */
export interface RealTimeBooking {
  /**
   * First day that is offered, `YYYY-MM-DD`.
   * Written as `0000-00-00`.
   */
  first_appt_date: string;
  /**
   * Time slots that are offered a day. The API's default is 3.
   * From 1 to 3.
   */
  max_time_slots: number;
  /** Hours from now until the first slot. The API's default is 3. */
  min_hours_diff: number;
  /** Days that are offered. The API's default is 3. */
  no_of_days: number;
  /** IANA time zone of the slots. The API's default is `Europe/Berlin`. */
  timezone: string;
  /** With Cal.com, which must be connected. */
  CALCOM?: CalComBooking;
  /** With GoHighLevel, which must be connected. */
  GHL?: GoHighLevelBooking;
}

/** Booking with Cal.com. */
export interface CalComBooking {
  /** Id of the event type. */
  event_id: string;
  /** Where they meet. */
  integration?: MeetingIntegration;
  /** Whether a text message is sent. Default `false`. */
  sms_boolean?: boolean;
  /** Text of that message. */
  sms_message?: string;
  /** Email address of the host. */
  user_email: string;
}

/**
 * Where an appointment takes place.
 *
 * - `GMeet`: Google Meet.
 * - `Zoom`: Zoom.
 */
export type MeetingIntegration =
  /** Google Meet. */
  | "GMeet"
  /** Zoom. */
  | "Zoom";

/** Booking with GoHighLevel. */
export interface GoHighLevelBooking {
  /** Id of the calendar. */
  calendar_id: string;
  /** State a new appointment has. */
  autoconfirm: AppointmentState;
  /** Title of an appointment. */
  booking_title: string;
}

/**
 * State of a new appointment.
 *
 * - `confirmed`: It is confirmed.
 * - `new`: Somebody has to confirm it.
 */
export type AppointmentState =
  /** It is confirmed. */
  | "confirmed"
  /** Somebody has to confirm it. */
  | "new";

/** Finds something out from what was said: one field, the kind of question. */
export interface InformationExtractor {
  /** A question of yes or no. */
  YES_NO?: YesNoQuestion;
  /** A question with one answer out of a list. */
  SINGLE_CHOICE?: SingleChoiceQuestion;
  /** A question with any answer. */
  OPEN_QUESTION?: OpenQuestion;
}

/** A question of yes or no. */
export interface YesNoQuestion {
  /** Name of the answer in `executed_actions`. A space is allowed. */
  identifier: string;
  /** The question. */
  description?: string;
}

/** A question with one answer out of a list. */
export interface SingleChoiceQuestion {
  /** Name of the answer in `executed_actions`. A space is allowed. */
  identifier: string;
  /** The question. */
  description?: string;
  /** The answers. */
  choices?: Array<string>;
}

/** A question with any answer. */
export interface OpenQuestion {
  /** Name of the answer in `executed_actions`. A space is allowed. */
  identifier: string;
  /** The question. */
  description?: string;
  /** Examples of answers. */
  examples?: Array<string>;
}

/** Transfers the call to a person: to one number, or to an entry of a phone book. */
export type LiveTransfer = LiveTransferToPhone | LiveTransferToPhoneBook;

/** Transfers the call to one number. */
export interface LiveTransferToPhone {
  /** How the call is handed over. */
  transfer_mode: TransferMode;
  /** What is said to the person it is transferred to. */
  message_to_transfer_target?: string;
  /** Phone number, or SIP URI, it is transferred to. */
  phone: string;
  /** In which case the call is transferred. */
  instructions: string;
  /** Seconds until nobody answers. */
  timeout?: number;
  /** Digits that are dialled after the answer: an extension. */
  digits?: string;
  /** What the agent says before. */
  initiating_msg: string;
  /** What the agent says at the end. */
  goodbye_msg?: string;
  /** What the agent says when it failed. */
  failed_msg?: string;
  /** Whether the recording ends with the transfer. */
  stop_recording_after_transfer?: boolean;
  /** Whether it waits until a human answers, not a machine. */
  human_detection?: boolean;
  /**
   * Seconds of that wait.
   * From 30 to 1800.
   */
  human_detection_timeout_seconds?: number;
  /** How the call so far is summed up for the person. */
  summarization_prompt?: string;
  /**
   * Whether the person sees the number of the caller. Only with numbers bought through Synthflow's
   * Twilio account; with others the call fails.
   */
  preserve_caller_id?: boolean;
  /** Whether the person is asked first. */
  screened?: boolean;
  /** When somebody is there. */
  human_availability?: HumanAvailability;
}

/**
 * How a call is handed over.
 *
 * - `cold_transfer`: At once.
 * - `warm_transfer`: After a message to the person.
 * - `warm_transfer_with_context`: After a summary of the call so far.
 */
export type TransferMode =
  /** At once. */
  | "cold_transfer"
  /** After a message to the person. */
  | "warm_transfer"
  /** After a summary of the call so far. */
  | "warm_transfer_with_context";

/** When somebody is there to take a call. */
export interface HumanAvailability {
  /** IANA time zone of the times. */
  timezone: string;
  /** The times, each weekday at most once. */
  schedule: Array<HumanAvailabilityDay>;
  /** What the agent says when nobody is there. */
  unavailable_message?: string;
  /** Whether the times count. */
  active: boolean;
}

/** When somebody is there on a weekday. */
export interface HumanAvailabilityDay {
  /** The day. */
  weekday: Weekday;
  /** The time; exactly one. */
  interval: Array<HumanAvailabilityInterval>;
}

/**
 * A day of the week.
 *
 * - `monday`: Monday.
 * - `tuesday`: Tuesday.
 * - `wednesday`: Wednesday.
 * - `thursday`: Thursday.
 * - `friday`: Friday.
 * - `saturday`: Saturday.
 * - `sunday`: Sunday.
 */
export type Weekday =
  /** Monday. */
  | "monday"
  /** Tuesday. */
  | "tuesday"
  /** Wednesday. */
  | "wednesday"
  /** Thursday. */
  | "thursday"
  /** Friday. */
  | "friday"
  /** Saturday. */
  | "saturday"
  /** Sunday. */
  | "sunday";

/** From when until when somebody is there. */
export interface HumanAvailabilityInterval {
  /**
   * Beginning, `HH:MM` of 24 hours.
   * Written as `00:00`.
   */
  from: string;
  /**
   * End, `HH:MM` of 24 hours.
   * Written as `00:00`.
   */
  to: string;
}

/** Transfers the call to an entry of a phone book. */
export interface LiveTransferToPhoneBook {
  /** How the call is handed over. */
  transfer_mode: TransferMode;
  /** What is said to the person it is transferred to. */
  message_to_transfer_target?: string;
  /** Phone book whose entries say to whom it is transferred: see `phoneBooks`. */
  phone_book_id: string;
  /** In which case the call is transferred. */
  instructions: string;
  /** Seconds until nobody answers. */
  timeout?: number;
  /** Digits that are dialled after the answer: an extension. */
  digits?: string;
  /** What the agent says before. */
  initiating_msg: string;
  /** What the agent says at the end. */
  goodbye_msg?: string;
  /** What the agent says when it failed. */
  failed_msg?: string;
  /** Whether the recording ends with the transfer. */
  stop_recording_after_transfer?: boolean;
  /** Whether it waits until a human answers, not a machine. */
  human_detection?: boolean;
  /**
   * Seconds of that wait.
   * From 30 to 1800.
   */
  human_detection_timeout_seconds?: number;
  /** How the call so far is summed up for the person. */
  summarization_prompt?: string;
  /**
   * Whether the person sees the number of the caller. Only with numbers bought through Synthflow's
   * Twilio account; with others the call fails.
   */
  preserve_caller_id?: boolean;
  /** Whether the person is asked first. */
  screened?: boolean;
  /** When somebody is there. */
  human_availability?: HumanAvailability;
}

/** Sends a text message after the call. */
export interface SendSms {
  /** The text. */
  content: string;
  /** In which case it is sent. */
  instructions: string;
}

/** Sends a text message during the call. */
export interface IncallSms {
  /** The text; placeholders like `<user_name>` are filled in. */
  message_body: string;
  /** Whether the agent waits for a reply. Default `false`. */
  wait_for_reply?: boolean;
  /** Longest wait for the reply, in seconds. */
  timeout_seconds?: number;
  /** What the agent says when there was none. */
  fallback_message?: string;
  /** What the agent says before. */
  message_before_action?: string;
}

/** Sends a WhatsApp message during the call. */
export interface IncallWhatsapp {
  /** SID of a Twilio Content template: `HX…`. */
  content_sid: string;
  /** What its placeholders hold, by their number. */
  content_variables?: Record<string, string>;
  /** Whether the agent waits for a reply. Default `false`. */
  wait_for_reply?: boolean;
  /** Longest wait for the reply, in seconds. */
  timeout_seconds?: number;
  /** What the agent says when there was none. */
  fallback_message?: string;
}

/** Calls a URL. */
export interface CustomAction {
  /** Verb. The API's default is `GET`. */
  http_mode: CustomActionVerb;
  /** URL. */
  url: string;
  /** Whether it runs before the call begins. */
  run_action_before_call_start: boolean;
  /** Name. */
  name: string;
  /** What it is for: the agent decides by this when to run it. */
  description?: string;
  /** What the agent says, word for word, while it runs. */
  speech_while_using_the_tool?: string;
  /** Sound while it runs. Left out, or empty: none. */
  action_sound?: ActionSound;
  /** Whose credentials are used. */
  integration?: ActionIntegration;
  /** Seconds until it is given up. */
  failure_timeout?: number;
  /** How it proves who it is. */
  custom_auth?: CustomAuth;
  /** Variables that are known before the call. */
  variables_before_the_call?: Array<KeyValue>;
  /** Variables that are found out during the call. */
  variables_during_the_call?: Array<CustomActionVariable>;
  /** Headers. */
  headers?: Array<KeyValue>;
  /** Query parameters. */
  query_parameters?: Array<KeyValue>;
  /** Whether the agent goes on talking while it runs. */
  agent_speak_naturally?: boolean;
  /** What the agent says when it takes long. */
  message_delay?: string;
  /** Seconds until that is said. */
  message_delay_time?: number;
  /** What the agent says when it failed. */
  message_error?: string;
  /** Body, as JSON in a string. */
  json_body_stringified?: string;
  /** What the agent makes of the answer. */
  prompt?: string;
  /** What the agent says, word for word, before it runs. */
  message_before_action_starts?: string;
}

/**
 * Verb of a custom action.
 *
 * - `GET`: GET.
 * - `POST`: POST.
 * - `PATCH`: PATCH.
 * - `PUT`: PUT.
 */
export type CustomActionVerb =
  /** GET. */
  | "GET"
  /** POST. */
  | "POST"
  /** PATCH. */
  | "PATCH"
  /** PUT. */
  | "PUT";

/**
 * Sound while an action runs.
 *
 * - ``: None.
 * - `typing`: A keyboard.
 * - `ambient-background`: Ambience.
 * - `modern-jazz`: Jazz.
 * - `inspirational-symphony-classical-music`: A symphony.
 */
export type ActionSound =
  /** None. */
  | ""
  /** A keyboard. */
  | "typing"
  /** Ambience. */
  | "ambient-background"
  /** Jazz. */
  | "modern-jazz"
  /** A symphony. */
  | "inspirational-symphony-classical-music";

/**
 * Whose credentials a custom action uses.
 *
 * - `ghl`: GoHighLevel.
 * - `hubspot`: HubSpot.
 * - `salesforce`: Salesforce.
 * - `salesforce-sandbox`: A Salesforce sandbox.
 */
export type ActionIntegration =
  /** GoHighLevel. */
  | "ghl"
  /** HubSpot. */
  | "hubspot"
  /** Salesforce. */
  | "salesforce"
  /** A Salesforce sandbox. */
  | "salesforce-sandbox";

/** How a custom action proves who it is. */
export interface CustomAuth {
  /** Whether it does. Default `false`. */
  is_needed?: boolean;
  /** Where: such as `header`. */
  location?: string;
  /** Name. Default `Bearer`. */
  key?: string;
  /** The secret. */
  value?: string;
}

/** A name and its value. */
export interface KeyValue {
  /** The name. */
  key: string;
  /** The value. */
  value: string;
}

/** A variable that is found out during the call. */
export interface CustomActionVariable {
  /** Name. */
  name?: string;
  /** What it means. */
  description?: string;
  /** An example value. */
  example?: string;
  /** Type. Default `string`. */
  type?: CustomActionVariableType;
}

/**
 * Type of a variable that is found out during the call.
 *
 * - `string`: A text.
 * - `int`: A whole number.
 * - `float`: A number.
 * - `bool`: Yes or no.
 * - `list`: A list.
 * - `money`: An amount of money.
 * - `phone_number`: A phone number.
 * - `email`: An email address.
 * - `datetime`: A date and time.
 * - `utc_datetime`: A date and time in UTC.
 */
export type CustomActionVariableType =
  /** A text. */
  | "string"
  /** A whole number. */
  | "int"
  /** A number. */
  | "float"
  /** Yes or no. */
  | "bool"
  /** A list. */
  | "list"
  /** An amount of money. */
  | "money"
  /** A phone number. */
  | "phone_number"
  /** An email address. */
  | "email"
  /** A date and time. */
  | "datetime"
  /** A date and time in UTC. */
  | "utc_datetime";

/** Judges the call after its end. */
export interface CustomEval {
  /** What is judged. */
  question?: EvalQuestion;
}

/** A question about a call. */
export interface EvalQuestion {
  /** Name of the judgement. */
  identifier?: string;
  /** The question. */
  text?: string;
  /** Kind of answer. */
  category?: EvalCategory;
  /**
   * The answer that counts as good: `true` or `false` for `pass_fail`, a whole number from 1 to 10
   * for `numeric`.
   */
  expected_result?: string;
}

/**
 * Kind of answer to a question about a call.
 *
 * - `pass_fail`: Yes or no.
 * - `numeric`: From 1 to 10.
 * - `descriptive`: In words.
 * - `likert_scale`: How much one agrees.
 */
export type EvalCategory =
  /** Yes or no. */
  | "pass_fail"
  /** From 1 to 10. */
  | "numeric"
  /** In words. */
  | "descriptive"
  /** How much one agrees. */
  | "likert_scale";

/** Answer of `actions.create`. */
export interface ActionCreated {
  /** Id of the action. */
  action_id?: string;
  /** Its kind. */
  action_type?: string;
  /** Variables of the prompt it uses. */
  prompt_variables?: Array<unknown>;
}

/** Query of `actions.list`. */
export interface ListActions {
  /** Actions per page. Default 20. */
  limit?: number;
  /** Index of the first action. Default 0. */
  offset?: number;
}

/** An action. */
export interface Action {
  /** Its id. */
  action_id?: string;
  /** Its kind. */
  action_type?: ActionType;
  /** Name. */
  name?: string | null;
  /** What it is for. */
  description?: string | null;
  /** Ids of the agents that use it, where `include_assistants` was given. */
  assistants?: Array<string> | null;
  /** Its variables and what each agent gives them, in `actions.get`. */
  input_variables?: ActionVariables | null;
  /** What is fixed in it: fields of its kind. */
  parameters_hard_coded?: ActionParameters | null;
}

/**
 * Kind of an action.
 *
 * - `REAL_TIME_BOOKING`: Books an appointment during the call.
 * - `INFORMATION_EXTRACTOR`: Finds something out from what was said.
 * - `LIVE_TRANSFER`: Transfers the call to a person.
 * - `SEND_SMS`: Sends a text message after the call.
 * - `INCALL_SMS`: Sends a text message during the call.
 * - `INCALL_WHATSAPP`: Sends a WhatsApp message during the call.
 * - `CUSTOM_ACTION`: Calls a URL.
 * - `CUSTOM_EVAL`: Judges the call after its end.
 */
export type ActionType =
  /** Books an appointment during the call. */
  | "REAL_TIME_BOOKING"
  /** Finds something out from what was said. */
  | "INFORMATION_EXTRACTOR"
  /** Transfers the call to a person. */
  | "LIVE_TRANSFER"
  /** Sends a text message after the call. */
  | "SEND_SMS"
  /** Sends a text message during the call. */
  | "INCALL_SMS"
  /** Sends a WhatsApp message during the call. */
  | "INCALL_WHATSAPP"
  /** Calls a URL. */
  | "CUSTOM_ACTION"
  /** Judges the call after its end. */
  | "CUSTOM_EVAL"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** The variables of an action, and what each agent gives them. */
export interface ActionVariables {
  /** The variables. */
  values?: Array<ActionVariable> | null;
  /** What each agent gives them. */
  assistants?: Array<ActionVariableAssistant> | null;
}

/** A variable of an action. */
export interface ActionVariable {
  /** Name. */
  name?: string;
  /** Type. */
  type?: ActionVariableType;
  /** What it means. */
  description?: string | null;
  /** An example value. */
  example?: ActionVariableExample | null;
}

/**
 * Type of a variable of an action.
 *
 * - `string`: A text.
 * - `integer`: A whole number.
 * - `number`: A number.
 * - `boolean`: Yes or no.
 */
export type ActionVariableType =
  /** A text. */
  | "string"
  /** A whole number. */
  | "integer"
  /** A number. */
  | "number"
  /** Yes or no. */
  | "boolean"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** An example value of a variable. */
export type ActionVariableExample = string | number | boolean;

/** What an agent gives the variables of an action. */
export interface ActionVariableAssistant {
  /** The agent. */
  model_id?: string;
  /** When the action runs. */
  attachment_type?: AttachmentType;
  /** Where the values come from. */
  input_variables_mapping?: Array<ActionVariableMapping> | null;
}

/**
 * When an attached action runs.
 *
 * - `before`: Before the call.
 * - `during`: During the call.
 * - `after`: After the call.
 */
export type AttachmentType =
  /** Before the call. */
  | "before"
  /** During the call. */
  | "during"
  /** After the call. */
  | "after";

/** Where the value of a variable comes from. */
export interface ActionVariableMapping {
  /** Name of the variable. */
  variable_name?: string;
  /** Who gives the value. */
  source?: ActionVariableSource;
  /** The value, where `source` is `hardcoded`. */
  hardcoded_value?: string | null;
  /** How the model finds the value, where `source` is `llm`. */
  llm_config?: InputVariableLlmConfig | null;
}

/**
 * Who gives the value of a variable.
 *
 * - `hardcoded`: You, once for all calls.
 * - `llm`: The language model, from what was said.
 * - `system_vars`: Synthflow: such as the number of the caller.
 * - `prompt_variables`: A variable of the prompt.
 * - `fsm_variables`: A variable of the flow.
 * - `action_results`: What another action found.
 */
export type ActionVariableSource =
  /** You, once for all calls. */
  | "hardcoded"
  /** The language model, from what was said. */
  | "llm"
  /** Synthflow: such as the number of the caller. */
  | "system_vars"
  /** A variable of the prompt. */
  | "prompt_variables"
  /** A variable of the flow. */
  | "fsm_variables"
  /** What another action found. */
  | "action_results"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** How a language model finds the value of a variable. */
export interface InputVariableLlmConfig {
  /** What the variable means. */
  description?: string | null;
  /** An example value. */
  example?: string | null;
  /** Whether the action waits until there is one. */
  required?: boolean | null;
}

/** What is fixed in an action: fields of its kind. */
export interface ActionParameters {
  /** Text of a message. */
  sms_message_text?: string | null;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Query of `actions.get`. */
export interface GetAction {
  /** Whether the answer holds the ids of the agents that use it. Default `false`. */
  include_assistants?: boolean;
}

/** Body of `actions.update`: one field, the kind the action has. */
export interface UpdateAction {
  /** Books an appointment during the call. */
  REAL_TIME_BOOKING?: UpdateRealTimeBooking;
  /** Finds something out from what was said. */
  INFORMATION_EXTRACTOR?: UpdateInformationExtractor;
  /** Transfers the call to a person. */
  LIVE_TRANSFER?: UpdateLiveTransfer;
  /** Sends a text message after the call. */
  SEND_SMS?: UpdateSendSms;
  /** Sends a text message during the call. */
  INCALL_SMS?: UpdateIncallSms;
  /** Sends a WhatsApp message during the call. */
  INCALL_WHATSAPP?: UpdateIncallWhatsapp;
  /** Calls a URL. */
  CUSTOM_ACTION?: UpdateCustomAction;
}

/** Changes of a booking. */
export interface UpdateRealTimeBooking {
  /**
   * First day that is offered, `YYYY-MM-DD`.
   * Written as `0000-00-00`.
   */
  first_appt_date?: string;
  /**
   * Time slots that are offered a day.
   * From 1 to 3.
   */
  max_time_slots?: number;
  /** Hours from now until the first slot. */
  min_hours_diff?: number;
  /** Days that are offered. */
  no_of_days?: number;
  /** IANA time zone of the slots. */
  timezone?: string;
  /** With Cal.com. */
  CALCOM?: UpdateCalComBooking;
  /** With GoHighLevel. */
  GHL?: UpdateGoHighLevelBooking;
}

/** Changes of a booking with Cal.com. */
export interface UpdateCalComBooking {
  /** Where they meet. */
  integration?: MeetingIntegration;
  /** Whether a text message is sent. */
  sms_boolean?: boolean;
  /** Text of that message. */
  sms_message?: string;
  /** Email address of the host. */
  user_email?: string;
}

/** Changes of a booking with GoHighLevel. */
export interface UpdateGoHighLevelBooking {
  /** State a new appointment has. */
  autoconfirm?: AppointmentState;
  /** Title of an appointment. */
  booking_title?: string;
}

/** Changes of an extractor; its kind of question stays. */
export interface UpdateInformationExtractor {
  /** Name of the answer in `executed_actions`. */
  identifier?: string;
  /** The question. */
  description?: string;
  /** The answers, of a question with one answer out of a list. */
  choices?: Array<string>;
  /** Examples of answers, of a question with any answer. */
  examples?: Array<string>;
}

/** A live transfer, as `actions.update` takes it. */
export type UpdateLiveTransfer = UpdateLiveTransferToPhone | UpdateLiveTransferToPhoneBook;

/** Transfers the call to one number, as `actions.update` takes it. */
export interface UpdateLiveTransferToPhone {
  /** How the call is handed over. */
  transfer_mode: TransferMode;
  /** What is said to the person it is transferred to. */
  message_to_transfer_target?: string;
  /** Phone number, or SIP URI, it is transferred to. */
  phone: string;
  /** In which case the call is transferred. */
  instructions: string;
  /** Seconds until nobody answers. */
  timeout?: number;
  /** Digits that are dialled after the answer: an extension. */
  digits?: string;
  /** What the agent says before. */
  initiating_msg: string;
  /** What the agent says at the end. */
  goodbye_msg?: string;
  /** What the agent says when it failed. */
  failed_msg?: string;
  /** Whether there is music while it waits. */
  enable_background_music?: boolean;
  /** Whether the recording ends with the transfer. */
  stop_recording_after_transfer?: boolean;
  /** Whether it waits until a human answers, not a machine. */
  human_detection?: boolean;
  /**
   * Seconds of that wait.
   * From 30 to 1800.
   */
  human_detection_timeout_seconds?: number;
  /** How the call so far is summed up for the person. */
  summarization_prompt?: string;
  /**
   * Whether the person sees the number of the caller. Only with numbers bought through Synthflow's
   * Twilio account; with others the call fails.
   */
  preserve_caller_id?: boolean;
  /** Whether the person is asked first. */
  screened?: boolean;
  /** When somebody is there. */
  human_availability?: HumanAvailability;
}

/** Transfers the call to an entry of a phone book, as `actions.update` takes it. */
export interface UpdateLiveTransferToPhoneBook {
  /** How the call is handed over. */
  transfer_mode: TransferMode;
  /** What is said to the person it is transferred to. */
  message_to_transfer_target?: string;
  /** Phone book whose entries say to whom it is transferred: see `phoneBooks`. */
  phone_book_id: string;
  /** In which case the call is transferred. */
  instructions: string;
  /** Seconds until nobody answers. */
  timeout?: number;
  /** Digits that are dialled after the answer: an extension. */
  digits?: string;
  /** What the agent says before. */
  initiating_msg: string;
  /** What the agent says at the end. */
  goodbye_msg?: string;
  /** What the agent says when it failed. */
  failed_msg?: string;
  /** Whether there is music while it waits. */
  enable_background_music?: boolean;
  /** Whether the recording ends with the transfer. */
  stop_recording_after_transfer?: boolean;
  /** Whether it waits until a human answers, not a machine. */
  human_detection?: boolean;
  /**
   * Seconds of that wait.
   * From 30 to 1800.
   */
  human_detection_timeout_seconds?: number;
  /** How the call so far is summed up for the person. */
  summarization_prompt?: string;
  /**
   * Whether the person sees the number of the caller. Only with numbers bought through Synthflow's
   * Twilio account; with others the call fails.
   */
  preserve_caller_id?: boolean;
  /** Whether the person is asked first. */
  screened?: boolean;
  /** When somebody is there. */
  human_availability?: HumanAvailability;
}

/** Changes of a text message after the call. */
export interface UpdateSendSms {
  /** The text. */
  content?: string;
  /** In which case it is sent. */
  instructions?: string;
  /** Number it is sent to; in the seed documents only. */
  phone_number?: string;
  /** The text; in the seed documents only. */
  message?: string;
}

/** Changes of a text message during the call. */
export interface UpdateIncallSms {
  /** The text; placeholders like `<user_name>` are filled in. */
  message_body?: string;
  /** Whether the agent waits for a reply. */
  wait_for_reply?: boolean;
  /** Longest wait for the reply, in seconds. */
  timeout_seconds?: number;
  /** What the agent says when there was none. */
  fallback_message?: string;
  /** What the agent says before. */
  message_before_action?: string;
}

/** Changes of a WhatsApp message during the call. */
export interface UpdateIncallWhatsapp {
  /** SID of a Twilio Content template: `HX…`. */
  content_sid?: string;
  /** What its placeholders hold, by their number. */
  content_variables?: Record<string, string>;
  /** Whether the agent waits for a reply. */
  wait_for_reply?: boolean;
  /** Longest wait for the reply, in seconds. */
  timeout_seconds?: number;
  /** What the agent says when there was none. */
  fallback_message?: string;
}

/** Changes of a custom action. */
export interface UpdateCustomAction {
  /** Verb. The API's default is `GET`. */
  http_mode?: CustomActionVerb;
  /** URL. */
  url?: string;
  /** Name. */
  name?: string;
  /** What it is for: the agent decides by this when to run it. */
  description?: string;
  /** Whether it runs before the call begins. */
  run_action_before_call_start?: boolean;
  /** What the agent says, word for word, while it runs. */
  speech_while_using_the_tool?: string;
  /** Sound while it runs. Empty: none. */
  action_sound?: ActionSound;
  /** Whose credentials are used. */
  integration?: ActionIntegration;
  /** How it proves who it is. */
  custom_auth?: CustomAuth;
  /** Variables that are known before the call. */
  variables_before_the_call?: Array<KeyValue>;
  /** Variables that are found out during the call. */
  variables_during_the_call?: Array<CustomActionVariable>;
  /** Headers. */
  headers?: Array<KeyValue>;
  /** Query parameters. */
  query_parameters?: Array<KeyValue>;
  /** Whether the agent goes on talking while it runs. */
  agent_speak_naturally?: boolean;
  /** What the agent says when it takes long. */
  message_delay?: string;
  /** Seconds until that is said. */
  message_delay_time?: number;
  /** What the agent says when it failed. */
  message_error?: string;
  /** Body, as JSON in a string. */
  json_body_stringified?: string;
  /** What the agent makes of the answer. */
  prompt?: string;
  /** What the agent says, word for word, before it runs. */
  message_before_action_starts?: string;
  /** Seconds until it is given up. */
  failure_timeout?: number;
}

/** Answer of `actions.update`. */
export interface ActionUpdated {
  /** Id of the action. */
  action_id?: string;
}

/** Body of `actions.initialize`. */
export interface InitializeAction {
  /** The action. */
  action_id: string;
  /** What its variables hold this time. */
  variables?: Array<KeyValue>;
}

/** Body of `actions.attach`. */
export interface AttachActions {
  /** The agent. */
  model_id: string;
  /** Ids of actions, attached with the default settings. */
  actions?: Array<string>;
  /** Actions with settings for each. */
  items?: Array<AttachActionItem>;
}

/** An action to attach, with its settings. Give `action_id` or `slug`. */
export interface AttachActionItem {
  /** Id of the action. */
  action_id?: string;
  /** Slug of the action. */
  slug?: string;
  /** When it runs. Left out or null: during the call. */
  attachment_type?: AttachmentType | null;
  /**
   * In which case it runs; only for custom actions. Left out or null: as it was; an empty
   * string: in every case.
   */
  trigger_condition?: string | null;
  /** Where the values of its variables come from. */
  input_variables_mapping?: Array<InputVariableMapping>;
}

/** Where the value of an action's variable comes from. */
export interface InputVariableMapping {
  /** Name of the variable. */
  variable_name: string;
  /** Who gives the value. */
  source: InputVariableSource;
  /** The value, where `source` is `hardcoded`. */
  hardcoded_value?: string | null;
  /** How the model finds the value, where `source` is `llm`. */
  llm_config?: InputVariableLlmConfig | null;
}

/**
 * Who gives the value of a variable.
 *
 * - `llm`: The language model, from what was said.
 * - `hardcoded`: You, once for all calls.
 */
export type InputVariableSource =
  /** The language model, from what was said. */
  | "llm"
  /** You, once for all calls. */
  | "hardcoded";

/** Body of `actions.detach`. */
export interface DetachActions {
  /** The agent. */
  model_id: string;
  /** Ids of actions. */
  actions?: Array<string>;
}

/** Query of `analytics.export`. */
export interface ExportAnalytics {
  /** Beginning, ISO 8601: a day or a date and time. */
  from_date?: string;
  /**
   * End, ISO 8601; at most 120 days after the beginning.
   * At most 120 days after `from_date`.
   */
  to_date?: string;
  /** The agent; left out, all. */
  model_id?: string;
  /** Who called whom, or where. */
  type_of_call?: AnalyticsCallType;
}

/**
 * Who called whom, or where.
 *
 * - `inbound`: The human called.
 * - `outbound`: The agent called.
 * - `widget`: In a web page.
 */
export type AnalyticsCallType =
  /** The human called. */
  | "inbound"
  /** The agent called. */
  | "outbound"
  /** In a web page. */
  | "widget";

/** Answer of `analytics.export`. */
export interface AnalyticsExport {
  /** What agents did. */
  executed_actions?: AnalyticsActions;
  /** How agents did. */
  assistant_performance?: AnalyticsAssistants;
  /** States of the calls. */
  call_status_stat?: AnalyticsCallStatuses;
  /** The last calls. */
  recent_call_history?: AnalyticsCalls;
  /** How long calls were. */
  duration_metrics?: AnalyticsDurations;
  /** Why calls ended. */
  end_call_reason_stat?: AnalyticsEndReasons;
  /** How people felt. */
  sentiment_stat?: AnalyticsSentiment;
}

/** What agents did. */
export interface AnalyticsActions {
  /** By action. */
  items?: Array<AnalyticsAction>;
}

/** How often an action was executed. */
export interface AnalyticsAction {
  /** Name. */
  name?: string;
  /** How often. */
  value?: number;
  /** Day by day. */
  series?: Array<AnalyticsActionDay>;
  /** Change to the time before, in percent. */
  percentage_change?: number | null;
}

/** How often an action was executed on a day. */
export interface AnalyticsActionDay {
  /** The day. */
  date?: string;
  /** How often. */
  value?: number;
  /** The same two fields once more, as the seed documents show them. */
  items?: AnalyticsDayValue;
}

/** A value of a day. */
export interface AnalyticsDayValue {
  /** The day. */
  date?: string;
  /** The value. */
  value?: number;
}

/** How agents did. */
export interface AnalyticsAssistants {
  /** By minutes. */
  by_minutes_used?: Array<AnalyticsMinutesUsed>;
  /** By calls. */
  by_calls_made?: Array<AnalyticsCallsMade>;
  /** By success. */
  by_success_rate?: Array<AnalyticsSuccessRate>;
}

/** Minutes an agent used. */
export interface AnalyticsMinutesUsed {
  /** The agent. */
  model_id?: string;
  /** Its name. */
  name?: string;
  /** Minutes. */
  minutes_used?: number;
  /** Change to the time before, in percent. */
  percentage_change?: number | null;
}

/** Calls of an agent. */
export interface AnalyticsCallsMade {
  /** The agent. */
  model_id?: string;
  /** Its name. */
  name?: string;
  /** Calls. */
  calls_made?: number;
  /** Change to the time before, in percent. */
  percent_change?: number | null;
}

/** Success of an agent. */
export interface AnalyticsSuccessRate {
  /** The agent. */
  model_id?: string;
  /** Its name. */
  name?: string;
  /** Calls that went well, in percent. */
  success_rate?: number;
  /** Change to the time before, in percent. */
  percentage_change?: number | null;
}

/** States of the calls. */
export interface AnalyticsCallStatuses {
  /** By state. */
  items?: Array<AnalyticsCallStatus>;
  /** Day by day. */
  series?: Array<AnalyticsCallStatusDay>;
}

/** Calls of a state. */
export interface AnalyticsCallStatus {
  /** The state. */
  status?: CallStatus;
  /** Calls. */
  value?: number;
  /** Share, in percent. */
  percentage?: number;
  /** Change to the time before, in percent. */
  percentage_change?: number | null;
}

/** Calls of a day by their state. */
export interface AnalyticsCallStatusDay {
  /** The day. */
  date?: string;
  /** See [`CallStatus`]. */
  completed?: number;
  /** See [`CallStatus`]. */
  hangup_on_voicemail?: number;
  /** See [`CallStatus`]. */
  busy?: number;
  /** See [`CallStatus`]. */
  "no-answer"?: number;
  /** See [`CallStatus`]. */
  failed?: number;
  /** See [`CallStatus`]. */
  left_voicemail?: number;
  /** See [`CallStatus`]. */
  "in-progress"?: number;
  /** Calls whose state is being found out. */
  checking?: number;
  /** See [`CallStatus`]. */
  paused?: number;
  /** See [`CallStatus`]. */
  queue?: number;
  /** See [`CallStatus`]. */
  initiated?: number;
  /** See [`CallStatus`]. */
  ringing?: number;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** The last calls. */
export interface AnalyticsCalls {
  /** The calls. */
  items?: Array<AnalyticsCall>;
}

/** A call, in short. */
export interface AnalyticsCall {
  /** Its id: see `calls.get`. */
  call_id?: string;
  /** Its state. */
  call_status?: CallStatus;
  /** Length in seconds. */
  duration?: number | null;
  /** Name of the agent. */
  agent_name?: string | null;
  /** The agent. */
  model_id?: string;
  /** Number of the person. */
  lead_phone_number?: string | null;
  /** When it was, ISO 8601. */
  created_at?: string;
}

/** How long calls were. */
export interface AnalyticsDurations {
  /** Minutes in all. */
  total_minutes?: number;
  /** Minutes of a call, on average. */
  average_duration?: number;
  /** Calls. */
  total_calls?: number;
  /** Day by day. */
  series?: Array<AnalyticsDurationDay>;
  /** Change of the minutes to the time before, in percent. */
  total_minutes_percentage_change?: number | null;
  /** Change of the average to the time before, in percent. */
  total_duration_percentage_change?: number | null;
  /** Change of the calls to the time before, in percent. */
  total_calls_percentage_change?: number | null;
}

/** How long the calls of a day were. */
export interface AnalyticsDurationDay {
  /** The day. */
  date?: string;
  /** Minutes in all. */
  total_minutes?: number;
  /** Minutes of a call, on average. */
  average_duration?: number;
  /** Calls. */
  total_calls?: number;
}

/** Why calls ended. */
export interface AnalyticsEndReasons {
  /** By reason. */
  items?: Array<AnalyticsEndReason>;
  /** Day by day. */
  series?: Array<AnalyticsEndReasonDay>;
}

/** Calls that ended for a reason. */
export interface AnalyticsEndReason {
  /** The reason. */
  reason?: EndCallReason;
  /** Calls. */
  value?: number;
  /** Share, in percent. */
  percentage?: number;
}

/** Calls of a day by the reason they ended for. */
export interface AnalyticsEndReasonDay {
  /** The day. */
  date?: string;
  /** See [`EndCallReason`]. */
  voicemail?: number;
  /** See [`EndCallReason`]. */
  human_goodbye?: number;
  /** See [`EndCallReason`]. */
  agent_goodbye?: number;
  /** See [`EndCallReason`]. */
  human_pick_up_cut_off?: number;
  /** See [`EndCallReason`]. */
  max_duration?: number;
  /** Nobody said anything for too long. */
  idle_time_exceeded?: number;
  /** A goodbye was heard. */
  goodbye_detected?: number;
  /** The connection of the human was lost. */
  user_disconnected?: number;
  /** See [`EndCallReason`]. */
  voicemail_message_left?: number;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** How people felt. */
export interface AnalyticsSentiment {
  /** Calls in which they felt well, in percent. */
  positive_percentage?: number;
  /** Day by day. */
  series?: Array<AnalyticsSentimentDay>;
  /** Change to the time before, in percent. */
  positive_percentage_change?: number | null;
}

/** How people felt on a day. */
export interface AnalyticsSentimentDay {
  /** The day. */
  date?: string;
  /** Calls in which they felt well. */
  positive?: number;
  /** Calls. */
  total?: number;
}

/** Query of `phoneNumbers.list`. */
export interface ListPhoneNumbers {
  /** The workspace's id: not the key, found in the dashboard. */
  workspace: string;
  /** Numbers per page. Default 20. */
  limit?: number;
  /** Index of the first number. Default 0. */
  offset?: number;
  /** `true`: numbers no inbound agent has; `false`: numbers one has. */
  is_available?: boolean;
}

/** A phone number, as the list has it. */
export interface PhoneNumberListItem {
  /** The number. */
  number?: string;
  /** SID of the provider; null for custom numbers. */
  sid?: string | null;
  /** Whether no inbound agent has it. */
  is_available?: boolean;
  /** The number; in the seed documents. */
  phone_number?: string | null;
  /** Workspace; in the seed documents. */
  workspace?: string | null;
  /** Agent it belongs to; in the seed documents. */
  assigned_to?: string | null;
  /** When it was added, ISO 8601; in the seed documents. */
  created_at?: string | null;
}

/** Query of `phoneNumbers.get`. */
export interface GetPhoneNumber {
  /** The workspace's id: not the key, found in the dashboard. */
  workspace: string;
}

/** A phone number. */
export interface PhoneNumber {
  /** The number without its `+`: what the other operations take. */
  slug?: string;
  /** What the provider wants to know of its owner's address. */
  address_requirement?: string | null;
  /** The number, in E.164 form. */
  phone_number?: string;
  /** Name shown in the dashboard. */
  friendly_name?: string | null;
  /** Whether it can send text messages. */
  is_sms_capable?: boolean | null;
  /** Whether it can be called. */
  is_voice_capable?: boolean | null;
  /** Country, as ISO code. */
  iso_country?: string | null;
  /** Town. */
  locality?: string | null;
  /** User name for SIP REGISTER. */
  sip_auth_username?: string | null;
  /** Proxy for outbound calls and SIP REGISTER. */
  sip_outbound_proxy?: string | null;
  /** SIP domain. */
  sip_term_uri?: string | null;
  /** Whether SIP REGISTER is sent to the provider. */
  uac_enabled?: boolean | null;
  /** Seconds after which the registration is renewed. */
  uac_register_expires?: number | null;
  /** SID of the provider. */
  sid?: string | null;
  /** Provider. */
  provider_name?: PhoneNumberProvider | null;
  /** Part of the country. */
  region?: string | null;
  /** Whether no inbound agent has it. */
  is_available?: boolean;
  /** Workspace of the agency. */
  agency_workspace_id?: string | null;
  /** Workspace. */
  workspace_id?: string;
  /** When it was added, ISO 8601. */
  created_at?: string;
  /** When it was last changed, ISO 8601. */
  updated_at?: string | null;
  /** Ids of the agents it is attached to. */
  assistants?: Array<string> | null;
}

/**
 * Provider of a phone number.
 *
 * - `twilio`: Twilio.
 * - `telnyx`: Telnyx.
 * - `vonage`: Vonage.
 * - `ring_central`: RingCentral.
 * - `ringcx`: RingCX.
 * - `custom`: A SIP trunk of your own.
 * - `zoom`: Zoom.
 * - `five9`: Five9.
 */
export type PhoneNumberProvider =
  /** Twilio. */
  | "twilio"
  /** Telnyx. */
  | "telnyx"
  /** Vonage. */
  | "vonage"
  /** RingCentral. */
  | "ring_central"
  /** RingCX. */
  | "ringcx"
  /** A SIP trunk of your own. */
  | "custom"
  /** Zoom. */
  | "zoom"
  /** Five9. */
  | "five9"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Body of `phoneNumbers.update`: only the fields that are given change. */
export interface UpdatePhoneNumber {
  /** Name shown in the dashboard. */
  friendly_name?: string;
  /** User name for SIP REGISTER, where it is not `trunk_username`. */
  sip_auth_username?: string;
  /** Proxy for outbound calls and SIP REGISTER. */
  sip_outbound_proxy?: string;
  /** SIP domain; must be given when it changes, unless the provider is `five9`, `ringcx` or `zoom`. */
  sip_term_uri?: string;
  /** Another name of `sip_term_uri`. */
  termination_uri?: string;
  /** Provider. Those that do not know their SIP domain by themselves need `sip_term_uri`. */
  provider_name?: PhoneNumberProvider;
  /** User name of the trunk; needed to turn `uac_enabled` on. */
  trunk_username?: string;
  /** Password of the trunk; needed to turn `uac_enabled` on. */
  trunk_pwd?: string;
  /** Whether SIP REGISTER is sent to the provider. */
  uac_enabled?: boolean;
  /**
   * Seconds after which the registration is renewed. Default 300.
   * From 60 to 3600.
   */
  uac_register_expires?: number;
}

/** Body of `phoneNumbers.importCustom`. */
export interface ImportPhoneNumber {
  /** The workspace. */
  workspace_id: string;
  /** The number, in E.164 form; `five9` and `zoom` also take other names. */
  phone_number: string;
  /** Name shown in the dashboard. */
  friendly_name?: string;
  /** Provider. Left out, or `custom`: a SIP trunk of your own. */
  provider_name?: PhoneNumberProvider;
  /** User name of the trunk; needed where `uac_enabled` is `true`. */
  trunk_username?: string;
  /** Password of the trunk; needed where `uac_enabled` is `true`. */
  trunk_pwd?: string;
  /** SIP domain; must be given for `custom`, `twilio`, `telnyx`, `vonage` and `ring_central`. */
  termination_uri?: string;
  /** Proxy for outbound calls and SIP REGISTER. */
  sip_outbound_proxy?: string;
  /** User name for SIP REGISTER, where it is not `trunk_username`. */
  sip_auth_username?: string;
  /** Whether SIP REGISTER is sent to the provider. Default `false`. */
  uac_enabled?: boolean;
  /**
   * Seconds after which the registration is renewed. Default 300.
   * From 60 to 3600.
   */
  uac_register_expires?: number;
}

/** Answer of `phoneNumbers.importCustom`. */
export interface PhoneNumberImported {
  /** Its id. */
  key?: string;
  /** The number. */
  phone_number?: string;
}

/** Query of `voices.list`. */
export interface ListVoices {
  /** The workspace's id: not the key, found in the dashboard. */
  workspace: string;
  /** Voices per page. Default 50. */
  limit?: number;
  /** Index of the first voice. Default 0. */
  offset?: number;
  /** Part of the voice's name. */
  search?: string;
  /** Voices of this provider. Default `elevenlabs`. */
  provider?: VoiceProvider;
}

/** A voice. */
export interface Voice {
  /** What an agent's `voice_id` takes. */
  voice_id: string;
  /** Name. */
  name?: string;
  /** URL of a sound sample. */
  preview?: string | null;
  /** The workspace it belongs to. */
  workspace?: string | null;
  /** Whose voice it is. */
  provider?: VoiceProvider | null;
  /** How the voice sounds. */
  gender?: VoiceGender | null;
  /** Languages, as ISO codes or as English names, mixed. */
  languages?: Array<string> | null;
  /** Language; older answers. */
  language?: string | null;
  /** When it was added, ISO 8601; older answers. */
  created_at?: string | null;
}

/**
 * How a voice sounds.
 *
 * - `male`: Male.
 * - `female`: Female.
 * - `neutral`: Neither.
 */
export type VoiceGender =
  /** Male. */
  | "male"
  /** Female. */
  | "female"
  /** Neither. */
  | "neutral"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Body of `knowledgeBases.create`. */
export interface CreateKnowledgeBase {
  /** Name. */
  name?: string;
  /** When the agent looks into it. */
  rag_use_condition?: string;
}

/** Answer of `knowledgeBases.create` and `knowledgeBases.update`. */
export interface KnowledgeBaseSaved {
  /** Its id. */
  knowledge_base_id?: string;
  /** What the API says. */
  body?: string | null;
  /** Its id; in the seed documents. */
  id?: string | null;
  /** Name; in the seed documents. */
  name?: string | null;
  /** When the agent looks into it; in the seed documents. */
  rag_use_condition?: string | null;
}

/** Query of `knowledgeBases.list`. */
export interface ListKnowledgeBases {
  /** Knowledge bases per page. Default 25. */
  limit?: number;
  /** Index of the first knowledge base. Default 0. */
  offset?: number;
}

/** A knowledge base. */
export interface KnowledgeBase {
  /** Its id. */
  id?: string;
  /** Name. */
  name?: string | null;
  /** When the agent looks into it. */
  rag_use_condition?: string | null;
  /** When the agent looks into it; in the seed documents. */
  use_condition?: string | null;
}

/** Body of `knowledgeBases.update`: only the fields that are given change. */
export interface UpdateKnowledgeBase {
  /** Name. */
  name?: string;
  /** When the agent looks into it. */
  rag_use_condition?: string;
}

/** Query of `knowledgeBases.attach`. */
export interface AttachKnowledgeBase {
  /** The agent. */
  model_id: string;
}

/** Answer of `knowledgeBases.attach` and `knowledgeBases.detach`. */
export interface KnowledgeBaseAttached {
  /** What the API says. */
  body?: string | null;
  /** The knowledge base. */
  knowledge_base_id?: string | null;
  /** The agent. */
  model_id?: string | null;
}

/** Body of `knowledgeBases.detach`. */
export interface DetachKnowledgeBase {
  /** The agent. */
  model_id: string;
}

/** Query of `knowledgeBases.sources.list`. */
export interface ListKnowledgeBaseSources {
  /** Sources per page. Default 20. */
  limit?: number;
  /** Index of the first source. Default 0. */
  offset?: number;
  /** Part of the name. */
  name?: string;
}

/** A source of a knowledge base. */
export interface KnowledgeBaseSource {
  /** Its id. */
  id?: string;
  /** Type. */
  type?: KnowledgeBaseSourceType;
  /** Name. */
  name?: string | null;
  /** Its beginning; empty where there is none. */
  content_preview?: string | null;
  /** Where it is; empty for a text. */
  url?: string | null;
  /** When it was added, ISO 8601. */
  created_at?: string;
  /** When it was last changed, ISO 8601. */
  updated_at?: string;
}

/**
 * Type of a source.
 *
 * - `pdf`: A PDF file at a URL.
 * - `text`: A text.
 * - `web`: A web page, which is read.
 */
export type KnowledgeBaseSourceType =
  /** A PDF file at a URL. */
  | "pdf"
  /** A text. */
  | "text"
  /** A web page, which is read. */
  | "web";

/** Body of `knowledgeBases.sources.create`. */
export interface CreateKnowledgeBaseSource {
  /** Name. */
  name?: string;
  /** Type. */
  type?: KnowledgeBaseSourceType;
  /** Where the PDF file or the web page is; needed for these types. */
  url?: string;
  /** The text; needed for this type. */
  content?: string;
}

/** Answer of `knowledgeBases.sources.create`. */
export interface KnowledgeBaseSourceCreated {
  /** Id of the source. */
  source_id: string;
  /** Id of the source; in the seed documents. */
  id?: string | null;
  /** Name; in the seed documents. */
  name?: string | null;
  /** Type; in the seed documents. */
  type?: KnowledgeBaseSourceType | null;
  /** URL; in the seed documents. */
  url?: string | null;
}

/** Body of `knowledgeBases.sources.update`: what is changed depends on the type the source has. */
export type UpdateKnowledgeBaseSource = UpdateKnowledgeBaseSourceUrl | UpdateKnowledgeBaseSourceText;

/** A PDF file or a web page: where it is now. */
export interface UpdateKnowledgeBaseSourceUrl {
  /** Name. */
  name?: string;
  /** URL. */
  url: string;
}

/** A text: what it is now. */
export interface UpdateKnowledgeBaseSourceText {
  /** Name. */
  name?: string;
  /** The text. */
  content: string;
}

/** Answer of `knowledgeBases.sources.update`. */
export interface KnowledgeBaseSourceUpdated {
  /** Id of the source. */
  source_id?: string;
}

/** Answer of `knowledgeBases.sources.delete`. */
export interface KnowledgeBaseSourceDeleted {
  /** What the API says. */
  body?: string | null;
  /** Id of the source. */
  id?: string | null;
}

/** Body of `phoneBooks.create`. */
export interface CreatePhoneBook {
  /** Name. */
  name: string;
}

/** Answer of `phoneBooks.create`. */
export interface PhoneBookCreated {
  /** Id of the phone book. */
  key?: string;
}

/** Query of `phoneBooks.list`. The answer is paged; the reference does not name these two. */
export interface ListPhoneBooks {
  /** Number of the page, from 1. */
  page_number?: number;
  /** Phone books per page. */
  page_size?: number;
}

/** A phone book. */
export interface PhoneBook {
  /** Its id. */
  phone_book_id?: string;
  /** Workspace. */
  workspace_id?: string;
  /** Name. */
  name?: string;
  /** How many entries it has. */
  entry_count?: number;
  /** Agents that use it. */
  agents?: Array<unknown>;
}

/** Body of `phoneBooks.entries.create`. */
export interface CreatePhoneBookEntry {
  /** Number a call is transferred to; E.164 is best. */
  phone_number: string;
  /** In which case a call is transferred there. */
  transfer_condition: string;
}

/** Answer of `phoneBooks.entries.create`. */
export interface PhoneBookEntryCreated {
  /** Id of the entry. */
  key?: string;
}

/** Body of `subaccounts.create`. */
export interface CreateSubaccount {
  /** Name; no other subaccount should have it. */
  subaccount_name: string;
  /** Email address of a user to invite; the answer holds the sign-in link. */
  user_email?: string;
  /** SID of a Twilio account. */
  twilio_account_sid?: string;
  /** Token of that account. A secret. */
  twilio_auth_token?: string;
  /** Most calls at once. */
  concurrency?: number;
  /** Most agents; null: no limit. */
  max_agents?: number | null;
  /** Most minutes; null: no limit. */
  max_minutes?: number | null;
  /** Most runs of workflows; null: no limit. */
  max_workflow_runs?: number | null;
  /** What it may use; each once, and none that is in `revoke_permissions`. */
  grant_permissions?: Array<SubaccountPermission>;
  /** What it may not use; each once, and none that is in `grant_permissions`. */
  revoke_permissions?: Array<SubaccountPermission>;
}

/**
 * What a subaccount may use.
 *
 * - `inbound`: Inbound agents.
 * - `outbound`: Outbound agents.
 * - `widget`: Widget agents.
 * - `chat`: Chat agents.
 * - `assistants`: Agents.
 * - `knowledge_base`: Knowledge bases.
 * - `actions`: Actions.
 * - `workflows`: Workflows.
 * - `contacts`: Contacts.
 * - `phone_numbers`: Phone numbers.
 * - `logs`: Logs.
 * - `simulations`: Simulations.
 * - `analytics`: Analytics.
 */
export type SubaccountPermission =
  /** Inbound agents. */
  | "inbound"
  /** Outbound agents. */
  | "outbound"
  /** Widget agents. */
  | "widget"
  /** Chat agents. */
  | "chat"
  /** Agents. */
  | "assistants"
  /** Knowledge bases. */
  | "knowledge_base"
  /** Actions. */
  | "actions"
  /** Workflows. */
  | "workflows"
  /** Contacts. */
  | "contacts"
  /** Phone numbers. */
  | "phone_numbers"
  /** Logs. */
  | "logs"
  /** Simulations. */
  | "simulations"
  /** Analytics. */
  | "analytics";

/** Answer of `subaccounts.create`. */
export interface SubaccountCreated {
  /** Its id. */
  subaccount_id?: string;
  /** Its key. A secret. */
  api_key?: string | null;
  /** Email address of the invited user. */
  user_email?: string | null;
  /** Link the invited user signs in with, once. A secret. */
  sign_in_link?: string | null;
  /** Whether Twilio could be reached with the given account. */
  twilio_connected_successfully?: boolean | null;
}

/** A subaccount. */
export interface Subaccount {
  /** Its id. */
  subaccount_id?: string;
  /** The agency it belongs to. */
  agency_id?: string | null;
  /** Name. */
  name?: string | null;
  /** Pricing tiers that are offered to it. */
  pricing_tiers?: Array<SubaccountPricingTier> | null;
  /** What it may use. */
  permissions?: SubaccountPermissions | null;
  /** What it pays by. */
  subscription?: SubaccountSubscription | null;
  /** Minutes it has used. */
  minutes_used?: number | null;
  /** Most minutes; null: no limit. */
  max_minutes?: number | null;
  /** Its users. */
  members?: Array<SubaccountMember> | null;
  /** Name; in the seed documents. */
  subaccount_name?: string | null;
  /** Email address of its user; in the seed documents. */
  user_email?: string | null;
  /** Whether Twilio could be reached; in the seed documents. */
  twilio_connected_successfully?: boolean | null;
  /** Most calls at once; in the seed documents. */
  concurrency?: number | null;
}

/** A pricing tier that is offered. */
export interface SubaccountPricingTier {
  /** Its id. */
  pricing_tier_id?: string;
}

/** What a subaccount may use. */
export interface SubaccountPermissions {
  /** Agents. */
  assistants?: boolean;
  /** Knowledge bases. */
  knowledge_base?: boolean;
  /** Actions. */
  actions?: boolean;
  /** Workflows. */
  workflows?: boolean;
  /** Contacts. */
  contacts?: boolean;
  /** Phone numbers. */
  phone_numbers?: boolean;
  /** Inbound agents. */
  inbound?: boolean;
  /** Outbound agents. */
  outbound?: boolean;
  /** Widget agents. */
  widget?: boolean;
  /** Chat agents. */
  chat?: boolean;
  /** Logs. */
  logs?: boolean;
  /** Simulations. */
  simulations?: boolean;
  /** Analytics. */
  analytics?: boolean;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** What a subaccount pays by. */
export interface SubaccountSubscription {
  /** Stripe subscription. */
  stripe_subscription_id?: string | null;
  /** Pricing tier. */
  synthflow_price_id?: string | null;
}

/** A user of a subaccount. */
export interface SubaccountMember {
  /** Email address. */
  email?: string;
  /** Such as `active`. */
  status?: string | null;
}

/** Body of `subaccounts.update`: only the fields that are given change. */
export interface UpdateSubaccount {
  /** Name; no other subaccount should have it. */
  subaccount_name?: string;
  /** Email address of a user to invite; the answer holds the sign-in link. */
  invite_user_email?: string;
  /** Pricing tiers that are offered to it. */
  pricing_tiers_attach?: Array<PricingTier>;
  /** Pricing tiers that are no longer offered to it. */
  pricing_tiers_detach?: Array<PricingTier>;
  /** A Stripe subscription that exists already. */
  import_subscription?: ImportSubscription;
  /** SID of a Twilio account. */
  twilio_account_sid?: string;
  /** Token of that account. A secret. */
  twilio_auth_token?: string;
  /** Most calls at once. */
  concurrency?: number;
  /** Most agents; null: no limit. */
  max_agents?: number | null;
  /** Most minutes; null: no limit. */
  max_minutes?: number | null;
  /** Most runs of workflows; null: no limit. */
  max_workflow_runs?: number | null;
  /** What it may use; each once, and none that is in `revoke_permissions`. */
  grant_permissions?: Array<SubaccountPermission>;
  /** What it may not use; each once, and none that is in `grant_permissions`. */
  revoke_permissions?: Array<SubaccountPermission>;
  /** Where `products` go. */
  operation_type?: ProductsDirection;
  /** What is imported or returned. */
  products?: SubaccountProducts;
  /** What it may use, by name; in the seed documents only. */
  permissions?: Record<string, boolean>;
}

/** A pricing tier. */
export interface PricingTier {
  /** Its id. */
  pricing_tier_id: string;
}

/** A Stripe subscription that exists already. */
export interface ImportSubscription {
  /** Its id. */
  stripe_subscription_id?: string;
  /** Pricing tier it stands for. */
  synthflow_price_id?: string;
  /** Id of the customer; in the seed documents only. */
  customer_id?: string;
}

/**
 * Where products go.
 *
 * - `import`: From the workspace above to the subaccount.
 * - `return`: From the subaccount back to the workspace above.
 */
export type ProductsDirection =
  /** From the workspace above to the subaccount. */
  | "import"
  /** From the subaccount back to the workspace above. */
  | "return";

/** What is imported into a subaccount or returned from it. */
export interface SubaccountProducts {
  /** Phone numbers. */
  phone_numbers?: Array<SubaccountPhoneNumber>;
}

/** A phone number to import or return: an object, or the number itself as the seed documents have it. */
export type SubaccountPhoneNumber = SubaccountPhoneNumberObject | string;

/** A phone number to import or return. */
export interface SubaccountPhoneNumberObject {
  /** The number, in E.164 form. */
  number?: string;
}

/** Answer of `subaccounts.update`. */
export interface SubaccountUpdated {
  /** Its id. */
  subaccount_id?: string;
  /** Its key. A secret. */
  api_key?: string | null;
  /** Email address of the invited user. */
  user_email?: string | null;
  /** Link the invited user signs in with, once. A secret. */
  sign_in_link?: string | null;
  /** Name; in the seed documents. */
  subaccount_name?: string | null;
  /** Email address of the invited user; in the seed documents. */
  invite_user_email?: string | null;
  /** What it may use, by name; in the seed documents. */
  permissions?: Record<string, boolean> | null;
  /** Whether Twilio could be reached; in the seed documents. */
  twilio_connected_successfully?: boolean | null;
  /** Most calls at once; in the seed documents. */
  concurrency?: number | null;
}

/** Body of `contacts.create`. */
export interface CreateContact {
  /** Name. */
  name: string;
  /** Phone number; E.164 is best. */
  phone_number: string;
  /** Email address. */
  email?: string;
  /** What else is known. */
  contact_metadata?: ContactMetadata;
}

/** What else is known of a contact: fields of your own. */
export interface ContactMetadata {
  /** Company. */
  company?: string | null;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Answer of `contacts.create`. */
export interface ContactCreated {
  /** Id of the contact. */
  id?: string;
}

/** Query of `contacts.list`. */
export interface ListContacts {
  /** The phone number, or a part of it. */
  search?: string;
  /** Number of the page, from 1. The answer is paged; the reference does not name it. */
  page_number?: number;
  /** Contacts per page. The answer is paged; the reference does not name it. */
  page_size?: number;
}

/** A contact. */
export interface Contact {
  /** Its id. */
  id?: string;
  /** Name. */
  name?: string | null;
  /** Phone number. */
  phone_number?: string | null;
  /** Email address. */
  email?: string | null;
  /** What else is known. */
  contact_metadata?: ContactMetadata | null;
  /** Workspace. */
  workspace_id?: string;
  /** When it was added, ISO 8601. */
  created_at?: string;
  /** When it was last changed, ISO 8601. */
  updated_at?: string;
  /** Memory stores it is attached to. */
  memory_store_ids?: Array<unknown> | null;
}

/** Body of `contacts.update`: only the fields that are given change. */
export interface UpdateContact {
  /** Name. */
  name?: string;
  /** Phone number; E.164 is best. */
  phone_number?: string;
  /** Email address. */
  email?: string;
  /** What else is known. */
  contact_metadata?: ContactMetadata;
}

/** Body of `memoryStores.create`. */
export interface CreateMemoryStore {
  /** Name. */
  title?: string;
  /** What it is for. */
  description?: string;
}

/** A memory store. What is answered when it is created and when it is read is not the same. */
export interface MemoryStore {
  /** Its id. */
  id?: string;
  /** Name. */
  title?: string | null;
  /** What it is for, in `memoryStores.create`. */
  description?: string | null;
  /** Workspace. */
  workspace_id?: string;
  /** How many contacts it has, in `memoryStores.create`. */
  number_of_contacts?: number | null;
  /** How many agents it has, in `memoryStores.create`. */
  number_of_agents?: number | null;
  /** When it was created, ISO 8601. */
  created_at?: string;
  /** When it was last changed, ISO 8601. */
  updated_at?: string;
  /** Its contacts, in `memoryStores.get` and `memoryStores.list`. */
  contact_ids?: Array<unknown> | null;
}

/** Query of `memoryStores.list`. */
export interface ListMemoryStores {
  /** Part of the name. */
  search?: string;
  /** Number of the page, from 1. The answer is paged; the reference does not name it. */
  page_number?: number;
  /** Memory stores per page. The answer is paged; the reference does not name it. */
  page_size?: number;
}

/** Body of `memoryStores.update`: only the fields that are given change. */
export interface UpdateMemoryStore {
  /** Name. */
  title?: string;
  /** What it is for. */
  description?: string;
}

/** Answer of `memoryStores.update`. */
export interface MemoryStoreUpdated {
  /** Its id. */
  id?: string;
}

/** What a memory store remembers of a contact. */
export interface ContactMemory {
  /** The memory store. */
  memory_store_id?: string;
  /** Its name. */
  memory_store_title?: string | null;
  /** What is remembered. */
  memory?: string | null;
  /** When it was first written, ISO 8601. */
  created_at?: string;
  /** When it was last written, ISO 8601. */
  updated_at?: string;
}

/** Query of `webhookLogs.list`. */
export interface ListWebhookLogs {
  /** The workspace. */
  workspace_id: string;
  /** Number of the page, from 1. */
  page_number?: number;
  /** Logs per page. */
  page_size?: number;
  /** Text to search for. */
  search?: string;
  /** Kind. */
  webhook_type?: WebhookType;
  /** Result. */
  status?: WebhookStatus;
  /** Verb. */
  http_method?: WebhookVerb;
  /** Sent from this time on, ISO 8601. */
  from_date?: string;
  /** Sent up to this time, ISO 8601. */
  to_date?: string;
  /** The agent. */
  assistant_id?: string;
  /** The call. */
  call_id?: string;
}

/**
 * Kind of a webhook.
 *
 * - `external_webhook`: After a call: `external_webhook_url`.
 * - `inbound_webhook`: When a call comes in: `inbound_call_webhook_url`.
 * - `custom_action`: A custom action.
 */
export type WebhookType =
  /** After a call: `external_webhook_url`. */
  | "external_webhook"
  /** When a call comes in: `inbound_call_webhook_url`. */
  | "inbound_webhook"
  /** A custom action. */
  | "custom_action";

/**
 * Result of a webhook.
 *
 * - `pending`: There is no answer yet.
 * - `success`: Your URL answered well.
 * - `failed`: Your URL did not, or could not be reached.
 */
export type WebhookStatus =
  /** There is no answer yet. */
  | "pending"
  /** Your URL answered well. */
  | "success"
  /** Your URL did not, or could not be reached. */
  | "failed";

/**
 * Verb of a webhook.
 *
 * - `get`: GET.
 * - `post`: POST.
 * - `put`: PUT.
 * - `patch`: PATCH.
 * - `delete`: DELETE.
 */
export type WebhookVerb =
  /** GET. */
  | "get"
  /** POST. */
  | "post"
  /** PUT. */
  | "put"
  /** PATCH. */
  | "patch"
  /** DELETE. */
  | "delete";

/** A webhook log, in short. */
export interface WebhookLogListItem {
  /** When it was sent, ISO 8601. */
  request_timestamp: string;
  /** Its id. */
  webhook_log_id: string;
  /** The agent. */
  model_id: string;
  /** Result. */
  status: WebhookStatus;
  /** Where it was sent. */
  webhook_url?: string;
  /** Status your URL answered with. */
  response_status_code?: number | null;
  /** Verb. */
  http_method?: string;
}

/** Query of `webhookLogs.get`. */
export interface GetWebhookLog {
  /** The workspace. */
  workspace_id: string;
}

/** A webhook log. */
export interface WebhookLog {
  /** Its id. */
  webhook_log_id: string;
  /** Kind. */
  webhook_type: WebhookType;
  /** Where it was sent. */
  webhook_url: string;
  /** The call. */
  call_id: string;
  /** The agent. */
  model_id?: string | null;
  /** The workspace. */
  workspace_id?: string | null;
  /** The action, where it is one. */
  action_id?: string | null;
  /** When it was sent, ISO 8601. */
  request_timestamp: string;
  /** Which attempt it was, from 1. */
  attempt_number: number;
  /** Headers that were sent. */
  request_headers: Record<string, unknown>;
  /** Body that was sent. */
  request_payload: Record<string, unknown>;
  /** When the answer came, ISO 8601. */
  response_timestamp?: string | null;
  /** Status of the answer. */
  response_status_code?: number | null;
  /** Body of the answer. */
  response_payload?: Record<string, unknown> | null;
  /** Headers of the answer. */
  response_headers?: Record<string, unknown> | null;
  /** How long it took, in milliseconds. */
  duration_ms?: number | null;
  /** Result. */
  status: WebhookStatus;
  /** What went wrong. */
  error_message?: string | null;
  /** Who sent it: `user_agent`, `x_forwarded_for`, `x_real_ip`. */
  request_origin?: Record<string, unknown> | null;
  /** Where in the flow: `stage`, `stage_name`, and sometimes `node`, `node_name`. */
  flow_location?: Record<string, unknown> | null;
  /** Query that was sent. */
  request_query_params?: Record<string, unknown> | null;
  /** Milliseconds until the first byte of the answer. */
  response_ttfb_ms?: number | null;
  /** Size of the answer in bytes, headers included. */
  response_size_total?: number | null;
  /** Size of the answer's body in bytes. */
  response_size_body?: number | null;
}

/** Body of `simulations.create` and `simulations.update`; other fields pass. */
export interface LegacySimulationCase {
  /** Name. */
  name?: string | null;
  /** What the simulated caller is like and wants. */
  prompt?: string | null;
  /** Kind. */
  type?: SimulationCaseType | null;
  /** What has to be true afterwards. */
  success_criteria?: Array<string> | null;
  /** How many of these. */
  call_success_type?: CallSuccessType | null;
  /** The suite it belongs to. */
  suite_id?: string | null;
  /** The agent that plays the caller. */
  base_agent_id?: string | null;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/**
 * Kind of a case.
 *
 * - `custom`: The caller is described by a prompt.
 * - `agent_based`: The caller is played by an agent.
 */
export type SimulationCaseType =
  /** The caller is described by a prompt. */
  | "custom"
  /** The caller is played by an agent. */
  | "agent_based";

/**
 * How many criteria have to be met.
 *
 * - `all`: All of them.
 * - `any`: One of them.
 */
export type CallSuccessType =
  /** All of them. */
  | "all"
  /** One of them. */
  | "any";

/** A case. */
export interface SimulationCase {
  /** Its id. */
  simulation_case_id?: string;
  /** Workspace. */
  workspace_id?: string;
  /** The suite it belongs to. */
  suite_id?: string | null;
  /** Name. */
  name?: string;
  /** What the simulated caller is like and wants. */
  prompt?: string;
  /** Kind. */
  type?: SimulationCaseType;
  /** What has to be true afterwards. */
  success_criteria?: Array<string>;
  /** How many of these. */
  call_success_type?: CallSuccessType;
  /** The agent that plays the caller. */
  base_agent?: SimulationBaseAgent | null;
  /** When it was created, ISO 8601. */
  created_at?: string;
  /** When it was last changed, ISO 8601. */
  updated_at?: string;
}

/** An agent that plays the caller. */
export interface SimulationBaseAgent {
  /** Its id. */
  model_id?: string;
  /** Name. */
  agent_name?: string;
  /** How people reach it. */
  agent_type?: string;
  /** Kind of its voice. */
  voice_engine_type?: string;
  /** Its phone number. */
  phone_number?: string | null;
  /** When it was last changed, ISO 8601. */
  updated_at?: string;
  /** URL of its picture. */
  image_url?: string | null;
}

/** Query of the lists; other fields pass. */
export interface LegacyListSimulations {
  /** Number of the page, from 1. */
  page_number?: number;
  /** Items per page. */
  page_size?: number;
  /** Part of the name. */
  search?: string;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Body of `simulations.generate`; other fields pass. */
export interface LegacyGenerateSimulations {
  /** The agent. */
  agent_id?: string;
  /** The suite they belong to. */
  suite_id?: string;
  /** What is to be tested. */
  include_tests?: Array<SimulationTest>;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/**
 * What a generated case tests.
 *
 * - `csat_score`: How content the caller is.
 * - `accuracy_of_responses`: Whether answers are right.
 * - `script_compliance`: Whether the agent keeps to its script.
 * - `angry_user`: An angry caller.
 * - `repetitive_phrases`: Whether the agent repeats itself.
 * - `conversational_naturalness`: Whether the conversation sounds natural.
 * - `task_completion`: Whether the caller gets what is wanted.
 */
export type SimulationTest =
  /** How content the caller is. */
  | "csat_score"
  /** Whether answers are right. */
  | "accuracy_of_responses"
  /** Whether the agent keeps to its script. */
  | "script_compliance"
  /** An angry caller. */
  | "angry_user"
  /** Whether the agent repeats itself. */
  | "repetitive_phrases"
  /** Whether the conversation sounds natural. */
  | "conversational_naturalness"
  /** Whether the caller gets what is wanted. */
  | "task_completion";

/** Body of `simulations.start`; other fields pass. */
export interface LegacyStartSimulation {
  /** The case. */
  simulation_case_id?: string;
  /** The session it belongs to. */
  simulation_session_id?: string | null;
  /** The agent that is tried. */
  target_agent_id?: string;
  /** Variables for its prompt. */
  custom_variables?: Record<string, unknown>;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** A run. */
export interface SimulationRun {
  /** Its id. */
  simulation_id?: string;
  /** The session it belongs to. */
  simulation_session_id?: string;
  /** The case. */
  simulation_case_id?: string;
  /** Name of the case. */
  simulation_case_name?: string | null;
  /** What the simulated caller is like and wants. */
  simulation_case_prompt?: string | null;
  /** What has to be true afterwards. */
  success_criteria?: Array<string> | null;
  /** How many of these. */
  call_success_type?: CallSuccessType | null;
  /** The agent that plays the caller. */
  persona_agent_id?: string | null;
  /** Number of the caller. */
  persona_phone_number?: string | null;
  /** The agent that is tried. */
  target_agent_id?: string;
  /** Its name. */
  agent_name?: string | null;
  /** URL of its picture. */
  agent_avatar_url?: string | null;
  /** Its number. */
  target_phone_number?: string | null;
  /** The call: see `calls.get`. */
  target_call_id?: string | null;
  /** Variables for its prompt. */
  custom_variables?: Record<string, unknown> | null;
  /** State. */
  status?: SimulationStatus;
  /** Workspace. */
  workspace_id?: string;
  /** When it was created, ISO 8601. */
  created_at?: string;
  /** When it was last changed, ISO 8601. */
  updated_at?: string;
  /** What went wrong. */
  error_info?: SimulationError | null;
  /** Where the recording is. */
  recording_url?: string | null;
  /** What was said and done. */
  timeline?: Array<SimulationTimelineItem> | null;
  /** How it was judged. */
  success_criteria_analysis?: SimulationAnalysis | null;
}

/**
 * State of a run.
 *
 * - `in-progress`: It goes on.
 * - `completed`: It is over.
 * - `failed`: It failed.
 */
export type SimulationStatus =
  /** It goes on. */
  | "in-progress"
  /** It is over. */
  | "completed"
  /** It failed. */
  | "failed";

/** What went wrong in a run. */
export interface SimulationError {
  /** In words. */
  message: string;
  /** As a number. */
  code: number;
  /** Kind. */
  type: string;
}

/** Something that was said or done in a run. */
export interface SimulationTimelineItem {
  /** Who. */
  sender_type?: string | null;
  /** What. */
  value?: string | null;
  /** Kind. */
  type?: string | null;
  /** When, ISO 8601. */
  timestamp_datetime?: string | null;
  /** When, in seconds since the beginning. */
  timestamp?: SimulationTimestamp | null;
}

/** A time in seconds. */
export type SimulationTimestamp = string | number;

/** How a run was judged. */
export interface SimulationAnalysis {
  /** Whether it went well. */
  success: boolean;
  /** By criterion. */
  evaluations: Array<SimulationEvaluation>;
}

/** How a criterion was judged. */
export interface SimulationEvaluation {
  /** Whether it is met. */
  success: boolean;
  /** Why. */
  reasoning: string;
}

/** A session. */
export interface SimulationRunSession {
  /** Its id. */
  simulation_session_id?: string;
  /** Its runs. */
  simulations?: Array<SimulationRun> | null;
  /** How many there are. */
  total_simulations?: number;
  /** How many are over. */
  completed_simulations?: number;
  /** How many failed. */
  failed_simulations?: number;
  /** How many go on. */
  pending_simulations?: number;
}

/** Body of `simulationCases.create`. */
export interface CreateSimulationCase {
  /** Name. */
  name: string;
  /** What the simulated caller is like and wants. */
  prompt: string;
  /** Kind. */
  type: SimulationCaseType;
  /** What has to be true afterwards. */
  success_criteria: Array<string>;
  /** How many of these. */
  call_success_type: CallSuccessType;
  /** The suite it belongs to; needed by suites of the second version. */
  suite_id?: string;
  /** The agent that plays the caller, where the kind is `agent_based`. */
  base_agent_id?: string | null;
}

/** Query of `simulationCases.list`. */
export interface ListSimulationCases {
  /** Number of the page, from 1. Default 1. */
  page_number?: number;
  /** Cases per page. Default 10. */
  page_size?: number;
  /** Part of the name. */
  search?: string;
  /** Kind. */
  simulation_case_type?: SimulationCaseType;
  /** The suite. */
  suite_id?: string;
}

/** Body of `simulationCases.update`: only the fields that are given change. */
export interface UpdateSimulationCase {
  /** Name. */
  name?: string | null;
  /** What the simulated caller is like and wants. */
  prompt?: string | null;
  /** What has to be true afterwards. */
  success_criteria?: Array<string> | null;
  /** How many of these. */
  call_success_type?: CallSuccessType | null;
  /** The suite it belongs to. */
  suite_id?: string | null;
}

/** Query of `simulationCases.listByAgent`. */
export interface ListSimulationCasesByAgent {
  /** The agent. */
  agent_id: string;
}

/** Body of `simulationCases.generate`. */
export interface GenerateSimulationCases {
  /** The agent. */
  agent_id: string;
  /** The suite they belong to. */
  suite_id?: string;
  /** What is to be tested. */
  include_tests: Array<SimulationTest>;
}

/** Body of `simulationScenarios.create`. */
export interface CreateSimulationScenario {
  /** Name. */
  name: string;
  /** The situation. */
  description: string;
}

/** A scenario. */
export interface SimulationScenario {
  /** Its id. */
  id?: string;
  /** Name. */
  name?: string;
  /** The situation. */
  description?: string;
  /** Workspace. */
  workspace_id?: string;
  /** When it was created, ISO 8601. */
  created_at?: string;
  /** When it was last changed, ISO 8601. */
  updated_at?: string;
}

/** Query of `simulationScenarios.list`. */
export interface ListSimulationScenarios {
  /** Number of the page, from 1. Default 1. */
  page_number?: number;
  /** Scenarios per page. Default 10. */
  page_size?: number;
  /** Part of the name. */
  search?: string;
  /** Created from this time on, ISO 8601. */
  start_date?: string;
  /** Created up to this time, ISO 8601. */
  end_date?: string;
}

/** Body of `simulationScenarios.update`: only the fields that are given change. */
export interface UpdateSimulationScenario {
  /** Name. */
  name?: string | null;
  /** The situation. */
  description?: string | null;
}

/** Body of `simulationSuites.create`. */
export interface CreateSimulationSuite {
  /** Name. */
  name: string;
  /** The agent it is for. */
  model_id: string;
  /** Language. Default `en-US`. */
  language?: SimulationLanguage;
}

/**
 * Language of a simulation: a code such as `en-US`.
 *
 * - `en-US`: English of the United States.
 * - `multi` is no longer accepted: use `one language, such as en-US`.
 */
export type SimulationLanguage =
  /** English of the United States. */
  | "en-US"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** A suite. */
export interface SimulationSuite {
  /** Its id. */
  id?: string;
  /** Name. */
  name?: string;
  /** The agent it is for. */
  model_id?: string;
  /** Workspace. */
  workspace_id?: string;
  /** Language. */
  language?: string;
  /** Its cases. */
  cases?: Array<SimulationCase> | null;
  /** The agent it is for, in short. */
  agent?: SimulationAgent | null;
  /** When it was created, ISO 8601. */
  created_at?: string;
  /** When it was last changed, ISO 8601. */
  updated_at?: string;
}

/** An agent, in short. */
export interface SimulationAgent {
  /** Its id. */
  id?: string;
  /** Name. */
  name?: string;
  /** URL of its picture. */
  avatar?: string | null;
}

/** Query of `simulationSuites.list`. */
export interface ListSimulationSuites {
  /** Number of the page, from 1. Default 1. */
  page_number?: number;
  /** Suites per page. Default 10. */
  page_size?: number;
  /** Part of the name. */
  search?: string;
  /** The agents. */
  model_ids?: Array<string>;
  /** Created from this time on, ISO 8601. */
  start_date?: string;
  /** Created up to this time, ISO 8601. */
  end_date?: string;
}

/** A suite, as the list has it. */
export interface SimulationSuiteListItem {
  /** Its id. */
  id: string;
  /** Name. */
  name: string;
  /** The agent it is for. */
  model_id: string;
  /** Workspace. */
  workspace_id: string;
  /** Language. */
  language?: string;
  /** When it was created, ISO 8601. */
  created_at?: string;
  /** When it was last changed, ISO 8601. */
  updated_at?: string;
  /** Its cases, in short. */
  case_summaries?: Array<SimulationCaseSummary>;
  /** The agent it is for, in short. */
  agent?: SimulationAgent | null;
}

/** A case, in short. */
export interface SimulationCaseSummary {
  /** Its id. */
  simulation_case_id: string;
  /** Name. */
  name: string;
}

/** Body of `simulationSuites.update`: only the fields that are given change. */
export interface UpdateSimulationSuite {
  /** Name. */
  name?: string | null;
  /** The agent it is for. */
  model_id?: string | null;
}

/** Query of `simulationSuites.execute`. */
export interface ExecuteSimulationSuite {
  /** The agent: the `model_id` of the suite. */
  target_agent_id: string;
  /**
   * Most turns of a conversation. Default 20.
   * From 10 to 50.
   */
  max_turns?: number;
}

/** Answer of `simulationSuites.execute`. */
export interface SimulationSuiteExecuted {
  /** The session: see `simulationRuns.sessions.get`. */
  session_id?: string;
  /** The suite. */
  suite_id?: string;
  /** Its name. */
  suite_name?: string;
  /** How many cases run. */
  total_cases?: number;
  /** Such as `started`. */
  status?: string;
}

/** Body of `simulationRuns.start`. */
export interface StartSimulationRun {
  /** The case. */
  simulation_case_id: string;
  /** The session it belongs to; left out, a new one. */
  simulation_session_id?: string | null;
  /** The agent that is tried. */
  target_agent_id: string;
  /** Variables for its prompt. */
  custom_variables?: Record<string, unknown>;
}

/** Query of `simulationRuns.list`. */
export interface ListSimulationRuns {
  /** Number of the page, from 1. Default 1. */
  page_number?: number;
  /** Runs per page. Default 10. */
  page_size?: number;
  /** The session. */
  simulation_session_id?: string;
  /** State. */
  status?: SimulationStatus;
  /** Created from this time on, ISO 8601. */
  start_date?: string;
  /** Created up to this time, ISO 8601. */
  end_date?: string;
  /** The agent that is tried. */
  target_agent_id?: string;
}

/** Query of `simulationRuns.sessions.list`. */
export interface ListSimulationRunSessions {
  /** Number of the page, from 1. Default 1. */
  page_number?: number;
  /** Sessions per page. Default 10. */
  page_size?: number;
  /** The agent that is tried. */
  target_agent_id?: string;
  /** Created from this time on, ISO 8601. */
  start_date?: string;
  /** Created up to this time, ISO 8601. */
  end_date?: string;
}

/** Query of `chats.list`. */
export interface ListChats {
  /** The agent. */
  agent_id?: string;
  /** Chats per page. Default 10. */
  limit?: number;
  /** Where the page begins: `next_cursor` of the page before. */
  cursor?: string;
}

/** A chat, in short. */
export interface ChatListItem {
  /** Its id. */
  chat_id: string;
  /** Its state. */
  chat_status: ChatStatus;
  /** When it began, ISO 8601. */
  start_timestamp: string;
}

/**
 * State of a chat.
 *
 * - `ongoing`: It goes on.
 * - `completed`: It is over.
 * - `cancelled`: It was cancelled.
 */
export type ChatStatus =
  /** It goes on. */
  | "ongoing"
  /** It is over. */
  | "completed"
  /** It was cancelled. */
  | "cancelled"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Body of `chats.create`. */
export interface CreateChat {
  /** The chat agent. */
  model_id: string;
  /** What you want to note of it. */
  metadata?: Record<string, unknown>;
}

/** A chat. */
export interface Chat {
  /** Its id. */
  chat_id: string;
  /** Its state. */
  chat_status: ChatStatus;
  /** What was written. */
  conversation_history: Array<ChatMessage>;
  /** What the agent wrote first. */
  initial_message?: ChatFirstMessage | null;
  /** When it began, ISO 8601. */
  start_timestamp: string;
  /** What was written, as one text. */
  transcript: string;
  /** What went on in the flow, by agent. */
  fsm_log?: Record<string, ChatFlowLog> | null;
}

/** A message of a chat. */
export interface ChatMessage {
  /** The agent, or `user`. */
  agent_id: string;
  /** State of the flow. */
  current_state: string;
  /** What was written. */
  message: string;
  /** When, ISO 8601. */
  timestamp: string;
  /** Which turn it was. */
  turn_number: number;
}

/** What an agent wrote first. */
export interface ChatFirstMessage {
  /** What it wrote. */
  agent_message?: string;
  /** State of the flow. */
  current_state?: string;
  /** When, ISO 8601. */
  timestamp?: string;
  /** Which turn it was. */
  turn_number?: number;
}

/** What went on in the flow of an agent. */
export interface ChatFlowLog {
  /** State it is in. */
  current_state: string;
  /** Whose turn it is. */
  current_turn: string;
  /** How many events of each kind there were. */
  event_summary: Record<string, number>;
  /** The events. */
  events: Array<ChatFlowEvent>;
  /** Figures. */
  execution_stats: ChatFlowStats;
  /** What is known of the flow. */
  fsm_metadata: ChatFlowMetadata;
  /** States it went through. */
  state_path?: Array<string>;
  /** Its variables, by name. */
  variables: Record<string, ChatFlowVariable>;
}

/** Something that went on in a flow. */
export interface ChatFlowEvent {
  /** Kind. */
  event_type: ChatFlowEventType;
  /** State it was in. */
  state_id: string;
  /** When, in milliseconds since the epoch. */
  timestamp: number;
  /** What else is known. */
  details: Record<string, unknown>;
}

/**
 * Kind of an event of a flow.
 *
 * - `fsm_started`: The flow began.
 * - `state_executed`: A state was executed.
 * - `utterance_sent`: Something was said.
 * - `state_transition`: The state changed.
 * - `turn_changed`: It is the other's turn.
 * - `user_input`: The user said something.
 * - `command_executed`: A command was executed.
 * - `command_received`: A command came.
 * - `command_failed`: A command failed.
 * - `action_executed`: An action was executed.
 * - `action_failed`: An action failed.
 * - `transition`: A transition.
 * - `error`: Something went wrong.
 */
export type ChatFlowEventType =
  /** The flow began. */
  | "fsm_started"
  /** A state was executed. */
  | "state_executed"
  /** Something was said. */
  | "utterance_sent"
  /** The state changed. */
  | "state_transition"
  /** It is the other's turn. */
  | "turn_changed"
  /** The user said something. */
  | "user_input"
  /** A command was executed. */
  | "command_executed"
  /** A command came. */
  | "command_received"
  /** A command failed. */
  | "command_failed"
  /** An action was executed. */
  | "action_executed"
  /** An action failed. */
  | "action_failed"
  /** A transition. */
  | "transition"
  /** Something went wrong. */
  | "error"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Figures of a flow. */
export interface ChatFlowStats {
  /** Commands that were executed. */
  commands_executed?: number;
  /** Changes of state. */
  state_transitions?: number;
  /** Events. */
  total_events?: number;
}

/** What is known of a flow. */
export interface ChatFlowMetadata {
  /** Name. */
  name?: string;
}

/** A variable of a flow. */
export interface ChatFlowVariable {
  /** What it holds. */
  value?: ChatFlowValue | null;
  /** Whether it was found out. */
  collected?: boolean;
}

/** What a variable of a flow holds. */
export type ChatFlowValue = string | number | boolean | Record<string, unknown>;

/** Body of `chats.sendMessage`. */
export interface SendChatMessage {
  /** What the user writes. */
  message: string;
}

/** Answer of `chats.sendMessage`: what the agent wrote. */
export interface ChatReply {
  /** What it wrote. */
  agent_message: string;
  /** State of the flow. */
  current_state: string;
  /** When, ISO 8601. */
  timestamp: string;
  /** Which turn it was. */
  turn_number: number;
}

/** Body of `chats.createOutbound`. */
export interface CreateOutboundChat {
  /** The chat agent, a UUID. */
  agent_id: string;
  /** How the person is reached. */
  channel: ChatChannel;
  /** Number of the person, in E.164 form. */
  to_number: string;
  /** Number of the sender at Twilio, in E.164 form. */
  from_number: string;
  /** First message. On WhatsApp only within 24 hours after the person last wrote; else give `template`. */
  initial_message?: string;
  /** Template of the first message on WhatsApp. */
  template?: ChatTemplate;
  /** Variables for the prompt. */
  custom_variables?: Record<string, unknown>;
}

/**
 * How a person is reached in writing.
 *
 * - `sms`: Text message.
 * - `whatsapp`: WhatsApp.
 */
export type ChatChannel =
  /** Text message. */
  | "sms"
  /** WhatsApp. */
  | "whatsapp";

/** Template of a WhatsApp message. */
export interface ChatTemplate {
  /** SID of an approved Twilio Content template: `HX…`. */
  content_sid: string;
  /** What its placeholders hold, by their number. */
  variables?: Record<string, unknown>;
}

/** Answer of `chats.createOutbound`. */
export interface OutboundChatCreated {
  /** Id of the conversation. */
  conversation_id: string;
}

/** Answer of `mcp.get`. */
export interface McpConfig {
  /** The servers. */
  servers: Array<McpServer>;
}

/** A server. */
export interface McpServer {
  /** Its id. */
  id: string;
  /** URL, HTTPS, of its SSE endpoint. */
  mcp_url: string;
  /** Whether it is sent headers. */
  has_headers: boolean;
  /** Names of these headers. */
  headers_keys?: Array<string> | null;
}

/** Body of `mcp.set` and `mcp.update`. */
export interface SetMcpConfig {
  /** The servers. */
  servers: Array<SetMcpServer>;
}

/** A server, as it is set. */
export interface SetMcpServer {
  /** Its id; left out for a new one. */
  id?: string;
  /** URL, HTTPS, of its SSE endpoint. */
  mcp_url: string;
  /** Headers it is sent. Left out or null: as they were; `{}`: none. */
  headers?: Record<string, string> | null;
}

/** Query of `mcp.discoverTools`. */
export interface DiscoverMcpTools {
  /** The server; left out, all. */
  config_id?: string;
}

/** Answer of `mcp.discoverTools`. */
export interface McpToolsDiscovered {
  /** The servers. */
  servers: Array<McpServerTools>;
}

/** The tools of a server. */
export interface McpServerTools {
  /** Id of the server. */
  config_id?: string | null;
  /** Name the server gives itself. */
  server_name: string;
  /** Title the server gives itself. */
  server_title?: string | null;
  /** Version of the server. */
  server_version?: string | null;
  /** What the names of its tools begin with. */
  namespace: string;
  /** Its tools. */
  tools: Array<McpTool>;
  /** What went wrong; empty where nothing did. */
  error?: string | null;
}

/** A tool of a server. */
export interface McpTool {
  /** What `mcp.invokeTool` takes. */
  namespaced_tool: string;
  /** Name the server gives it. */
  original_tool_name: string;
  /** What it does. */
  tool_description?: string | null;
  /** What it takes, as JSON Schema. */
  input_schema?: Record<string, unknown> | null;
}

/** Body of `mcp.invokeTool`. */
export interface InvokeMcpTool {
  /** The tool: `{namespace}__{tool name}`, see `mcp.discoverTools`. */
  namespaced_tool: string;
  /** What it is given; see its `input_schema`. */
  arguments?: Record<string, unknown>;
  /** Longest time, in milliseconds. */
  timeout_ms?: number;
}

/** Answer of `mcp.invokeTool`. */
export interface McpToolInvoked {
  /** What the tool answers; empty where it failed. */
  result?: string | null;
  /** Whether it failed. */
  is_error?: boolean | null;
  /** What went wrong. */
  error?: string | null;
}
