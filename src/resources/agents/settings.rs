//! How an agent speaks, listens and thinks. One model for requests and answers, so that what was
//! read can be changed and sent back.
//!
//! Length: the API has this many settings of one object, and to see them together helps.

model! {
    /// How an agent speaks, listens and thinks.
    // Reference: Create an agent (`create-assistant`); legacy: Create an agent, Get an Agent.
    pub struct AgentSettings {
        /// IANA time zone the agent lives in. Default `Europe/Berlin`.
        timezone: String = [time_zone],
        /// What the agent is told: who it is, what it shall do. Variables stand in curly brackets.
        prompt: String,
        /// What it says first. Variables stand in curly brackets.
        greeting_message: String,
        /// Who speaks first, and what.
        greeting_message_mode: GreetingMessageMode,
        /// Seconds to wait for the human before the agent starts; where `greeting_message_mode` is
        /// `"human"`.
        greeting_message_human_talk_timeout: i64,
        /// Language model. The list grows: other names pass.
        llm: LanguageModel,
        /// Language spoken. The list grows: other codes pass; `es` is refused since 2025-09.
        language: Language,
        /// Voice it speaks with: see `voices.list`.
        voice_id: String,
        /// Speech synthesis model. The list grows: other names pass.
        voice_synthesizer: VoiceSynthesizer,
        /// How the voice shall sound, in words.
        voice_prompt: String,
        /// How even the voice is: 0 lively, 1 even.
        voice_stability: f64 = [range(0.0, 1.0)],
        /// How close to the original voice it stays: 0 to 1.
        voice_similarity_boost: f64 = [range(0.0, 1.0)],
        /// How much quality is given up for speed: 0 none, 4 most.
        voice_optimise_streaming_latency: i64 = [range(0.0, 4.0)],
        /// How much the style of the original voice is exaggerated: 0 to 1.
        voice_style: f64 = [range(0.0, 1.0)],
        /// Whether the likeness to the original speaker is boosted.
        voice_use_speaker_boost: bool,
        /// Speaking rate: 1 is normal.
        voice_speed: f64 = [range(0.7, 1.2)],
        /// Loudness: 1 is normal.
        voice_volume: f64,
        /// Audio tags in square brackets that colour all speech; `voice_synthesizer` `"eleven_v3"` only.
        global_audio_tags: String,
        /// Voice used when the first one fails.
        fallback_voice_id: String,
        /// Provider of the fallback voice.
        fallback_provider: VoiceProvider,
        /// Speech synthesis model of the fallback voice.
        fallback_model: String,
        /// Seconds of silence after which the agent hangs up.
        allowed_idle_time_seconds: i64,
        /// Seconds before the agent speaks.
        initial_pause_seconds: i64,
        /// Seconds it rings before the agent answers.
        ring_pause_seconds: i64,
        /// How long the agent waits for a pause before it answers.
        patience_level: PatienceLevel,
        /// Words the human must say to interrupt: `"0"` to `"5"`. The oldest documents show a number.
        min_words_to_interrupt: MinWordsToInterrupt,
        /// How gently speech fades out when interrupted, in frames of 20 ms: 5 is 100 ms.
        interruption_fade_out: i64,
        /// Whether the agent asks whether the human is still there.
        send_user_idle_reminders: bool,
        /// Seconds of silence before it asks.
        reminder_after_idle_time_seconds: i64,
        /// What it asks then.
        reminder_after_idle_message: String,
        /// Words that speech recognition shall expect.
        transcriber_keywords: Vec<String>,
        /// Speech recognition.
        transcriber_provider: TranscriberProvider,
        /// Whether speech recognition is fast or exact.
        transcriber_speech_recognition: SpeechRecognition,
        /// Sound in the background.
        background_noise: BackgroundNoise,
        /// How much noise of the human's side is taken out.
        noise_cancellation: NoiseCancellation,
        /// Strength of voice isolation, which setting it turns on; higher is stronger.
        suppression_level: f64,
        /// Whether the agent says "uh" now and then.
        realistic_filler_words: bool,
        /// Words that are not spoken.
        synthesizer_filter_words: Vec<String>,
        /// Whether no transcript is kept.
        is_transcript_disabled: bool,
        /// Whether personal data is taken out of transcripts, post-call webhooks and logs.
        redact_pii: bool,
        /// Whether the human is asked for consent first.
        is_consent_enabled: bool,
        /// How consent is asked for.
        consent_message: String,
        /// Reasons to hang up. Goes before `end_call_reasons`.
        end_call_reasons_v2: Vec<EndCallReasonRule>,
        /// Reasons to hang up.
        end_call_reasons: Vec<String> = [deprecated("use end_call_reasons_v2")],
    }

    /// A reason to hang up, and what is said then.
    pub struct EndCallReasonRule {
        /// When to hang up, in words.
        reason: String = [required],
        /// What `closing_message` means.
        closing_message_mode: ClosingMessageMode,
        /// What is said, or an instruction for it.
        closing_message: String,
    }

    /// Sound in the background.
    pub struct BackgroundNoise {
        /// Whether there is any.
        enabled: bool,
        /// Where it sounds like.
        r#type: BackgroundNoiseType,
        /// How loud it is.
        volume: i64,
    }

    /// Longest call.
    pub struct MaxDuration {
        /// Seconds.
        duration_seconds: i64,
        /// Whether the limit applies.
        is_enabled: bool,
    }

    /// What is said to a voicemail.
    pub struct VoicemailMessage {
        /// Whether anything is said.
        enabled: bool,
        /// Whether it is spoken as it stands or made up.
        mode: VoicemailMessageMode,
        /// What is said; where `mode` is `"exact_message"`.
        exact_message: String,
        /// How it is made up; where `mode` is `"prompt"`.
        prompt: String,
    }
}

union! {
    /// Words the human must say to interrupt: a string now, a number in the oldest documents.
    pub enum MinWordsToInterrupt {
        /// As a string.
        Words(WordCount),
        /// As a number.
        Number(i64),
    }
}

string_enum! {
    /// A number of words, as a string.
    pub closed WordCount {
        /// None: any sound interrupts.
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

    /// Who speaks first, and what.
    pub closed GreetingMessageMode {
        /// The agent waits for the human. Voicemail messages need this.
        Human = "human",
        /// The agent says `greeting_message` when connected.
        AgentStatic = "agent_static",
        /// The agent makes up a greeting from `prompt` when connected.
        AgentDynamic = "agent_dynamic",
    }

    /// What `closing_message` means.
    pub closed ClosingMessageMode {
        /// It is spoken as it stands.
        Static = "static",
        /// It is an instruction for the language model.
        Prompt = "prompt",
        /// It is not used: the language model takes its own leave.
        None = "none",
    }

    /// Where background noise sounds like.
    pub closed BackgroundNoiseType {
        /// A café.
        Cafe = "cafe",
        /// An office.
        Office = "office",
    }

    /// How much noise of the human's side is taken out.
    pub closed NoiseCancellation {
        /// Some.
        Standard = "standard",
        /// More.
        Advanced = "advanced",
    }

    /// How long the agent waits for a pause before it answers.
    pub closed PatienceLevel {
        /// It answers soon.
        Low = "low",
        /// In between.
        Medium = "medium",
        /// It lets the human think.
        High = "high",
    }

    /// Whether speech recognition is fast or exact.
    pub closed SpeechRecognition {
        /// Fast.
        Faster = "faster",
        /// Exact.
        HighAccuracy = "high_accuracy",
    }

    /// Whether a voicemail message is spoken as it stands or made up.
    pub closed VoicemailMessageMode {
        /// `exact_message` is spoken.
        ExactMessage = "exact_message",
        /// It is made up from `prompt`.
        Prompt = "prompt",
    }

    /// Speech recognition.
    pub open TranscriberProvider {
        /// Deepgram.
        Deepgram = "deepgram",
        /// Deepgram Nova 3.
        DeepgramNova3 = "deepgram-nova-3",
        /// Synthflow's own.
        SynthflowStt = "synthflow-stt",
    }

    /// Provider of voices.
    pub open VoiceProvider {
        /// ElevenLabs.
        Elevenlabs = "elevenlabs",
        /// Deepgram.
        Deepgram = "deepgram",
        /// Synthflow's own.
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
        /// Eleven v3: the one that understands audio tags.
        ElevenV3 = "eleven_v3",
    }

    /// Language model.
    pub open LanguageModel {
        /// GPT-4.1.
        Gpt41 = "gpt-4.1",
        /// GPT-4.1 nano.
        Gpt41Nano = "gpt-4.1-nano",
        /// GPT-4.1 mini.
        Gpt41Mini = "gpt-4.1-mini",
        /// GPT-5 mini.
        Gpt5Mini = "gpt-5-mini",
        /// GPT-5 nano.
        Gpt5Nano = "gpt-5-nano",
        /// GPT-5.1.
        Gpt51 = "gpt-5.1",
        /// GPT-5.2.
        Gpt52 = "gpt-5.2",
        /// GPT-5.4.
        Gpt54 = "gpt-5.4",
        /// GPT-5.4 mini.
        Gpt54Mini = "gpt-5.4-mini",
        /// GPT-5.4 nano.
        Gpt54Nano = "gpt-5.4-nano",
        /// Synthflow's own.
        Synthflow = "synthflow",
    }

    /// Language spoken.
    pub open Language {
        /// Several, as the human speaks.
        Multi = "multi",
        /// English, United States.
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
        /// French, France.
        FrFr = "fr-FR",
        /// Spanish.
        EsEs = "es-ES",
        /// Hungarian.
        Hu = "hu",
        /// Italian.
        It = "it",
        /// French.
        Fr = "fr",
        /// Portuguese, Brazil.
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
        /// Danish, Denmark.
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
