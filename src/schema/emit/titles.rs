//! Titles for forms, made of names and documentation.

use crate::schema::TypeDeclaration;
use crate::schema::naming::snake;

use super::json_schema::text;

/// Titles of fields whose names say too little or are no words.
const FIELDS: &[(&str, &str)] = &[
    ("CALCOM", "Cal.com"),
    ("CUSTOM_EVAL", "Evaluation"),
    ("GHL", "GoHighLevel"),
    ("INCALL_SMS", "Text message during the call"),
    ("INCALL_WHATSAPP", "WhatsApp message during the call"),
    ("REAL_TIME_BOOKING", "Appointment booking"),
    ("SEND_SMS", "Text message after the call"),
    ("YES_NO", "Yes or no"),
    ("agent_speak_naturally", "Agent keeps talking"),
    ("assistant_id", "Agent ID"),
    ("autoconfirm", "Status of new appointments"),
    ("duration_max", "Maximum duration"),
    ("duration_min", "Minimum duration"),
    ("enable", "Enabled"),
    ("end_call_reasons_v2", "Conditions for ending the call"),
    ("failed_msg", "Message on failure"),
    ("first_appt_date", "First day offered"),
    ("goodbye_msg", "Closing message"),
    ("http_mode", "HTTP method"),
    ("include_assistants", "Include agents"),
    ("initiating_msg", "Message before the transfer"),
    ("is_available", "Without an inbound agent"),
    ("is_consent_enabled", "Ask for consent"),
    ("is_needed", "Authentication needed"),
    ("is_recording", "Record calls"),
    ("is_transcript_disabled", "Disable transcripts"),
    ("json_body_stringified", "Request body (JSON)"),
    ("llm", "Language model"),
    ("llm_config", "Language model settings"),
    ("max_minutes", "Maximum call time"),
    ("message_delay", "Message on delay"),
    ("message_delay_time", "Delay before the message"),
    ("message_error", "Message on failure"),
    ("min_hours_diff", "Minimum notice"),
    ("modelId", "Agent ID"),
    ("model_id", "Agent ID"),
    ("model_ids", "Agent IDs"),
    ("namespaced_tool", "Tool"),
    ("no_of_days", "Number of days"),
    ("override_model_id", "ID of another agent"),
    ("pricing_tiers_attach", "Pricing tiers to offer"),
    ("pricing_tiers_detach", "Pricing tiers to withdraw"),
    ("screened", "Ask the target first"),
    ("sip_auth_username", "SIP user name"),
    ("sip_term_uri", "SIP domain"),
    ("sms_boolean", "Send a text message"),
    ("sms_message", "Text message"),
    ("synthesizer_filter_words", "Words not to speak"),
    ("timeout_ms", "Timeout"),
    ("trunk_pwd", "Trunk password"),
    ("trunk_username", "Trunk user name"),
    ("uac_enabled", "SIP registration"),
    ("uac_register_expires", "SIP registration interval"),
    ("voice_optimise_streaming_latency", "Voice latency optimization"),
    ("voice_use_speaker_boost", "Speaker boost"),
    ("wsMediaCodec", "Audio codec"),
    ("wsMediaFraming", "Audio framing"),
    ("wsMediaServerName", "WebSocket server name"),
];

/// A field's name as a label: `from_phone_number` is `From phone number`. The unit is in `x-unit`.
pub fn title(name: &str) -> String {
    if let Some((_, title)) = FIELDS.iter().find(|(field, _)| *field == name) {
        return (*title).to_owned();
    }
    let is_upper = name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    let name = if is_upper { name.to_lowercase() } else { snake(name) };
    let name = name.strip_prefix("is_").unwrap_or(&name);
    let name = name.strip_suffix("_seconds").unwrap_or(name);
    let words: Vec<String> = name.split('_').map(word).collect();
    capitalized(&words.join(" "))
}

fn word(word: &str) -> String {
    match word {
        "id" | "url" | "sms" | "llm" | "pii" | "sid" | "uri" | "rag" | "sip" | "http" | "mcp" => {
            return word.to_uppercase();
        }
        "ids" => "IDs",
        "max" => "maximum",
        "min" => "minimum",
        "auth" => "authentication",
        "stripe" => "Stripe",
        "synthflow" => "Synthflow",
        "timezone" => "time zone",
        "twilio" => "Twilio",
        other => other,
    }
    .to_owned()
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The first sentence of a documentation.
fn sentence(docs: &str) -> &str {
    docs.split_once(". ").map_or(docs, |(first, _)| first).trim_end_matches('.')
}

/// The title of a value: the first sentence of its documentation, without a reference, and with titles for names of fields.
pub fn value_title(docs: &str) -> String {
    let docs = sentence(docs);
    let docs =
        [": see `", ": `"].iter().find_map(|mark| docs.split_once(mark)).map_or(docs, |(title, _)| title);
    let mut text = String::new();
    for (index, part) in docs.split('`').enumerate() {
        if index % 2 == 0 {
            text.push_str(part);
        } else {
            let title = title(part);
            let title = if part == "url" { title } else { title.to_lowercase() };
            text.push_str(&["the ", &title].concat());
        }
    }
    text
}

/// The title of an operation's form: `Creates an agent.` is `Create an agent`.
pub fn form_title(docs: &[&str]) -> String {
    let docs = text(docs);
    let end = docs.find(['.', ',', ':', ';']).unwrap_or(docs.len());
    let mut words: Vec<&str> = docs.get(..end).unwrap_or_default().split(' ').collect();
    // A second clause is left out; two predicates at the beginning, as in `Adds or updates`, are not.
    if let Some(at) = words.windows(2).position(|pair| matches!(pair, ["and", word] if is_predicate(word))) {
        words.truncate(at);
    }
    let second = if words.get(1) == Some(&"or") { 2 } else { 0 };
    let written = |(index, word): (usize, &&str)| {
        if index == 0 || index == second { imperative(word).to_owned() } else { (*word).to_owned() }
    };
    words.iter().enumerate().map(written).collect::<Vec<_>>().join(" ")
}

fn is_predicate(word: &str) -> bool {
    word.ends_with('s') && word != "its"
}

/// The imperative of a predicate: `Attaches` is `Attach`.
fn imperative(word: &str) -> &str {
    word.strip_suffix("ches")
        .map_or_else(|| word.strip_suffix('s').unwrap_or(word), |_| word.strip_suffix("es").unwrap_or(word))
}

/// The title of one of several types, by which a form offers it.
pub fn type_title(declared: &TypeDeclaration) -> String {
    let docs = match declared {
        TypeDeclaration::Model(model) => text(model.docs),
        TypeDeclaration::StringEnum(declared) => text(declared.docs),
        TypeDeclaration::Union(union) => text(union.docs),
        TypeDeclaration::Text => "Text".to_owned(),
        TypeDeclaration::Integer | TypeDeclaration::Number => "Number".to_owned(),
        TypeDeclaration::Boolean => "Yes or no".to_owned(),
        TypeDeclaration::Time => "Time".to_owned(),
        TypeDeclaration::List(_) => "List".to_owned(),
        TypeDeclaration::Map(_) => "Names and values".to_owned(),
        TypeDeclaration::Any => "Value".to_owned(),
    };
    let docs = sentence(&docs);
    docs.split_once(", in `").map_or(docs, |(title, _)| title).replace('`', "")
}
