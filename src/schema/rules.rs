//! The rules that a field's value must satisfy besides its type, with their names in a declaration.

use super::declare::TypeDeclaration;

/// A rule of a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// In a request: must be given. In a response: is always present.
    Required,
    /// May be null.
    Nullable,
    /// A number from the first to the second, both included.
    Range(f64, f64),
    /// A phone number in E.164 form.
    E164,
    /// A time zone that the host knows.
    TimeZone,
    /// A string of this form, where each `0` stands for a digit.
    Like(&'static str),
    /// A time at most this many days after the time in that field.
    DaysAfter(&'static str, u8),
    /// Is sent in the query although the operation has a body.
    InQuery,
    /// Deprecated; the text says what to use instead.
    Deprecated(&'static str),
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
    /// See [`Rule::InQuery`].
    pub const in_query: Rule = Rule::InQuery;
}
pub use names::*;

/// See [`Rule::Range`].
#[must_use]
pub const fn range(least: f64, most: f64) -> Rule {
    Rule::Range(least, most)
}

/// See [`Rule::Like`].
#[must_use]
pub const fn like(form: &'static str) -> Rule {
    Rule::Like(form)
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

impl Rule {
    /// Whether the rule can apply to a field of the type.
    #[must_use]
    pub const fn fits(self, holds: &TypeDeclaration) -> bool {
        match self {
            Self::Required | Self::Nullable | Self::InQuery | Self::Deprecated(_) => true,
            Self::Range(least, most) => {
                matches!(holds, TypeDeclaration::Integer | TypeDeclaration::Number) && least <= most
            }
            Self::Like(_) | Self::DaysAfter(..) => matches!(holds, TypeDeclaration::Text),
            Self::E164 | Self::TimeZone => holds_text(holds),
        }
    }
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
