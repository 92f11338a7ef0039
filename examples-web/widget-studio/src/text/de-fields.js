/** German labels and documentation of the fields. A new field has those of the schema until it is added here. */

const table = {
  type: ["Typ", "Typ des Agenten. Er kann später nicht geändert werden."],
  name: ["Name", "Name im Dashboard."],
  description: ["Beschreibung", "Beschreibung im Dashboard."],
  phone_number: ["Telefonnummer", "Telefonnummer des Agenten."],
  external_webhook_url: [
    "Webhook nach dem Anruf",
    "URL, die nach jedem Anruf dessen Daten erhält, auch die Mitschrift.",
  ],
  inbound_call_webhook_url: [
    "Webhook bei eingehenden Anrufen",
    "Seine Antwort, innerhalb von 10 Sekunden, kann den Anruf umleiten oder Variablen setzen.",
  ],
  is_recording: ["Anrufe aufzeichnen", "Ob Anrufe aufgezeichnet werden."],
  "max_duration.is_enabled": ["Dauer eines Anrufs begrenzen", "Ob die Höchstdauer gilt."],
  "max_duration.duration_seconds": ["Höchstdauer", "Dauer in Sekunden."],
  "voicemail_message.enabled": [
    "Nachricht auf der Mailbox hinterlassen",
    "Ob eine Nachricht hinterlassen wird. Dafür muss der Agent auf den Menschen warten.",
  ],
  "voicemail_message.mode": ["Quelle der Mailbox-Nachricht", "Woher die Nachricht kommt."],
  "voicemail_message.exact_message": ["Mailbox-Nachricht", "Nachricht im Wortlaut."],
  "voicemail_message.prompt": ["Anweisung für die Mailbox-Nachricht", "Woraus die Nachricht erzeugt wird."],
  "agent.prompt": ["Prompt", "Anweisungen für den Agenten. Variablen stehen in geschweiften Klammern."],
  "agent.greeting_message": ["Begrüßung", "Erster Satz. Variablen stehen in geschweiften Klammern."],
  "agent.greeting_message_mode": ["Wer beginnt", "Wer zuerst spricht."],
  "agent.greeting_message_human_talk_timeout": [
    "Wartezeit auf den Menschen",
    "Wie lange der Agent wartet, bis der Mensch spricht; dann beginnt er selbst.",
  ],
  "agent.language": ["Sprache", "Sprache, die der Agent spricht."],
  "agent.voice_id": ["Stimme", "Stimme des Agenten. Ohne Angabe gilt die von Synthflow."],
  "agent.timezone": ["Zeitzone", "IANA-Zeitzone des Agenten, voreingestellt `Europe/Berlin`."],
  "agent.llm": [
    "Sprachmodell",
    "Seit 25. August 2026 nur mit Enterprise wirksam: Sonst gilt ohne Hinweis das Modell von Synthflow.",
  ],
  "agent.patience_level": ["Geduld", "Wie lange der Agent auf eine Pause wartet, bevor er antwortet."],
  "agent.min_words_to_interrupt": [
    "Wörter zum Unterbrechen",
    "Wie viele Wörter der Mensch sagen muss, um den Agenten zu unterbrechen.",
  ],
  "agent.realistic_filler_words": ["Füllwörter", "Ob der Agent Füllwörter wie „äh“ verwendet."],
  "agent.initial_pause_seconds": ["Pause am Anfang", "Pause, bevor der Agent zum ersten Mal spricht."],
  "agent.ring_pause_seconds": ["Klingeldauer", "Wie lange es klingelt, bevor der Agent annimmt."],
  "agent.send_user_idle_reminders": [
    "Bei Stille erinnern",
    "Ob der Agent erinnert, wenn der Mensch schweigt.",
  ],
  "agent.reminder_after_idle_time_seconds": ["Stille bis zur Erinnerung", "Stille, nach der erinnert wird."],
  "agent.reminder_after_idle_message": ["Erinnerung", "Was dann gesagt wird."],
  "agent.allowed_idle_time_seconds": ["Erlaubte Stille", "Stille, nach der der Agent auflegt."],
  "agent.voice_speed": ["Sprechtempo", "1 ist normal."],
  "agent.voice_stability": ["Stabilität", "Niedriger ist ausdrucksvoller, höher gleichmäßiger."],
  "agent.voice_similarity_boost": ["Ähnlichkeit", "Ähnlichkeit mit der ursprünglichen Stimme."],
  "agent.voice_style": ["Stil", "Übertreibung des Stils der ursprünglichen Stimme."],
  "agent.voice_volume": ["Lautstärke", "1 ist normal."],
  "agent.voice_synthesizer": ["Sprachsynthese", "Modell der Sprachsynthese."],
  "agent.voice_prompt": ["Klang der Stimme", "Beschreibung, wie die Stimme klingen soll."],
  "agent.voice_use_speaker_boost": [
    "Sprecher verstärken",
    "Ob die Ähnlichkeit mit dem Sprecher verstärkt wird.",
  ],
  "agent.voice_optimise_streaming_latency": [
    "Verzögerung verringern",
    "0 ist aus; höhere Werte sind schneller und klingen schlechter.",
  ],
  "agent.global_audio_tags": [
    "Audio-Tags",
    "Tags für alles Gesprochene, in eckigen Klammern. Nur mit der Sprachsynthese `eleven_v3`.",
  ],
  "agent.synthesizer_filter_words": ["Ausgelassene Wörter", "Wörter, die der Agent nicht ausspricht."],
  "agent.interruption_fade_out": ["Ausblenden bei Unterbrechung", "In Schritten von 20 ms (5 sind 100 ms)."],
  "agent.fallback_provider": ["Anbieter der Ersatzstimme", "Anbieter der Ersatzstimme."],
  "agent.fallback_voice_id": ["Ersatzstimme", "ID der Stimme, wenn die erste ausfällt."],
  "agent.fallback_model": ["Modell der Ersatzstimme", "Modell der Sprachsynthese für die Ersatzstimme."],
  "agent.background_noise.enabled": ["Hintergrundgeräusch", "Ob ein Geräusch zu hören ist."],
  "agent.background_noise.type": ["Art des Hintergrundgeräuschs", "Welches Geräusch zu hören ist."],
  "agent.background_noise.volume": ["Lautstärke des Hintergrundgeräuschs", "Lautstärke."],
  "agent.transcriber_provider": ["Anbieter der Spracherkennung", "Anbieter der Spracherkennung."],
  "agent.transcriber_speech_recognition": [
    "Ziel der Spracherkennung",
    "Worauf die Spracherkennung optimiert ist.",
  ],
  "agent.transcriber_keywords": ["Erwartete Wörter", "Wörter, mit denen die Spracherkennung rechnen soll."],
  "agent.noise_cancellation": ["Rauschunterdrückung", "Rauschunterdrückung für den Menschen."],
  "agent.suppression_level": [
    "Stärke der Stimmtrennung",
    "Eine Angabe schaltet die Trennung der Stimme vom Hintergrund ein.",
  ],
  "agent.end_call_reasons_v2": ["Bedingungen für das Ende", "Wann der Agent den Anruf beendet."],
  "agent.end_call_reasons_v2.reason": ["Bedingung", ""],
  "agent.end_call_reasons_v2.closing_message": ["Schlusssatz", ""],
  "agent.end_call_reasons_v2.closing_message_mode": ["Der Schlusssatz ist", ""],
  "agent.is_consent_enabled": [
    "Um Einwilligung bitten",
    "Ob der Mensch zuerst um Einwilligung gebeten wird.",
  ],
  "agent.consent_message": ["Bitte um Einwilligung", "Was dazu gesagt wird."],
  "agent.is_transcript_disabled": ["Keine Mitschrift", "Ob Mitschriften ausgeschaltet sind."],
  "agent.redact_pii": [
    "Persönliche Daten schwärzen",
    "Ob sie in Mitschriften, Webhooks nach dem Anruf und Protokollen geschwärzt werden.",
  ],
};

/** By the keys of the dictionary. */
export const fields = Object.fromEntries(
  Object.entries(table).flatMap(([key, [title, docs]]) => [
    [`field.${key}.title`, title],
    [`field.${key}.docs`, docs],
  ]),
);
