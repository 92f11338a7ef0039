//! Voices for agents.

use super::agents::VoiceProvider;

operations! {
    /// Voices for agents.
    pub Voices = "voices";

    /// Lists the voices of a workspace, 50 per page by default.
    // Reference: Get voices (`get-voices`); legacy: Get Voices.
    #[see = "voices/get-voices"]
    #[example = r#"
        const workspace = "1700000000000x000000000000000000";
        for await (const voice of client.voices.list({ workspace, search: "anna" })) {
          console.log(voice.voice_id, voice.name);
        }
    "#]
    fn list(; ListVoices) -> Voice = GET "/voices" page "voices", safe, offset;
}

model! {
    /// Query of `voices.list`.
    pub struct ListVoices {
        /// Workspace id from the dashboard; not the API key.
        workspace: String = [required, not_empty],
        /// Page size. Default 50, maximum 100.
        limit: i64 = [range(1.0, 100.0)],
        /// Index of the first voice. Default 0.
        offset: i64 = [at_least(0.0)],
        /// Voice name to search for, or a part of it.
        search: String,
        /// Provider. Default `elevenlabs`.
        provider: VoiceProvider,
    }

    /// A voice.
    // Reference: Get voices (`get-voices`).
    pub struct Voice {
        /// Voice id, as in the `voice_id` of an agent.
        voice_id: String = [required],
        /// Voice name.
        name: String,
        /// URL of an audio sample.
        preview: String = [nullable],
        /// Id of the workspace it belongs to.
        workspace: String = [nullable],
        /// Provider.
        provider: VoiceProvider = [nullable],
        /// Gender.
        gender: VoiceGender = [nullable],
        /// Languages, as ISO codes or English names.
        languages: Vec<String> = [nullable],
        /// Legacy API: language.
        language: String = [nullable],
        /// Legacy API: creation time, ISO 8601.
        created_at: String = [nullable],
    }
}

string_enum! {
    /// Gender of a voice.
    pub open VoiceGender {
        /// Male.
        Male = "male",
        /// Female.
        Female = "female",
        /// Neutral.
        Neutral = "neutral",
    }
}
