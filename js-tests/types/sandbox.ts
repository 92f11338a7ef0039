import {
  type ArrivingCall,
  createSandbox,
  type DeliveredRequest,
  type ReceivedCall,
  type Sandbox,
  type SandboxOptions,
  type SandboxSeed,
  type SeededIds,
  type WebhookFixture,
  webhookFixture,
} from "synthflow-wasm/sandbox";
import { type ServeOptions, serveSandbox } from "synthflow-wasm/sandbox-server";

const seed: SandboxSeed = {
  ids: 2,
  actions: [
    {
      action_id: "act",
      type: "SEND_SMS",
      name: "Text",
      SEND_SMS: { content: "Hi" },
      return_value: { sent: 1 },
    },
  ],
  agents: [{ model_id: "a", type: "outbound", name: "A", agent: { prompt: "P" }, actions: ["act"] }],
  numbers: ["+14155550199", { phone_number: "+14155550198" }],
  contacts: [{ name: "Ada", phone_number: "+14155550123" }],
  memoryStores: [{ title: "Calls" }],
  knowledgeBases: [{ name: "FAQ" }],
  subaccounts: [{ subaccount_name: "Sales" }],
  calls: [{ model_id: "a", phone: "+14155550123", status: "voicemail", duration: 25, start_time: 1 }],
};

const options: SandboxOptions = {
  apiKey: null,
  seed,
  basePath: "/synthflow",
  rateLimits: { callsPerSecond: 1, concurrentCalls: 5, retryAfter: 2 },
  webhooks: "off",
  onWebhook: async (request) => new Response(request.url),
  webhookSecret: "secret",
  webhookRetryDelay: 10,
  shapes: "live",
  onRequest: ({ operation, ignored }: DeliveredRequest) => console.log(operation, ignored.join()),
};

/** A route handler can be passed as it is; one without a response, too. */
const silent: SandboxOptions = { onWebhook: () => {} };

export const use = async (): Promise<void> => {
  const sandbox: Sandbox = createSandbox(options);
  const ids: SeededIds = sandbox.seed({ agents: [{ type: "widget", name: "W" }] });
  const arriving: ArrivingCall = {
    model_id: ids.agents[0],
    from: "+14155550123",
    custom_variables: ["a: b"],
  };
  const received: ReceivedCall = await sandbox.receiveCall(arriving);
  if (received.call_id) console.log(sandbox.instructions(received.call_id).greeting.length);
  await sandbox.settle();
  sandbox.close();
  const serve: ServeOptions = { ...silent, port: 0, seed: 5 };
  await (await serveSandbox(serve)).close();
  // @ts-expect-error: there is no such option
  createSandbox({ webhook: "off" });
  // @ts-expect-error: a seed has no such list
  sandbox.seed({ agent: [] });
};

export const fixtures = async (): Promise<WebhookFixture[]> => [
  await webhookFixture("completed", { call: { duration: 5, own: { field: 1 } }, lead: { name: "Ada" } }, "s"),
  await webhookFixture("inbound", { call_inbound: { call_id: "c" } }, "s"),
  await webhookFixture("no-answer", undefined, "s"),
  await webhookFixture("check", { call_inbound: { to_number: "+14155550100" } }, "s"),
  // @ts-expect-error: there is no such kind
  await webhookFixture("compleated", {}, "s"),
  // @ts-expect-error: a duration is a number
  await webhookFixture("completed", { call: { duration: "5" } }, "s"),
  // @ts-expect-error: without a secret
  await webhookFixture("completed", {}),
];
