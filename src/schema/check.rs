//! The checker: walks a value and the table once, not generic over models, and reports every issue with its path.
//!
//! Length: one function for each kind of shape, and they call each other.

use core::mem;

use super::hints::{did_you_mean, listed};
use super::table::{Field, PAIRS, Table, pair};
use super::values::{EXPECTED_DAY, OMIT};
use super::{flags, shapes};
use crate::error::{Issue, codes};
use crate::host::{Kind, Value};
use crate::text::{self, number};

/// The maximum number of issues that are reported: a list may have a million.
const MAX_ISSUES: usize = 100;

/// The flags of a list or a map that apply to its items; required and nullable apply to itself.
const OF_ITEMS: u8 = flags::E164 | flags::TIME_ZONE;

/// The hint for a required field.
pub(super) const REQUIRED: &str = "it is required";

/// Checks values against one table.
pub struct Checker<'a> {
    table: &'a Table,
    /// The issues found so far.
    pub issues: Vec<Issue>,
    path: String,
    /// The length of the path up to the first name that is not declared but given.
    undeclared: usize,
    /// Whether the field that is being checked is required.
    pub(super) is_required: bool,
    /// The limits of the number that is being checked.
    pub(super) limits: &'static str,
    /// The names of request options, for a hint if one of them is among the params.
    pub options: &'a [&'a str],
    /// Whether open enums accept only their declared values: to report new ones.
    pub strict: bool,
    /// Whether fields that are not declared are accepted: see `accepts`.
    pub accepts_unknown: bool,
    /// Whether what is checked may have come from a response.
    pub is_update: bool,
}

impl<'a> Checker<'a> {
    /// Creates a checker without issues.
    #[must_use]
    pub fn new(table: &'a Table) -> Self {
        Self {
            table,
            issues: Vec::new(),
            path: String::new(),
            undeclared: usize::MAX,
            is_required: false,
            limits: "",
            options: &[],
            strict: false,
            accepts_unknown: false,
            is_update: false,
        }
    }

    /// Checks a value against the shape at an index.
    pub fn check(&mut self, value: Value<'_>, shape: usize) {
        self.shape(value, shape, 0, "");
    }

    /// Checks the items of an array against the shape at an index.
    pub fn check_items(&mut self, value: Value<'_>, shape: usize) {
        self.items(value, shape, 0, "");
    }

    /// Whether no more issues are reported.
    fn is_full(&self) -> bool {
        self.issues.len() >= MAX_ISSUES
    }

    /// Whether the value that is being checked is an id.
    pub(super) fn is_of_id(&self) -> bool {
        self.path.ends_with("id")
    }

    /// Reports an issue of the value that is being checked.
    pub fn report(&mut self, code: &'static str, expected: &str, got: &str, hint: &str) {
        if self.is_full() {
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
            limits: self.limits,
        });
    }

    /// Reports an issue of a field at a path below.
    pub(super) fn report_at(
        &mut self,
        path: &str,
        code: &'static str,
        expected: &str,
        got: &str,
        hint: &str,
    ) {
        let above = self.enter(path);
        self.report(code, expected, got, hint);
        self.leave(above);
    }

    /// Reports a value of the wrong type.
    pub(super) fn mistyped(&mut self, value: Value<'_>, expected: &str) {
        let hint = match value.kind() {
            Kind::Null | Kind::Undefined if self.is_required => REQUIRED,
            Kind::Null | Kind::Undefined => OMIT,
            Kind::Date if expected == EXPECTED_DAY => "use date.toISOString().slice(0, 10)",
            Kind::Date if expected.starts_with("a string") => "use date.toISOString()",
            Kind::Date => "use date.getTime()",
            _ => "",
        };
        self.report(codes::INVALID_TYPE, expected, value.describe(), hint);
    }

    /// Reports it where the type is wrong.
    pub(super) fn wants(&mut self, value: Value<'_>, kind: Kind, expected: &str) -> bool {
        let is_right = value.kind() == kind;
        if !is_right {
            self.mistyped(value, expected);
        }
        is_right
    }

    // A match guard should not have side effects.
    #[allow(clippy::collapsible_match)]
    fn shape(&mut self, value: Value<'_>, index: usize, field_flags: u8, limits: &'static str) {
        // Hints take time, and a list may have a million items.
        if self.is_full() {
            return;
        }
        let kind = value.kind();
        self.is_required = field_flags & flags::REQUIRED != 0;
        if kind == Kind::Null && field_flags & flags::NULLABLE != 0 {
            return;
        }
        let (shape, fields) = self.table.shape(index);
        let item = fields.first().map_or(0, |field| field.shape);
        match shape {
            shapes::TEXT => self.text(value, field_flags, limits),
            shapes::BOOLEAN => {
                self.wants(value, Kind::Boolean, "true or false");
            }
            shapes::INTEGER => self.number(value, true, limits),
            shapes::NUMBER => self.number(value, false, limits),
            shapes::TIME => self.time(value),
            shapes::STRING_ENUM | shapes::OPEN_STRING_ENUM => {
                self.string_enum(value, fields, shape == shapes::OPEN_STRING_ENUM && !self.strict);
            }
            shapes::LIST if limits == PAIRS && kind == Kind::Object => {
                for (name, entry) in self.entries(value) {
                    let above = self.enter_undeclared(name);
                    let is_scalar = matches!(entry.kind(), Kind::String | Kind::Number | Kind::Boolean);
                    if !is_scalar || is_lost(entry) {
                        self.mistyped(entry, "a string, a number or a boolean");
                    }
                    self.leave(above);
                }
            }
            shapes::LIST => {
                let expected = if limits == PAIRS { "[{ key, value }], or an object" } else { "an array" };
                if self.wants(value, Kind::Array, expected) {
                    self.items(value, item, field_flags, limits);
                }
            }
            shapes::MAP => {
                if self.wants(value, Kind::Object, "an object of names and values") {
                    for (name, entry) in self.entries(value) {
                        let above = self.enter_undeclared(name);
                        self.shape(entry, item, field_flags & OF_ITEMS, "");
                        self.leave(above);
                    }
                }
            }
            shapes::MODEL | shapes::OPEN_MODEL => {
                if kind == Kind::Object {
                    self.model(value, fields, shape == shapes::OPEN_MODEL);
                    for rule in self.table.rules(index) {
                        self.rule(value, rule);
                    }
                } else {
                    let names = names(fields, true);
                    let names = listed(names.get(..3).unwrap_or(&names));
                    self.mistyped(value, &text::concat(&["an object with fields such as ", &names]));
                }
            }
            shapes::UNION => self.union(value, fields, field_flags, limits),
            _ => self.any(value),
        }
    }

    /// Extends the path by a name; returns its length before, for `leave`.
    fn enter(&mut self, name: &str) -> usize {
        let length = self.path.len();
        if !self.path.is_empty() && !name.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(text::start(name, 100));
        length
    }

    /// Extends the path by a name that the caller gave.
    fn enter_undeclared(&mut self, name: &str) -> usize {
        self.undeclared = self.undeclared.min(self.path.len());
        self.enter(name)
    }

    /// Shortens the path again.
    fn leave(&mut self, length: usize) {
        self.path.truncate(length);
        if self.undeclared >= length {
            self.undeclared = usize::MAX;
        }
    }

    fn entries<'v>(&mut self, value: Value<'v>) -> Vec<(&'v str, Value<'v>)> {
        value.entries().unwrap_or_else(|why| self.unreadable("an object", &why))
    }

    fn unreadable<T>(&mut self, expected: &str, why: &str) -> Vec<T> {
        self.report(codes::UNREADABLE, expected, &text::concat(&["could not be read: ", why]), "");
        Vec::new()
    }

    fn items(&mut self, value: Value<'_>, item: usize, field_flags: u8, limits: &'static str) {
        let entries = value.items().unwrap_or_else(|why| self.unreadable("an array", &why));
        let (least, most) = pair(limits);
        let count = entries.len() as f64;
        if !most.is_empty() && (count < number(least) || count > number(most)) {
            let expected = ["an array of ", least, " to ", most, " items"];
            let count = text::integer(entries.len() as i64);
            self.report(
                codes::OUT_OF_RANGE,
                &text::concat(&expected),
                &text::concat(&[&count, " items"]),
                "",
            );
        }
        for (index, entry) in entries.into_iter().enumerate() {
            let above = self.path.len();
            self.path.push('[');
            self.path.push_str(&text::integer(index as i64));
            self.path.push(']');
            self.shape(entry, item, field_flags & OF_ITEMS, "");
            self.leave(above);
        }
    }

    /// Any JSON value, with all that is in it.
    fn any(&mut self, value: Value<'_>) {
        match value.kind() {
            // A response has nothing else.
            _ if self.strict => {}
            _ if is_lost(value) => self.mistyped(value, "a JSON value"),
            Kind::Array => self.items(value, usize::from(shapes::ANY), 0, ""),
            Kind::Object => {
                for (name, entry) in self.entries(value) {
                    let above = self.enter_undeclared(name);
                    self.any(entry);
                    self.leave(above);
                }
            }
            _ => {}
        }
    }

    fn model(&mut self, value: Value<'_>, fields: &[Field], open: bool) {
        let entries = self.entries(value);
        for field in fields {
            let given = named(&entries, field.name);
            let above = self.enter(field.name);
            match given {
                Some(value) if value.kind() != Kind::Undefined => {
                    self.shape(value, field.shape, field.flags, field.text);
                    let is_text = field.shape == usize::from(shapes::TEXT) && value.kind() == Kind::String;
                    if is_text && !field.text.is_empty() {
                        self.format(value, field.text, &entries);
                    }
                }
                _ if field.flags & flags::REQUIRED != 0 => {
                    let expected = self.expected(field.shape);
                    self.report(codes::REQUIRED, &expected, "nothing", REQUIRED);
                }
                _ => {}
            }
            self.leave(above);
        }
        for (name, value) in entries.iter().copied() {
            if value.kind() == Kind::Undefined || fields.iter().any(|field| field.name == name) {
                continue;
            }
            if self.is_full() {
                break;
            }
            if open || self.accepts(name, fields) {
                let above = self.enter_undeclared(name);
                self.any(value);
                self.leave(above);
                continue;
            }
            let hint = if self.path.is_empty() && self.options.contains(&name) {
                "pass it as a request option".to_owned()
            } else {
                self.hint(name, fields)
            };
            let above = self.enter_undeclared(name);
            self.report(codes::UNKNOWN_FIELD, "no field of this name", value.describe(), &hint);
            self.leave(above);
        }
    }

    /// Whether a field that is not declared is sent: not if it is known what it is meant to be, such as a time of a call, which
    /// would be placed at once. A response may have another name of what is updated.
    fn accepts(&self, name: &str, fields: &[Field]) -> bool {
        if cfg!(not(feature = "client")) || !self.accepts_unknown {
            return false;
        }
        let hint = self.table.hint(name, fields);
        hint.is_empty() || self.is_update && hint.starts_with("use ")
    }

    /// The hint for a name that is not a field.
    fn hint(&self, name: &str, fields: &[Field]) -> String {
        let hint = self.table.hint(name, fields);
        if !hint.is_empty() {
            return hint;
        }
        for field in fields {
            let (mut kind, mut inner) = self.table.shape(field.shape);
            if kind == shapes::LIST {
                (kind, inner) = self.table.shape(inner.first().map_or(0, |item| item.shape));
            }
            if kind == shapes::MODEL {
                let is_inside = inner.iter().any(|inner| inner.name == name);
                let hint = if is_inside { "it is a field".to_owned() } else { self.table.hint(name, inner) };
                // Any other one is about where the field is not.
                if hint.starts_with("use ") || is_inside {
                    return text::concat(&[&hint, " of ", field.name]);
                }
            }
        }
        did_you_mean(name, &names(fields, true))
    }

    /// Accepts a value that fits any member; otherwise reports the issues of the member that fits best.
    fn union(&mut self, value: Value<'_>, members: &[Field], field_flags: u8, limits: &'static str) {
        let found = mem::take(&mut self.issues);
        let options = mem::take(&mut self.options);
        let mut best: Option<Vec<Issue>> = None;
        let mut expected = String::new();
        for member in members {
            self.shape(value, member.shape, field_flags, limits);
            let trial = mem::take(&mut self.issues);
            // A member for which the value has the right type fits better than one for which it has not.
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
                self.mistyped(value, &expected);
            }
        }
    }

    /// Whether a value of this kind may be of this shape.
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

    /// The name of a shape in messages.
    fn expected(&self, shape: usize) -> String {
        let (shape, fields) = self.table.shape(shape);
        let name = match shape {
            shapes::TEXT | shapes::OPEN_STRING_ENUM => "a string",
            shapes::INTEGER => "an integer",
            shapes::NUMBER => "a number",
            shapes::BOOLEAN => "true or false",
            shapes::LIST => "an array",
            shapes::STRING_ENUM => return listed(&names(fields, false)),
            shapes::MAP | shapes::MODEL | shapes::OPEN_MODEL => "an object",
            _ => "a value",
        };
        name.to_owned()
    }
}

/// Whether JSON would silently omit it, as a function, a symbol and what is in a Map, or send null instead, as of a number that is
/// not finite or an invalid date.
fn is_lost(value: Value<'_>) -> bool {
    match value.kind() {
        Kind::Function | Kind::Other => true,
        Kind::Number => !value.number().is_some_and(f64::is_finite),
        Kind::Date => value.date().is_empty(),
        _ => false,
    }
}

/// The value of the entry with this name.
#[inline(never)]
pub(super) fn named<'a>(entries: &[(&str, Value<'a>)], name: &str) -> Option<Value<'a>> {
    entries.iter().find(|(given, _)| *given == name).map(|(_, value)| *value)
}

/// The names of the fields; unless `all`, without those that have a text, which in an enum are no longer accepted.
pub(super) fn names(fields: &[Field], all: bool) -> Vec<&str> {
    let mut names = Vec::new();
    for field in fields {
        if all || field.text.is_empty() {
            names.push(field.name);
        }
    }
    names
}
