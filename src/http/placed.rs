//! Which calls of a list may be the one whose response was lost, for Rust users. `pkg-template/src/placed.js` is the same in
//! JavaScript: `tests/placed.json` has the test cases of both.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde_json::Value;

use crate::error::{Error, ErrorKind, Outcome};
use crate::schema::LARGEST_ID;
use crate::schema::hints;

/// How far the clocks of this host and of the API may differ, in milliseconds.
const SKEW_MS: f64 = 60_000.0;

/// How long a call may wait in the queue after its request, in milliseconds.
const QUEUED_MS: f64 = 600_000.0;

/// How many last digits decide whether a number may be the same; of a shorter one all, but not fewer than these.
const LONGEST_END: usize = 7;
const SHORTEST_END: usize = 4;

/// What a call is looked for by.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    model_id: String,
    phone: String,
    /// The first time at which the call may have been placed, in milliseconds since the epoch.
    pub from: f64,
    /// The time at which it can no longer have been placed; infinite if there is none.
    pub to: f64,
    except: Vec<String>,
}

impl Search {
    /// For a call by an agent to a number in E.164 format, between two times in milliseconds since the epoch, which are NaN where they
    /// are no times; `None` if nothing can be found by them: in another spelling, a list that is filtered by the number has no
    /// such call, nor has one of times to come. The calls of the ids `except` are not it.
    #[must_use]
    pub fn new(
        model_id: &str,
        phone: &str,
        since: f64,
        until: Option<f64>,
        now: f64,
        except: &[String],
    ) -> Option<Self> {
        let (from, to) = (since - SKEW_MS, until.map_or(f64::INFINITY, |until| until + QUEUED_MS));
        let is_after = until.is_none_or(|until| until >= since);
        let is_right = hints::e164(phone).is_ok() && since > 0.0 && is_after && from < now;
        is_right.then(|| Self {
            model_id: model_id.to_owned(),
            phone: phone.to_owned(),
            from,
            to,
            except: except.to_vec(),
        })
    }

    /// The calls among the rows of a list that may be it, each once; those that name another agent only if there are no
    /// others. Also whether it is certain that they are one call that is it: no row says nothing, which may be it, too. `parse`
    /// returns the time of a text in milliseconds since the epoch, or NaN.
    #[must_use]
    pub fn candidates(&self, rows: Vec<Value>, parse: impl Fn(&str) -> f64) -> (Vec<Value>, bool) {
        let mut calls = unique(rows);
        calls.retain(|call| self.may_be(call, &parse));
        let is_clear = calls.iter().all(|call| id_of(call).is_some() || numbers_of(call).next().is_some());
        if calls.iter().any(|call| self.is_own(call)) {
            calls.retain(|call| self.is_own(call));
        }
        let is_one = matches!(calls.as_slice(), [call] if self.is_own(call) && id_of(call).is_some());
        (calls, is_one && is_clear)
    }

    /// Whether a call names no other agent, nor the number in another form.
    fn is_own(&self, call: &Value) -> bool {
        let is_of_agent =
            call.get("model_id").filter(|id| is_some(id)).is_none_or(|id| is_text(id, &self.model_id));
        let mut called = numbers_of(call).peekable();
        let is_to = if called.peek().is_none() {
            // Without an id and a number, it says nothing of another one.
            id_of(call).is_some()
        } else {
            called.any(|number| is_same(&number, &self.phone))
        };
        is_of_agent && is_to
    }

    fn may_be(&self, call: &Value, parse: impl Fn(&str) -> f64) -> bool {
        // A call in the queue may have no time yet.
        let unknown = (f64::NAN, f64::NAN);
        let (earliest, latest) = call.get("start_time").map_or(unknown, |time| times_of(time, parse));
        let is_outside = latest < self.from || earliest >= self.to;
        // An API that does not know a filter ignores it.
        let mut called = numbers_of(call).peekable();
        let is_to_another = called.peek().is_some()
            && !called.any(|number| is_same(&number, &self.phone) || is_similar(&number, &self.phone));
        let kind = call.get("type_of_call").and_then(Value::as_str).unwrap_or_default();
        let is_inbound = kind.trim_matches(is_space).eq_ignore_ascii_case("inbound");
        let is_excepted = id_of(call).is_some_and(|id| self.except.iter().any(|other| is_text(id, other)));
        !(is_outside || is_to_another || is_inbound || is_excepted)
    }
}

/// The rows, each id once, as its last row has it.
#[must_use]
pub fn unique(rows: Vec<Value>) -> Vec<Value> {
    let mut positions = BTreeMap::new();
    let mut calls: Vec<Value> = Vec::new();
    for row in rows {
        let Some(id) = id_of(&row) else {
            calls.push(row);
            continue;
        };
        match positions.entry(id.to_string()) {
            Entry::Vacant(entry) => {
                entry.insert(calls.len());
                calls.push(row);
            }
            Entry::Occupied(entry) => {
                if let Some(call) = calls.get_mut(*entry.get()) {
                    *call = row;
                }
            }
        }
    }
    calls
}

/// The id of a call, if it has one.
fn id_of(call: &Value) -> Option<&Value> {
    let id = call.get("call_id")?;
    // A larger number has been rounded.
    let is_number = matches!(id.as_i64().map(i64::unsigned_abs), Some(1..=LARGEST_ID));
    (is_number || id.as_str().is_some_and(|id| !id.is_empty())).then_some(id)
}

/// Whether an id, which may be a number, is this text.
fn is_text(id: &Value, text: &str) -> bool {
    id.as_str().map_or_else(|| *id.to_string() == *text, |id| id == text)
}

/// Whether an id is one.
fn is_some(id: &Value) -> bool {
    !(id.is_null() || id == "" || id == false || id.as_f64() == Some(0.0))
}

/// A number that can be compared: not an address, masked, or the word or zeros for none.
fn number_in(phone: Option<&Value>) -> Option<String> {
    let text = match phone? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let is_space = |letter| is_space(letter) || matches!(letter, '.' | '-');
    let is_part =
        |letter: char| letter.is_ascii_digit() || is_space(letter) || matches!(letter, '+' | '(' | ')');
    let ends_in_digit = text.trim_end_matches(is_space).ends_with(|letter: char| letter.is_ascii_digit());
    let is_zero = text.bytes().all(|byte| !matches!(byte, b'1'..=b'9'));
    (ends_in_digit && text.chars().all(is_part) && !is_zero).then_some(text)
}

/// What JavaScript takes for white space.
fn is_space(letter: char) -> bool {
    letter == '\u{feff}' || letter != '\u{85}' && letter.is_whitespace()
}

/// The numbers that a call was to.
fn numbers_of(call: &Value) -> impl Iterator<Item = String> {
    let fields = ["lead_phone_number", "phone_number_to"].map(|name| number_in(call.get(name)));
    fields.into_iter().flatten().map(|number| digits(&number))
}

/// The digits of a number and its `+`, without the `(0)` that is dialed within a country only.
fn digits(phone: &str) -> String {
    let is_dialed = |letter: &char| *letter == '+' || letter.is_ascii_digit();
    phone.replace("(0)", "").chars().filter(is_dialed).collect()
}

/// A number with a country: some write 00 or 011 instead of the `+`.
fn abroad(digits: &str) -> Option<&str> {
    digits.strip_prefix('+').or_else(|| digits.strip_prefix("00")).or_else(|| {
        let rest = digits.strip_prefix("011")?;
        let is_whole = rest.len() >= 11 && rest.bytes().take(11).all(|byte| byte.is_ascii_digit());
        is_whole.then_some(rest)
    })
}

/// Whether a number is one in E.164 format: the whole of it; or what follows the country, whose number has up to three digits.
fn is_same(one: &str, phone: &str) -> bool {
    if let Some(number) = abroad(one) {
        let number_of = |text: &str| text.trim_start_matches(['+', '0']).to_owned();
        return number_of(number) == number_of(phone);
    }
    let local = one.trim_start_matches('0');
    phone.ends_with(local) && phone.len().saturating_sub(local.len()) < 5
}

/// Whether it may be the same, by its last digits: with a `+` if it has one more or less and the same country, as networks write
/// some: +52 1, +54 9, or a 0 that is dialed within a country only; without one whatever is in front of them.
fn is_similar(one: &str, phone: &str) -> bool {
    let local = one.trim_start_matches('0');
    let end = local.get(local.len().saturating_sub(LONGEST_END)..).unwrap_or_default();
    let is_near = one.get(..2) == phone.get(..2) && one.len().abs_diff(phone.len()) == 1;
    let is_end = end.len() >= SHORTEST_END && phone.ends_with(end) && (!one.starts_with('+') || is_near);
    // As of one that is masked.
    is_end || phone.ends_with(one)
}

/// The earliest and the latest time that a value may be, in milliseconds, also if it is in seconds, in microseconds or a text;
/// NaN if there is none. One without a time zone is at any time of its day, in any zone.
fn times_of(value: &Value, parse: impl Fn(&str) -> f64) -> (f64, f64) {
    let number = match value {
        Value::Number(number) => number.as_f64().unwrap_or(f64::NAN),
        Value::String(text) => match number_of(text) {
            Some(number) => number,
            None if has_zone(text) => parse(text),
            None => {
                let day = day_of(text).map_or(f64::NAN, parse);
                return (day - 14.0 * HOUR_MS, day + 38.0 * HOUR_MS);
            }
        },
        _ => f64::NAN,
    };
    let factor = if number < 1e11 {
        1000.0
    } else if number > 1e14 {
        0.001
    } else {
        1.0
    };
    let time = if number > 1e9 && number < 1e17 { number * factor } else { f64::NAN };
    (time, time)
}

const HOUR_MS: f64 = 3_600_000.0;

/// The date that a text begins with, such as `2026-04-01`.
fn day_of(text: &str) -> Option<&str> {
    let day = text.get(..10)?;
    let is_right = |(at, byte): (usize, u8)| {
        if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() }
    };
    day.bytes().enumerate().all(is_right).then_some(day)
}

/// The number that a text is; an empty one is 0, as in JavaScript.
fn number_of(text: &str) -> Option<f64> {
    let text = text.trim_matches(is_space);
    if text.is_empty() {
        return Some(0.0);
    }
    // Words such as `nan` are numbers in Rust only.
    let is_decimal =
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E'));
    text.parse().ok().filter(|_| is_decimal)
}

/// Whether a time ends with its zone: without one it may be of any.
fn has_zone(text: &str) -> bool {
    text.contains(':')
        && ["Z", "GMT", "+00:00", "+0000"].iter().any(|zone| {
            let end = text.len().checked_sub(zone.len()).and_then(|at| text.as_bytes().get(at..));
            end.is_some_and(|end| {
                end.iter().zip(zone.bytes()).all(|(byte, form)| match form {
                    b'+' => matches!(byte, b'+' | b'-'),
                    b'0' => byte.is_ascii_digit(),
                    form => *byte == form,
                })
            })
        })
}

/// Whether the search continues after an error of the list: reading it once more may succeed. So it may after a request that
/// was not sent, since there was no connection.
#[must_use]
pub fn search_continues_after(error: &Error) -> bool {
    match error.status() {
        Some(status) => matches!(status, 408 | 429 | 500..),
        None => {
            error.outcome() == Outcome::Unknown
                || matches!(error.kind(), ErrorKind::Connection | ErrorKind::Timeout)
        }
    }
}
