/** The groups of the form, and their fields in order. A field that is not here is in `advanced`. */

const agent = (names) => names.split(" ").map((name) => `agent.${name}`);

export const groups = {
  conversation: [
    "type",
    "name",
    "description",
    ...agent(
      "prompt greeting_message language voice_id greeting_message_mode greeting_message_human_talk_timeout timezone",
    ),
    ...agent("patience_level min_words_to_interrupt realistic_filler_words initial_pause_seconds"),
    ...agent("send_user_idle_reminders reminder_after_idle_time_seconds reminder_after_idle_message llm"),
  ],
  voice: [
    ...agent("voice_speed voice_stability voice_similarity_boost voice_style voice_volume voice_synthesizer"),
    ...agent("voice_prompt voice_use_speaker_boost voice_optimise_streaming_latency global_audio_tags"),
    ...agent(
      "synthesizer_filter_words interruption_fade_out fallback_provider fallback_voice_id fallback_model",
    ),
    ...agent("background_noise.enabled background_noise.type background_noise.volume"),
  ],
  recognition: agent(
    "transcriber_provider transcriber_speech_recognition transcriber_keywords noise_cancellation suppression_level",
  ),
  ending: [
    "agent.end_call_reasons_v2",
    "agent.allowed_idle_time_seconds",
    "max_duration.is_enabled",
    "max_duration.duration_seconds",
    ..."enabled mode exact_message prompt".split(" ").map((name) => `voicemail_message.${name}`),
  ],
  compliance: [
    "is_recording",
    ...agent("is_consent_enabled consent_message is_transcript_disabled redact_pii"),
  ],
  advanced: ["phone_number", "external_webhook_url", "inbound_call_webhook_url", "agent.ring_pause_seconds"],
};

/** Fields with more than one line of text. */
export const longTexts = new Set([
  ...agent("prompt greeting_message consent_message reminder_after_idle_message voice_prompt"),
  "voicemail_message.exact_message",
  "voicemail_message.prompt",
]);

/** Fields of other parts of the studio, of the path, or replaced by newer ones. */
export const hidden = new Set(["actions", "model_id", "end_call_reasons", "agent.end_call_reasons"]);
