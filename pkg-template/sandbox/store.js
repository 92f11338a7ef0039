/** What the sandbox remembers. */

/** A number that grows, as an id that looks like the API's. */
const counter = () => {
  let last = 0;
  return (prefix) => {
    last += 1;
    return `${prefix}-${String(last).padStart(6, "0")}`;
  };
};

/** A fresh store with some agents, numbers and voices. */
export const createStore = ({ agents = 3, now, callDuration = 3000, workspace = "sandbox" }) => {
  const store = {
    id: counter(),
    now,
    callDuration,
    workspace,
    agents: new Map(),
    calls: new Map(),
    voices: voices(workspace),
  };
  const types = ["outbound", "inbound", "widget"];
  for (let index = 0; index < agents; index += 1) {
    const type = types[index % types.length];
    addAgent(store, { type, name: `Sandbox agent ${index + 1}`, agent: { prompt: "Be kind." } });
  }
  return store;
};

/** Adds an agent and answers with it. */
export const addAgent = (store, body) => {
  const agent = {
    model_id: store.id("agent"),
    description: "",
    phone_number: "",
    external_webhook_url: "",
    is_recording: false,
    max_duration: { duration_seconds: 1200, is_enabled: true },
    ...body,
    agent: {
      timezone: "Europe/Berlin",
      llm: "synthflow",
      language: "en-US",
      greeting_message: "Hello!",
      ...body.agent,
    },
    attached_phone_numbers: [],
    actions: [],
    input_variables: [],
  };
  store.agents.set(agent.model_id, agent);
  return agent;
};

const names = ["Ada", "Ben", "Clara", "David", "Eva", "Felix", "Grace", "Hugo"];
const providers = ["elevenlabs", "deepgram", "synthflow"];
const genders = ["female", "male", "neutral"];

/** Sixty voices; their languages are named in the two ways the API mixes. */
const voices = (workspace) =>
  Array.from({ length: 60 }, (_, index) => ({
    voice_id: `voice-${String(index + 1).padStart(3, "0")}`,
    name: `${names[index % names.length]} ${index + 1}`,
    preview: `https://sandbox.invalid/voices/${index + 1}.mp3`,
    workspace,
    provider: providers[index % providers.length],
    gender: genders[index % genders.length],
    languages: index % 2 ? ["en", "de"] : ["english"],
  }));
