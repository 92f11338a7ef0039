//! Voices an agent can speak with.

use super::agents::VoiceProvider;

operations! {
    /// Voices an agent can speak with.
    pub Voices = "voices";

    /// Lists the voices of a workspace, 50 a page.
    // Reference: Get voices (`get-voices`); legacy: Get Voices.
    #[see = "voices/get-voices"]
    fn list(; ListVoices) -> Voice = GET "/voices" page "voices", safe, offset;
}

model! {
    /// Query of `voices.list`.
    pub struct ListVoices {
        /// The workspace's id: not the key, found in the dashboard.
        workspace: String = [required],
        /// Voices per page. Default 50.
        limit: i64,
        /// Index of the first voice. Default 0.
        offset: i64,
        /// Part of the voice's name.
        search: String,
        /// Voices of this provider. Default `elevenlabs`.
        provider: VoiceProvider,
    }

    /// A voice.
    // Reference: Get voices (`get-voices`).
    pub struct Voice {
        /// What an agent's `voice_id` takes.
        voice_id: String = [required],
        /// Name.
        name: String,
        /// URL of a sound sample.
        preview: String = [nullable],
        /// The workspace it belongs to.
        workspace: String = [nullable],
        /// Whose voice it is.
        provider: VoiceProvider = [nullable],
        /// How the voice sounds.
        gender: VoiceGender = [nullable],
        /// Languages, as ISO codes or as English names, mixed.
        languages: Vec<String> = [nullable],
        /// Language; older answers.
        language: String = [nullable],
        /// When it was added, ISO 8601; older answers.
        created_at: String = [nullable],
    }
}

string_enum! {
    /// How a voice sounds.
    pub open VoiceGender {
        /// Male.
        Male = "male",
        /// Female.
        Female = "female",
        /// Neither.
        Neutral = "neutral",
    }
}
