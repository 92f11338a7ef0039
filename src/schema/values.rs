//! Checks values that have nothing in them: strings, numbers, times, and their rules.

use super::check::{Checker, REQUIRED, named, names};
use super::flags;
use super::hints::{did_you_mean, e164, listed, quoted};
use super::table::{Field, pair};
use crate::error::codes;
use crate::host::{self, Kind, Value};
use crate::text::{self, number};

/// The smallest time in milliseconds since the epoch, of 1973: a smaller number is in seconds.
const EARLIEST: f64 = 1e11;

/// A larger number is in microseconds.
const LATEST: f64 = 1e14;

// The formats of strings, by which the table names them.

/// An http or https URL.
pub const URL: &str = "http";
/// An https URL.
pub const HTTPS_URL: &str = "https";
/// Hours and minutes.
pub const TIME_OF_DAY: &str = "00:00";
/// A day.
pub const DATE: &str = "0000-00-00";
// Any other is a day, or a day and a time.

/// What a day is in messages.
pub(super) const EXPECTED_DAY: &str = "a date such as 2026-04-01";

/// The hint for an optional value that is none.
pub(super) const OMIT: &str = "omit it";

/// The hint for a number in seconds.
const IN_SECONDS: &str = "multiply seconds by 1000";

impl Checker<'_> {
    pub(super) fn text(&mut self, value: Value<'_>, field_flags: u8, format: &str) {
        let expected = if format == DATE { EXPECTED_DAY } else { "a string" };
        if !self.wants(value, Kind::String, expected) {
            return;
        }
        let text = value.text();
        if field_flags & flags::NOT_EMPTY != 0 && text.bytes().all(|byte| byte <= b' ') {
            // Without its id, what was meant to be added to something would be made anew.
            let hint = if self.is_required {
                REQUIRED
            } else if self.is_of_id() {
                ""
            } else {
                OMIT
            };
            self.report(codes::INVALID_VALUE, "a string that is not empty", &quoted(text), hint);
        }
        if field_flags & flags::E164 != 0
            && let Err(got) = e164(text)
        {
            // The message does not contain the number, since messages are logged.
            self.report(
                codes::INVALID_FORMAT,
                "an E.164 phone number, + and 7 to 15 digits",
                got,
                self.unless_empty(text, "use a format such as +14155550123"),
            );
        }
        if field_flags & flags::TIME_ZONE != 0 && !host::is_time_zone(text) {
            self.report(
                codes::INVALID_FORMAT,
                "an IANA time zone",
                &quoted(text),
                self.unless_empty(text, "use a name such as Europe/Berlin"),
            );
        }
    }

    /// A hint for a text that does not have its form: an empty one, as forms send it, is to be omitted.
    fn unless_empty(&self, text: &str, hint: &'static str) -> &'static str {
        if text.is_empty() && !self.is_required { OMIT } else { hint }
    }

    pub(super) fn number(&mut self, value: Value<'_>, is_integer: bool, limits: &'static str) {
        let (least, most) = pair(limits);
        let given =
            value.number().filter(|given| if is_integer { value.is_integer() } else { given.is_finite() });
        let in_range = |given: f64| {
            limits.is_empty() || given >= number(least) && (most.is_empty() || given <= number(most))
        };
        if given.is_some_and(in_range) {
            return;
        }
        let mut expected = if is_integer { "an integer" } else { "a number" }.to_owned();
        if !limits.is_empty() {
            let range = [" from ", least, if most.is_empty() { "" } else { " to " }, most];
            expected.push_str(&text::concat(&range));
        }
        self.limits = limits;
        if given.is_none() {
            self.mistyped(value, &expected);
        } else {
            // A time since the epoch, of which a small one is in seconds.
            let is_time = number(least) >= EARLIEST && given.is_some_and(|given| given >= 1.0);
            let hint = if is_time { IN_SECONDS } else { "" };
            self.report(codes::OUT_OF_RANGE, &expected, value.describe(), hint);
        }
        self.limits = "";
    }

    /// A time. A small number can only be in seconds: in milliseconds it would be before 1973.
    pub(super) fn time(&mut self, value: Value<'_>) {
        let is_right = match value.kind() {
            // One that was made of the seconds of this century is of the first months of 1970.
            Kind::Date => !value.date().is_empty() && !(1e9..1e10).contains(&number(value.date())),
            Kind::Number => {
                let is_time = |time| time <= 0.0 || (EARLIEST..LATEST).contains(&time);
                value.is_integer() && value.number().is_some_and(is_time)
            }
            // As some responses have it.
            Kind::String => is_date(value.text()) || is_like(value.text(), "0000000000000"),
            _ => false,
        };
        if !is_right {
            let time = value.number().unwrap_or_else(|| number(value.date()));
            let hint = if (1.0..EARLIEST).contains(&time) { IN_SECONDS } else { "" };
            let expected = "a Date, an ISO 8601 date or time, or milliseconds since the epoch";
            self.report(codes::INVALID_TYPE, expected, value.describe(), hint);
        }
    }

    pub(super) fn string_enum(&mut self, value: Value<'_>, fields: &[Field], open: bool) {
        let text = value.text();
        let found = fields.iter().find(|field| field.name == text);
        let is_string = value.kind() == Kind::String;
        if is_string && found.map_or(open, |field| field.text.is_empty()) {
            return;
        }
        let values = names(fields, false);
        let expected = if open {
            text::concat(&["a string such as ", &listed(values.get(..3).unwrap_or(&values))])
        } else {
            listed(&values)
        };
        if !is_string {
            return self.mistyped(value, &expected);
        }
        let hint = match found {
            None => did_you_mean(text, &values),
            Some(field) => text::concat(&["use ", field.text]),
        };
        self.report(codes::INVALID_VALUE, &expected, &quoted(text), &hint);
    }

    /// Checks the format of a string, or that a time is not too long after an earlier one.
    pub(super) fn format(&mut self, value: Value<'_>, format: &str, siblings: &[(&str, Value<'_>)]) {
        let (format, most) = pair(format);
        let text = value.text();
        let follows = |start: &str| text.len() > start.len() && text.starts_with(start);
        let (is_right, expected) = match format {
            URL => (follows("http://") || follows("https://"), "an http or https URL"),
            HTTPS_URL => (follows("https://"), "an https URL"),
            TIME_OF_DAY => (is_time_of_day(text), "a time of day such as 09:30"),
            DATE => (is_date(text) && text.len() == 10, EXPECTED_DAY),
            _ => (is_date(text), "an ISO 8601 date or time, such as 2026-04-01"),
        };
        if !is_right {
            self.report(codes::INVALID_FORMAT, expected, &quoted(text), self.unless_empty(text, ""));
        } else if let Some(earlier) = named(siblings, format) {
            let days = (host::parse_date(text) - host::parse_date(earlier.text())) / 86_400_000.0;
            // A time that the host cannot parse is NaN, for which both comparisons are false.
            if days < 0.0 || days > number(most) {
                let expected = ["a time at most ", most, " days after ", format];
                self.report(
                    codes::OUT_OF_RANGE,
                    &text::concat(&expected),
                    &text::concat(&[&text::integer(days.round() as i64), " days"]),
                    "",
                );
            }
        }
    }
}

/// Whether a text is a date such as `2026-04-01`, or begins with it and a time.
pub fn is_date(text: &str) -> bool {
    let Some((date, time)) = text.split_at_checked(10) else { return false };
    let part = |at: usize| date.get(at..at.saturating_add(2)).map_or(0.0, number);
    let (month, day) = (part(5), part(8));
    // 2100 is the next one that is divisible by four and no leap year.
    let is_leap = part(2) / 4.0 == (part(2) / 4.0).floor();
    let days = match date.get(5..7) {
        Some("02") if is_leap => 29.0,
        Some("02") => 28.0,
        Some("04" | "06" | "09" | "11") => 30.0,
        _ => 31.0,
    };
    let starts_time = matches!(time.as_bytes().first(), Some(b'T' | b' '));
    is_like(date, "0000-00-00")
        && (1.0..=12.0).contains(&month)
        && (1.0..=days).contains(&day)
        && (time.is_empty() || starts_time && time.get(1..).is_some_and(is_time))
}

/// Whether a text is a time of day, which may have seconds, a fraction of them, and a time zone.
fn is_time(text: &str) -> bool {
    let Some((clock, rest)) = text.split_at_checked(5) else { return false };
    let length = if rest.as_bytes().first() == Some(&b':') { 3 } else { 0 };
    let Some((seconds, rest)) = rest.split_at_checked(length) else { return false };
    let is_clock = is_time_of_day(clock) && (seconds.is_empty() || is_like(seconds, ":00"));
    let digits = rest.bytes().skip(1).take_while(u8::is_ascii_digit).count();
    let is_fraction = digits > 0 && matches!(rest.as_bytes().first(), Some(b'.' | b','));
    let zone = if is_fraction { rest.get(digits.saturating_add(1)..).unwrap_or_default() } else { rest };
    is_clock
        && ["", "Z", "z", "+00", "-00", "+0000", "-0000", "+00:00", "-00:00"]
            .iter()
            .any(|form| is_like(zone, form))
}

/// Whether a text is a time from 00:00 to 24:00.
fn is_time_of_day(text: &str) -> bool {
    is_like(text, "00:00") && text <= "24:00" && text.as_bytes().get(3).is_some_and(|ten| *ten < b'6')
}

/// Whether a text has a form, where each `0` stands for a digit.
fn is_like(text: &str, form: &str) -> bool {
    let matches = |(byte, wanted): (u8, u8)| match wanted {
        b'0' => byte.is_ascii_digit(),
        _ => byte == wanted,
    };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(matches)
}
