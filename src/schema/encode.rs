//! Packs declarations into the text that `schema::table` decodes.

// Runs natively, in `npm run emit`; never part of the wasm. Panics if a declaration cannot be packed.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable
)]

use super::declare::{FieldDeclaration, ModelDeclaration, ResourceDeclaration, TypeDeclaration};
use super::javascript::Names;
use super::naming::camel;
use super::operation::METHODS;
use super::rules::{Condition, ModelRule, Rule};
use super::table::{ENTRY, FIRST_REFERENCE, GROUP, PAIRS, PLAIN};
use super::{across, flags, shapes, values};
use crate::text::number;

/// The half of the declarations that a table contains.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The operations and their params: part of the wasm.
    Requests,
    /// The responses of the operations: loaded for `onDrift` only.
    Responses,
}

/// Added to the number of a kind, so that the character is printable.
const KINDS: u8 = b'0';

/// The same for methods, response kinds and flags.
const BITS: u8 = b'@';

/// Packs one half of the declarations.
#[must_use]
pub fn encode(resources: &[&ResourceDeclaration], half: Half) -> String {
    let requests = half == Half::Requests;
    let mut packer = Packer { requests, javascript: Names::of(resources), ..Packer::default() };
    let [mut methods, mut response_kinds] = [const { String::new() }; 2];
    let (mut names, mut paths, mut held) = (Vec::new(), Vec::new(), Vec::new());
    for resource in resources {
        let mut group = vec![resource.name.to_owned()];
        for operation in resource.operations {
            group.push(camel(operation.name));
            let method = METHODS.iter().position(|(known, _)| *known == operation.method);
            let method = method.expect("an operation has a method of the table") as u8;
            methods.push(char::from(BITS | method | (operation.retry_policy as u8) << 3));
            response_kinds
                .push(char::from(BITS | operation.response_kind as u8 | (operation.paging as u8) << 2));
            paths.push(if requests { operation.path } else { "" });
            let creates = if requests { operation.creates } else { "" };
            let appends = if requests { operation.appends } else { "" };
            let ids = [creates, appends].join("/");
            held.push([operation.envelope_field, ids.trim_end_matches('/')].join(" ").trim_end().to_owned());
            packer.reference(operation.params.filter(|_| requests));
            packer.reference(Some(operation.response).filter(|_| !requests));
        }
        names.push(joined(&group, ENTRY));
    }
    let operations =
        [methods, response_kinds, joined(&names, GROUP), joined(&paths, ENTRY), joined(&held, ENTRY)]
            .join("\n");

    let mut kinds: String = (0..PLAIN).map(|kind| char::from(KINDS + kind as u8)).collect();
    let mut lists = Vec::new();
    while let Some((_, declared)) = packer.shapes.get(lists.len()) {
        let declared = *declared;
        let (kind, fields) = packer.shape(&declared);
        kinds.push(char::from(KINDS + kind));
        lists.push(joined(&fields, ENTRY));
    }
    let hints: Vec<String> = packer.hints.into_iter().collect();
    [operations, packer.references, kinds, packer.flags, joined(&lists, GROUP), hints.join("|")].join("\n")
}

/// Joins the entries with a separator, which none of them may contain.
fn joined(entries: &[impl AsRef<str>], separator: u8) -> String {
    let entries: Vec<&str> = entries.iter().map(AsRef::as_ref).collect();
    let separator = char::from(separator);
    assert!(!entries.is_empty(), "an empty list would be read as one empty entry");
    for entry in &entries {
        assert!(!entry.contains([separator, '\n']), "{entry:?} holds a separator of the table");
    }
    entries.join(&separator.to_string())
}

#[derive(Default)]
struct Packer {
    requests: bool,
    /// The table has the hints as JavaScript has them: Rust has none, since its compiler knows the fields.
    javascript: Names,
    references: String,
    flags: String,
    /// The types that have fields, each once, in the order of first reference: the shapes after the plain ones.
    shapes: Vec<(String, TypeDeclaration)>,
    /// What to do with a name that is not a field: the field that it may be meant for, the names, the hint if it is not
    /// to use that field.
    hints: std::collections::BTreeSet<String>,
}

impl Packer {
    fn reference(&mut self, declared: Option<TypeDeclaration>) {
        let number = declared.map(|declared| match declared {
            TypeDeclaration::Any => usize::from(shapes::ANY),
            TypeDeclaration::Text => usize::from(shapes::TEXT),
            TypeDeclaration::Integer => usize::from(shapes::INTEGER),
            TypeDeclaration::Number => usize::from(shapes::NUMBER),
            TypeDeclaration::Boolean => usize::from(shapes::BOOLEAN),
            TypeDeclaration::Time => usize::from(shapes::TIME),
            _ => {
                let key = key(&declared);
                match self.shapes.iter().rev().position(|(known, _)| *known == key) {
                    Some(back) => PLAIN + back + 1,
                    None => {
                        self.shapes.push((key, declared));
                        PLAIN
                    }
                }
            }
        });
        let code = number.map_or(FIRST_REFERENCE - 1, |number| FIRST_REFERENCE + number as u32);
        self.references.push(char::from_u32(code).expect("a table has few shapes"));
    }

    /// The kind of a shape, and its fields as text; adds the shapes they refer to.
    fn shape(&mut self, declared: &TypeDeclaration) -> (u8, Vec<String>) {
        let mut part = |shape: &TypeDeclaration| {
            self.reference(Some(*shape));
            self.flags.push(char::from(BITS));
            String::new()
        };
        match declared {
            TypeDeclaration::List(item) => (shapes::LIST, vec![part(item)]),
            TypeDeclaration::Map(item) => (shapes::MAP, vec![part(item)]),
            TypeDeclaration::Union(union) => (shapes::UNION, union.members.iter().map(part).collect()),
            TypeDeclaration::Model(model) => {
                let kind = if model.open { shapes::OPEN_MODEL } else { shapes::MODEL };
                let mut fields: Vec<String> = model.fields.iter().map(|field| self.field(field)).collect();
                // A response is what the API sent.
                let rules = if self.requests { model.rules } else { &[] };
                for rule in rules {
                    check_paths(model, rule);
                    // An entry without a name is a rule.
                    fields.push(format!(" {}", model_rule(rule)));
                }
                (kind, fields)
            }
            TypeDeclaration::StringEnum(declared) => {
                let kind = if declared.open { shapes::OPEN_STRING_ENUM } else { shapes::STRING_ENUM };
                let values = declared.values.iter().map(|value| name(value.value, ""));
                let refused = declared.refused.iter().map(|(old, instead)| name(old, instead));
                (kind, values.chain(refused).collect())
            }
            plain => unreachable!("{plain:?} has no fields"),
        }
    }

    fn hint(&mut self, field: &str, names: &str, hint: &str) {
        assert!(!names.contains(' ') && !hint.contains('|'), "{names} {hint} holds a separator of the table");
        let hint = self.javascript.javascript(hint);
        self.hints.insert(format!("{field} {names} {hint}").trim_end().to_owned());
    }

    fn field(&mut self, field: &FieldDeclaration) -> String {
        let mut bits = 0;
        let mut text = String::new();
        for rule in field.rules {
            bits |= match rule {
                Rule::Required => flags::REQUIRED,
                Rule::Nullable => flags::NULLABLE,
                Rule::E164 => flags::E164,
                Rule::TimeZone => flags::TIME_ZONE,
                Rule::InQuery => flags::IN_QUERY,
                Rule::NotEmpty => flags::NOT_EMPTY,
                Rule::Range(..)
                | Rule::AtLeast(_)
                | Rule::Url
                | Rule::HttpsUrl
                | Rule::Date
                | Rule::DateTime
                | Rule::TimeOfDay
                | Rule::Pairs
                | Rule::Misnamed(_)
                | Rule::Instead(..)
                | Rule::DaysAfter(..)
                | Rule::Deprecated(_)
                | Rule::FilledFrom(_)
                | Rule::Numeric
                | Rule::Json => 0,
            };
            match rule {
                _ if !self.requests => {}
                Rule::Misnamed(names) => self.hint(field.name, names, ""),
                Rule::Instead(names, hint) => self.hint(field.name, names, hint),
                _ => {}
            }
            text.push_str(&rule_text(rule, field));
        }
        self.reference(Some(field.holds));
        self.flags.push(char::from(BITS | bits));
        name(field.name, &text)
    }
}

/// The text of a rule, if it has one; the checker reads it only for fields of the type the rule is for.
fn rule_text(rule: &Rule, field: &FieldDeclaration) -> String {
    let name = field.name;
    match rule {
        Rule::Range(least, most) => {
            for limit in [*least, *most] {
                let read = number(&limit.to_string());
                assert!(read.to_bits() == limit.to_bits(), "the limit {limit} of {name} is read as {read}");
            }
            format!("{least} {most}")
        }
        Rule::AtLeast(least) => least.to_string(),
        Rule::Url => values::URL.to_owned(),
        Rule::HttpsUrl => values::HTTPS_URL.to_owned(),
        Rule::Date => values::DATE.to_owned(),
        Rule::DateTime => "date-time".to_owned(),
        Rule::TimeOfDay => values::TIME_OF_DAY.to_owned(),
        Rule::Pairs => PAIRS.to_owned(),
        Rule::DaysAfter(earlier, days) => {
            assert!(matches!(field.holds, TypeDeclaration::Text), "{name} is a time and not a string");
            format!("{earlier} {days}")
        }
        _ => String::new(),
    }
}

/// A rule across fields as text: its kind, and what it names.
fn model_rule(rule: &ModelRule) -> String {
    let condition = |condition: &Condition| {
        format!("{} {}{}", condition.path, if condition.not { "!" } else { "" }, condition.values.join(","))
    };
    let (kind, text) = match rule {
        ModelRule::ExactlyOne(fields) => (across::EXACTLY_ONE, fields.join(" ")),
        ModelRule::Distinct(lists) => (across::DISTINCT, lists.join(" ")),
        ModelRule::If(when, path, values) => {
            (across::IF, format!("{} {path} {}", condition(when), values.join(",")))
        }
        ModelRule::IfSet(when, path, values) => {
            (across::IF_SET, format!("{} {path} {}", condition(when), values.join(",")))
        }
    };
    format!("{kind} {text}")
}

/// Panics if a rule of a model names a field that it does not have.
fn check_paths(model: &ModelDeclaration, rule: &ModelRule) {
    let paths = match rule {
        ModelRule::ExactlyOne(paths) | ModelRule::Distinct(paths) => paths.to_vec(),
        ModelRule::If(when, path, _) | ModelRule::IfSet(when, path, _) => vec![when.path, path],
    };
    for path in paths {
        let mut fields = model.fields;
        for name in path.split('.') {
            let field = fields.iter().find(|field| field.name == name);
            let holds = field.unwrap_or_else(|| panic!("{} has no {path}", model.name)).holds;
            fields = match holds {
                TypeDeclaration::Model(inner) => inner.fields,
                TypeDeclaration::List(TypeDeclaration::Model(inner)) => inner.fields,
                _ => &[],
            };
        }
    }
}

/// A name, followed by its text if it has one.
fn name(name: &str, text: &str) -> String {
    assert!(!name.contains(' '), "{name:?} holds a separator of the table");
    if text.is_empty() { name.to_owned() } else { format!("{name} {text}") }
}

/// A unique key of a type: its name, or for an unnamed type what it consists of.
fn key(declared: &TypeDeclaration) -> String {
    match declared {
        TypeDeclaration::List(item) => format!("list of {}", key(item)),
        TypeDeclaration::Map(item) => format!("map of {}", key(item)),
        TypeDeclaration::Model(model) => model.name.to_owned(),
        TypeDeclaration::StringEnum(declared) => declared.name.to_owned(),
        TypeDeclaration::Union(union) => union.name.to_owned(),
        plain => format!("plain {plain:?}"),
    }
}
