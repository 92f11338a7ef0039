//! Packs declarations into the bytes that `schema::table` reads.

// Runs natively, when the products are written; never part of the wasm.
#![allow(clippy::arithmetic_side_effects)]

use super::declare::{FieldDeclaration, OperationDeclaration, ResourceDeclaration, Rule, TypeDeclaration};
use super::names::camel;
use super::table::{flags, shapes};

/// Which half of the declarations goes into a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// Operations and what they send: in the wasm.
    Requests,
    /// What the operations answer: loaded for `onDrift`.
    Answers,
}

/// Packs one half of the declarations.
pub fn encode(resources: &[&ResourceDeclaration], half: Half) -> Vec<u8> {
    let mut packer = Packer::default();
    let mut operations = Vec::new();
    let mut total = 0;
    for resource in resources {
        for operation in resource.operations {
            packer.operation(&mut operations, resource.name, operation, half);
            total += 1;
        }
    }
    let mut bytes = Vec::new();
    count(&mut bytes, packer.strings.len());
    for string in &packer.strings {
        count(&mut bytes, string.len());
        bytes.extend(string.as_bytes());
    }
    count(&mut bytes, packer.shapes.len());
    for shape in &packer.shapes {
        count(&mut bytes, shape.len());
        bytes.extend(shape);
    }
    count(&mut bytes, total);
    bytes.extend(operations);
    bytes
}

#[derive(Default)]
struct Packer {
    strings: Vec<String>,
    shapes: Vec<Vec<u8>>,
    /// Models by name, so that one that is used twice, or holds itself, is packed once.
    named: Vec<(&'static str, usize)>,
}

fn count(bytes: &mut Vec<u8>, number: usize) {
    assert!(number < 1 << 14, "a table holds at most 16383 of anything");
    if number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        bytes.push((number >> 7) as u8);
    } else {
        bytes.push(number as u8);
    }
}

impl Packer {
    fn text(&mut self, bytes: &mut Vec<u8>, text: &str) {
        let index = self.strings.iter().position(|known| known == text).unwrap_or_else(|| {
            self.strings.push(text.to_owned());
            self.strings.len() - 1
        });
        count(bytes, index);
    }

    fn push(&mut self, bytes: Vec<u8>) -> usize {
        self.shapes.iter().position(|known| *known == bytes).unwrap_or_else(|| {
            self.shapes.push(bytes);
            self.shapes.len() - 1
        })
    }

    fn shape(&mut self, declared: &TypeDeclaration) -> usize {
        let mut bytes = Vec::new();
        match declared {
            TypeDeclaration::Any => bytes.push(shapes::ANY),
            TypeDeclaration::Text => bytes.push(shapes::TEXT),
            TypeDeclaration::Integer => bytes.push(shapes::INTEGER),
            TypeDeclaration::Number => bytes.push(shapes::NUMBER),
            TypeDeclaration::Boolean => bytes.push(shapes::BOOLEAN),
            TypeDeclaration::List(item) => {
                bytes.push(shapes::LIST);
                count(&mut bytes, self.shape(item));
            }
            TypeDeclaration::Map(item) => {
                bytes.push(shapes::MAP);
                count(&mut bytes, self.shape(item));
            }
            TypeDeclaration::Model(model) => {
                if let Some((_, index)) = self.named.iter().find(|(name, _)| *name == model.name) {
                    return *index;
                }
                // The place is taken before the fields are packed: a model may hold itself.
                let index = self.shapes.len();
                self.shapes.push(format!("{} is being packed", model.name).into_bytes());
                self.named.push((model.name, index));
                bytes.push(if model.open { shapes::OPEN_MODEL } else { shapes::MODEL });
                count(&mut bytes, model.fields.len());
                for field in model.fields {
                    self.field(&mut bytes, field);
                }
                if let Some(place) = self.shapes.get_mut(index) {
                    *place = bytes;
                }
                return index;
            }
            TypeDeclaration::Choice(choice) => {
                bytes.push(shapes::CHOICE);
                bytes.push(u8::from(choice.open));
                count(&mut bytes, choice.values.len());
                for value in choice.values {
                    self.text(&mut bytes, value.value);
                }
                count(&mut bytes, choice.refused.len());
                for (old, _) in choice.refused {
                    self.text(&mut bytes, old);
                }
                for (_, instead) in choice.refused {
                    self.text(&mut bytes, instead);
                }
            }
            TypeDeclaration::Union(union) => {
                bytes.push(shapes::UNION);
                count(&mut bytes, union.members.len());
                for member in union.members {
                    count(&mut bytes, self.shape(member));
                }
            }
        }
        self.push(bytes)
    }

    fn field(&mut self, bytes: &mut Vec<u8>, field: &FieldDeclaration) {
        self.text(bytes, field.wire_name());
        count(bytes, self.shape(&field.holds));
        let mut bits: u8 = 0;
        let (mut limits, mut text, mut days) = (None, None, None);
        for rule in field.rules {
            bits |= match rule {
                Rule::Required => flags::REQUIRED,
                Rule::Nullable => flags::NULLABLE,
                Rule::E164 => flags::E164,
                Rule::TimeZone => flags::TIME_ZONE,
                Rule::InQuery => flags::IN_QUERY,
                Rule::Range(least, most) => {
                    limits = Some((*least, *most));
                    flags::RANGE
                }
                Rule::Like(form) => {
                    text = Some(*form);
                    flags::LIKE
                }
                Rule::DaysAfter(field, most) => {
                    (text, days) = (Some(*field), Some(*most));
                    flags::DAYS_AFTER
                }
                Rule::Deprecated(_) => 0,
            };
        }
        bytes.push(bits);
        if let Some((least, most)) = limits {
            bytes.extend(least.to_le_bytes());
            bytes.extend(most.to_le_bytes());
        }
        if let Some(text) = text {
            self.text(bytes, text);
        }
        bytes.extend(days);
    }

    fn operation(
        &mut self,
        bytes: &mut Vec<u8>,
        resource: &str,
        operation: &OperationDeclaration,
        half: Half,
    ) {
        let requests = half == Half::Requests;
        self.text(bytes, &format!("{resource}.{}", camel(operation.name)));
        self.text(bytes, if requests { operation.http } else { "" });
        self.text(bytes, if requests { operation.path } else { "" });
        self.text(bytes, operation.at);
        bytes.push(operation.repeat as u8);
        bytes.push(operation.paging as u8);
        bytes.push(operation.form as u8);
        let params = operation.params.filter(|_| requests);
        let params = params.map_or(0, |params| self.shape(&params) + 1);
        count(bytes, params);
        count(bytes, if requests { 0 } else { self.shape(&operation.answer) + 1 });
    }
}
