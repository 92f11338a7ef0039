/** Uses every method, model and error by its type. Compiled, never run: see types.test.js. */

import {
  type Agent,
  type AgentSaved,
  APIAbortError,
  APIConnectionError,
  APIError,
  type APIPromise,
  APIResponseError,
  APITimeoutError,
  AuthenticationError,
  BadRequestError,
  type Call,
  type ClientOptions,
  type CreateAgent,
  InternalServerError,
  init,
  NotFoundError,
  type Page,
  type PagePromise,
  PermissionDeniedError,
  RateLimitError,
  type RequestOptions,
  Synthflow,
  SynthflowError,
  UnprocessableEntityError,
  ValidationError,
  VERSION,
  type Voice,
} from "synthflow-wasm";
import { watchDrift } from "synthflow-wasm/drift";
import { createSandbox, type Sandbox } from "synthflow-wasm/sandbox";
import { serveSandbox } from "synthflow-wasm/sandbox-server";
import { init as initSlim, initSync, Synthflow as Slim } from "synthflow-wasm/slim";

const sandbox: Sandbox = createSandbox({ agents: 1, callDuration: 0, now: () => 1, seed: 1 });
const options: ClientOptions = {
  apiKey: async () => "key",
  region: "us",
  baseURL: "https://example.com",
  timeout: 1,
  maxRetries: 0,
  maxRetryAfter: 1,
  fetch: sandbox.fetch,
  defaultHeaders: { a: "b" },
  validation: "warn",
  logger: console,
  logLevel: "debug",
  onDrift: watchDrift(({ operation, path }) => console.log(operation, path)),
  dangerouslyAllowBrowser: true,
};
const client: Synthflow = new Synthflow(options);
const request: RequestOptions = {
  signal: new AbortController().signal,
  timeout: 5,
  maxRetries: 1,
  validation: "off",
  headers: { a: "b" },
  extraBody: { new: 1 },
  extraQuery: { new: true },
};

export const agents = async (): Promise<void> => {
  const params: CreateAgent = { type: "widget", name: "A", agent: { llm: "gpt-4.1", language: "xx-XX" } };
  const saved: APIPromise<AgentSaved> = client.agents.create(params, request);
  const id: string = (await saved).model_id;
  const list: PagePromise<Agent> = client.agents.list({ limit: 1, offset: 0 }, request);
  const page: Page<Agent> = await list;
  const total: number | undefined = page.total;
  if (page.hasNextPage()) await page.getNextPage();
  for await (const agent of client.agents.list())
    console.log(agent.model_id, agent.agent?.voice_speed, total);
  for await (const agent of page) console.log(agent.name);
  const some: Agent[] = await client.agents.list().toArray({ limit: 5 });
  console.log(some.length, (await page.toArray()).length);
  const agent: Agent = await client.agents.get(id, { include_actions: true }, request);
  await client.agents.get(id);
  await client.agents.update(id, { name: agent.name ?? "B" }, request);
  await client.agents.attachPhoneNumbers(id, { phone_numbers: ["+14155550100"] }, request);
  await client.agents.attachPhoneNumbers(id, { phone_number_slugs: ["slug"] });
  await client.agents.detachPhoneNumber(id, "slug", request);
  const { data, response } = await client.agents.delete(id, request).withResponse();
  const raw: Response = await client.agents.delete(id).asResponse();
  console.log(data, response.status, raw.headers.get("a"), page.body);
};

export const calls = async (): Promise<void> => {
  const { call_id } = await client.calls.create(
    {
      model_id: "m",
      name: "Sam",
      phone: "+14155550100",
      custom_variables: [{ key: "a", value: "b" }, "c: d"],
    },
    request,
  );
  const call: Call = await client.calls.get(call_id, request);
  const ended: Call = await client.calls.wait(call_id, {
    interval: 1,
    timeout: 1,
    onChange: ({ status }) => console.log(status),
    signal: new AbortController().signal,
  });
  for await (const one of client.calls.list(
    { model_id: "m", call_status: "completed", from_date: 1 },
    request,
  )) {
    console.log(one.transcript, call.duration, ended.end_call_reason);
  }
  const media = await client.calls.startWebSocketMedia(
    { modelId: "m", fromPhoneNumber: "+14155550100", toPhoneNumber: "+14155550101", wsMediaCodec: "opus" },
    request,
  );
  const { wsMediaBaseUrl } = await client.calls.getWebSocketMediaBaseUrl(request);
  console.log(media.wsMediaUrl, wsMediaBaseUrl);
};

export const voices = async (): Promise<void> => {
  for await (const voice of client.voices.list(
    { workspace: "w", provider: "elevenlabs", limit: 1 },
    request,
  )) {
    const { name }: Voice = voice;
    console.log(name);
  }
};

export const rest = async (): Promise<void> => {
  await init();
  initSync(new Uint8Array());
  await initSlim(fetch("core.wasm"));
  const slim = new Slim({ apiKey: null });
  const response: unknown = await slim.request("GET", "/new", { a: 1 }, request);
  const { url, close } = await serveSandbox({ port: 0 });
  await close();
  sandbox.fail({ operation: "calls.create", status: 500, times: 2 });
  sandbox.clearFailures();
  sandbox.reset();
  console.log(VERSION, response, url, sandbox.requests[0]?.operation);
};

export const explain = (error: unknown): string => {
  if (error instanceof ValidationError)
    return error.issues.map(({ path, expected }) => path + expected).join();
  if (error instanceof RateLimitError) return String(error.retryAfter);
  const classes = [
    BadRequestError,
    AuthenticationError,
    PermissionDeniedError,
    NotFoundError,
    UnprocessableEntityError,
    InternalServerError,
  ];
  if (classes.some((Class) => error instanceof Class)) return "status";
  if (error instanceof APIError) return `${error.status} ${error.code}`;
  if (error instanceof APITimeoutError || error instanceof APIConnectionError) return error.message;
  if (error instanceof APIAbortError || error instanceof APIResponseError) return error.name;
  if (error instanceof SynthflowError) {
    const outcome: "not-sent" | "refused" | "unknown" = error.outcome;
    return `${outcome} ${error.attempts}`;
  }
  return "";
};

export const mistakes = (): void => {
  // @ts-expect-error: no such type of agent
  void client.agents.create({ type: "widgt", name: "A", agent: {} });
  // @ts-expect-error: the name is required
  void client.agents.create({ type: "widget", agent: {} });
  // @ts-expect-error: a number is not a string
  void client.agents.create({ type: "widget", name: 5, agent: {} });
  // @ts-expect-error: no such field
  void client.agents.update("m", { nam: "A" });
  // @ts-expect-error: the id is missing
  void client.agents.get();
  // @ts-expect-error: no such option
  void client.agents.list({}, { timout: 5 });
  // @ts-expect-error: the workspace is required
  void client.voices.list();
  // @ts-expect-error: no such region
  void new Synthflow({ region: "mars" });
};
