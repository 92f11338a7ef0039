//! What Rust users read out of a call: the turns of its transcript, and what extractors found. The npm package has the
//! same in `pkg-template/calls`.

use std::collections::BTreeMap;

use serde::Deserialize as _;
use serde_json::Value;

use super::{Call, ExecutedAction};

/// Who speaks in a turn of a transcript.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Speaker {
    /// The agent.
    Agent,
    /// The person.
    Human,
}

/// A turn of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Turn {
    /// Who speaks.
    pub speaker: Speaker,
    /// What was said, without white space around it.
    pub text: String,
}

const ROLES: [(&str, Speaker); 4] = [
    ("bot", Speaker::Agent),
    ("assistant", Speaker::Agent),
    ("human", Speaker::Human),
    ("user", Speaker::Human),
];

/// The turns of a transcript, in order. A turn begins with `bot:`, `assistant:`, `human:` or `user:` at the beginning of a
/// line. Text before the first one counts as the agent's; a turn without text is left out.
#[must_use]
pub fn transcript_turns(transcript: &str) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut open = Turn { speaker: Speaker::Agent, text: String::new() };
    for line in transcript.lines() {
        let begin = line.trim_start_matches([' ', '\t']).split_once(':');
        let role = begin.and_then(|(name, said)| {
            let (_, speaker) = ROLES.iter().find(|(role, _)| name.eq_ignore_ascii_case(role))?;
            Some((*speaker, said))
        });
        if let Some((speaker, said)) = role {
            turns.push(core::mem::replace(&mut open, Turn { speaker, text: said.to_owned() }));
        } else {
            open.text.push('\n');
            open.text.push_str(line);
        }
    }
    turns.push(open);
    for turn in &mut turns {
        turn.text = turn.text.trim().to_owned();
    }
    turns.retain(|turn| !turn.text.is_empty());
    turns
}

/// The values that information extractors found, by identifier: that of the extractor's parameters, else the end of the
/// action's name. A value is null where nothing was found.
#[must_use]
pub fn extractions(actions: &BTreeMap<String, ExecutedAction>) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for (key, action) in actions {
        let suffix = |name: &str| {
            ["extract_info_", "info_extractor_"].iter().find_map(|p| name.strip_prefix(p).map(str::to_owned))
        };
        let Some(suffix) = suffix(key).or_else(|| suffix(action.name.as_deref()?)) else { continue };
        let declared = action.parameters_hard_coded.as_ref().and_then(|given| given.get("identifier"));
        let declared = declared.and_then(Value::as_str).filter(|name| !name.is_empty());
        let identifier = declared.map_or_else(|| suffix.clone(), str::to_owned);
        let value = value_in(action.return_value.as_ref(), &[plain(&identifier), plain(&suffix)]);
        // Both prefixes may be there: one that found nothing does not replace a value.
        if !value.is_null() || !found.contains_key(&identifier) {
            found.insert(identifier, value);
        }
    }
    found
}

/// What an extractor returned: `{ [identifier]: value }`, also one in another, or the value.
fn value_in(returned: Option<&Value>, identifiers: &[String]) -> Value {
    let mut value = returned.cloned().unwrap_or_default();
    while let Value::Object(fields) = &mut value {
        let name = fields.keys().find(|name| identifiers.contains(&plain(name))).cloned();
        let Some(inner) = name.and_then(|name| fields.remove(&name)) else { break };
        value = parsed(inner);
    }
    match &value {
        Value::Object(fields) if fields.values().all(Value::is_null) => Value::Null,
        _ => value,
    }
}

/// The object or array in a string of JSON; any other value itself.
fn parsed(value: Value) -> Value {
    let made = value.as_str().and_then(|text| serde_json::from_str::<Value>(text).ok());
    made.filter(|made| made.is_object() || made.is_array()).unwrap_or(value)
}

/// Identifiers are written with spaces in one place and with underscores in another.
fn plain(name: &str) -> String {
    let parts = name.split(|letter: char| letter.is_whitespace() || matches!(letter, '_' | '-'));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Call {
    /// The turns of the transcript: see [`transcript_turns`].
    #[must_use]
    pub fn turns(&self) -> Vec<Turn> {
        self.transcript.as_deref().map(transcript_turns).unwrap_or_default()
    }

    /// What the information extractors found: see [`extractions`].
    #[must_use]
    pub fn extractions(&self) -> BTreeMap<String, Value> {
        // With an entry that is no action, all of them are in `extra`.
        let in_extra = || {
            let entries = self.extra.get("executed_actions")?.as_object()?.iter();
            let fitting = entries.filter_map(|(name, action)| {
                Some((name.clone(), ExecutedAction::deserialize(action).ok()?))
            });
            Some(extractions(&fitting.collect()))
        };
        self.executed_actions.as_ref().map(extractions).or_else(in_extra).unwrap_or_default()
    }
}
