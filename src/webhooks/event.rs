//! From the body of a webhook to its event: the ids in it, and the current shape.

use serde::Deserialize as _;
use serde_json::{Map, Value};

use super::verify::{WebhookError, WebhookErrorReason};
use super::{CHECK_NUMBER, InboundCallEvent, OUTSIDE_CALL, PostCallEvent};

/// A webhook's event, by what it is about.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A call has ended.
    PostCall(Box<PostCallEvent>),
    /// A call comes in.
    InboundCall(Box<InboundCallEvent>),
}

impl Event {
    /// Whether it is the request that Synthflow sends when the URL of a webhook is saved, with the number
    /// [`CHECK_NUMBER`]. Nobody has called: respond with status 200.
    #[must_use]
    pub fn is_check(&self) -> bool {
        let event = match self {
            Self::PostCall(event) => serde_json::to_value(event),
            Self::InboundCall(event) => serde_json::to_value(event),
        };
        event.is_ok_and(|event| has_check_number(&event))
    }
}

/// Whether the number in a check request is there. Which field has it is not known.
fn has_check_number(event: &Value) -> bool {
    let objects = ["/call_inbound", "/lead", "/call"].map(|name| event.pointer(name));
    let is_number = |(name, value): (&String, &Value)| {
        value.as_str() == Some(CHECK_NUMBER) && (name.contains("phone") || name.contains("number"))
    };
    [Some(event)]
        .into_iter()
        .chain(objects)
        .filter_map(|object| object?.as_object())
        .any(|fields| fields.iter().any(is_number))
}

/// The event of a body, without verifying it: for tests, and for receivers that check the sender in another way. The
/// flat events of older accounts get a `call` and a `lead`.
///
/// # Errors
/// Where the body is not that of an event, or has the ids of different calls.
pub fn parse(body: &[u8]) -> Result<Event, WebhookError> {
    let event = read(body)?;
    // The check of a URL may have the form of an event after a call, without an id.
    let (id, is_inbound) = call_id(&event, has_check_number(&event))?;
    let id = id.map(str::to_owned);
    to_event(event, is_inbound, id)
}

/// The body as an object.
pub(super) fn read(body: &[u8]) -> Result<Value, WebhookError> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let event: Value = serde_json::from_slice(body)
        // What is no UTF-8 is replaced, as by JavaScript.
        .or_else(|_| serde_json::from_slice(&without_surrogates(String::from_utf8_lossy(body).as_bytes())))
        .map_err(|_| WebhookError::new(WebhookErrorReason::Body, "the body is not JSON"))?;
    if event.is_object() {
        return Ok(event);
    }
    Err(WebhookError::new(WebhookErrorReason::Body, "the body is not a JSON object"))
}

/// JSON in which unpaired surrogates, as of a transcript that is cut within an emoji, are replaced: a Rust string cannot have
/// them.
fn without_surrogates(body: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, after)) = rest.split_first() {
        let length = match (surrogate(rest), rest.get(6..).and_then(surrogate)) {
            (Some(Half::High), Some(Half::Low)) => 12,
            (Some(_), _) => {
                text.extend_from_slice(b"\\ufffd");
                rest = rest.get(6..).unwrap_or_default();
                continue;
            }
            // What is escaped goes with its backslash.
            (None, _) if byte == b'\\' && !after.is_empty() => 2,
            (None, _) => 1,
        };
        let (whole, others) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        text.extend_from_slice(whole);
        rest = others;
    }
    text
}

/// Which half of a pair it is.
enum Half {
    High,
    Low,
}

/// The surrogate that is escaped here, as `\ud83d`.
fn surrogate(text: &[u8]) -> Option<Half> {
    let [b'\\', b'u', digits @ ..] = text.get(..6)? else { return None };
    match u16::from_str_radix(core::str::from_utf8(digits).ok()?, 16).ok()? {
        0xd800..=0xdbff => Some(Half::High),
        0xdc00..=0xdfff => Some(Half::Low),
        _ => None,
    }
}

/// The event of a parsed body. The id of an inbound event is in its `call_inbound`, wherever it was.
pub(super) fn to_event(
    mut event: Value,
    is_inbound: bool,
    id: Option<String>,
) -> Result<Event, WebhookError> {
    let unreadable = |_| WebhookError::new(WebhookErrorReason::Body, "the body is not an event of a call");
    if is_inbound {
        if let Some(fields) = event.as_object_mut() {
            fields.insert("event".to_owned(), "call_inbound".into());
            let call = fields.get_mut("call_inbound").and_then(Value::as_object_mut);
            if let Some((call, id)) = call.zip(id) {
                call.insert("call_id".to_owned(), id.into());
            }
        }
        let event = InboundCallEvent::deserialize(event).map_err(unreadable)?;
        return Ok(Event::InboundCall(Box::new(event)));
    }
    if let Some(fields) = event.as_object_mut() {
        add_call(fields);
    }
    Ok(Event::PostCall(Box::new(PostCallEvent::deserialize(event).map_err(unreadable)?)))
}

/// The fields of the person in a flat event, by those of `lead`.
const LEAD: [(&str, &[&str]); 3] = [
    ("name", &["name", "lead_name"]),
    ("phone_number", &["phone_number", "lead_phone_number", "phone"]),
    ("prompt_variables", &["prompt_variables"]),
];

/// Adds the `call` and the `lead` of a current event to a flat one of an older account; its own fields stay.
fn add_call(event: &mut Map<String, Value>) {
    if event.get("call").is_some_and(|call| !call.is_null()) {
        return;
    }
    let is_of_call = |(name, _): &(&String, &Value)| !OUTSIDE_CALL.contains(&name.as_str());
    let call = event.iter().filter(is_of_call).map(|(name, value)| (name.clone(), value.clone())).collect();
    if event.get("lead").is_none_or(Value::is_null) {
        let given = |name: &str| event.get(name).filter(|value| !value.is_null()).cloned();
        // Of a call that came in, the other number is the agent's.
        let kind = given("type_of_call");
        let kind = kind.as_ref().and_then(Value::as_str).unwrap_or_default();
        let is_inbound = kind.trim().eq_ignore_ascii_case("inbound");
        let end = if is_inbound { "phone_number_from" } else { "phone_number_to" };
        let found = LEAD.iter().filter_map(|(name, names)| {
            let other = || if *name == "phone_number" { given(end) } else { None };
            Some(((*name).to_owned(), names.iter().find_map(|name| given(name)).or_else(other)?))
        });
        let lead = found.collect();
        event.insert("lead".to_owned(), Value::Object(lead));
    }
    event.insert("call".to_owned(), Value::Object(call));
}

/// The id that the signature must be of, and whether the event is of a call that comes in; such an event may have no id, and
/// have it anywhere, and so may others that `may_lack` it. Every id that the body has must agree with it, so that a handler cannot
/// act on another call than the signed one.
pub(super) fn call_id(event: &Value, may_lack: bool) -> Result<(Option<&str>, bool), WebhookError> {
    let refuse = |message: &str| WebhookError::new(WebhookErrorReason::CallId, message);
    let given = |name: &str| event.get(name).filter(|value| !value.is_null());
    let name = match given("event") {
        None => None,
        Some(Value::String(name)) => Some(name),
        Some(_) => return Err(refuse("the body's event is not a string")),
    };
    for name in ["call", "call_inbound"] {
        if given(name).is_some_and(|call| !call.is_object()) {
            return Err(refuse(&["the body's ", name, " is not an object"].concat()));
        }
    }
    let (has_call, has_inbound) = (given("call").is_some(), given("call_inbound").is_some());
    let is_inbound = match name {
        Some(name) => name == "call_inbound",
        None => !has_call && has_inbound,
    };
    let is_optional = may_lack || is_inbound && has_inbound;
    // An empty one is none where there may be none.
    let is_none = |id: &Value| id.is_null() || is_optional && id.as_str() == Some("");
    let at = |location: &str| event.pointer(location).filter(|id| !is_none(id));
    let all = ["/call_inbound/call_id", "/call_id", "/call/call_id"];
    let first = all.into_iter().find(|location| at(location).is_some());
    if is_optional && first.is_none() {
        return Ok((None, is_inbound));
    }
    let location = match (is_inbound, has_call) {
        (true, _) => first.filter(|_| has_inbound).unwrap_or("/call_inbound/call_id"),
        (false, true) => "/call/call_id",
        (false, false) => "/call_id",
    };
    let Some(id) = at(location).and_then(Value::as_str).filter(|id| !id.is_empty()) else {
        return Err(refuse("the body has no call_id, which the signature covers"));
    };
    for other in all {
        if at(other).is_some_and(|other| other.as_str() != Some(id)) {
            return Err(refuse("the body has different call ids; the signature covers only one"));
        }
    }
    Ok((Some(id), is_inbound))
}
