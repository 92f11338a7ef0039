/** The resources of a new sandbox: agents, an action, and the voices of a workspace. */

/**
 * The default settings of an agent, taken from the documented example of one, even where that differs from the
 * documented types: its stability is not an integer, and its `min_words_to_interrupt` is a number.
 */
export const AGENT_DEFAULTS = {
  description: null,
  is_recording: false,
  max_duration: { duration_seconds: 1200, is_enabled: true },
  agent: {
    timezone: "Europe/Berlin",
    voice_stability: 0.5,
    voice_similarity_boost: 0.5,
    voice_optimise_streaming_latency: 2,
    voice_style: 0,
    allowed_idle_time_seconds: 12,
    initial_pause_seconds: 1,
    ring_pause_seconds: 1,
    noise_cancellation: "standard",
    voice_synthesizer: "eleven_turbo_v2_5",
    voice_speed: 1,
    voice_volume: 1,
    min_words_to_interrupt: 0,
    prompt: "You are a friendly assistant.",
    greeting_message: "Hi, how can I help you?",
    llm: "synthflow",
    language: "en-US",
    voice_id: "sandbox-elevenlabs-1",
    patience_level: "low",
    send_user_idle_reminders: false,
  },
};

const AGENTS = [
  {
    type: "outbound",
    name: "Reminder",
    greeting: "Hi {name}, this is Cindy. I am calling about your appointment.",
  },
  { type: "inbound", name: "Front desk", greeting: "Thank you for calling. How may I assist you today?" },
  { type: "widget", name: "Concierge", greeting: "Welcome! What are you looking for?" },
];

/** The agent with an index: outbound, inbound and widget in turn. */
export const starterAgent = (index) => {
  const { type, name, greeting } = AGENTS[index % AGENTS.length];
  const round = Math.floor(index / AGENTS.length);
  return {
    type,
    name: round === 0 ? name : `${name} ${round + 1}`,
    agent: { greeting_message: greeting },
  };
};

/** The action of the first agent. */
export const starterAction = () => ({
  action_id: "sandbox-action-1",
  action_type: "CUSTOM_ACTION",
  name: "Find an appointment",
  description: "Asks the calendar for a free time",
  parameters_hard_coded: {
    http_mode: "GET",
    url: "https://calendar.sandbox.invalid/free",
    variables_during_the_call: [
      { name: "appointment_date", type: "string", description: "Day of the appointment" },
    ],
  },
});

/** The default phone number of calls. */
export const STARTER_NUMBER = "+15005550000";

const NAMES = [
  "Sophia",
  "Adam",
  "Charlotte",
  "Daniel",
  "Emily",
  "Frank",
  "Grace",
  "Henry",
  "Isla",
  "Jonas",
  "Kira",
];
const ACCENTS = ["English", "American", "German", "French", "Spanish"];

/** Lists of languages as the API returns them: names and codes mixed, and sometimes none. */
const LANGUAGES = [["english", "en"], ["en"], ["german", "de", "english"], ["fr"], null];

const voicesOf = (provider, count) =>
  Array.from({ length: count }, (_, index) => ({
    voice_id: `sandbox-${provider}-${index + 1}`,
    name: `${NAMES[index % NAMES.length]} (${ACCENTS[Math.floor(index / NAMES.length)]})`,
    preview: `https://voices.sandbox.invalid/${provider}/${index + 1}.mp3`,
    provider,
    gender: ["female", "male", "neutral", null][index % 4],
    languages: LANGUAGES[index % LANGUAGES.length],
  }));

/** The voices of a workspace; those of ElevenLabs are more than one page. */
export const starterVoices = () => [
  ...voicesOf("elevenlabs", 55),
  ...voicesOf("deepgram", 6),
  ...voicesOf("synthflow", 4),
];
