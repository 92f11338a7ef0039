// Generated from the declarations in src/resources by `npm run emit`. Do not edit.

/** The resources of a client. */
export interface Resources {
  /** Voice agents, which place and answer calls. The API calls them `assistants`; their id is `model_id`. */
  readonly agents: Agents;
  /** Phone calls: placing, listing and reading them. */
  readonly calls: Calls;
  /** Batch calls: calls to up to 10,000 recipients per request, which Synthflow places over time. Enterprise plan. */
  readonly batchCalls: BatchCalls;
  /**
   * Actions, which an agent performs besides talking: booking, extracting information, transferring the
   * call, sending messages, calling a URL. An action is created once and attached to agents.
   */
  readonly actions: Actions;
  /** Call analytics: volume, duration and results. */
  readonly analytics: Analytics;
  /** Phone numbers of a workspace. A `phone_number_slug` is the number without its `+`. */
  readonly phoneNumbers: PhoneNumbers;
  /** Voices for agents. */
  readonly voices: Voices;
  /** Knowledge bases: documents that agents can look up. Their contents are `sources`. */
  readonly knowledgeBases: KnowledgeBases;
  /** Phone books: numbers an agent may transfer a call to. See `LiveTransferToPhoneBook`. */
  readonly phoneBooks: PhoneBooks;
  /** Subaccounts: workspaces of an agency. */
  readonly subaccounts: Subaccounts;
  /** Contacts: people that agents talk to. */
  readonly contacts: Contacts;
  /** Memory stores: what agents remember about contacts from one call to the next. */
  readonly memoryStores: MemoryStores;
  /** Webhook logs: requests that Synthflow sent to your URLs, with their responses. */
  readonly webhookLogs: WebhookLogs;
  /**
   * Simulations of the legacy API, where `/simulations` are cases. Prefer `simulationCases`,
   * `simulationScenarios`, `simulationSuites` and `simulationRuns`. The legacy reference names no fields:
   * none is required.
   */
  readonly simulations: Simulations;
  /**
   * Simulation cases: test conversations with success criteria. `simulationSuites` group them,
   * `simulationRuns` run them.
   */
  readonly simulationCases: SimulationCases;
  /** Simulation scenarios: situations that cases are generated from. */
  readonly simulationScenarios: SimulationScenarios;
  /** Simulation suites: cases that are run together against one agent. */
  readonly simulationSuites: SimulationSuites;
  /**
   * Simulation runs: executions of cases, with their results. In the legacy API the path `/simulations`
   * belongs to the cases: see `simulations`.
   */
  readonly simulationRuns: SimulationRuns;
  /** Chats: text conversations with a chat agent. */
  readonly chats: Chats;
  /** MCP: Model Context Protocol servers whose tools agents can use. */
  readonly mcp: Mcp;
}

/** The names of all operations, for `check`. */
export type OperationName =
  | "agents.create"
  | "agents.list"
  | "agents.get"
  | "agents.update"
  | "agents.delete"
  | "agents.attachPhoneNumbers"
  | "agents.detachPhoneNumber"
  | "calls.create"
  | "calls.list"
  | "calls.get"
  | "calls.startWebSocketMedia"
  | "calls.getWebSocketMediaBaseUrl"
  | "batchCalls.create"
  | "batchCalls.list"
  | "batchCalls.get"
  | "batchCalls.listTasks"
  | "batchCalls.pause"
  | "batchCalls.resume"
  | "batchCalls.cancel"
  | "actions.create"
  | "actions.list"
  | "actions.get"
  | "actions.update"
  | "actions.delete"
  | "actions.initialize"
  | "actions.attach"
  | "actions.detach"
  | "analytics.export"
  | "phoneNumbers.list"
  | "phoneNumbers.get"
  | "phoneNumbers.update"
  | "phoneNumbers.delete"
  | "phoneNumbers.importCustom"
  | "voices.list"
  | "knowledgeBases.create"
  | "knowledgeBases.list"
  | "knowledgeBases.get"
  | "knowledgeBases.update"
  | "knowledgeBases.delete"
  | "knowledgeBases.attach"
  | "knowledgeBases.detach"
  | "knowledgeBases.sources.list"
  | "knowledgeBases.sources.create"
  | "knowledgeBases.sources.update"
  | "knowledgeBases.sources.delete"
  | "phoneBooks.create"
  | "phoneBooks.list"
  | "phoneBooks.delete"
  | "phoneBooks.entries.create"
  | "phoneBooks.entries.delete"
  | "subaccounts.create"
  | "subaccounts.list"
  | "subaccounts.get"
  | "subaccounts.update"
  | "subaccounts.delete"
  | "contacts.create"
  | "contacts.list"
  | "contacts.get"
  | "contacts.update"
  | "contacts.delete"
  | "memoryStores.create"
  | "memoryStores.list"
  | "memoryStores.get"
  | "memoryStores.update"
  | "memoryStores.delete"
  | "memoryStores.attachAgent"
  | "memoryStores.detachAgent"
  | "memoryStores.attachContact"
  | "memoryStores.detachContact"
  | "memoryStores.getContactMemory"
  | "webhookLogs.list"
  | "webhookLogs.get"
  | "simulations.create"
  | "simulations.list"
  | "simulations.get"
  | "simulations.update"
  | "simulations.delete"
  | "simulations.generate"
  | "simulations.listByAgent"
  | "simulations.start"
  | "simulations.listAll"
  | "simulations.sessions.list"
  | "simulations.sessions.get"
  | "simulationCases.create"
  | "simulationCases.list"
  | "simulationCases.get"
  | "simulationCases.update"
  | "simulationCases.delete"
  | "simulationCases.listByAgent"
  | "simulationCases.generate"
  | "simulationScenarios.create"
  | "simulationScenarios.list"
  | "simulationScenarios.get"
  | "simulationScenarios.update"
  | "simulationScenarios.delete"
  | "simulationSuites.create"
  | "simulationSuites.list"
  | "simulationSuites.get"
  | "simulationSuites.update"
  | "simulationSuites.delete"
  | "simulationSuites.execute"
  | "simulationRuns.start"
  | "simulationRuns.list"
  | "simulationRuns.get"
  | "simulationRuns.sessions.list"
  | "simulationRuns.sessions.get"
  | "chats.list"
  | "chats.create"
  | "chats.get"
  | "chats.delete"
  | "chats.sendMessage"
  | "chats.createOutbound"
  | "mcp.get"
  | "mcp.set"
  | "mcp.update"
  | "mcp.delete"
  | "mcp.discoverTools"
  | "mcp.invokeTool";

/** Voice agents, which place and answer calls. The API calls them `assistants`; their id is `model_id`. */
export interface Agents {
  /**
   * Creates an agent. Settings omitted from `agent` have Synthflow's defaults.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { model_id } = await client.agents.create({
   *   type: "outbound",
   *   name: "Appointment reminders",
   *   agent: {
   *     prompt: "Remind {name} of the appointment on {date}.",
   *     greeting_message: "Hello {name}, this is the clinic.",
   *   },
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/create-assistant
   */
  create(params: CreateAgent, options?: RequestOptions | undefined): APIPromise<AgentSaved>;
  /**
   * Lists the agents of the workspace, 20 per page by default.
   * @example
   * ```ts
   * for await (const agent of client.agents.list()) {
   *   console.log(agent.model_id, agent.name);
   * }
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/list-assistant
   */
  list(params?: ListAgents | undefined, options?: RequestOptions | undefined): PagePromise<Agent>;
  /**
   * Gets an agent.
   * @example
   * ```ts
   * const agent = await client.agents.get("your-agent-id", { include_actions: true });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/get-assistant
   */
  get(model_id: string, params?: GetAgent | undefined, options?: RequestOptions | undefined): APIPromise<Agent>;
  /**
   * Updates an agent. Omitted fields keep their values.
   * Changes are made to a draft; it goes live when it is published in the dashboard.
   * @example
   * ```ts
   * await client.agents.update("your-agent-id", {
   *   agent: { voice_speed: 1.1, patience_level: "high" },
   *   max_duration: { is_enabled: true, duration_seconds: 600 },
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/update-assistant
   */
  update(model_id: string, params: UpdateAgent, options?: RequestOptions | undefined): APIPromise<AgentSaved>;
  /**
   * Deletes an agent.
   * @example
   * ```ts
   * await client.agents.delete("your-agent-id");
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/delete-assistant
   */
  delete(model_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Attaches phone numbers to an outbound agent. Each call can choose one with `from_phone_number`.
   * @example
   * ```ts
   * await client.agents.attachPhoneNumbers("your-agent-id", {
   *   phone_numbers: ["+14155550100", "+14155550101"],
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/attach-phone-numbers-to-assistant
   */
  attachPhoneNumbers(model_id: string, params: AttachPhoneNumbers, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Detaches a phone number from an outbound agent.
   * @see https://docs.synthflow.ai/api-reference/platform-api/agents/detach-phone-number-from-assistant
   */
  detachPhoneNumber(model_id: string, phone_number_slug: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.agents.get("your-id");
   * await client.agents.update("your-id", client.agents.toUpdate(item));
   * ```
   */
  toUpdate(item: Agent): UpdateAgent;
}

/** Phone calls: placing, listing and reading them. */
export interface Calls {
  /**
   * Places a billable phone call immediately. The API can neither schedule nor cancel it.
   * If the response is lost, the error has the outcome `unknown`: the phone may have rung.
   *
   * The API limits call attempts per second (1 on older plans) and concurrent calls. Above the limits it responds with
   * status 429, which had no effect and is retried up to `maxRetries` times; Enterprise plans queue the call instead.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { call_id } = await client.calls.create({
   *   model_id: "your-agent-id",
   *   phone: "+14155550123",
   *   name: "Ada",
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/voice-call
   */
  create(params: CreateCall, options?: RequestOptions | undefined): APIPromise<CallCreated>;
  /**
   * Lists the calls of an agent, 20 per page by default.
   * @example
   * ```ts
   * for await (const call of client.calls.list({ model_id: "your-agent-id", call_status: "completed" })) {
   *   console.log(call.call_id, call.duration);
   * }
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/list-calls
   */
  list(params: ListCalls, options?: RequestOptions | undefined): PagePromise<Call>;
  /**
   * Gets a call, with its status, transcript and results.
   * @example
   * ```ts
   * const { status, transcript } = await client.calls.get("your-call-id");
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/get-phone-call
   */
  get(call_id: string, options?: RequestOptions | undefined): APIPromise<Call>;
  /**
   * Polls a call until it has ended, and resolves to it. Transient failures do not end the wait, nor does
   * a 404 in its first 10 seconds. Rejects with an `APITimeoutError` if the call is still running after
   * `timeout`, which does not end it.
   * @example
   * ```ts
   * const call = await client.calls.wait("your-call-id", {
   *   timeout: 600_000,
   *   onChange: ({ status }) => console.log(status),
   * });
   * ```
   */
  wait(call_id: string, options?: WaitOptions<Call> | undefined): Promise<Call>;
  /**
   * Starts a phone call whose audio is streamed over a WebSocket.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { wsMediaBaseUrl } = await client.calls.getWebSocketMediaBaseUrl();
   * const socket = new WebSocket(wsMediaBaseUrl);
   * const { data } = await new Promise<MessageEvent>((resolve) =>
   *   socket.addEventListener("message", resolve, { once: true }),
   * );
   * const { callId, sid } = await client.calls.startWebSocketMedia({
   *   modelId: "00000000-0000-0000-0000-000000000000",
   *   fromPhoneNumber: "+14155550100",
   *   toPhoneNumber: "+14155550123",
   *   wsMediaServerName: JSON.parse(data)["server-name"],
   * });
   * socket.send(JSON.stringify({ type: "bind", sid }));
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/start-ws-media-call
   */
  startWebSocketMedia(params: StartWebSocketMedia, options?: RequestOptions | undefined): APIPromise<WebSocketMediaStarted>;
  /**
   * Gets the WebSocket base URL of the API key's region. Nothing is started or reserved. Connect to the
   * URL, read the `server_info` message, then call `startWebSocketMedia` with its `server-name` as
   * `wsMediaServerName`.
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/get-ws-media-base-url
   */
  getWebSocketMediaBaseUrl(options?: RequestOptions | undefined): APIPromise<WebSocketMediaBaseUrl>;
}

/** Batch calls: calls to up to 10,000 recipients per request, which Synthflow places over time. Enterprise plan. */
export interface BatchCalls {
  /**
   * Creates a batch, which calls all its recipients, or appends recipients to the batch `batch_call_id`. Without
   * `trigger_timestamp`, dialing starts immediately.
   *
   * A recipient whose `id` is already in the batch is skipped. Set an `id` on every task: appending is then also retried
   * after transient failures, and can be repeated after an error with the outcome `unknown` without calling anyone twice.
   *
   * Retried only if the first attempt definitely had no effect, or if `batch_call_id` is set and every item of `tasks` has an `id`.
   * @example
   * ```ts
   * const { batch_call_id } = await client.batchCalls.create({
   *   name: "Appointment reminders",
   *   model_id: "your-agent-id",
   *   from_phone_number: "+14155550100",
   *   tasks: [{ id: "appointment-1", to_phone_number: "+14155550123", lead_name: "Ada" }],
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/create-batch-call
   */
  create(params: CreateBatchCall, options?: RequestOptions | undefined): APIPromise<BatchCall>;
  /**
   * Lists the batches of the workspace, 20 per page by default.
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/list-batch-calls
   */
  list(params?: ListBatchCalls | undefined, options?: RequestOptions | undefined): PagePromise<BatchCall>;
  /**
   * Gets a batch with its counts.
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/get-batch-call
   */
  get(batch_call_id: string, options?: RequestOptions | undefined): APIPromise<BatchCall>;
  /**
   * Polls a batch until it has ended, and resolves to it. Transient failures do not end the wait, nor does
   * a 404 in its first 10 seconds. Rejects with an `APITimeoutError` if the batch is still running after
   * `timeout`, which does not end it.
   * @example
   * ```ts
   * const batch = await client.batchCalls.wait("your-batch-id", {
   *   timeout: 600_000,
   *   onChange: ({ status }) => console.log(status),
   * });
   * ```
   */
  wait(batch_call_id: string, options?: WaitOptions<BatchCall> | undefined): Promise<BatchCall>;
  /**
   * Lists the recipients of a batch in the order they were added, 20 per page by default. Includes those
   * not yet dialed and those for whom no call could be placed. For the calls, use `calls.list` with `batch_call_id`, once for
   * each agent that calls recipients of the batch.
   * @example
   * ```ts
   * for await (const task of client.batchCalls.listTasks("your-batch-call-id", { status: "failed" })) {
   *   console.log(task.to_phone_number, task.error_message);
   * }
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/list-batch-call-recipients
   */
  listTasks(batch_call_id: string, params?: ListBatchCallTasks | undefined, options?: RequestOptions | undefined): PagePromise<BatchCallTask>;
  /**
   * Pauses a scheduled batch, or one in progress. Calls under way continue.
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/pause-batch-call
   */
  pause(batch_call_id: string, options?: RequestOptions | undefined): APIPromise<BatchCall>;
  /**
   * Resumes a paused batch.
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/resume-batch-call
   */
  resume(batch_call_id: string, options?: RequestOptions | undefined): APIPromise<BatchCall>;
  /**
   * Cancels a batch permanently. Recipients not yet dialed are not called; calls under way continue.
   * @see https://docs.synthflow.ai/api-reference/platform-api/calls/cancel-batch-call
   */
  cancel(batch_call_id: string, options?: RequestOptions | undefined): APIPromise<BatchCall>;
}

/**
 * Actions, which an agent performs besides talking: booking, extracting information, transferring the
 * call, sending messages, calling a URL. An action is created once and attached to agents.
 */
export interface Actions {
  /**
   * Creates an action. It has no effect until it is attached to an agent: see `actions.attach`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { action_id } = await client.actions.create({
   *   SEND_SMS: {
   *     content: "Your appointment is confirmed.",
   *     instructions: "If an appointment was booked.",
   *   },
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/create-action
   */
  create(params: CreateAction, options?: RequestOptions | undefined): APIPromise<ActionCreated>;
  /**
   * Lists the actions of the workspace, 20 per page by default.
   * @example
   * ```ts
   * for await (const action of client.actions.list()) {
   *   console.log(action.action_id, action.action_type);
   * }
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/list-actions
   */
  list(params?: ListActions | undefined, options?: RequestOptions | undefined): PagePromise<Action>;
  /**
   * Gets an action.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/get-action
   */
  get(action_id: string, params?: GetAction | undefined, options?: RequestOptions | undefined): APIPromise<Action>;
  /**
   * Updates an action. Omitted fields keep their values.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/update-action
   */
  update(action_id: string, params: UpdateAction, options?: RequestOptions | undefined): APIPromise<ActionUpdated>;
  /**
   * Deletes an action permanently.
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/delete-action
   */
  delete(action_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Runs a custom action once with the given variables. This sends a request to the action's URL.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * await client.actions.initialize({
   *   action_id: "your-action-id",
   *   variables: [{ key: "name", value: "Ada" }],
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/initialize-action
   */
  initialize(params: InitializeAction, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Attaches actions to an agent: by id in `actions`, or with settings for each in `items`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * await client.actions.attach({
   *   model_id: "your-agent-id",
   *   items: [{ action_id: "your-action-id", attachment_type: "after" }],
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/attach-action
   */
  attach(params: AttachActions, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Detaches actions from an agent.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * await client.actions.detach({
   *   model_id: "your-agent-id",
   *   actions: ["your-action-id"],
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/actions/detach-action
   */
  detach(params: DetachActions, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.actions.get("your-id");
   * await client.actions.update("your-id", client.actions.toUpdate(item));
   * ```
   */
  toUpdate(item: Action): UpdateAction;
}

/** Call analytics: volume, duration and results. */
export interface Analytics {
  /**
   * Exports call analytics for up to 120 days. Default: the last 7 days.
   * @example
   * ```ts
   * const { duration_metrics } = await client.analytics.export({
   *   from_date: "2026-07-01",
   *   to_date: "2026-07-25",
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/analytics/analytics-export
   */
  export(params?: ExportAnalytics | undefined, options?: RequestOptions | undefined): APIPromise<AnalyticsExport>;
}

/** Phone numbers of a workspace. A `phone_number_slug` is the number without its `+`. */
export interface PhoneNumbers {
  /**
   * Lists the phone numbers of a workspace, 20 per page by default.
   * @example
   * ```ts
   * const workspace = "1700000000000x000000000000000000";
   * for await (const { number, is_available } of client.phoneNumbers.list({ workspace })) {
   *   console.log(number, is_available);
   * }
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-numbers/get-numbers
   */
  list(params: ListPhoneNumbers, options?: RequestOptions | undefined): PagePromise<PhoneNumberListItem>;
  /**
   * Gets a phone number.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-numbers/get-phone-number
   */
  get(phone_number_slug: string, params: GetPhoneNumber, options?: RequestOptions | undefined): APIPromise<PhoneNumber>;
  /**
   * Updates a phone number. Changing its SIP settings may require the password again.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-numbers/update-phone-number
   */
  update(phone_number_slug: string, params: UpdatePhoneNumber, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Deletes a phone number and detaches it from its agents. For a number bought through Synthflow, also
   * cancels the monthly subscription.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-numbers/delete-phone-number
   */
  delete(phone_number_slug: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Imports a phone number of a SIP provider. `five9`, `ringcx` and `zoom` need no SIP settings; all
   * others require `termination_uri`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-numbers/create-custom-number
   */
  importCustom(params: ImportPhoneNumber, options?: RequestOptions | undefined): APIPromise<PhoneNumberImported>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.phoneNumbers.get("your-id", { workspace: "your-workspace-id" });
   * await client.phoneNumbers.update("your-id", client.phoneNumbers.toUpdate(item));
   * ```
   */
  toUpdate(item: PhoneNumber): UpdatePhoneNumber;
}

/** Voices for agents. */
export interface Voices {
  /**
   * Lists the voices of a workspace, 50 per page by default.
   * @example
   * ```ts
   * const workspace = "1700000000000x000000000000000000";
   * for await (const voice of client.voices.list({ workspace, search: "anna" })) {
   *   console.log(voice.voice_id, voice.name);
   * }
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/voices/get-voices
   */
  list(params: ListVoices, options?: RequestOptions | undefined): PagePromise<Voice>;
}

/** Knowledge bases: documents that agents can look up. Their contents are `sources`. */
export interface KnowledgeBases {
  /** Sources of a knowledge base: PDF files, texts and web pages. */
  readonly sources: KnowledgeBaseSources;
  /**
   * Creates an empty knowledge base. Add contents with `knowledgeBases.sources.create`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { knowledge_base_id } = await client.knowledgeBases.create({
   *   name: "Opening hours",
   *   rag_use_condition: "The caller asks when a branch is open.",
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/create-knowledge-base
   */
  create(params: CreateKnowledgeBase, options?: RequestOptions | undefined): APIPromise<KnowledgeBaseSaved>;
  /**
   * Lists the knowledge bases of the workspace, 25 per page by default.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/list-knowledge-bases
   */
  list(params?: ListKnowledgeBases | undefined, options?: RequestOptions | undefined): PagePromise<KnowledgeBase>;
  /**
   * Gets a knowledge base.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/get-knowledge-base
   */
  get(id: string, options?: RequestOptions | undefined): APIPromise<KnowledgeBase>;
  /**
   * Updates a knowledge base. Omitted fields keep their values.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/update-knowledge-base
   */
  update(id: string, params: UpdateKnowledgeBase, options?: RequestOptions | undefined): APIPromise<KnowledgeBaseSaved>;
  /**
   * Deletes a knowledge base and its sources.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/delete-knowledge-base
   */
  delete(id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Attaches a knowledge base to an agent.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * await client.knowledgeBases.attach("1700000000000x111111111111111111", {
   *   model_id: "1700000000000x222222222222222222",
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/attach-knowledge-base
   */
  attach(knowledge_base_id: string, params: AttachKnowledgeBase, options?: RequestOptions | undefined): APIPromise<KnowledgeBaseAttached>;
  /**
   * Detaches a knowledge base from an agent.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/detach-knowledge-base
   */
  detach(knowledge_base_id: string, params: DetachKnowledgeBase, options?: RequestOptions | undefined): APIPromise<KnowledgeBaseAttached>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.knowledgeBases.get("your-id");
   * await client.knowledgeBases.update("your-id", client.knowledgeBases.toUpdate(item));
   * ```
   */
  toUpdate(item: KnowledgeBase): UpdateKnowledgeBase;
}

/** Sources of a knowledge base: PDF files, texts and web pages. */
export interface KnowledgeBaseSources {
  /**
   * Lists the sources of a knowledge base, 20 per page by default.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/list-knowledge-base-sources
   */
  list(knowledge_base_id: string, params?: ListKnowledgeBaseSources | undefined, options?: RequestOptions | undefined): PagePromise<KnowledgeBaseSource>;
  /**
   * Adds a source to a knowledge base.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { source_id } = await client.knowledgeBases.sources.create("1700000000000x111111111111111111", {
   *   name: "Branches",
   *   type: "text",
   *   content: "The Main Street branch is open from 9 am to 5 pm.",
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/attach-document-to-source
   */
  create(knowledge_base_id: string, params: CreateKnowledgeBaseSource, options?: RequestOptions | undefined): APIPromise<KnowledgeBaseSourceCreated>;
  /**
   * Updates a source: its name, and its `url` or `content`, depending on its type.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/update-knowledge-base-source
   */
  update(knowledge_base_id: string, source_id: string, params: UpdateKnowledgeBaseSource, options?: RequestOptions | undefined): APIPromise<KnowledgeBaseSourceUpdated>;
  /**
   * Deletes a source.
   * @see https://docs.synthflow.ai/api-reference/platform-api/knowledge-bases/knowledge-base-source-delete
   */
  delete(knowledge_base_id: string, source_id: string, options?: RequestOptions | undefined): APIPromise<KnowledgeBaseSourceDeleted>;
}

/** Phone books: numbers an agent may transfer a call to. See `LiveTransferToPhoneBook`. */
export interface PhoneBooks {
  /** Entries of a phone book. */
  readonly entries: PhoneBookEntries;
  /**
   * Creates an empty phone book. Add numbers with `phoneBooks.entries.create`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { key } = await client.phoneBooks.create({ name: "Departments" });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-books/create-a-phone-book
   */
  create(params: CreatePhoneBook, options?: RequestOptions | undefined): APIPromise<PhoneBookCreated>;
  /**
   * Lists the phone books of the workspace.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-books/list-phone-books
   */
  list(params?: ListPhoneBooks | undefined, options?: RequestOptions | undefined): PagePromise<PhoneBook>;
  /**
   * Deletes a phone book and its entries.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-books/delete-a-phone-book
   */
  delete(phone_book_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
}

/** Entries of a phone book. */
export interface PhoneBookEntries {
  /**
   * Adds an entry to a phone book.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * await client.phoneBooks.entries.create("00000000-0000-4000-8000-000000000007", {
   *   phone_number: "+14155550123",
   *   transfer_condition: "The caller has a question about an invoice.",
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-books/create-a-phone-book-entry
   */
  create(phone_book_id: string, params: CreatePhoneBookEntry, options?: RequestOptions | undefined): APIPromise<PhoneBookEntryCreated>;
  /**
   * Deletes an entry.
   * @see https://docs.synthflow.ai/api-reference/platform-api/phone-books/delete-a-phone-book-entry
   */
  delete(phone_book_id: string, entry_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
}

/** Subaccounts: workspaces of an agency. */
export interface Subaccounts {
  /**
   * Creates a subaccount. The response contains secrets: its API key and, with `user_email`, a sign-in
   * link.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { subaccount_id, api_key } = await client.subaccounts.create({
   *   subaccount_name: "Example Ltd",
   *   concurrency: 5,
   *   grant_permissions: ["inbound", "contacts"],
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/subaccounts/create-subaccount
   */
  create(params: CreateSubaccount, options?: RequestOptions | undefined): APIPromise<SubaccountCreated>;
  /**
   * Lists all subaccounts, without paging.
   * @see https://docs.synthflow.ai/api-reference/platform-api/subaccounts/list-subaccounts
   */
  list(params?: ListSubaccounts | undefined, options?: RequestOptions | undefined): PagePromise<Subaccount>;
  /**
   * Gets a subaccount.
   * @see https://docs.synthflow.ai/api-reference/platform-api/subaccounts/get-subaccount
   */
  get(subaccount_id: string, options?: RequestOptions | undefined): APIPromise<Subaccount>;
  /**
   * Updates a subaccount. Omitted fields keep their values. Can also invite a user, and import phone
   * numbers into the subaccount or return them. It is retried after transient failures: to send an invitation once at most, pass
   * `maxRetries: 0`.
   * @see https://docs.synthflow.ai/api-reference/platform-api/subaccounts/update-subaccount
   */
  update(subaccount_id: string, params: UpdateSubaccount, options?: RequestOptions | undefined): APIPromise<SubaccountUpdated>;
  /**
   * Permanently deletes a subaccount and its data.
   * @see https://docs.synthflow.ai/api-reference/platform-api/subaccounts/delete-subaccount
   */
  delete(subaccount_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.subaccounts.get("your-id");
   * await client.subaccounts.update("your-id", client.subaccounts.toUpdate(item));
   * ```
   */
  toUpdate(item: Subaccount): UpdateSubaccount;
}

/** Contacts: people that agents talk to. */
export interface Contacts {
  /**
   * Creates a contact.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { id } = await client.contacts.create({
   *   name: "Ada",
   *   phone_number: "+14155550123",
   *   contact_metadata: { company: "Example Ltd" },
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/contacts/create-a-contact
   */
  create(params: CreateContact, options?: RequestOptions | undefined): APIPromise<ContactCreated>;
  /**
   * Lists the contacts of the workspace.
   * @example
   * ```ts
   * for await (const contact of client.contacts.list({ search: "+1415555" })) {
   *   console.log(contact.id, contact.name);
   * }
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/contacts/list-contacts
   */
  list(params?: ListContacts | undefined, options?: RequestOptions | undefined): PagePromise<Contact>;
  /**
   * Gets a contact.
   * @see https://docs.synthflow.ai/api-reference/platform-api/contacts/get-a-contact
   */
  get(contact_id: string, options?: RequestOptions | undefined): APIPromise<Contact>;
  /**
   * Updates a contact. Omitted fields keep their values.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * await client.contacts.update("00000000-0000-4000-8000-000000000001", { email: "ada@example.com" });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/contacts/update-a-contact
   */
  update(contact_id: string, params: UpdateContact, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Deletes a contact.
   * @see https://docs.synthflow.ai/api-reference/platform-api/contacts/delete-a-contact
   */
  delete(contact_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.contacts.get("your-id");
   * await client.contacts.update("your-id", client.contacts.toUpdate(item));
   * ```
   */
  toUpdate(item: Contact): UpdateContact;
}

/** Memory stores: what agents remember about contacts from one call to the next. */
export interface MemoryStores {
  /**
   * Creates a memory store.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { id } = await client.memoryStores.create({ title: "Customers" });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/create-a-memory-store
   */
  create(params: CreateMemoryStore, options?: RequestOptions | undefined): APIPromise<MemoryStore>;
  /**
   * Lists the memory stores of the workspace.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/list-memory-stores
   */
  list(params?: ListMemoryStores | undefined, options?: RequestOptions | undefined): PagePromise<MemoryStore>;
  /**
   * Gets a memory store.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/get-a-memory-store
   */
  get(memory_store_id: string, options?: RequestOptions | undefined): APIPromise<MemoryStore>;
  /**
   * Updates a memory store. Omitted fields keep their values.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/update-a-memory-store
   */
  update(memory_store_id: string, params: UpdateMemoryStore, options?: RequestOptions | undefined): APIPromise<MemoryStoreUpdated>;
  /**
   * Deletes a memory store and its contents.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/delete-a-memory-store
   */
  delete(memory_store_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Attaches a memory store to an agent. `assistant_id` is the agent's `model_id`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * await client.memoryStores.attachAgent(
   *   "00000000-0000-4000-8000-000000000002",
   *   "1700000000000x222222222222222222",
   * );
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/attach-a-memory-store-to-an-agent
   */
  attachAgent(memory_store_id: string, assistant_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Detaches a memory store from an agent. `assistant_id` is the agent's `model_id`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/detach-a-memory-store-from-an-agent
   */
  detachAgent(memory_store_id: string, assistant_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Attaches a contact to a memory store, which then remembers its calls.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/attach-a-contact-to-a-memory-store
   */
  attachContact(memory_store_id: string, contact_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Detaches a contact from a memory store.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/detach-a-contact-from-a-memory-store
   */
  detachContact(memory_store_id: string, contact_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Gets what a memory store remembers about a contact.
   * @see https://docs.synthflow.ai/api-reference/platform-api/memory-stores/get-data-for-a-specific-memory-store-and-contact
   */
  getContactMemory(memory_store_id: string, contact_id: string, options?: RequestOptions | undefined): APIPromise<ContactMemory>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.memoryStores.get("your-id");
   * await client.memoryStores.update("your-id", client.memoryStores.toUpdate(item));
   * ```
   */
  toUpdate(item: MemoryStore): UpdateMemoryStore;
}

/** Webhook logs: requests that Synthflow sent to your URLs, with their responses. */
export interface WebhookLogs {
  /**
   * Lists the webhook logs of a workspace, newest first.
   * @example
   * ```ts
   * const failed = client.webhookLogs.list({
   *   workspace_id: "1700000000000x000000000000000000",
   *   status: "failed",
   * });
   * for await (const log of failed) console.log(log.webhook_url, log.response_status_code);
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/webhook-logs/list-webhook-logs
   */
  list(params: ListWebhookLogs, options?: RequestOptions | undefined): PagePromise<WebhookLogListItem>;
  /**
   * Gets a webhook log with its request and response.
   * @see https://docs.synthflow.ai/api-reference/platform-api/webhook-logs/get-webhook-log-detail
   */
  get(webhook_log_id: string, params: GetWebhookLog, options?: RequestOptions | undefined): APIPromise<WebhookLog>;
}

/**
 * Simulations of the legacy API, where `/simulations` are cases. Prefer `simulationCases`,
 * `simulationScenarios`, `simulationSuites` and `simulationRuns`. The legacy reference names no fields:
 * none is required.
 */
export interface Simulations {
  /** Sessions of the legacy API. Prefer `simulationRuns.sessions`. */
  readonly sessions: SimulationSessions;
  /**
   * Creates a case. Legacy API: prefer `simulationCases.create`.
   *
   * Retried only if the first attempt definitely had no effect.
   */
  create(params: LegacySimulationCase, options?: RequestOptions | undefined): APIPromise<SimulationCase>;
  /** Lists cases. Legacy API: prefer `simulationCases.list`. */
  list(params?: LegacyListSimulations | undefined, options?: RequestOptions | undefined): PagePromise<SimulationCase>;
  /** Gets a case. Legacy API: prefer `simulationCases.get`. */
  get(case_id: string, options?: RequestOptions | undefined): APIPromise<SimulationCase>;
  /** Updates a case. Legacy API: prefer `simulationCases.update`. */
  update(case_id: string, params: LegacySimulationCase, options?: RequestOptions | undefined): APIPromise<SimulationCase>;
  /** Deletes a case. Legacy API: prefer `simulationCases.delete`. */
  delete(case_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Generates cases. Legacy API: prefer `simulationCases.generate`.
   *
   * Retried only if the first attempt definitely had no effect.
   */
  generate(params: LegacyGenerateSimulations, options?: RequestOptions | undefined): StreamPromise<Record<string, unknown>>;
  /** Lists the cases of an agent. Legacy API: prefer `simulationCases.listByAgent`. */
  listByAgent(agent_id: string, params?: LegacyListSimulations | undefined, options?: RequestOptions | undefined): PagePromise<SimulationCase>;
  /**
   * Runs a case. Runs are billed. Legacy API: prefer `simulationRuns.start`.
   *
   * Retried only if the first attempt definitely had no effect.
   */
  start(params: LegacyStartSimulation, options?: RequestOptions | undefined): APIPromise<SimulationRun>;
  /** Lists all simulations. Legacy API: prefer `simulationRuns.list`. */
  listAll(params?: LegacyListSimulations | undefined, options?: RequestOptions | undefined): PagePromise<SimulationRun>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.simulations.get("your-id");
   * await client.simulations.update("your-id", client.simulations.toUpdate(item));
   * ```
   */
  toUpdate(item: SimulationCase): LegacySimulationCase;
}

/** Sessions of the legacy API. Prefer `simulationRuns.sessions`. */
export interface SimulationSessions {
  /** Lists sessions. Legacy API: prefer `simulationRuns.sessions.list`. */
  list(params?: LegacyListSimulations | undefined, options?: RequestOptions | undefined): PagePromise<SimulationRunSession>;
  /** Gets a session. Legacy API: prefer `simulationRuns.sessions.get`. */
  get(session_id: string, options?: RequestOptions | undefined): APIPromise<SimulationRunSession>;
}

/**
 * Simulation cases: test conversations with success criteria. `simulationSuites` group them,
 * `simulationRuns` run them.
 */
export interface SimulationCases {
  /**
   * Creates a case.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { simulation_case_id } = await client.simulationCases.create({
   *   name: "Reschedules an appointment",
   *   type: "custom",
   *   prompt: "You want to move your appointment from Monday to Tuesday.",
   *   success_criteria: ["The agent confirms an appointment on Tuesday."],
   *   call_success_type: "all",
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/create-simulation-case
   */
  create(params: CreateSimulationCase, options?: RequestOptions | undefined): APIPromise<SimulationCase>;
  /**
   * Lists cases, 10 per page by default.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulation-cases
   */
  list(params?: ListSimulationCases | undefined, options?: RequestOptions | undefined): PagePromise<SimulationCase>;
  /**
   * Gets a case.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/get-simulation-case
   */
  get(simulation_case_id: string, options?: RequestOptions | undefined): APIPromise<SimulationCase>;
  /**
   * Updates a case. Omitted fields keep their values.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/update-simulation-case
   */
  update(simulation_case_id: string, params: UpdateSimulationCase, options?: RequestOptions | undefined): APIPromise<SimulationCase>;
  /**
   * Deletes a case.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/delete-simulation-case
   */
  delete(simulation_case_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Lists all cases of an agent, without paging.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulation-cases-by-agent
   */
  listByAgent(params: ListSimulationCasesByAgent, options?: RequestOptions | undefined): PagePromise<SimulationCase>;
  /**
   * Generates cases for an agent. The response is streamed as NDJSON: progress first, the cases last.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/generate-simulation-cases
   */
  generate(params: GenerateSimulationCases, options?: RequestOptions | undefined): StreamPromise<Record<string, unknown>>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.simulationCases.get("your-id");
   * await client.simulationCases.update("your-id", client.simulationCases.toUpdate(item));
   * ```
   */
  toUpdate(item: SimulationCase): UpdateSimulationCase;
}

/** Simulation scenarios: situations that cases are generated from. */
export interface SimulationScenarios {
  /**
   * Creates a scenario.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/create-simulation-scenario
   */
  create(params: CreateSimulationScenario, options?: RequestOptions | undefined): APIPromise<SimulationScenario>;
  /**
   * Lists scenarios, 10 per page by default.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulation-scenarios
   */
  list(params?: ListSimulationScenarios | undefined, options?: RequestOptions | undefined): PagePromise<SimulationScenario>;
  /**
   * Gets a scenario.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/get-simulation-scenario
   */
  get(scenario_id: string, options?: RequestOptions | undefined): APIPromise<SimulationScenario>;
  /**
   * Updates a scenario. Omitted fields keep their values.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/update-simulation-scenario
   */
  update(scenario_id: string, params: UpdateSimulationScenario, options?: RequestOptions | undefined): APIPromise<SimulationScenario>;
  /**
   * Deletes a scenario.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/delete-simulation-scenario
   */
  delete(scenario_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.simulationScenarios.get("your-id");
   * await client.simulationScenarios.update("your-id", client.simulationScenarios.toUpdate(item));
   * ```
   */
  toUpdate(item: SimulationScenario): UpdateSimulationScenario;
}

/** Simulation suites: cases that are run together against one agent. */
export interface SimulationSuites {
  /**
   * Creates a suite. It can only be run against the agent it was created for.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const suite = await client.simulationSuites.create({
   *   name: "Appointments",
   *   model_id: "1700000000000x222222222222222222",
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/create-simulation-suite
   */
  create(params: CreateSimulationSuite, options?: RequestOptions | undefined): APIPromise<SimulationSuite>;
  /**
   * Lists suites, 10 per page by default.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulation-suites
   */
  list(params?: ListSimulationSuites | undefined, options?: RequestOptions | undefined): PagePromise<SimulationSuiteListItem>;
  /**
   * Gets a suite with its cases.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/get-simulation-suite
   */
  get(suite_id: string, options?: RequestOptions | undefined): APIPromise<SimulationSuite>;
  /**
   * Updates a suite. Omitted fields keep their values.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/update-simulation-suite
   */
  update(suite_id: string, params: UpdateSimulationSuite, options?: RequestOptions | undefined): APIPromise<SimulationSuite>;
  /**
   * Deletes a suite.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/delete-simulation-suite
   */
  delete(suite_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Runs all cases of a suite. Runs are billed. Get their results with `simulationRuns.sessions.get`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { session_id } = await client.simulationSuites.execute("00000000-0000-4000-8000-000000000003", {
   *   target_agent_id: "1700000000000x222222222222222222",
   *   max_turns: 15,
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/execute-simulation-suite
   */
  execute(suite_id: string, params: ExecuteSimulationSuite, options?: RequestOptions | undefined): APIPromise<SimulationSuiteExecuted>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.simulationSuites.get("your-id");
   * await client.simulationSuites.update("your-id", client.simulationSuites.toUpdate(item));
   * ```
   */
  toUpdate(item: SimulationSuite): UpdateSimulationSuite;
}

/**
 * Simulation runs: executions of cases, with their results. In the legacy API the path `/simulations`
 * belongs to the cases: see `simulations`.
 */
export interface SimulationRuns {
  /** Sessions: runs that were started together. */
  readonly sessions: SimulationRunSessions;
  /**
   * Runs a case against an agent. Runs are billed.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { simulation_id } = await client.simulationRuns.start({
   *   simulation_case_id: "00000000-0000-4000-8000-000000000004",
   *   target_agent_id: "00000000-0000-4000-8000-000000000005",
   * });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/start-simulation
   */
  start(params: StartSimulationRun, options?: RequestOptions | undefined): APIPromise<SimulationRun>;
  /**
   * Lists runs, 10 per page by default.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulations
   */
  list(params?: ListSimulationRuns | undefined, options?: RequestOptions | undefined): PagePromise<SimulationRun>;
  /**
   * Gets a run.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/get-simulation
   */
  get(simulation_id: string, options?: RequestOptions | undefined): APIPromise<SimulationRun>;
  /**
   * Polls a simulation until it has ended, and resolves to it. Transient failures do not end the wait, nor does
   * a 404 in its first 10 seconds. Rejects with an `APITimeoutError` if the simulation is still running after
   * `timeout`, which does not end it.
   * @example
   * ```ts
   * const simulation = await client.simulationRuns.wait("your-simulation-id", {
   *   timeout: 600_000,
   *   onChange: ({ status }) => console.log(status),
   * });
   * ```
   */
  wait(simulation_id: string, options?: WaitOptions<SimulationRun> | undefined): Promise<SimulationRun>;
}

/** Sessions: runs that were started together. */
export interface SimulationRunSessions {
  /**
   * Lists sessions, 10 per page by default.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/list-simulation-sessions
   */
  list(params?: ListSimulationRunSessions | undefined, options?: RequestOptions | undefined): PagePromise<SimulationRunSession>;
  /**
   * Gets a session with its runs.
   * @see https://docs.synthflow.ai/api-reference/platform-api/simulations/get-simulation-session
   */
  get(simulation_session_id: string, options?: RequestOptions | undefined): APIPromise<SimulationRunSession>;
  /**
   * Polls a session until it has ended, and resolves to it. Transient failures do not end the wait, nor does
   * a 404 in its first 10 seconds. Rejects with an `APITimeoutError` if the session is still running after
   * `timeout`, which does not end it.
   * @example
   * ```ts
   * const session = await client.simulationRuns.sessions.wait("your-session-id", {
   *   timeout: 600_000,
   *   onChange: ({ pending_simulations }) => console.log(pending_simulations),
   * });
   * ```
   */
  wait(simulation_session_id: string, options?: WaitOptions<SimulationRunSession> | undefined): Promise<SimulationRunSession>;
}

/** Chats: text conversations with a chat agent. */
export interface Chats {
  /**
   * Lists chats, 10 per page by default.
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/list-chats
   */
  list(params?: ListChats | undefined, options?: RequestOptions | undefined): PagePromise<ChatListItem>;
  /**
   * Creates a chat. `chat_id` is a UUID of your choice.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const chat_id = crypto.randomUUID();
   * await client.chats.create(chat_id, { model_id: "1700000000000x222222222222222222" });
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/create-chat
   */
  create(chat_id: string, params: CreateChat, options?: RequestOptions | undefined): APIPromise<Chat>;
  /**
   * Gets a chat with its messages.
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/get-chat
   */
  get(chat_id: string, options?: RequestOptions | undefined): APIPromise<Chat>;
  /**
   * Deletes a chat.
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/delete-chat
   */
  delete(chat_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Sends a message as the user and returns the agent's reply.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const reply = await client.chats.sendMessage("00000000-0000-4000-8000-000000000006", {
   *   message: "Are you open on Sundays?",
   * });
   * console.log(reply.agent_message);
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/send-chat-message
   */
  sendMessage(chat_id: string, params: SendChatMessage, options?: RequestOptions | undefined): APIPromise<ChatReply>;
  /**
   * Starts a chat by sending an SMS or a WhatsApp message. Available to US workspaces only.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/chat/create-outbound-chat
   */
  createOutbound(params: CreateOutboundChat, options?: RequestOptions | undefined): APIPromise<OutboundChatCreated>;
}

/** MCP: Model Context Protocol servers whose tools agents can use. */
export interface Mcp {
  /**
   * Gets the MCP servers of a workspace. Header values are not returned.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp-servers/get-workspace-mcp-config
   */
  get(workspace_id: string, options?: RequestOptions | undefined): APIPromise<McpConfig>;
  /**
   * Adds or updates MCP servers; other servers are kept. Returns the first one of `servers` as saved.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp-servers/set-workspace-mcp-config
   */
  set(workspace_id: string, params: SetMcpConfig, options?: RequestOptions | undefined): APIPromise<McpServer>;
  /**
   * Updates MCP servers. Responds with 404 if the workspace has none: create them with `mcp.set`.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp-servers/update-workspace-mcp-config
   */
  update(workspace_id: string, params: SetMcpConfig, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Deletes all MCP servers of a workspace, including their stored secrets.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp-servers/delete-workspace-mcp-config
   */
  delete(workspace_id: string, options?: RequestOptions | undefined): APIPromise<Confirmation>;
  /**
   * Lists the tools of the MCP servers. A server that could not be queried has an `error`.
   *
   * Retried only if the first attempt definitely had no effect.
   * @example
   * ```ts
   * const { servers } = await client.mcp.discoverTools("1700000000000x000000000000000000");
   * for (const { server_name, error, tools } of servers) console.log(server_name, error || tools.length);
   * ```
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp-servers/discover-mcp-tools
   */
  discoverTools(workspace_id: string, params?: DiscoverMcpTools | undefined, options?: RequestOptions | undefined): APIPromise<McpToolsDiscovered>;
  /**
   * Invokes a tool and returns its result, which can take 15 seconds.
   *
   * Retried only if the first attempt definitely had no effect.
   * @see https://docs.synthflow.ai/api-reference/platform-api/mcp-servers/invoke-mcp-tool
   */
  invokeTool(workspace_id: string, params: InvokeMcpTool, options?: RequestOptions | undefined): APIPromise<McpToolInvoked>;
  /**
   * Creates the params of `update` from a response of `get`: removes what `update` does not accept, also empty texts
   * and the `actions` of an agent. Make changes in what it returns. Sends nothing.
   * @example
   * ```ts
   * const item = await client.mcp.get("your-id");
   * await client.mcp.update("your-id", client.mcp.toUpdate(item));
   * ```
   */
  toUpdate(item: McpConfig): SetMcpConfig;
}

/** Body of `agents.create`. */
export interface CreateAgent {
  /** Type of the agent. It cannot be changed later. */
  type: AgentType;
  /** Name shown in the dashboard. */
  name: string;
  /** Prompt, voice and conversation settings. May be `{}`. */
  agent: AgentSettings;
  /** Description shown in the dashboard. */
  description?: string | undefined;
  /** Phone number attached to the agent. */
  phone_number?: string | undefined;
  /** Post-call webhook URL. It receives the data of each call, including the transcript. */
  external_webhook_url?: string | undefined;
  /** Inbound webhook URL. Its response, due within 10 seconds, can reroute the call or set variables. */
  inbound_call_webhook_url?: string | undefined;
  /** Actions to create with the agent. */
  actions?: Array<InlineAction> | undefined;
  /** Whether calls are recorded. */
  is_recording?: boolean | undefined;
  /** Maximum call duration. */
  max_duration?: MaxDuration | undefined;
  /** Message left on voicemail. Requires `agent.greeting_message_mode` `"human"`. */
  voicemail_message?: VoicemailMessage | undefined;
  /**
   * Conditions for ending the call.
   * @deprecated use agent.end_call_reasons_v2; the API ignores it here
   */
  end_call_reasons?: Array<string> | undefined;
}

/**
 * Type of an agent.
 *
 * - `outbound`: Places calls: see `calls.create`.
 * - `inbound`: Answers calls to its phone number.
 * - `widget`: Talks to visitors of a web page.
 */
export type AgentType =
  /** Places calls: see `calls.create`. */
  | "outbound"
  /** Answers calls to its phone number. */
  | "inbound"
  /** Talks to visitors of a web page. */
  | "widget";

/** Prompt, voice and conversation settings of an agent. */
export interface AgentSettings {
  /** IANA time zone of the agent. Default `Europe/Berlin`. */
  timezone?: string | undefined;
  /** Instructions for the agent. Variables are written in curly brackets. */
  prompt?: string | undefined;
  /** First message. Variables are written in curly brackets. */
  greeting_message?: string | undefined;
  /** Who speaks first. */
  greeting_message_mode?: GreetingMessageMode | undefined;
  /**
   * Maximum wait for the human to speak, in seconds; then the agent starts. For
   * `greeting_message_mode` `"human"`.
   * At least 0.
   */
  greeting_message_human_talk_timeout?: number | undefined;
  /**
   * Language model. Since 2026-08-25 it is ignored without notice on plans other than Enterprise: they use
   * Synthflow's own model.
   */
  llm?: LanguageModel | undefined;
  /** Language the agent speaks. */
  language?: Language | undefined;
  /** Voice id: see `voices.list`. */
  voice_id?: string | undefined;
  /** Speech synthesis model. */
  voice_synthesizer?: VoiceSynthesizer | undefined;
  /** Description of how the voice should sound. */
  voice_prompt?: string | undefined;
  /**
   * Voice stability. Lower is more expressive, higher more even.
   * From 0 to 1.
   */
  voice_stability?: number | undefined;
  /**
   * Similarity to the original voice.
   * From 0 to 1.
   */
  voice_similarity_boost?: number | undefined;
  /**
   * Latency optimization. 0 is off; higher values trade quality for speed.
   * From 0 to 4.
   */
  voice_optimise_streaming_latency?: number | undefined;
  /**
   * Exaggeration of the original voice's style.
   * From 0 to 1.
   */
  voice_style?: number | undefined;
  /** Whether to boost similarity to the original speaker. */
  voice_use_speaker_boost?: boolean | undefined;
  /**
   * Speaking rate. 1 is normal.
   * From 0.7 to 1.2.
   */
  voice_speed?: number | undefined;
  /** Volume. 1 is normal. */
  voice_volume?: number | undefined;
  /** Audio tags for all speech, in square brackets. Requires `voice_synthesizer` `"eleven_v3"`. */
  global_audio_tags?: string | undefined;
  /** Id of the voice used if the primary voice fails. */
  fallback_voice_id?: string | undefined;
  /** Provider of the fallback voice. */
  fallback_provider?: VoiceProvider | undefined;
  /** Speech synthesis model of the fallback voice. */
  fallback_model?: string | undefined;
  /**
   * Silence after which the agent hangs up, in seconds.
   * At least 0.
   */
  allowed_idle_time_seconds?: number | undefined;
  /**
   * Pause before the agent first speaks, in seconds.
   * At least 0.
   */
  initial_pause_seconds?: number | undefined;
  /**
   * Ringing time before the agent answers, in seconds.
   * At least 0.
   */
  ring_pause_seconds?: number | undefined;
  /** How long the agent waits for a pause before responding. */
  patience_level?: PatienceLevel | undefined;
  /**
   * Words the human must say to interrupt the agent.
   * From 0 to 5.
   */
  min_words_to_interrupt?: MinWordsToInterrupt | undefined;
  /**
   * Fade-out of interrupted speech, in frames of 20 ms (5 is 100 ms).
   * At least 0.
   */
  interruption_fade_out?: number | undefined;
  /** Whether the agent sends a reminder when the human is silent. Default `false`. */
  send_user_idle_reminders?: boolean | undefined;
  /**
   * Silence before the reminder, in seconds.
   * At least 0.
   */
  reminder_after_idle_time_seconds?: number | undefined;
  /** Reminder message. */
  reminder_after_idle_message?: string | undefined;
  /** Words the speech recognizer should expect. */
  transcriber_keywords?: Array<string> | undefined;
  /** Speech recognition provider. */
  transcriber_provider?: TranscriberProvider | undefined;
  /** What speech recognition is optimized for. */
  transcriber_speech_recognition?: SpeechRecognition | undefined;
  /** Background noise. */
  background_noise?: BackgroundNoise | undefined;
  /** Noise cancellation for the human's audio. */
  noise_cancellation?: NoiseCancellation | undefined;
  /** Voice isolation strength. Setting it enables voice isolation. */
  suppression_level?: number | undefined;
  /** Whether the agent uses filler words such as "uh". */
  realistic_filler_words?: boolean | undefined;
  /** Words the agent does not speak. */
  synthesizer_filter_words?: Array<string> | undefined;
  /** Whether transcripts are disabled. */
  is_transcript_disabled?: boolean | undefined;
  /** Whether personal data is redacted in transcripts, post-call webhooks and logs. */
  redact_pii?: boolean | undefined;
  /** Whether the human is asked for consent first. */
  is_consent_enabled?: boolean | undefined;
  /** Message that asks for consent. */
  consent_message?: string | undefined;
  /** Conditions for ending the call. Takes precedence over `end_call_reasons`. */
  end_call_reasons_v2?: Array<EndCallReasonRule> | undefined;
  /**
   * Conditions for ending the call.
   * @deprecated use end_call_reasons_v2
   */
  end_call_reasons?: Array<string> | undefined;
}

/**
 * Who speaks first.
 *
 * - `human`: The agent waits for the human. Required for voicemail messages.
 * - `agent_static`: The agent speaks `greeting_message`.
 * - `agent_dynamic`: The agent generates a greeting from `prompt`.
 */
export type GreetingMessageMode =
  /** The agent waits for the human. Required for voicemail messages. */
  | "human"
  /** The agent speaks `greeting_message`. */
  | "agent_static"
  /** The agent generates a greeting from `prompt`. */
  | "agent_dynamic";

/**
 * Language model. Synthflow announces retirements at <https://docs.synthflow.ai/model-deprecation-dates>; the dates here
 * are of November 2026. Plans other than Enterprise use Synthflow's own model, whatever is set.
 *
 * - `synthflow`: Synthflow's own model.
 * - `gpt-5-mini`: GPT-5 mini. Retires on 2027-02-06.
 * - `gpt-5-nano`: GPT-5 nano. Retires on 2027-02-06.
 * - `gpt-5.1`: GPT-5.1. Retires on 2027-05-15.
 * - `gpt-5.2`: GPT-5.2. Retires on 2026-12-12.
 * - `gpt-5.4`: GPT-5.4. Retires on 2027-03-05.
 * - `gpt-5.4-mini`: GPT-5.4 mini. Retires on 2027-03-18.
 * - `gpt-5.4-nano`: GPT-5.4 nano. Retires on 2027-03-18.
 * - `gpt-4.1`: GPT-4.1. Retired on 2026-10-14.
 * - `gpt-4.1-nano`: GPT-4.1 nano. Retired on 2026-10-14.
 * - `gpt-4.1-mini`: GPT-4.1 mini. Retired on 2026-10-14.
 */
export type LanguageModel =
  /** Synthflow's own model. */
  | "synthflow"
  /**
   * GPT-5 mini.
   * Retires on 2027-02-06.
   */
  | "gpt-5-mini"
  /**
   * GPT-5 nano.
   * Retires on 2027-02-06.
   */
  | "gpt-5-nano"
  /**
   * GPT-5.1.
   * Retires on 2027-05-15.
   */
  | "gpt-5.1"
  /**
   * GPT-5.2.
   * Retires on 2026-12-12.
   */
  | "gpt-5.2"
  /**
   * GPT-5.4.
   * Retires on 2027-03-05.
   */
  | "gpt-5.4"
  /**
   * GPT-5.4 mini.
   * Retires on 2027-03-18.
   */
  | "gpt-5.4-mini"
  /**
   * GPT-5.4 nano.
   * Retires on 2027-03-18.
   */
  | "gpt-5.4-nano"
  /**
   * GPT-4.1.
   * Retired on 2026-10-14.
   */
  | "gpt-4.1"
  /**
   * GPT-4.1 nano.
   * Retired on 2026-10-14.
   */
  | "gpt-4.1-nano"
  /**
   * GPT-4.1 mini.
   * Retired on 2026-10-14.
   */
  | "gpt-4.1-mini"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * Language of an agent.
 *
 * - `multi`: Several languages, following the human.
 * - `en-US`: English (United States).
 * - `bg`: Bulgarian.
 * - `cs`: Czech.
 * - `de-DE`: German.
 * - `el`: Greek.
 * - `fi`: Finnish.
 * - `fr-FR`: French (France).
 * - `es-ES`: Spanish.
 * - `hu`: Hungarian.
 * - `it`: Italian.
 * - `fr`: French.
 * - `pt-BR`: Portuguese (Brazil).
 * - `nl-NL`: Dutch.
 * - `hi`: Hindi.
 * - `zh-CN`: Chinese.
 * - `no`: Norwegian.
 * - `sv-SE`: Swedish.
 * - `da`: Danish.
 * - `da-DK`: Danish (Denmark).
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
 * - `es` is not accepted; use es-ES.
 */
export type Language =
  /** Several languages, following the human. */
  | "multi"
  /** English (United States). */
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
  /** French (France). */
  | "fr-FR"
  /** Spanish. */
  | "es-ES"
  /** Hungarian. */
  | "hu"
  /** Italian. */
  | "it"
  /** French. */
  | "fr"
  /** Portuguese (Brazil). */
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
  /** Danish (Denmark). */
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
 * - `eleven_v3`: Eleven v3, which supports audio tags.
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
  /** Eleven v3, which supports audio tags. */
  | "eleven_v3"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * Voice provider.
 *
 * - `elevenlabs`: ElevenLabs.
 * - `deepgram`: Deepgram.
 * - `synthflow`: Synthflow.
 */
export type VoiceProvider =
  /** ElevenLabs. */
  | "elevenlabs"
  /** Deepgram. */
  | "deepgram"
  /** Synthflow. */
  | "synthflow"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * How long the agent waits for a pause before responding.
 *
 * - `low`: Responds quickly.
 * - `medium`: Balanced.
 * - `high`: Gives the human time to think.
 */
export type PatienceLevel =
  /** Responds quickly. */
  | "low"
  /** Balanced. */
  | "medium"
  /** Gives the human time to think. */
  | "high";

/** Words the human must say to interrupt the agent: a string, or a number in the legacy API. */
export type MinWordsToInterrupt = WordCount | number;

/**
 * Number of words, as a string.
 *
 * - `0`: Any sound interrupts.
 * - `1`: One word.
 * - `2`: Two words.
 * - `3`: Three words.
 * - `4`: Four words.
 * - `5`: Five words.
 */
export type WordCount =
  /** Any sound interrupts. */
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
 * Speech recognition provider.
 *
 * - `deepgram`: Deepgram.
 * - `deepgram-nova-3`: Deepgram Nova-3.
 * - `synthflow-stt`: Synthflow.
 */
export type TranscriberProvider =
  /** Deepgram. */
  | "deepgram"
  /** Deepgram Nova-3. */
  | "deepgram-nova-3"
  /** Synthflow. */
  | "synthflow-stt"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * What speech recognition is optimized for.
 *
 * - `faster`: Speed.
 * - `high_accuracy`: Accuracy.
 */
export type SpeechRecognition =
  /** Speed. */
  | "faster"
  /** Accuracy. */
  | "high_accuracy";

/** Background noise. */
export interface BackgroundNoise {
  /** Whether noise is played. */
  enabled?: boolean | undefined;
  /** Type of noise. */
  type?: BackgroundNoiseType | undefined;
  /** Volume. */
  volume?: number | undefined;
}

/**
 * Type of background noise.
 *
 * - `cafe`: Café.
 * - `office`: Office.
 */
export type BackgroundNoiseType =
  /** Café. */
  | "cafe"
  /** Office. */
  | "office";

/**
 * Noise cancellation level.
 *
 * - `standard`: Standard.
 * - `advanced`: Stronger than standard.
 */
export type NoiseCancellation =
  /** Standard. */
  | "standard"
  /** Stronger than standard. */
  | "advanced";

/** Condition for ending the call, with a closing message. */
export interface EndCallReasonRule {
  /** Condition, in natural language. */
  reason: string;
  /** How `closing_message` is used. */
  closing_message_mode?: ClosingMessageMode | undefined;
  /** Closing message, or instructions for it. */
  closing_message?: string | undefined;
}

/**
 * How `closing_message` is used.
 *
 * - `static`: Spoken verbatim.
 * - `prompt`: Instructions for the language model.
 * - `none`: Ignored: the language model words the farewell.
 */
export type ClosingMessageMode =
  /** Spoken verbatim. */
  | "static"
  /** Instructions for the language model. */
  | "prompt"
  /** Ignored: the language model words the farewell. */
  | "none";

/**
 * An action in `agents.create` and `agents.update`: its type, and the field of that type. Fewer fields are required
 * than in `actions.create`.
 */
export interface InlineAction {
  /** Type of the action. */
  type: InlineActionType;
  /** Name of the action. */
  name?: string | undefined;
  /** Description of the action. */
  description?: string | undefined;
  /** Books an appointment during the call. */
  REAL_TIME_BOOKING?: InlineRealTimeBooking | undefined;
  /** Extracts information from the conversation. */
  INFORMATION_EXTRACTOR?: InformationExtractor | undefined;
  /** Transfers the call to a person. */
  LIVE_TRANSFER?: UpdateLiveTransfer | undefined;
  /** Sends a text message after the call. */
  SEND_SMS?: SendSms | undefined;
  /** Sends a text message during the call. */
  INCALL_SMS?: IncallSms | undefined;
  /** Sends a WhatsApp message during the call. */
  INCALL_WHATSAPP?: IncallWhatsapp | undefined;
  /** Sends an HTTP request. */
  CUSTOM_ACTION?: UpdateCustomAction | undefined;
  /** Evaluates the call after it ends. */
  CUSTOM_EVAL?: CustomEval | undefined;
}

/**
 * Type of an inline action.
 *
 * - `REAL_TIME_BOOKING`: Books an appointment during the call.
 * - `INFORMATION_EXTRACTOR`: Extracts information from the conversation.
 * - `LIVE_TRANSFER`: Transfers the call to a person.
 * - `SEND_SMS`: Sends a text message after the call.
 * - `INCALL_SMS`: Sends a text message during the call.
 * - `INCALL_WHATSAPP`: Sends a WhatsApp message during the call.
 * - `CUSTOM_ACTION`: Sends an HTTP request.
 * - `CUSTOM_EVAL`: Evaluates the call after it ends.
 */
export type InlineActionType =
  /** Books an appointment during the call. */
  | "REAL_TIME_BOOKING"
  /** Extracts information from the conversation. */
  | "INFORMATION_EXTRACTOR"
  /** Transfers the call to a person. */
  | "LIVE_TRANSFER"
  /** Sends a text message after the call. */
  | "SEND_SMS"
  /** Sends a text message during the call. */
  | "INCALL_SMS"
  /** Sends a WhatsApp message during the call. */
  | "INCALL_WHATSAPP"
  /** Sends an HTTP request. */
  | "CUSTOM_ACTION"
  /** Evaluates the call after it ends. */
  | "CUSTOM_EVAL";

/** Books an appointment during the call: an action in `agents.create` and `agents.update`. */
export interface InlineRealTimeBooking {
  /**
   * First day offered, as an ISO 8601 date.
   * Written as `2026-04-01`.
   */
  first_appt_date?: string | undefined;
  /**
   * Time slots offered per day.
   * From 1 to 3.
   */
  max_time_slots?: number | undefined;
  /**
   * Minimum time before the first slot, in hours.
   * At least 0.
   */
  min_hours_diff?: number | undefined;
  /**
   * Number of days offered.
   * At least 0.
   */
  no_of_days?: number | undefined;
  /** IANA time zone of the slots. */
  timezone?: string | undefined;
  /** Books with Cal.com. */
  CALCOM?: CalComBooking | undefined;
  /** Books with GoHighLevel. */
  GHL?: GoHighLevelBooking | undefined;
}

/** Cal.com booking. */
export interface CalComBooking {
  /**
   * Event type id.
   * Not empty.
   */
  event_id: string;
  /** Meeting platform. */
  integration?: MeetingIntegration | undefined;
  /** Whether a text message is sent. Default `false`. */
  sms_boolean?: boolean | undefined;
  /** Text of the message. */
  sms_message?: string | undefined;
  /** Email address of the host. */
  user_email?: string | undefined;
}

/**
 * Meeting platform of an appointment.
 *
 * - `GMeet`: Google Meet.
 * - `Zoom`: Zoom.
 */
export type MeetingIntegration =
  /** Google Meet. */
  | "GMeet"
  /** Zoom. */
  | "Zoom";

/** GoHighLevel booking. */
export interface GoHighLevelBooking {
  /**
   * Calendar id.
   * Not empty.
   */
  calendar_id: string;
  /** Status of new appointments. */
  autoconfirm: AppointmentState;
  /** Title of new appointments. */
  booking_title: string;
}

/**
 * Status of a new appointment.
 *
 * - `confirmed`: Confirmed.
 * - `new`: Not yet confirmed.
 */
export type AppointmentState =
  /** Confirmed. */
  | "confirmed"
  /** Not yet confirmed. */
  | "new";

/** Extracts information from the conversation. Set exactly one field, the type of question. */
export interface InformationExtractor {
  /** Yes/no question. */
  YES_NO?: YesNoQuestion | undefined;
  /** Question with a list of possible answers. */
  SINGLE_CHOICE?: SingleChoiceQuestion | undefined;
  /** Open question. */
  OPEN_QUESTION?: OpenQuestion | undefined;
}

/** A yes/no question. */
export interface YesNoQuestion {
  /** Name of the result in `executed_actions`. May contain spaces. */
  identifier: string;
  /** Question text. */
  description?: string | undefined;
}

/** A question with a list of possible answers. */
export interface SingleChoiceQuestion {
  /** Name of the result in `executed_actions`. May contain spaces. */
  identifier: string;
  /** Question text. */
  description?: string | undefined;
  /** Possible answers. */
  choices?: Array<string> | undefined;
}

/** An open question. */
export interface OpenQuestion {
  /** Name of the result in `executed_actions`. May contain spaces. */
  identifier: string;
  /** Question text. */
  description?: string | undefined;
  /** Example answers. */
  examples?: Array<string> | undefined;
}

/** A live transfer, in `actions.update`. */
export type UpdateLiveTransfer = UpdateLiveTransferToPhone | UpdateLiveTransferToPhoneBook;

/** Transfers the call to a phone number, in `actions.update`. */
export interface UpdateLiveTransferToPhone {
  /** How the call is transferred. */
  transfer_mode: TransferMode;
  /** Spoken to the transfer target. */
  message_to_transfer_target?: string | undefined;
  /** Phone number or SIP URI of the transfer target. */
  phone: string;
  /** Condition for the transfer, in natural language. */
  instructions: string;
  /**
   * Maximum wait for an answer, in seconds.
   * At least 0.
   */
  timeout?: number | undefined;
  /** Extension digits, dialed after the answer. */
  digits?: string | undefined;
  /** Spoken before the transfer. */
  initiating_msg: string;
  /** Closing message. */
  goodbye_msg?: string | undefined;
  /** Spoken if the transfer fails. */
  failed_msg?: string | undefined;
  /** Whether music is played during the transfer. */
  enable_background_music?: boolean | undefined;
  /** Whether recording stops after the transfer. */
  stop_recording_after_transfer?: boolean | undefined;
  /** Whether to wait until a human, not a machine, answers. */
  human_detection?: boolean | undefined;
  /**
   * Maximum wait for a human, in seconds. For `human_detection`.
   * From 30 to 1800.
   */
  human_detection_timeout_seconds?: number | undefined;
  /** Instructions for the summary of the call. */
  summarization_prompt?: string | undefined;
  /**
   * Whether the target sees the caller's number. Only for numbers bought through a Synthflow Twilio
   * account; the call fails with others.
   */
  preserve_caller_id?: boolean | undefined;
  /** Whether the target is asked before being connected. */
  screened?: boolean | undefined;
  /** Availability of the target. */
  human_availability?: HumanAvailability | undefined;
}

/**
 * How the call is transferred.
 *
 * - `cold_transfer`: Immediately.
 * - `warm_transfer`: After a message to the target.
 * - `warm_transfer_with_context`: After a summary of the call for the target.
 */
export type TransferMode =
  /** Immediately. */
  | "cold_transfer"
  /** After a message to the target. */
  | "warm_transfer"
  /** After a summary of the call for the target. */
  | "warm_transfer_with_context";

/** Hours in which a transfer target is available. */
export interface HumanAvailability {
  /** IANA time zone of the schedule. */
  timezone: string;
  /** Schedule. Each weekday at most once. */
  schedule: Array<HumanAvailabilityDay>;
  /** Spoken outside the schedule. */
  unavailable_message?: string | undefined;
  /** Whether the schedule applies. */
  active: boolean;
}

/** Hours on a weekday. */
export interface HumanAvailabilityDay {
  /** Weekday. */
  weekday: Weekday;
  /**
   * Interval. Exactly one.
   * Exactly 1.
   */
  interval: Array<HumanAvailabilityInterval>;
}

/**
 * A weekday.
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

/** A time interval, in 24-hour format. */
export interface HumanAvailabilityInterval {
  /**
   * Start time.
   * Written as `09:30`.
   */
  from: string;
  /**
   * End time.
   * Written as `09:30`.
   */
  to: string;
}

/** Transfers the call to an entry of a phone book, in `actions.update`. */
export interface UpdateLiveTransferToPhoneBook {
  /** How the call is transferred. */
  transfer_mode: TransferMode;
  /** Spoken to the transfer target. */
  message_to_transfer_target?: string | undefined;
  /**
   * Id of the phone book with the transfer targets: see `phoneBooks`.
   * Not empty.
   */
  phone_book_id: string;
  /** Condition for the transfer, in natural language. */
  instructions: string;
  /**
   * Maximum wait for an answer, in seconds.
   * At least 0.
   */
  timeout?: number | undefined;
  /** Extension digits, dialed after the answer. */
  digits?: string | undefined;
  /** Spoken before the transfer. */
  initiating_msg: string;
  /** Closing message. */
  goodbye_msg?: string | undefined;
  /** Spoken if the transfer fails. */
  failed_msg?: string | undefined;
  /** Whether music is played during the transfer. */
  enable_background_music?: boolean | undefined;
  /** Whether recording stops after the transfer. */
  stop_recording_after_transfer?: boolean | undefined;
  /** Whether to wait until a human, not a machine, answers. */
  human_detection?: boolean | undefined;
  /**
   * Maximum wait for a human, in seconds. For `human_detection`.
   * From 30 to 1800.
   */
  human_detection_timeout_seconds?: number | undefined;
  /** Instructions for the summary of the call. */
  summarization_prompt?: string | undefined;
  /**
   * Whether the target sees the caller's number. Only for numbers bought through a Synthflow Twilio
   * account; the call fails with others.
   */
  preserve_caller_id?: boolean | undefined;
  /** Whether the target is asked before being connected. */
  screened?: boolean | undefined;
  /** Availability of the target. */
  human_availability?: HumanAvailability | undefined;
}

/** Sends a text message after the call. */
export interface SendSms {
  /** Message text. */
  content: string;
  /** Condition for sending the message, in natural language. */
  instructions: string;
}

/** Sends a text message during the call. */
export interface IncallSms {
  /** Message text. Placeholders such as `<user_name>` are filled in. */
  message_body: string;
  /** Whether the agent waits for a reply. Default `false`. */
  wait_for_reply?: boolean | undefined;
  /**
   * Maximum wait for a reply, in seconds.
   * At least 0.
   */
  timeout_seconds?: number | undefined;
  /** Spoken if no reply arrives in that time. */
  fallback_message?: string | undefined;
  /** Spoken before the message is sent. */
  message_before_action?: string | undefined;
}

/** Sends a WhatsApp message during the call. */
export interface IncallWhatsapp {
  /**
   * SID of a Twilio Content template (`HX…`).
   * Not empty.
   */
  content_sid: string;
  /** Values of the template's placeholders, by their number. */
  content_variables?: Record<string, string> | undefined;
  /** Whether the agent waits for a reply. Default `false`. */
  wait_for_reply?: boolean | undefined;
  /**
   * Maximum wait for a reply, in seconds.
   * At least 0.
   */
  timeout_seconds?: number | undefined;
  /** Spoken if no reply arrives in that time. */
  fallback_message?: string | undefined;
}

/** Changes to a custom action. */
export interface UpdateCustomAction {
  /** HTTP method. The API's default is `GET`. */
  http_mode?: CustomActionVerb | undefined;
  /** Request URL. */
  url?: string | undefined;
  /** Name of the action. */
  name?: string | undefined;
  /** Purpose of the action. It tells the agent when to run it. */
  description?: string | undefined;
  /** Whether the action runs before the call starts. */
  run_action_before_call_start?: boolean | undefined;
  /** Spoken verbatim while the action runs. */
  speech_while_using_the_tool?: string | undefined;
  /** Sound played while the action runs. Default, and null: none. */
  action_sound?: ActionSound | null | undefined;
  /** Integration whose credentials are used. */
  integration?: ActionIntegration | undefined;
  /** Authentication. */
  custom_auth?: CustomAuth | undefined;
  /** Variables known before the call. */
  variables_before_the_call?: Array<KeyValue> | undefined;
  /** Variables collected during the call. */
  variables_during_the_call?: Array<CustomActionVariable> | undefined;
  /** Request headers. */
  headers?: Array<KeyValue> | undefined;
  /** Query parameters. */
  query_parameters?: Array<KeyValue> | undefined;
  /** Whether the agent keeps talking while the action runs. */
  agent_speak_naturally?: boolean | undefined;
  /** Spoken if the action takes longer than `message_delay_time`. */
  message_delay?: string | undefined;
  /**
   * Delay before `message_delay`, in seconds.
   * At least 0.
   */
  message_delay_time?: number | undefined;
  /** Spoken if the action fails. */
  message_error?: string | undefined;
  /** Request body, as a string of JSON. */
  json_body_stringified?: string | undefined;
  /** Instructions for using the response. */
  prompt?: string | undefined;
  /** Spoken verbatim before the action runs. */
  message_before_action_starts?: string | undefined;
  /**
   * Timeout, in seconds.
   * At least 0.
   */
  failure_timeout?: number | undefined;
}

/**
 * HTTP method of a custom action.
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
 * Sound played while an action runs.
 *
 * - ``: No sound.
 * - `typing`: Typing.
 * - `ambient-background`: Ambience.
 * - `modern-jazz`: Jazz.
 * - `inspirational-symphony-classical-music`: Classical music.
 */
export type ActionSound =
  /** No sound. */
  | ""
  /** Typing. */
  | "typing"
  /** Ambience. */
  | "ambient-background"
  /** Jazz. */
  | "modern-jazz"
  /** Classical music. */
  | "inspirational-symphony-classical-music";

/**
 * Integration whose credentials a custom action uses.
 *
 * - `ghl`: GoHighLevel.
 * - `hubspot`: HubSpot.
 * - `salesforce`: Salesforce.
 * - `salesforce-sandbox`: Salesforce sandbox.
 */
export type ActionIntegration =
  /** GoHighLevel. */
  | "ghl"
  /** HubSpot. */
  | "hubspot"
  /** Salesforce. */
  | "salesforce"
  /** Salesforce sandbox. */
  | "salesforce-sandbox";

/** Authentication of a custom action. */
export interface CustomAuth {
  /** Whether to authenticate. Default `false`. */
  is_needed?: boolean | undefined;
  /** Location, for example `header`. */
  location?: string | undefined;
  /** Name. Default `Bearer`. */
  key?: string | undefined;
  /** Secret value. */
  value?: string | undefined;
}

/** A name and its value. */
export interface KeyValue {
  /** Name. */
  key: string;
  /** Value. */
  value: string;
}

/** A variable collected during the call. */
export interface CustomActionVariable {
  /** Variable name. */
  name?: string | undefined;
  /** Meaning of the variable. */
  description?: string | undefined;
  /** Example value. */
  example?: string | undefined;
  /** Data type. Default `string`. */
  type?: CustomActionVariableType | undefined;
}

/**
 * Data type of a variable collected during the call.
 *
 * - `string`: String.
 * - `int`: Integer.
 * - `float`: Floating-point number.
 * - `bool`: Boolean.
 * - `list`: List.
 * - `money`: Amount of money.
 * - `phone_number`: Phone number.
 * - `email`: Email address.
 * - `datetime`: Date and time.
 * - `utc_datetime`: Date and time in UTC.
 */
export type CustomActionVariableType =
  /** String. */
  | "string"
  /** Integer. */
  | "int"
  /** Floating-point number. */
  | "float"
  /** Boolean. */
  | "bool"
  /** List. */
  | "list"
  /** Amount of money. */
  | "money"
  /** Phone number. */
  | "phone_number"
  /** Email address. */
  | "email"
  /** Date and time. */
  | "datetime"
  /** Date and time in UTC. */
  | "utc_datetime";

/** Evaluates the call after it ends. */
export interface CustomEval {
  /** Evaluation question. */
  question?: EvalQuestion | undefined;
}

/** An evaluation question. */
export interface EvalQuestion {
  /** Name of the result. */
  identifier?: string | undefined;
  /** Question text. */
  text?: string | undefined;
  /** Type of answer. */
  category?: EvalCategory | undefined;
  /** Expected answer: `true` or `false` for `pass_fail`, an integer from 1 to 10 for `numeric`. */
  expected_result?: string | undefined;
}

/**
 * Type of answer to an evaluation question.
 *
 * - `pass_fail`: Pass or fail.
 * - `numeric`: Integer from 1 to 10.
 * - `descriptive`: Text.
 * - `likert_scale`: Level of agreement.
 */
export type EvalCategory =
  /** Pass or fail. */
  | "pass_fail"
  /** Integer from 1 to 10. */
  | "numeric"
  /** Text. */
  | "descriptive"
  /** Level of agreement. */
  | "likert_scale";

/** Maximum call duration. */
export interface MaxDuration {
  /**
   * Duration, in seconds.
   * At least 0.
   */
  duration_seconds?: number | undefined;
  /** Whether the limit applies. */
  is_enabled?: boolean | undefined;
}

/** Message left on voicemail. */
export interface VoicemailMessage {
  /** Whether a message is left. */
  enabled?: boolean | undefined;
  /** Source of the message. */
  mode?: VoicemailMessageMode | undefined;
  /** Message to speak. For `mode` `"exact_message"`. */
  exact_message?: string | undefined;
  /** Instructions for generating the message. For `mode` `"prompt"`. */
  prompt?: string | undefined;
}

/**
 * Source of a voicemail message.
 *
 * - `exact_message`: Speaks `exact_message`.
 * - `prompt`: Generates a message from `prompt`.
 */
export type VoicemailMessageMode =
  /** Speaks `exact_message`. */
  | "exact_message"
  /** Generates a message from `prompt`. */
  | "prompt";

/** Response of `agents.create` and `agents.update`. */
export interface AgentSaved {
  /** Agent id. */
  model_id: string;
  /** Messages about the phone number and the voice. */
  details?: AgentSavedDetails | null | undefined;
}

/** Messages about a saved agent. */
export interface AgentSavedDetails {
  /** Message about the phone number. */
  phone?: string | null | undefined;
  /** Message about the voice. */
  voice?: string | null | undefined;
}

/** Query of `agents.list`. */
export interface ListAgents {
  /**
   * Agents per page. Default 20, maximum 100.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /**
   * Index of the first agent. Default 0.
   * At least 0.
   */
  offset?: number | undefined;
}

/** An agent. */
export interface Agent {
  /** Agent id. */
  model_id: string;
  /** Name shown in the dashboard. */
  name?: string | undefined;
  /** Type of the agent. */
  type?: AgentType | undefined;
  /** Description shown in the dashboard. */
  description?: string | null | undefined;
  /** Phone number attached to the agent. */
  phone_number?: string | null | undefined;
  /** Post-call webhook URL. */
  external_webhook_url?: string | null | undefined;
  /** Inbound webhook URL. */
  inbound_call_webhook_url?: string | null | undefined;
  /** Whether calls are recorded. */
  is_recording?: boolean | null | undefined;
  /** Maximum call duration. */
  max_duration?: MaxDuration | null | undefined;
  /** Message left on voicemail. */
  voicemail_message?: VoicemailMessage | null | undefined;
  /** Conditions for ending the call. Only some responses have them here. */
  end_call_reasons?: Array<string> | null | undefined;
  /** Prompt, voice and conversation settings. */
  agent?: AgentSettings | undefined;
  /** Phone numbers an outbound agent can call from. */
  attached_phone_numbers?: Array<AttachedPhoneNumber> | null | undefined;
  /** Text with which the agent asks for consent. */
  consent_text?: string | null | undefined;
  /** Action ids. Empty unless `include_actions` was set. */
  actions?: Array<string> | null | undefined;
  /** Input variables by action. Empty unless `include_actions` was set. */
  input_variables?: Array<ActionInputVariables> | null | undefined;
}

/** A phone number an outbound agent can call from. */
export interface AttachedPhoneNumber {
  /** Phone number, in E.164 format. */
  number: string;
  /** Twilio phone number SID, or null. */
  sid: string | null;
  /** Slug: see `agents.detachPhoneNumber`. */
  slug: string;
}

/** Input variables of an action. */
export interface ActionInputVariables {
  /** Action id. */
  action_id: string;
  /** Variables. */
  values: Array<ActionInputVariable>;
  /** Condition for running the action. Null if not set. */
  trigger_condition?: string | null | undefined;
}

/** An input variable of an action. */
export interface ActionInputVariable {
  /** Variable name. */
  name: string;
  /** Data type. */
  type: string;
  /** Meaning of the variable. */
  description?: string | null | undefined;
  /** Example value. */
  example?: string | null | undefined;
  /** Whether a value is required. */
  required?: boolean | null | undefined;
}

/** Query of `agents.get`. */
export interface GetAgent {
  /** Whether to include action ids and input variables. Default `false`. */
  include_actions?: boolean | undefined;
}

/** Body of `agents.update`. Omitted fields keep their values. */
export interface UpdateAgent {
  /**
   * Agent id, repeated from the path. Not needed; legacy API examples send it.
   * Not empty.
   */
  model_id?: string | undefined;
  /** Type of the agent. It cannot be changed. */
  type?: AgentType | undefined;
  /** Name shown in the dashboard. */
  name?: string | undefined;
  /** Settings. Omitted ones keep their values. */
  agent?: AgentSettings | undefined;
  /** Description shown in the dashboard. */
  description?: string | undefined;
  /** Phone number attached to the agent. */
  phone_number?: string | undefined;
  /** Post-call webhook URL. It receives the data of each call, including the transcript. */
  external_webhook_url?: string | undefined;
  /** Inbound webhook URL. Its response, due within 10 seconds, can reroute the call or set variables. */
  inbound_call_webhook_url?: string | undefined;
  /**
   * Actions, which replace all actions of the agent; `[]` removes them. To add one to the others, use
   * `actions.create` and `actions.attach`.
   */
  actions?: Array<InlineAction> | undefined;
  /** Whether calls are recorded. */
  is_recording?: boolean | undefined;
  /** Maximum call duration. */
  max_duration?: MaxDuration | undefined;
  /** Message left on voicemail. Requires `agent.greeting_message_mode` `"human"`. */
  voicemail_message?: VoicemailMessage | undefined;
  /**
   * Conditions for ending the call.
   * @deprecated use agent.end_call_reasons_v2; the API ignores it here
   */
  end_call_reasons?: Array<string> | undefined;
}

/** Response of operations that return no resource. */
export interface Confirmation {
  /** Confirmation message, for example `"Agent deleted"`. */
  answer?: string | undefined;
  /** Status text, for example `"ok"`. */
  status?: string | null | undefined;
  /** Details; legacy API only. */
  details?: unknown | undefined;
}

/** Body of `agents.attachPhoneNumbers`: numbers or slugs, not both. */
export type AttachPhoneNumbers = AttachPhoneNumbersByNumber | AttachPhoneNumbersBySlug;

/** Phone numbers to attach, by number. */
export interface AttachPhoneNumbersByNumber {
  /** Phone numbers of the workspace, in E.164 format. */
  phone_numbers: Array<string>;
}

/** Phone numbers to attach, by slug. */
export interface AttachPhoneNumbersBySlug {
  /** Phone number slugs: the numbers without `+`. */
  phone_number_slugs: Array<string>;
}

/** Body of `calls.create`. */
export interface CreateCall {
  /**
   * Id of the outbound agent.
   * Not empty.
   */
  model_id: string;
  /** Number to call, in E.164 format, for example `+14155550123`. */
  phone: string;
  /** Name of the person to call. */
  name: string;
  /** Caller ID, in E.164 format: a number attached to the agent. */
  from_phone_number?: string | undefined;
  /** Prompt variables: pairs; in JavaScript also an object of names and values, which is sent as pairs with the values as strings. */
  custom_variables?: Array<CustomVariable> | Record<string, string | number | boolean> | undefined;
  /** Email address of the person, for example for a booking. */
  lead_email?: string | undefined;
  /** IANA time zone of the person. */
  lead_timezone?: string | undefined;
  /**
   * Prompt for this call. Overrides the agent's; omit it to use the agent's.
   * Not empty.
   */
  prompt?: string | undefined;
  /**
   * Greeting for this call. Overrides the agent's; omit it to use the agent's.
   * Not empty.
   */
  greeting?: string | undefined;
  /** Post-call webhook URL for this call. Overrides the agent's. */
  external_webhook_url?: string | undefined;
}

/** A prompt variable: a pair, or `"Key: value"` in the legacy API. */
export type CustomVariable = CustomVariablePair | string;

/** A prompt variable. */
export interface CustomVariablePair {
  /**
   * Variable name.
   * Not empty.
   */
  key: string;
  /** Variable value. */
  value?: string | undefined;
}

/** Response of `calls.create`. */
export interface CallCreated {
  /** Call id: see `calls.get` and `calls.wait`. */
  call_id: string;
  /** Message of the API. */
  answer?: string | null | undefined;
  /** Time until the call is placed, in seconds. */
  eta?: number | null | undefined;
}

/** Query of `calls.list`. */
export interface ListCalls {
  /**
   * Agent id.
   * Not empty.
   */
  model_id: string;
  /**
   * Calls per page. Default 20, maximum 100.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /**
   * Index of the first call. Default 0.
   * At least 0.
   */
  offset?: number | undefined;
  /** Start of the time range: a `Date`, `2026-04-01`, an ISO 8601 time, or milliseconds since the epoch. */
  from_date?: Date | string | number | undefined;
  /** End of the time range, exclusive: a `Date`, `2026-04-01`, an ISO 8601 time, or milliseconds since the epoch. */
  to_date?: Date | string | number | undefined;
  /** Status of the calls. */
  call_status?: CallStatus | undefined;
  /**
   * Minimum duration, inclusive, in seconds.
   * At least 0.
   */
  duration_min?: number | undefined;
  /**
   * Maximum duration, inclusive, in seconds.
   * At least 0.
   */
  duration_max?: number | undefined;
  /** Phone number of the person, preferably in E.164 format. */
  lead_phone_number?: string | undefined;
  /**
   * Only the calls of this batch: see `batchCalls`.
   * Not empty.
   */
  batch_call_id?: string | undefined;
}

/**
 * Status of a call.
 *
 * - `queue`: Queued.
 * - `pending`: Pending.
 * - `initiated`: Started.
 * - `registered`: Registered, not yet connected.
 * - `ringing`: Ringing.
 * - `in-progress`: In progress.
 * - `paused`: On hold.
 * - `completed`: Completed successfully.
 * - `failed`: Failed.
 * - `no-answer`: Not answered.
 * - `busy`: Line busy.
 * - `canceled`: Canceled.
 * - `user-canceled`: Canceled by the user.
 * - `hangup_on_voicemail`: Voicemail answered; the agent hung up.
 * - `left_voicemail`: Voicemail answered; the agent left a message.
 * - `spam`: Classified as spam.
 */
export type CallStatus =
  /** Queued. */
  | "queue"
  /** Pending. */
  | "pending"
  /** Started. */
  | "initiated"
  /** Registered, not yet connected. */
  | "registered"
  /** Ringing. */
  | "ringing"
  /** In progress. */
  | "in-progress"
  /** On hold. */
  | "paused"
  /** Completed successfully. */
  | "completed"
  /** Failed. */
  | "failed"
  /** Not answered. */
  | "no-answer"
  /** Line busy. */
  | "busy"
  /** Canceled. */
  | "canceled"
  /** Canceled by the user. */
  | "user-canceled"
  /** Voicemail answered; the agent hung up. */
  | "hangup_on_voicemail"
  /** Voicemail answered; the agent left a message. */
  | "left_voicemail"
  /** Classified as spam. */
  | "spam"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** A phone call. Some fields are set only in `calls.list` or only in `calls.get`. */
export interface Call {
  /** Call id. */
  call_id: string;
  /** Agent id. */
  model_id?: string | undefined;
  /**
   * Status.
   * Filled from `call_status` if the API omits it.
   */
  status?: CallStatus | null | undefined;
  /** Status, where the API calls it so. `status` has it too. */
  call_status?: CallStatus | null | undefined;
  /** Why the call ended. */
  end_call_reason?: EndCallReason | null | undefined;
  /** Why the call ended, as text. Set if `end_call_reason` is `custom_end_call`. */
  custom_end_call_reason?: string | null | undefined;
  /** Error message. Empty or null if there was no error. */
  error_message?: string | null | undefined;
  /** Transcript: turns of the form `\nbot: …` and `\nhuman: …`. */
  transcript?: string | null | undefined;
  /** Duration, in seconds. */
  duration?: number | null | undefined;
  /** Start time, in milliseconds since the epoch. */
  start_time?: StartTime | null | undefined;
  /** IANA time zone. */
  timezone?: string | null | undefined;
  /** Name of the person called. */
  name?: string | null | undefined;
  /** Name of the person. Only in `calls.list`. */
  lead_name?: string | null | undefined;
  /** Phone number of the person. Only in `calls.list`. */
  lead_phone_number?: string | null | undefined;
  /** Phone number of the agent. Only in `calls.list`. */
  agent_phone_number?: string | null | undefined;
  /** Calling number. */
  phone_number_from?: string | null | undefined;
  /** Called number. */
  phone_number_to?: string | null | undefined;
  /** Direction of the call. */
  type_of_call?: TypeOfCall | null | undefined;
  /** Campaign type, for example `live`. */
  campaign_type?: string | null | undefined;
  /** Recording URL. Null if there is no recording. */
  recording_url?: string | null | undefined;
  /** Duration of the recording, in an undocumented unit. Only in `calls.list`. */
  recording_duration?: string | null | undefined;
  /**
   * Executed actions, by name. Information extractors are named `extract_info_<identifier>` or
   * `info_extractor_<identifier>`.
   */
  executed_actions?: Record<string, ExecutedAction> | null | undefined;
  /** Prompt variables. Only in `calls.get`. */
  prompt_variables?: Record<string, unknown> | null | undefined;
  /** Collected variables, by agent id and name, or by name. Null if there are none. */
  collected_variables?: Record<string, CollectedVariables> | null | undefined;
  /** Evaluation of the call. Only in `calls.list`. */
  judge_results?: unknown | null | undefined;
  /** Agents that took part. Only in `calls.list`. */
  agents_used?: Array<string> | null | undefined;
  /** Labels. Only in `calls.list`. */
  labels?: Array<string> | null | undefined;
  /** Deployment type. Only in `calls.list`. */
  deployment_type?: string | null | undefined;
  /** Party that hung up. */
  telephony_hangup?: TelephonyHangup | null | undefined;
  /** Why the connection ended. */
  telephony_disconnect_reason?: TelephonyDisconnectReason | null | undefined;
  /** Duration of the connection, in milliseconds. */
  telephony_duration?: number | null | undefined;
  /** Ringing time, in milliseconds. */
  telephony_ringing_duration?: number | null | undefined;
  /** Start of the connection, in ISO 8601. */
  telephony_start?: string | null | undefined;
  /** End of the connection, in ISO 8601. */
  telephony_end?: string | null | undefined;
  /** SIP headers of the connection. Undocumented. */
  telephony_sip_headers?: Record<string, unknown> | null | undefined;
  /** Version of the agent. Undocumented. */
  assistant_version?: unknown | null | undefined;
  /** Batch that the call is part of. */
  batch_call_id?: string | null | undefined;
}

/**
 * Why a call ended.
 *
 * - `human_pick_up_cut_off`: A human answered and was cut off.
 * - `voicemail`: Voicemail answered.
 * - `voicemail_cut_off`: Voicemail answered and was cut off.
 * - `voicemail_message_left`: The agent left a voicemail message.
 * - `agent_ended_call`: The agent ended the call.
 * - `human_ended_call`: The human ended the call.
 * - `custom_end_call`: Custom reason: see `custom_end_call_reason`.
 * - `user_canceled`: Canceled by the user.
 * - `timeout`: Timed out.
 * - `error`: Error.
 * - `human_goodbye`: The human said goodbye first; legacy API and webhooks.
 * - `agent_goodbye`: The agent said goodbye first; legacy API and webhooks.
 * - `max_duration`: `max_duration` was reached; legacy API and webhooks.
 * - `undefined`: Unknown; legacy API and webhooks.
 */
export type EndCallReason =
  /** A human answered and was cut off. */
  | "human_pick_up_cut_off"
  /** Voicemail answered. */
  | "voicemail"
  /** Voicemail answered and was cut off. */
  | "voicemail_cut_off"
  /** The agent left a voicemail message. */
  | "voicemail_message_left"
  /** The agent ended the call. */
  | "agent_ended_call"
  /** The human ended the call. */
  | "human_ended_call"
  /** Custom reason: see `custom_end_call_reason`. */
  | "custom_end_call"
  /** Canceled by the user. */
  | "user_canceled"
  /** Timed out. */
  | "timeout"
  /** Error. */
  | "error"
  /** The human said goodbye first; legacy API and webhooks. */
  | "human_goodbye"
  /** The agent said goodbye first; legacy API and webhooks. */
  | "agent_goodbye"
  /** `max_duration` was reached; legacy API and webhooks. */
  | "max_duration"
  /** Unknown; legacy API and webhooks. */
  | "undefined"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** A time in milliseconds since the epoch, as a string or a number. */
export type StartTime = string | number;

/**
 * Direction of a call.
 *
 * - `inbound`: Placed by a person.
 * - `outbound`: Placed by the agent.
 */
export type TypeOfCall =
  /** Placed by a person. */
  | "inbound"
  /** Placed by the agent. */
  | "outbound"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** An action executed in a call. */
export interface ExecutedAction {
  /** Action name. */
  name?: string | null | undefined;
  /** Action type. */
  action_type?: string | null | undefined;
  /** Action description. */
  description?: string | null | undefined;
  /** Fixed parameters. */
  parameters_hard_coded?: unknown | null | undefined;
  /** Parameters chosen by the language model. */
  parameters_from_llm?: unknown | null | undefined;
  /** Error message. */
  error_message?: string | null | undefined;
  /** Return value: `{}`, a string, a number, an object or an object in an object. */
  return_value?: unknown | null | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Collected variables of an agent by name, or one variable. */
export type CollectedVariables = Record<string, CollectedVariable> | CollectedVariable;

/** A variable collected during a call. */
export interface CollectedVariable {
  /** String, number or boolean. Null if not collected. */
  value?: unknown | null | undefined;
  /** Whether the variable was collected. */
  collected?: boolean | null | undefined;
}

/**
 * Party that hung up.
 *
 * - `caller`: Calling party.
 * - `callee`: Called party.
 */
export type TelephonyHangup =
  /** Calling party. */
  | "caller"
  /** Called party. */
  | "callee"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/**
 * Why a connection ended.
 *
 * - `unknown`: Unknown.
 * - `callee_hangup`: The called party hung up.
 * - `caller_hangup`: The calling party hung up.
 * - `error`: Error.
 * - `forbidden`: Call not allowed.
 */
export type TelephonyDisconnectReason =
  /** Unknown. */
  | "unknown"
  /** The called party hung up. */
  | "callee_hangup"
  /** The calling party hung up. */
  | "caller_hangup"
  /** Error. */
  | "error"
  /** Call not allowed. */
  | "forbidden"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Body of `calls.startWebSocketMedia`, with names in camelCase. */
export interface StartWebSocketMedia {
  /**
   * Agent id, a UUID.
   * Not empty.
   */
  modelId: string;
  /** Caller ID, in E.164 format. */
  fromPhoneNumber: string;
  /** Number to call, in E.164 format. */
  toPhoneNumber: string;
  /** Name of the person to call. */
  leadName?: string | undefined;
  /** `"draft"`, or the UUID of a version. Default: the live version. */
  agentVersion?: string | undefined;
  /** Audio codec. Default `opus`. */
  wsMediaCodec?: WebSocketMediaCodec | undefined;
  /** Audio framing. Default `rtp`. */
  wsMediaFraming?: WebSocketMediaFraming | undefined;
  /**
   * `server-name` of an open WebSocket: see `calls.getWebSocketMediaBaseUrl`. If set, the response has
   * a `sid`; if omitted, a `wsMediaUrl`.
   */
  wsMediaServerName?: string | undefined;
}

/**
 * Audio codec of a WebSocket media call.
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
 * Audio framing of a WebSocket media call.
 *
 * - `rtp`: Complete RTP packets.
 * - `payload`: Codec bytes without RTP headers. Not for `opus`, which is the default codec.
 */
export type WebSocketMediaFraming =
  /** Complete RTP packets. */
  | "rtp"
  /** Codec bytes without RTP headers. Not for `opus`, which is the default codec. */
  | "payload";

/** Response of `calls.startWebSocketMedia`. */
export interface WebSocketMediaStarted {
  /** Call id. */
  callId: string;
  /** Session id, if `wsMediaServerName` was set. Send `{"type": "bind", "sid": sid}` on the WebSocket. */
  sid?: string | undefined;
  /** Short-lived WebSocket URL, if `wsMediaServerName` was omitted. */
  wsMediaUrl?: string | undefined;
}

/** Response of `calls.getWebSocketMediaBaseUrl`. */
export interface WebSocketMediaBaseUrl {
  /** `wss:` URL without a session id. */
  wsMediaBaseUrl: string;
}

/** Body of `batchCalls.create`. */
export interface CreateBatchCall {
  /** Name of the batch. */
  name?: string | undefined;
  /**
   * Id of the outbound agent. Required for a new batch, ignored when appending.
   * Not empty.
   */
  model_id?: string | undefined;
  /** Caller ID, in E.164 format. Required for a new batch, ignored when appending. */
  from_phone_number?: string | undefined;
  /**
   * Batch to which the tasks are appended. If omitted, a new batch is created.
   * Not empty.
   */
  batch_call_id?: string | undefined;
  /**
   * Time of the first call, in milliseconds since the epoch. If omitted, dialing starts immediately.
   * From 100000000000 to 100000000000000.
   */
  trigger_timestamp?: number | undefined;
  /**
   * Number of concurrent calls kept free for calls outside this batch.
   * At least 0.
   */
  reserved_concurrency?: number | undefined;
  /** Hours in which calls are placed. */
  call_time_window?: BatchCallTimeWindow | undefined;
  /**
   * Recipients, from 1 to 10,000.
   * From 1 to 10000 items.
   */
  tasks: Array<BatchCallTaskInput>;
}

/** Hours in which a batch places calls. */
export interface BatchCallTimeWindow {
  /** Whether the hours apply. */
  enable?: boolean | undefined;
  /** Hours of each weekday, in the agent's time zone. Their form is not documented by the API. */
  weekly_hours?: unknown | undefined;
}

/** A recipient of a batch. */
export interface BatchCallTaskInput {
  /** Number to call, in E.164 format. */
  to_phone_number: string;
  /**
   * Your own id of the recipient, unique within the batch. A task whose id is already in the batch is skipped, so
   * that repeating a request calls nobody twice; two tasks of a request with the same id are refused.
   * Not empty.
   */
  id?: string | undefined;
  /** Name of the person to call. */
  lead_name?: string | undefined;
  /** Email address of the person. */
  lead_email?: string | undefined;
  /** Prompt variables: an object of names and values. */
  custom_variables?: Record<string, unknown> | undefined;
  /**
   * Id of another agent for this recipient.
   * Not empty.
   */
  override_model_id?: string | undefined;
}

/** A batch of calls. */
export interface BatchCall {
  /** Batch id. */
  batch_call_id: string;
  /** Name of the batch. */
  name?: string | null | undefined;
  /** Caller ID, in E.164 format. */
  from_phone_number?: string | null | undefined;
  /** Agent id. */
  model_id?: string | null | undefined;
  /** Status. */
  status?: BatchCallStatus | null | undefined;
  /** Number of recipients. */
  total_task_count?: number | null | undefined;
  /** Number of recipients whose call was placed. */
  dispatched_count?: number | null | undefined;
  /** Number of recipients whose call could not be placed. */
  failed_count?: number | null | undefined;
  /** Number of recipients not yet dialed. */
  pending_count?: number | null | undefined;
  /** Creation time, as a string or a number. */
  created_at?: unknown | null | undefined;
}

/**
 * Status of a batch.
 *
 * - `scheduled`: Not yet started.
 * - `in_progress`: In progress.
 * - `paused`: Paused: see `batchCalls.resume`.
 * - `completed`: All recipients were dialed, or could not be.
 * - `canceled`: Canceled permanently.
 */
export type BatchCallStatus =
  /** Not yet started. */
  | "scheduled"
  /** In progress. */
  | "in_progress"
  /** Paused: see `batchCalls.resume`. */
  | "paused"
  /** All recipients were dialed, or could not be. */
  | "completed"
  /** Canceled permanently. */
  | "canceled"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Query of `batchCalls.list`. */
export interface ListBatchCalls {
  /**
   * Batches per page. Default 20, maximum 100.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /**
   * Index of the first batch. Default 0.
   * At least 0.
   */
  offset?: number | undefined;
}

/** Query of `batchCalls.listTasks`. */
export interface ListBatchCallTasks {
  /**
   * Recipients per page. Default 20, maximum 100.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /**
   * Index of the first recipient. Default 0.
   * At least 0.
   */
  offset?: number | undefined;
  /** Status of the recipients. */
  status?: BatchCallTaskStatus | undefined;
}

/**
 * Status of a recipient.
 *
 * - `pending`: Not yet dialed.
 * - `claimed`: About to be dialed.
 * - `dispatched`: The call was placed.
 * - `failed`: No call could be placed: see `error_message`.
 * - `canceled`: Canceled before it was dialed.
 */
export type BatchCallTaskStatus =
  /** Not yet dialed. */
  | "pending"
  /** About to be dialed. */
  | "claimed"
  /** The call was placed. */
  | "dispatched"
  /** No call could be placed: see `error_message`. */
  | "failed"
  /** Canceled before it was dialed. */
  | "canceled";

/** A recipient of a batch. */
export interface BatchCallTask {
  /** Number to call, in E.164 format. */
  to_phone_number?: string | null | undefined;
  /** Your own id of the recipient. */
  id?: string | null | undefined;
  /** Name of the person to call. */
  lead_name?: string | null | undefined;
  /** Email address of the person. */
  lead_email?: string | null | undefined;
  /** Prompt variables. */
  custom_variables?: Record<string, unknown> | null | undefined;
  /** Id of another agent for this recipient. */
  override_model_id?: string | null | undefined;
  /** Status. */
  status?: BatchCallTaskStatus | null | undefined;
  /** Why no call was placed. */
  error_message?: string | null | undefined;
}

/** Body of `actions.create`. Set exactly one field, the type of the action. */
export interface CreateAction {
  /** Books an appointment during the call. */
  REAL_TIME_BOOKING?: RealTimeBooking | undefined;
  /** Extracts information from the conversation. */
  INFORMATION_EXTRACTOR?: InformationExtractor | undefined;
  /** Transfers the call to a person. */
  LIVE_TRANSFER?: LiveTransfer | undefined;
  /** Sends a text message after the call. */
  SEND_SMS?: SendSms | undefined;
  /** Sends a text message during the call. */
  INCALL_SMS?: IncallSms | undefined;
  /** Sends a WhatsApp message during the call. */
  INCALL_WHATSAPP?: IncallWhatsapp | undefined;
  /** Sends an HTTP request. */
  CUSTOM_ACTION?: CustomAction | undefined;
  /** Evaluates the call after it ends. */
  CUSTOM_EVAL?: CustomEval | undefined;
}

/** Books an appointment during the call. Cal.com or GoHighLevel must be connected. */
export interface RealTimeBooking {
  /**
   * First day offered, as an ISO 8601 date.
   * Written as `2026-04-01`.
   */
  first_appt_date: string;
  /**
   * Time slots offered per day. The API's default is 3.
   * From 1 to 3.
   */
  max_time_slots: number;
  /**
   * Minimum time before the first slot, in hours. The API's default is 3.
   * At least 0.
   */
  min_hours_diff: number;
  /**
   * Number of days offered. The API's default is 3.
   * At least 0.
   */
  no_of_days: number;
  /** IANA time zone of the slots. The API's default is `Europe/Berlin`. */
  timezone: string;
  /** Books with Cal.com. */
  CALCOM?: CalComBooking | undefined;
  /** Books with GoHighLevel. */
  GHL?: GoHighLevelBooking | undefined;
}

/** Transfers the call to a phone number, or to an entry of a phone book. */
export type LiveTransfer = LiveTransferToPhone | LiveTransferToPhoneBook;

/** Transfers the call to a phone number. */
export interface LiveTransferToPhone {
  /** How the call is transferred. */
  transfer_mode: TransferMode;
  /** Spoken to the transfer target. */
  message_to_transfer_target?: string | undefined;
  /** Phone number or SIP URI of the transfer target. */
  phone: string;
  /** Condition for the transfer, in natural language. */
  instructions: string;
  /**
   * Maximum wait for an answer, in seconds.
   * At least 0.
   */
  timeout?: number | undefined;
  /** Extension digits, dialed after the answer. */
  digits?: string | undefined;
  /** Spoken before the transfer. */
  initiating_msg: string;
  /** Closing message. */
  goodbye_msg?: string | undefined;
  /** Spoken if the transfer fails. */
  failed_msg?: string | undefined;
  /** Whether recording stops after the transfer. */
  stop_recording_after_transfer?: boolean | undefined;
  /** Whether to wait until a human, not a machine, answers. */
  human_detection?: boolean | undefined;
  /**
   * Maximum wait for a human, in seconds. For `human_detection`.
   * From 30 to 1800.
   */
  human_detection_timeout_seconds?: number | undefined;
  /** Instructions for the summary of the call. */
  summarization_prompt?: string | undefined;
  /**
   * Whether the target sees the caller's number. Only for numbers bought through a Synthflow Twilio
   * account; the call fails with others.
   */
  preserve_caller_id?: boolean | undefined;
  /** Whether the target is asked before being connected. */
  screened?: boolean | undefined;
  /** Availability of the target. */
  human_availability?: HumanAvailability | undefined;
}

/** Transfers the call to an entry of a phone book. */
export interface LiveTransferToPhoneBook {
  /** How the call is transferred. */
  transfer_mode: TransferMode;
  /** Spoken to the transfer target. */
  message_to_transfer_target?: string | undefined;
  /**
   * Id of the phone book with the transfer targets: see `phoneBooks`.
   * Not empty.
   */
  phone_book_id: string;
  /** Condition for the transfer, in natural language. */
  instructions: string;
  /**
   * Maximum wait for an answer, in seconds.
   * At least 0.
   */
  timeout?: number | undefined;
  /** Extension digits, dialed after the answer. */
  digits?: string | undefined;
  /** Spoken before the transfer. */
  initiating_msg: string;
  /** Closing message. */
  goodbye_msg?: string | undefined;
  /** Spoken if the transfer fails. */
  failed_msg?: string | undefined;
  /** Whether recording stops after the transfer. */
  stop_recording_after_transfer?: boolean | undefined;
  /** Whether to wait until a human, not a machine, answers. */
  human_detection?: boolean | undefined;
  /**
   * Maximum wait for a human, in seconds. For `human_detection`.
   * From 30 to 1800.
   */
  human_detection_timeout_seconds?: number | undefined;
  /** Instructions for the summary of the call. */
  summarization_prompt?: string | undefined;
  /**
   * Whether the target sees the caller's number. Only for numbers bought through a Synthflow Twilio
   * account; the call fails with others.
   */
  preserve_caller_id?: boolean | undefined;
  /** Whether the target is asked before being connected. */
  screened?: boolean | undefined;
  /** Availability of the target. */
  human_availability?: HumanAvailability | undefined;
}

/** Sends an HTTP request. */
export interface CustomAction {
  /** HTTP method. The API's default is `GET`. */
  http_mode: CustomActionVerb;
  /** Request URL. */
  url: string;
  /** Whether the action runs before the call starts. */
  run_action_before_call_start: boolean;
  /** Name of the action. */
  name: string;
  /** Purpose of the action. It tells the agent when to run it. */
  description?: string | undefined;
  /** Spoken verbatim while the action runs. */
  speech_while_using_the_tool?: string | undefined;
  /** Sound played while the action runs. Default, and null: none. */
  action_sound?: ActionSound | null | undefined;
  /** Integration whose credentials are used. */
  integration?: ActionIntegration | undefined;
  /**
   * Timeout, in seconds.
   * At least 0.
   */
  failure_timeout?: number | undefined;
  /** Authentication. */
  custom_auth?: CustomAuth | undefined;
  /** Variables known before the call. */
  variables_before_the_call?: Array<KeyValue> | undefined;
  /** Variables collected during the call. */
  variables_during_the_call?: Array<CustomActionVariable> | undefined;
  /** Request headers. */
  headers?: Array<KeyValue> | undefined;
  /** Query parameters. */
  query_parameters?: Array<KeyValue> | undefined;
  /** Whether the agent keeps talking while the action runs. */
  agent_speak_naturally?: boolean | undefined;
  /** Spoken if the action takes longer than `message_delay_time`. */
  message_delay?: string | undefined;
  /**
   * Delay before `message_delay`, in seconds.
   * At least 0.
   */
  message_delay_time?: number | undefined;
  /** Spoken if the action fails. */
  message_error?: string | undefined;
  /** Request body, as a string of JSON. */
  json_body_stringified?: string | undefined;
  /** Instructions for using the response. */
  prompt?: string | undefined;
  /** Spoken verbatim before the action runs. */
  message_before_action_starts?: string | undefined;
}

/** Response of `actions.create`. */
export interface ActionCreated {
  /**
   * Action id.
   * Filled from `id` if the API omits it.
   */
  action_id: string;
  /** Type of the action. */
  action_type?: string | undefined;
  /** Prompt variables the action uses. */
  prompt_variables?: Array<unknown> | undefined;
}

/** Query of `actions.list`. */
export interface ListActions {
  /**
   * Actions per page. Default 20, maximum 100.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /**
   * Index of the first action. Default 0.
   * At least 0.
   */
  offset?: number | undefined;
}

/** An action. */
export interface Action {
  /**
   * Action id.
   * Filled from `id` if the API omits it.
   */
  action_id: string;
  /** Type of the action. */
  action_type?: ActionType | undefined;
  /** Name of the action. */
  name?: string | null | undefined;
  /** Description of the action. */
  description?: string | null | undefined;
  /** Ids of agents that use the action. Only if `include_assistants` was set. */
  assistants?: Array<string> | null | undefined;
  /** Input variables and their sources. Only in `actions.get`. */
  input_variables?: ActionVariables | null | undefined;
  /** Fixed parameters, by type of action. */
  parameters_hard_coded?: ActionParameters | null | undefined;
}

/**
 * Type of an action.
 *
 * - `REAL_TIME_BOOKING`: Books an appointment during the call.
 * - `INFORMATION_EXTRACTOR`: Extracts information from the conversation.
 * - `LIVE_TRANSFER`: Transfers the call to a person.
 * - `SEND_SMS`: Sends a text message after the call.
 * - `INCALL_SMS`: Sends a text message during the call.
 * - `INCALL_WHATSAPP`: Sends a WhatsApp message during the call.
 * - `CUSTOM_ACTION`: Sends an HTTP request.
 * - `CUSTOM_EVAL`: Evaluates the call after it ends.
 */
export type ActionType =
  /** Books an appointment during the call. */
  | "REAL_TIME_BOOKING"
  /** Extracts information from the conversation. */
  | "INFORMATION_EXTRACTOR"
  /** Transfers the call to a person. */
  | "LIVE_TRANSFER"
  /** Sends a text message after the call. */
  | "SEND_SMS"
  /** Sends a text message during the call. */
  | "INCALL_SMS"
  /** Sends a WhatsApp message during the call. */
  | "INCALL_WHATSAPP"
  /** Sends an HTTP request. */
  | "CUSTOM_ACTION"
  /** Evaluates the call after it ends. */
  | "CUSTOM_EVAL"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Input variables of an action, and their sources for each agent. */
export interface ActionVariables {
  /** Variables. */
  values?: Array<ActionVariable> | null | undefined;
  /** Sources of the values, by agent. */
  assistants?: Array<ActionVariableAssistant> | null | undefined;
}

/** An input variable of an action. */
export interface ActionVariable {
  /** Variable name. */
  name?: string | undefined;
  /** Data type. */
  type?: ActionVariableType | undefined;
  /** Meaning of the variable. */
  description?: string | null | undefined;
  /** Example value. */
  example?: ActionVariableExample | null | undefined;
}

/**
 * Data type of an input variable.
 *
 * - `string`: String.
 * - `integer`: Integer.
 * - `number`: Number.
 * - `boolean`: Boolean.
 */
export type ActionVariableType =
  /** String. */
  | "string"
  /** Integer. */
  | "integer"
  /** Number. */
  | "number"
  /** Boolean. */
  | "boolean"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Example value of a variable. */
export type ActionVariableExample = string | number | boolean;

/** Where the variables of an action get their values for an agent. */
export interface ActionVariableAssistant {
  /** Agent id. */
  model_id?: string | undefined;
  /** When the action runs. */
  attachment_type?: AttachmentType | undefined;
  /** Sources of the values. */
  input_variables_mapping?: Array<ActionVariableMapping> | null | undefined;
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

/** Where a variable of an action gets its value. */
export interface ActionVariableMapping {
  /** Variable name. */
  variable_name?: string | undefined;
  /** Source of the value. */
  source?: ActionVariableSource | undefined;
  /** Value. For `source` `hardcoded`. */
  hardcoded_value?: string | null | undefined;
  /** Instructions for the language model. For `source` `llm`. */
  llm_config?: InputVariableLlmConfig | null | undefined;
}

/**
 * Source of a variable's value.
 *
 * - `hardcoded`: Fixed value.
 * - `llm`: Language model, from the conversation.
 * - `system_vars`: System variable, for example the caller's number.
 * - `prompt_variables`: Prompt variable.
 * - `fsm_variables`: Flow variable.
 * - `action_results`: Result of another action.
 */
export type ActionVariableSource =
  /** Fixed value. */
  | "hardcoded"
  /** Language model, from the conversation. */
  | "llm"
  /** System variable, for example the caller's number. */
  | "system_vars"
  /** Prompt variable. */
  | "prompt_variables"
  /** Flow variable. */
  | "fsm_variables"
  /** Result of another action. */
  | "action_results"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** How a language model determines the value of a variable. */
export interface InputVariableLlmConfig {
  /** Meaning of the variable. */
  description?: string | null | undefined;
  /** Example value. */
  example?: string | null | undefined;
  /** Whether the action requires a value. */
  required?: boolean | null | undefined;
}

/** Fixed parameters of an action, by its type. */
export interface ActionParameters {
  /** Text of a message. */
  sms_message_text?: string | null | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Query of `actions.get`. */
export interface GetAction {
  /** Whether to include the ids of agents that use the action. Default `false`. */
  include_assistants?: boolean | undefined;
}

/** Body of `actions.update`. Set the field of the action's type. */
export interface UpdateAction {
  /** Books an appointment during the call. */
  REAL_TIME_BOOKING?: UpdateRealTimeBooking | undefined;
  /** Extracts information from the conversation. */
  INFORMATION_EXTRACTOR?: UpdateInformationExtractor | undefined;
  /** Transfers the call to a person. */
  LIVE_TRANSFER?: UpdateLiveTransfer | undefined;
  /** Sends a text message after the call. */
  SEND_SMS?: UpdateSendSms | undefined;
  /** Sends a text message during the call. */
  INCALL_SMS?: UpdateIncallSms | undefined;
  /** Sends a WhatsApp message during the call. */
  INCALL_WHATSAPP?: UpdateIncallWhatsapp | undefined;
  /** Sends an HTTP request. */
  CUSTOM_ACTION?: UpdateCustomAction | undefined;
  /** Evaluates the call after it ends. Not in the reference. */
  CUSTOM_EVAL?: CustomEval | undefined;
}

/** Changes to a booking. */
export interface UpdateRealTimeBooking {
  /**
   * First day offered, as an ISO 8601 date.
   * Written as `2026-04-01`.
   */
  first_appt_date?: string | undefined;
  /**
   * Time slots offered per day.
   * From 1 to 3.
   */
  max_time_slots?: number | undefined;
  /**
   * Minimum time before the first slot, in hours.
   * At least 0.
   */
  min_hours_diff?: number | undefined;
  /**
   * Number of days offered.
   * At least 0.
   */
  no_of_days?: number | undefined;
  /** IANA time zone of the slots. */
  timezone?: string | undefined;
  /** Books with Cal.com. */
  CALCOM?: UpdateCalComBooking | undefined;
  /** Books with GoHighLevel. */
  GHL?: UpdateGoHighLevelBooking | undefined;
}

/** Changes to a Cal.com booking. */
export interface UpdateCalComBooking {
  /** Meeting platform. */
  integration?: MeetingIntegration | undefined;
  /** Whether a text message is sent. */
  sms_boolean?: boolean | undefined;
  /** Text of the message. */
  sms_message?: string | undefined;
  /** Email address of the host. */
  user_email?: string | undefined;
}

/** Changes to a GoHighLevel booking. */
export interface UpdateGoHighLevelBooking {
  /** Status of new appointments. */
  autoconfirm?: AppointmentState | undefined;
  /** Title of new appointments. */
  booking_title?: string | undefined;
}

/** Changes to an information extractor. Its type of question cannot change. */
export interface UpdateInformationExtractor {
  /** Name of the result in `executed_actions`. */
  identifier?: string | undefined;
  /** Question text. */
  description?: string | undefined;
  /** Possible answers. For `SINGLE_CHOICE`. */
  choices?: Array<string> | undefined;
  /** Example answers. For `OPEN_QUESTION`. */
  examples?: Array<string> | undefined;
}

/** Changes to a text message after the call. */
export interface UpdateSendSms {
  /** Message text. */
  content?: string | undefined;
  /** Condition for sending the message, in natural language. */
  instructions?: string | undefined;
  /** Recipient's phone number; legacy API only. */
  phone_number?: string | undefined;
  /** Message text; legacy API only. */
  message?: string | undefined;
}

/** Changes to a text message during the call. */
export interface UpdateIncallSms {
  /** Message text. Placeholders such as `<user_name>` are filled in. */
  message_body?: string | undefined;
  /** Whether the agent waits for a reply. */
  wait_for_reply?: boolean | undefined;
  /**
   * Maximum wait for a reply, in seconds.
   * At least 0.
   */
  timeout_seconds?: number | undefined;
  /** Spoken if no reply arrives in that time. */
  fallback_message?: string | undefined;
  /** Spoken before the message is sent. */
  message_before_action?: string | undefined;
}

/** Changes to a WhatsApp message during the call. */
export interface UpdateIncallWhatsapp {
  /** SID of a Twilio Content template (`HX…`). */
  content_sid?: string | undefined;
  /** Values of the template's placeholders, by their number. */
  content_variables?: Record<string, string> | undefined;
  /** Whether the agent waits for a reply. */
  wait_for_reply?: boolean | undefined;
  /**
   * Maximum wait for a reply, in seconds.
   * At least 0.
   */
  timeout_seconds?: number | undefined;
  /** Spoken if no reply arrives in that time. */
  fallback_message?: string | undefined;
}

/** Response of `actions.update`. */
export interface ActionUpdated {
  /**
   * Action id.
   * Filled from `id` if the API omits it.
   */
  action_id: string;
}

/** Body of `actions.initialize`. */
export interface InitializeAction {
  /**
   * Action id.
   * Not empty.
   */
  action_id: string;
  /** Variable values for this run. */
  variables?: Array<KeyValue> | Record<string, string | number | boolean> | undefined;
}

/** Body of `actions.attach`. */
export interface AttachActions {
  /**
   * Agent id.
   * Not empty.
   */
  model_id: string;
  /** Ids of actions to attach with default settings. */
  actions?: Array<string> | undefined;
  /** Actions to attach, with settings. */
  items?: Array<AttachActionItem> | undefined;
}

/** An action to attach, with settings. Set `action_id` or `slug`. */
export interface AttachActionItem {
  /**
   * Action id.
   * Not empty.
   */
  action_id?: string | undefined;
  /** Action slug. */
  slug?: string | undefined;
  /** When the action runs. Default: during the call. */
  attachment_type?: AttachmentType | null | undefined;
  /**
   * Condition for running the action; custom actions only. Omitted or null keeps the current value, an
   * empty string removes it.
   */
  trigger_condition?: string | null | undefined;
  /** Where the variables get their values. */
  input_variables_mapping?: Array<InputVariableMapping> | undefined;
}

/** Where a variable of an action gets its value. */
export interface InputVariableMapping {
  /** Variable name. */
  variable_name: string;
  /** Source of the value. */
  source: InputVariableSource;
  /** Value. For `source` `hardcoded`. */
  hardcoded_value?: string | null | undefined;
  /** Instructions for the language model. For `source` `llm`. */
  llm_config?: InputVariableLlmConfig | null | undefined;
}

/**
 * Source of a variable's value.
 *
 * - `llm`: Language model, from the conversation.
 * - `hardcoded`: Fixed value.
 */
export type InputVariableSource =
  /** Language model, from the conversation. */
  | "llm"
  /** Fixed value. */
  | "hardcoded";

/** Body of `actions.detach`. */
export interface DetachActions {
  /**
   * Agent id.
   * Not empty.
   */
  model_id: string;
  /** Action ids. */
  actions?: Array<string> | undefined;
}

/** Query of `analytics.export`. */
export interface ExportAnalytics {
  /**
   * Start of the time range, an ISO 8601 date or date-time.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  from_date?: string | undefined;
  /**
   * End of the time range, an ISO 8601 date or date-time.
   * At most 120 days after `from_date`.
   */
  to_date?: string | undefined;
  /**
   * Agent id. Default: all agents.
   * Not empty.
   */
  model_id?: string | undefined;
  /** Type of the calls. */
  type_of_call?: AnalyticsCallType | undefined;
}

/**
 * Type of calls.
 *
 * - `inbound`: Placed by people.
 * - `outbound`: Placed by agents.
 * - `widget`: In a web page.
 */
export type AnalyticsCallType =
  /** Placed by people. */
  | "inbound"
  /** Placed by agents. */
  | "outbound"
  /** In a web page. */
  | "widget";

/** Response of `analytics.export`. */
export interface AnalyticsExport {
  /** Executed actions. */
  executed_actions?: AnalyticsActions | undefined;
  /** Agent performance. */
  assistant_performance?: AnalyticsAssistants | undefined;
  /** Call statuses. */
  call_status_stat?: AnalyticsCallStatuses | undefined;
  /** Recent calls. */
  recent_call_history?: AnalyticsCalls | undefined;
  /** Call durations. */
  duration_metrics?: AnalyticsDurations | undefined;
  /** Reasons why calls ended. */
  end_call_reason_stat?: AnalyticsEndReasons | undefined;
  /** Sentiment. */
  sentiment_stat?: AnalyticsSentiment | undefined;
}

/** Executed actions. */
export interface AnalyticsActions {
  /** Values by action. */
  items?: Array<AnalyticsAction> | undefined;
}

/** Executions of an action. */
export interface AnalyticsAction {
  /** Action name. */
  name?: string | undefined;
  /** Number of executions. */
  value?: number | undefined;
  /** Values by day. */
  series?: Array<AnalyticsActionDay> | undefined;
  /** Change from the previous period, in percent. */
  percentage_change?: number | null | undefined;
}

/** Executions of an action on a day. */
export interface AnalyticsActionDay {
  /** Date. */
  date?: string | undefined;
  /** Number of executions. */
  value?: number | undefined;
  /** The same two fields; legacy API only. */
  items?: AnalyticsDayValue | undefined;
}

/** Value of a day. */
export interface AnalyticsDayValue {
  /** Date. */
  date?: string | undefined;
  /** Value. */
  value?: number | undefined;
}

/** Agent performance. */
export interface AnalyticsAssistants {
  /** By minutes used. */
  by_minutes_used?: Array<AnalyticsMinutesUsed> | undefined;
  /** By number of calls. */
  by_calls_made?: Array<AnalyticsCallsMade> | undefined;
  /** By success rate. */
  by_success_rate?: Array<AnalyticsSuccessRate> | undefined;
}

/** Minutes used by an agent. */
export interface AnalyticsMinutesUsed {
  /** Agent id. */
  model_id?: string | undefined;
  /** Agent name. */
  name?: string | undefined;
  /** Minutes used. */
  minutes_used?: number | undefined;
  /** Change from the previous period, in percent. */
  percentage_change?: number | null | undefined;
}

/** Number of calls of an agent. */
export interface AnalyticsCallsMade {
  /** Agent id. */
  model_id?: string | undefined;
  /** Agent name. */
  name?: string | undefined;
  /** Number of calls. */
  calls_made?: number | undefined;
  /** Change from the previous period, in percent. */
  percent_change?: number | null | undefined;
}

/** Success rate of an agent. */
export interface AnalyticsSuccessRate {
  /** Agent id. */
  model_id?: string | undefined;
  /** Agent name. */
  name?: string | undefined;
  /** Success rate, in percent. */
  success_rate?: number | undefined;
  /** Change from the previous period, in percent. */
  percentage_change?: number | null | undefined;
}

/** Call statuses. */
export interface AnalyticsCallStatuses {
  /** Values by status. */
  items?: Array<AnalyticsCallStatus> | undefined;
  /** Values by day. */
  series?: Array<AnalyticsCallStatusDay> | undefined;
}

/** Calls with a status. */
export interface AnalyticsCallStatus {
  /** Status. */
  status?: CallStatus | undefined;
  /** Number of calls. */
  value?: number | undefined;
  /** Share of calls, in percent. */
  percentage?: number | undefined;
  /** Change from the previous period, in percent. */
  percentage_change?: number | null | undefined;
}

/** Number of calls on a day, by status. */
export interface AnalyticsCallStatusDay {
  /** Date. */
  date?: string | undefined;
  /** Completed successfully. */
  completed?: number | undefined;
  /** Voicemail answered; the agent hung up. */
  hangup_on_voicemail?: number | undefined;
  /** Line busy. */
  busy?: number | undefined;
  /** Not answered. */
  "no-answer"?: number | undefined;
  /** Failed. */
  failed?: number | undefined;
  /** Voicemail answered; the agent left a message. */
  left_voicemail?: number | undefined;
  /** In progress. */
  "in-progress"?: number | undefined;
  /** Status being determined. */
  checking?: number | undefined;
  /** On hold. */
  paused?: number | undefined;
  /** Queued. */
  queue?: number | undefined;
  /** Started. */
  initiated?: number | undefined;
  /** Ringing. */
  ringing?: number | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Recent calls. */
export interface AnalyticsCalls {
  /** Calls. */
  items?: Array<AnalyticsCall> | undefined;
}

/** Summary of a call. */
export interface AnalyticsCall {
  /** Call id: see `calls.get`. */
  call_id?: string | undefined;
  /** Status. */
  call_status?: CallStatus | undefined;
  /** Duration, in seconds. */
  duration?: number | null | undefined;
  /** Agent name. */
  agent_name?: string | null | undefined;
  /** Agent id. */
  model_id?: string | undefined;
  /** Phone number of the person. */
  lead_phone_number?: string | null | undefined;
  /** Creation time, in ISO 8601. */
  created_at?: string | undefined;
}

/** Call durations. */
export interface AnalyticsDurations {
  /** Total duration, in minutes. */
  total_minutes?: number | undefined;
  /** Average duration, in minutes. */
  average_duration?: number | undefined;
  /** Number of calls. */
  total_calls?: number | undefined;
  /** Values by day. */
  series?: Array<AnalyticsDurationDay> | undefined;
  /** Change of the total duration, in percent. */
  total_minutes_percentage_change?: number | null | undefined;
  /** Change of the average duration, in percent. */
  total_duration_percentage_change?: number | null | undefined;
  /** Change of the number of calls, in percent. */
  total_calls_percentage_change?: number | null | undefined;
}

/** Call durations of a day. */
export interface AnalyticsDurationDay {
  /** Date. */
  date?: string | undefined;
  /** Total duration, in minutes. */
  total_minutes?: number | undefined;
  /** Average duration, in minutes. */
  average_duration?: number | undefined;
  /** Number of calls. */
  total_calls?: number | undefined;
}

/** Reasons why calls ended. */
export interface AnalyticsEndReasons {
  /** Values by reason. */
  items?: Array<AnalyticsEndReason> | undefined;
  /** Values by day. */
  series?: Array<AnalyticsEndReasonDay> | undefined;
}

/** Calls that ended for a reason. */
export interface AnalyticsEndReason {
  /** Reason. */
  reason?: EndCallReason | undefined;
  /** Number of calls. */
  value?: number | undefined;
  /** Share of calls, in percent. */
  percentage?: number | undefined;
}

/** Number of calls on a day, by the reason they ended. */
export interface AnalyticsEndReasonDay {
  /** Date. */
  date?: string | undefined;
  /** Voicemail answered. */
  voicemail?: number | undefined;
  /** The human said goodbye first. */
  human_goodbye?: number | undefined;
  /** The agent said goodbye first. */
  agent_goodbye?: number | undefined;
  /** A human answered and was cut off. */
  human_pick_up_cut_off?: number | undefined;
  /** `max_duration` was reached. */
  max_duration?: number | undefined;
  /** Silence exceeded the limit. */
  idle_time_exceeded?: number | undefined;
  /** A goodbye was detected. */
  goodbye_detected?: number | undefined;
  /** The human's connection was lost. */
  user_disconnected?: number | undefined;
  /** The agent left a voicemail message. */
  voicemail_message_left?: number | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Sentiment in calls. */
export interface AnalyticsSentiment {
  /** Calls with positive sentiment, in percent. */
  positive_percentage?: number | undefined;
  /** Values by day. */
  series?: Array<AnalyticsSentimentDay> | undefined;
  /** Change from the previous period, in percent. */
  positive_percentage_change?: number | null | undefined;
}

/** Sentiment on a day. */
export interface AnalyticsSentimentDay {
  /** Date. */
  date?: string | undefined;
  /** Number of calls with positive sentiment. */
  positive?: number | undefined;
  /** Number of calls. */
  total?: number | undefined;
}

/** Query of `phoneNumbers.list`. */
export interface ListPhoneNumbers {
  /**
   * Workspace id from the dashboard; not the API key.
   * Not empty.
   */
  workspace: string;
  /**
   * Page size. Default 20, maximum 100.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /**
   * Index of the first number. Default 0.
   * At least 0.
   */
  offset?: number | undefined;
  /** `true`: only numbers without an inbound agent; `false`: only numbers with one. */
  is_available?: boolean | undefined;
}

/** A phone number in a list. */
export interface PhoneNumberListItem {
  /** Phone number. */
  number?: string | undefined;
  /** SID of the provider. May be null for custom numbers. */
  sid?: string | null | undefined;
  /** Whether no inbound agent uses it. */
  is_available?: boolean | undefined;
  /** Legacy API: phone number. */
  phone_number?: string | null | undefined;
  /** Legacy API: workspace id. */
  workspace?: string | null | undefined;
  /** Legacy API: id of the agent that uses it. */
  assigned_to?: string | null | undefined;
  /** Legacy API: creation time, ISO 8601. */
  created_at?: string | null | undefined;
}

/** Query of `phoneNumbers.get`. */
export interface GetPhoneNumber {
  /**
   * Workspace id from the dashboard; not the API key.
   * Not empty.
   */
  workspace: string;
}

/** A phone number. */
export interface PhoneNumber {
  /** Number without its `+`, as other operations take it. */
  slug?: string | undefined;
  /** Address information that the provider requires. */
  address_requirement?: string | null | undefined;
  /** Number in E.164 format. */
  phone_number?: string | undefined;
  /** Name shown in the dashboard. */
  friendly_name?: string | null | undefined;
  /** Whether it can send SMS. */
  is_sms_capable?: boolean | null | undefined;
  /** Whether it can be used for calls. */
  is_voice_capable?: boolean | null | undefined;
  /** ISO country code. */
  iso_country?: string | null | undefined;
  /** Locality. */
  locality?: string | null | undefined;
  /** User name for SIP REGISTER. */
  sip_auth_username?: string | null | undefined;
  /** Proxy for outbound calls and SIP REGISTER. */
  sip_outbound_proxy?: string | null | undefined;
  /** SIP domain. */
  sip_term_uri?: string | null | undefined;
  /** Whether SIP REGISTER is sent to the provider. */
  uac_enabled?: boolean | null | undefined;
  /** Refresh interval of the SIP registration, in seconds. */
  uac_register_expires?: number | null | undefined;
  /** SID of the provider. */
  sid?: string | null | undefined;
  /** Provider. */
  provider_name?: PhoneNumberProvider | null | undefined;
  /** Region, such as a state. */
  region?: string | null | undefined;
  /** Whether no inbound agent uses it. */
  is_available?: boolean | undefined;
  /** Workspace id of the agency. */
  agency_workspace_id?: string | null | undefined;
  /** Workspace id. */
  workspace_id?: string | undefined;
  /** Creation time, ISO 8601. */
  created_at?: string | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | null | undefined;
  /** Ids of the attached agents. */
  assistants?: Array<string> | null | undefined;
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

/** Body of `phoneNumbers.update`. Omitted fields keep their values. */
export interface UpdatePhoneNumber {
  /** Name shown in the dashboard. */
  friendly_name?: string | undefined;
  /** User name for SIP REGISTER. Default: `trunk_username`. */
  sip_auth_username?: string | undefined;
  /** Proxy for outbound calls and SIP REGISTER. */
  sip_outbound_proxy?: string | undefined;
  /** SIP domain. Required to change it, unless the provider is `five9`, `ringcx` or `zoom`. */
  sip_term_uri?: string | undefined;
  /** Alias of `sip_term_uri`. */
  termination_uri?: string | undefined;
  /** Provider. All but `five9`, `ringcx` and `zoom` require `sip_term_uri`. */
  provider_name?: PhoneNumberProvider | undefined;
  /** User name of the trunk. Required to enable `uac_enabled`. */
  trunk_username?: string | undefined;
  /** Password of the trunk. Required to enable `uac_enabled`. */
  trunk_pwd?: string | undefined;
  /** Whether to send SIP REGISTER to the provider. */
  uac_enabled?: boolean | undefined;
  /**
   * Refresh interval of the SIP registration, in seconds. Default 300.
   * From 60 to 3600.
   */
  uac_register_expires?: number | undefined;
}

/** Body of `phoneNumbers.importCustom`. */
export interface ImportPhoneNumber {
  /**
   * Workspace id.
   * Not empty.
   */
  workspace_id: string;
  /**
   * Number in E.164 format; `five9` and `zoom` also accept other identifiers.
   * Not empty.
   */
  phone_number: string;
  /** Name shown in the dashboard. */
  friendly_name?: string | undefined;
  /** Provider. Default `custom`. */
  provider_name?: PhoneNumberProvider | undefined;
  /**
   * User name of the trunk. Required if `uac_enabled` is `true`.
   * Not empty.
   */
  trunk_username?: string | undefined;
  /**
   * Password of the trunk. Required if `uac_enabled` is `true`.
   * Not empty.
   */
  trunk_pwd?: string | undefined;
  /**
   * SIP domain. Required unless the provider is `five9`, `ringcx` or `zoom`.
   * Not empty.
   */
  termination_uri?: string | undefined;
  /** Proxy for outbound calls and SIP REGISTER. */
  sip_outbound_proxy?: string | undefined;
  /** User name for SIP REGISTER. Default: `trunk_username`. */
  sip_auth_username?: string | undefined;
  /** Whether to send SIP REGISTER to the provider. Default `false`. */
  uac_enabled?: boolean | undefined;
  /**
   * Refresh interval of the SIP registration, in seconds. Default 300.
   * From 60 to 3600.
   */
  uac_register_expires?: number | undefined;
}

/** Response of `phoneNumbers.importCustom`. */
export interface PhoneNumberImported {
  /** Phone number id, a UUID. */
  key: string;
  /** Phone number. */
  phone_number?: string | undefined;
}

/** Query of `voices.list`. */
export interface ListVoices {
  /**
   * Workspace id from the dashboard; not the API key.
   * Not empty.
   */
  workspace: string;
  /**
   * Page size. Default 50, maximum 100.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /**
   * Index of the first voice. Default 0.
   * At least 0.
   */
  offset?: number | undefined;
  /** Voice name to search for, or a part of it. */
  search?: string | undefined;
  /** Provider. Default `elevenlabs`. */
  provider?: VoiceProvider | undefined;
}

/** A voice. */
export interface Voice {
  /** Voice id, as in the `voice_id` of an agent. */
  voice_id: string;
  /** Voice name. */
  name?: string | undefined;
  /** URL of an audio sample. */
  preview?: string | null | undefined;
  /** Id of the workspace it belongs to. */
  workspace?: string | null | undefined;
  /** Provider. */
  provider?: VoiceProvider | null | undefined;
  /** Gender. */
  gender?: VoiceGender | null | undefined;
  /** Languages, as ISO codes or English names. */
  languages?: Array<string> | null | undefined;
  /** Legacy API: language. */
  language?: string | null | undefined;
  /** Legacy API: creation time, ISO 8601. */
  created_at?: string | null | undefined;
}

/**
 * Gender of a voice.
 *
 * - `male`: Male.
 * - `female`: Female.
 * - `neutral`: Neutral.
 */
export type VoiceGender =
  /** Male. */
  | "male"
  /** Female. */
  | "female"
  /** Neutral. */
  | "neutral"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Body of `knowledgeBases.create`. */
export interface CreateKnowledgeBase {
  /** Knowledge base name. */
  name?: string | undefined;
  /** Condition under which the agent consults it. */
  rag_use_condition?: string | undefined;
}

/** Response of `knowledgeBases.create` and `knowledgeBases.update`. */
export interface KnowledgeBaseSaved {
  /**
   * Knowledge base id.
   * Filled from `id` if the API omits it.
   */
  knowledge_base_id: string;
  /** Status message. */
  body?: string | null | undefined;
  /** Legacy API: knowledge base id. */
  id?: string | null | undefined;
  /** Legacy API: knowledge base name. */
  name?: string | null | undefined;
  /** Legacy API: condition under which the agent consults it. */
  rag_use_condition?: string | null | undefined;
}

/** Query of `knowledgeBases.list`. */
export interface ListKnowledgeBases {
  /**
   * Page size. Default 25, maximum 100.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /**
   * Index of the first knowledge base. Default 0.
   * At least 0.
   */
  offset?: number | undefined;
}

/** A knowledge base. */
export interface KnowledgeBase {
  /**
   * Knowledge base id.
   * Filled from `knowledge_base_id` if the API omits it.
   */
  id: string;
  /** Knowledge base name. */
  name?: string | null | undefined;
  /** Condition under which the agent consults it. */
  rag_use_condition?: string | null | undefined;
  /** Legacy API: the `rag_use_condition`. */
  use_condition?: string | null | undefined;
}

/** Body of `knowledgeBases.update`. */
export interface UpdateKnowledgeBase {
  /** Knowledge base name. */
  name?: string | undefined;
  /** Condition under which the agent consults it. */
  rag_use_condition?: string | undefined;
}

/** Query of `knowledgeBases.attach`. */
export interface AttachKnowledgeBase {
  /**
   * Agent id.
   * Not empty.
   */
  model_id: string;
}

/** Response of `knowledgeBases.attach` and `knowledgeBases.detach`. */
export interface KnowledgeBaseAttached {
  /** Status message. */
  body?: string | null | undefined;
  /** Knowledge base id. */
  knowledge_base_id?: string | null | undefined;
  /** Agent id. */
  model_id?: string | null | undefined;
}

/** Body of `knowledgeBases.detach`. */
export interface DetachKnowledgeBase {
  /**
   * Agent id.
   * Not empty.
   */
  model_id: string;
}

/** Query of `knowledgeBases.sources.list`. */
export interface ListKnowledgeBaseSources {
  /**
   * Page size. Default 20, maximum 100.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /**
   * Index of the first source. Default 0.
   * At least 0.
   */
  offset?: number | undefined;
  /** Source name to search for, or a part of it. */
  name?: string | undefined;
}

/** A source of a knowledge base. */
export interface KnowledgeBaseSource {
  /**
   * Source id.
   * Filled from `source_id` if the API omits it.
   */
  id: string;
  /** Source type. */
  type?: KnowledgeBaseSourceType | undefined;
  /** Source name. */
  name?: string | null | undefined;
  /** First 200 characters of a `text` source; empty for other types. */
  content_preview?: string | null | undefined;
  /** URL of the PDF file or web page; empty for `text`. */
  url?: string | null | undefined;
  /** Creation time, ISO 8601. */
  created_at?: string | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | undefined;
}

/**
 * Type of a source.
 *
 * - `pdf`: PDF file at `url`.
 * - `text`: Text in `content`.
 * - `web`: Web page at `url`, which is scraped.
 */
export type KnowledgeBaseSourceType =
  /** PDF file at `url`. */
  | "pdf"
  /** Text in `content`. */
  | "text"
  /** Web page at `url`, which is scraped. */
  | "web";

/** Body of `knowledgeBases.sources.create`. */
export interface CreateKnowledgeBaseSource {
  /** Source name. */
  name?: string | undefined;
  /** Source type. */
  type?: KnowledgeBaseSourceType | undefined;
  /** URL of the PDF file or web page. Required for `pdf` and `web`. */
  url?: string | undefined;
  /**
   * Full text. Required for `text`.
   * Not empty.
   */
  content?: string | undefined;
}

/** Response of `knowledgeBases.sources.create`. */
export interface KnowledgeBaseSourceCreated {
  /**
   * Source id.
   * Filled from `id` if the API omits it.
   */
  source_id: string;
  /** Legacy API: source id. */
  id?: string | null | undefined;
  /** Legacy API: source name. */
  name?: string | null | undefined;
  /** Legacy API: source type. */
  type?: KnowledgeBaseSourceType | null | undefined;
  /** Legacy API: source URL. */
  url?: string | null | undefined;
}

/** Body of `knowledgeBases.sources.update`, depending on the type of the source. */
export type UpdateKnowledgeBaseSource = UpdateKnowledgeBaseSourceUrl | UpdateKnowledgeBaseSourceText;

/** Update of a `pdf` or `web` source. */
export interface UpdateKnowledgeBaseSourceUrl {
  /** Source name. */
  name?: string | undefined;
  /** URL of the PDF file or web page. */
  url: string;
}

/** Update of a `text` source. */
export interface UpdateKnowledgeBaseSourceText {
  /** Source name. */
  name?: string | undefined;
  /** Full text. */
  content: string;
}

/** Response of `knowledgeBases.sources.update`. */
export interface KnowledgeBaseSourceUpdated {
  /**
   * Source id.
   * Filled from `id` if the API omits it.
   */
  source_id: string;
}

/** Response of `knowledgeBases.sources.delete`. */
export interface KnowledgeBaseSourceDeleted {
  /** Status message. */
  body?: string | null | undefined;
  /** Source id. */
  id?: string | null | undefined;
}

/** Body of `phoneBooks.create`. */
export interface CreatePhoneBook {
  /** Phone book name. */
  name: string;
}

/** Response of `phoneBooks.create`. */
export interface PhoneBookCreated {
  /** Phone book id. */
  key: string;
}

/** Query of `phoneBooks.list`. Not documented by the API. */
export interface ListPhoneBooks {
  /**
   * Page number, from 1.
   * At least 1.
   */
  page_number?: number | undefined;
  /**
   * Page size.
   * At least 1.
   */
  page_size?: number | undefined;
}

/** A phone book. */
export interface PhoneBook {
  /** Phone book id. */
  phone_book_id: string;
  /** Workspace id. */
  workspace_id?: string | undefined;
  /** Phone book name. */
  name?: string | undefined;
  /** Number of entries. */
  entry_count?: number | undefined;
  /** Ids of the agents that use it. */
  agents?: Array<string> | undefined;
}

/** Body of `phoneBooks.entries.create`. */
export interface CreatePhoneBookEntry {
  /** Number to transfer to, preferably in E.164 format. */
  phone_number: string;
  /** Condition under which a call is transferred to it. */
  transfer_condition: string;
}

/** Response of `phoneBooks.entries.create`. */
export interface PhoneBookEntryCreated {
  /** Entry id. */
  key: string;
}

/** Body of `subaccounts.create`. */
export interface CreateSubaccount {
  /** Subaccount name. Should be unique. */
  subaccount_name: string;
  /** Email address of a user to invite. */
  user_email?: string | undefined;
  /** Twilio account SID. */
  twilio_account_sid?: string | undefined;
  /** Twilio auth token. A secret. */
  twilio_auth_token?: string | undefined;
  /**
   * Maximum number of concurrent calls.
   * At least 0.
   */
  concurrency?: number | undefined;
  /**
   * Maximum number of agents; null: unlimited.
   * At least 0.
   */
  max_agents?: number | null | undefined;
  /**
   * Maximum call time, in minutes; null: unlimited.
   * At least 0.
   */
  max_minutes?: number | null | undefined;
  /**
   * Maximum number of workflow runs; null: unlimited.
   * At least 0.
   */
  max_workflow_runs?: number | null | undefined;
  /** Features to enable: no duplicates, none that is in `revoke_permissions`. */
  grant_permissions?: Array<SubaccountPermission> | undefined;
  /** Features to disable: no duplicates, none that is in `grant_permissions`. */
  revoke_permissions?: Array<SubaccountPermission> | undefined;
}

/**
 * A feature that a subaccount may use.
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

/** Response of `subaccounts.create`. */
export interface SubaccountCreated {
  /**
   * Subaccount id.
   * Filled from `id` if the API omits it.
   */
  subaccount_id: string;
  /** API key. A secret. */
  api_key?: string | null | undefined;
  /** Email address of the invited user. */
  user_email?: string | null | undefined;
  /** Sign-in link of the invited user. A secret. */
  sign_in_link?: string | null | undefined;
  /** Whether the Twilio account was connected. */
  twilio_connected_successfully?: boolean | null | undefined;
}

/** Query of `subaccounts.list`. */
export interface ListSubaccounts {
  /** Workspace id. Not in the reference. */
  workspace_id?: string | undefined;
}

/** A subaccount. */
export interface Subaccount {
  /**
   * Subaccount id.
   * Filled from `id` if the API omits it.
   */
  subaccount_id: string;
  /** Agency id. */
  agency_id?: string | null | undefined;
  /** Subaccount name. */
  name?: string | null | undefined;
  /** Pricing tiers offered to it. */
  pricing_tiers?: Array<SubaccountPricingTier> | null | undefined;
  /** Features, by name. */
  permissions?: SubaccountPermissions | null | undefined;
  /** Subscription. */
  subscription?: SubaccountSubscription | null | undefined;
  /** Call time used, in minutes. */
  minutes_used?: number | null | undefined;
  /** Maximum call time, in minutes; null: unlimited. */
  max_minutes?: number | null | undefined;
  /** Users. */
  members?: Array<SubaccountMember> | null | undefined;
  /** Legacy API: subaccount name. */
  subaccount_name?: string | null | undefined;
  /** Legacy API: email address of its user. */
  user_email?: string | null | undefined;
  /** Legacy API: whether the Twilio account was connected. */
  twilio_connected_successfully?: boolean | null | undefined;
  /** Legacy API: maximum number of concurrent calls. */
  concurrency?: number | null | undefined;
}

/** A pricing tier offered to a subaccount. */
export interface SubaccountPricingTier {
  /** Pricing tier id. */
  pricing_tier_id?: string | undefined;
}

/** Features that a subaccount may use. */
export interface SubaccountPermissions {
  /** Agents. */
  assistants?: boolean | undefined;
  /** Knowledge bases. */
  knowledge_base?: boolean | undefined;
  /** Actions. */
  actions?: boolean | undefined;
  /** Workflows. */
  workflows?: boolean | undefined;
  /** Contacts. */
  contacts?: boolean | undefined;
  /** Phone numbers. */
  phone_numbers?: boolean | undefined;
  /** Inbound agents. */
  inbound?: boolean | undefined;
  /** Outbound agents. */
  outbound?: boolean | undefined;
  /** Widget agents. */
  widget?: boolean | undefined;
  /** Chat agents. */
  chat?: boolean | undefined;
  /** Logs. */
  logs?: boolean | undefined;
  /** Simulations. */
  simulations?: boolean | undefined;
  /** Analytics. */
  analytics?: boolean | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Subscription of a subaccount. */
export interface SubaccountSubscription {
  /** Stripe subscription id. */
  stripe_subscription_id?: string | null | undefined;
  /** Pricing tier id. */
  synthflow_price_id?: string | null | undefined;
}

/** A user of a subaccount. */
export interface SubaccountMember {
  /** Email address. */
  email?: string | undefined;
  /** Status, such as `active`. */
  status?: string | null | undefined;
}

/** Body of `subaccounts.update`. */
export interface UpdateSubaccount {
  /** Subaccount name. Should be unique. */
  subaccount_name?: string | undefined;
  /** Email address of a user to invite. */
  invite_user_email?: string | undefined;
  /** Pricing tiers to offer. */
  pricing_tiers_attach?: Array<PricingTier> | undefined;
  /** Pricing tiers to withdraw. */
  pricing_tiers_detach?: Array<PricingTier> | undefined;
  /** Existing Stripe subscription to import. */
  import_subscription?: ImportSubscription | undefined;
  /** Twilio account SID. */
  twilio_account_sid?: string | undefined;
  /** Twilio auth token. A secret. */
  twilio_auth_token?: string | undefined;
  /**
   * Maximum number of concurrent calls.
   * At least 0.
   */
  concurrency?: number | undefined;
  /**
   * Maximum number of agents; null: unlimited.
   * At least 0.
   */
  max_agents?: number | null | undefined;
  /**
   * Maximum call time, in minutes; null: unlimited.
   * At least 0.
   */
  max_minutes?: number | null | undefined;
  /**
   * Maximum number of workflow runs; null: unlimited.
   * At least 0.
   */
  max_workflow_runs?: number | null | undefined;
  /** Features to enable: no duplicates, none that is in `revoke_permissions`. */
  grant_permissions?: Array<SubaccountPermission> | undefined;
  /** Features to disable: no duplicates, none that is in `grant_permissions`. */
  revoke_permissions?: Array<SubaccountPermission> | undefined;
  /** Direction in which `products` are moved. */
  operation_type?: ProductsDirection | undefined;
  /** Products to import or return. */
  products?: SubaccountProducts | undefined;
}

/** A pricing tier. */
export interface PricingTier {
  /**
   * Pricing tier id.
   * Not empty.
   */
  pricing_tier_id: string;
}

/** An existing Stripe subscription. */
export interface ImportSubscription {
  /** Stripe subscription id. */
  stripe_subscription_id?: string | undefined;
  /** Id of the pricing tier it is mapped to. */
  synthflow_price_id?: string | undefined;
  /** Legacy API: customer id. */
  customer_id?: string | undefined;
}

/**
 * Direction in which products are moved.
 *
 * - `import`: From the parent workspace to the subaccount.
 * - `return`: From the subaccount to the parent workspace.
 */
export type ProductsDirection =
  /** From the parent workspace to the subaccount. */
  | "import"
  /** From the subaccount to the parent workspace. */
  | "return";

/** Products to import or return. */
export interface SubaccountProducts {
  /** Phone numbers. */
  phone_numbers?: Array<SubaccountPhoneNumber> | undefined;
}

/** A phone number to import or return. The legacy API takes it as a string. */
export type SubaccountPhoneNumber = SubaccountPhoneNumberObject | string;

/** A phone number to import or return. */
export interface SubaccountPhoneNumberObject {
  /** Number in E.164 format. */
  number?: string | undefined;
}

/** Response of `subaccounts.update`. */
export interface SubaccountUpdated {
  /**
   * Subaccount id.
   * Filled from `id` if the API omits it.
   */
  subaccount_id: string;
  /** API key. A secret. */
  api_key?: string | null | undefined;
  /** Email address of the invited user. */
  user_email?: string | null | undefined;
  /** Sign-in link of the invited user. A secret. */
  sign_in_link?: string | null | undefined;
  /** Legacy API: subaccount name. */
  subaccount_name?: string | null | undefined;
  /** Legacy API: email address of the invited user. */
  invite_user_email?: string | null | undefined;
  /** Legacy API: features, by name. */
  permissions?: Record<string, boolean> | null | undefined;
  /** Legacy API: whether the Twilio account was connected. */
  twilio_connected_successfully?: boolean | null | undefined;
  /** Legacy API: maximum number of concurrent calls. */
  concurrency?: number | null | undefined;
}

/** Body of `contacts.create`. */
export interface CreateContact {
  /** Contact name. */
  name?: string | undefined;
  /** Phone number, preferably in E.164 format. */
  phone_number?: string | undefined;
  /** Email address. */
  email?: string | undefined;
  /** Custom fields. */
  contact_metadata?: ContactMetadata | undefined;
}

/** Custom fields of a contact. */
export interface ContactMetadata {
  /** Company name. */
  company?: string | null | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Response of `contacts.create`. */
export interface ContactCreated {
  /**
   * Contact id.
   * Filled from `contact_id` if the API omits it.
   */
  id: string;
}

/** Query of `contacts.list`. */
export interface ListContacts {
  /** Phone number to search for, or a part of it. */
  search?: string | undefined;
  /**
   * Page number, from 1. Not documented by the API.
   * At least 1.
   */
  page_number?: number | undefined;
  /**
   * Page size. Not documented by the API.
   * At least 1.
   */
  page_size?: number | undefined;
  /**
   * Page size. Maximum 100. Not documented by the API; the response is paged by `page_number`.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /**
   * Index of the first contact. Not documented by the API.
   * At least 0.
   */
  offset?: number | undefined;
}

/** A contact. */
export interface Contact {
  /**
   * Contact id.
   * Filled from `contact_id` if the API omits it.
   */
  id: string;
  /** Contact name. */
  name?: string | null | undefined;
  /** Phone number. */
  phone_number?: string | null | undefined;
  /** Email address. */
  email?: string | null | undefined;
  /** Custom fields. */
  contact_metadata?: ContactMetadata | null | undefined;
  /** Workspace id. */
  workspace_id?: string | undefined;
  /** Creation time, ISO 8601. */
  created_at?: string | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | undefined;
  /** Ids of the memory stores it is attached to. */
  memory_store_ids?: Array<string> | null | undefined;
}

/** Body of `contacts.update`. */
export interface UpdateContact {
  /** Contact name. */
  name?: string | undefined;
  /** Phone number, preferably in E.164 format. */
  phone_number?: string | undefined;
  /** Email address. */
  email?: string | undefined;
  /** Custom fields. */
  contact_metadata?: ContactMetadata | undefined;
}

/** Body of `memoryStores.create`. */
export interface CreateMemoryStore {
  /** Memory store name. */
  title?: string | undefined;
  /** Description. */
  description?: string | undefined;
}

/** A memory store. Some fields are returned by some operations only. */
export interface MemoryStore {
  /**
   * Memory store id.
   * Filled from `memory_store_id` if the API omits it.
   */
  id: string;
  /** Memory store name. */
  title?: string | null | undefined;
  /** Description. Returned by `memoryStores.create`. */
  description?: string | null | undefined;
  /** Workspace id. */
  workspace_id?: string | undefined;
  /** Number of contacts. Returned by `memoryStores.create`. */
  number_of_contacts?: number | null | undefined;
  /** Number of agents. Returned by `memoryStores.create`. */
  number_of_agents?: number | null | undefined;
  /** Creation time, ISO 8601. */
  created_at?: string | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | undefined;
  /** Contact ids. Returned by `memoryStores.get` and `memoryStores.list`. */
  contact_ids?: Array<string> | null | undefined;
}

/** Query of `memoryStores.list`. */
export interface ListMemoryStores {
  /** Memory store name to search for, or a part of it. */
  search?: string | undefined;
  /**
   * Page number, from 1. Not documented by the API.
   * At least 1.
   */
  page_number?: number | undefined;
  /**
   * Page size. Not documented by the API.
   * At least 1.
   */
  page_size?: number | undefined;
}

/** Body of `memoryStores.update`. */
export interface UpdateMemoryStore {
  /** Memory store name. */
  title?: string | undefined;
  /** Description. */
  description?: string | undefined;
}

/** Response of `memoryStores.update`. */
export interface MemoryStoreUpdated {
  /**
   * Memory store id.
   * Filled from `memory_store_id` if the API omits it.
   */
  id: string;
}

/** What a memory store remembers about a contact. */
export interface ContactMemory {
  /** Memory store id. */
  memory_store_id?: string | undefined;
  /** Memory store name. */
  memory_store_title?: string | null | undefined;
  /** Remembered text. */
  memory?: string | null | undefined;
  /** Creation time, ISO 8601. */
  created_at?: string | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | undefined;
}

/** Query of `webhookLogs.list`. */
export interface ListWebhookLogs {
  /**
   * Workspace id.
   * Not empty.
   */
  workspace_id: string;
  /**
   * Page number, from 1.
   * At least 1.
   */
  page_number?: number | undefined;
  /**
   * Page size.
   * At least 1.
   */
  page_size?: number | undefined;
  /** Text to search for. */
  search?: string | undefined;
  /** Webhook type. */
  webhook_type?: WebhookType | undefined;
  /** Delivery status. */
  status?: WebhookStatus | undefined;
  /** HTTP method. */
  http_method?: WebhookVerb | undefined;
  /**
   * Earliest request time, ISO 8601.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  from_date?: string | undefined;
  /**
   * Latest request time, ISO 8601.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  to_date?: string | undefined;
  /**
   * Agent id.
   * Not empty.
   */
  assistant_id?: string | undefined;
  /**
   * Call id.
   * Not empty.
   */
  call_id?: string | undefined;
}

/**
 * Type of a webhook.
 *
 * - `external_webhook`: Post-call webhook: `external_webhook_url`.
 * - `inbound_webhook`: Inbound call webhook: `inbound_call_webhook_url`.
 * - `custom_action`: Custom action.
 */
export type WebhookType =
  /** Post-call webhook: `external_webhook_url`. */
  | "external_webhook"
  /** Inbound call webhook: `inbound_call_webhook_url`. */
  | "inbound_webhook"
  /** Custom action. */
  | "custom_action";

/**
 * Delivery status of a webhook.
 *
 * - `pending`: No response yet.
 * - `success`: Your URL responded successfully.
 * - `failed`: Your URL responded with an error or could not be reached.
 */
export type WebhookStatus =
  /** No response yet. */
  | "pending"
  /** Your URL responded successfully. */
  | "success"
  /** Your URL responded with an error or could not be reached. */
  | "failed";

/**
 * HTTP method of a webhook.
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

/** A webhook log in a list. */
export interface WebhookLogListItem {
  /** Request time, ISO 8601. */
  request_timestamp: string;
  /** Webhook log id. */
  webhook_log_id: string;
  /** Agent id. */
  model_id: string;
  /** Delivery status. */
  status: WebhookStatus;
  /** Webhook URL. */
  webhook_url?: string | undefined;
  /** HTTP status of the response. */
  response_status_code?: number | null | undefined;
  /** HTTP method. */
  http_method?: string | undefined;
}

/** Query of `webhookLogs.get`. */
export interface GetWebhookLog {
  /**
   * Workspace id.
   * Not empty.
   */
  workspace_id: string;
}

/** A webhook log. */
export interface WebhookLog {
  /** Webhook log id. */
  webhook_log_id: string;
  /** Webhook type. */
  webhook_type: WebhookType;
  /** Webhook URL. */
  webhook_url: string;
  /** Call id. */
  call_id: string;
  /** Agent id. */
  model_id?: string | null | undefined;
  /** Workspace id. */
  workspace_id?: string | null | undefined;
  /** Action id of a custom action. */
  action_id?: string | null | undefined;
  /** Request time, ISO 8601. */
  request_timestamp: string;
  /** Attempt number, from 1. */
  attempt_number: number;
  /** Request headers. */
  request_headers: Record<string, unknown>;
  /** Request body. */
  request_payload: Record<string, unknown>;
  /** Response time, ISO 8601. */
  response_timestamp?: string | null | undefined;
  /** HTTP status of the response. */
  response_status_code?: number | null | undefined;
  /** Response body. */
  response_payload?: Record<string, unknown> | null | undefined;
  /** Response headers. */
  response_headers?: Record<string, unknown> | null | undefined;
  /** Duration, in milliseconds. */
  duration_ms?: number | null | undefined;
  /** Delivery status. */
  status: WebhookStatus;
  /** Error message. */
  error_message?: string | null | undefined;
  /** Origin of the request: `user_agent`, `x_forwarded_for`, `x_real_ip`. */
  request_origin?: Record<string, unknown> | null | undefined;
  /** Location in the flow: `stage`, `stage_name`, optionally `node`, `node_name`. */
  flow_location?: Record<string, unknown> | null | undefined;
  /** Request query. */
  request_query_params?: Record<string, unknown> | null | undefined;
  /** Time to the first byte of the response, in milliseconds. */
  response_ttfb_ms?: number | null | undefined;
  /** Response size including headers, in bytes. */
  response_size_total?: number | null | undefined;
  /** Response body size, in bytes. */
  response_size_body?: number | null | undefined;
}

/** Body of `simulations.create` and `simulations.update`. */
export interface LegacySimulationCase {
  /** Case name. */
  name?: string | null | undefined;
  /** Prompt of the simulated caller. */
  prompt?: string | null | undefined;
  /** Case type. */
  type?: SimulationCaseType | null | undefined;
  /** Success criteria, in plain language. */
  success_criteria?: Array<string> | null | undefined;
  /** How many criteria must be met. */
  call_success_type?: CallSuccessType | null | undefined;
  /** Suite id. */
  suite_id?: string | null | undefined;
  /** Id of the agent that plays the caller. */
  base_agent_id?: string | null | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/**
 * Type of a simulation case.
 *
 * - `custom`: The caller follows `prompt`.
 * - `agent_based`: Another agent plays the caller.
 */
export type SimulationCaseType =
  /** The caller follows `prompt`. */
  | "custom"
  /** Another agent plays the caller. */
  | "agent_based";

/**
 * How many success criteria must be met.
 *
 * - `all`: All of them.
 * - `any`: At least one.
 */
export type CallSuccessType =
  /** All of them. */
  | "all"
  /** At least one. */
  | "any";

/** A simulation case. */
export interface SimulationCase {
  /** Case id. */
  simulation_case_id: string;
  /** Workspace id. */
  workspace_id?: string | undefined;
  /** Suite id. */
  suite_id?: string | null | undefined;
  /** Case name. */
  name?: string | undefined;
  /** Prompt of the simulated caller. */
  prompt?: string | undefined;
  /** Case type. */
  type?: SimulationCaseType | undefined;
  /** Success criteria, in plain language. */
  success_criteria?: Array<string> | undefined;
  /** How many criteria must be met. */
  call_success_type?: CallSuccessType | undefined;
  /** Agent that plays the caller. */
  base_agent?: SimulationBaseAgent | null | undefined;
  /** Creation time, ISO 8601. */
  created_at?: string | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | undefined;
}

/** An agent that plays the caller. */
export interface SimulationBaseAgent {
  /** Agent id. */
  model_id?: string | undefined;
  /** Agent name. */
  agent_name?: string | undefined;
  /** Agent type. */
  agent_type?: string | undefined;
  /** Voice engine. */
  voice_engine_type?: string | undefined;
  /** Phone number. */
  phone_number?: string | null | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | undefined;
  /** Image URL. */
  image_url?: string | null | undefined;
}

/** Query of the lists of `simulations`. */
export interface LegacyListSimulations {
  /**
   * Page number, from 1.
   * At least 1.
   */
  page_number?: number | undefined;
  /**
   * Page size.
   * At least 1.
   */
  page_size?: number | undefined;
  /** Name to search for, or a part of it. */
  search?: string | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** Body of `simulations.generate`. */
export interface LegacyGenerateSimulations {
  /** Agent id. */
  agent_id?: string | undefined;
  /** Id of the suite to add the cases to. */
  suite_id?: string | undefined;
  /** What the cases test. */
  include_tests?: Array<SimulationTest> | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/**
 * What a generated case tests.
 *
 * - `csat_score`: Customer satisfaction.
 * - `accuracy_of_responses`: Accuracy of the agent's responses.
 * - `script_compliance`: Adherence to the script.
 * - `angry_user`: An angry caller.
 * - `repetitive_phrases`: Repeated phrases.
 * - `conversational_naturalness`: Naturalness of the conversation.
 * - `task_completion`: Completion of the caller's task.
 */
export type SimulationTest =
  /** Customer satisfaction. */
  | "csat_score"
  /** Accuracy of the agent's responses. */
  | "accuracy_of_responses"
  /** Adherence to the script. */
  | "script_compliance"
  /** An angry caller. */
  | "angry_user"
  /** Repeated phrases. */
  | "repetitive_phrases"
  /** Naturalness of the conversation. */
  | "conversational_naturalness"
  /** Completion of the caller's task. */
  | "task_completion";

/** Body of `simulations.start`. */
export interface LegacyStartSimulation {
  /** Case id. */
  simulation_case_id?: string | undefined;
  /** Id of the session to add the run to. */
  simulation_session_id?: string | null | undefined;
  /** Id of the agent under test. */
  target_agent_id?: string | undefined;
  /** Variables for its prompt. */
  custom_variables?: Record<string, unknown> | undefined;
  /** Other fields are accepted. */
  [field: string]: unknown;
}

/** A simulation run. */
export interface SimulationRun {
  /** Run id. */
  simulation_id: string;
  /** Session id. */
  simulation_session_id?: string | undefined;
  /** Case id. */
  simulation_case_id?: string | undefined;
  /** Case name. */
  simulation_case_name?: string | null | undefined;
  /** Prompt of the simulated caller. */
  simulation_case_prompt?: string | null | undefined;
  /** Success criteria, in plain language. */
  success_criteria?: Array<string> | null | undefined;
  /** How many criteria must be met. */
  call_success_type?: CallSuccessType | null | undefined;
  /** Id of the agent that plays the caller. */
  persona_agent_id?: string | null | undefined;
  /** Phone number of the caller. */
  persona_phone_number?: string | null | undefined;
  /** Id of the agent under test. */
  target_agent_id?: string | undefined;
  /** Name of the agent under test. */
  agent_name?: string | null | undefined;
  /** Its avatar URL. */
  agent_avatar_url?: string | null | undefined;
  /** Its phone number. */
  target_phone_number?: string | null | undefined;
  /** Call id, for `calls.get`. */
  target_call_id?: string | null | undefined;
  /** Variables for its prompt. */
  custom_variables?: Record<string, unknown> | null | undefined;
  /** Run status. */
  status?: SimulationStatus | undefined;
  /** Workspace id. */
  workspace_id?: string | undefined;
  /** Creation time, ISO 8601. */
  created_at?: string | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | undefined;
  /** Error of a failed run. */
  error_info?: SimulationError | null | undefined;
  /** Recording URL. */
  recording_url?: string | null | undefined;
  /** Utterances and actions, in order. */
  timeline?: Array<SimulationTimelineItem> | null | undefined;
  /** Evaluation of the success criteria. */
  success_criteria_analysis?: SimulationAnalysis | null | undefined;
}

/**
 * Status of a run.
 *
 * - `in-progress`: In progress.
 * - `completed`: Completed.
 * - `failed`: Failed.
 */
export type SimulationStatus =
  /** In progress. */
  | "in-progress"
  /** Completed. */
  | "completed"
  /** Failed. */
  | "failed";

/** Error of a run. */
export interface SimulationError {
  /** Error message. */
  message: string;
  /** Error code. */
  code: number;
  /** Error type. */
  type: string;
}

/** An utterance or action of a run. */
export interface SimulationTimelineItem {
  /** Sender. */
  sender_type?: string | null | undefined;
  /** Content. */
  value?: string | null | undefined;
  /** Item type. */
  type?: string | null | undefined;
  /** Time, ISO 8601. */
  timestamp_datetime?: string | null | undefined;
  /** Time since the start of the run, in seconds. */
  timestamp?: SimulationTimestamp | null | undefined;
}

/** Time in seconds. */
export type SimulationTimestamp = string | number;

/** Evaluation of a run. */
export interface SimulationAnalysis {
  /** Whether the run succeeded. */
  success: boolean;
  /** Evaluation of each criterion. */
  evaluations: Array<SimulationEvaluation>;
}

/** Evaluation of a success criterion. */
export interface SimulationEvaluation {
  /** Whether it is met. */
  success: boolean;
  /** Explanation. */
  reasoning: string;
}

/** A session. */
export interface SimulationRunSession {
  /** Session id. */
  simulation_session_id: string;
  /** Runs. */
  simulations?: Array<SimulationRun> | null | undefined;
  /** Number of runs. */
  total_simulations?: number | undefined;
  /** Number of completed runs. */
  completed_simulations?: number | undefined;
  /** Number of failed runs. */
  failed_simulations?: number | undefined;
  /** Number of runs not yet finished. */
  pending_simulations?: number | undefined;
}

/** Body of `simulationCases.create`. */
export interface CreateSimulationCase {
  /** Case name. */
  name: string;
  /** Prompt of the simulated caller. */
  prompt: string;
  /** Case type. */
  type: SimulationCaseType;
  /** Success criteria, in plain language. */
  success_criteria: Array<string>;
  /** How many criteria must be met. */
  call_success_type: CallSuccessType;
  /** Suite id. Required for version 2 suites. */
  suite_id?: string | undefined;
  /** Id of the agent that plays the caller, for the type `agent_based`. */
  base_agent_id?: string | null | undefined;
}

/** Query of `simulationCases.list`. */
export interface ListSimulationCases {
  /**
   * Page number, from 1. Default 1.
   * At least 1.
   */
  page_number?: number | undefined;
  /**
   * Page size. Default 10.
   * At least 1.
   */
  page_size?: number | undefined;
  /** Case name to search for, or a part of it. */
  search?: string | undefined;
  /** Case type. */
  simulation_case_type?: SimulationCaseType | undefined;
  /** Suite id. */
  suite_id?: string | undefined;
}

/** Body of `simulationCases.update`. */
export interface UpdateSimulationCase {
  /** Case name. */
  name?: string | null | undefined;
  /** Prompt of the simulated caller. */
  prompt?: string | null | undefined;
  /** Success criteria, in plain language. */
  success_criteria?: Array<string> | null | undefined;
  /** How many criteria must be met. */
  call_success_type?: CallSuccessType | null | undefined;
  /** Suite id. */
  suite_id?: string | null | undefined;
}

/** Query of `simulationCases.listByAgent`. */
export interface ListSimulationCasesByAgent {
  /**
   * Agent id.
   * Not empty.
   */
  agent_id: string;
}

/** Body of `simulationCases.generate`. */
export interface GenerateSimulationCases {
  /**
   * Agent id.
   * Not empty.
   */
  agent_id: string;
  /** Id of the suite to add the cases to. */
  suite_id?: string | undefined;
  /** What the cases test. */
  include_tests?: Array<SimulationTest> | undefined;
}

/** Body of `simulationScenarios.create`. */
export interface CreateSimulationScenario {
  /** Scenario name. */
  name: string;
  /** Situation to test. */
  description: string;
}

/** A simulation scenario. */
export interface SimulationScenario {
  /**
   * Scenario id.
   * Filled from `scenario_id` if the API omits it.
   */
  id: string;
  /** Scenario name. */
  name?: string | undefined;
  /** Situation to test. */
  description?: string | undefined;
  /** Workspace id. */
  workspace_id?: string | undefined;
  /** Creation time, ISO 8601. */
  created_at?: string | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | undefined;
}

/** Query of `simulationScenarios.list`. */
export interface ListSimulationScenarios {
  /**
   * Page number, from 1. Default 1.
   * At least 1.
   */
  page_number?: number | undefined;
  /**
   * Page size. Default 10.
   * At least 1.
   */
  page_size?: number | undefined;
  /** Scenario name to search for, or a part of it. */
  search?: string | undefined;
  /**
   * Earliest creation time, ISO 8601.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  start_date?: string | undefined;
  /**
   * Latest creation time, ISO 8601.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  end_date?: string | undefined;
}

/** Body of `simulationScenarios.update`. */
export interface UpdateSimulationScenario {
  /** Scenario name. */
  name?: string | null | undefined;
  /** Situation to test. */
  description?: string | null | undefined;
}

/** Body of `simulationSuites.create`. */
export interface CreateSimulationSuite {
  /** Suite name. */
  name: string;
  /**
   * Agent id.
   * Not empty.
   */
  model_id: string;
  /** Language. Default `en-US`. */
  language?: SimulationLanguage | undefined;
}

/**
 * Language of a simulation, as a locale code such as `en-US`.
 *
 * - `en-US`: English (United States).
 * - `multi` is not accepted; use one language, such as en-US.
 */
export type SimulationLanguage =
  /** English (United States). */
  | "en-US"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** A simulation suite. */
export interface SimulationSuite {
  /**
   * Suite id.
   * Filled from `suite_id` if the API omits it.
   */
  id: string;
  /** Suite name. */
  name?: string | undefined;
  /** Agent id. */
  model_id?: string | undefined;
  /** Workspace id. */
  workspace_id?: string | undefined;
  /** Language. */
  language?: string | undefined;
  /** Cases. */
  cases?: Array<SimulationCase> | null | undefined;
  /** Summary of the agent. */
  agent?: SimulationAgent | null | undefined;
  /** Creation time, ISO 8601. */
  created_at?: string | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | undefined;
}

/** Summary of an agent. */
export interface SimulationAgent {
  /** Agent id. */
  id?: string | undefined;
  /** Agent name. */
  name?: string | undefined;
  /** Avatar URL. */
  avatar?: string | null | undefined;
}

/** Query of `simulationSuites.list`. */
export interface ListSimulationSuites {
  /**
   * Page number, from 1. Default 1.
   * At least 1.
   */
  page_number?: number | undefined;
  /**
   * Page size. Default 10.
   * At least 1.
   */
  page_size?: number | undefined;
  /** Suite name to search for, or a part of it. */
  search?: string | undefined;
  /** Agent ids to filter by. */
  model_ids?: Array<string> | undefined;
  /**
   * Earliest creation time, ISO 8601.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  start_date?: string | undefined;
  /**
   * Latest creation time, ISO 8601.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  end_date?: string | undefined;
}

/** A suite in a list. */
export interface SimulationSuiteListItem {
  /**
   * Suite id.
   * Filled from `suite_id` if the API omits it.
   */
  id: string;
  /** Suite name. */
  name: string;
  /** Agent id. */
  model_id: string;
  /** Workspace id. */
  workspace_id: string;
  /** Language. */
  language?: string | undefined;
  /** Creation time, ISO 8601. */
  created_at?: string | undefined;
  /** Time of the last update, ISO 8601. */
  updated_at?: string | undefined;
  /** Summaries of the cases. */
  case_summaries?: Array<SimulationCaseSummary> | undefined;
  /** Summary of the agent. */
  agent?: SimulationAgent | null | undefined;
}

/** Summary of a case. */
export interface SimulationCaseSummary {
  /** Case id. */
  simulation_case_id: string;
  /** Case name. */
  name: string;
}

/** Body of `simulationSuites.update`. */
export interface UpdateSimulationSuite {
  /** Suite name. */
  name?: string | null | undefined;
  /** Agent id. */
  model_id?: string | null | undefined;
}

/** Query of `simulationSuites.execute`. */
export interface ExecuteSimulationSuite {
  /**
   * Agent id: the `model_id` of the suite.
   * Not empty.
   */
  target_agent_id: string;
  /**
   * Maximum number of turns per run. Default 20.
   * From 10 to 50.
   */
  max_turns?: number | undefined;
}

/** Response of `simulationSuites.execute`. */
export interface SimulationSuiteExecuted {
  /** Session id, for `simulationRuns.sessions.get`. */
  session_id: string;
  /** Suite id. */
  suite_id?: string | undefined;
  /** Suite name. */
  suite_name?: string | undefined;
  /** Number of cases. */
  total_cases?: number | undefined;
  /** Status, such as `started`. */
  status?: string | undefined;
}

/** Body of `simulationRuns.start`. */
export interface StartSimulationRun {
  /**
   * Case id.
   * Not empty.
   */
  simulation_case_id: string;
  /** Id of the session to add the run to. Default: a new session. */
  simulation_session_id?: string | null | undefined;
  /**
   * Id of the agent under test.
   * Not empty.
   */
  target_agent_id: string;
  /** Variables for its prompt. */
  custom_variables?: Record<string, unknown> | undefined;
}

/** Query of `simulationRuns.list`. */
export interface ListSimulationRuns {
  /**
   * Page number, from 1. Default 1.
   * At least 1.
   */
  page_number?: number | undefined;
  /**
   * Page size. Default 10.
   * At least 1.
   */
  page_size?: number | undefined;
  /** Session id. */
  simulation_session_id?: string | undefined;
  /** Run status. */
  status?: SimulationStatus | undefined;
  /**
   * Earliest creation time, ISO 8601.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  start_date?: string | undefined;
  /**
   * Latest creation time, ISO 8601.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  end_date?: string | undefined;
  /** Id of the agent under test. */
  target_agent_id?: string | undefined;
}

/** Query of `simulationRuns.sessions.list`. */
export interface ListSimulationRunSessions {
  /**
   * Page number, from 1. Default 1.
   * At least 1.
   */
  page_number?: number | undefined;
  /**
   * Page size. Default 10.
   * At least 1.
   */
  page_size?: number | undefined;
  /** Id of the agent under test. */
  target_agent_id?: string | undefined;
  /**
   * Earliest creation time, ISO 8601.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  start_date?: string | undefined;
  /**
   * Latest creation time, ISO 8601.
   * Such as `2026-04-01` or `2026-04-01T09:30:00Z`.
   */
  end_date?: string | undefined;
}

/** Query of `chats.list`. */
export interface ListChats {
  /**
   * Agent id to filter by.
   * Not empty.
   */
  agent_id?: string | undefined;
  /**
   * Page size. Default 10, maximum 100.
   * From 1 to 100.
   */
  limit?: number | undefined;
  /** `next_cursor` of the previous page. */
  cursor?: string | undefined;
}

/** A chat in a list. */
export interface ChatListItem {
  /** Chat id. */
  chat_id: string;
  /** Chat status. */
  chat_status: ChatStatus;
  /** Start time, ISO 8601. */
  start_timestamp: string;
}

/**
 * Status of a chat.
 *
 * - `ongoing`: In progress.
 * - `completed`: Completed.
 * - `cancelled`: Canceled.
 */
export type ChatStatus =
  /** In progress. */
  | "ongoing"
  /** Completed. */
  | "completed"
  /** Canceled. */
  | "cancelled"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Body of `chats.create`. */
export interface CreateChat {
  /**
   * Chat agent id.
   * Not empty.
   */
  model_id: string;
  /** Metadata of your own. */
  metadata?: Record<string, unknown> | undefined;
}

/** A chat. */
export interface Chat {
  /** Chat id. */
  chat_id: string;
  /** Chat status. */
  chat_status: ChatStatus;
  /** Messages, in order. */
  conversation_history: Array<ChatMessage>;
  /** First message of the agent. */
  initial_message?: ChatFirstMessage | null | undefined;
  /** Start time, ISO 8601. */
  start_timestamp: string;
  /** All messages as one string. */
  transcript: string;
  /** Flow logs, by agent id. */
  fsm_log?: Record<string, ChatFlowLog> | null | undefined;
}

/** A message of a chat. */
export interface ChatMessage {
  /** Agent id, or `user` for a message of the user. */
  agent_id: string;
  /** State of the flow. */
  current_state: string;
  /** Message text. */
  message: string;
  /** Time of the message, ISO 8601. */
  timestamp: string;
  /** Turn number. */
  turn_number: number;
}

/** First message of an agent. */
export interface ChatFirstMessage {
  /** Message text. */
  agent_message?: string | undefined;
  /** State of the flow. */
  current_state?: string | undefined;
  /** Time of the message, ISO 8601. */
  timestamp?: string | undefined;
  /** Turn number. */
  turn_number?: number | undefined;
}

/** Flow log of an agent. */
export interface ChatFlowLog {
  /** Current state. */
  current_state: string;
  /** Party whose turn it is. */
  current_turn: string;
  /** Number of events, by type. */
  event_summary: Record<string, number>;
  /** Events. */
  events: Array<ChatFlowEvent>;
  /** Execution statistics. */
  execution_stats: ChatFlowStats;
  /** Flow metadata. */
  fsm_metadata: ChatFlowMetadata;
  /** States visited, in order. */
  state_path?: Array<string> | undefined;
  /** Variables, by name. */
  variables: Record<string, ChatFlowVariable>;
}

/** An event of a flow. */
export interface ChatFlowEvent {
  /** Event type. */
  event_type: ChatFlowEventType;
  /** State in which it occurred. */
  state_id: string;
  /** Time, in milliseconds since the epoch. */
  timestamp: number;
  /** Details, which depend on the type. */
  details: Record<string, unknown>;
}

/**
 * Type of a flow event.
 *
 * - `fsm_started`: The flow started.
 * - `state_executed`: A state was executed.
 * - `utterance_sent`: An utterance was sent.
 * - `state_transition`: The state changed.
 * - `turn_changed`: The turn changed.
 * - `user_input`: The user sent a message.
 * - `command_executed`: A command was executed.
 * - `command_received`: A command was received.
 * - `command_failed`: A command failed.
 * - `action_executed`: An action was executed.
 * - `action_failed`: An action failed.
 * - `transition`: A transition.
 * - `error`: An error occurred.
 */
export type ChatFlowEventType =
  /** The flow started. */
  | "fsm_started"
  /** A state was executed. */
  | "state_executed"
  /** An utterance was sent. */
  | "utterance_sent"
  /** The state changed. */
  | "state_transition"
  /** The turn changed. */
  | "turn_changed"
  /** The user sent a message. */
  | "user_input"
  /** A command was executed. */
  | "command_executed"
  /** A command was received. */
  | "command_received"
  /** A command failed. */
  | "command_failed"
  /** An action was executed. */
  | "action_executed"
  /** An action failed. */
  | "action_failed"
  /** A transition. */
  | "transition"
  /** An error occurred. */
  | "error"
  /** Other values are accepted: the API adds to this list. */
  | (string & {});

/** Execution statistics of a flow. */
export interface ChatFlowStats {
  /** Number of commands executed. */
  commands_executed?: number | undefined;
  /** Number of state transitions. */
  state_transitions?: number | undefined;
  /** Number of events. */
  total_events?: number | undefined;
}

/** Flow metadata. */
export interface ChatFlowMetadata {
  /** Flow name. */
  name?: string | undefined;
}

/** A variable of a flow. */
export interface ChatFlowVariable {
  /** Value; null if not collected. */
  value?: ChatFlowValue | null | undefined;
  /** Whether it was collected. */
  collected?: boolean | undefined;
}

/** Value of a flow variable. */
export type ChatFlowValue = string | number | boolean | Record<string, unknown>;

/** Body of `chats.sendMessage`. */
export interface SendChatMessage {
  /**
   * Text of the user's message.
   * Not empty.
   */
  message: string;
}

/** Response of `chats.sendMessage`: the agent's reply. */
export interface ChatReply {
  /** Message text. */
  agent_message: string;
  /** State of the flow. */
  current_state: string;
  /** Time of the message, ISO 8601. */
  timestamp: string;
  /** Turn number. */
  turn_number: number;
}

/** Body of `chats.createOutbound`. */
export interface CreateOutboundChat {
  /**
   * Chat agent id, a UUID.
   * Not empty.
   */
  agent_id: string;
  /** Channel of the message. */
  channel: ChatChannel;
  /** Recipient's number, in E.164 format. */
  to_number: string;
  /** Sender's number at Twilio, in E.164 format. */
  from_number: string;
  /**
   * First message. On WhatsApp only within 24 hours of the recipient's last message.
   * Not empty.
   */
  initial_message?: string | undefined;
  /** First message on WhatsApp as a template. Required outside these 24 hours. */
  template?: ChatTemplate | undefined;
  /** Variables for the prompt. */
  custom_variables?: Record<string, unknown> | undefined;
}

/**
 * Channel of an outbound chat.
 *
 * - `sms`: Text message.
 * - `whatsapp`: WhatsApp.
 */
export type ChatChannel =
  /** Text message. */
  | "sms"
  /** WhatsApp. */
  | "whatsapp";

/** A WhatsApp message template. */
export interface ChatTemplate {
  /**
   * SID of an approved Twilio Content template: `HX…`.
   * Not empty.
   */
  content_sid: string;
  /** Values of the placeholders, by placeholder number. */
  variables?: Record<string, unknown> | undefined;
}

/** Response of `chats.createOutbound`. */
export interface OutboundChatCreated {
  /** Conversation id, a UUID. */
  conversation_id: string;
}

/** Response of `mcp.get`. */
export interface McpConfig {
  /** MCP servers. */
  servers: Array<McpServer>;
}

/** An MCP server. */
export interface McpServer {
  /** Server id. */
  id: string;
  /** HTTPS URL of the server's SSE endpoint. */
  mcp_url: string;
  /** Whether it has stored headers. */
  has_headers: boolean;
  /** Names of these headers. */
  headers_keys?: Array<string> | null | undefined;
}

/** Body of `mcp.set` and `mcp.update`. */
export interface SetMcpConfig {
  /** Servers to add or update. */
  servers: Array<SetMcpServer>;
}

/** An MCP server to add or update. */
export interface SetMcpServer {
  /** Server id. Omit it for a new server. */
  id?: string | undefined;
  /**
   * HTTPS URL of the server's SSE endpoint.
   * An https URL.
   */
  mcp_url: string;
  /** Headers to send. Omitted or null: the stored headers are kept; `{}`: they are removed. */
  headers?: Record<string, string> | null | undefined;
}

/** Query of `mcp.discoverTools`. */
export interface DiscoverMcpTools {
  /** Server id. Default: all servers. */
  config_id?: string | undefined;
}

/** Response of `mcp.discoverTools`. */
export interface McpToolsDiscovered {
  /** MCP servers with their tools. */
  servers: Array<McpServerTools>;
}

/** The tools of an MCP server. */
export interface McpServerTools {
  /** Server id. */
  config_id?: string | null | undefined;
  /** Name reported by the server. */
  server_name: string;
  /** Title reported by the server. */
  server_title?: string | null | undefined;
  /** Version reported by the server. */
  server_version?: string | null | undefined;
  /** Prefix of the tool names. */
  namespace: string;
  /** Tools. */
  tools: Array<McpTool>;
  /** Error message; empty if the server responded. */
  error?: string | null | undefined;
}

/** A tool of an MCP server. */
export interface McpTool {
  /** Tool name for `mcp.invokeTool`. */
  namespaced_tool: string;
  /** Tool name on the server. */
  original_tool_name: string;
  /** Tool description. */
  tool_description?: string | null | undefined;
  /** JSON Schema of the arguments. */
  input_schema?: Record<string, unknown> | null | undefined;
}

/** Body of `mcp.invokeTool`. */
export interface InvokeMcpTool {
  /**
   * Tool name from `mcp.discoverTools`: `{namespace}__{tool_name}`.
   * Not empty.
   */
  namespaced_tool: string;
  /** Arguments as described by the tool's `input_schema`. */
  arguments?: Record<string, unknown> | undefined;
  /**
   * Timeout, in milliseconds.
   * At least 0.
   */
  timeout_ms?: number | undefined;
}

/** Response of `mcp.invokeTool`. */
export interface McpToolInvoked {
  /** Result of the tool; empty on failure. */
  result?: string | null | undefined;
  /** Whether the tool failed. */
  is_error?: boolean | null | undefined;
  /** Error message. */
  error?: string | null | undefined;
}
