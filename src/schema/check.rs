//! The checker: one walk over a value and the table, not generic over models, that reports every
//! problem with its path.
//!
//! Length: one arm for each kind of shape, and they call each other.

use core::mem;

use super::hints::{did_you_mean, e164, listed, quoted};
use super::table::{Field, Table, flags, number, pair, shapes};
use super::value::{Kind, Value};
use crate::error::{Issue, codes};
use crate::text;

/// How many issues are reported at most: a list may have a million.
const MAX_ISSUES: usize = 100;

/// Checks values against one table.
pub struct Checker<'a> {
    table: &'a Table,
    /// What was found so far.
    pub issues: Vec<Issue>,
    path: String,
    /// Where the names begin that are not declared but given.
    undeclared: usize,
    /// Names that are known elsewhere, to tell a caller who put one in the wrong place.
    pub options: &'a [&'a str],
    /// Whether lists that may grow are held to what they hold now: to notice that they grew.
    pub strict: bool,
    /// Whether fields that are not declared are accepted.
    pub accepts_unknown: bool,
}

impl<'a> Checker<'a> {
    /// With nothing found yet.
    pub fn new(table: &'a Table) -> Self {
        Self {
            table,
            issues: Vec::new(),
            path: String::new(),
            undeclared: usize::MAX,
            options: &[],
            strict: false,
            accepts_unknown: false,
        }
    }

    /// Checks a value against the shape at an index.
    pub fn check(&mut self, value: &impl Value, shape: usize) {
        self.shape(value, shape, 0, "");
    }

    /// Checks the entries of an array against the shape at an index.
    pub fn check_items(&mut self, value: &impl Value, shape: usize) {
        self.items(value, shape, 0);
    }

    fn report(&mut self, code: &'static str, expected: &str, got: &str, hint: &str) {
        if self.issues.len() >= MAX_ISSUES {
            return;
        }
        let path = if self.path.is_empty() { "params".to_owned() } else { self.path.clone() };
        self.issues.push(Issue {
            declared: self.undeclared.min(path.len()),
            path,
            code,
            expected: expected.to_owned(),
            got: got.to_owned(),
            hint: hint.to_owned(),
        });
    }

    /// Reports the value for what it is, unless it is of the kind.
    fn of_kind(&mut self, value: &impl Value, right: bool, expected: &str) -> bool {
        if !right {
            let hint = match value.kind() {
                Kind::Null | Kind::Undefined => "omit it",
                Kind::Date => "use date.getTime() for milliseconds, date.toISOString() for text",
                _ => "",
            };
            self.report(codes::INVALID_TYPE, expected, &value.describe(), hint);
        }
        right
    }

    // A guard that reports would hide that it does more than ask.
    #[allow(clippy::collapsible_match)]
    fn shape(&mut self, value: &impl Value, shape: usize, field_flags: u8, limits: &str) {
        let kind = value.kind();
        if kind == Kind::Null && field_flags & flags::NULLABLE != 0 {
            return;
        }
        let (shape, fields) = self.table.shape(shape);
        let item = fields.first().map_or(0, |field| field.shape);
        match shape {
            shapes::TEXT => self.text(value, field_flags),
            shapes::BOOLEAN => {
                self.of_kind(value, kind == Kind::Boolean, "true or false");
            }
            shapes::INTEGER => self.number(value, true, limits),
            shapes::NUMBER => self.number(value, false, limits),
            shapes::STRING_ENUM | shapes::OPEN_STRING_ENUM => {
                self.string_enum(value, fields, shape == shapes::OPEN_STRING_ENUM && !self.strict);
            }
            shapes::LIST => {
                if self.of_kind(value, kind == Kind::Array, "an array") {
                    self.items(value, item, field_flags);
                }
            }
            shapes::MAP => {
                if self.of_kind(value, kind == Kind::Object, "an object") {
                    for (name, entry) in self.entries(value) {
                        let above = self.enter_undeclared(&name);
                        self.shape(&entry, item, field_flags, "");
                        self.leave(above);
                    }
                }
            }
            shapes::MODEL | shapes::OPEN_MODEL => {
                if self.of_kind(value, kind == Kind::Object, "an object") {
                    self.model(value, fields, shape == shapes::OPEN_MODEL);
                }
            }
            shapes::UNION => self.union(value, fields, field_flags),
            _ => self.any(value),
        }
    }

    /// Goes one step down; returns the length of the path to go back to.
    fn enter(&mut self, name: &str) -> usize {
        let length = self.path.len();
        if !self.path.is_empty() && !name.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(text::start(name, 100));
        length
    }

    /// The same by a name that a caller gave.
    fn enter_undeclared(&mut self, name: &str) -> usize {
        self.undeclared = self.undeclared.min(self.path.len());
        self.enter(name)
    }

    /// Goes back up.
    fn leave(&mut self, length: usize) {
        self.path.truncate(length);
        if self.undeclared >= length {
            self.undeclared = usize::MAX;
        }
    }

    fn entries<V: Value>(&mut self, value: &V) -> Vec<(String, V)> {
        value.entries().unwrap_or_else(|why| {
            self.report(codes::UNREADABLE, "an object that can be read", &why, "");
            Vec::new()
        })
    }

    fn items(&mut self, value: &impl Value, item: usize, field_flags: u8) {
        let entries = value.items().unwrap_or_else(|why| {
            self.report(codes::UNREADABLE, "an array that can be read", &why, "");
            Vec::new()
        });
        for (index, entry) in entries.iter().enumerate() {
            let step =
                text::concat(&["[", &value.show(f64::from(u32::try_from(index).unwrap_or_default())), "]"]);
            // Required and nullable are said of the list, the rest of what is in it.
            let field_flags = field_flags & (flags::E164 | flags::TIME_ZONE);
            let above = self.enter(&step);
            self.shape(entry, item, field_flags, "");
            self.leave(above);
        }
    }

    /// A function or a symbol would be left out without a word.
    fn any(&mut self, value: &impl Value) {
        self.of_kind(value, value.kind() != Kind::Other, "a value that JSON can hold");
    }

    fn text(&mut self, value: &impl Value, field_flags: u8) {
        if !self.of_kind(value, value.kind() == Kind::String, "a string") {
            return;
        }
        if field_flags & (flags::E164 | flags::TIME_ZONE) == 0 {
            return;
        }
        let text = value.text();
        if field_flags & flags::E164 != 0
            && let Err(got) = e164(&text)
        {
            // The number itself stays out of the message: messages end up in logs.
            self.report(
                codes::INVALID_FORMAT,
                "a phone number in E.164 form, + and 7 to 15 digits",
                got,
                "write it like +14155550123, without spaces",
            );
        }
        if field_flags & flags::TIME_ZONE != 0 && !value.is_time_zone() {
            self.report(
                codes::INVALID_FORMAT,
                "an IANA time zone",
                &quoted(&text),
                "use a name like Europe/Berlin; Intl.supportedValuesOf(\"timeZone\") lists them",
            );
        }
    }

    fn number(&mut self, value: &impl Value, whole: bool, limits: &str) {
        let expected = if whole { "an integer" } else { "a number" };
        let (least, most) = pair(limits);
        let expected = if limits.is_empty() {
            expected.to_owned()
        } else {
            text::concat(&[expected, " from ", least, " to ", most])
        };
        let given = value.number().filter(|given| given.is_finite());
        let right =
            given.filter(|given| !whole || (given % 1.0 == 0.0 && given.abs() <= 9_007_199_254_740_991.0));
        if self.of_kind(value, right.is_some(), &expected)
            && !limits.is_empty()
            && !right.is_some_and(|given| given >= number(least) && given <= number(most))
        {
            self.report(codes::OUT_OF_RANGE, &expected, &value.describe(), "");
        }
    }

    fn string_enum(&mut self, value: &impl Value, fields: &[Field], open: bool) {
        let values = names(fields, false);
        let expected = if open {
            text::concat(&["a string such as ", &listed(values.get(..3).unwrap_or(&values))])
        } else {
            listed(&values)
        };
        if !self.of_kind(value, value.kind() == Kind::String, &expected) {
            return;
        }
        let text = value.text();
        match fields.iter().find(|field| field.name == text) {
            None if open => {}
            None => {
                let hint = did_you_mean(&text, &values);
                self.report(codes::INVALID_VALUE, &expected, &quoted(&text), &hint);
            }
            Some(field) if field.text.is_empty() => {}
            Some(field) => {
                let hint = text::concat(&["use ", field.text]);
                self.report(codes::INVALID_VALUE, &expected, &quoted(&text), &hint);
            }
        }
    }

    fn model(&mut self, value: &impl Value, fields: &[Field], open: bool) {
        let entries = self.entries(value);
        for field in fields {
            let given = named(&entries, field.name);
            let above = self.enter(field.name);
            match given {
                Some(value) if value.kind() != Kind::Undefined => {
                    self.shape(value, field.shape, field.flags, field.text);
                    let is_text = field.shape == usize::from(shapes::TEXT) && value.kind() == Kind::String;
                    if is_text && !field.text.is_empty() {
                        self.form(value, field.text, &entries);
                    }
                }
                _ if field.flags & flags::REQUIRED != 0 => {
                    let expected = self.expected(field.shape);
                    self.report(codes::REQUIRED, &expected, "nothing", "it is required");
                }
                _ => {}
            }
            self.leave(above);
        }
        for (name, value) in &entries {
            if value.kind() == Kind::Undefined || fields.iter().any(|field| field.name == name) {
                continue;
            }
            if open || self.accepts_unknown {
                let above = self.enter_undeclared(name);
                self.any(value);
                self.leave(above);
                continue;
            }
            let hint = if self.path.is_empty() && self.options.contains(&name.as_str()) {
                "it is a request option: pass it in the next argument".to_owned()
            } else {
                did_you_mean(name, &names(fields, true))
            };
            let above = self.enter_undeclared(name);
            self.report(codes::UNKNOWN_FIELD, "no field of this name", &value.describe(), &hint);
            self.leave(above);
        }
    }

    /// Whether a string has the form it should have, or is not too long after an earlier time.
    fn form<V: Value>(&mut self, value: &V, form: &str, siblings: &[(String, V)]) {
        let (form, most) = pair(form);
        if most.is_empty() {
            let text = value.text();
            let fits = |(byte, wanted): (u8, u8)| match wanted {
                b'0' => byte.is_ascii_digit(),
                _ => byte == wanted,
            };
            if text.len() != form.len() || !text.bytes().zip(form.bytes()).all(fits) {
                self.report(
                    codes::INVALID_FORMAT,
                    &text::concat(&["a string of the form ", form]),
                    &quoted(&text),
                    "",
                );
            }
        } else if let Some(earlier) = named(siblings, form) {
            let days = (value.time() - earlier.time()) / 86_400_000.0;
            // What is no time for the host compares as neither.
            if days < 0.0 || days > number(most) {
                let expected = ["a time at most ", most, " days after ", form];
                self.report(
                    codes::OUT_OF_RANGE,
                    &text::concat(&expected),
                    &text::concat(&[&value.show(days.round()), " days"]),
                    "",
                );
            }
        }
    }

    /// The first member that fits; where none does, what the nearest one says.
    fn union(&mut self, value: &impl Value, members: &[Field], field_flags: u8) {
        let found = mem::take(&mut self.issues);
        let options = mem::take(&mut self.options);
        let mut best: Option<Vec<Issue>> = None;
        let mut expected = String::new();
        for member in members {
            self.shape(value, member.shape, field_flags, "");
            let trial = mem::take(&mut self.issues);
            // A problem inside the value is nearer than one with its kind.
            let inside = trial.is_empty() || self.fits(value.kind(), member.shape);
            if inside && best.as_ref().is_none_or(|best| trial.len() < best.len()) {
                best = Some(trial);
            }
            if best.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
            if !expected.is_empty() {
                expected.push_str(" or ");
            }
            expected.push_str(&self.expected(member.shape));
        }
        self.issues = found;
        self.options = options;
        match best {
            Some(issues) => self.issues.extend(issues),
            None => {
                self.of_kind(value, false, &expected);
            }
        }
    }

    /// Whether a value of this kind could be of this shape at all.
    fn fits(&self, kind: Kind, shape: usize) -> bool {
        match self.table.shape(shape).0 {
            shapes::TEXT | shapes::STRING_ENUM | shapes::OPEN_STRING_ENUM => kind == Kind::String,
            shapes::INTEGER | shapes::NUMBER => kind == Kind::Number,
            shapes::BOOLEAN => kind == Kind::Boolean,
            shapes::LIST => kind == Kind::Array,
            shapes::MAP | shapes::MODEL | shapes::OPEN_MODEL => kind == Kind::Object,
            _ => true,
        }
    }

    /// What the shape is, in words.
    fn expected(&self, shape: usize) -> String {
        let (shape, fields) = self.table.shape(shape);
        let words = match shape {
            shapes::TEXT | shapes::OPEN_STRING_ENUM => "a string",
            shapes::INTEGER => "an integer",
            shapes::NUMBER => "a number",
            shapes::BOOLEAN => "true or false",
            shapes::LIST => "an array",
            shapes::STRING_ENUM => return listed(&names(fields, false)),
            shapes::MAP | shapes::MODEL | shapes::OPEN_MODEL => "an object",
            _ => "a value",
        };
        words.to_owned()
    }
}

/// The entry of a name.
#[inline(never)]
fn named<'a, V>(entries: &'a [(String, V)], name: &str) -> Option<&'a V> {
    entries.iter().find(|(given, _)| given == name).map(|(_, value)| value)
}

/// The names of the fields; without those that have a text, the values of a choice that are not refused.
fn names(fields: &[Field], all: bool) -> Vec<&str> {
    let mut names = Vec::new();
    for field in fields {
        if all || field.text.is_empty() {
            names.push(field.name);
        }
    }
    names
}
