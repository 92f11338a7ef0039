//! Checks the rules across the fields of a model: see [`ModelRule`](super::rules::ModelRule).

use super::check::Checker;
use super::hints::{listed, quoted};
use super::table::{pair, parts};
use crate::error::codes;
use crate::host::{Kind, Value};
use crate::text;

/// How many items of a list are compared with each other; longer lists have other issues.
const MAX_DISTINCT: usize = 10_000;

// The kinds of rules, by which their texts begin.

/// Exactly one of the fields is set.
pub const EXACTLY_ONE: &str = "1";
/// No item is twice in some lists.
pub const DISTINCT: &str = "2";
/// If a condition holds, a field must be set and have one of some values.
pub const IF: &str = "3";
/// The same, but the field may be omitted.
pub const IF_SET: &str = "4";

impl Checker<'_> {
    /// Checks one of the rules of a model.
    pub(super) fn rule(&mut self, value: Value<'_>, rule: &'static str) {
        let (kind, rule) = pair(rule);
        let fields = split(rule, b' ');
        match kind {
            EXACTLY_ONE => self.exactly_one(value, fields),
            DISTINCT => self.distinct(value, &fields),
            _ => {
                if let [when, is, path, wanted] = *fields {
                    self.implied(value, (when, is), (path, wanted), kind == IF_SET);
                }
            }
        }
    }

    fn exactly_one(&mut self, value: Value<'_>, mut names: Vec<&str>) {
        let expected = text::concat(&["exactly one of ", &listed(&names)]);
        names.retain(|name| is_set(value.get(name)));
        let code = if names.is_empty() { codes::REQUIRED } else { codes::INVALID_VALUE };
        if names.len() != 1 {
            let got = if names.is_empty() { "none".to_owned() } else { text::join(&names, ", ") };
            self.report(code, &expected, &got, "");
        }
    }

    fn distinct(&mut self, value: Value<'_>, lists: &[&str]) {
        let mut seen = Seen { table: Vec::new() };
        for path in lists {
            let (list, field) = text::split_at_byte(path, b'.').unwrap_or((path, ""));
            let items = value.get(list).items().unwrap_or_default();
            for (index, item) in items.into_iter().take(MAX_DISTINCT).enumerate() {
                let text = if field.is_empty() { item } else { item.get(field) }.text();
                if seen.has(text) {
                    let path = text::concat(&[list, "[", &text::integer(index as i64), "]"]);
                    self.report_at(&path, codes::INVALID_VALUE, "no duplicates", &quoted(text), "");
                }
            }
        }
    }

    /// If a condition holds, a field must be set, or may only have some values.
    fn implied(
        &mut self,
        value: Value<'_>,
        (when, is): (&str, &'static str),
        (path, wanted): (&str, &'static str),
        may_be_omitted: bool,
    ) {
        let values = is.trim_start_matches('!');
        let is_not = values.len() < is.len();
        let (parent, field) = at(value, when);
        if parent.kind() != Kind::Object || has_one_of(field, values) == is_not {
            return;
        }
        let target = at(value, path).1;
        if if is_set(target) { has_one_of(target, wanted) } else { may_be_omitted } {
            return;
        }
        let (code, got) = if is_set(target) {
            (codes::INVALID_VALUE, quoted(scalar(target)))
        } else {
            (codes::REQUIRED, "nothing".to_owned())
        };
        let hint =
            ["it is required if ", when, if is_not { " is not " } else { " is " }, &one_of(values, "set")];
        self.report_at(path, code, &one_of(wanted, "a value"), &got, &text::concat(&hint));
    }
}

/// Texts, each at the index of its hash or behind it: all with all would take long in a long list.
struct Seen<'v> {
    table: Vec<&'v str>,
}

impl<'v> Seen<'v> {
    const MASK: usize = (MAX_DISTINCT * 4).next_power_of_two() - 1;

    /// Whether a text has been there before. An empty one has not.
    fn has(&mut self, text: &'v str) -> bool {
        self.table.resize(Self::MASK + 1, "");
        let hash = text.bytes().fold(5381_usize, |hash, byte| hash.wrapping_mul(33) ^ usize::from(byte));
        let mut at = hash & Self::MASK;
        while let Some(seen) = self.table.get_mut(at) {
            if seen.is_empty() {
                *seen = text;
                return false;
            }
            if *seen == text {
                return true;
            }
            at = at.wrapping_add(1) & Self::MASK;
        }
        false
    }
}

fn split(text: &'static str, separator: u8) -> Vec<&'static str> {
    parts(text, separator).collect()
}

/// The values in a message, or what there is to say without any.
fn one_of(values: &'static str, without: &str) -> String {
    if values.is_empty() { without.to_owned() } else { listed(&split(values, b',')) }
}

/// Whether a value is one of some, which have commas in between; without any, whether it is set.
fn has_one_of(value: Value<'_>, values: &'static str) -> bool {
    if values.is_empty() { is_set(value) } else { split(values, b',').contains(&scalar(value)) }
}

/// The field at a path, and before it the object that it is in.
fn at<'v>(value: Value<'v>, path: &str) -> (Value<'v>, Value<'v>) {
    match text::split_at_byte(path, b'.') {
        Some((parent, name)) => (value.get(parent), value.get(parent).get(name)),
        None => (value, value.get(path)),
    }
}

fn is_set(value: Value<'_>) -> bool {
    !matches!(value.kind(), Kind::Undefined | Kind::Null)
}

/// A string, or a number or a boolean as text.
fn scalar(value: Value<'_>) -> &str {
    match value.kind() {
        Kind::String => value.text(),
        Kind::Boolean if value.is_true() => "true",
        Kind::Boolean => "false",
        _ => value.describe(),
    }
}
