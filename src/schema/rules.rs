//! The rules that a field's value must satisfy besides its type, with their names in a declaration.

use super::declare::TypeDeclaration;

/// A rule of a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// In a request: must be given. In a response: is always present.
    Required,
    /// May be null.
    Nullable,
    /// A number from the first to the second, both included; of a list, the number of its items.
    Range(f64, f64),
    /// A number that is not below this one.
    AtLeast(f64),
    /// A string that is not empty.
    NotEmpty,
    /// An http or https URL.
    Url,
    /// An https URL.
    HttpsUrl,
    /// A list of pairs, for which an object of names and values is accepted too. It is sent as pairs.
    Pairs,
    /// Other names of the field, separated by commas: where one is given instead, the issue names the field.
    Misnamed(&'static str),
    /// Fields that the API refuses, separated by commas, and what to do instead.
    Instead(&'static str, &'static str),
    /// A phone number in E.164 form.
    E164,
    /// A time zone that the host knows.
    TimeZone,
    /// A day: `2026-04-01`.
    Date,
    /// A day, or a day and a time, in ISO 8601.
    DateTime,
    /// Hours and minutes, from `00:00` to `24:00`.
    TimeOfDay,
    /// The same as [`DateTime`](Self::DateTime), at most this many days after the time in that field.
    DaysAfter(&'static str, u8),
    /// Is sent in the query although the operation has a body.
    InQuery,
    /// Deprecated; the text says what to use instead.
    Deprecated(&'static str),
    /// In a response: filled from the field of this name where it is absent, null or empty.
    FilledFrom(&'static str),
    /// In a response: a number in a string is converted.
    Numeric,
    /// In a response: an object or array in a string of JSON is parsed.
    Json,
}

#[allow(non_upper_case_globals)]
mod names {
    use super::Rule;
    /// See [`Rule::Required`].
    pub const required: Rule = Rule::Required;
    /// See [`Rule::Nullable`].
    pub const nullable: Rule = Rule::Nullable;
    /// See [`Rule::E164`].
    pub const e164: Rule = Rule::E164;
    /// See [`Rule::TimeZone`].
    pub const time_zone: Rule = Rule::TimeZone;
    /// See [`Rule::NotEmpty`].
    pub const not_empty: Rule = Rule::NotEmpty;
    /// See [`Rule::Url`].
    pub const url: Rule = Rule::Url;
    /// See [`Rule::HttpsUrl`].
    pub const https_url: Rule = Rule::HttpsUrl;
    /// See [`Rule::Date`].
    pub const date: Rule = Rule::Date;
    /// See [`Rule::DateTime`].
    pub const date_time: Rule = Rule::DateTime;
    /// See [`Rule::TimeOfDay`].
    pub const time_of_day: Rule = Rule::TimeOfDay;
    /// See [`Rule::Pairs`].
    pub const pairs: Rule = Rule::Pairs;
    /// See [`Rule::InQuery`].
    pub const in_query: Rule = Rule::InQuery;
    /// See [`Rule::Numeric`].
    pub const numeric: Rule = Rule::Numeric;
    /// See [`Rule::Json`].
    pub const json: Rule = Rule::Json;
}
pub use names::*;

/// See [`Rule::Range`].
#[must_use]
pub const fn range(least: f64, most: f64) -> Rule {
    Rule::Range(least, most)
}

/// See [`Rule::AtLeast`].
#[must_use]
pub const fn at_least(least: f64) -> Rule {
    Rule::AtLeast(least)
}

/// See [`Rule::Misnamed`].
#[must_use]
pub const fn misnamed(names: &'static str) -> Rule {
    Rule::Misnamed(names)
}

/// See [`Rule::Instead`].
#[must_use]
pub const fn instead(names: &'static str, hint: &'static str) -> Rule {
    Rule::Instead(names, hint)
}

/// See [`Rule::DaysAfter`].
#[must_use]
pub const fn days_after(field: &'static str, days: u8) -> Rule {
    Rule::DaysAfter(field, days)
}

/// See [`Rule::Deprecated`].
#[must_use]
pub const fn deprecated(instead: &'static str) -> Rule {
    Rule::Deprecated(instead)
}

/// See [`Rule::FilledFrom`].
#[must_use]
pub const fn filled_from(field: &'static str) -> Rule {
    Rule::FilledFrom(field)
}

/// Whether one of the rules normalizes a field of a response.
#[must_use]
pub const fn normalizes(mut rules: &[Rule]) -> bool {
    while let [rule, others @ ..] = rules {
        if matches!(rule, Rule::FilledFrom(_) | Rule::Numeric | Rule::Json) {
            return true;
        }
        rules = others;
    }
    false
}

impl Rule {
    /// Whether the rule can apply to a field of the type.
    #[must_use]
    pub const fn fits(self, holds: &TypeDeclaration) -> bool {
        match self {
            Self::Required
            | Self::Nullable
            | Self::InQuery
            | Self::Deprecated(_)
            | Self::FilledFrom(_)
            | Self::Misnamed(_)
            | Self::Instead(..) => true,
            Self::Range(least, most) => {
                least <= most
                    && matches!(
                        holds,
                        TypeDeclaration::Integer
                            | TypeDeclaration::Number
                            | TypeDeclaration::List(_)
                            | TypeDeclaration::Union(_)
                    )
            }
            Self::AtLeast(_) | Self::Numeric => {
                matches!(holds, TypeDeclaration::Integer | TypeDeclaration::Number)
            }
            Self::Json => matches!(
                holds,
                TypeDeclaration::Any
                    | TypeDeclaration::List(_)
                    | TypeDeclaration::Map(_)
                    | TypeDeclaration::Model(_)
            ),
            Self::Date
            | Self::DateTime
            | Self::TimeOfDay
            | Self::DaysAfter(..)
            | Self::Url
            | Self::HttpsUrl
            | Self::NotEmpty => {
                matches!(holds, TypeDeclaration::Text)
            }
            Self::Pairs => matches!(holds, TypeDeclaration::List(_)),
            Self::E164 | Self::TimeZone => holds_text(holds),
        }
    }
}

/// A rule across the fields of a model. A path is a field, or a field of an object in it: `agent.prompt`.
#[derive(Debug, Clone, Copy)]
pub enum ModelRule {
    /// Exactly one of these fields is set.
    ExactlyOne(&'static [&'static str]),
    /// If a condition holds, the field at a path is set, and has one of these values if there are any.
    If(Condition, &'static str, &'static [&'static str]),
    /// The same, but the field may be omitted.
    IfSet(Condition, &'static str, &'static [&'static str]),
    /// No item is twice in these lists, or no value of a field of their items: `schedule.weekday`.
    Distinct(&'static [&'static str]),
}

/// The condition of a [`ModelRule`].
#[derive(Debug, Clone, Copy)]
pub struct Condition {
    /// The path of a field.
    pub path: &'static str,
    /// The values it has; without any, it is set.
    pub values: &'static [&'static str],
    /// Whether it is the opposite: the field is not set or has another value. It does not hold if the object that the
    /// field is in is not set.
    pub not: bool,
}

impl Condition {
    /// If the condition holds, the field at this path must be set.
    #[must_use]
    pub const fn needs(self, path: &'static str) -> ModelRule {
        ModelRule::If(self, path, &[])
    }

    /// If the condition holds, the field at this path must have one of these values.
    #[must_use]
    pub const fn needs_value(self, path: &'static str, values: &'static [&'static str]) -> ModelRule {
        ModelRule::If(self, path, values)
    }

    /// If the condition holds, the field at this path must have one of these values, or be omitted.
    #[must_use]
    pub const fn allows(self, path: &'static str, values: &'static [&'static str]) -> ModelRule {
        ModelRule::IfSet(self, path, values)
    }
}

/// The field at a path has one of these values; without any, it is set.
#[must_use]
pub const fn when(path: &'static str, values: &'static [&'static str]) -> Condition {
    Condition { path, values, not: false }
}

/// The field at a path has none of these values; without any, it is not set.
#[must_use]
pub const fn unless(path: &'static str, values: &'static [&'static str]) -> Condition {
    Condition { path, values, not: true }
}

/// See [`ModelRule::ExactlyOne`].
#[must_use]
pub const fn exactly_one(fields: &'static [&'static str]) -> ModelRule {
    ModelRule::ExactlyOne(fields)
}

/// See [`ModelRule::Distinct`].
#[must_use]
pub const fn distinct(lists: &'static [&'static str]) -> ModelRule {
    ModelRule::Distinct(lists)
}

/// Whether it is a string, or a list, a map or a union that contains strings.
const fn holds_text(holds: &TypeDeclaration) -> bool {
    match holds {
        TypeDeclaration::Text => true,
        TypeDeclaration::List(item) | TypeDeclaration::Map(item) => holds_text(item),
        TypeDeclaration::Union(union) => {
            let mut members = union.members;
            while let [member, others @ ..] = members {
                if holds_text(member) {
                    return true;
                }
                members = others;
            }
            false
        }
        _ => false,
    }
}
