//! The checker: one walk over a value and the table, not generic over models, that reports every
//! problem with its path.
//!
//! Length: one arm for each kind of shape, and they call each other.

use super::table::{Field, Reader, Table, flags, shapes};
use super::value::{Kind, Value};
use super::words::{did_you_mean, e164, listed, quoted};
use crate::text::{self, Glue as _};

/// One thing wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Where: `agent.end_call_reasons_v2[0].reason`.
    pub path: String,
    /// What was expected there.
    pub expected: String,
    /// What was found.
    pub got: String,
    /// What to do about it, where that can be said.
    pub hint: String,
}

impl Issue {
    /// One line: `agent.voice_speed: expected a number from 0.7 to 1.2, got 3`.
    pub fn message(&self) -> String {
        let hint = if self.hint.is_empty() { "" } else { "; " };
        [&self.path, ": expected ", &self.expected, ", got ", &self.got, hint, &self.hint].glue()
    }
}

/// How many problems are told at most: a list may have a million.
const MOST: usize = 100;

/// Checks values against one table.
pub struct Checker<'a> {
    table: &'a Table,
    /// What was found so far.
    pub issues: Vec<Issue>,
    path: String,
    /// Names that are known elsewhere, to tell a caller who put one in the wrong place.
    pub options: &'a [&'a str],
    /// Whether lists that may grow are held to what they hold now: to notice that they grew.
    pub strict: bool,
}

impl<'a> Checker<'a> {
    /// With nothing found yet.
    pub fn new(table: &'a Table) -> Self {
        Self { table, issues: Vec::new(), path: String::new(), options: &[], strict: false }
    }

    /// Checks a value against the shape at an index.
    pub fn check(&mut self, value: &impl Value, shape: usize) {
        self.shape(value, shape, 0, None);
    }

    /// Checks the entries of an array against the shape at an index.
    pub fn check_items(&mut self, value: &impl Value, shape: usize) {
        self.items(value, shape, 0);
    }

    fn report(&mut self, expected: &str, got: &str, hint: &str) {
        if self.issues.len() >= MOST {
            return;
        }
        let path = if self.path.is_empty() { "params".to_owned() } else { self.path.clone() };
        self.issues.push(Issue {
            path,
            expected: expected.to_owned(),
            got: got.to_owned(),
            hint: hint.to_owned(),
        });
    }

    /// Reports the value for what it is, unless it is of the kind.
    fn of_kind(&mut self, value: &impl Value, right: bool, expected: &str) -> bool {
        if !right {
            let hint = match value.kind() {
                Kind::Null | Kind::Undefined => "leave it out to leave it unset",
                Kind::Date => "use date.getTime() for milliseconds, date.toISOString() for text",
                _ => "",
            };
            self.report(expected, &value.describe(), hint);
        }
        right
    }

    // A guard that reports would hide that it does more than ask.
    #[allow(clippy::collapsible_match)]
    fn shape(&mut self, value: &impl Value, shape: usize, bits: u8, range: Option<(f64, f64)>) {
        let kind = value.kind();
        if kind == Kind::Null && bits & flags::NULLABLE != 0 {
            return;
        }
        let mut shape = self.table.shape(shape);
        match shape.byte() {
            shapes::TEXT => self.text(value, bits),
            shapes::BOOLEAN => {
                self.of_kind(value, kind == Kind::Boolean, "true or false");
            }
            shapes::INTEGER => self.number(value, true, range),
            shapes::NUMBER => self.number(value, false, range),
            shapes::CHOICE => self.choice(value, shape),
            shapes::LIST => {
                if self.of_kind(value, kind == Kind::Array, "an array") {
                    self.items(value, shape.count(), bits);
                }
            }
            shapes::MAP => {
                if self.of_kind(value, kind == Kind::Object, "an object") {
                    let item = shape.count();
                    for (name, entry) in self.entries(value) {
                        let above = self.enter(&name);
                        self.shape(&entry, item, bits, None);
                        self.leave(above);
                    }
                }
            }
            open @ (shapes::MODEL | shapes::OPEN_MODEL) => {
                if self.of_kind(value, kind == Kind::Object, "an object") {
                    self.model(value, shape, open == shapes::OPEN_MODEL);
                }
            }
            shapes::UNION => self.union(value, shape, bits),
            _ => self.any(value),
        }
    }

    /// Goes one step down; answers with the length of the path to go back to.
    fn enter(&mut self, name: &str) -> usize {
        let length = self.path.len();
        if !self.path.is_empty() && !name.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(text::start(name, 100));
        length
    }

    /// Goes back up.
    fn leave(&mut self, length: usize) {
        self.path.truncate(length);
    }

    fn entries<V: Value>(&mut self, value: &V) -> Vec<(String, V)> {
        value.entries().unwrap_or_else(|why| {
            self.report("an object that can be read", &why, "");
            Vec::new()
        })
    }

    fn items(&mut self, value: &impl Value, item: usize, bits: u8) {
        let entries = value.items().unwrap_or_else(|why| {
            self.report("an array that can be read", &why, "");
            Vec::new()
        });
        for (index, entry) in entries.iter().enumerate() {
            let step = ["[", &value.show(f64::from(u32::try_from(index).unwrap_or_default())), "]"].glue();
            // Required and nullable are said of the list, the rest of what is in it.
            let bits = bits & (flags::E164 | flags::TIME_ZONE);
            let above = self.enter(&step);
            self.shape(entry, item, bits, None);
            self.leave(above);
        }
    }

    /// A function or a symbol would be left out without a word.
    fn any(&mut self, value: &impl Value) {
        self.of_kind(value, value.kind() != Kind::Other, "a value that JSON can hold");
    }

    fn text(&mut self, value: &impl Value, bits: u8) {
        if !self.of_kind(value, value.kind() == Kind::String, "a string") {
            return;
        }
        if bits & (flags::E164 | flags::TIME_ZONE) == 0 {
            return;
        }
        let text = value.text();
        if bits & flags::E164 != 0
            && let Err(got) = e164(&text)
        {
            // The number itself stays out of the message: messages end up in logs.
            self.report(
                "a phone number in E.164 form, + and 7 to 15 digits",
                got,
                "write it like +14155550123, without spaces",
            );
        }
        if bits & flags::TIME_ZONE != 0 && !value.is_time_zone() {
            self.report(
                "an IANA time zone",
                &quoted(&text),
                "use a name like Europe/Berlin; Intl.supportedValuesOf(\"timeZone\") lists them",
            );
        }
    }

    fn number(&mut self, value: &impl Value, whole: bool, range: Option<(f64, f64)>) {
        let number = value.number();
        let expected = match (whole, range) {
            (true, None) => "a whole number".to_owned(),
            (false, None) => "a number".to_owned(),
            (_, Some((least, most))) => [
                if whole { "a whole number from " } else { "a number from " },
                &value.show(least),
                " to ",
                &value.show(most),
            ]
            .glue(),
        };
        let right = match number {
            None => false,
            Some(number) if !number.is_finite() => false,
            Some(number) if whole && (number % 1.0 != 0.0 || number.abs() > 9_007_199_254_740_991.0) => false,
            Some(number) => range.is_none_or(|(least, most)| number >= least && number <= most),
        };
        self.of_kind(value, right, &expected);
    }

    fn choice(&mut self, value: &impl Value, mut shape: Reader<'_>) {
        let open = shape.byte() != 0 && !self.strict;
        let values = shape.texts();
        let expected = if open {
            ["a string such as ", &listed(values.get(..3).unwrap_or(&values))].glue()
        } else {
            listed(&values)
        };
        if !self.of_kind(value, value.kind() == Kind::String, &expected) {
            return;
        }
        let text = value.text();
        let (refused, instead) = (shape.texts(), &mut shape);
        if let Some(at) = refused.iter().position(|old| *old == text) {
            let instead = (0..=at).map(|_| instead.text()).last().unwrap_or_default();
            self.report(&expected, &quoted(&text), &["use ", instead].glue());
        } else if !open && !values.contains(&text.as_str()) {
            let hint = did_you_mean(&text, &values);
            self.report(&expected, &quoted(&text), &hint);
        }
    }

    fn model(&mut self, value: &impl Value, mut shape: Reader<'_>, open: bool) {
        let mut entries = self.entries(value);
        entries.retain(|(_, value)| value.kind() != Kind::Undefined);
        let mut names = Vec::new();
        for _ in 0..shape.count() {
            let field = shape.field();
            names.push(field.name);
            let given = entries.iter().find(|(name, _)| name == field.name);
            let above = self.enter(field.name);
            match given {
                Some((_, value)) => {
                    self.shape(value, field.shape, field.flags, field.range);
                    if value.kind() == Kind::String && !field.text.is_empty() {
                        let earlier = entries.iter().find(|(name, _)| name == field.text);
                        self.form(value, &field, earlier.map(|(_, value)| value));
                    }
                }
                None if field.flags & flags::REQUIRED != 0 => {
                    let expected = self.expected(field.shape);
                    self.report(&expected, "nothing", "it is required");
                }
                None => {}
            }
            self.leave(above);
        }
        for (name, value) in &entries {
            if names.contains(&name.as_str()) {
                continue;
            }
            if open {
                let above = self.enter(name);
                self.any(value);
                self.leave(above);
                continue;
            }
            let hint = if self.path.is_empty() && self.options.contains(&name.as_str()) {
                "it is a request option: pass it in the next argument".to_owned()
            } else {
                did_you_mean(name, &names)
            };
            let above = self.enter(name);
            self.report("no field of this name", &value.describe(), &hint);
            self.leave(above);
        }
    }

    /// Whether a string has the form it should have, or is not too long after an earlier time.
    fn form<V: Value>(&mut self, value: &V, field: &Field, earlier: Option<&V>) {
        let (text, form) = (value.text(), field.text);
        if field.flags & flags::LIKE != 0 {
            let fits = |(byte, wanted): (u8, u8)| match wanted {
                b'0' => byte.is_ascii_digit(),
                _ => byte == wanted,
            };
            if text.len() != form.len() || !text.bytes().zip(form.bytes()).all(fits) {
                self.report(&["a string of the form ", form].glue(), &quoted(&text), "");
            }
        } else if let Some(earlier) = earlier {
            let days = (value.time() - earlier.time()) / 86_400_000.0;
            // What is no time for the host compares as neither.
            if days < 0.0 || days > f64::from(field.days) {
                let most = value.show(f64::from(field.days));
                let expected = ["a time at most ", &most, " days after ", form];
                self.report(&expected.glue(), &[&value.show(days.round()), " days"].glue(), "");
            }
        }
    }

    /// The first member that fits; where none does, what the nearest one says.
    fn union(&mut self, value: &impl Value, mut shape: Reader<'_>, bits: u8) {
        let mut best: Option<Vec<Issue>> = None;
        let mut expected = String::new();
        for _ in 0..shape.count() {
            let member = shape.count();
            let mut trial =
                Checker { path: self.path.clone(), strict: self.strict, ..Checker::new(self.table) };
            trial.shape(value, member, bits, None);
            if trial.issues.is_empty() {
                return;
            }
            // A problem inside the value is nearer than one with its kind.
            let inside = self.fits(value.kind(), member);
            if inside && best.as_ref().is_none_or(|best| trial.issues.len() < best.len()) {
                best = Some(trial.issues);
            }
            if !expected.is_empty() {
                expected.push_str(" or ");
            }
            expected.push_str(&self.expected(member));
        }
        match best {
            Some(issues) => self.issues.extend(issues),
            None => {
                self.of_kind(value, false, &expected);
            }
        }
    }

    /// Whether a value of this kind could be of this shape at all.
    fn fits(&self, kind: Kind, shape: usize) -> bool {
        match self.table.shape(shape).byte() {
            shapes::TEXT | shapes::CHOICE => kind == Kind::String,
            shapes::INTEGER | shapes::NUMBER => kind == Kind::Number,
            shapes::BOOLEAN => kind == Kind::Boolean,
            shapes::LIST => kind == Kind::Array,
            shapes::MAP | shapes::MODEL | shapes::OPEN_MODEL => kind == Kind::Object,
            _ => true,
        }
    }

    /// What the shape is, in words.
    fn expected(&self, shape: usize) -> String {
        let mut shape = self.table.shape(shape);
        let words = match shape.byte() {
            shapes::TEXT => "a string",
            shapes::INTEGER => "a whole number",
            shapes::NUMBER => "a number",
            shapes::BOOLEAN => "true or false",
            shapes::LIST => "an array",
            shapes::CHOICE => {
                return if shape.byte() == 0 { listed(&shape.texts()) } else { "a string".to_owned() };
            }
            shapes::MAP | shapes::MODEL | shapes::OPEN_MODEL => "an object",
            _ => "a value",
        };
        words.to_owned()
    }
}
