/** The sandbox of the studio: agents of a small company, with calls of the last weeks. */

import { createSandbox } from "synthflow-wasm/sandbox";

const DAY = 86_400_000;

const agents = [
  {
    type: "widget",
    name: "Concierge",
    agent: {
      prompt: "You welcome guests of the Seaside Hotel. The guest is {guest_name} in room {room}.",
      greeting_message: "Welcome to the Seaside Hotel! What can I do for you?",
    },
  },
  {
    type: "widget",
    name: "Product finder",
    agent: {
      prompt: "You help visitors of the shop to find a bicycle.",
      greeting_message: "Hi! Are you looking for a city bike or a mountain bike?",
    },
  },
  {
    type: "inbound",
    name: "Front desk",
    agent: {
      prompt: "You answer calls of the practice of Dr. Meyer and make appointments.",
      greeting_message: "Thank you for calling. How may I assist you today?",
    },
  },
  {
    type: "outbound",
    name: "Appointment reminder",
    agent: {
      prompt: "You remind {name} of the appointment on {appointment_date}.",
      greeting_message: "Hi {name}, I am calling about your appointment.",
    },
  },
];

const actions = [
  { type: "SEND_SMS", name: "Send a confirmation", SEND_SMS: { content: "See you soon!" } },
  { type: "CUSTOM_ACTION", name: "Look up a room", CUSTOM_ACTION: { url: "https://example.com/rooms" } },
];

const conversations = [
  [
    "human_goodbye",
    "\nbot: Welcome to the Seaside Hotel! What can I do for you?\nhuman: When is breakfast?\nbot: From seven to half past ten, in the winter garden.\nhuman: Thank you, goodbye.",
  ],
  [
    "agent_goodbye",
    "\nbot: Hello! How can I help?\nhuman: I would like to book a table for two.\nbot: For what time?\nhuman: At eight.\nbot: A table for two at eight. Have a nice evening, goodbye!",
  ],
  ["voicemail", ""],
  ["max_duration", "\nbot: Hello! How can I help?\nhuman: Let me tell you a long story."],
];

/** Calls of the last four weeks; fewer on weekends. */
const callsOf = (model_id, index) =>
  Array.from({ length: 28 }, (_, day) => day).flatMap((day) =>
    Array.from({ length: (day * (index + 3)) % 5 }, (_, number) => {
      const [end_call_reason, transcript] = conversations[(day + number) % conversations.length];
      return {
        model_id,
        name: ["Ada", "Ben", "Cleo", "Dan"][(day + number) % 4],
        phone: `+1415555${String(100 + day * 5 + number).padStart(4, "0")}`,
        status: end_call_reason === "voicemail" ? "hangup_on_voicemail" : "completed",
        end_call_reason,
        transcript,
        duration: transcript === "" ? 4 : 30 + ((day * 37 + number * 61) % 240),
        start_time: Date.now() - day * DAY - (number + 1) * 3_600_000,
        ...(transcript && { recording_url: "/demo/recording.wav" }),
      };
    }),
  );

/** Replaces the samples of voices, which are addresses of nobody, by one that can be played. */
const withSamples = (fetch) => async (url, init) => {
  const response = await fetch(url, init);
  if (!new URL(url).pathname.endsWith("/voices") || !response.ok) return response;
  const text = (await response.text()).replaceAll(
    /https:\/\/voices\.sandbox\.invalid\/[^"]+/g,
    "/demo/voice.wav",
  );
  return new Response(text, { status: response.status, headers: { "content-type": "application/json" } });
};

/** Creates the sandbox; `fetch` is what the proxy uses. */
export const createDemo = () => {
  const sandbox = createSandbox({
    seed: {
      actions: actions.map((action, index) => ({ ...action, action_id: `demo-action-${index + 1}` })),
      agents: agents.map((agent, index) => ({ ...agent, model_id: `demo-agent-${index + 1}` })),
      knowledgeBases: [{ name: "House rules" }, { name: "Menu of the restaurant" }],
      calls: agents.flatMap((_, index) => callsOf(`demo-agent-${index + 1}`, index)),
    },
    webhooks: "off",
  });
  return { sandbox, fetch: withSamples(sandbox.fetch) };
};
