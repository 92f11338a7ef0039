//! Prompt, voice and conversation settings of an agent. Requests and responses share one model, so that settings
//! that were read can be changed and sent back.
//!
//! Length: one object of the API has all these settings.

model! {
    /// Prompt, voice and conversation settings of an agent.
    // Reference: Create an agent (`create-assistant`); legacy: Create an agent, Get an Agent.
    #[rules(when("global_audio_tags", &[]).allows("voice_synthesizer", &["eleven_v3"]))]
    pub struct AgentSettings {
        /// IANA time zone of the agent. Default `Europe/Berlin`.
        timezone: String = [time_zone],
        /// Instructions for the agent. Variables are written in curly brackets.
        prompt: String = [misnamed("system_prompt,instructions,general_prompt")],
        /// First message. Variables are written in curly brackets.
        greeting_message: String = [misnamed("greeting,first_message,first_sentence,begin_message")],
        /// Who speaks first.
        greeting_message_mode: GreetingMessageMode = [instead("type,max_duration,external_webhook_url,inbound_call_webhook_url,is_recording,voicemail_message,phone_number","it belongs next to `agent`, not into it")],
        /// Maximum wait for the human to speak, in seconds; then the agent starts. For
        /// `greeting_message_mode` `"human"`.
        greeting_message_human_talk_timeout: i64 = [at_least(0.0)],
        /// Language model. Since 2026-08-25 it is ignored without notice on plans other than Enterprise: they use
        /// Synthflow's own model.
        llm: LanguageModel = [misnamed("model,llm_model")],
        /// Language the agent speaks.
        language: Language = [misnamed("lang,locale")],
        /// Voice id: see `voices.list`.
        voice_id: String = [misnamed("voice")],
        /// Speech synthesis model.
        voice_synthesizer: VoiceSynthesizer,
        /// Description of how the voice should sound.
        voice_prompt: String,
        /// Voice stability. Lower is more expressive, higher more even.
        voice_stability: f64 = [range(0.0, 1.0)],
        /// Similarity to the original voice.
        voice_similarity_boost: f64 = [range(0.0, 1.0)],
        /// Latency optimization. 0 is off; higher values trade quality for speed.
        voice_optimise_streaming_latency: i64 = [range(0.0, 4.0)],
        /// Exaggeration of the original voice's style.
        voice_style: f64 = [range(0.0, 1.0)],
        /// Whether to boost similarity to the original speaker.
        voice_use_speaker_boost: bool,
        /// Speaking rate. 1 is normal.
        voice_speed: f64 = [range(0.7, 1.2)],
        /// Volume. 1 is normal.
        voice_volume: f64,
        /// Audio tags for all speech, in square brackets. Requires `voice_synthesizer` `"eleven_v3"`.
        global_audio_tags: String,
        /// Id of the voice used if the primary voice fails.
        fallback_voice_id: String,
        /// Provider of the fallback voice.
        fallback_provider: VoiceProvider,
        /// Speech synthesis model of the fallback voice.
        fallback_model: String,
        /// Silence after which the agent hangs up, in seconds.
        allowed_idle_time_seconds: i64 = [at_least(0.0)],
        /// Pause before the agent first speaks, in seconds.
        initial_pause_seconds: i64 = [at_least(0.0)],
        /// Ringing time before the agent answers, in seconds.
        ring_pause_seconds: i64 = [at_least(0.0)],
        /// How long the agent waits for a pause before responding.
        patience_level: PatienceLevel,
        /// Words the human must say to interrupt the agent.
        min_words_to_interrupt: MinWordsToInterrupt = [range(0.0, 5.0)],
        /// Fade-out of interrupted speech, in frames of 20 ms (5 is 100 ms).
        interruption_fade_out: i64 = [at_least(0.0)],
        /// Whether the agent sends a reminder when the human is silent. Default `false`.
        send_user_idle_reminders: bool,
        /// Silence before the reminder, in seconds.
        reminder_after_idle_time_seconds: i64 = [at_least(0.0)],
        /// Reminder message.
        reminder_after_idle_message: String,
        /// Words the speech recognizer should expect.
        transcriber_keywords: Vec<String>,
        /// Speech recognition provider.
        transcriber_provider: TranscriberProvider,
        /// What speech recognition is optimized for.
        transcriber_speech_recognition: SpeechRecognition,
        /// Background noise.
        background_noise: BackgroundNoise,
        /// Noise cancellation for the human's audio.
        noise_cancellation: NoiseCancellation,
        /// Voice isolation strength. Setting it enables voice isolation.
        suppression_level: f64,
        /// Whether the agent uses filler words such as "uh".
        realistic_filler_words: bool,
        /// Words the agent does not speak.
        synthesizer_filter_words: Vec<String>,
        /// Whether transcripts are disabled.
        is_transcript_disabled: bool,
        /// Whether personal data is redacted in transcripts, post-call webhooks and logs.
        redact_pii: bool,
        /// Whether the human is asked for consent first.
        is_consent_enabled: bool,
        /// Message that asks for consent.
        consent_message: String,
        /// Conditions for ending the call. Takes precedence over `end_call_reasons`.
        end_call_reasons_v2: Vec<EndCallReasonRule>,
        /// Conditions for ending the call.
        end_call_reasons: Vec<String> = [deprecated("use end_call_reasons_v2")],
    }

    /// Condition for ending the call, with a closing message.
    pub struct EndCallReasonRule {
        /// Condition, in natural language.
        reason: String = [required],
        /// How `closing_message` is used.
        closing_message_mode: ClosingMessageMode,
        /// Closing message, or instructions for it.
        closing_message: String,
    }

    /// Background noise.
    pub struct BackgroundNoise {
        /// Whether noise is played.
        enabled: bool,
        /// Type of noise.
        r#type: BackgroundNoiseType,
        /// Volume.
        volume: i64,
    }

    /// Maximum call duration.
    pub struct MaxDuration {
        /// Duration, in seconds.
        duration_seconds: i64 = [at_least(0.0)],
        /// Whether the limit applies.
        is_enabled: bool,
    }

    /// Message left on voicemail.
    pub struct VoicemailMessage {
        /// Whether a message is left.
        enabled: bool,
        /// Source of the message.
        mode: VoicemailMessageMode,
        /// Message to speak. For `mode` `"exact_message"`.
        exact_message: String,
        /// Instructions for generating the message. For `mode` `"prompt"`.
        prompt: String,
    }
}

union! {
    /// Words the human must say to interrupt the agent: a string, or a number in the legacy API.
    pub enum MinWordsToInterrupt {
        /// As a string.
        Words(WordCount),
        /// As a number.
        Number(i64),
    }
}

string_enum! {
    /// Number of words, as a string.
    pub closed WordCount {
        /// Any sound interrupts.
        Zero = "0",
        /// One word.
        One = "1",
        /// Two words.
        Two = "2",
        /// Three words.
        Three = "3",
        /// Four words.
        Four = "4",
        /// Five words.
        Five = "5",
    }

    /// Who speaks first.
    pub closed GreetingMessageMode {
        /// The agent waits for the human. Required for voicemail messages.
        Human = "human",
        /// The agent speaks `greeting_message`.
        AgentStatic = "agent_static",
        /// The agent generates a greeting from `prompt`.
        AgentDynamic = "agent_dynamic",
    }

    /// How `closing_message` is used.
    pub closed ClosingMessageMode {
        /// Spoken verbatim.
        Static = "static",
        /// Instructions for the language model.
        Prompt = "prompt",
        /// Ignored: the language model words the farewell.
        None = "none",
    }

    /// Type of background noise.
    pub closed BackgroundNoiseType {
        /// Café.
        Cafe = "cafe",
        /// Office.
        Office = "office",
    }

    /// Noise cancellation level.
    pub closed NoiseCancellation {
        /// Standard.
        Standard = "standard",
        /// Stronger than standard.
        Advanced = "advanced",
    }

    /// How long the agent waits for a pause before responding.
    pub closed PatienceLevel {
        /// Responds quickly.
        Low = "low",
        /// Balanced.
        Medium = "medium",
        /// Gives the human time to think.
        High = "high",
    }

    /// What speech recognition is optimized for.
    pub closed SpeechRecognition {
        /// Speed.
        Faster = "faster",
        /// Accuracy.
        HighAccuracy = "high_accuracy",
    }

    /// Source of a voicemail message.
    pub closed VoicemailMessageMode {
        /// Speaks `exact_message`.
        ExactMessage = "exact_message",
        /// Generates a message from `prompt`.
        Prompt = "prompt",
    }

    /// Speech recognition provider.
    pub open TranscriberProvider {
        /// Deepgram.
        Deepgram = "deepgram",
        /// Deepgram Nova-3.
        DeepgramNova3 = "deepgram-nova-3",
        /// Synthflow.
        SynthflowStt = "synthflow-stt",
    }

    /// Voice provider.
    pub open VoiceProvider {
        /// ElevenLabs.
        Elevenlabs = "elevenlabs",
        /// Deepgram.
        Deepgram = "deepgram",
        /// Synthflow.
        Synthflow = "synthflow",
    }

    /// Speech synthesis model.
    pub open VoiceSynthesizer {
        /// Eleven Multilingual v2.
        ElevenMultilingualV2 = "eleven_multilingual_v2",
        /// Eleven Turbo v2.
        ElevenTurboV2 = "eleven_turbo_v2",
        /// Eleven Turbo v2.5.
        ElevenTurboV25 = "eleven_turbo_v2_5",
        /// Eleven Flash v2.
        ElevenFlashV2 = "eleven_flash_v2",
        /// Eleven Flash v2.5.
        ElevenFlashV25 = "eleven_flash_v2_5",
        /// Eleven v3, which supports audio tags.
        ElevenV3 = "eleven_v3",
    }

    /// Language model. Synthflow announces retirements at <https://docs.synthflow.ai/model-deprecation-dates>; the dates here
    /// are of November 2026. Plans other than Enterprise use Synthflow's own model, whatever is set.
    pub open LanguageModel {
        /// Synthflow's own model.
        Synthflow = "synthflow",
        /// GPT-5 mini.
        #[retires = "2027-02-06"]
        Gpt5Mini = "gpt-5-mini",
        /// GPT-5 nano.
        #[retires = "2027-02-06"]
        Gpt5Nano = "gpt-5-nano",
        /// GPT-5.1.
        #[retires = "2027-05-15"]
        Gpt51 = "gpt-5.1",
        /// GPT-5.2.
        #[retires = "2026-12-12"]
        Gpt52 = "gpt-5.2",
        /// GPT-5.4.
        #[retires = "2027-03-05"]
        Gpt54 = "gpt-5.4",
        /// GPT-5.4 mini.
        #[retires = "2027-03-18"]
        Gpt54Mini = "gpt-5.4-mini",
        /// GPT-5.4 nano.
        #[retires = "2027-03-18"]
        Gpt54Nano = "gpt-5.4-nano",
        /// GPT-4.1.
        #[retires = "2026-10-14"]
        Gpt41 = "gpt-4.1",
        /// GPT-4.1 nano.
        #[retires = "2026-10-14"]
        Gpt41Nano = "gpt-4.1-nano",
        /// GPT-4.1 mini.
        #[retires = "2026-10-14"]
        Gpt41Mini = "gpt-4.1-mini",
    }

    /// Language of an agent.
    pub open Language {
        /// Several languages, following the human.
        Multi = "multi",
        /// English (United States).
        EnUs = "en-US",
        /// Bulgarian.
        Bg = "bg",
        /// Czech.
        Cs = "cs",
        /// German.
        DeDe = "de-DE",
        /// Greek.
        El = "el",
        /// Finnish.
        Fi = "fi",
        /// French (France).
        FrFr = "fr-FR",
        /// Spanish.
        EsEs = "es-ES",
        /// Hungarian.
        Hu = "hu",
        /// Italian.
        It = "it",
        /// French.
        Fr = "fr",
        /// Portuguese (Brazil).
        PtBr = "pt-BR",
        /// Dutch.
        NlNl = "nl-NL",
        /// Hindi.
        Hi = "hi",
        /// Chinese.
        ZhCn = "zh-CN",
        /// Norwegian.
        No = "no",
        /// Swedish.
        SvSe = "sv-SE",
        /// Danish.
        Da = "da",
        /// Danish (Denmark).
        DaDk = "da-DK",
        /// Indonesian.
        Id = "id",
        /// Japanese.
        Ja = "ja",
        /// Korean.
        Ko = "ko",
        /// Malay.
        Ms = "ms",
        /// Romanian.
        Ro = "ro",
        /// Russian.
        Ru = "ru",
        /// Slovak.
        Sk = "sk",
        /// Turkish.
        Tr = "tr",
        /// Ukrainian.
        Uk = "uk",
        /// Vietnamese.
        Vi = "vi",
        /// Thai.
        Th = "th",
        /// Polish.
        Pl = "pl",
    }
    refused { "es" => "es-ES" }
}
