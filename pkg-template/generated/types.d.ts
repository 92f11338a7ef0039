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
  /** Voices an agent can speak with. */
  readonly voices: Voices;
}

/**
 * Agents: what answers and places calls. On the wire they are `assistants`, their id is
 * `model_id`.
 */
export interface Agents {
  /**
   * Creates an agent. `agent` may be empty: what is left out has Synthflow's defaults.
   *
   * Reference: Create an agent (`create-assistant`); seed: Create an agent.
   *
   * `POST /assistants`; never sent again unless the first surely had no effect.
   */
  create(params: CreateAgent, options?: RequestOptions): APIPromise<AgentSaved>;
  /**
   * Lists the agents of the workspace, 20 a page.
   *
   * Reference: List agents (`list-assistant`); seed: List Agents.
   *
   * `GET /assistants/`; sent again after a failure that passes.
   */
  list(params?: ListAgents, options?: RequestOptions): PagePromise<Agent>;
  /**
   * Gets an agent.
   *
   * Reference: Get an agent (`get-assistant`); seed: Get an Agent.
   *
   * `GET /assistants/{model_id}`; sent again after a failure that passes.
   */
  get(model_id: string, params?: GetAgent, options?: RequestOptions): APIPromise<Agent>;
  /**
   * Updates an agent. Only the fields that are given change.
   *
   * Reference: Update an agent (`update-assistant`); seed: Update an agent.
   *
   * `PUT /assistants/{model_id}`; sent again after a failure that passes.
   */
  update(model_id: string, params: UpdateAgent, options?: RequestOptions): APIPromise<AgentSaved>;
  /**
   * Deletes an agent.
   *
   * Reference: Delete an agent (`delete-assistant`); seed: Delete an Agent.
   *
   * `DELETE /assistants/{model_id}`; sent again after a failure that passes.
   */
  delete(model_id: string, options?: RequestOptions): APIPromise<Deleted>;
  /**
   * Attaches phone numbers to an outbound agent, given as numbers or as slugs: it may call from
   * any of them.
   *
   * Reference: Attach phone numbers to an outbound agent (`attach-phone-numbers-to-assistant`).
   *
   * `PUT /assistants/{model_id}/phone_numbers`; sent again after a failure that passes.
   */
  attachPhoneNumbers(model_id: string, params: AttachPhoneNumbers, options?: RequestOptions): APIPromise<Done>;
  /**
   * Detaches one phone number from an outbound agent.
   *
   * Reference: Detach phone number from an outbound agent (`detach-phone-number-from-assistant`).
   *
   * `DELETE /assistants/{model_id}/phone_numbers/{phone_number_slug}`; sent again after a failure that passes.
   */
  detachPhoneNumber(model_id: string, phone_number_slug: string, options?: RequestOptions): APIPromise<Done>;
}

/** Phone calls: placing them, listing them, reading what was said. */
export interface Calls {
  /**
   * Places a phone call, at once: there is no time to set, and nothing takes it back. It is never
   * sent again when it is not known whether it arrived.
   *
   * Reference: Make a call (`voice-call`); seed: Make a Call.
   *
   * `POST /calls`; never sent again unless the first surely had no effect.
   */
  create(params: CreateCall, options?: RequestOptions): APIPromise<CallCreated>;
  /**
   * Lists the calls of an agent, 20 a page.
   *
   * Reference: List calls (`list-calls`); seed: List Calls.
   *
   * `GET /calls`; sent again after a failure that passes.
   */
  list(params: ListCalls, options?: RequestOptions): PagePromise<Call>;
  /**
   * Gets a call: its state, its transcript, what was found out.
   *
   * Reference: Get a call (`get-phone-call`); seed: Get a Call.
   *
   * `GET /calls/{call_id}`; sent again after a failure that passes.
   */
  get(call_id: string, options?: RequestOptions): APIPromise<Call>;
  /**
   * Starts a call whose sound goes over a WebSocket of yours. It is a call like any other: never
   * sent again blindly.
   *
   * Reference: Start a WebSocket media call (`start-ws-media-call`).
   *
   * `POST /calls/outbound-test-ws-media`; never sent again unless the first surely had no effect.
   */
  startWebSocketMedia(params: StartWebSocketMedia, options?: RequestOptions): APIPromise<WebSocketMediaStarted>;
  /**
   * Gets the WebSocket URL of the key's region. Nothing is reserved by it. Connect, read the
   * `server_info` message, and start the call with `wsMediaServerName` set to its `server-name`.
   *
   * Reference: Get the WebSocket media base URL (`get-ws-media-base-url`).
   *
   * `GET /calls/outbound-test-ws-media/base-url`; sent again after a failure that passes.
   */
  getWebSocketMediaBaseUrl(options?: RequestOptions): APIPromise<WebSocketMediaBaseUrl>;
}

/** Voices an agent can speak with. */
export interface Voices {
  /**
   * Lists the voices of a workspace, 50 a page.
   *
   * Reference: Get voices (`get-voices`); seed: Get Voices.
   *
   * `GET /voices`; sent again after a failure that passes.
   */
  list(params: ListVoices, options?: RequestOptions): PagePromise<Voice>;
}

/**
 * Body of `agents.create`.
 *
 * Reference: Create an agent (`create-assistant`).
 */
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

/**
 * How an agent speaks, listens and thinks.
 *
 * Reference: Create an agent (`create-assistant`); seed: Create an agent, Get an Agent.
 */
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
  /** The list grows: other values pass. */
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
 * - `es` is refused: use `es-ES`.
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
  /** The list grows: other values pass. */
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
  /** The list grows: other values pass. */
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
  /** The list grows: other values pass. */
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
  /** The list grows: other values pass. */
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

/**
 * An agent.
 *
 * Reference: Get an agent (`get-assistant`).
 */
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

/**
 * Body of `agents.update`: only the fields that are given change.
 *
 * Reference: Update an agent (`update-assistant`).
 */
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

/** Answer of the operations that delete. */
export interface Deleted {
  /** What the API says. */
  answer?: string;
  /** More of it, where the seed documents show it. */
  details?: unknown;
}

/**
 * Body of `agents.attachPhoneNumbers`: numbers or slugs, not both.
 *
 * Reference: Attach phone numbers to an outbound agent (`attach-phone-numbers-to-assistant`).
 */
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

/** Answer of the operations that only say whether they worked. */
export interface Done {
  /** Such as `"ok"`. */
  status?: string | null;
}

/**
 * Body of `calls.create`.
 *
 * Reference: Make a call (`voice-call`).
 */
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
  /** The list grows: other values pass. */
  | (string & {});

/**
 * A phone call. What a list and what `calls.get` answer is not the same: the docs of a field
 * say where it comes from, where it is not both.
 *
 * Reference: Get a call (`get-phone-call`), List calls (`list-calls`).
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
  executed_actions?: unknown | null;
  /** Variables of the prompt, in `calls.get`. */
  prompt_variables?: unknown | null;
  /** What was found out: by agent id, then by name. Null where there is nothing. */
  collected_variables?: Record<string, unknown> | null;
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
  /** The list grows: other values pass. */
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
  /** The list grows: other values pass. */
  | (string & {});

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
  /** The list grows: other values pass. */
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
  /** The list grows: other values pass. */
  | (string & {});

/**
 * Body of `calls.startWebSocketMedia`. Its names are in camelCase on the wire.
 *
 * Reference: Start a WebSocket media call (`start-ws-media-call`).
 */
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

/**
 * A voice.
 *
 * Reference: Get voices (`get-voices`).
 */
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
  /** The list grows: other values pass. */
  | (string & {});
